using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>deal check</c> and <c>deal run</c> as the contract of the command line has them: exit codes, streams, keys.</summary>
public sealed partial class DealCommandTests
{
    private static readonly string Ningbo = File.ReadAllText(Cli.Ningbo);

    [Fact]
    public void Check_FoundingDeals_ExitZero()
    {
        foreach (var deal in (string[])[Cli.Ningbo, Cli.Ctex])
        {
            var said = Cli.Run("deal", "check", deal, "--json");

            Assert.Equal((0, ""), (said.Code, said.Err));
            var findings = JsonDocument.Parse(said.Out).RootElement.GetProperty("findings").EnumerateArray().ToList();
            Assert.DoesNotContain(findings, f => f.GetProperty("severity").GetString() == "error");
            Assert.All(findings, f => Assert.True(f.GetProperty("line").GetInt32() > 1, f.GetRawText()));
        }
    }

    [Fact]
    public void Check_LintError_ExitsOneWithTheRawValues()
    {
        using var file = Cli.Keep(Ningbo.With("size: 137750000.00, coupon", "size: 137750000.01, coupon"));

        var said = Cli.Run("deal", "check", file.Path, "--json", "--lang", "en");

        Assert.Equal(1, said.Code);
        var finding = Assert.Single(JsonDocument.Parse(said.Out).RootElement.GetProperty("findings").EnumerateArray(), f => f.GetProperty("severity").GetString() == "error");
        Assert.Equal(("LINT-0101", "tranches"), (finding.GetProperty("code").GetString(), finding.GetProperty("path").GetString()));
        Assert.Contains("145000000.01", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("145000000.00", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("tranches:", Ningbo.Split('\n')[finding.GetProperty("line").GetInt32() - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Warning_ExitsZero()
    {
        using var file = Cli.Keep(Ningbo.With("min_obligors: 10", "min_obligors: 12"));

        var said = Cli.Run("deal", "check", file.Path);

        Assert.Equal((0, true), (said.Code, said.Out.Contains("LINT-0104", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_LintError_ExitsOneWithoutARun()
    {
        using var file = Cli.Keep(Ningbo.With("size: 137750000.00, coupon", "size: 137750000.01, coupon"));

        var refused = Cli.Run("deal", "run", file.Path, "--json");
        var despite = Cli.Run("deal", "run", file.Path, "--json", "--despite-lint");

        Assert.Equal((1, ""), (refused.Code, refused.Out));
        Assert.Matches(Place(), refused.Err);
        Assert.Contains("LINT-0101", refused.Err, StringComparison.Ordinal);
        Assert.Equal(0, despite.Code);
        var root = JsonDocument.Parse(despite.Out).RootElement;
        Assert.Contains(root.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("code").GetString() == "LINT-0101");
        Assert.Equal("137750000.01", root.GetProperty("periods")[0].GetProperty("paid").GetProperty("A.principal").GetString());
    }

    [Fact]
    public void Run_LintErrorThatCannotBeComputed_ExitsOneDespiteAll()
    {
        using var file = Cli.Keep(Ningbo.With("when: \"A.balance == 0\"", "when: \"B.balance == 0\""));

        var said = Cli.Run("deal", "run", file.Path, "--json", "--despite-lint");

        Assert.Equal((1, "", true), (said.Code, said.Out, said.Err.Contains("RULE-0106", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_WrongShape_ExitsTwoWithAnEmptyStdout()
    {
        using var file = Cli.Keep(Ningbo.With("rate: 0.0260", "rate: 0.0260, rat: 1").With("closing: 2026-01-20", "closing: 2026-02-30"));

        var said = Cli.Run("deal", "run", file.Path, "--json", "--lang", "en");

        Assert.Equal((2, ""), (said.Code, said.Out));
        var lines = said.Err.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Matches(Place(), line));
        Assert.StartsWith($"{file.Path}:11:12: dates.closing FLD-0102 ", lines[0], StringComparison.Ordinal);
        Assert.Contains("found: 2026-02-30; expected: a date", lines[0], StringComparison.Ordinal);
        Assert.Contains("pool.contract.rat FLD-0104", lines[1], StringComparison.Ordinal);
        Assert.Contains("did you mean rate", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BadScenario_ExitsTwoAndNamesTheScenario()
    {
        using var scenario = Cli.Keep("{\"schema\": \"ipabs-scenario/v1\",\n \"defaults\": [{\"obligor\": \"C99\", \"period\": 99}, {\"obligor\": \"C01\", \"period\": 99}],\n \"set\": {}}", "scenario.json");

        var said = Cli.Run("deal", "run", Cli.Ctex, "--scenario", scenario.Path, "--json", "--lang", "en");

        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Contains($"{scenario.Path}:2:", said.Err, StringComparison.Ordinal);
        Assert.Contains("defaults.0.obligor SCEN-0101", said.Err, StringComparison.Ordinal);
        Assert.Contains("found: C99", said.Err, StringComparison.Ordinal);
        Assert.Contains("defaults.1.period SCEN-0102", said.Err, StringComparison.Ordinal);
        Assert.Contains("found: 99; expected: 1 to 12", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FoundingDeal_HasTheKeysOfTheContract()
    {
        var said = Cli.Run("deal", "run", Cli.Ctex, "--json");

        Assert.Equal((0, ""), (said.Code, said.Err));
        var root = JsonDocument.Parse(said.Out).RootElement;
        Assert.Equal(["schema", "deal", "scenario", "inputHash", "warnings", "periods", "summary"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("zhirong/deal-run/v1", "CTEX-1", "base"), (root.GetProperty("schema").GetString(), root.GetProperty("deal").GetString(), root.GetProperty("scenario").GetString()));
        Assert.Matches("^sha256:[0-9a-f]{64}$", root.GetProperty("inputHash").GetString());
        var period = root.GetProperty("periods")[0];
        string[] keys = ["k", "date", "payDate", "days", "mode", "collected", "defaulted", "cumDefaultRatio", "drawn", "paid", "unpaid", "balances", "carriedCash", "check"];
        Assert.Empty(keys.Except(period.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(["interest", "principal", "recovery"], period.GetProperty("collected").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["reserve", "topup"], period.GetProperty("drawn").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["vat", "custody", "paying", "mgmt", "A.interest", "A.principal", "topup.repay", "reserve.fund", "reserve.release", "SUB.principal", "SUB.residual"], period.GetProperty("paid").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["A", "SUB", "reserve", "topup.claim"], period.GetProperty("balances").EnumerateObject().Select(p => p.Name));
        Assert.Equal("0.000000", period.GetProperty("cumDefaultRatio").GetString());
        Assert.Equal(["A", "SUB"], root.GetProperty("summary").EnumerateObject().Select(p => p.Name));
        string[] sums = ["interest", "principal", "wal", "irr", "unpaid"];
        Assert.Empty(sums.Except(root.GetProperty("summary").GetProperty("A").EnumerateObject().Select(p => p.Name)));
        Assert.All(Amount().Matches(said.Out).Select(m => m.Groups[1].Value), text => Assert.Matches(@"^-?\d+\.\d\d$", text));
    }

    [Fact]
    public void Run_SameInput_GivesTheSameBytesFromFileAndFromStdin()
    {
        var file = Cli.Run("deal", "run", Cli.Ningbo, "--json");
        var stdin = Cli.RunWith(File.ReadAllBytes(Cli.Ningbo), "deal", "run", "-", "--json");

        Assert.Equal(0, stdin.Code);
        Assert.Equal(file.Out, stdin.Out);
    }

    [Theory]
    [InlineData("zh", "优先级本金")]
    [InlineData("en", "A principal")]
    public void Run_ForPeople_IsAPlainTableInTheirLanguage(string language, string heading)
    {
        var said = Cli.Run("deal", "run", Cli.Ningbo, "--lang", language);

        Assert.Equal(0, said.Code);
        Assert.Contains(heading, said.Out, StringComparison.Ordinal);
        Assert.Contains("137,750,000.00", said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', said.Out);
    }

    [Fact]
    public void Run_Why_ExplainsOneLine()
    {
        var json = Cli.Run("deal", "run", Cli.Ctex, "--why", "4:reserve.fund", "--json");
        var people = Cli.Run("deal", "run", Cli.Ctex, "--why", "4:reserve.fund");
        var unknown = Cli.Run("deal", "run", Cli.Ctex, "--why", "4:reserve.fun", "--json");

        Assert.Equal((0, 0, 2), (json.Code, people.Code, unknown.Code));
        Assert.Contains("356819.80", json.Out, StringComparison.Ordinal);
        Assert.Contains("356,819.80", people.Out, StringComparison.Ordinal);
        Assert.Contains("waterfalls.normal.6", people.Out, StringComparison.Ordinal);
        Assert.Equal("", unknown.Out);
        Assert.Contains("RUN-0201", unknown.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, "deal")]
    [InlineData(2, "deal", "check")]
    [InlineData(2, "deal", "chek", "x")]
    [InlineData(2, "deal", "run", "x", "--scenari", "y")]
    [InlineData(2, "nonsense")]
    [InlineData(0, "--version")]
    [InlineData(0, "--help")]
    public void Any_Usage_ExitsByTheContract(int code, params string[] arguments)
    {
        var said = Cli.Run(arguments);

        Assert.Equal(code, said.Code);
        Assert.Equal(code == 0, said.Err.Length == 0);
        Assert.Equal(code == 0, said.Out.Length > 0);
    }

    [GeneratedRegex(@"^.+:\d+:\d+: \S+ [A-Z]+-\d{4} ")]
    private static partial Regex Place();

    [GeneratedRegex("""
        "(?:vat|custody|paying|mgmt|interest|principal|recovery|defaulted|reserve|topup|carriedCash|check|unpaid|[\w]+\.\w+)": "([^"]*)"
        """)]
    private static partial Regex Amount();
}
