using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Proof;

/// <summary>Is the file in form, are the keys keys, and whose are they?</summary>
internal static class LogChecks
{
    /// <summary>Why nothing but the form is judged in a file whose fields could not be read.</summary>
    public static Words Unread { get; } = new("文件形式不合，未检查", "not judged: the form of the file is broken");

    public static IEnumerable<ProofCheck> Form(ExaminedBundle examined)
    {
        if (examined.Problems is [var first, ..])
        {
            var more = examined.Problems.Count - 1;
            var at = first.Path.Length == 0 ? first.Found : $"{first.Path}: {first.Found}";
            yield return ProofCheck.Failed("form", at, first.Expected.ToString(), new(
                $"文件形式不合：{(first.Path.Length == 0 ? "整个文件" : first.Path)}，应为{first.Expected.Zh}{(more > 0 ? $"（另有 {more} 处）" : "")}",
                $"The form of the file is broken at {(first.Path.Length == 0 ? "the file itself" : first.Path)}: expected {first.Expected.En}{(more > 0 ? $" (and {more} more)" : "")}"));
            yield break;
        }

        yield return ProofCheck.Passed("form", new("文件是唯一的规范写法，没有多余或缺少的字段", "The file has its one canonical spelling, no field too many or too few"));
    }

    public static IEnumerable<ProofCheck> Keys(ExaminedBundle examined)
    {
        yield return examined.Bundle is { } bundle ? Keys(bundle.Log) : ProofCheck.Left("keys", Unread);
    }

    private static ProofCheck Keys(LogIdentity log)
    {
        var words = log.Keys.Select(key => key.Algorithm.Word()).Order(StringComparer.Ordinal).ToList();
        var wanted = SignatureAlgorithms.All.Select(algorithm => algorithm.Word()).Order(StringComparer.Ordinal).ToList();
        if (!words.SequenceEqual(wanted))
        {
            return ProofCheck.Failed("keys", string.Join(", ", words), string.Join(", ", wanted), new("每种算法应恰有一个公钥", "There must be exactly one key of each algorithm"));
        }

        foreach (var key in log.Keys)
        {
            var fingerprint = LogKey.FingerprintOf(key.Public.Span);
            if (fingerprint != key.Fingerprint)
            {
                return ProofCheck.Failed("keys", key.Fingerprint, fingerprint, new(
                    $"{key.Algorithm.Word()} 公钥与指纹不符：其一被改动", $"The {key.Algorithm.Word()} key and its fingerprint do not match: one was changed"));
            }

            if (!key.IsOnCurve)
            {
                return ProofCheck.Failed("keys", Hex.Of(key.Public.Span), key.Algorithm.Word(), new(
                    $"{key.Algorithm.Word()} 公钥不是曲线上的点", $"The {key.Algorithm.Word()} key is not a point of its curve"));
            }
        }

        return ProofCheck.Passed("keys", new("两个公钥都在曲线上，指纹相符", "Both keys lie on their curves and match their fingerprints"));
    }

    public static IEnumerable<ProofCheck> Trust(ExaminedBundle examined)
    {
        yield return examined.Bundle is { } bundle ? Trust(bundle.Log, examined.Pinned) : ProofCheck.Left("trust", Unread);
    }

    private static ProofCheck Trust(LogIdentity log, LogIdentity? pinned)
    {
        if (pinned is null)
        {
            return ProofCheck.Left("trust", new(
                "没有给出可信的日志公钥文件：只核对文件自身，签名者是谁未核实", "No trusted log key file was given: the file is checked against itself, who signed is not pinned"));
        }

        if (log.Origin != pinned.Origin)
        {
            return ProofCheck.Failed("trust", log.Origin, pinned.Origin, new("这份证据来自另一本日志", "This evidence is of another log"));
        }

        if (pinned.Keys.Count != log.Keys.Count || !pinned.Keys.All(key => log.Keys.Any(key.IsSame)))
        {
            return ProofCheck.Failed("trust", Fingerprints(log), Fingerprints(pinned), new("公钥不是可信日志的公钥", "The keys are not those of the trusted log"));
        }

        return ProofCheck.Passed("trust", new("日志与公钥就是所信任的那一本", "Log and keys are the trusted ones"));
    }

    private static string Fingerprints(LogIdentity log) => string.Join(", ", log.Keys.Select(key => key.Fingerprint).Order(StringComparer.Ordinal));
}
