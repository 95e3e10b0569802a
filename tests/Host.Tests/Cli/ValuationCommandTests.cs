using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>value</c> and <c>score</c> through the real program: the examples of the documents, the goldens, bad files.</summary>
public sealed partial class ValuationCommandTests
{
    private static string ValueExample => Path.Combine(Cli.Root, "docs", "reference", "examples", "value-request.yaml");

    private static string ScoreExample => Path.Combine(Cli.Root, "docs", "reference", "examples", "score-request.yaml");

    private static JsonElement Json(Said said)
    {
        Assert.Equal((0, ""), (said.Code, said.Err));
        return JsonDocument.Parse(said.Out).RootElement;
    }

    [Fact]
    public void Value_OfTheExample_IsTheSameBytesEveryTime()
    {
        var (first, second) = (Cli.Run("value", ValueExample, "--json"), Cli.RunWith(File.ReadAllBytes(ValueExample), "value", "-", "--json"));
        Assert.Equal(first.Out, second.Out);
        var value = Json(first);
        var royalty = value.GetProperty("methods")[0];
        // The share of the golden card, 2.649 %, at the golden return of the intangible after tax.
        Assert.Equal("0.02649", royalty.GetProperty("cashFlows")[0].GetProperty("share").GetString());
        var sum = royalty.GetProperty("cashFlows").EnumerateArray().Sum(f => decimal.Parse(f.GetProperty("presentValue").GetString()!));
        Assert.Equal(decimal.Parse(royalty.GetProperty("value").GetString()!), decimal.Round(sum, 2));
        var total = decimal.Parse(value.GetProperty("conclusion").GetProperty("value").GetString()!);
        Assert.Equal(total, value.GetProperty("rights").EnumerateArray().Sum(r => decimal.Parse(r.GetProperty("value").GetString()!)));
        Assert.True(decimal.Parse(value.GetProperty("simulation").GetProperty("p5").GetString()!) < decimal.Parse(value.GetProperty("simulation").GetProperty("p95").GetString()!));
    }

    [Theory]
    [InlineData("zh", "评估结论")]
    [InlineData("en", "Concluded value")]
    public void Value_ForPeople_SaysItIsNoStatutoryReport(string language, string says)
    {
        var said = Cli.Run("value", ValueExample, "--lang", language);
        Assert.Equal((0, ""), (said.Code, said.Err));
        Assert.Contains(says, said.Out, StringComparison.Ordinal);
        Assert.Contains(language == "zh" ? "非法定资产评估报告" : "no statutory appraisal report", said.Out, StringComparison.Ordinal);
        Assert.Contains("VAL-0402", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_OfTheExample_GradesOneAndVetoesTheOther()
    {
        var subjects = Json(Cli.Run("score", ScoreExample, "--json")).GetProperty("subjects");
        Assert.Equal(("graded", "vetoed"), (subjects[0].GetProperty("outcome").GetString(), subjects[1].GetProperty("outcome").GetString()));
        Assert.Equal("1", subjects[0].GetProperty("coverage").GetString());
        Assert.Equal(("0", "not-in-force"), (subjects[1].GetProperty("total").GetString(), subjects[1].GetProperty("vetoes")[0].GetString()));
        var shown = Cli.Run("score", ScoreExample);
        Assert.Contains("指标定义与权重为平台自定", shown.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("符合", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_ByARubricOfOnesOwn_TakesIt()
    {
        var own = File.ReadAllText(Path.Combine(Cli.Root, "data", "rubrics", "platform-patent.yaml")).With("id: platform-patent", "id: house").With("version: \"1\"", "version: \"9\"");
        using var rubric = Cli.Keep(own, "rubric.yaml");
        using var request = Cli.Keep(File.ReadAllText(ScoreExample).With("rubric: platform-patent", "rubric: house/9"), "score.yaml");
        Assert.Equal("house/9", Json(Cli.Run("score", request.Path, "--rubric", rubric.Path, "--json")).GetProperty("rubric").GetString());
        using var claims = Cli.Keep(own.With("指标层级参照 GB/T", "符合 GB/T"), "rubric.yaml");
        Refused("a claim of conformity", Cli.Run("score", request.Path, "--rubric", claims.Path, "--json", "--lang", "en"), 2, claims.Path, "RUB-0105");
    }

    [Theory]
    [InlineData("base_date: 2025-12-31", "base_date: 31.12.2025", 2, "FLD-0102")]
    [InlineData("purpose: pledge", "purpose: pawn", 2, "FLD-0103")]
    [InlineData("method: replacement", "method: replacment", 2, "did you mean replacement")]
    [InlineData("direct: {value: 4200000", "direct: {value: 1e27", 2, "FLD-0102")]
    [InlineData("direct: {value: 4200000", "direct: {value: NaN", 2, "FLD-0102")]
    [InlineData("direct: {value: 4200000, ", "direct: {", 2, "FLD-0101")]
    [InlineData("weight: 0.35", "weight: 0.36", 2, "VAL-0301")]
    [InlineData("legal_status: {value: 100, source: 登记簿副本, date: 2025-12-20}", "legal_state: 1", 2, "FLD-0104")]
    [InlineData("tax: after_tax", "tax: pre_tax", 1, "VAL-0201")]
    [InlineData("number: ZL201910000002.2", "number: ZL201910000001.1", 1, "VAL-0501")]
    [InlineData("weights: {royalty: 0.85, cost: 0.15}", "weights: {royalty: 0.85, market: 0.15}", 1, "VAL-0303")]
    [InlineData("to: 2026-12-31", "to: 2024-12-31", 1, "VAL-0602")]
    [InlineData("remaining_years: {value: 6", "remaining_years: {value: 0", 1, "VAL-0103")]
    [InlineData("working_share: {value: 0.35", "working_share: {value: 0.75", 2, "VAL-0102")]
    [InlineData("sensitivity:\n  method: royalty", "sensitivity:\n  method: cost", 1, "VAL-0303")]
    [InlineData("schema: zhirong/value-request/v1", "schema: zhirong/value-request/v2", 2, "FLD-0103")]
    [InlineData("paths: 10000", "paths: 1000000000", 2, "FLD-0102")]
    public void Value_OfABrokenRequest_IsRefusedWithItsPlace(string from, string to, int code, string says)
    {
        using var file = Cli.Keep(File.ReadAllText(ValueExample).With(from, to), "value.yaml");
        Refused(to, Cli.Run("value", file.Path, "--json", "--lang", "en"), code, file.Path, says);
    }

    [Theory]
    [InlineData("rubric: platform-patent", "rubric: platform-patent/2", "RUB-0207")]
    [InlineData("scenario: finance", "scenario: banking", "RUB-0201")]
    [InlineData("L7: {value: 80", "L7: {value: 180", "FLD-0102")]
    [InlineData("L7: {value: 80", "L77: {value: 80", "RUB-0202")]
    [InlineData("L7: {value: 80", "L1: {value: 80", "RUB-0203")]
    [InlineData("kind: invention", "kind: patent", "FLD-0103")]
    [InlineData("claims: {value: 10, source: 权利要求书}", "claims: [1, 2]", "FLD-0102")]
    public void Score_OfABrokenRequest_IsRefusedWithItsPlace(string from, string to, string says)
    {
        using var file = Cli.Keep(File.ReadAllText(ScoreExample).With(from, to), "score.yaml");
        Refused(to, Cli.Run("score", file.Path, "--json", "--lang", "en"), 2, file.Path, says);
    }

    public static TheoryData<string, string, string> Hostile { get; } = new()
    {
        { "nothing", "", "DOC-0004" },
        { "a number", "42", "FLD-0102" },
        { "ten megabytes", "a: b\n#" + new string('x', 10 * 1024 * 1024), "DOC-0002" },
        { "lists 100,000 deep", "a: " + new string('[', 100_000), "DOC-0006" },
        { "a billion laughs", "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 15).Select(n => $"{(char)('a' + n)}: &{(char)('a' + n)} [{string.Join(',', Enumerable.Repeat("*" + (char)('a' + n - 1), 10))}]\n")), "DOC-0007" },
        { "an anchor in itself", "a: &a\n  b: *a\n", "DOC-0008" },
        { "half a letter", "{\"schema\": \"\\ud800\"}", "DOC-0005" },
        { "20,000 rights", File.ReadAllText(ValueExample).With("    - {id: P5,", string.Concat(Enumerable.Range(0, 20_000).Select(n => $"    - {{id: X{n}, kind: invention, weight: 0}}\n")) + "    - {id: P5,"), "at most 2000 items" },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Verbs_OfHostileFiles_RefuseInBoundedTime(string what, string text, string says)
    {
        using var file = Cli.Keep(text, "value.yaml");
        foreach (var verb in (string[])["value", "score"])
        {
            if (verb == "value" || text.Length < 1_000_000 || says.StartsWith("DOC", StringComparison.Ordinal))
            {
                Refused($"{verb} {what}", Cli.Run(verb, file.Path, "--json", "--lang", "en"), 2, file.Path, verb == "value" ? says : "");
            }
        }
    }

    [Fact]
    public void Value_CutShort_IsRefusedOrNeverHalfDone()
    {
        var bytes = Encoding.UTF8.GetBytes(File.ReadAllText(ValueExample));
        for (var length = 211; length < bytes.Length - 2500; length += 1447)
        {
            using var file = Cli.Keep(bytes[..length], "value.yaml");
            Refused($"first {length} bytes", Cli.Run("value", file.Path, "--json", "--lang", "en"), 2, file.Path, "");
        }
    }

    private static void Refused(string what, Said said, int code, string file, string says)
    {
        Assert.True(said.Code == code, $"{what}: exit {said.Code}\n{said.Err}");
        Assert.True(said.Took < TimeSpan.FromSeconds(20), $"{what} took {said.Took}");
        Assert.DoesNotContain("   at ", said.Err, StringComparison.Ordinal);
        Assert.Equal("", said.Out);
        Assert.Contains(says, said.Err, StringComparison.Ordinal);
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
