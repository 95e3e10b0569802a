using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <summary>How long it took from the filing package to the money; days that are not there yet are null.</summary>
/// <param name="Package">The day on which the first filing of the line's pledges went to its registry.</param>
/// <param name="Registered">The day of the last of their registrations.</param>
/// <param name="Paid">The day on which the bank had paid the last payee of the first loan.</param>
/// <param name="Days">Calendar days from package to payout.</param>
/// <param name="Rest">Days in between on which offices do not work.</param>
/// <param name="Within">Whether it kept to the days asked about; null while it is not paid.</param>
/// <param name="Sentence">The same in words; names the days of rest where it did not keep to them.</param>
public sealed record FacilityTiming(DateOnly? Package, DateOnly? Registered, DateOnly? Paid, int? Days, int? Rest, bool? Within, string Sentence);

/// <summary>办理时效: from the package to the payout, by the stamps of registrations and payments.</summary>
internal static class TimeFacility
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/facilities/{id:guid}/timing", Answer).WithName("timeFacility").WithSummary("Days from the filing package to the payout, against days promised").Produces<FacilityTiming>().ProducesProblem(404).ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(Guid id, HttpContext context, LoanDesk desk, int? promised)
    {
        var most = promised ?? 3;
        if (most is < 1 or > 365)
        {
            return Problems.Of(context, WebRefusals.Query("promised", $"{most}", Words.Same("1 … 365")));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<Facility>().AnyAsync(f => f.Id == id, context.RequestAborted)
            ? Results.Json(Of(read, desk, id, most, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("facilities", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static FacilityTiming Of(ZhirongContext read, LoanDesk desk, Guid id, int most, Language language)
    {
        var filings = read.Set<PledgeRegistration>().Where(r => read.Set<FacilityPledge>().Any(p => p.FacilityId == id && p.PledgeId == r.PledgeId)).Select(r => new { r.SubmittedOn, r.RegisteredOn }).ToList();
        var loan = read.Set<Loan>().Where(l => l.FacilityId == id && l.DisbursedOn != null).OrderBy(l => l.DisbursedOn).ThenBy(l => l.Id).Select(l => (Guid?)l.Id).FirstOrDefault();
        var payouts = loan is null ? [] : read.Set<LoanPayout>().Where(p => p.LoanId == loan).Select(p => p.PaidOn).ToList();
        var package = filings.Min(f => f.SubmittedOn);
        var registered = filings.Count > 0 && filings.TrueForAll(f => f.RegisteredOn is not null) ? filings.Max(f => f.RegisteredOn) : null;
        var paid = payouts.Count > 0 && payouts.TrueForAll(p => p is not null) ? payouts.Max() : null;
        if (package is not { } from || paid is not { } to)
        {
            return new(package, registered, paid, null, null, null, new Words("尚未报送或尚未放款", "not filed or not paid out yet").In(language));
        }

        var days = to.DayNumber - from.DayNumber;
        var rest = Enumerable.Range(1, Math.Max(0, days)).Select(from.AddDays).Where(d => !desk.Calendar.IsBusinessDay(d)).ToList();
        return new(from, registered, to, days, rest.Count, days <= most, Sentence(days, most, rest).In(language));
    }

    private static Words Sentence(int days, int most, List<DateOnly> rest)
    {
        var (zh, en) = rest.Count == 0 ? ("", "") : ($"，其间休息日 {rest.Count} 天（{rest[0]:yyyy-MM-dd} 至 {rest[^1]:yyyy-MM-dd}）", $", {rest.Count} days of rest in between ({rest[0]:yyyy-MM-dd} to {rest[^1]:yyyy-MM-dd})");
        return days <= most
            ? new($"自报送至放款 {days} 天，不超过 {most} 天{zh}", $"{days} days from package to payout, within {most}{en}")
            : new($"自报送至放款 {days} 天，超过 {most} 天{zh}", $"{days} days from package to payout, beyond {most}{en}");
    }
}
