using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>Reads <c>zhirong/scheme-facts/v1</c> against the facts a rule knows.</summary>
public static class FactsReader
{
    public const string Schema = "zhirong/scheme-facts/v1";

    public static Result<FactSheet> Read(ReadOnlyMemory<byte> bytes, SchemeVocabulary vocabulary, IReadOnlyCollection<string> caps)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Read(document.Value, vocabulary, caps) : Result<FactSheet>.Refused(document.Refusals);
    }

    /// <param name="document">The file.</param>
    /// <param name="vocabulary">The facts that may be named.</param>
    /// <param name="caps">Ids of the caps and limits that may be said to be used.</param>
    public static Result<FactSheet> Read(DocNode document, SchemeVocabulary vocabulary, IReadOnlyCollection<string> caps) =>
        FileFields.Node(document, Schema, (root, refusals) => Root(root, vocabulary, caps, refusals));

    private static FactSheet Root(FieldReader root, SchemeVocabulary vocabulary, IReadOnlyCollection<string> caps, List<Refusal> refusals)
    {
        var facts = new Dictionary<string, FactValue>(StringComparer.Ordinal);
        if (root.Map("facts", required: true) is { } map)
        {
            Walk(map, "", vocabulary, facts, refusals);
        }

        return new()
        {
            Id = root.Has("id") ? FileFields.Id(root, refusals) : "",
            Facts = facts,
            Used = Used(root, caps, refusals),
            Pool = Pool(root),
            Balances = Balances(root, refusals),
        };
    }

    /// <summary>Names may be nested or dotted; a map with <c>value</c> is one fact with its source.</summary>
    private static void Walk(FieldReader map, string prefix, SchemeVocabulary vocabulary, Dictionary<string, FactValue> facts, List<Refusal> refusals)
    {
        foreach (var entry in map.Entries)
        {
            var (name, path) = (prefix + entry.Key, map.Join(entry.Key));
            var fact = vocabulary.Fact(name);
            if (fact is null && entry.Value is DocMap inner && vocabulary.Facts.Any(f => f.Name.StartsWith(name + ".", StringComparison.Ordinal)))
            {
                Walk(new(inner, path, refusals), name + ".", vocabulary, facts, refusals);
                continue;
            }

            if (fact is null)
            {
                refusals.Add(SchemeRefusals.UnknownFact(path, name, [.. vocabulary.Facts.Select(f => f.Name)]).At(entry.KeyLine, entry.KeyColumn));
            }
            else if (Said(entry.Value, fact, path, refusals) is { } said && !facts.TryAdd(name, said))
            {
                refusals.Add(SchemeRefusals.FactTwice(path, name).At(entry.KeyLine, entry.KeyColumn));
            }
        }
    }

    private static FactValue? Said(DocNode node, SchemeFact fact, string path, List<Refusal> refusals)
    {
        if (node is not DocMap map)
        {
            return node is DocScalar { IsNull: true } ? null : Value(node, fact, path, "", null, refusals);
        }

        var fields = new FieldReader(map, path, refusals);
        var (value, source, date) = (fields.Node("value"), fields.Text("source") ?? "", fields.Date("date"));
        fields.Finish();
        return value is null ? null : Value(value, fact, fields.Join("value"), source, date, refusals);
    }

    private static FactValue? Value(DocNode node, SchemeFact fact, string path, string source, DateOnly? date, List<Refusal> refusals)
    {
        var reader = new FieldReader(new([new("value", node.Line, node.Column, node)], node.Line, node.Column), path, refusals);
        var raw = fact.Kind switch
        {
            FactKind.Money => reader.MoneyOf(node, path)?.Fen,
            FactKind.Number => reader.RatioOf(node, path, -1_000_000_000_000m, 1_000_000_000_000m),
            FactKind.Date => reader.DateOf(node, path)?.DayNumber,
            FactKind.Flag => Flag(node, path, refusals),
            _ => Word(node, fact, path, reader, refusals),
        };
        return raw is { } known ? new(known, ((DocScalar)node).Text, source, date) : null;
    }

    private static decimal? Flag(DocNode node, string path, List<Refusal> refusals)
    {
        switch ((node as DocScalar)?.Text)
        {
            case "true" or "True" or "yes":
                return 1;
            case "false" or "False" or "no":
                return 0;
            default:
                refusals.Add(FieldRefusals.Type(path, node, new("true 或 false", "true or false")));
                return null;
        }
    }

    private static decimal? Word(DocNode node, SchemeFact fact, string path, FieldReader reader, List<Refusal> refusals)
    {
        if (reader.TextOf(node, path) is not { } text)
        {
            return null;
        }

        var at = fact.Words.ToList().IndexOf(text);
        if (at < 0)
        {
            refusals.Add(FieldRefusals.NotOneOf(path, node, text, fact.Words));
            return null;
        }

        return at;
    }

    private static Dictionary<string, long>? Used(FieldReader root, IReadOnlyCollection<string> caps, List<Refusal> refusals)
    {
        if (root.Map("used") is not { } map)
        {
            return null;
        }

        var used = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (!caps.Contains(entry.Key))
            {
                refusals.Add(SchemeRefusals.UnknownName(map.Join(entry.Key), entry.Key, caps).At(entry.KeyLine, entry.KeyColumn));
            }
            else if (map.MoneyOf(entry.Value, map.Join(entry.Key)) is { } amount)
            {
                used[entry.Key] = amount.Fen;
            }
        }

        return used;
    }

    private static PoolOthers? Pool(FieldReader root)
    {
        if (root.Map("pool") is not { } map)
        {
            return null;
        }

        var others = new PoolOthers(Amounts(map, "before"), Amounts(map, "after"));
        map.Finish();
        return others;
    }

    private static List<long> Amounts(FieldReader map, string key) =>
        [.. map.List(key).Select((n, i) => map.MoneyOf(n, $"{map.Join(key)}.{i}")?.Fen ?? 0)];

    private static List<DatedAmount> Balances(FieldReader root, List<Refusal> refusals)
    {
        var made = FileFields.Items(root, "balances", refusals, item => new DatedAmount(item.Date("from", required: true) ?? default, item.Money("balance", required: true) ?? Money.Zero), max: 4000, named: "no id");
        for (var i = 1; i < made.Count; i++)
        {
            if (made[i].Date <= made[i - 1].Date)
            {
                var node = root.Node("balances")!;
                refusals.Add(SchemeRefusals.NotRising($"balances.{i}.from", $"{made[i].Date:yyyy-MM-dd}").At(node.Line, node.Column));
                break;
            }
        }

        return made;
    }
}
