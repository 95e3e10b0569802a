using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Tests.Ledger;

public sealed class ChartTests
{
    private const string Small = """
        schema: zhirong/chart/v1
        kind: escrow
        zh: 监管户账簿
        en: Escrow book
        version: 1
        dated: 2026-11-25
        source: {zh: 自编, en: our own}
        origin: made up
        accounts:
          - {code: 100201, zh: 专户, en: Account, class: asset, normal: debit, rule: not_below_zero}
          - {code: 200201, zh: 保证金, en: Deposits, class: liability, normal: credit}
        """;

    public static TheoryData<string> Kinds => [.. BookWords.Kinds];

    internal static Chart Of(string kind)
    {
        var read = ChartReader.Read(File.ReadAllBytes(Repo.At("data", "charts", $"{kind}.yaml")));
        return read.Ok ? read.Value : throw new InvalidOperationException(string.Join('\n', read.Refusals.Select(r => $"{r.Line} {r.Path} {r.Code} {r.Sentence(Language.En)}")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_EveryChartOfTheHouse_HasUniqueCodesAndSidesThatFit(string kind)
    {
        var chart = Of(kind);
        Assert.Equal((kind, "recalled, unverified"), (chart.Kind.Word(), chart.Origin));
        Assert.Equal(chart.Accounts.Count, chart.Accounts.Select(a => a.Code).Distinct().Count());
        Assert.Equal(chart.Accounts.Count, chart.Accounts.Select(a => a.Zh).Distinct().Count());
        Assert.Equal(chart.Accounts.Count, chart.Accounts.Select(a => a.En).Distinct().Count());
        Assert.All(chart.Accounts, a => Assert.Equal(Expected(a), a.Normal));
        Assert.All(chart.Accounts.Where(a => a.Code.StartsWith("1002", StringComparison.Ordinal)), a => Assert.Equal(AccountRule.NotBelowZero, a.Rule));
    }

    /// <summary>Written anew from the accounting equation: assets and expenses grow on the debit, the others on the credit side.</summary>
    private static Side Expected(ChartAccount account) => account.Class switch
    {
        AccountClass.Memo => account.Code == "9900" ? Side.Credit : Side.Debit,
        AccountClass.Asset or AccountClass.Expense => account.Contra ? Side.Credit : Side.Debit,
        _ => account.Contra ? Side.Debit : Side.Credit,
    };

    /// <summary>What the lending reference asks of each book (section 7, the ledger).</summary>
    [Theory]
    [InlineData("bank", "130301 130302 1132 601101 601102 9001 1304 6702 9003 9004 9005 224101 224103 224102 200201 122101 9900")]
    [InlineData("plan", "100201 100202 130301 130302 601101 250201 250202 250203 641101 641102 641103 410401 640301 642101 642102 642103 224101 224102 200101 630101 630102 6702 400201 9900")]
    [InlineData("guarantor", "9101 9102 112201 6031 1201 2601 2602 6511 200201 122101 9900")]
    [InlineData("insurer", "112201 6031 2601 260201 260202 651101 224101 1201 9900")]
    [InlineData("fund", "100201 400101 9301 651101 1201 6702 9303 9304 224102 122102 9900")]
    [InlineData("escrow", "100201 200201 224101 224102 224103 224104 9900")]
    public void Read_EveryChartOfTheHouse_HasWhatItsBookNeeds(string kind, string codes) =>
        Assert.All(codes.Split(' '), code => Assert.True(Of(kind).Find(code) is not null, code));

    [Theory]
    [InlineData("schema: zhirong/chart/v1", "schema: ipabs/v1", "LDG-0201", "schema", "ipabs/v1")]
    [InlineData("kind: escrow", "kind: escro", "FLD-0103", "kind", "escro")]
    [InlineData("version: 1\n", "", "FLD-0101", "version", "—")]
    [InlineData("version: 1\n", "version: 1.5\n", "FLD-0102", "version", "1.5")]
    [InlineData("dated: 2026-11-25", "dated: 2026-13-25", "FLD-0102", "dated", "2026-13-25")]
    [InlineData("source: {zh: 自编, en: our own}", "source: {zh: 自编}", "FLD-0101", "source.en", "—")]
    [InlineData("code: 100201", "code: 10a", "LDG-0202", "accounts[0].code", "10a")]
    [InlineData("code: 200201", "code: 100201", "LDG-0203", "accounts[1].code", "100201")]
    [InlineData("class: asset", "class: assets", "FLD-0103", "accounts.100201.class", "assets")]
    [InlineData("class: asset, normal: debit", "class: asset, normal: credit", "LDG-0204", "accounts.100201.normal", "credit")]
    [InlineData("class: asset, normal: debit", "class: asset, normal: debit, contra: true", "LDG-0205", "accounts.100201.contra", "true")]
    [InlineData("class: asset, normal: debit", "class: memo, normal: debit, contra: true", "LDG-0205", "accounts.100201.contra", "true")]
    [InlineData("rule: not_below_zero", "rule: limit", "LDG-0206", "accounts.100201.limit", "—")]
    [InlineData("rule: not_below_zero", "rule: none, limit: 5.00", "LDG-0206", "accounts.100201.limit", "5.00")]
    [InlineData("rule: not_below_zero", "rule: limit, limit: -5", "FLD-0102", "accounts.100201.limit", "-5")]
    [InlineData("zh: 专户", "zh: ''", "LDG-0207", "accounts.100201.zh", "0")]
    [InlineData("rule: not_below_zero", "rle: not_below_zero", "FLD-0104", "accounts.100201.rle", "rle")]
    [InlineData("origin: made up", "orign: made up", "FLD-0104", "orign", "orign")]
    public void Read_BrokenChart_NamesTheField(string found, string replacement, string code, string path, string raw)
    {
        Assert.True(ChartReader.Read(Encoding.UTF8.GetBytes(Small)).Ok);
        var refusals = ChartReader.Read(Encoding.UTF8.GetBytes(Small.Replace(found, replacement, StringComparison.Ordinal))).Refusals;
        Assert.Contains(refusals, r => (r.Code, r.Path, r.Found) == (code, path, raw) && r.Line > 0 && r.Expected.Zh.Length > 0);
    }

    [Fact]
    public void Read_SlipOfAKey_SuggestsTheRightOne() =>
        Assert.Contains("rule", ChartReader.Read(Encoding.UTF8.GetBytes(Small.Replace("rule:", "rle:", StringComparison.Ordinal))).Refusals.Single().Message.En);

    [Theory]
    [InlineData("[1, 2]", "FLD-0102")]
    [InlineData("", "DOC-0004")]
    [InlineData("schema: [", "DOC-0005")]
    [InlineData("schema: zhirong/chart/v1\naccounts: []", "FLD-0102")]
    [InlineData("schema: zhirong/chart/v1\naccounts: [1, null, {}]", "FLD-0102")]
    public void Read_NoChartAtAll_IsRefused(string text, string code) =>
        Assert.Contains(ChartReader.Read(Encoding.UTF8.GetBytes(text)).Refusals, r => r.Code == code);
}
