using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>
/// Every account has the class, side, rule and state that were last stated: when it was changed or added, else when its book was
/// opened. Books opened before their accounts were stated say nothing of those that never changed.
/// </summary>
internal static class AccountEvidence
{
    private const int Step = 2000;

    public static StoreCheck Verify(Session session)
    {
        var findings = new EvidenceFindings();
        var books = new Dictionary<string, IReadOnlyDictionary<string, JsonNode>?>(StringComparer.Ordinal);
        for (var accounts = Read(session, 0); accounts.Count > 0; accounts = Read(session, accounts[^1].No))
        {
            var stated = EvidenceLeaves.Stated(session, "account", [.. accounts.Select(a => a.Id)]);
            Openings(session, books, [.. accounts.Select(a => a.Book).Where(b => !books.ContainsKey(b)).Distinct()]);
            foreach (var account in accounts)
            {
                findings.Take($"{account.Code}", Agrees(account, stated.GetValueOrDefault(account.Id, []), books[account.Book]));
            }
        }

        return findings.Check(session, "ledger.accounts.evidence", new("科目属性与其存证一致", "Accounts have the class, side, rule and state their evidence says"), "AccountAdded", "account", "ldg_account");
    }

    /// <summary>The accounts each book was opened with, by code; null where its evidence does not list them.</summary>
    private static void Openings(Session session, Dictionary<string, IReadOnlyDictionary<string, JsonNode>?> books, IReadOnlyList<string> wanted)
    {
        var stated = EvidenceLeaves.Stated(session, "book", wanted);
        foreach (var book in wanted)
        {
            var content = stated.GetValueOrDefault(book, []).FirstOrDefault(s => s.Event == "BookOpened")?.Content;
            books[book] = (content is null ? null : JsonNode.Parse(content)?["accounts"])?.AsArray().ToDictionary(a => $"{a!["code"]}", a => a!, StringComparer.Ordinal);
        }
    }

    private static Agreement Agrees(StoredAccount account, IReadOnlyList<Stated> stated, IReadOnlyDictionary<string, JsonNode>? opening)
    {
        if (stated.LastOrDefault(s => s.Event is "AccountAdded" or "AccountChanged") is { } last)
        {
            return last.Content is not null ? Says(account, JsonNode.Parse(last.Content), ("closed", account.Closed ? "true" : "false"), ("version", $"{account.Version}"))
                : last.Erased ? Agreement.Unknown : Agreement.No;
        }

        // What was never changed is at its first version and open.
        return account.Version != 1 || account.Closed ? Agreement.No
            : opening is null ? Agreement.Unknown
            : opening.TryGetValue(account.Code, out var opened) ? Says(account, opened) : Agreement.No;
    }

    private static Agreement Says(StoredAccount account, JsonNode? content, params ReadOnlySpan<(string Name, string? Value)> more) =>
        EvidenceFindings.Holds(
            content,
            [("class", account.Class), ("code", account.Code), ("en", account.En), ("limit", account.LimitFen is { } limit ? Money.FenText(limit) : null), ("normal", account.Normal), ("rule", account.Rule), ("zh", account.Zh), .. more])
            ? Agreement.Yes : Agreement.No;

    private static List<StoredAccount> Read(Session session, long after) => session.List(
        $"SELECT no, id, book_id, code, zh, en, class, normal, rule, limit_fen, closed, version FROM ldg_account WHERE no > @p0 ORDER BY no LIMIT {Step}",
        row => new StoredAccount(row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.LongOrNull(9), row.Long(10) != 0, row.Int(11)),
        after);

    private sealed record StoredAccount(long No, string Id, string Book, string Code, string Zh, string En, string Class, string Normal, string Rule, long? LimitFen, bool Closed, int Version);
}
