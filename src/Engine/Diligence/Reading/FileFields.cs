using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence.Facts;

namespace Zhirong.Engine.Diligence.Reading;

/// <summary>What the readers of this engine share.</summary>
internal static class FileFields
{
    public static Result<T> Node<T>(DocNode document, string schema, Func<FieldReader, List<Refusal>, T> read)
    {
        var refusals = new List<Refusal>();
        if (FieldReader.Open(document, "", refusals) is not { } root)
        {
            return Result<T>.Refused(refusals);
        }

        root.OneOf("schema", [schema], required: true);
        var value = read(root, refusals);
        root.Finish();
        return refusals.Count == 0 ? Result<T>.Of(value) : Result<T>.Refused([.. refusals.OrderBy(r => r.Line).ThenBy(r => r.Column)]);
    }

    /// <summary>Items of a list of maps; where they are named, a name stands once.</summary>
    public static List<T> Items<T>(FieldReader reader, string key, List<Refusal> refusals, Func<FieldReader, T> read, bool required = false, int max = 1000, string named = "id")
    {
        var (made, seen, items) = (new List<T>(), new HashSet<string>(StringComparer.Ordinal), reader.List(key, required));
        if (items.Count > max)
        {
            refusals.Add(FieldRefusals.Type(reader.Join(key), reader.Node(key)!, new($"至多 {max} 项", $"at most {max} items")));
            return made;
        }

        for (var i = 0; i < items.Count; i++)
        {
            var id = (items[i] as DocMap)?[named] is DocScalar { IsNull: false } scalar ? scalar.Text : null;
            var path = $"{reader.Join(key)}.{id ?? $"{i}"}";
            if (FieldReader.Open(items[i], path, refusals) is not { } item)
            {
                continue;
            }

            if (id is not null && !seen.Add(id))
            {
                refusals.Add(FieldRefusals.Type($"{path}.{named}", ((DocMap)items[i])[named]!, new("不重复的标识", "an id used once")));
            }

            made.Add(read(item));
            item.Finish();
        }

        return made;
    }

    /// <summary>A list that is known, with where it comes from: <c>{items: […], source, date}</c>; absent says nobody knows.</summary>
    public static Known<T>? Known<T>(FieldReader reader, string key, List<Refusal> refusals, DateOnly? day, Func<FieldReader, T> read)
    {
        if (reader.Map(key) is not { } map)
        {
            return null;
        }

        var known = new Known<T>(Items(map, "items", refusals, read, required: true, named: "no id"), From(map, refusals, day));
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

    /// <summary>A title given as <c>zh</c> and <c>en</c>; one alone stands for both.</summary>
    public static Words Title(FieldReader item, string fallback)
    {
        var (zh, en) = (item.Text("zh"), item.Text("en"));
        return zh is null && en is null ? Words.Same(fallback) : new(zh ?? en!, en ?? zh!);
    }

    public static Words Title(FieldReader? map)
    {
        if (map is null)
        {
            return Words.Same("");
        }

        var words = Title(map, "");
        map.Finish();
        return words;
    }

    public static string Id(FieldReader reader, List<Refusal> refusals, string key = "id")
    {
        var id = reader.Text(key, required: true) ?? "";
        if (id.Length > 0 && (id.Length > 80 || !id.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '.')))
        {
            refusals.Add(FieldRefusals.Type(reader.Join(key), reader.Node(key)!, new("至多 80 个字母、数字、_ - / .", "at most 80 letters, digits, _ - / .")));
        }

        return id;
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
