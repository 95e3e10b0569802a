using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Tests.Reports;

public sealed class DealReportTests
{
    public static TheoryData<string, bool, Language> Reports => new()
    {
        { "S01", false, Language.Zh }, { "S01", false, Language.En }, { "S01", true, Language.Zh }, { "S05", false, Language.Zh }, { "S05", true, Language.Zh }, { "S05", true, Language.En },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void Write_FoundingDeal_FiguresEqualTheRunToTheFen(string id, bool stressed, Language language)
    {
        using var made = Made(id, stressed, language);
        var page = ReadReport.RowsOfPage(ReportPage.Write(made.Report));
        var document = ReadReport.RowsOfDocument(ReportDocument.Write(made.Report));
        var run = RunView.Of(made.Input.Run, "", language);
        var periods = run.Periods;
        foreach (var rows in new[] { page, document })
        {
            foreach (var line in LineTitles.Of(made.Input.Run.Deal))
            {
                var paid = periods.Sum(p => Number(p.Paid.GetValueOrDefault(line.Line, "0")));
                var row = rows.Where(r => r.Length == periods.Count + 2 && r[0] == line.Title.In(language)).ToList();
                Assert.True(row.Count == 1 || (row.Count == 0 && paid == 0), line.Line);
                Assert.All(row, r => Assert.Equal(Yuan(paid), r[^1]));
                Assert.All(row, r => Assert.Equal(periods.Select(p => Wan(Number(p.Paid.GetValueOrDefault(line.Line, "0")))), r.Skip(1).SkipLast(1)));
            }

            foreach (var tranche in run.Summary.Values)
            {
                Assert.Contains(rows, r => r.Length == 7 && r.Skip(1).Take(4).SequenceEqual([Yuan(Number(tranche.Interest)), Yuan(Number(tranche.Principal)), Yuan(Number(tranche.Residual)), Yuan(Number(tranche.Unpaid))]));
            }

            foreach (var period in periods.Where(_ => periods.Count > 1))
            {
                var row = Assert.Single(rows, r => r.Length == 14 && r[0] == $"{period.K}" && r[1] == period.Date);
                Assert.Equal(Yuan(Number(period.Collected.Interest) + Number(period.Collected.Principal) + Number(period.Collected.Recovery)), row[4]);
                Assert.Equal((Yuan(Number(period.CarriedCash)), Yuan(Number(period.Check))), (row[^2], row[^1]));
                Assert.Equal(Number(row[4]) + Number(row[5]) + (period.K == 1 ? 0 : Number(periods[period.K - 2].CarriedCash)), row.Skip(6).Take(7).Sum(Number));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Write_PageAndDocument_HoldTheSameTables(string id, bool stressed, Language language)
    {
        using var made = Made(id, stressed, language);
        var page = ReadReport.RowsOfPage(ReportPage.Write(made.Report)).Select(Joined).ToList();
        var document = ReadReport.RowsOfDocument(ReportDocument.Write(made.Report)).Select(Joined).ToHashSet();
        Assert.True(page.Count > 40);
        Assert.All(page, row => Assert.Contains(row, document));

        static string Joined(string[] row) => string.Join('|', row).Replace(" ", "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Zh, "交易概览 交易结构 基础资产 证券 现金流 增信与触发 费用与企业综合融资成本 情景 校验发现与数据来源 签章处")]
    [InlineData(Language.En, "Overview|Structure|Pool|Securities|Cash flows|Supports and triggers|Fees and borrowers' all-in cost|Scenario|Findings and sources|Seals")]
    public void Of_Scenario_HasEverySectionInOrder(Language language, string titles)
    {
        using var made = Made("S01", true, language);
        var wanted = titles.Split(language == Language.Zh ? ' ' : '|');
        Assert.Equal(wanted, made.Report.Sections.Select(s => s.Title.Split(language == Language.Zh ? '、' : ' ', 2)[1]));
        Assert.All(made.Report.Sections, section => Assert.NotEmpty(section.Blocks));
        var (page, document) = (ReadReport.OfPage(ReportPage.Write(made.Report)), ReadReport.OfDocument(ReportDocument.Write(made.Report)));
        Assert.All(made.Report.Sections, section => Assert.True(page.Contains(section.Title, StringComparison.Ordinal) && document.Contains(section.Title, StringComparison.Ordinal), section.Title));
        Assert.All(new[] { page, document }, text => Assert.Contains(made.Report.Disclaimer, text, StringComparison.Ordinal));
        Assert.All(new[] { page, document }, text => Assert.Contains(made.Input.InputHash[7..], text, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_Base_LeavesTheScenarioOut()
    {
        using var made = Made("S05", false, Language.Zh);
        Assert.DoesNotContain(made.Report.Sections, section => section.Id == "scenario");
        Assert.Equal(9, made.Report.Sections.Count);
    }

    [Theory]
    [InlineData("S01", false)]
    [InlineData("S01", true)]
    [InlineData("S05", true)]
    public void Write_English_HasNoChineseBeyondTheDealsOwnWords(string id, bool stressed)
    {
        using var made = Made(id, stressed, Language.En);
        var own = Scalars(DocReader.Read(Encoding.UTF8.GetBytes(ReportCases.Deal(id))).Value).Append("两户违约").OrderByDescending(text => text.Length).ToList();
        foreach (var text in new[] { ReadReport.OfPage(ReportPage.Write(made.Report)), ReadReport.OfDocument(ReportDocument.Write(made.Report)) })
        {
            var rest = own.Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
            Assert.DoesNotMatch(@"[\u3000-\u9fff\uff00-\uffef]", rest);
        }
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Write_HostileNames_StayText(Language language)
    {
        const string hostile = """<script>alert(1)</script>&amp;"'</style>""";
        var deal = ReportCases.Deal("S05").Replace("新一代信息技术", "'" + hostile.Replace("'", "''", StringComparison.Ordinal) + "'", StringComparison.Ordinal)
            .Replace("manager: 长江证券(上海)资产管理", "manager: \"<b>\\u0007\\u202E恶意\\uFFFE</b>\"", StringComparison.Ordinal);
        var scenario = ReportCases.Defaults("</style><script>", "topup", "C01");
        using var made = ReportCases.Of(deal, scenario, language);
        var html = ReportPage.Write(made.Report);
        Assert.DoesNotMatch("<script|<b>|[\u0000-\u0008\u000b-\u001f\u202e\ufffe]", html);
        Assert.Single(Regex.Matches(html, "</style>"));
        Assert.Contains(hostile, ReadReport.RowsOfPage(html).SelectMany(row => row));
        var docx = ReportDocument.Write(made.Report);
        Assert.Contains(hostile, ReadReport.RowsOfDocument(docx).SelectMany(row => row));
        Assert.Contains("<b>\uFFFD\uFFFD恶意\uFFFD</b>", ReadReport.OfDocument(docx), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ManyPeriods_SplitsWhatDoesNotFitThePage()
    {
        using var made = ReportCases.Of(ReportCases.Monthly(), null, Language.Zh);
        Assert.Equal(36, made.Input.Deal.PeriodCount);
        Assert.All(made.Report.Sections, section => Assert.All(section.Blocks.OfType<ReportTable>(), table =>
            Assert.True(TableFit.Of(table, section.Landscape ? TableFit.Lying : TableFit.Upright) is { } fit && fit.Shares.Count == table.Columns.Count, table.Title)));
        var cash = made.Report.Sections.Single(s => s.Id == "cash").Blocks.OfType<ReportTable>().ToList();
        Assert.True(cash.Count >= 4);
        var heads = cash.SelectMany(table => table.Columns.Select(column => column.Title)).ToList();
        Assert.All(made.Input.Deal.Periods, period => Assert.Single(heads, head => head == $"第{period.Number}期 {period.Date:yyyy-MM-dd}"));
    }

    [Fact]
    public void Of_StressedRun_MarksWhatDiffersFromTheBase()
    {
        using var made = Made("S01", true, Language.Zh);
        var table = made.Report.Sections.Single(s => s.Id == "scenario").Blocks.OfType<ReportTable>().First();
        var (before, after) = (DealSummary.Of(made.Input.BaseRun!)[0], DealSummary.Of(made.Input.Run)[0]);
        Assert.NotEqual(before.Principal, after.Principal);
        var principal = table.Rows.First(row => row.Cells[0].Text == "本金").Cells;
        Assert.Equal((Yuan(before.Principal.Yuan), Yuan(after.Principal.Yuan), Yuan(after.Principal.Yuan - before.Principal.Yuan)), (principal[1].Text, principal[2].Text, principal[3].Text));
        Assert.Equal((CellMark.Marked, CellMark.Alarm), (principal[2].Mark, principal[3].Mark));
        Assert.All(table.Rows.Where(row => row.Role == RowRole.Plain), row => Assert.Equal(row.Cells[1].Text != row.Cells[2].Text, row.Cells[2].Mark == CellMark.Marked));
    }

    private static Prepared Made(string id, bool stressed, Language language) =>
        ReportCases.Of(ReportCases.Deal(id), stressed ? ReportCases.Defaults("两户违约", "topup", id == "S01" ? ["N01", "N02"] : ["C01", "C02"]) : null, language);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Yuan(decimal yuan) => yuan.ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static string Wan(decimal yuan) => decimal.Round(yuan / 10_000, 2, MidpointRounding.AwayFromZero).ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Scalars(DocNode node) => node switch
    {
        DocScalar scalar => [scalar.Text],
        DocList list => list.Items.SelectMany(Scalars),
        DocMap map => map.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };
}
