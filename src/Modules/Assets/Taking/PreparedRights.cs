using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Storage;

namespace Zhirong.Modules.Assets.Taking;

/// <summary>A file, or a person, that rights are taken from.</summary>
/// <param name="No">Its number in the register; 0 of what is typed in.</param>
/// <param name="TypedAt">When it was typed in; 0 of a file.</param>
internal sealed record TakenFrom(long No, string Name, DateOnly AsOf, DateOnly TakenOn, long TypedAt = 0);

/// <summary>What several records of one application say together, ready to be written.</summary>
internal sealed class PreparedRight
{
    /// <summary>Every number that names it, strongest first.</summary>
    public required IReadOnlyList<(string Key, RightNumber Number)> Numbers { get; init; }

    public required IReadOnlyList<StatementLine> Statements { get; init; }

    public required IReadOnlyList<(RightEvent Event, string Print)> Events { get; init; }

    /// <summary>What follows where the register does not know it yet.</summary>
    public required RightSheet Sheet { get; init; }
}

/// <summary>Puts records of one application together and works out what follows, before anything is written.</summary>
internal static class PreparedRights
{
    public static List<PreparedRight> Of(IReadOnlyList<SourceRecord> records, TakenFrom from, RegisterLaw law)
    {
        var groups = Groups(records);
        var prepared = new PreparedRight[groups.Count];
        Parallel.For(0, groups.Count, new() { MaxDegreeOfParallelism = groups.Count < 64 ? 1 : Environment.ProcessorCount }, i => prepared[i] = One(groups[i], from, law));
        return [.. prepared];
    }

    /// <summary>Records that share a number, whatever others they have.</summary>
    private static List<List<SourceRecord>> Groups(IReadOnlyList<SourceRecord> records)
    {
        var of = new int[records.Count];
        var byKey = new Dictionary<string, int>(records.Count * 2, StringComparer.Ordinal);
        for (var i = 0; i < records.Count; i++)
        {
            of[i] = i;
            foreach (var key in NumberKeys.Of(records[i].Numbers, Kind(records[i])))
            {
                if (byKey.TryGetValue(key, out var other))
                {
                    of[Root(i)] = Root(other);
                }
                else
                {
                    byKey[key] = i;
                }
            }
        }

        var groups = new Dictionary<int, List<SourceRecord>>();
        for (var i = 0; i < records.Count; i++)
        {
            if (!groups.TryGetValue(Root(i), out var group))
            {
                groups[Root(i)] = group = new(1);
            }

            group.Add(records[i]);
        }

        return [.. groups.Values];

        int Root(int i)
        {
            while (of[i] != i)
            {
                i = of[i] = of[of[i]];
            }

            return i;
        }
    }

    private static PreparedRight One(List<SourceRecord> records, TakenFrom from, RegisterLaw law)
    {
        var statements = new List<(Said Said, string Json)>(records.Count);
        var numbers = new List<(string Key, RightNumber Number)>(4);
        var events = new List<(RightEvent Event, string Print)>();
        foreach (var record in records)
        {
            var (asOf, json) = (record.Place.AsOf ?? from.AsOf, Said.Json(record));
            statements.Add((new(from.No, from.Name, asOf, Said.PrintOf(asOf, json), record) { At = from.TypedAt }, json));
            foreach (var number in record.Numbers.Where(n => n.Use != NumberUse.Priority && n.Text.Length > 0))
            {
                var key = NumberKeys.Of(number, Kind(record));
                if (!numbers.Exists(n => n.Key == key))
                {
                    numbers.Add((key, number));
                }
            }

            var office = record.Numbers.Count > 0 ? record.Numbers[0].Office : "CN";
            foreach (var read in record.Events)
            {
                var e = new RightEvent(read.Scheme, read.Code, law.Codes.Effect(read.Scheme, office, read.Code, read.Text), read.RecordedOn, read.EffectiveOn, read.Text, read.Facts, from.TakenOn);
                if (e.Print() is var print && !events.Exists(x => x.Print == print))
                {
                    events.Add((e, print));
                }
            }
        }

        var derived = DerivedRight.Of(RightFacts.Of(statements.Select(s => s.Said)), [.. events.Select(e => e.Event)], law, null);
        return new()
        {
            Numbers = [.. numbers.OrderBy(n => n.Number.Use)],
            Statements = [.. statements.DistinctBy(s => s.Said.Print).Select(s => StatementLine.Of(s.Said, s.Json))],
            Events = events,
            Sheet = RightSheet.Of(derived, from.TakenOn),
        };
    }

    /// <summary>The category as the record says, or as its Chinese application number shows.</summary>
    private static RightKind? Kind(SourceRecord record) => record.Kind ?? (record.Numbers.FirstOrDefault(n => n is { Office: "CN", Use: NumberUse.Application }) is { } application ? CnNumber.Kind(application.Text) : null);
}
