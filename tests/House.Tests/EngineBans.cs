using System.Text.RegularExpressions;

namespace Zhirong.House.Tests;

/// <summary>
/// What no engine does: read a clock, draw luck, open files or sockets, start threads, keep state between calls,
/// or hold money due or paid in binary fractions.
/// </summary>
internal static partial class EngineBans
{
    private const string Alone = @"(?<![\w.])(?:global::)?";

    private static readonly (string Name, Regex Pattern)[] Bans =
    [
        ("clock", new(@"\bDateTime(?:Offset)?\s*\.\s*(?:Now|UtcNow|Today)\b")),
        ("clock", new(@"\bDateOnly\s*\.\s*FromDateTime\b|\bTimeProvider\s*\.\s*System\b|\bStopwatch\b")),
        ("luck", new(@"\bGuid\s*\.\s*(?:NewGuid|CreateVersion7)\b|\bRandomNumberGenerator\b")),
        ("luck", new(@"\bnew\s+(?:System\s*\.\s*)?Random\s*\(|\bRandom\s*\.\s*Shared\b|\bRandom\s+\w+\s*=\s*new\s*\(")),
        ("files", new(Alone + @"(?:System\s*\.\s*IO\s*\.\s*)?(?:File|Directory)\s*\.\s*[A-Z]")),
        ("files", new(@"\b(?:FileStream|FileInfo|DirectoryInfo)\b")),
        ("console", new(Alone + @"(?:System\s*\.\s*)?Console\s*\.\s*[A-Z]")),
        ("network", new(@"\b(?:HttpClient|WebRequest|TcpClient|Socket)\b")),
        ("environment", new(Alone + @"(?:System\s*\.\s*)?Environment\s*\.\s*[A-Z]")),
        ("process", new(Alone + @"(?:System\s*\.\s*Diagnostics\s*\.\s*)?Process\s*\.\s*[A-Z]|\bProcessStartInfo\b")),
        ("thread", new(@"\bnew\s+(?:Thread|Timer)\s*\(|\bThreadPool\b|\.\s*AsParallel\s*\(")),
        ("thread", new(Alone + @"(?:System\s*\.\s*Threading\s*\.\s*(?:Tasks\s*\.\s*)?)?(?:Thread\s*\.\s*[A-Z]|Task\s*\.\s*(?:Run|Factory)\b|Parallel\s*\.\s*[A-Z])")),
        ("alias", new(@"\busing\s+(?:static\s+|\w+\s*=\s*)(?:System\s*\.\s*)?(?:\w+\s*\.\s*)*(?:File|Directory|Console|Environment|Process|Thread|Task|Parallel|Random|DateTime|Guid)\s*;")),
        ("state", new(@"\bThreadStatic\b|\b(?:ThreadLocal|AsyncLocal|ConcurrentDictionary)\s*<")),
    ];

    public static IEnumerable<Breach> Scan(string file, string source)
    {
        var code = SourceText.CodeOnly(source);
        foreach (var (name, pattern) in Bans)
        {
            foreach (Match match in pattern.Matches(code))
            {
                yield return At(match, $"{name}: {match.Value}");
            }
        }

        foreach (Match match in StaticMember().Matches(code).Where(match =>
            Regex.IsMatch(match.Groups["modifiers"].Value, @"\bstatic\b") && !Regex.IsMatch(match.Groups["modifiers"].Value, @"\breadonly\b")))
        {
            yield return At(match, $"static that changes: {match.Groups["name"].Value}");
        }

        foreach (Match match in BinaryMember().Matches(code).Concat(BinaryParameter().Matches(code)).Where(match =>
            MoneyName().IsMatch(match.Groups["name"].Value) && !match.Groups["name"].Value.Contains("Estimate")))
        {
            yield return At(match, $"money in {match.Groups["type"].Value}: {match.Groups["name"].Value}");
        }

        Breach At(Match match, string what) => new(file, SourceText.LineAt(code, match.Index), what);
    }

    // A field (ends in = ; or ,) or a property with a setter; "readonly" is looked for in the modifiers.
    [GeneratedRegex("""
        (?<modifiers>(?>(?:\b(?:public|private|protected|internal|static|readonly|volatile|unsafe|new|event|required)\s+)+))
        (?:\([^()]*\)|[\w.:]+(?:\s*<(?:[^;{}=()]|\([^()]*\))*?>)?)(?:\s*\[[,\s]*\]|\s*\?|\s*\*)*\s+
        (?<name>@?\w+)\s*
        (?:=(?![>=])|;|,|\{[^{}]*\bset\b)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex StaticMember();

    [GeneratedRegex(@"\bpublic\b[^;{}()=]*?\b(?<type>double|float)\b[^;{}()=\w]*\s(?<name>\w+)")]
    private static partial Regex BinaryMember();

    // A parameter in Pascal case is a positional record's public property.
    [GeneratedRegex(@"[(,]\s*(?:\[[^\]]*\]\s*)?(?<type>double|float)\b[^\w,()]*\s(?<name>[A-Z]\w*)")]
    private static partial Regex BinaryParameter();

    [GeneratedRegex("Fen|Money|Amount|Paid|Due")]
    private static partial Regex MoneyName();
}
