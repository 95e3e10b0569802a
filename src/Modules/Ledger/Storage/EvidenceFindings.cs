using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>Whether a record says what its evidence says.</summary>
internal enum Agreement
{
    Yes,
    No,

    /// <summary>The evidence's content was erased on record, so that nobody can tell.</summary>
    Unknown,
}

/// <summary>What comparing records with their evidence has found so far.</summary>
internal sealed class EvidenceFindings
{
    private const int Step = 2000;

    private readonly List<string> wrong = [];
    private long looked, unknown;

    public void Take(string name, Agreement agreement)
    {
        looked++;
        unknown += agreement == Agreement.Unknown ? 1 : 0;
        if (agreement == Agreement.No && wrong.Count < StoreCheck.Named)
        {
            wrong.Add(name);
        }
    }

    /// <summary>The check, with the records whose evidence is there while they are not.</summary>
    public StoreCheck Check(Session session, string name, Words title, string happened, string kind, string table)
    {
        wrong.AddRange(Gone(session, happened, kind, new(table, TableShape.Text("id"))).Take(StoreCheck.Named - wrong.Count));
        return new(name, looked, wrong, title) { NotCompared = unknown };
    }

    /// <summary>Whether a content holds these values under these names; what it says beside them is left alone.</summary>
    public static bool Holds(JsonNode? content, params ReadOnlySpan<(string Name, string? Value)> facts)
    {
        if (content is not JsonObject stated)
        {
            return false;
        }

        foreach (var (name, value) in facts)
        {
            if (!stated.ContainsKey(name) || Text(stated[name]) != value)
            {
                return false;
            }
        }

        return true;
    }

    private static string? Text(JsonNode? value) => value is null ? null : value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static IEnumerable<string> Gone(Session session, string happened, string kind, TableShape ids)
    {
        for (var stated = EvidenceLeaves.SubjectsOf(session, happened, kind, long.MinValue, Step); stated.Count > 0; stated = EvidenceLeaves.SubjectsOf(session, happened, kind, stated[^1].Arrival, Step))
        {
            var missing = stated.Select(s => s.Subject).ToHashSet(StringComparer.Ordinal);
            session.Find(ids, "id", [.. missing.Select(id => (object)id)], row => missing.Remove(row.Text(0)));
            foreach (var id in missing)
            {
                yield return id;
            }
        }
    }
}
