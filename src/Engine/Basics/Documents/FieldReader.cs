using System.Globalization;
using System.Text.RegularExpressions;

namespace Zhirong.Engine.Basics.Documents;

/// <summary>
/// Reads the fields of one map by name and type, collects every refusal, and at the end refuses the keys nobody asked for.
/// </summary>
/// <remarks>A field that is missing or wrong gives a refusal and a neutral value: the rest of the file is still read.</remarks>
public sealed partial class FieldReader
{
    private readonly DocMap map;
    private readonly HashSet<string> asked = [];
    private readonly IList<Refusal> refusals;

    public FieldReader(DocMap map, string path, IList<Refusal> refusals)
    {
        this.map = map;
        Path = path;
        this.refusals = refusals;
    }

    public string Path { get; }

    public int Line => map.Line;

    public int Column => map.Column;

    /// <summary>What stands in the map, for maps whose keys are names and not fields.</summary>
    public IReadOnlyList<DocEntry> Entries => map.Entries;

    /// <summary>Opens a node as a map; anything else is refused (FLD-0102).</summary>
    public static FieldReader? Open(DocNode? node, string path, IList<Refusal> refusals)
    {
        if (node is DocMap map)
        {
            return new(map, path, refusals);
        }

        if (node is not null)
        {
            refusals.Add(FieldRefusals.Type(path, node, new("一组键值", "a map of keys")));
        }

        return null;
    }

    /// <summary>The path of a field of this map.</summary>
    public string Join(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    public bool Has(string key) => map[key] is { } node and not DocScalar { IsNull: true };

    /// <summary>The node under a key (null when absent or null), marking the key as known.</summary>
    public DocNode? Node(string key)
    {
        asked.Add(key);
        return map[key] is { } node and not DocScalar { IsNull: true } ? node : null;
    }

    /// <summary>The node under a key; its absence is refused (FLD-0101).</summary>
    public DocNode? Required(string key)
    {
        var node = Node(key);
        if (node is null)
        {
            refusals.Add(FieldRefusals.Missing(Join(key)).At(map.Line, map.Column));
        }

        return node;
    }

    public FieldReader? Map(string key, bool required = false) =>
        Open(required ? Required(key) : Node(key), Join(key), refusals);

    public IReadOnlyList<DocNode> List(string key, bool required = false)
    {
        var node = required ? Required(key) : Node(key);
        if (node is DocList list)
        {
            return list.Items;
        }

        if (node is not null)
        {
            refusals.Add(FieldRefusals.Type(Join(key), node, new("列表", "a list")));
        }

        return [];
    }

    public string? Text(string key, bool required = false)
    {
        var node = required ? Required(key) : Node(key);
        return node is null ? null : TextOf(node, Join(key));
    }

    /// <summary>A text that must be one of the given words; absent gives null.</summary>
    public string? OneOf(string key, IReadOnlyList<string> words, bool required = false)
    {
        var node = required ? Required(key) : Node(key);
        if (node is null || TextOf(node, Join(key)) is not { } text)
        {
            return null;
        }

        if (words.Contains(text))
        {
            return text;
        }

        refusals.Add(FieldRefusals.NotOneOf(Join(key), node, text, words));
        return null;
    }

    public decimal? Number(string key, bool required = false)
    {
        var node = required ? Required(key) : Node(key);
        return node is null ? null : NumberOf(node, Join(key));
    }

    public int? Whole(string key, int min, int max, bool required = false)
    {
        if (Number(key, required) is not { } number)
        {
            return null;
        }

        if (number == decimal.Truncate(number) && number >= min && number <= max)
        {
            return (int)number;
        }

        refusals.Add(FieldRefusals.Type(Join(key), map[key]!, new($"{min} 到 {max} 的整数", $"a whole number from {min} to {max}")));
        return null;
    }

    /// <summary>A fraction within bounds, 0.10 = 10 %.</summary>
    public decimal? Ratio(string key, decimal min, decimal max, bool required = false)
    {
        var node = required ? Required(key) : Node(key);
        return node is null ? null : RatioOf(node, Join(key), min, max);
    }

    /// <summary>A decimal within bounds with at most twelve places, so that what is computed with it stays exact.</summary>
    public decimal? RatioOf(DocNode node, string path, decimal min, decimal max)
    {
        if (NumberOf(node, path) is not { } number)
        {
            return null;
        }

        if (number >= min && number <= max && decimal.Round(number, 12) == number)
        {
            return number;
        }

        refusals.Add(FieldRefusals.Type(path, node, new($"{min} 到 {max} 之间的小数，至多 12 位", $"a decimal between {min} and {max} with at most 12 places")));
        return null;
    }

    /// <summary>A non-negative amount in yuan with at most two decimals, below 10^15.</summary>
    public Money? Money(string key, bool required = false)
    {
        var node = required ? Required(key) : Node(key);
        return node is null ? null : MoneyOf(node, Join(key));
    }

    public DateOnly? Date(string key, bool required = false)
    {
        var node = required ? Required(key) : Node(key);
        return node is null ? null : DateOf(node, Join(key));
    }

    public bool? Flag(string key)
    {
        var node = Node(key);
        if (node is null)
        {
            return null;
        }

        switch ((node as DocScalar)?.Text)
        {
            case "true" or "True" or "yes":
                return true;
            case "false" or "False" or "no":
                return false;
            default:
                refusals.Add(FieldRefusals.Type(Join(key), node, new("true 或 false", "true or false")));
                return null;
        }
    }

    public string? TextOf(DocNode node, string path)
    {
        if (node is DocScalar { IsNull: false } scalar)
        {
            return scalar.Text;
        }

        refusals.Add(FieldRefusals.Type(path, node, new("文本", "text")));
        return null;
    }

    public decimal? NumberOf(DocNode node, string path)
    {
        if (node is DocScalar scalar && TryNumber(scalar.Text, out var number))
        {
            return number;
        }

        refusals.Add(FieldRefusals.Type(path, node, new("十进制数", "a decimal number")));
        return null;
    }

    public Money? MoneyOf(DocNode node, string path)
    {
        if (node is DocScalar scalar && TryNumber(scalar.Text, out var number)
            && number >= 0 && number < 1_000_000_000_000_000m && number * 100m == decimal.Truncate(number * 100m))
        {
            return Basics.Money.Cny(number);
        }

        refusals.Add(FieldRefusals.Type(path, node, new("元，不小于 0、小于 10^15、至多两位小数", "yuan, at least 0, below 10^15, at most two decimals")));
        return null;
    }

    public DateOnly? DateOf(DocNode node, string path)
    {
        if (node is DocScalar scalar && TryDate(scalar.Text, out var date))
        {
            return date;
        }

        refusals.Add(FieldRefusals.Type(path, node, new("1990-01-01 至 2199-12-31 的日期 yyyy-MM-dd", "a date yyyy-MM-dd from 1990-01-01 to 2199-12-31")));
        return null;
    }

    /// <summary>Refuses keys nobody asked for (FLD-0104), with the nearest known key.</summary>
    public void Finish()
    {
        foreach (var entry in map.Entries)
        {
            if (!asked.Contains(entry.Key))
            {
                refusals.Add(FieldRefusals.Unknown(Join(entry.Key), entry, asked));
            }
        }
    }

    /// <summary>Plain or exponent decimals only: no thousands separators, no NaN, no infinity, no octal, and no digit that would be rounded away.</summary>
    public static bool TryNumber(string text, out decimal number)
    {
        number = 0;
        return text.Length <= 40 && NumberShape().IsMatch(text) && text.Count(char.IsAsciiDigit) <= 28
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= 1990 and <= 2199;

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberShape();
}
