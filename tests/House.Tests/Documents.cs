using System.Text.RegularExpressions;

namespace Zhirong.House.Tests;

/// <summary>What documents promise: commands that exist, links that lead somewhere, and words of the product alone.</summary>
internal static partial class Documents
{
    private static readonly Dictionary<string, string[]> Verbs = new(StringComparer.Ordinal)
    {
        ["deal"] = ["check", "run"],
        ["case"] = ["list", "run"],
        ["proof"] = ["verify"],
        ["import"] = ["rights", "firms"],
        ["value"] = [],
        ["score"] = [],
        ["loan"] = ["schedule"],
        ["match"] = [],
        ["db"] = ["migrate", "backup", "restore", "verify"],
        ["schema"] = [],
        ["bench"] = [],
        ["demo"] = [],
        ["serve"] = [],
        ["work"] = [],
        ["doctor"] = [],
        ["openapi"] = [],
        ["--version"] = [],
        ["--help"] = [],
    };

    // Put together here so that this file does not trip over itself.
    private static readonly (string Name, Regex Pattern)[] NotOurs =
    [
        ("machine path", new(@"(?<![\w.])/" + @"work/|/tmp/" + @"bash_jobs|/" + @"root/|/home/" + @"[a-z]")),
        ("outside the house", new(@"\.\./" + "shared")),
        ("unfinished", new(@"\b(?:TO" + @"DO|FIX" + @"ME|XX" + @"X)\b|NotImplemented" + "Exception")),
        ("workshop", new(@"\b(?:Clau" + "de|Anth" + "ropic|Chat" + "GPT|Copi" + "lot|sub" + @"agent)\b", RegexOptions.IgnoreCase)),
    ];

    /// <summary>Lines of code blocks that start with ./run or ./test, prompt and comment taken off.</summary>
    public static IEnumerable<(int Line, string Command)> Commands(string markdown)
    {
        var inside = false;
        var number = 0;
        foreach (var line in markdown.Split('\n'))
        {
            number++;
            var text = line.Trim();
            if (text.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside;
                continue;
            }

            text = Comment().Replace(text.StartsWith("$ ", StringComparison.Ordinal) ? text[2..] : text, "").Trim();
            if (inside && CommandStart().IsMatch(text))
            {
                yield return (number, text);
            }
        }
    }

    /// <summary>Null when the command is one of ours and the files of the repository it names are there.</summary>
    /// <param name="command">A line such as <c>./run cli deal check cases/S05/deal.yaml</c>.</param>
    /// <param name="exists">Whether a path from the root is there.</param>
    public static string? Unknown(string command, Func<string, bool> exists)
    {
        var words = command.Split(['|', '>', '<', ';', '&'], 2)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var missing = words.FirstOrDefault(word => ShippedFile().IsMatch(word) && !exists(word));
        if (missing is not null)
        {
            return $"{missing} is not there";
        }

        if (words[0] == "./test" || words.Length == 1)
        {
            return null;
        }

        if (words[1] is "--help" or "bench" or "pack" or "--port" or "--data")
        {
            return null;
        }

        if (words[1] != "cli" || words.Length == 2 || !Verbs.TryGetValue(words[2], out var under))
        {
            return $"unknown: {command}";
        }

        return under.Length > 0 && (words.Length == 3 || !under.Contains(words[3])) ? $"unknown: {command}" : null;
    }

    /// <summary>The words of a command that the program itself must know.</summary>
    public static IEnumerable<string> VerbsOf(string command) =>
        command.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["./run", "cli", var verb, .. var rest] && Verbs.TryGetValue(verb, out var under) && !verb.StartsWith('-')
            ? under.Length > 0 ? [verb, .. rest.Take(1)] : [verb]
            : [];

    public static IEnumerable<Breach> DeadLinks(string file, string markdown, Func<string, bool> exists)
    {
        var folder = file.Contains('/') ? file[..(file.LastIndexOf('/') + 1)] : "";
        foreach (Match match in Link().Matches(markdown))
        {
            var target = Path.GetRelativePath("/", Path.GetFullPath("/" + folder + match.Groups["target"].Value)).Replace('\\', '/');
            if (!exists(target))
            {
                yield return new(file, SourceText.LineAt(markdown, match.Index), $"dead link {match.Groups["target"].Value}");
            }
        }
    }

    public static IEnumerable<Breach> WordsNotOurs(string file, string text) => NotOurs.SelectMany(rule => rule.Pattern.Matches(text)
        .Select(match => new Breach(file, SourceText.LineAt(text, match.Index), $"{rule.Name}: {match.Value}")));

    [GeneratedRegex(@"\s+#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\./(?:run|test)(?:\s|$)")]
    private static partial Regex CommandStart();

    [GeneratedRegex(@"^(?:cases|data|docs|bench)/\S+$")]
    private static partial Regex ShippedFile();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<target>[^)\s#]+)(?:#[^)\s]*)?\)")]
    private static partial Regex Link();
}
