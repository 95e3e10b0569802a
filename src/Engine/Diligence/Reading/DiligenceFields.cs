using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence.Facts;

namespace Zhirong.Engine.Diligence.Reading;

/// <summary>What only the files of due diligence ask for.</summary>
internal static class DiligenceFields
{
    /// <summary>A list that is known, with where it comes from: <c>{items: […], source, date}</c>; absent says nobody knows.</summary>
    public static Known<T>? Known<T>(FieldReader reader, string key, List<Refusal> refusals, DateOnly? day, Func<FieldReader, T> read, int most = 10_000)
    {
        if (reader.Map(key) is not { } map)
        {
            return null;
        }

        var known = new Known<T>(FileFields.Items(map, "items", refusals, read, required: true, max: most, named: "no id"), From(map, refusals, day));
        map.Finish();
        return known;
    }

    /// <summary>Source and date of an open map; a source is not newer than the day of the case (DIL-0107).</summary>
    public static Provenance From(FieldReader fields, List<Refusal> refusals, DateOnly? day)
    {
        var (source, date) = (fields.Text("source") ?? "", fields.Date("date"));
        if (date > day)
        {
            var node = fields.Node("date")!;
            refusals.Add(DiligenceRefusals.SourceLater(fields.Join("date"), date.Value, day.Value).At(node.Line, node.Column));
        }

        return new(source, date);
    }

    public static Words Title(FieldReader? map)
    {
        if (map is null)
        {
            return Words.Same("");
        }

        var words = FileFields.Title(map, "");
        map.Finish();
        return words;
    }

    public static List<string> Texts(FieldReader reader, string key, bool required = false)
    {
        var nodes = reader.List(key, required);
        return [.. nodes.Select((node, i) => reader.TextOf(node, $"{reader.Join(key)}.{i}") ?? "")];
    }

    /// <summary>Texts that each have to be one of the words.</summary>
    public static List<string> WordsOf(FieldReader reader, string key, IReadOnlyList<string> words, List<Refusal> refusals)
    {
        var (made, nodes) = (new List<string>(), reader.List(key));
        for (var i = 0; i < nodes.Count; i++)
        {
            if (reader.TextOf(nodes[i], $"{reader.Join(key)}.{i}") is { } text)
            {
                made.Add(text);
                if (!words.Contains(text))
                {
                    refusals.Add(FieldRefusals.NotOneOf($"{reader.Join(key)}.{i}", nodes[i], text, words));
                }
            }
        }

        return made;
    }
}
