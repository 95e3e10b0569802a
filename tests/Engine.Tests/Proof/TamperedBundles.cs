using System.Text;
using Xunit;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

/// <summary>One change to the bytes of a file: so many bytes at an offset give way to others.</summary>
internal sealed record Tampering(int At, int Remove, byte[] Insert)
{
    public byte[] Of(byte[] file) => [.. file.AsSpan(0, At), .. Insert, .. file.AsSpan(At + Remove)];
}

/// <summary>
/// Two hundred ways to tamper with the example of the documents, and what the verifier says to each. The page's verifier
/// reads the same set: both must name the same checks.
/// </summary>
internal static class TamperedBundles
{
    private static readonly (string Found, string Replacement)[] Edits =
    [
        ("{\"checkpoint\"", " {\"checkpoint\""),
        ("{\"checkpoint\"", "\ufeff{\"checkpoint\""),
        ("\"earlier\":{", "\"earlier\":null,\"earlier\":{"),
        ("\"earlier\":{", "\"earlier\": {"),
        ("\"index\":4", "\"index\":5"),
        ("\"index\":4", "\"index\":4.0"),
        ("\"index\":4", "\"index\":4e0"),
        ("\"index\":4", "\"index\":04"),
        ("\"index\":4", "\"index\":-4"),
        ("\"index\":4", "\"index\":-0"),
        ("\"index\":4", "\"index\":\"4\""),
        ("\"index\":4", "\"index\":9007199254740991"),
        ("\"index\":4", "\"index\":9007199254740992"),
        ("\"index\":4", "\"index\":7"),
        ("\"index\":4,", ""),
        ("\"index\":4", "\"index\":4,\"indey\":4"),
        ("\"size\":7", "\"size\":8"),
        ("\"size\":7", "\"size\":4"),
        ("\"size\":7", "\"size\":9007199254740991"),
        ("\"size\":3", "\"size\":4"),
        ("\"size\":3", "\"size\":0"),
        ("\"size\":3", "\"size\":7"),
        ("\"size\":3", "\"size\":8"),
        ("\"sequence\":5", "\"sequence\":6"),
        ("\"sequence\":5", "\"sequence\":5.5"),
        ("\"sequence\":5", "\"sequence\":-0"),
        ("\"sequence\":5", "\"sequence\":9007199254740992"),
        ("\"sequence\":5", "\"sequence\":5,\"sequence\":5"),
        ("\"sequence\":5", "\"sequence\":[5,true,null]"),
        ("\"sequence\":5", "\"sequencf\":5"),
        ("\"memo\":\"收到", "\"memo\":\"付出"),
        ("\"memo\":\"收到", "\"memo\":\"\\u6536到"),
        ("\"memo\":\"收到", "\"memo\":\"\\ud800到"),
        ("\"memo\":\"收到", "\"memo\":\"\\ud83d\\ude00到"),
        ("\"memo\":\"收到", "\"memo\":\"😀到"),
        ("\"memo\":\"收到", "\"memo\":\"\\n到"),
        ("\"memo\":\"收到", "\"memo\":\"\\u000a到"),
        ("\"memo\":\"收到", "\"memo\":\"\\/到"),
        ("\"memo\":\"收到", "\"memo\":\"\\x到"),
        ("\"content\":null", "\"content\":{}"),
        ("\"content\":{", "\"content\":null,\"contents\":{"),
        ("\"salt\":null", "\"salt\":\"\""),
        ("\"by\":\"本机用户\"", "\"by\":\"\""),
        ("\"by\":\"本机用户\"", "\"by\":\"本机用户 \""),
        ("\"by\":\"本机用户\"", "\"by\":null"),
        ("\"event\":\"EntryPosted\"", "\"event\":\"EntryPostee\""),
        ("01:32:28.123456Z", "01:32:28.123457Z"),
        ("01:32:28.123456Z", "01:32:28.12345Z"),
        ("01:32:28.123456Z", "24:00:00.000000Z"),
        ("01:32:28.123456Z", "01:32:60.123456Z"),
        ("2026-11-25T01:32:28", "2026-02-29T01:32:28"),
        ("2026-11-25T01:32:28", "0000-11-25T01:32:28"),
        ("zhirong/evidence/v1", "zhirong/evidence/v2"),
        ("zhirong/evidence-bundle/v1", "zhirong/evidence-bundle/v2"),
        ("zhirong/checkpoint/v1", "zhirong/checkpoint/v2"),
        ("\"algorithm\":\"sm2-sm3\"", "\"algorithm\":\"ecdsa-p256-sha256\""),
        ("\"algorithm\":\"sm2-sm3\"", "\"algorithm\":\"sm2\""),
        ("\"public\":\"04", "\"public\":\"02"),
        ("\"public\":\"04", "\"public\":\"0404"),
        ("zhirong/019abc00", "zhirong/119abc00"),
        ("zhirong/019abc00", "zhirong/X19abc00"),
        ("\"items\":[", "\"items\":[null,"),
        ("\"inclusion\":{\"sha256\":[", "\"inclusion\":{\"sha256\":[\"" + "00000000000000000000000000000000" + "00000000000000000000000000000000" + "\","),
        ("\"consistency\":{\"sha256\":[", "\"consistency\":{\"sha256\":[1,"),
        ("}]}\n", "}]}"),
        ("}]}\n", "}]}\n\n"),
        ("}]}\n", "}]}\r\n"),
        ("}]}\n", "}]"),
        ("}]}\n", "}]}{}"),
    ];

    /// <summary>Every change in its order; the same for the same bytes.</summary>
    public static IEnumerable<Tampering> Of(byte[] bundle)
    {
        foreach (var (found, replacement) in Edits)
        {
            var wanted = Encoding.UTF8.GetBytes(found);
            var at = bundle.AsSpan().IndexOf(wanted);
            Assert.True(at >= 0, found);
            yield return new(at, wanted.Length, Encoding.UTF8.GetBytes(replacement));
        }

        // Every 37th byte with one of its bits turned: mostly the lowest, now and then case or the highest.
        byte[] masks = [0x01, 0x01, 0x20, 0x01, 0x80];
        for (var (at, turn) = (5, 0); at < bundle.Length; at += 37, turn++)
        {
            yield return new(at, 1, [(byte)(bundle[at] ^ masks[turn % masks.Length])]);
        }
    }

    /// <summary>What the verifier says to a file: the checks that fail, or the code of the refusal alone.</summary>
    public static IEnumerable<string> Said(byte[] file, LogIdentity pinned)
    {
        var report = BundleVerification.Full.Verify(file, pinned);
        return report.Ok ? report.Value.Failing : [report.Refusals[0].Code];
    }

    /// <summary>The golden file: one line for each change.</summary>
    public static string Write(byte[] bundle, LogIdentity pinned)
    {
        var lines = Of(bundle).Select(change =>
            $"    {{\"at\": {change.At}, \"remove\": {change.Remove}, \"insert\": \"{Hex.Of(change.Insert)}\", \"failing\": [{string.Join(", ", Said(change.Of(bundle), pinned).Select(name => $"\"{name}\""))}]}}");
        return "{\n  \"file\": \"docs/reference/examples/evidence-bundle.json\",\n  \"log\": \"docs/reference/examples/evidence-log.json\",\n  \"changes\": [\n" + string.Join(",\n", lines) + "\n  ]\n}\n";
    }
}
