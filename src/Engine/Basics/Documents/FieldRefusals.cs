namespace Zhirong.Engine.Basics.Documents;

/// <summary>The numbered refusals of a single field.</summary>
public static class FieldRefusals
{
    public static Refusal Missing(string path) => new()
    {
        Code = "FLD-0101",
        Path = path,
        Found = "—",
        Expected = new("必填", "a value"),
        Message = new($"缺少必填项 {path}", $"Required field {path} is missing"),
    };

    public static Refusal Type(string path, DocNode node, Words expected) => new Refusal
    {
        Code = "FLD-0102",
        Path = path,
        Found = node.Describe(),
        Expected = expected,
        Message = path.Length == 0 ? new("文件的内容不对", "The file is of the wrong kind") : new($"{path} 的值不对", $"{path} has a value of the wrong kind"),
    }.At(node.Line, node.Column);

    public static Refusal NotOneOf(string path, DocNode node, string found, IReadOnlyList<string> words)
    {
        var list = string.Join(" | ", words);
        var near = Nearest(found, words);
        return new Refusal
        {
            Code = "FLD-0103",
            Path = path,
            Found = node.Describe(),
            Expected = Words.Same(list),
            Message = near is null
                ? new($"{path} 不是可用的取值", $"{path} is not one of the known words")
                : new($"{path} 不是可用的取值，是否想写 {near}", $"{path} is not one of the known words; did you mean {near}"),
        }.At(node.Line, node.Column);
    }

    public static Refusal Unknown(string path, DocEntry entry, IReadOnlyCollection<string> known)
    {
        var near = Nearest(entry.Key, known);
        var list = string.Join(", ", known.Order(StringComparer.Ordinal));
        return new()
        {
            Code = "FLD-0104",
            Path = path,
            Found = entry.Key.Length == 0 ? "\"\"" : entry.Key.Length <= 60 ? entry.Key : entry.Key[..60],
            Expected = Words.Same(near ?? list),
            Message = near is null
                ? new($"不认识的键 {path}", $"Unknown key {path}")
                : new($"不认识的键 {path}，是否想写 {near}", $"Unknown key {path}; did you mean {near}"),
            Line = entry.KeyLine,
            Column = entry.KeyColumn,
        };
    }

    /// <summary>The known word nearest by edit distance, when near enough to be a slip of the hand.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        // An empty word is no slip of anything.
        var (best, distance) = (default(string), word.Length == 0 ? 0 : Math.Max(2, word.Length / 3) + 1);
        foreach (var candidate in known.Order(StringComparer.Ordinal))
        {
            var d = Distance(word, candidate, distance);
            if (d < distance)
            {
                (best, distance) = (candidate, d);
            }
        }

        return best;
    }

    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit || a.Length > 100)
        {
            return limit;
        }

        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
