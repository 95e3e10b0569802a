using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <param name="EntryId">An entry on the same two accounts.</param>
/// <param name="Amount">Yuan; null for as much as fits.</param>
public sealed record MatchRequest(Guid EntryId, string? Amount = null);

/// <summary>核销: says which real entry fulfils a planned one, wholly or in part, and takes that back.</summary>
internal static class Matching
{
    private static readonly TableShape Shape = new("ldg_match", TableShape.Text("planned_id"), TableShape.Text("entry_id"), TableShape.Long("fen"), TableShape.Long("at"), TableShape.Text("by"));

    private static readonly TableShape Lock = new("ldg_entry", TableShape.Text("id"));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/ledger/planned/{id:guid}/matches", MatchAnswer).WithName("matchPlanned").Act("ledger.planned.match").WithSummary("Match a planned entry with a real one").Produces<PlannedRow>().ProducesProblem(404).ProducesProblem(422);
        api.MapDelete("/ledger/planned/{id:guid}/matches/{entryId:guid}", UnmatchAnswer).WithName("unmatchPlanned").Act("ledger.planned.unmatch").WithSummary("Take a match back").Produces<PlannedRow>().ProducesProblem(404);
    }

    /// <param name="amount">Null for as much as fits.</param>
    public static Result<PlannedFacts> Match(ZhirongContext work, Guid id, Guid entryId, Money? amount, TimeProvider clock)
    {
        if (PlannedReading.One(work.Session, id) is not { } planned || !LedgerReading.Sees(work, planned.BookId))
        {
            return LedgerReading.Missing(work, "planned", id, PlannedReading.One(work.Session, id)?.BookId);
        }

        if (PlannedReading.MatchesOf(work.Session, [id])[id].FirstOrDefault(m => m.EntryId == entryId) is { } known)
        {
            return amount is null || amount.Value.Fen == known.Fen ? planned : LedgerRefusals.NoMatch(entryId, new("两者已匹配，金额不同", "The two are matched already with another amount"));
        }

        if (planned.OpenFen == 0)
        {
            return LedgerRefusals.Planned(id, planned.Cancelled ? new("该计划分录已取消", "The planned entry was cancelled") : new("该计划分录已全部匹配", "The planned entry is matched already"));
        }

        // Whoever else matches the same entry waits.
        work.Session.Find(Lock, "id", [RowValues.Of(entryId)], _ => { }, locked: true);
        if (EntryReading.Seen(work, entryId) is not { } entry || entry.BookId != planned.BookId)
        {
            return LedgerRefusals.NoMatch(entryId, new("本账簿中没有这条分录", "The book has no such entry"));
        }

        var open = Math.Min(planned.OpenFen, Fits(work.Session, entry, planned.DebitNo, planned.CreditNo));
        return open <= 0 ? LedgerRefusals.NoMatch(entryId, new("该分录不在这两个科目上、已冲销或已匹配完", "The entry is not on these two accounts, is reversed, or is matched already"))
            : amount?.Fen > open ? LedgerRefusals.NoMatch(entryId, new($"至多可匹配 {Money.FenText(open)}", $"At most {Money.FenText(open)} can be matched"))
            : Keep(work, planned, entryId, amount?.Fen ?? open, clock);
    }

    /// <summary>What of an entry can still be matched between two accounts, in fen.</summary>
    public static long Fits(Session session, EntryFacts entry, long debit, long credit)
    {
        if (entry.ReversedBy is not null || entry.Reverses is not null)
        {
            return 0;
        }

        var taken = PlannedReading.Taken(session, entry.Id, debit, credit);
        return Math.Max(0, Math.Min(entry.On(debit, Side.Debit) - taken.Debit, entry.On(credit, Side.Credit) - taken.Credit));
    }

    /// <summary>Whether an entry was once said to fulfil a planned one, though it may have been taken back since.</summary>
    public static bool WasMatched(Session session, Guid planned, Guid entry) => EvidenceLeaves.Stated(session, "planned", [RowValues.Of(planned)]).Values.SelectMany(all => all)
        .Any(s => s.Event == "PlannedMatched" && s.Content?.Contains($"\"entry\":\"{RowValues.Of(entry)}\"", StringComparison.Ordinal) == true);

    /// <summary>Opens again what an entry fulfilled.</summary>
    public static void Release(ZhirongContext work, Guid entry, TimeProvider clock)
    {
        // Whoever matches it at this moment is waited for, so that his match is seen; whoever comes later sees the reversal.
        work.Session.Find(Lock, "id", [RowValues.Of(entry)], _ => { }, locked: true);
        foreach (var match in PlannedReading.MatchesWith(work.Session, entry))
        {
            Remove(work, match, clock);
        }
    }

    private static Result<PlannedFacts> Unmatch(ZhirongContext work, Guid id, Guid entryId, TimeProvider clock)
    {
        if (PlannedReading.One(work.Session, id) is not { } planned || !LedgerReading.Sees(work, planned.BookId))
        {
            return LedgerReading.Missing(work, "planned", id, PlannedReading.One(work.Session, id)?.BookId);
        }

        if (PlannedReading.MatchesOf(work.Session, [id])[id].FirstOrDefault(m => m.EntryId == entryId) is not { } match)
        {
            return WebRefusals.NotFound("matches", $"{entryId}");
        }

        Remove(work, match, clock);
        return PlannedReading.One(work.Session, id)!;
    }

    private static Result<PlannedFacts> Keep(ZhirongContext work, PlannedFacts planned, Guid entry, long fen, TimeProvider clock)
    {
        var changed = work.Session.Execute("UPDATE ldg_planned SET matched_fen = matched_fen + @p0 WHERE id = @p1 AND cancelled = 0 AND matched_fen + @p0 <= fen", fen, RowValues.Of(planned.Id));
        if (changed == 0)
        {
            return LedgerRefusals.Planned(planned.Id, new("该计划分录已被他人匹配或取消", "Somebody else matched or cancelled the planned entry"));
        }

        work.Session.Insert(new RowSet(Shape).Add(RowValues.Of(planned.Id), RowValues.Of(entry), fen, Instant.Now(clock), work.Viewer.Person));
        Record(work, "PlannedMatched", planned.Id, entry, fen, clock);
        return PlannedReading.One(work.Session, planned.Id)!;
    }

    private static void Remove(ZhirongContext work, MatchFacts match, TimeProvider clock)
    {
        if (work.Session.Execute("DELETE FROM ldg_match WHERE planned_id = @p0 AND entry_id = @p1", RowValues.Of(match.PlannedId), RowValues.Of(match.EntryId)) == 1)
        {
            work.Session.Execute("UPDATE ldg_planned SET matched_fen = matched_fen - @p0 WHERE id = @p1", match.Fen, RowValues.Of(match.PlannedId));
            Record(work, "PlannedUnmatched", match.PlannedId, match.EntryId, match.Fen, clock);
        }
    }

    internal static void Record(ZhirongContext work, string name, Guid planned, Guid entry, long fen, TimeProvider clock) =>
        EvidenceLeaves.Record(work, new(name, "planned", RowValues.Of(planned), new JsonObject { ["amount"] = Money.FenText(fen), ["entry"] = RowValues.Of(entry), ["planned"] = RowValues.Of(planned) }), clock);

    private static async Task<IResult> MatchAnswer(Guid id, BodyOf<MatchRequest> body, HttpContext context, Store store, TimeProvider clock)
    {
        var amount = body.Value.Ok && body.Value.Value.Amount is { } given ? Amounts.Read("amount", given) : Money.Zero;
        if (!body.Value.Ok || !amount.Ok)
        {
            return Problems.Of(context, body.Value.Ok ? amount.Refusals : body.Value.Refusals);
        }

        var request = body.Value.Value;
        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work =>
            Task.FromResult(View(work, Match(work, id, request.EntryId, request.Amount is null ? null : amount.Value, clock), RequestLanguage.Of(context))));
        return Answers.Written(context, written, body.Key);
    }

    private static async Task<IResult> UnmatchAnswer(Guid id, Guid entryId, HttpContext context, Store store, TimeProvider clock)
    {
        var written = await store.Commits.Once(RequestViewer.Of(context), null, clock, work =>
            Task.FromResult(View(work, Unmatch(work, id, entryId, clock), RequestLanguage.Of(context))));
        return Answers.Written(context, written, null);
    }

    private static Result<PlannedRow> View(ZhirongContext work, Result<PlannedFacts> planned, Language language) =>
        planned.Ok ? PlannedRows.Of(work.Session, [planned.Value], language)[0] : Result<PlannedRow>.Refused(planned.Refusals);
}
