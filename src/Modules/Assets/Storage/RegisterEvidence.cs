using System.Text.Json.Nodes;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>
/// Compares statements and events of files with what the evidence of their taking in says: who alters, adds or takes away a row with all
/// that follows from it is found by the log.
/// </summary>
internal static class RegisterEvidence
{
    /// <summary>Characters of a statement's print.</summary>
    private const int SaidPrint = 24;

    private const int Chunk = 500;

    public static StoreCheck Verify(Session session)
    {
        var (looked, differing) = (0L, new List<string>());
        var (dropped, happened) = (Dropped(session), Happened(session));
        foreach (var (no, id, name) in session.List("SELECT no, id, name FROM ast_source ORDER BY no", row => (row.Long(0), row.Text(1), row.Text(2))))
        {
            if (Stated(session, id) is not { } stated)
            {
                continue;
            }

            looked++;
            if (differing.Count < StoreCheck.Named && (!Same("ast_said", no, session.List("SELECT print FROM ast_said WHERE source_no = @p0", row => row.Text(0), no), stated.Said, dropped) || !Same("ast_event", no, happened.GetValueOrDefault(no) ?? [], stated.Events, dropped)))
            {
                differing.Add(name);
            }
        }

        return new("register.evidence", looked, differing, new("每个来源文件的陈述与事件与其存证一致", "Statements and events of every source file are those its evidence states"));
    }

    /// <summary>The prints a source's evidence states; null where a leaf is older than they are stated, or its content is erased.</summary>
    private static (List<string> Said, List<string> Events)? Stated(Session session, string source)
    {
        var (said, events) = (new List<string>(), new List<string>());
        foreach (var leaf in EvidenceLeaves.Stated(session, "source", [source]).GetValueOrDefault(source) ?? [])
        {
            if (leaf.Event != "RightsTaken")
            {
                continue;
            }

            if (leaf.Content is null || JsonNode.Parse(leaf.Content) is not JsonObject content || content["said"]?.GetValue<string>() is not { } both || content["events"]?.GetValue<string>() is not { } happened)
            {
                return null;
            }

            said.AddRange(Cut(both));
            events.AddRange(Cut(happened));
        }

        return said.Count + events.Count == 0 ? null : (said, events);
    }

    private static IEnumerable<string> Cut(string prints) => prints.Chunk(SaidPrint).Select(print => new string(print));

    /// <summary>Statements and events that fell away when two rights were joined, because the other right had the same.</summary>
    private static HashSet<(string Table, long Source, string Print)> Dropped(Session session)
    {
        var dropped = new HashSet<(string, long, string)>();
        for (var after = 0L; ;)
        {
            var joined = EvidenceLeaves.SubjectsOf(session, "RightsJoined", "right", after, Chunk);
            foreach (var leaf in EvidenceLeaves.Stated(session, "right", [.. joined.Select(j => j.Subject).Distinct(StringComparer.Ordinal)]).Values.SelectMany(all => all).Where(l => l.Event == "RightsJoined" && l.Content is not null))
            {
                foreach (var (table, rows) in JsonNode.Parse(leaf.Content!)?["dropped"] as JsonObject ?? [])
                {
                    dropped.UnionWith((rows as JsonArray ?? []).Select(row => (table, row![0]!.GetValue<long>(), row[1]!.GetValue<string>())));
                }
            }

            if (joined.Count < Chunk)
            {
                return dropped;
            }

            after = joined[^1].Arrival;
        }
    }

    /// <summary>Prints of events by the file that told them first: read once, for no index leads from a source to its events.</summary>
    private static Dictionary<long, List<string>> Happened(Session session)
    {
        var happened = new Dictionary<long, List<string>>();
        session.Query("SELECT source_no, print FROM ast_event WHERE source_no > 0", row =>
        {
            if (!happened.TryGetValue(row.Long(0), out var prints))
            {
                happened[row.Long(0)] = prints = [];
            }

            prints.Add(row.Text(1));
        });
        return happened;
    }

    private static bool Same(string table, long source, List<string> there, List<string> stated, HashSet<(string Table, long Source, string Print)> dropped) =>
        there.Concat(dropped.Where(d => d.Table == table && d.Source == source).Select(d => d.Print)).Order(StringComparer.Ordinal).SequenceEqual(stated.Order(StringComparer.Ordinal));
}
