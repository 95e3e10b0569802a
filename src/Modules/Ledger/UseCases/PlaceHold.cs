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

/// <param name="Id">UUIDv7 made by the caller; the same id is the same hold.</param>
/// <param name="Debit">Code of the account to be debited.</param>
/// <param name="Credit">Code of the account to be credited.</param>
/// <param name="Amount">Yuan, above zero.</param>
/// <param name="Event">What it is set aside for, 1 to 60 characters; the event of the entry it becomes.</param>
/// <param name="Memo">At most 500 characters.</param>
/// <param name="Expires">The last business date on which it stands; null without end.</param>
public sealed record PlaceHoldRequest(Guid Id, string Debit, string Credit, string Amount, string Event, string? Memo = null, DateOnly? Expires = null);

/// <summary>预留: sets an amount aside between two accounts; both their rules count it.</summary>
internal static class PlaceHold
{
    private static readonly TableShape Shape = new(
        "ldg_hold",
        TableShape.Text("id"), TableShape.Text("book_id"), TableShape.Long("debit_no"), TableShape.Long("credit_no"), TableShape.Long("fen"), TableShape.Text("state"), TableShape.Text("created_on"), TableShape.Text("expires"), TableShape.Long("created_at"), TableShape.Text("created_by"), TableShape.Text("event"), TableShape.Text("memo"));

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/ledger/books/{id:guid}/holds", Answer)
        .WithName("placeHold").Act("ledger.hold.place").WithSummary("Set an amount aside between two accounts").Produces<HoldRow>(201).ProducesProblem(404).ProducesProblem(422);

    public static Result<HoldChange> Place(ZhirongContext work, LedgerBooks books, Guid book, PlaceHoldRequest request)
    {
        var asked = LedgerReading.Sees(work, book) ? Asked(work, books, book, request) : LedgerReading.Missing(work, "books", book, book);
        if (!asked.Ok)
        {
            return Result<HoldChange>.Refused(asked.Refusals);
        }

        var hold = asked.Value;
        if (HoldReading.One(work.Session, hold.Id) is { } known)
        {
            return Difference(known, hold) is { } field ? LedgerRefusals.Differs(field.Name, field.Found, field.Stands) : new HoldChange(false, known);
        }

        // The date first, and held still: who moves it looks for holds whose last day has passed.
        var business = LedgerReading.StillDates(work.Session, book).BusinessDate;
        var board = AccountBoard.Load(work.Session, [hold.DebitNo, hold.CreditNo]);
        var (debit, credit) = (board[hold.DebitNo], board[hold.CreditNo]);
        var refusal = debit.Closed ? LedgerRefusals.Closed("debit", debit.Code)
            : credit.Closed ? LedgerRefusals.Closed("credit", credit.Code)
            : hold.DebitNo == hold.CreditNo ? LedgerRefusals.SameAccount(credit.Code)
            : hold.Expires is { } expires && expires < business ? LedgerRefusals.Expires(expires, business)
            : debit.Overflows(hold.Fen) ?? credit.Overflows(hold.Fen) ?? Rules(debit, credit, hold.Fen);
        if (refusal is not null)
        {
            return refusal;
        }

        debit.HoldDebit(hold.Fen);
        credit.HoldCredit(hold.Fen);
        board.Save(work.Session);
        Insert(work, hold with { CreatedOn = business }, books.Clock);
        var placed = HoldReading.One(work.Session, hold.Id)!;
        EvidenceLeaves.Record(work, HoldRows.Happening("HoldPlaced", placed, debit.Code, credit.Code, placed.Memo), books.Clock);
        return new HoldChange(true, placed);
    }

    /// <summary>What is asked for, checked as far as it can be without the accounts.</summary>
    private static Result<HoldFacts> Asked(ZhirongContext work, LedgerBooks books, Guid book, PlaceHoldRequest request)
    {
        var amount = Amounts.Read("amount", request.Amount);
        if (!amount.Ok)
        {
            return Result<HoldFacts>.Refused(amount.Refusals);
        }

        var (debit, credit) = (books.Number(work.Viewer, book, request.Debit, work), books.Number(work.Viewer, book, request.Credit, work));
        var (memo, expected) = (request.Memo ?? "", 500);
        return debit is null ? LedgerRefusals.Account("debit", request.Debit)
            : credit is null ? LedgerRefusals.Account("credit", request.Credit)
            : request.Event.Trim().Length is 0 || request.Event.Length > 60 ? LedgerRefusals.Text("event", request.Event.Length, 60)
            : memo.Length > expected ? LedgerRefusals.Text("memo", memo.Length, expected)
            : new HoldFacts(request.Id, book, debit.Value, credit.Value, amount.Value.Fen, null, HoldReading.Pending, default, request.Expires, null, request.Event, memo, null);
    }

    private static Refusal? Rules(AccountState debit, AccountState credit, long fen)
    {
        foreach (var rule in (ReadOnlySpan<AccountRule>)[AccountRule.NotBelowZero, AccountRule.Limit])
        {
            if ((debit.Forbids(rule, fen, 0) ?? credit.Forbids(rule, 0, fen)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static (string Name, string Found, string Stands)? Difference(HoldFacts stands, HoldFacts asked) =>
        stands.BookId != asked.BookId ? ("book", $"{asked.BookId}", $"{stands.BookId}")
        : stands.DebitNo != asked.DebitNo ? ("debit", "—", "—")
        : stands.CreditNo != asked.CreditNo ? ("credit", "—", "—")
        : stands.Fen != asked.Fen ? ("amount", Money.FenText(asked.Fen), Money.FenText(stands.Fen))
        : stands.Expires != asked.Expires ? ("expires", $"{asked.Expires:yyyy-MM-dd}", $"{stands.Expires:yyyy-MM-dd}")
        : stands.Event != asked.Event ? ("event", asked.Event, stands.Event)
        : stands.Memo != asked.Memo ? ("memo", asked.Memo, stands.Memo)
        : null;

    private static void Insert(ZhirongContext work, HoldFacts hold, TimeProvider clock) => work.Session.Insert(new RowSet(Shape).Add(
        RowValues.Of(hold.Id), RowValues.Of(hold.BookId), hold.DebitNo, hold.CreditNo, hold.Fen, hold.State, RowValues.Of(hold.CreatedOn), RowValues.Of(hold.Expires), Instant.Now(clock), work.Viewer.Person, hold.Event, hold.Memo));

    private static async Task<IResult> Answer(Guid id, BodyOf<PlaceHoldRequest> body, HttpContext context, Store store, LedgerBooks books, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(HoldRows.View(work, Place(work, books, id, body.Value.Value))));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }
}
