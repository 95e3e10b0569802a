namespace Zhirong.Modules.Assets.Reading.Text;

/// <summary>Several values in one cell.</summary>
internal static class ListText
{
    private static readonly char[] Separators = [';', '|', '、', '\n'];

    /// <summary>
    /// Split at <c>; ； | 、</c> and line ends, never at a comma: commas stand inside the names of firms. Brackets keep what is
    /// in them together.
    /// </summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        var text = Folding.Clean(cell);
        if (text.StartsWith("[\"", StringComparison.Ordinal) && text.EndsWith("\"]", StringComparison.Ordinal))
        {
            // A list as programs write it.
            return [.. text[2..^2].Split("\",").Select(p => Folding.Line(p.Trim().TrimStart('"'))).Where(p => p.Length > 0)];
        }

        if (text.Length == 0)
        {
            return [];
        }

        if (text.AsSpan().IndexOfAny(Separators) < 0)
        {
            return [Folding.Line(text)];
        }

        // A bracket that is never closed keeps nothing together.
        return Parts(text, text.AsSpan().Count('(') == text.AsSpan().Count(')') && text.AsSpan().Count('[') == text.AsSpan().Count(']'));
    }

    private static List<string> Parts(string text, bool brackets)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ';';
            depth += !brackets ? 0 : c is '(' or '[' ? 1 : c is ')' or ']' && depth > 0 ? -1 : 0;
            if (i == text.Length || (Array.IndexOf(Separators, c) >= 0 && (depth == 0 || c == '\n')))
            {
                if (Folding.Line(text[start..i]) is { Length: > 0 } part)
                {
                    parts.Add(part);
                }

                (start, depth) = (i + 1, c == '\n' ? 0 : depth);
            }
        }

        return parts;
    }
}
