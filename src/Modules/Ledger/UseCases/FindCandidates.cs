using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <summary>An entry that may fulfil a planned one.</summary>
public sealed record CandidateRow : EntryRow
{
    internal CandidateRow(EntryRow row)
        : base(row)
    {
    }

    /// <summary>What of it is not matched yet between the two accounts, in yuan.</summary>
    public required string Fits { get; init; }

    /// <summary>Days from the due date; negative when it came earlier.</summary>
    public required int Days { get; init; }
}

public sealed record CandidateList(IReadOnlyList<CandidateRow> Entries);

/// <summary>The entries that may fulfil a planned one: on the same two accounts, about its day, best first.</summary>
internal static class FindCandidates
{
    /// <summary>Days around the due date within which payments are looked for.</summary>
    private const int Around = 183;

    private const int Most = 20;
    private const int Chunk = 256;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/ledger/books/{id:guid}/planned/{plannedId:guid}/candidates", Answer)
        .WithName("findCandidates").Reads("ledger").WithSummary("Entries that may fulfil a planned one, best first").Produces<CandidateList>().ProducesProblem(404);

    private static IResult Answer(Guid id, Guid plannedId, HttpContext context, Store store)
    {
        using var read = store.Read(RequestViewer.Of(context));
        if (PlannedReading.One(read.Session, plannedId) is not { } planned || planned.BookId != id || !LedgerReading.Sees(read, id))
        {
            return Unseen.Problem(context, "planned", plannedId);
        }

        var candidates = Of(read.Session, planned)
            .OrderBy(c => c.Fits == planned.OpenFen ? 0 : 1).ThenBy(c => Math.Abs(Days(c.Entry, planned))).ThenBy(c => Math.Abs(c.Fits - planned.OpenFen)).ThenByDescending(c => c.Entry.Seq)
            .Take(Most);
        return Results.Json(new CandidateList([.. candidates.Select(c => new CandidateRow(EntryRow.Of(c.Entry)) { Fits = Money.FenText(c.Fits), Days = Days(c.Entry, planned) })]), WebJson.Options);
    }

    private static int Days(EntryFacts entry, PlannedFacts planned) => entry.Effective.DayNumber - planned.Due.DayNumber;

    /// <summary>Along the account with fewer lines.</summary>
    private static IEnumerable<(EntryFacts Entry, long Fits)> Of(Session session, PlannedFacts planned)
    {
        var lines = session.List("SELECT no, lines FROM ldg_account WHERE no = @p0 OR no = @p1", row => (No: row.Long(0), Lines: row.Long(1)), planned.DebitNo, planned.CreditNo);
        var account = lines.MinBy(a => a.Lines).No;
        var side = account == planned.DebitNo ? Side.Debit : Side.Credit;
        var from = DateOnly.FromDayNumber(Math.Max(0, planned.Due.DayNumber - Around));
        return new LineChain(session, account).Since(from, null)
            .Where(l => Math.Abs(l.Effective.DayNumber - planned.Due.DayNumber) <= Around && EntryRow.SideOf(l.Fen) == side)
            .Select(l => Line.SequenceOf(l.Id)).Distinct().Reverse().Chunk(Chunk)
            .SelectMany(some => EntryReading.Of(session, some))
            .Select(e => (e, Matching.Fits(session, e, planned.DebitNo, planned.CreditNo)))
            .Where(c => c.Item2 > 0);
    }
}
