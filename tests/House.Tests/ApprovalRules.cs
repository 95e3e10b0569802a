using System.Text.RegularExpressions;

namespace Zhirong.House.Tests;

/// <summary>Every writing act named in the source has a rule, or a written reason why it needs none, in the shipped routes.</summary>
internal static partial class ApprovalRules
{
    /// <summary>Acts named by endpoints: <c>.Act("ledger.book.open")</c>.</summary>
    public static IEnumerable<(string Act, int Line)> Acts(string source)
    {
        // Texts are blanked out of the code, so the act is read at the place where the code has the call.
        var code = SourceText.CodeOnly(source);
        return Named().Matches(source).Where(match => code.AsSpan(match.Index).StartsWith(".Act(")).Select(match => (match.Groups["act"].Value, SourceText.LineAt(source, match.Index)));
    }

    /// <summary>Acts with a rule: an exemption in both languages, or levels.</summary>
    public static IEnumerable<string> Ruled(string routes) => Rule().Split(routes).Skip(1)
        .Where(rule => Reason().IsMatch(rule) || rule.Contains("\n    levels:", StringComparison.Ordinal))
        .Select(rule => rule.Split('\n')[0].Trim());

    public static IEnumerable<Breach> Missing(IReadOnlyList<(string File, string Source)> sources, IReadOnlySet<string> ruled)
    {
        foreach (var (file, source) in sources)
        {
            foreach (var (act, line) in Acts(source).Where(a => !ruled.Contains(a.Act)))
            {
                yield return new(file, line, $"the act {act} has no rule and no exemption in data/approvals");
            }
        }
    }

    [GeneratedRegex("""\.Act\("(?<act>[^"]*)"\)""")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*- act: ", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"exempt: \{zh: \S.*, en: \S.*\}")]
    private static partial Regex Reason();
}
