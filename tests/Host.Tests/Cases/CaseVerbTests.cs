using System.Text.Json;
using Xunit;

namespace Zhirong.Host.Tests.Cases;

/// <summary>The contract of <c>case run</c> and <c>case list</c>, through the program.</summary>
public sealed class CaseVerbTests
{
    [Fact]
    public void Run_OneCase_PrintsTheShapeOfTheContract()
    {
        var answer = Shell.Run("case", "run", "S01", "--json");
        var json = answer.Json;

        Assert.Equal(0, answer.Exit);
        Assert.Equal("", answer.Error);
        Assert.Equal("zhirong/case-run/v1", json.GetProperty("schema").GetString());
        Assert.Equal("S01", json.GetProperty("case").GetString());
        Assert.All(json.GetProperty("checks").EnumerateArray(), check =>
        {
            foreach (var text in (string[])["id", "part", "kind", "published", "comparator", "computed", "status", "formula"])
            {
                Assert.Equal(JsonValueKind.String, check.GetProperty(text).ValueKind);
            }

            Assert.Contains(check.GetProperty("kind").GetString(), (string[])["input", "derived", "observed"]);
            Assert.Equal(JsonValueKind.Array, check.GetProperty("from").ValueKind);
        });
        Assert.Equal("""{"pass":6,"of":6}""", Compact(json.GetProperty("totals").GetProperty("input")));
        Assert.Equal("""{"pass":10,"of":10}""", Compact(json.GetProperty("totals").GetProperty("derived")));
        Assert.Equal("""{"pass":7,"of":7}""", Compact(json.GetProperty("totals").GetProperty("observed")));
    }

    [Fact]
    public void Run_SeveralCases_WrapsThemAndSaysNoOnlyForOpenOnes()
    {
        var answer = Shell.Known("case", "run", "all", "--json");

        Assert.Equal("zhirong/case-runs/v1", answer.Json.GetProperty("schema").GetString());
        Assert.Equal(CaseFiles.Ids, answer.Json.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("case").GetString()!));
        var checks = answer.Json.GetProperty("cases").EnumerateArray().SelectMany(c => c.GetProperty("checks").EnumerateArray()).ToLookup(c => c.GetProperty("status").GetString());
        Assert.Empty(checks["fail"].Select(c => c.ToString()));
        var open = checks["open"].ToList();
        Assert.Equal(open.Count == 0 ? 0 : 1, answer.Exit);
        Assert.All(open, c => Assert.Equal(JsonValueKind.Null, c.GetProperty("computed").ValueKind));
        Assert.All(open, c => Assert.True(c.TryGetProperty("needs", out _)));
    }

    [Theory]
    [InlineData("zh", "录入 6/6，推算 10/10，观察 7/7  inputs 6/6, derived 10/10, observed 7/7")]
    [InlineData("en", "inputs 6/6, derived 10/10, observed 7/7")]
    public void Run_ForPeople_EndsWithTheTotals(string language, string totals)
    {
        var answer = Shell.Run("case", "run", "S01", "--lang", language);

        Assert.Equal(0, answer.Exit);
        Assert.Contains($"\n{totals}\n", answer.Out);
    }

    [Fact]
    public void Run_Part_LimitsToItsChecks()
    {
        var answer = Shell.Run("case", "run", "S05", "--part", "shelf,notes", "--json");

        Assert.Equal(0, answer.Exit);
        Assert.Equal(["notes", "shelf"], answer.Json.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("part").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Run_SetThatBreaksAFact_SaysNoAndShowsTheNewFigure()
    {
        var answer = Shell.Run("case", "run", "S01", "--set", "facts.coupon=0.026", "--json");
        var coupon = answer.Json.GetProperty("checks").EnumerateArray().First(c => c.GetProperty("id").GetString() == "coupon");

        Assert.Equal(1, answer.Exit);
        Assert.Equal("fail 0.026 2.2 % facts.coupon", $"{coupon.GetProperty("status")} {coupon.GetProperty("computed")} {coupon.GetProperty("published")} {coupon.GetProperty("from")[0]}");
    }

    [Theory]
    [InlineData("S99", "", "", "S99:1:1: . CASE-0101")]
    [InlineData("nowhere/case.yaml", "", "", "nowhere/case.yaml:1:1: . DOC-0001")]
    [InlineData("S01", "--part", "payment", "--part:1:1: --part CASE-0115")]
    [InlineData("S01", "--set", "facts.nothing=1", "--set:1:1: facts.nothing CASE-0106")]
    [InlineData("S01", "--set", "deal.size=x", "deal.yaml:19:7: size FLD-0102")]
    public void Run_BadInput_IsRefusedOnStderrWithExitTwo(string name, string option, string value, string expected)
    {
        var answer = Shell.Run([.. ((string[])["case", "run", name, option, value, "--json"]).Where(a => a.Length > 0)]);

        Assert.Equal(2, answer.Exit);
        Assert.Equal("", answer.Out);
        Assert.StartsWith(expected, answer.Error);
    }

    [Fact]
    public void Run_FileFromElsewhere_PlaysAsTheShippedOne()
    {
        var folder = Directory.CreateTempSubdirectory("zhirong");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Repo.At("cases", "S05")))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            Assert.Equal(Shell.Run("case", "run", "S05", "--json").Out, Shell.Run("case", "run", Path.Combine(folder.FullName, "case.yaml"), "--json").Out);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Run_Records_AreThoseTheChecksCounted()
    {
        var records = Shell.Run("case", "run", "S05", "--records", "--json").Json.GetProperty("records").EnumerateArray().ToList();

        Assert.Equal(15, records.Count(r => r.GetProperty("kind").GetString() == "licence_fee"));
        Assert.Equal(180, records.Count(r => r.GetProperty("kind").GetString() == "royalty"));
        Assert.All(records.Where(r => r.GetProperty("kind").GetString() == "royalty"), r => Assert.StartsWith("B", r.GetProperty("licence").GetString()));
    }

    /// <summary>What a case did stays in the store it was kept in, which is not written into again.</summary>
    [Fact]
    public void Run_Kept_LeavesAStoreThatIsSoundAndNotWrittenTwice()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"zhirong-kept-{Guid.NewGuid():N}");
        try
        {
            Assert.Equal(0, Shell.Run("case", "run", "S01", "--keep", folder, "--json").Exit);
            Assert.Equal(0, Shell.Run("db", "verify", "--data", folder).Exit);
            var again = Shell.Run("case", "run", "S01", "--keep", folder, "--json");
            Assert.Equal(2, again.Exit);
            Assert.StartsWith("--keep:1:1: --keep CASE-0109", again.Error);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void List_Json_PublishesPartsAndVariations()
    {
        var answer = Shell.Run("case", "list", "--json");
        var first = answer.Json.GetProperty("cases")[0];

        Assert.Equal(0, answer.Exit);
        Assert.Equal("S01", first.GetProperty("id").GetString());
        Assert.Equal(["register", "notes", "costs", "stress", "books", "rights"], first.GetProperty("parts").EnumerateArray().Select(p => p.GetString()!));
        Assert.All(first.GetProperty("variations").EnumerateArray(), v => Assert.True(v.GetProperty("set").GetArrayLength() > 0 && v.GetProperty("mustFail").GetArrayLength() > 0));
    }

    private static string Compact(JsonElement element) => element.GetRawText().Replace(" ", "").Replace("\n", "");
}
