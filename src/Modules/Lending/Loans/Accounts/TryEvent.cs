using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Posting;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <param name="Event">Last part of the path it would be recorded under: <c>fees</c>, <c>repricings</c>, <c>extensions</c>, <c>undo</c> and so on.</param>
/// <param name="Order">The body as it would be sent there.</param>
public sealed record TryEventRequest(string Event, JsonNode Order);

/// <summary>A loan at the end of today, in figures a person compares.</summary>
/// <param name="Rate">Annual, in percent.</param>
public sealed record LoanSide(LoanNow Now, string Rate, DateOnly? NextDue, string? NextAmount, DateOnly? Maturity, int Instalments);

/// <summary>What the next close would post for it; codes of the book.</summary>
public sealed record TriedPosting(DateOnly Effective, string Cause, string Debit, string Credit, string Amount);

/// <summary>What an event would do; nothing is written.</summary>
/// <param name="Instalments">What would be left to pay.</param>
public sealed record LoanTried(LoanSide Before, LoanSide After, IReadOnlyList<InstalmentView> Instalments, IReadOnlyList<TriedPosting> Postings);

/// <summary>试算贷款事项: a fee, a new rate, an extension, a write-off as it would be recorded, without recording it.</summary>
internal static class TryEvent
{
    private const string Undo = "undo";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/loans/{id:guid}/try", Answer).WithName("tryLoanEvent").WithSummary("Try an event of a loan before and after; nothing is written").Produces<LoanTried>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(Guid id, BodyOf<TryEventRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<Loan>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, context.RequestAborted) is not { } loan)
        {
            return Problems.Of(context, WebRefusals.NotFound("loans", $"{id}"), StatusCodes.Status404NotFound);
        }

        var events = await read.Set<LoanHappening>().AsNoTracking().Where(e => e.LoanId == id).OrderBy(e => e.N).ToListAsync(context.RequestAborted);
        var tried = Try(loan, events, body.Value.Value.Event, body.Value.Value.Order, desk, RequestLanguage.Of(context));
        return tried.Ok ? Results.Json(tried.Value, WebJson.Options) : Problems.Of(context, tried.Refusals, tried.Refusals[0].Code == LendingRefusals.StaleCode ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Refused as recording it would be.</summary>
    /// <param name="what">A path or an act.</param>
    public static Result<LoanTried> Try(Loan loan, List<LoanHappening> events, string what, JsonNode? order, LoanDesk desk, Language language)
    {
        var after = what is Undo or "lending.loan.undo" ? Undone(loan, events, order, desk) : With(loan, events, what, order, desk);
        if (!after.Ok)
        {
            return Result<LoanTried>.Refused(after.Refusals);
        }

        var last = events.Select(e => e.N).DefaultIfEmpty(0).Max();
        if (LoanWriting.Broken(LoanWriting.Failing(loan, events, desk), LoanWriting.Failing(loan, after.Value, desk), last) is { } refusal)
        {
            return refusal;
        }

        var day = OpenLoan.Later(desk.Today, loan.ClosedDay);
        if (LoanFold.To(loan, events, day, desk) is not { } stands || LoanFold.To(loan, after.Value, day, desk) is not { } then)
        {
            return LoanRefusals.LoanState(loan.State, LoanStates.Active);
        }

        var postings = LoanPostings.Differences(stands.Postings, then.Postings).Where(p => p.Cause is not (PostingCause.Accrual or PostingCause.Penalty or PostingCause.Compound) || p.Effective < desk.Today).Take(200);
        return new LoanTried(Side(stands.Account, language), Side(then.Account, language), [.. then.Account.Ahead.Select(ScheduleView.Row)], [.. postings.Select(p => new TriedPosting(p.Effective, p.Cause.Word(), LoanBook.Code(p.Debit), LoanBook.Code(p.Credit), $"{p.Amount}"))]);
    }

    private static LoanSide Side(LoanAccount account, Language language)
    {
        var next = account.Ahead.Count == 0 ? null : (Engine.Credit.Schedules.Instalment?)account.Ahead[0];
        return new(LoanNow.Of(account, language), (account.Rate * 100m).ToString("0.00##", CultureInfo.InvariantCulture), next?.DueOn, next is { } due ? $"{due.Due}" : null, account.Ahead.Count == 0 ? null : account.Ahead[^1].DueOn, account.Ahead.Count);
    }

    private static Result<List<LoanHappening>> With(Loan loan, List<LoanHappening> events, string what, JsonNode? order, LoanDesk desk)
    {
        if (RecordEvents.Asked(what, order) is not { } asked)
        {
            return LendingRefusals.Word("event", what, [.. RecordEvents.Paths, Undo]);
        }

        var drafts = RecordEvents.Drafts(asked, loan, events, desk);
        if (!drafts.Ok)
        {
            return Result<List<LoanHappening>>.Refused(drafts.Refusals);
        }

        if (drafts.Value.FirstOrDefault(d => d.Reference is { } reference && events.Exists(e => e.Reference == reference)) is { } twice)
        {
            return LoanRefusals.ReferenceThere(twice.Reference!);
        }

        var last = events.Select(e => e.N).DefaultIfEmpty(0).Max();
        return Result<List<LoanHappening>>.Of([.. events, .. drafts.Value.Select((d, i) => LoanWriting.Row(desk, loan, d, last + 1 + i, ""))]);
    }

    private static Result<List<LoanHappening>> Undone(Loan loan, List<LoanHappening> events, JsonNode? order, LoanDesk desk)
    {
        if (LoanEventDoor.Body<UndoEventRequest>(order) is not { } asked)
        {
            return LendingRefusals.Word("event", Undo, [.. RecordEvents.Paths, Undo]);
        }

        return asked.BaseVersion != loan.Version ? LendingRefusals.Stale(asked.BaseVersion, loan.Version)
            : UndoEvent.Against(events, asked.N) is { } refusal ? refusal
            : Result<List<LoanHappening>>.Of([.. events.Where(e => e.N != asked.N)]);
    }
}
