using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>
/// Reads figures with their origin: <c>0.03</c> alone is unverified; <c>{value: 0.03, source: …, kind: contract, date: …}</c>
/// says where it comes from (kind is evidence unless said otherwise).
/// </summary>
internal static class FactFields
{
    private const decimal Widest = 1_000_000_000_000_000m;

    public static Figure? Figure(FieldReader reader, string key, List<Refusal> refusals, bool required = false, decimal min = -Widest, decimal max = Widest)
    {
        var node = required ? reader.Required(key) : reader.Node(key);
        return node is null ? null : FigureOf(reader, node, reader.Join(key), refusals, min, max);
    }

    /// <summary>The figure, or one that stands in for a refused one: its value is never used.</summary>
    public static Figure Needed(FieldReader reader, string key, List<Refusal> refusals, decimal min = -Widest, decimal max = Widest) =>
        Figure(reader, key, refusals, required: true, min, max) ?? Facts.Figure.Of(reader.Join(key), Math.Clamp(1, min, max));

    public static Figure? FigureOf(FieldReader reader, DocNode node, string path, List<Refusal> refusals, decimal min = -Widest, decimal max = Widest)
    {
        if (node is not DocMap map)
        {
            return reader.RatioOf(node, path, min, max) is { } plain ? Facts.Figure.Of(path, plain) : null;
        }

        var fields = new FieldReader(map, path, refusals);
        var value = fields.Ratio("value", min, max, required: true);
        var origin = Origin(fields);
        fields.Finish();
        return value is { } known ? new(path, known, origin) : null;
    }

    /// <summary>Source, kind and date of an open map.</summary>
    public static Origin Origin(FieldReader fields)
    {
        var source = fields.Text("source");
        var kind = fields.OneOf("kind", Facts.Origin.KindWords);
        var date = fields.Date("date");
        return source is null && kind is null ? Facts.Origin.Unverified
            : new(kind is null ? OriginKind.Evidence : (OriginKind)Facts.Origin.KindWords.ToList().IndexOf(kind), source ?? "", date);
    }

    /// <summary>Every figure of a map, named by its key; used for scores.</summary>
    public static List<Figure> All(FieldReader? map, List<Refusal> refusals, decimal min, decimal max, Func<string, bool>? known = null)
    {
        var figures = new List<Figure>();
        foreach (var (key, value) in Entries(map))
        {
            if ((known is null || known(key)) && map!.Node(key) is not null && FigureOf(map, value, map.Join(key), refusals, min, max) is { } figure)
            {
                figures.Add(figure);
            }
        }

        map?.Finish();
        return figures;
    }

    /// <summary>Marks every key as known: after one wrong word the rest is not called unknown.</summary>
    public static void Ignore(FieldReader reader)
    {
        foreach (var entry in reader.Entries)
        {
            reader.Node(entry.Key);
        }
    }

    public static IEnumerable<(string Key, DocNode Value)> Entries(FieldReader? map) => map is null ? [] : map.Entries.Select(e => (e.Key, e.Value));

    public static List<decimal> Numbers(FieldReader reader, string key, decimal min, decimal max, List<Refusal> refusals, bool required = false, int most = 200)
    {
        var nodes = reader.List(key, required);
        if (nodes.Count > most)
        {
            refusals.Add(FieldRefusals.Type(reader.Join(key), reader.Node(key)!, new($"至多 {most} 项", $"at most {most} items")));
            return [];
        }

        return [.. nodes.Select((node, i) => reader.RatioOf(node, $"{reader.Join(key)}.{i}", min, max)).OfType<decimal>()];
    }
}
