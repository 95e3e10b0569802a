using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <param name="N">Number of the event.</param>
/// <param name="Reason">Why it was wrong.</param>
public sealed record UndoEventRequest(int N, string Reason, int BaseVersion);

/// <param name="Reason">Why it is given up.</param>
public sealed record CancelPayoutRequest(string Reason, int BaseVersion);

/// <summary>撤销误记的事项; 取消银行未付的放款. What was posted is never changed: the next close posts the difference.</summary>
internal static class UndoEvent
{
    private static readonly string[] Typed = [EventKinds.Receipt, EventKinds.Prepaid, EventKinds.Fee, EventKinds.Misuse, EventKinds.Judged, EventKinds.Repriced];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/loans/{id:guid}/undo", Undo).WithName("undoLoanEvent").WithSummary("Take back what was entered by mistake; its postings are reversed by difference").Produces<LoanDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.loan.undo");
        api.MapPost("/loans/{id:guid}/payouts/{n:int}/cancel", Cancel).WithName("cancelPayout").WithSummary("Give up a payment the bank has refused; the line has it back").Produces<LoanDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.loan.cancel");
    }

    /// <summary>Why an event cannot be taken back; null where it can.</summary>
    public static Engine.Basics.Refusal? Against(List<LoanHappening> events, int n) =>
        events.Find(e => e.N == n) is not { UndoneOn: null } found || !Typed.Contains(found.Kind) || found.Reference.StartsWith("receipt-", StringComparison.Ordinal) || found.Reference.StartsWith("receivable-", StringComparison.Ordinal)
            ? LoanRefusals.Undone(n, events.Find(e => e.N == n) is { } other ? other.UndoneOn is null ? other.Kind : "undone" : "—")
            : null;

    private static Task<IResult> Undo(Guid id, BodyOf<UndoEventRequest> body, HttpContext context, LoanDesk desk) => Change(id, body, context, desk, r => (r.N, r.Reason, r.BaseVersion), async (work, loan, n) =>
    {
        var events = await LoanWriting.Events(work, id);
        if (Against(events, n) is { } no)
        {
            return no;
        }

        var found = events.Find(e => e.N == n)!;
        var before = LoanWriting.Failing(loan, events, desk);
        found.UndoneOn = desk.Today;
        foreach (var broken in LoanWriting.Failing(loan, events, desk).Where(f => !before.ContainsKey(f.Key)).OrderBy(f => f.Key).Take(1))
        {
            return LoanRefusals.Breaks($"{broken.Key}: {broken.Value.Code}");
        }

        loan.Backdated = loan.Backdated == 1 || found.Effective <= loan.ClosedDay ? 1 : 0;
        return null;
    }, "LoanEventUndone");

    private static Task<IResult> Cancel(Guid id, int n, BodyOf<CancelPayoutRequest> body, HttpContext context, LoanDesk desk) => Change(id, body, context, desk, r => (n, r.Reason, r.BaseVersion), async (work, loan, _) =>
    {
        if (await work.Set<LoanPayout>().SingleOrDefaultAsync(p => p.LoanId == id && p.N == n) is not { } payout || payout.State is not (PayoutStates.Rejected or PayoutStates.Returned))
        {
            return LoanRefusals.NotPaid(await work.Set<LoanPayout>().Where(p => p.LoanId == id && p.N == n).Select(p => p.State).SingleOrDefaultAsync() ?? "—");
        }

        if (payout.State == PayoutStates.Rejected)
        {
            // What came back was given to the line when it did.
            LineGuard.Free(work.Session, loan.FacilityId, loan.MemberN, payout.Fen);
        }

        payout.State = PayoutStates.Cancelled;
        if (!await work.Set<LoanPayout>().AnyAsync(p => p.LoanId == id && p.N != n && p.State != PayoutStates.Cancelled))
        {
            loan.State = LoanStates.Cancelled;
        }

        return null;
    }, "LoanPayoutCancelled");

    private static async Task<IResult> Change<T>(Guid id, BodyOf<T> body, HttpContext context, LoanDesk desk, Func<T, (int N, string Reason, int BaseVersion)> read, Func<ZhirongContext, Loan, int, Task<Engine.Basics.Refusal?>> change, string name)
        where T : class
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, (n, why, version), language) = (new LendingForm(), read(body.Value.Value), RequestLanguage.Of(context));
        var reason = form.Text("reason", why, 500);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<LoanDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await LoanWriting.Locked(work, id) is not { } loan)
            {
                return OpenLoan.Missing(work, id);
            }

            if (version != loan.Version)
            {
                return LendingRefusals.Stale(version, loan.Version);
            }

            if (await change(work, loan, n) is { } refusal)
            {
                return refusal;
            }

            LoanWriting.Touch(work, desk, loan);
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new(name, "loan", RowValues.Of(id), new JsonObject { ["n"] = n, ["reason"] = reason }), desk.Clock)]);
            return OpenLoan.Detail(work, loan, desk, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }
}
