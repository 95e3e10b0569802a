namespace Zhirong.Platform.Storage.Rows;

/// <summary>Conditions of a query, all of which must hold, with their values numbered as they come.</summary>
public sealed class Conditions
{
    private readonly List<string> parts = [];
    private readonly List<object?> values = [];

    public object?[] Values => [.. values];

    public string Where => parts.Count == 0 ? "" : " WHERE " + string.Join(" AND ", parts);

    public Conditions And(string condition)
    {
        parts.Add(condition);
        return this;
    }

    /// <summary>Compares a column with a value; passes over a value that is null or empty.</summary>
    public Conditions Given(string column, string comparison, object? value) => value is null or "" ? this : And($"{column} {comparison} {Value(value)}");

    /// <summary>One of several must hold; what adds nothing is left out.</summary>
    public Conditions AnyOf(params ReadOnlySpan<Func<Conditions, Conditions>> choices)
    {
        var first = parts.Count;
        foreach (var choice in choices)
        {
            choice(this);
        }

        var any = $"({string.Join(" OR ", parts[first..])})";
        parts.RemoveRange(first, parts.Count - first);
        return And(any);
    }

    /// <summary>Keeps a value; returns the place holder that stands for it. Called in the order in which they stand in the query.</summary>
    public string Value(object? value)
    {
        values.Add(value);
        return $"@p{values.Count - 1}";
    }

    /// <summary>One of the columns contains the words, without regard to the case of Latin letters.</summary>
    public Conditions Contains(string words, params IReadOnlyList<string> columns)
    {
        var like = Value($"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%");
        return And($"({string.Join(" OR ", columns.Select(c => $"lower({c}) LIKE lower({like}) ESCAPE '\\'"))})");
    }
}
