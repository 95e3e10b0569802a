using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Engine.Diligence.Reading;
using Zhirong.Modules.Tests.Reports;
using Zhirong.Modules.Valuation.Reports.Diligences;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>The diligence report: every item once with what is behind it, the three grades, the effect to the fen.</summary>
public sealed partial class DiligenceReportTests
{
    private static readonly Checklist Shipped = ChecklistReader.Read(File.ReadAllBytes(Repo.At("data", "diligence", "checklist.yaml"))).Value;

    private static readonly string Example = Repo.Read("docs", "reference", "examples", "diligence-request.yaml");

    [Fact]
    public void Of_Example_HasEveryChapterInTheOrderOfTheChecklist()
    {
        var report = DiligenceReport.Of(Input(Language.Zh));
        string[] wanted = ["执行摘要", "企业概况与调查范围", "权属链", "法律状态与年费", "有效性、无效与诉讼", "权利负担", "保护范围与稳定性", "依赖与自由实施", "技术成熟度与替代", "产品对应与收入", "市场竞争", "运营历史", "商标、版权、数据与商业秘密", "人员流动", "合规", "风险汇总", "待核实清单", "对价值的影响", "结论与建议"];
        Assert.Equal(wanted, report.Sections.Select(s => s.Title.Split('、', 2)[1]));
        Assert.All(report.Sections, section => Assert.NotEmpty(section.Blocks));
    }

    [Fact]
    public void Of_Answers_EachStandsOnceInItsChapterWithStateGradeAndEffect()
    {
        var input = Input(Language.Zh);
        var report = DiligenceReport.Of(input);
        foreach (var chapter in input.Result.Checklist.Chapters.Where(c => c.Items.Count > 0))
        {
            var table = report.Sections.Single(s => s.Id == $"chapter-{chapter.Id}").Blocks.OfType<ReportTable>().First();
            var answers = input.Result.Answers.Where(a => a.Chapter.Id == chapter.Id).ToList();
            var told = table.Rows.Where(r => r.Role == RowRole.Plain).SelectMany(r => Named(r.Cells[0].Text).Select(right => (right, State: r.Cells[1].Text, Grade: r.Cells[5].Text, Effect: r.Cells[7].Text))).ToList();
            Assert.Equal(answers.Count, told.Count);
            Assert.Equal(answers.Count(a => a.State == AnswerState.Finding), told.Count(t => t.State == "发现问题"));
            Assert.Equal(answers.Count(a => a.State == AnswerState.Unknown), told.Count(t => t.State == "待核实"));
            Assert.Equal(answers.Count(a => a.Factor is not null), told.Count(t => t.Effect.StartsWith("价值 ×", StringComparison.Ordinal)));
            Assert.Equal(answers.Count(a => a.Grade is not null), told.Count(t => t.Grade != "—"));
        }

        // What could not be answered stands in the list of unknowns, each with what to bring.
        var unknown = report.Sections.Single(s => s.Id == "unknown").Blocks.OfType<ReportTable>().Single();
        Assert.Equal(input.Result.Unknowns.Count(), unknown.Rows.Sum(r => Named(r.Cells[3].Text).Length));
        Assert.All(unknown.Rows, row => Assert.NotEqual("", row.Cells[5].Text));
    }

    /// <summary>Numbers with commas between, or “全部 n 项权利” where all of them are meant: as many.</summary>
    private static string[] Named(string rights) =>
        Regex.Match(rights, "^全部 ([0-9,]+) 项权利$") is { Success: true } all ? [.. Enumerable.Repeat(rights, int.Parse(all.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))] : rights.Split('、');

    [Fact]
    public void Of_Effects_SumToTheFenBeforeAndAfter()
    {
        var input = Input(Language.Zh);
        var effects = input.Result.Effects!;
        Assert.True(effects.After < effects.Before);
        var table = DiligenceReport.Of(input).Sections.Single(s => s.Id == "effects").Blocks.OfType<ReportTable>().Single();
        Assert.Equal(effects.Lines.Count + 1, table.Rows.Count);
        Assert.Equal((Wording.Yuan(effects.Before.Fen), Wording.Yuan(effects.After.Fen)), (table.Rows[^1].Cells[1].Text, table.Rows[^1].Cells[3].Text));
        Assert.Equal(effects.After.Fen, table.Rows.SkipLast(1).Sum(r => (long)(decimal.Parse(r.Cells[3].Text, NumberStyles.Number, CultureInfo.InvariantCulture) * 100)));

        // Without appraised values nothing is supposed.
        var open = DiligenceReport.Of(Input(Language.Zh, Value().Replace(Example, "")));
        Assert.Empty(open.Sections.Single(s => s.Id == "effects").Blocks.OfType<ReportTable>());
        Assert.Contains("待核实，不作推定", ReadReport.OfPage(ReportPage.Write(open)), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_EveryWordOfTheChecklist_InBothLanguages() => Assert.All(Shipped.Facts.SelectMany(f => f.Words).Distinct(), word => Assert.True(FactWords.Has(word), word));

    [Fact]
    public void Write_English_HasNoChineseBeyondTheRequestsOwnWords()
    {
        var input = Input(Language.En);
        var own = Chinese().Matches(Example + Shipped.Source + Repo.Read("data", "diligence", "checklist.yaml")[..200]).Select(m => m.Value).Distinct().OrderByDescending(text => text.Length).ToList();
        var text = ReadReport.OfPage(ReportPage.Write(DiligenceReport.Of(input)));
        Assert.Equal("", string.Join(' ', Chinese().Matches(own.Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.Ordinal))).Select(m => m.Value)));
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public async Task Write_SameInput_GivesTheSameBytesAndTheSameFiguresOnPaper(Language language)
    {
        var report = DiligenceReport.Of(Input(language));
        var (html, docx) = (ReportPage.Write(report), ReportDocument.Write(report));
        Assert.Equal(html, ReportPage.Write(DiligenceReport.Of(Input(language))));
        Assert.Equal(docx, ReportDocument.Write(DiligenceReport.Of(Input(language))));
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
        Assert.Single(document.MainDocumentPart!.ChartParts);
        var pdf = (await PagePrinter.OfMachine().Print(html, new(2026, 4, 2, 0, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken)).Value;
        var whole = string.Concat(ReadReport.PagesOfPdf(pdf));
        var converted = string.Concat(ReadReport.PagesOfPdf(ReadReport.ByLibreOffice(docx)));
        foreach (var figure in report.Sections.SelectMany(s => s.Blocks).OfType<ReportTable>().SelectMany(t => t.Rows.Where(r => r.Role != RowRole.Group).SelectMany(r => r.Cells.Where((_, c) => t.Columns[c].Kind == ColumnKind.Figure))).Select(c => c.Text).Distinct())
        {
            Assert.Contains(figure, whole, StringComparison.Ordinal);
            Assert.Contains(figure, converted, StringComparison.Ordinal);
        }

        Assert.Empty(ReadReport.Overflows(pdf, margin: 45));
    }

    private static DiligenceReportInput Input(Language language, string? request = null) => new()
    {
        Result = DiligenceResult.Of(CaseReader.Read(System.Text.Encoding.UTF8.GetBytes(request ?? Example), Shipped).Value, Shipped),
        Language = language,
        ReportDate = new(2026, 4, 2),
        Engine = "0.1.0",
        EvidenceId = "0198a3f0-0000-7000-8000-00000000e002",
        ContentHash = "8f14e45fceea167a5a36dedd4bea2543c4ca4238a0b923820dcc509a6f75849b",
    };

    [GeneratedRegex(@"^ +value: [\d.]+ *(#.*)?\n|, value: [\d.]+(?=[,}])", RegexOptions.Multiline)]
    private static partial Regex Value();

    [GeneratedRegex(@"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")]
    private static partial Regex Chinese();
}
