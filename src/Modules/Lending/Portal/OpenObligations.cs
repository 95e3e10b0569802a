using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Promises;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Portal;

/// <summary>Something a firm has to do or to keep.</summary>
/// <param name="Kind"><c>instalment</c>, <c>maturity</c>, <c>condition</c> (before money is drawn), <c>breach</c> (to be put right), <c>promise</c> (an indicator promised at application), <c>fee</c> (annual fee), <c>term</c> (a pledged right ends or is renewed), <c>registration</c> (a pledge's entry ends).</param>
/// <param name="Due">Last day without a consequence; null where no day is named.</param>
/// <param name="State"><c>overdue</c>, <c>week</c>, <c>month</c>, <c>later</c>, <c>undated</c>.</param>
/// <param name="Title">What it is about: the loan's or line's number, the right's title.</param>
/// <param name="Note">What is asked, in words.</param>
/// <param name="Amount">Yuan; null where there is none.</param>
/// <param name="SubjectKind"><c>loan</c>, <c>facility</c>, <c>right</c>.</param>
public sealed record Obligation(string Kind, DateOnly? Due, string State, string Title, string Note, string? Amount, string SubjectKind, Guid SubjectId)
{
    internal static string Pressing(DateOnly? due, DateOnly today) => due is not { } day ? "undated" : (day.DayNumber - today.DayNumber) switch { < 0 => "overdue", <= 7 => "week", <= 30 => "month", _ => "later" };
}

/// <summary>Obligations by their day, those without a day last.</summary>
/// <param name="Loans">Loans looked at.</param>
/// <param name="Rights">Pledged rights of one's own register looked at.</param>
/// <param name="More">Whether there were more than are looked at.</param>
public sealed record ObligationList(DateOnly Today, int Loans, int Rights, bool More, IReadOnlyList<Obligation> Rows);

/// <summary>我的义务: what falls due under the loans one sees, what their lines ask, and what keeps the pledged rights of one's own register alive.</summary>
internal static class OpenObligations
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/lending/obligations", Answer).WithName("listObligations").WithSummary("What falls due: instalments, conditions and breaches of lines, fees and terms of pledged rights").Produces<ObligationList>().Reads("lending");

    private static async Task<IResult> Answer(HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return Results.Json(await Of(read, desk, RequestLanguage.Of(context)), WebJson.Options);
    }

    public static async Task<ObligationList> Of(ZhirongContext read, LoanDesk desk, Language language)
    {
        var today = desk.Today;
        var loans = await read.Set<Loan>().Where(l => l.State == LoanStates.Active).OrderBy(l => l.NextDue == null).ThenBy(l => l.NextDue).ThenBy(l => l.Id).Take(Most).AsNoTracking().ToListAsync();
        var lines = await read.Set<Facility>().Where(f => f.State != "closed").OrderByDescending(f => f.ChangedAt).ThenBy(f => f.Id).Take(Most).AsNoTracking().ToListAsync();
        var pledged = desk.Lending.Rights.Ids(read, new RightQuery(today) { Encumbered = true }, Most);
        List<Obligation> rows = [.. loans.SelectMany(l => Of(l, today, language)), .. await Lines(read, desk, lines, language), .. pledged.SelectMany(id => Of(desk.Lending.Rights.Profile(read, id, today, language)!, today, language))];
        return new(today, loans.Count, pledged.Count, loans.Count == Most || lines.Count == Most || pledged.Count == Most, [.. rows.OrderBy(r => r.Due is null).ThenBy(r => r.Due).ThenBy(r => r.Kind, StringComparer.Ordinal).ThenBy(r => r.Title, StringComparer.Ordinal).ThenBy(r => r.Note, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Obligation> Of(Loan loan, DateOnly today, Language language)
    {
        if (loan.NextDue is { } next)
        {
            yield return new("instalment", next, Obligation.Pressing(next, today), loan.Number, (loan.PastDue > 0 ? new Words($"逾期 {loan.PastDue} 天", $"{loan.PastDue} days past due") : new Words("下一期应还", "the next instalment")).In(language), Money.FenText(loan.NextFen), "loan", loan.Id);
        }

        if (loan.Maturity is { } end && end != loan.NextDue)
        {
            yield return new("maturity", end, Obligation.Pressing(end, today), loan.Number, new Words("贷款到期，余额", "the loan matures; balance").In(language), Money.FenText(loan.BalanceFen), "loan", loan.Id);
        }
    }

    /// <summary>A line shared with its borrower brings what it asks of him: the breaches are the lender's records, and only those of lines the viewer sees are read.</summary>
    private static async Task<List<Obligation>> Lines(ZhirongContext read, LoanDesk desk, IReadOnlyList<Facility> lines, Language language)
    {
        var (today, ids, byId) = (desk.Today, lines.Select(l => l.Id).ToList(), lines.ToDictionary(l => l.Id));
        var conditions = await read.Set<FacilityCondition>().Where(c => ids.Contains(c.FacilityId) && c.Met == 0).AsNoTracking().ToListAsync();
        await using var lender = desk.Store.Read(Viewer.Everything("breaches of lines a borrower was given to see"));
        var breaches = await lender.Set<CovenantBreach>().Where(b => ids.Contains(b.FacilityId) && b.Open == 1).AsNoTracking().ToListAsync();
        var promises = await lender.Set<LoanPromise>().Where(p => ids.Contains(p.FacilityId) && p.State == PromiseWords.Open).AsNoTracking().ToListAsync();
        return
        [
            .. conditions.Select(c => new Obligation("condition", null, "undated", byId[c.FacilityId].Number, c.Title, null, "facility", c.FacilityId)),
            .. breaches.Select(b => new Obligation("breach", b.DueOn, Obligation.Pressing(b.DueOn, today), byId[b.FacilityId].Number, BreachFacts.Asked(b) is { Length: > 0 } asked ? $"{BreachWords.KindTitle(b.Kind).In(language)}{(language == Language.Zh ? "：" : ": ")}{asked}" : BreachWords.KindTitle(b.Kind).In(language), b.ShortFen > 0 ? Money.FenText(b.ShortFen) : null, "facility", b.FacilityId)),
            .. promises.Select(p => new Obligation("promise", p.ByDay, Obligation.Pressing(p.ByDay, today), byId[p.FacilityId].Number, PromiseView.Sentence(p, null).In(language), null, "facility", p.FacilityId)),
        ];
    }

    /// <summary>Of a pledged right: its next fee not known to be paid, its end, and the end of the pledge's entry.</summary>
    private static IEnumerable<Obligation> Of(RightProfile profile, DateOnly today, Language language)
    {
        List<EncumbranceView> pledges = [.. profile.Encumbrances.Where(e => e.Stands && e.Kind == "pledge")];
        if (pledges.Count == 0)
        {
            yield break;
        }

        var (right, title) = (profile.Right, profile.Right.Title.Length > 0 ? profile.Right.Title : profile.Right.Number);
        if (profile.Fees.FirstOrDefault(f => f.State is "due" or "missed" or "ahead") is { } fee)
        {
            var late = fee.State == "due" ? new Words($"第 {fee.Year} 年年费，滞纳期内，最迟 {fee.GraceEnd:yyyy-MM-dd}，另加滞纳金 {fee.Surcharge}", $"fee of year {fee.Year}, in the days of grace until {fee.GraceEnd:yyyy-MM-dd}, surcharge {fee.Surcharge}") : new Words($"第 {fee.Year} 年年费", $"fee of year {fee.Year}");
            yield return new("fee", fee.Due, Obligation.Pressing(fee.Due, today), title, late.In(language), fee.Amount, "right", right.Id);
        }

        if (profile.Term.LastDay is { } last)
        {
            yield return new("term", last, Obligation.Pressing(last, today), title, (right.Kind is "trademark" or "gi_mark" ? new Words("注册期满，须续展", "the registration ends; it is to be renewed") : new Words("权利期限届满", "the right ends")).In(language), null, "right", right.Id);
        }

        foreach (var pledge in pledges.Where(p => p.Until is not null))
        {
            yield return new("registration", pledge.Until!.Value.AddDays(-1), Obligation.Pressing(pledge.Until.Value.AddDays(-1), today), title, new Words($"质押登记 {pledge.RegistrationNo} 期满", $"the pledge entry {pledge.RegistrationNo} ends").In(language), null, "right", right.Id);
        }
    }
}
