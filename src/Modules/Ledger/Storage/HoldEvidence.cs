using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Evidence.Model;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>Every hold is what was placed, and has ended only as its evidence says.</summary>
internal static class HoldEvidence
{
    private const int Step = 2000;

    public static StoreCheck Verify(Session session)
    {
        var findings = new EvidenceFindings();
        for (var holds = Read(session, ""); holds.Count > 0; holds = Read(session, holds[^1].Id))
        {
            var stated = EvidenceLeaves.Stated(session, "hold", [.. holds.Select(h => h.Id)]);
            foreach (var hold in holds)
            {
                findings.Take(hold.Id, Agrees(hold, stated.GetValueOrDefault(hold.Id, [])));
            }
        }

        return findings.Check(session, "ledger.holds.evidence", new("预留与其存证一致", "Holds say what their evidence says"), "HoldPlaced", "hold", "ldg_hold");
    }

    private static Agreement Agrees(StoredHold hold, IReadOnlyList<Stated> stated)
    {
        List<Stated> placed = [.. stated.Where(s => s.Event == "HoldPlaced")];
        List<Stated> ended = [.. stated.Where(s => s.Event is "HoldPosted" or "HoldVoided" or "HoldExpired")];
        var (only, end) = (placed is [var one] ? one : null, ended is [var last] ? last : null);
        if (only is null || !Signer.Names(only.By, hold.By) || (hold.State == HoldReading.Pending ? ended.Count > 0 : end?.Event != EventOf(hold.State)))
        {
            return Agreement.No;
        }

        var (begun, over) = (Facts(only), end is null ? null : Facts(end));
        return begun is { } facts && !EvidenceFindings.Holds(facts, ("amount", Money.FenText(hold.Fen)), ("book", hold.Book), ("credit", hold.Credit), ("debit", hold.Debit), ("event", hold.Event), ("expires", hold.Expires), ("memo", hold.Memo)) ? Agreement.No
            : over is { } close && !EvidenceFindings.Holds(close, ("entry", hold.Entry), ("posted", hold.PostedFen is { } posted ? Money.FenText(posted) : null), ("state", hold.State)) ? Agreement.No
            : begun is not null && (end is null || over is not null) ? Agreement.Yes
            : (begun is null && !only.Erased) || (end is { Erased: false } && over is null) ? Agreement.No : Agreement.Unknown;
    }

    private static string EventOf(string state) => state switch { HoldReading.Posted => "HoldPosted", HoldReading.Voided => "HoldVoided", _ => "HoldExpired" };

    private static JsonNode? Facts(Stated stated) => stated.Content is null ? null : JsonNode.Parse(stated.Content);

    private static List<StoredHold> Read(Session session, string after) => session.List(
        $"""
        SELECT h.id, h.book_id, d.code, c.code, h.fen, h.posted_fen, h.state, h.expires, h.created_by, h.event, h.memo, h.entry
        FROM ldg_hold h JOIN ldg_account d ON d.no = h.debit_no JOIN ldg_account c ON c.no = h.credit_no WHERE h.id > @p0 ORDER BY h.id LIMIT {Step}
        """,
        row => new StoredHold(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Long(4), row.LongOrNull(5), row.Text(6), row.TextOrNull(7), row.Text(8), row.Text(9), row.Text(10), row.TextOrNull(11)),
        after);

    private sealed record StoredHold(string Id, string Book, string Debit, string Credit, long Fen, long? PostedFen, string State, string? Expires, string By, string Event, string Memo, string? Entry);
}
