using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Engine.Diligence.Reading;
using Zhirong.Modules.Tests.Reports;
using Zhirong.Modules.Valuation.Reports.Analyses;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>The analysis report of a made-up plastics maker.</summary>
public sealed partial class AnalysisReportTests
{
    private static readonly Provenance Copy = new("登记簿副本", new(2026, 3, 20));

    private static readonly AnalysisPolicy Policy = AnalysisPolicyReader.Read(File.ReadAllBytes(Repo.At("data", "diligence", "analysis.yaml"))).Value;

    [Fact]
    public void Of_Portfolio_ShowsMapFiguresGapsAndWhatIsOpen()
    {
        var input = Input(Language.Zh, compared: true);
        var report = AnalysisReport.Of(input);
        Assert.Equal(["摘要", "知识产权组合地图", "引证与同族", "技术趋势", "竞争格局", "即将到期与应缴费用", "被侵权情况", "布局空白与申请建议", "待核实事项与依据"], report.Sections.Select(s => s.Title.Split('、', 2)[1]));
        var map = Table(report, "map");
        Assert.Equal($"{input.Analysis.Case.Rights.Count}", map.Rows[^1].Cells[^1].Text);
        Assert.Equal(input.Analysis.Citations.Count, Table(report, "citations").Rows.Count);
        Assert.Equal(input.Analysis.Gaps.Count, Table(report, "gaps").Rows.Count);
        Assert.Equal(input.Analysis.Infringed.Count, Table(report, "infringed").Rows.Count);
        Assert.Equal(input.Analysis.Endings.Count, Table(report, "endings").Rows.Count);
        Assert.True(input.Analysis.Gaps.Count > 2 && input.Analysis.Infringed.Count == 1 && input.Analysis.Competition.Count > 0);
        Assert.All(input.Analysis.Gaps, gap => Assert.Contains(Table(report, "gaps").Rows, r => r.Cells[4].Text == gap.Reason.Zh && r.Cells[5].Text == gap.Advice.Zh));
        var text = ReadReport.OfPage(ReportPage.Write(report));
        Assert.All(input.Analysis.Unknowns, unknown => Assert.Contains(unknown.Text.Zh, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_NoComparison_SaysToBeVerified()
    {
        var report = AnalysisReport.Of(Input(Language.Zh, compared: false));
        var text = ReadReport.OfPage(ReportPage.Write(report));
        Assert.Contains("技术趋势待核实", text, StringComparison.Ordinal);
        Assert.Contains("竞争格局待核实", text, StringComparison.Ordinal);
        Assert.All(Table(report, "citations").Rows, row => Assert.Contains(row.Cells[5].Text, new[] { "待核实", "样本不足" }));
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public async Task Write_SameInput_GivesTheSameBytesInBothForms(Language language)
    {
        var report = AnalysisReport.Of(Input(language, compared: true));
        var (html, docx) = (ReportPage.Write(report), ReportDocument.Write(report));
        Assert.Equal(html, ReportPage.Write(AnalysisReport.Of(Input(language, compared: true))));
        Assert.Equal(docx, ReportDocument.Write(AnalysisReport.Of(Input(language, compared: true))));
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        Assert.Equal(report.Sections.SelectMany(s => s.Blocks).OfType<ReportDrawing>().Count(d => d.Native() is not null), document.MainDocumentPart!.ChartParts.Count());
        var pdf = (await PagePrinter.OfMachine().Print(html, new(2026, 4, 2, 0, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken)).Value;
        Assert.Empty(ReadReport.Overflows(pdf, margin: 45));
        if (Environment.GetEnvironmentVariable("ZHIRONG_LOOK") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"analysis-{language}.pdf"), pdf, TestContext.Current.CancellationToken);
        }

        if (language == Language.En)
        {
            string[] own = ["甲公司", "乙公司", "丙公司", "丁公司", "登记簿副本", "被同行仿冒", "查询导出", "产品目录", Policy.Source];
            Assert.DoesNotMatch(Chinese(), own.Aggregate(ReadReport.OfPage(html), (text, word) => text.Replace(word, "", StringComparison.Ordinal)));
        }
    }

    internal static AnalysisReportInput Input(Language language, bool compared) => new()
    {
        Id = "0198a3f0-0000-7000-8000-00000000a001",
        Analysis = PortfolioAnalysis.Of(Case(compared), Policy),
        Compared = compared ? new(48, new("查询导出", new(2026, 3, 28))) : null,
        Products = new(1, new("产品目录", new(2026, 3, 1))),
        Language = language,
        ReportDate = new(2026, 4, 2),
        Engine = "0.1.0",
        EvidenceId = "0198a3f0-0000-7000-8000-00000000e003",
        ContentHash = "8f14e45fceea167a5a36dedd4bea2543c4ca4238a0b923820dcc509a6f75849b",
    };

    private static PortfolioCase Case(bool compared) => new()
    {
        Day = new(2026, 3, 31),
        FirmNames = ["甲公司"],
        Rights =
        [
            Right("P1", "invention", "B29C45/73", 2019, 12) with { Infringements = [new(new(2020, 5, 1), "won", "被同行仿冒", Copy)], Granted = new(2021, 6, 1) },
            Right("P2", "invention", "B29C45/26", 2021, 3),
            Right("P3", "utility_model", "B29C45/17", 2016, null) with { TermEnd = new(2026, 8, 1) },
            Right("P4", "design", "09-03", 2024, 0) with { FeeDue = new(2026, 4, 20) },
            Right("P5", "invention", "C08L23/12", 2023, 1) with { State = "examination", Granted = null },
            Right("P6", "trademark", null, 2015, null) with { Classes = [20], State = null },
        ],
        Compared = compared
            ? new([.. Enumerable.Range(0, 48).Select(i => new ComparedRight(i % 3 == 0 ? "乙公司" : i % 3 == 1 ? "丙公司" : "丁公司", "invention", i % 4 == 3 ? "B29C49/04" : "B29C45/73", new DateOnly(2019 + (i % 7), 6, 1), i % 9))], new("查询导出", new(2026, 3, 28)))
            : null,
        Products = new([new("X1", new("折叠周转箱", "folding crate"), ["P1", "P4"], new(2023, 1, 5), [20, 35], null)], new("产品目录", new(2026, 3, 1))),
    };

    private static PortfolioRight Right(string id, string kind, string? ipc, int year, int? cited) => new()
    {
        Id = id,
        Number = $"ZL{year}1000000{id[1..]}",
        Kind = kind,
        Title = Words.Same($"title {id}"),
        State = "granted",
        Ipc = ipc,
        Filed = new(year, 5, 1),
        Granted = new(year + 2, 1, 5),
        TermEnd = new(year + 20, 5, 1),
        CitedBy = cited,
        FamilySize = cited is null ? null : 1 + (cited % 3),
    };

    private static ReportTable Table(Report report, string section) => report.Sections.Single(s => s.Id == section).Blocks.OfType<ReportTable>().First(t => t.Rows.Count > 0);

    [GeneratedRegex(@"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")]
    private static partial Regex Chinese();
}
