using System.Globalization;
using System.Text.RegularExpressions;

namespace Zhirong.House.Tests;

/// <summary>Rules over the text under src that hold for every project: names, sizes, and no case built into the code.</summary>
internal static partial class SourceRules
{
    /// <summary>A file that wants to be longer wants to be two.</summary>
    public const int LongestFile = 400;

    /// <summary>A published figure shorter than this meets ordinary numbers by chance and is not looked for.</summary>
    private const int FewestDigits = 5;

    public static IEnumerable<Breach> WeakNames(string file, string source)
    {
        var code = SourceText.CodeOnly(source);
        return Declaration().Matches(code).Where(match => WeakSuffix().IsMatch(match.Groups["name"].Value))
            .Select(match => new Breach(file, SourceText.LineAt(code, match.Index), $"a name that says nothing: {match.Groups["name"].Value}"));
    }

    public static IEnumerable<Breach> TooLong(string file, string source)
    {
        var lines = source.AsSpan().TrimEnd('\n').Count('\n') + 1;
        return lines > LongestFile ? [new(file, lines, $"{lines} lines, at most {LongestFile}")] : [];
    }

    /// <summary>A number of a refusal says one thing in the whole product: it stands in one file of refusals, of whichever room, engine or platform.</summary>
    public static IEnumerable<Breach> TwiceNumbered(IEnumerable<(string File, string Source)> refusals) => refusals
        .SelectMany(r => RefusalCode().Matches(r.Source).Select(m => (Code: m.Groups["code"].Value, r.File))).Distinct()
        .GroupBy(r => r.Code).Where(g => g.Count() > 1)
        .Select(g => new Breach(g.Last().File, 1, $"{g.Key} also in {g.First().File}"));

    /// <summary>Case ids, deal ids and published figures: the code computes them, it does not know them.</summary>
    public static IEnumerable<Breach> CaseFacts(string file, string source, IReadOnlyCollection<string> dealIds, IReadOnlySet<decimal> published)
    {
        foreach (Match match in CaseId().Matches(source))
        {
            yield return new(file, SourceText.LineAt(source, match.Index), $"case id {match.Value}");
        }

        foreach (var id in dealIds)
        {
            var index = source.IndexOf(id, StringComparison.Ordinal);
            if (index >= 0)
            {
                yield return new(file, SourceText.LineAt(source, index), $"deal id {id}");
            }
        }

        foreach (Match match in Number().Matches(source))
        {
            if (Figure(match.Value) is { } figure && published.Contains(figure))
            {
                yield return new(file, SourceText.LineAt(source, match.Index), $"published figure {match.Value}");
            }
        }
    }

    /// <summary>The figures a case file prints as published, from five significant digits on.</summary>
    public static IEnumerable<decimal> Published(string caseFile) => PublishedValue().Matches(caseFile)
        .Select(match => Figure(match.Groups["figure"].Value)).OfType<decimal>();

    public static IEnumerable<string> DealIds(string dealFile) => DealId().Matches(dealFile).Select(match => match.Groups["id"].Value);

    private static decimal? Figure(string text)
    {
        var digits = text.Replace("_", "").Replace(",", "");
        var significant = digits.Replace(".", "").TrimStart('0');
        significant = digits.Contains('.') || significant.Length > 0 ? significant.TrimEnd('0') : significant;
        return significant.Length >= FewestDigits && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure)
            ? figure
            : null;
    }

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex("(?:Manager|Helper|Util|Utility|Utilitie|Service|Base|Common)s?$")]
    private static partial Regex WeakSuffix();

    [GeneratedRegex(@"\bS(?:0[1-9]|1[0-9]|20)\b")]
    private static partial Regex CaseId();

    [GeneratedRegex(@"(?<![\w.])\d[\d_,]*(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("""\bpublished:\s*["']?(?<figure>\d[\d,_]*(?:\.\d+)?)\s*(?:%|亿|万|元)*["']?\s*(?=[,}#\r\n]|$)""")]
    private static partial Regex PublishedValue();

    [GeneratedRegex("\"(?<code>[A-Z]{2,5}-[0-9]{4})\"")]
    private static partial Regex RefusalCode();

    [GeneratedRegex("""^id:\s*["']?(?<id>[\w-]+)""", RegexOptions.Multiline)]
    private static partial Regex DealId();
}
