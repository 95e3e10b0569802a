using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Reading;

/// <summary>What the readers of policies share.</summary>
internal static class PolicyFields
{
    public static readonly string[] Types = ["number", "date", "flag", "grade", "text", "numbers", "texts"];
    public static readonly string[] Outcomes = ["approve", "refer", "decline"];
    private static readonly string[] Roundings = ["half_up", "half_even", "down"];

    public static RuleType? Type(FieldReader reader, bool required = false) =>
        reader.OneOf("type", Types, required) is { } word ? (RuleType)Array.IndexOf(Types, word) : null;

    public static string Word(RuleType type) => Types[(int)type];

    public static Outcome? Outcome(FieldReader reader, string key = "outcome") =>
        reader.OneOf(key, Outcomes) is { } word ? (Outcome)(1 + Array.IndexOf(Outcomes, word)) : null;

    public static RoundingMode? Rounding(FieldReader reader, bool required) =>
        reader.OneOf("round", Roundings, required) is { } word ? (RoundingMode)Array.IndexOf(Roundings, word) : null;

    /// <summary>Both languages, each required.</summary>
    public static Words Title(FieldReader reader) => new(reader.Text("zh", required: true) ?? "", reader.Text("en", required: true) ?? "");

    /// <summary>Both languages or neither; one alone stands for both.</summary>
    public static Words? TitleOrNone(FieldReader reader)
    {
        var (zh, en) = (reader.Text("zh"), reader.Text("en"));
        return zh is null && en is null ? null : new(zh ?? en!, en ?? zh!);
    }

    public static Placed? Text(FieldReader reader, string key, bool required = false)
    {
        var node = required ? reader.Required(key) : reader.Node(key);
        return node is null || reader.TextOf(node, reader.Join(key)) is not { } text ? null : new(text, reader.Join(key), node.Line, node.Column);
    }

    /// <summary>One text or a list of them.</summary>
    public static List<string> Texts(FieldReader reader, string key) => reader.Node(key) switch
    {
        null => [],
        DocScalar { IsNull: false } one => [one.Text],
        _ => [.. reader.List(key).Select((node, i) => reader.TextOf(node, $"{reader.Join(key)}.{i}")).OfType<string>()],
    };

    public static Placed Here(FieldReader reader) => new("", reader.Path, reader.Line, reader.Column);

    /// <summary>A name in expressions: letters of any script, digits, <c>_</c> and dots, first a letter, at most 80.</summary>
    public static string Name(FieldReader reader, List<Refusal> refusals, string key = "name")
    {
        var name = reader.Text(key, required: true) ?? "";
        if (name.Length > 0 && !IsName(name))
        {
            refusals.Add(FieldRefusals.Type(reader.Join(key), reader.Node(key)!, new("名称：以字母或汉字开头，后接字母、数字、_ 或 .，且不是保留字或评级", "a name: a letter first, then letters, digits, _ or . and neither a word of the language nor a grade")));
        }

        return name;
    }

    public static bool IsName(string name) => name.Length <= 80 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.')
        && !name.Contains("..", StringComparison.Ordinal) && !name.EndsWith('.')
        && name is not ("and" or "or" or "not" or "min" or "max" or "in" or "true" or "false" or "day") && !Grade.TryParse(name, out _);
}
