namespace Zhirong.Platform.Storage.Rows;

/// <summary>Conditions of a query that were asked for, joined by AND, with their values in the order of their parameters.</summary>
public sealed class Conditions
{
    private readonly List<string> parts = [];
    private readonly List<object?> values = [];

    /// <summary>What stands behind WHERE; always true when nothing was asked.</summary>
    public string Text => parts.Count == 0 ? "1 = 1" : string.Join(" AND ", parts);

    public object?[] Values => [.. values];

    /// <summary>Adds a condition with one <c>?</c>; passes over a value that is null or empty.</summary>
    public void Add(string condition, object? value)
    {
        if (value is not (null or ""))
        {
            parts.Add(condition.Replace("?", $"@p{values.Count}", StringComparison.Ordinal));
            values.Add(value);
        }
    }

    /// <summary>Adds that a column contains a text, capitals told apart on no database; signs of LIKE mean themselves.</summary>
    public void AddPart(string column, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            var plain = text.Trim().ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
            Add($"lower({column}) LIKE ? ESCAPE '!'", $"%{plain}%");
        }
    }
}
