namespace Zhirong.Engine.Rules.Dmn;

/// <summary>The types of a model: FEEL's own and those it defines.</summary>
internal sealed class DmnTypes
{
    private readonly Dictionary<string, (string Reference, string Allowed)> defined = new(StringComparer.Ordinal);

    public DmnTypes(DmnModel model)
    {
        foreach (var item in DmnModel.Children(model.Root, "itemDefinition"))
        {
            defined.TryAdd(DmnModel.Attribute(item, "name"), (DmnModel.Child(item, "typeRef")?.Value.Trim() ?? "", DmnModel.Text(DmnModel.Child(item, "allowedValues"))));
        }
    }

    /// <summary>Null when the model does not say, or says something we have no type for.</summary>
    public RuleType? Of(string reference, int depth = 0) => Plain(reference) switch
    {
        "number" or "integer" or "long" or "double" => RuleType.Number,
        "string" => RuleType.Text,
        "boolean" => RuleType.Flag,
        "date" => RuleType.Date,
        var name when depth < 8 && defined.TryGetValue(name, out var type) => Of(type.Reference, depth + 1),
        _ => null,
    };

    public List<string> Values(string reference) => defined.TryGetValue(Plain(reference), out var type) ? Texts(type.Allowed) : [];

    public (string Min, string Max)? Range(string reference) => defined.TryGetValue(Plain(reference), out var type) ? Bounds(type.Allowed) : null;

    /// <summary>The quoted texts of a list of values; none when it is no such list.</summary>
    public static List<string> Texts(string list)
    {
        var tokens = RuleLexer.Read(list, RuleDialect.Policy);
        return tokens.Ok && tokens.Value.TrueForAll(t => t.Kind == TokenKind.End || t is { Kind: TokenKind.Symbol, Text: "," } || t is { Kind: TokenKind.Constant, Value.Type: RuleType.Text })
            ? [.. tokens.Value.Where(t => t.Kind == TokenKind.Constant).Select(t => t.Value.Text)] : [];
    }

    /// <summary>The bounds of a closed interval of numbers, <c>[0..100]</c>.</summary>
    public static (string Min, string Max)? Bounds(string list)
    {
        var parts = list.StartsWith('[') && list.EndsWith(']') ? list[1..^1].Split("..") : [];
        return parts is [var low, var high] && RuleValue.Parse(RuleType.Number, low.Trim()) is not null && RuleValue.Parse(RuleType.Number, high.Trim()) is not null ? (low.Trim(), high.Trim()) : null;
    }

    /// <summary>The type the entries of a column look like.</summary>
    public static RuleType Guess(IEnumerable<string> entries)
    {
        var text = entries.FirstOrDefault(e => e is not ("" or "-")) ?? "";
        return text.Contains('"', StringComparison.Ordinal) ? text.Contains("date(", StringComparison.Ordinal) ? RuleType.Date : RuleType.Text
            : text.Contains("true", StringComparison.Ordinal) || text.Contains("false", StringComparison.Ordinal) ? RuleType.Flag : RuleType.Number;
    }

    private static string Plain(string reference) => reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
