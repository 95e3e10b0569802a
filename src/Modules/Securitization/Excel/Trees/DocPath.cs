using System.Globalization;
using System.Text;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Securitization.Excel.Trees;

/// <summary>One step of a path: a key, the position in a list, or the id of a list's item.</summary>
internal readonly record struct PathStep(string Text, PathStepKind Kind)
{
    public int Index => int.Parse(Text, NumberStyles.None, CultureInfo.InvariantCulture);
}

internal enum PathStepKind
{
    Key,
    Index,
    Id,
}

/// <summary>Paths as they stand on the last sheet: <c>pool.obligors[=C01].tags[0]</c>; keys with odd characters stand in quotes.</summary>
internal static class DocPath
{
    public static string Key(string path, string key)
    {
        var plain = key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or ' ') && key.Trim() == key;
        var step = plain ? key : $"\"{key.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return path.Length == 0 ? step : $"{path}.{step}";
    }

    public static string Item(string path, int index) => $"{path}[{index}]";

    /// <summary>The item by its id where that names it alone, else by its place.</summary>
    public static string Item(string path, int index, string? id) =>
        id is { Length: > 0 } && id.IndexOfAny([']', '[', '"']) < 0 && id.Trim() == id ? $"{path}[={id}]" : Item(path, index);

    /// <summary>The node at a dotted path of plain keys; null where there is none.</summary>
    public static DocNode? At(this DocNode node, string path)
    {
        DocNode? at = node;
        foreach (var key in path.Length == 0 ? [] : path.Split('.'))
        {
            at = (at as DocMap)?[key];
        }

        return at;
    }

    /// <summary>Reads a path; null when it is not well formed.</summary>
    public static List<PathStep>? Read(string path)
    {
        var steps = new List<PathStep>();
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '[')
            {
                var end = path.IndexOf(']', at);
                if (end < 0 || Bracket(path[(at + 1)..end]) is not { } step)
                {
                    return null;
                }

                steps.Add(step);
                at = end + 1;
                continue;
            }

            at += path[at] == '.' && steps.Count > 0 ? 1 : 0;
            if (at >= path.Length || Word(path, ref at) is not { } key)
            {
                return null;
            }

            steps.Add(new(key, PathStepKind.Key));
        }

        return steps.Count is > 0 and <= 32 && steps[0].Kind == PathStepKind.Key ? steps : null;
    }

    private static PathStep? Bracket(string text)
    {
        if (text is ['=', .. var id] && id.Length > 0)
        {
            return new(id, PathStepKind.Id);
        }

        return text.Length is > 0 and <= 7 && text.All(char.IsAsciiDigit) ? new(text, PathStepKind.Index) : null;
    }

    private static string? Word(string path, ref int at)
    {
        if (path[at] != '"')
        {
            var end = path.AsSpan(at).IndexOfAny('.', '[');
            var word = end < 0 ? path[at..] : path.Substring(at, end);
            at += word.Length;
            return word.Length == 0 ? null : word;
        }

        var text = new StringBuilder();
        for (at++; at < path.Length; at++)
        {
            if (path[at] != '"')
            {
                text.Append(path[at]);
            }
            else if (at + 1 < path.Length && path[at + 1] == '"')
            {
                text.Append(path[at++]);
            }
            else
            {
                at++;
                return text.ToString();
            }
        }

        return null;
    }
}
