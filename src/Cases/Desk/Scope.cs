using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Desk;

/// <summary>A path names nothing that is there.</summary>
internal sealed class UnknownPathException : Exception
{
    public UnknownPathException(string path, IReadOnlyList<string> known)
        : base(path) => (Path, Known) = (path, known);

    public string Path { get; }

    public IReadOnlyList<string> Known { get; }
}

/// <summary>
/// What a step's values are read from: the case's tree (<c>$facts.size</c>), the answers of former steps (<c>$batch.id</c>),
/// and the row of a repetition.
/// </summary>
internal sealed class Scope(CaseTree tree)
{
    /// <summary>Answers by step, in the order asked.</summary>
    public Dictionary<string, List<DeskAnswer>> Answers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, JsonNode?> Locals { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of a written node: a literal, <c>$path</c>, text with <c>{path}</c>, <c>$new</c> for a new id, or one of the forms <c>$each</c>, <c>$find</c>, <c>$draw</c>, <c>$number</c>.</summary>
    public JsonNode? Json(DocNode node) => node switch
    {
        DocScalar { IsNull: true } => null,
        DocScalar { Quoted: false, Text: "true" or "false" } word => JsonValue.Create(word.Text == "true"),
        DocScalar { Quoted: false } number when long.TryParse(number.Text, out var whole) => JsonValue.Create(whole),
        DocScalar { Text: "$new" } => JsonValue.Create($"{Guid.CreateVersion7()}"),
        DocScalar scalar when scalar.Text.StartsWith('$') => Value(scalar.Text[1..])?.DeepClone(),
        DocScalar scalar => JsonValue.Create(Filled(scalar.Text)),
        DocList list => new JsonArray([.. list.Items.Select(Json)]),
        DocMap map when map["$each"] is { } each => Each(map, each),
        DocMap map when map["$find"] is { } find => Find(map, find),
        DocMap map when map["$draw"] is { } draw => Draw(map, draw),
        DocMap map when map["$number"] is { } number => Number(Json(number)),
        DocMap map => new JsonObject([.. map.Entries.Select(e => KeyValuePair.Create(e.Key, Json(e.Value)))]),
        _ => null,
    };

    public string Text(DocNode node) => Json(node) is { } value ? Plain(value) : "";

    public IEnumerable<JsonNode?> List(DocNode node) => Json(node) is JsonArray list ? list : throw new UnknownPathException(node.Describe(), []);

    /// <summary>The value at a path; list items go by id or index.</summary>
    public JsonNode? Value(string path)
    {
        var steps = path.Split('.');
        if (Locals.TryGetValue(steps[0], out var local))
        {
            return Walk(local, steps, 1) ?? throw new UnknownPathException(path, Names(local));
        }

        if (Answers.TryGetValue(steps[0], out var answers))
        {
            var body = answers.Count == 1 ? answers[0].Body : new JsonArray([.. answers.Select(a => a.Body?.DeepClone())]);
            return Walk(body, steps, 1) ?? throw new UnknownPathException(path, Names(body));
        }

        return tree.ValueNode(path) is { } node ? Plainly(node) : throw new UnknownPathException(path, [.. Locals.Keys, .. Answers.Keys, .. tree.Children(path.Contains('.', StringComparison.Ordinal) ? path[..path.LastIndexOf('.')] : "")]);
    }

    /// <summary>The refusal a former step was answered with, when that is why a path of it is not there.</summary>
    public Refusal? Refused(UnknownPathException unknown) =>
        Answers.TryGetValue(unknown.Path.Split('.')[0], out var answers) && answers.Find(a => !a.Done) is { } refused
            ? Reason(unknown.Path, refused)
            : null;

    /// <summary>Whether a path begins with a former step or a name.</summary>
    public bool Named(string path) => path.TrimStart('$').Split('.')[0] is var first && (Answers.ContainsKey(first) || Locals.ContainsKey(first));

    /// <summary>What an answer was refused for.</summary>
    public static Refusal Reason(string path, DeskAnswer answer) =>
        CaseRefusals.Answered(path, $"{answer.Body?["code"] ?? $"HTTP {answer.Status}"}", $"{answer.Body?["title"]}", $"{answer.Body?["detail"]}");

    /// <summary>Whether a row has every value named; <c>a|b</c> stands for either.</summary>
    public bool Fits(JsonNode? row, DocNode? where) => where is not DocMap map
        || map.Entries.All(e => Walk(row, e.Key.Split('.'), 0) is { } found && Text(e.Value).Split('|').Contains(Plain(found)));

    public static JsonNode? Walk(JsonNode? node, string[] steps, int from)
    {
        foreach (var step in steps.Skip(from))
        {
            node = node switch
            {
                JsonObject map => map[step],
                JsonArray list when int.TryParse(step, out var at) => at < list.Count ? list[at] : null,
                JsonArray list => list.FirstOrDefault(i => i is JsonObject map && map["id"] is { } id && Plain(id) == step),
                _ => null,
            };
        }

        return node;
    }

    public static string Plain(JsonNode node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString();

    private JsonArray Each(DocMap map, DocNode each)
    {
        var name = map["$as"] is DocScalar { Text: { Length: > 0 } written } ? written : "row";
        var items = new JsonArray();
        foreach (var row in List(each).ToList())
        {
            Locals[name] = row;
            if (Fits(row, map["$where"]) && !(map["$unless"] is DocMap unless && Fits(row, unless)))
            {
                items.Add(Json(map["$do"]!));
            }
        }

        Locals.Remove(name);
        return items;
    }

    /// <summary>Rows drawn from a seed: the same seed gives the same rows. A field takes one of its list, or a whole number <c>{from, to}</c>.</summary>
    private JsonArray Draw(DocMap map, DocNode draw)
    {
        var (count, state) = (int.Parse(Text(draw), CultureInfo.InvariantCulture), ulong.Parse(map["$seed"] is { } seed ? Text(seed) : "1", CultureInfo.InvariantCulture));
        ulong Next()
        {
            // SplitMix64 (Steele, Lea and Flood 2014).
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }

        string One(JsonNode? from) => from switch
        {
            JsonArray list => Plain(list[(int)(Next() % (ulong)list.Count)]!),
            JsonObject range => $"{long.Parse(Plain(range["from"]!), CultureInfo.InvariantCulture) + (long)(Next() % (ulong)(long.Parse(Plain(range["to"]!), CultureInfo.InvariantCulture) - long.Parse(Plain(range["from"]!), CultureInfo.InvariantCulture) + 1))}",
            _ => throw new UnknownPathException(draw.Describe(), []),
        };
        var fields = ((DocMap)map["$fields"]!).Entries.Select(f => (f.Key, From: Json(f.Value))).ToList();
        return new JsonArray([.. Enumerable.Range(1, count).Select(n => new JsonObject([KeyValuePair.Create<string, JsonNode?>("n", $"{n}"), .. fields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, One(f.From)))]))]);
    }

    /// <summary>Files hold texts; where a request wants a number, or a list of numbers, they are made one here.</summary>
    private static JsonNode? Number(JsonNode? written) => written switch
    {
        JsonArray list => new JsonArray([.. list.Select(Number)]),
        JsonValue value when FieldReader.TryNumber(Plain(value), out var number) => JsonValue.Create(number),
        _ => throw new UnknownPathException(written is null ? "null" : Plain(written), []),
    };

    private JsonNode? Find(DocMap map, DocNode find)
    {
        var row = List(find).FirstOrDefault(r => Fits(r, map["$where"])) ?? throw new UnknownPathException(find.Describe(), []);
        return map["$take"] is DocScalar take ? Walk(row, take.Text.Split('.'), 0)?.DeepClone() : row.DeepClone();
    }

    /// <summary>Values of the tree are texts, as they are written: amounts and dates travel as texts.</summary>
    private static JsonNode? Plainly(DocNode node) => node switch
    {
        DocScalar { IsNull: true } => null,
        DocScalar scalar => JsonValue.Create(scalar.Text),
        DocList list => new JsonArray([.. list.Items.Select(Plainly)]),
        DocMap map => new JsonObject([.. map.Entries.Select(e => KeyValuePair.Create(e.Key, Plainly(e.Value)))]),
        _ => null,
    };

    private static IReadOnlyList<string> Names(JsonNode? node) => node is JsonObject map ? [.. map.Select(e => e.Key)] : [];

    /// <summary>Text with every <c>{path}</c> replaced; a doubled brace is a brace.</summary>
    private string Filled(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                filled.Append(text[i++]);
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is var end and > 0)
            {
                filled.Append(Value(text[(i + 1)..end]) is { } value ? Plain(value) : "");
                i = end;
            }
            else
            {
                filled.Append(text[i]);
            }
        }

        return filled.ToString();
    }
}
