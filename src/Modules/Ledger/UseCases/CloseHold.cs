using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Posting;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <param name="Id">UUIDv7 of the entry, made by the caller.</param>
/// <param name="Effective">The day from which the entry counts.</param>
/// <param name="Amount">At most what is held, the rest being released; null for all of it.</param>
/// <param name="Memo">Memo of the entry.</param>
public sealed record PostHoldRequest(Guid Id, DateOnly Effective, string? Amount = null, string? Memo = null);

/// <param name="Memo">Why; at most 500 characters.</param>
public sealed record VoidHoldRequest(string? Memo = null);

/// <summary>Ends a hold, once: by the entry it was set aside for, or by letting it go.</summary>
internal static class CloseHold
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/ledger/holds/{id:guid}/post", PostAnswer).WithName("postHold").Act("ledger.hold.post").WithSummary("Post a hold as an entry and release the rest").Produces<HoldRow>().ProducesProblem(404).ProducesProblem(422);
        api.MapPost("/ledger/holds/{id:guid}/void", VoidAnswer).WithName("voidHold").Act("ledger.hold.void").WithSummary("Let a hold go").Produces<HoldRow>().ProducesProblem(404).ProducesProblem(422);
    }

    public static Result<HoldChange> Post(ZhirongContext work, LedgerBooks books, Guid id, PostHoldRequest request)
    {
        var amount = request.Amount is { } given ? Amounts.Read("amount", given) : Money.Zero;
        if (!amount.Ok)
        {
            return Result<HoldChange>.Refused(amount.Refusals);
        }

        if (Locked(work, id) is not var (hold, board))
        {
            return LedgerReading.Missing(work, "holds", id, HoldReading.One(work.Session, id)?.BookId);
        }

        var held = Money.OfFen(hold.Fen);
        var prepared = Entry(work, books, hold, board, request, request.Amount is null ? held : amount.Value);
        if (!prepared.Ok)
        {
            return Result<HoldChange>.Refused(prepared.Refusals);
        }

        var entry = prepared.Value;
        var standing = Standing.Load(work.Session, [entry]);
        if (entry.Blocked is null && standing.Find(request.Id) is null)
        {
            Release(board, hold);
        }

        var outcome = books.Posting.Post(work.Session, [entry], standing, board)[0];
        if (outcome.Result == PostResult.Refused)
        {
            return Result<HoldChange>.Refused(outcome.Refusals);
        }

        if (outcome.Result == PostResult.Exists)
        {
            return hold.Entry == request.Id ? new HoldChange(false, hold) : LedgerRefusals.Differs("hold", $"{id}", "—");
        }

        return Closed(work, books, board, hold with { State = HoldReading.Posted, PostedFen = entry.AmountFen, Entry = request.Id }, "HoldPosted", request.Memo ?? "");
    }

    public static Result<HoldChange> Void(ZhirongContext work, LedgerBooks books, Guid id, VoidHoldRequest request)
    {
        if (Locked(work, id) is not var (hold, board))
        {
            return LedgerReading.Missing(work, "holds", id, HoldReading.One(work.Session, id)?.BookId);
        }

        if (!hold.Pending)
        {
            return NotPending(hold);
        }

        if (request.Memo is { Length: > 500 } memo)
        {
            return LedgerRefusals.Text("memo", memo.Length, 500);
        }

        Release(board, hold);
        return Closed(work, books, board, hold with { State = HoldReading.Voided }, "HoldVoided", request.Memo ?? "");
    }

    /// <summary>Takes a hold off its accounts.</summary>
    public static void Release(AccountBoard board, HoldFacts hold)
    {
        board[hold.DebitNo].HoldDebit(-hold.Fen);
        board[hold.CreditNo].HoldCredit(-hold.Fen);
    }

    /// <summary>The hold as it stands once its accounts are locked; null when the viewer may not see it.</summary>
    private static (HoldFacts Hold, AccountBoard Board)? Locked(ZhirongContext work, Guid id)
    {
        if (HoldReading.One(work.Session, id) is not { } hold || !LedgerReading.Sees(work, hold.BookId))
        {
            return null;
        }

        var board = AccountBoard.Load(work.Session, [hold.DebitNo, hold.CreditNo]);
        return (HoldReading.One(work.Session, id)!, board);
    }

    private static Result<PreparedEntry> Entry(ZhirongContext work, LedgerBooks books, HoldFacts hold, AccountBoard board, PostHoldRequest request, Money amount)
    {
        var draft = new EntryDraft
        {
            Id = request.Id,
            Effective = request.Effective,
            Event = hold.Event,
            Memo = request.Memo ?? "",
            Lines = [new(board[hold.DebitNo].Code, Side.Debit, amount), new(board[hold.CreditNo].Code, Side.Credit, amount)],
        };
        var prepared = books.Prepare(work.Viewer, hold.BookId, draft, work, hold.Id);
        var business = LedgerReading.Dates(work.Session, hold.BookId).BusinessDate;
        var blocked = !hold.Pending || hold.Expires < business ? NotPending(hold) : amount.Fen > hold.Fen ? LedgerRefusals.HoldAmount(amount, Money.OfFen(hold.Fen)) : null;
        return prepared.Ok ? prepared.Value with { Blocked = blocked } : prepared;
    }

    private static Refusal NotPending(HoldFacts hold) => LedgerRefusals.Hold(hold.Id, hold.State switch
    {
        HoldReading.Posted => new("该预留已入账", "The hold was posted already"),
        HoldReading.Voided => new("该预留已撤销", "The hold was voided"),
        _ => new("该预留已到期", "The hold has expired"),
    });

    private static HoldChange Closed(ZhirongContext work, LedgerBooks books, AccountBoard board, HoldFacts hold, string name, string memo)
    {
        board.Save(work.Session);
        var closed = hold with { ClosedAt = Instant.Now(books.Clock) };
        work.Session.Execute(
            "UPDATE ldg_hold SET state = @p0, posted_fen = @p1, closed_at = @p2, entry = @p3 WHERE id = @p4",
            closed.State, closed.PostedFen, closed.ClosedAt, RowValues.Of(closed.Entry), RowValues.Of(closed.Id));
        EvidenceLeaves.Record(work, HoldRows.Happening(name, closed, board[hold.DebitNo].Code, board[hold.CreditNo].Code, memo), books.Clock);
        return new(true, closed);
    }

    private static async Task<IResult> PostAnswer(Guid id, BodyOf<PostHoldRequest> body, HttpContext context, Store store, LedgerBooks books, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(HoldRows.View(work, Post(work, books, id, body.Value.Value))));
        return Answers.Written(context, written, body.Key);
    }

    private static async Task<IResult> VoidAnswer(Guid id, BodyOf<VoidHoldRequest> body, HttpContext context, Store store, LedgerBooks books, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(HoldRows.View(work, Void(work, books, id, body.Value.Value))));
        return Answers.Written(context, written, body.Key);
    }
}
