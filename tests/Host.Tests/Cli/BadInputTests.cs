using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Zhirong.Host.Tests.Cli;

/// <summary>Bad files through the real program: exit 1 or 2, every line with a place and what was expected, in bounded time and memory, never a stack trace.</summary>
public sealed partial class BadInputTests
{
    private static readonly string Ningbo = File.ReadAllText(Cli.Ningbo);
    private static readonly string Ctex = File.ReadAllText(Cli.Ctex);

    public static TheoryData<string, string, int, string> Files { get; } = new()
    {
        { "ten megabytes", "a: b\n#" + new string('x', 10 * 1024 * 1024), 2, "DOC-0002" },
        { "four megabytes of one word", new string('x', 4_000_000), 2, "FLD-0102" },
        { "four megabytes of dashes", string.Concat(Enumerable.Repeat("- ", 2_000_000)), 2, "DOC-0006" },
        { "a list of 400,001 items", "a: [" + string.Concat(Enumerable.Repeat("1,", 400_001)) + "1]", 2, "DOC-0007" },
        { "150,000 unknown keys", "schema: ipabs/v1\n" + string.Concat(Enumerable.Range(0, 150_000).Select(n => $"k{n}: 1\n")), 2, "FLD-0104" },
        { "an anchor in itself", "a: &a\n  b: *a\n", 2, "DOC-0008" },
        { "a billion laughs", "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 15).Select(n => $"{(char)('a' + n)}: &{(char)('a' + n)} [{string.Join(',', Enumerable.Repeat("*" + (char)('a' + n - 1), 10))}]\n")), 2, "DOC-0007" },
        { "an unknown key", Ningbo.With("currency: CNY", "currancy: CNY"), 2, "did you mean currency" },
        { "an expression 10,000 deep", Ningbo.With("A.interest_unpaid > 0", new string('(', 10_000) + "true" + new string(')', 10_000)), 1, "RULE-0101" },
        { "an expression 500 deep", Ningbo.With("A.interest_unpaid > 0", new string('(', 500) + "true" + new string(')', 500)), 1, "RULE-0102" },
        { "not a number", Ningbo.With("size: 145000000.00", "size: NaN"), 2, "found: NaN" },
        { "infinity", Ningbo.With("size: 145000000.00", "size: .inf"), 2, "found: .inf" },
        { "a negative amount", Ningbo.With("size: 145000000.00", "size: -145000000.00"), 2, "found: -145000000.00" },
        { "sixteen digits", Ningbo.With("size: 145000000.00", "size: 1450000000000000"), 2, "found: 1450000000000000" },
        { "three decimals", Ningbo.With("size: 145000000.00", "size: 145000000.001"), 2, "found: 145000000.001" },
        { "dates out of order", Ningbo.With("[2027-01-20]", "[2027-01-20, 2026-07-20]"), 2, "DEAL-0102" },
        { "no 29 February", Ningbo.With("closing: 2026-01-20", "closing: 2023-02-29"), 2, "found: 2023-02-29" },
        { "an order that forgets a fee", Ningbo.With("custody, trust_fee, rating, paying", "custody, trust_fee, paying"), 1, "LINT-0113" },
        { "lists 100,000 deep", "a: " + new string('[', 100_000), 2, "DOC-0006" },
        { "JSON 100,000 deep", "{\"a\": " + new string('[', 100_000), 2, "DOC-0006" },
        { "a key twice", Ningbo.With("currency: CNY", "size: 145000000.00"), 2, "DOC-0010" },
        { "a tab", Ningbo.With("  closing: 2026-01-20", "\tclosing: 2026-01-20"), 2, "DOC-0005" },
        { "nothing", "", 2, "DOC-0004" },
        { "another document", "schema: ipabs-scenario/v1\n", 2, "found: ipabs-scenario/v1" },
        { "a number", "42", 2, "FLD-0102" },
        { "20,001 debtors", Ctex.With("  limits:", string.Concat(Enumerable.Range(0, 20_001).Select(n => $"    - {{id: X{n}, principal: 0.01}}\n")) + "  limits:"), 2, "at most 20000 items" },
        { "20,000 debtors, each outside the shelf", Ctex.With("  limits:", string.Concat(Enumerable.Range(0, 19_985).Select(n => $"    - {{id: X{n}, principal: 0.01}}\n")) + "  limits:"), 1, "LINT-0124" },
        { "an interval of ten thousand years", Ctex.With("every: 3M, first", "every: 9999Y, first"), 2, "DEAL-0103" },
        { "a contract of ten thousand years", Ctex.With("every: 3M, rate", "every: 9999Y, rate"), 1, "LINT-0130" },
        { "thirty decimals", Ctex.With("8.37]", "8.3700000000000000000000000001]"), 2, "FLD-0102" },
        { "amounts that do not fit", Ningbo.With("amount: 30000.00", "amount: 999999999999999.99").With("[2027-01-20]", $"[{string.Join(", ", Enumerable.Range(0, 120).Select(n => $"{2027 + n}-01-20"))}]"), 2, "DEAL-0108" },
        { "half a letter", Ningbo.With("zh: 甬兴", "zh: \"\\ud800\""), 2, "DOC-0005" },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Run_BadFile_IsRefusedWithItsPlace(string what, string text, int code, string says)
    {
        using var file = Cli.Keep(text);

        var said = Cli.Run("deal", "run", file.Path, "--json", "--lang", "en");

        Refused(what, said, code, file.Path);
        Assert.Contains(says, said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhatIsNoFile_IsRefused()
    {
        var folder = Path.GetTempPath().TrimEnd('/');
        foreach (var path in (string[])["/nowhere/deal.yaml", folder, "\0", ""])
        {
            var said = Cli.Run("deal", "run", path, "--json", "--lang", "en");

            Assert.Equal((2, ""), (said.Code, said.Out));
            Assert.DoesNotContain("   at ", said.Err, StringComparison.Ordinal);
        }

        Assert.Contains("/nowhere/deal.yaml:1:1: . DOC-0001 ", Cli.Run("deal", "check", "/nowhere/deal.yaml", "--lang", "en").Err, StringComparison.Ordinal);
        Assert.Contains($"{folder}:1:1: . DOC-0001 ", Cli.Run("deal", "check", folder, "--lang", "en").Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BytesOnStdin_AreRefusedAsStdin()
    {
        for (var seed = 60_001; seed < 60_007; seed++)
        {
            var bytes = new byte[3000];
            new Random(seed).NextBytes(bytes);

            var said = Cli.RunWith(bytes, "deal", "run", "-", "--json", "--lang", "en");

            Refused($"seed {seed}", said, 2, "<stdin>");
        }
    }

    [Fact]
    public void Check_DealCutShort_IsRefusedAtTheCut()
    {
        var bytes = Encoding.UTF8.GetBytes(Ctex);
        for (var length = 97; length < bytes.Length - 600; length += 970)
        {
            using var file = Cli.Keep(bytes[..length]);

            var said = Cli.Run("deal", "check", file.Path, "--lang", "en");

            Refused($"first {length} bytes", said, 2, file.Path);
        }
    }

    private static void Refused(string what, Said said, int code, string file)
    {
        Assert.True(said.Code == code, $"{what}: exit {said.Code}\n{said.Err}");
        Assert.True(said.Took < TimeSpan.FromSeconds(10), $"{what} took {said.Took}");
        Assert.DoesNotContain("   at ", said.Err, StringComparison.Ordinal);
        Assert.Equal("", said.Out);
        var lines = said.Err.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines.Take(300), line =>
        {
            Assert.StartsWith(file, line, StringComparison.Ordinal);
            Assert.Matches(Line(), line[file.Length..]);
        });
    }

    [GeneratedRegex(@"^:\d+:\d+: \S+ [A-Z]+-\d{4} .+ \(found: .+; expected: .+\)$")]
    private static partial Regex Line();
}
