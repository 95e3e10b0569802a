using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Posting;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <param name="Date">Later than the book's business date.</param>
public sealed record MoveBusinessDateRequest(DateOnly Date);

/// <param name="Expired">Holds whose last day has passed.</param>
public sealed record MovedBusinessDate(BookRow Book, IReadOnlyList<HoldRow> Expired);

/// <summary>Moves a book to a later business date; holds that stood until an earlier day expire with it.</summary>
internal static class MoveBusinessDate
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/ledger/books/{id:guid}/business-date", Answer)
        .WithName("moveBusinessDate").Act("ledger.date.move").WithSummary("Move a book's business date forward").Produces<MovedBusinessDate>().ProducesProblem(404).ProducesProblem(422);

    /// <param name="entries">How many entries the book has, counted before the work; null to count them in it.</param>
    public static Result<MovedBusinessDate> Move(ZhirongContext work, Guid book, DateOnly date, TimeProvider clock, long? entries = null)
    {
        if (!LedgerReading.Sees(work, book))
        {
            return LedgerReading.Missing(work, "books", book, book);
        }

        var before = LedgerReading.Dates(work.Session, book).BusinessDate;
        if (work.Session.Execute("UPDATE ldg_book SET business_date = @p0, version = version + 1 WHERE id = @p1 AND business_date < @p0", RowValues.Of(date), RowValues.Of(book)) == 0)
        {
            return LedgerRefusals.BusinessDate(date, before);
        }

        var expired = Expire(work, book, date, clock);
        EvidenceLeaves.Record(work, new("BusinessDateMoved", "book", RowValues.Of(book), new JsonObject { ["before"] = RowValues.Of(before), ["date"] = RowValues.Of(date), ["expired"] = expired.Count }), clock);
        return new MovedBusinessDate((entries is { } counted ? BookRows.Within(work.Session, book, counted) : BookRows.One(work.Session, book))!, HoldRows.Of(work.Session, expired));
    }

    private static List<HoldFacts> Expire(ZhirongContext work, Guid book, DateOnly date, TimeProvider clock)
    {
        var candidates = HoldReading.Before(work.Session, book, date);
        if (candidates.Count == 0)
        {
            return [];
        }

        // Read again once the accounts are locked: another server may have posted one meanwhile.
        var board = AccountBoard.Load(work.Session, candidates.SelectMany(h => (long[])[h.DebitNo, h.CreditNo]));
        var known = candidates.Select(h => h.Id).ToHashSet();
        var at = Instant.Now(clock);
        List<HoldFacts> expired = [.. HoldReading.Before(work.Session, book, date).Where(h => known.Contains(h.Id)).Select(h => h with { State = HoldReading.Expired, ClosedAt = at })];
        foreach (var hold in expired)
        {
            CloseHold.Release(board, hold);
            work.Session.Execute("UPDATE ldg_hold SET state = 'expired', closed_at = @p0 WHERE id = @p1", at, RowValues.Of(hold.Id));
        }

        board.Save(work.Session);
        EvidenceLeaves.Write(work.Session, expired.Select(h => EvidenceLeaves.Prepare(work.Viewer, HoldRows.Happening("HoldExpired", h, board[h.DebitNo].Code, board[h.CreditNo].Code, h.Memo), clock)));
        return expired;
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<MoveBusinessDateRequest> body, HttpContext context, Store store, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (viewer, entries) = (RequestViewer.Of(context), 0L);
        await using (var read = store.Read(viewer))
        {
            entries = LedgerReading.Sees(read, id) ? BookRows.Entries(read.Session, id) : 0;
        }

        var written = await store.Commits.Once(viewer, body.Key, clock, work => Task.FromResult(Move(work, id, body.Value.Value.Date, clock, entries)));
        return Answers.Written(context, written, body.Key);
    }
}
