using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <summary>One loan: as it stands today, its layouts, what happened to it, what was posted.</summary>
internal static class OpenLoan
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/loans/{id:guid}", One).WithName("openLoan").WithSummary("A loan as it stands today, with its schedules, events, payees and breaches").Produces<LoanDetail>().ProducesProblem(404).Reads("lending");
        api.MapGet("/loans/{id:guid}/postings", Postings).WithName("listLoanPostings").WithSummary("What was posted for a loan, the latest first, with the ledger's entries").Produces<PageOf<LoanEntryView>>().ProducesProblem(404).Reads("lending");
    }

    public static Refusal Missing(ZhirongContext work, Guid id) => work.Reads("loan", id) ? StorageRefusals.SharedToRead("loans", $"{id}") : WebRefusals.NotFound("loans", $"{id}");

    public static LoanDetail Detail(ZhirongContext read, Loan loan, LoanDesk desk, Language language)
    {
        var events = read.Set<LoanHappening>().Where(e => e.LoanId == loan.Id).OrderBy(e => e.N).AsNoTracking().ToList();
        var payouts = read.Set<LoanPayout>().Where(p => p.LoanId == loan.Id).OrderBy(p => p.N).AsNoTracking().ToList();
        var facility = read.Set<Facility>().AsNoTracking().SingleOrDefault(f => f.Id == loan.FacilityId);
        var breaches = read.Set<CovenantBreach>().Where(b => b.FacilityId == loan.FacilityId).OrderByDescending(b => b.Open).ThenByDescending(b => b.At).Take(50).AsNoTracking().ToList();
        var fold = LoanFold.To(loan, events, Later(desk.Today, loan.ClosedDay), desk);
        return new(
            LoanRow.Of(loan, facility?.Number ?? "", desk.Today, language), JsonNode.Parse(loan.Terms)!, fold is null ? null : LoanNow.Of(fold.Account, language),
            fold is null ? [Planned(loan, desk)] : [.. fold.Account.Versions.Select(ScheduleView.Of)],
            [.. events.Select(e => LoanEventView.Of(e, language))], [.. payouts.Select(p => PayoutView.Of(p, language))], [.. breaches.Select(b => BreachView.Of(b, facility?.Number ?? "", facility?.Borrower ?? "", desk.Today, language))], [.. read.Set<ReceiptDoubt>().AsNoTracking().Where(d => d.LoanId == loan.Id && d.State == "open").OrderBy(d => d.At).ToList().Select(ReceiptDoubtView.Of)]);
    }

    /// <summary>The schedule of money that has not gone out, were it to go on the day asked.</summary>
    private static ScheduleView Planned(Loan loan, LoanDesk desk)
    {
        var schedule = LoanSchedule.Of(EventKinds.Resolve(loan.Terms, desk).Value).Value;
        return new(1, 0, "drawn", 0, schedule.Loan.Terms.DisbursedOn, [.. schedule.Instalments.Select(ScheduleView.Row)]);
    }

    public static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;

    private static async Task<IResult> One(Guid id, HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<Loan>().SingleOrDefaultAsync(l => l.Id == id, context.RequestAborted) is { } loan
            ? Results.Json(Detail(read, loan, desk, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("loans", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Postings(Guid id, HttpContext context, LoanDesk desk, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (!await read.Set<Loan>().AnyAsync(l => l.Id == id, context.RequestAborted))
        {
            return Problems.Of(context, WebRefusals.NotFound("loans", $"{id}"), StatusCodes.Status404NotFound);
        }

        var (wanted, found) = (PageRequest.Of(page, pageSize), read.Set<LoanEntry>().Where(e => e.LoanId == id));
        var rows = await found.OrderByDescending(e => e.N).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<LoanEntryView>([.. rows.Select(LoanEntryView.Of)], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }
}
