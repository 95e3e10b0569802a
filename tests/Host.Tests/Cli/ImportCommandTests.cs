using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Zhirong.Host.Tests.Cli;

/// <summary><c>import</c> on the examples of the documentation and on files that are broken.</summary>
public sealed class ImportCommandTests
{
    private static string Example(string name) => Path.Combine(Cli.Root, "docs", "reference", "examples", name);

    private static string Golden(string name) => Path.Combine(Cli.Root, "tests", "golden", "register", name);

    private static JsonElement Json(Said said) => JsonDocument.Parse(said.Out).RootElement;

    private static string[] Refused(JsonElement report) => [.. report.GetProperty("refused").EnumerateArray().Select(r => $"{r.GetProperty("line").GetInt32()} {r.GetProperty("code").GetString()}")];

    [Fact]
    public void Reference_CommandsOfTheDocument_Succeed()
    {
        var commands = File.ReadLines(Path.Combine(Cli.Root, "docs", "reference", "import-v1.md")).Where(line => line.StartsWith("./run cli ", StringComparison.Ordinal)).ToList();

        Assert.Equal(5, commands.Count);
        Assert.All(commands, command => Assert.Equal((0, ""), Shell.Run(command["./run cli ".Length..].Split(' ')) is var said ? (said.Exit, said.Error) : default));
    }

    /// <summary>Two documents of one application are one right; a comma outside quotes shifts a row; a check digit is wrong.</summary>
    [Fact]
    public void Rights_OfTheExample_AreJoinedByApplication()
    {
        var said = Cli.Run("import", "rights", Example("import-rights.csv"), "--json", "--lang", "en");
        var report = Json(said);

        Assert.Equal((0, "", "zhirong/import-report/v1"), (said.Code, said.Err, report.GetProperty("schema").GetString()));
        Assert.Equal((3, 1, 2), (report.GetProperty("taken").GetInt32(), report.GetProperty("merged").GetInt32(), report.GetProperty("refusedCount").GetInt32()));
        Assert.Equal(["4 IMP-0206", "6 IMP-0203"], Refused(report));
        Assert.Equal(["02159962.9", "201910561574.9"], report.GetProperty("rights").EnumerateArray().Select(r => r.GetProperty("applicationNumber").GetString()));
        Assert.Equal("有效", report.GetProperty("rights")[0].GetProperty("status").GetString());
        Assert.Equal("Y2020980000123", report.GetProperty("rights")[1].GetProperty("events")[0].GetProperty("facts").GetProperty("registration_number").GetString());
        Assert.Equal(3, report.GetProperty("unused").GetProperty("内部编号").GetInt32());
    }

    [Fact]
    public void Rights_SameFilesTwice_GiveTheSameBytes()
    {
        string[] files = [Golden("legal_fixtures_example_1.xml"), Golden("family_fixtures_family_input.xml"), Golden("rn2178784-ST66.xml"), Golden("rn2178784-ST96.xml")];

        var first = Cli.Run(["import", "rights", .. files, "--json"]);

        Assert.Equal(first.Out, Cli.Run(["import", "rights", .. files, "--json"]).Out);
        Assert.Equal((9, 3), (Json(first).GetProperty("taken").GetInt32(), Json(first).GetProperty("merged").GetInt32()));
    }

    [Theory]
    [InlineData("rights", "", "IMP-0101")]
    [InlineData("rights", "<a/>", "IMP-0104")]
    [InlineData("rights", "x,y\n1,2\n", "IMP-0109")]
    [InlineData("firms", "x,y\n1,2\n", "IMP-0401")]
    public void Import_NothingToTake_IsBadInput(string verb, string text, string code)
    {
        using var file = Cli.Keep(text, "x.csv");

        var said = Cli.Run("import", verb, file.Path, "--json");

        Assert.Equal(2, said.Code);
        Assert.Contains($"{file.Path}:", said.Err, StringComparison.Ordinal);
        Assert.Contains(code, said.Err, StringComparison.Ordinal);
        Assert.Equal(0, Json(said).GetProperty("taken").GetInt32());
    }

    [Fact]
    public void Import_IntoAStore_StoresOnceAndTheBooksOfEvidenceHold()
    {
        var folder = Directory.CreateTempSubdirectory("zhirong-into-");
        try
        {
            var target = Path.Combine(folder.FullName, "data");
            var first = Cli.Run("import", "rights", Example("import-rights.csv"), "--into", target, "--lang", "en", "--json");
            var again = Cli.Run("import", "rights", Example("import-rights.csv"), "--into", Path.Combine(target, "zhirong.db"), "--lang", "en", "--json");

            Assert.Equal((0, 0), (first.Code, again.Code));
            Assert.Contains($"stored, {Json(first).GetProperty("rights").GetArrayLength()} new rights", first.Err, StringComparison.Ordinal);
            Assert.Contains("stored before, nothing was done again", again.Err, StringComparison.Ordinal);
            Assert.Equal(first.Out, again.Out);
            Assert.Equal(0, Cli.Run("db", "verify", "--data", target).Code);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public void Import_IntoWhatIsNoStore_IsRefusedAndReadsNothing()
    {
        using var file = Cli.Keep("not a database", "x.db");

        var said = Cli.Run("import", "rights", Example("import-rights.csv"), "--into", file.Path);

        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Contains("IMP-0602", said.Err, StringComparison.Ordinal);
    }

    /// <summary>The example of the documentation; then a row that is wrong, by line and field; and nothing is stored by the command line.</summary>
    [Fact]
    public void Loans_OfAnOfficersSheet_AreReadAndCheckedByLine()
    {
        var read = Cli.Run("import", "loans", Example("import-loans.csv"), "--as-of", "2025-11-29", "--json");
        Assert.Equal(0, read.Code);
        var loans = JsonNode.Parse(read.Out)!;
        Assert.Equal((3, 0, "2600000.00", "0.0345"), (loans["taken"]!.GetValue<int>(), loans["refused"]!.AsArray().Count, $"{loans["loans"]![0]!["balance"]}", $"{loans["loans"]![0]!["annualRate"]}"));
        using var file = Cli.Keep(File.ReadAllText(Example("import-loans.csv")).Replace("等额本金", "看着还", StringComparison.Ordinal), "x.csv");
        var wrong = JsonNode.Parse(Cli.Run("import", "loans", file.Path, "--as-of", "2025-11-29", "--json").Out)!;
        Assert.Equal("3 method LEN-0741", $"{wrong["refused"]![0]!["line"]} {wrong["refused"]![0]!["field"]} {wrong["refused"]![0]!["code"]}");
        Assert.Contains("IMP-0603", Cli.Run("import", "loans", Example("import-loans.csv"), "--into", "nowhere").Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Mapping_ThatIsBroken_IsRefusedByLine()
    {
        using var mapping = Cli.Keep("field,headers\nnumber,申请号\n", "m.csv");

        var said = Cli.Run("import", "rights", Example("import-rights.csv"), "--mapping", mapping.Path);

        Assert.Equal(2, said.Code);
        Assert.Contains($"{mapping.Path}:2:1: field IMP-0502", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Rights_TenThousandBrokenRows_AreNamedAndTheGoodOnesTaken()
    {
        var text = new StringBuilder("申请号,名称\n");
        for (var n = 0; n < 10_000; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"201410529844.4,坏{n}\n");
        }

        using var file = Cli.Keep(text.Append("201410529844.5,好\n").ToString(), "x.csv");
        var report = Json(Cli.Run("import", "rights", file.Path, "--json"));

        Assert.Equal((1, 10_000), (report.GetProperty("taken").GetInt32(), Refused(report).Distinct().Count()));
    }
}
