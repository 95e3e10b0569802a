using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Office.Reports.Charts;

namespace Zhirong.Modules.Tests.Reports;

/// <summary>Every kind of chart, in the page, in print and in the document.</summary>
public sealed class ChartTests
{
    private static readonly DateTimeOffset Moment = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Write_EveryChart_StandsInTheDocumentAsAChartOrATable()
    {
        var report = Sample();
        var bytes = ReportDocument.Write(report);
        Assert.Equal(bytes, ReportDocument.Write(Sample()));
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var main = document.MainDocumentPart!;
        var drawings = report.Sections.SelectMany(s => s.Blocks).OfType<ReportDrawing>().ToList();
        Assert.Equal(drawings.Count(d => d.Native() is not null), main.ChartParts.Count());
        Assert.All(drawings, drawing => Assert.True(drawing.Native() is not null || drawing.Table is not null, drawing.Title));
        Assert.Equal(5, main.ChartParts.Count());
        Assert.Contains(main.ChartParts.Select(p => p.ChartSpace.InnerText), text => text.Contains("研发能力", StringComparison.Ordinal) && text.Contains("73.5", StringComparison.Ordinal));
        Assert.Contains("价值分析报告", main.HeaderParts.Single().Header.InnerXml, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithoutWatermark_HasNoneAnywhere()
    {
        var plain = Sample() with { Watermark = null };
        using var document = WordprocessingDocument.Open(new MemoryStream(ReportDocument.Write(plain)), false);
        Assert.DoesNotContain("textpath", document.MainDocumentPart!.HeaderParts.Single().Header.InnerXml, StringComparison.Ordinal);
        Assert.DoesNotContain("watermark", ReportPage.Write(plain), StringComparison.Ordinal);
        Assert.Contains("watermark", ReportPage.Write(Sample()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_Charts_KeepTheirLabelsOnThePage()
    {
        var pdf = (await PagePrinter.OfMachine().Print(ReportPage.Write(Sample()), Moment, TestContext.Current.CancellationToken)).Value;
        var whole = string.Concat(ReadReport.PagesOfPdf(pdf));
        Assert.All(new[] { "研发能力73.5", "市场应用待核实", "P5812.5", "P501,119.49", "折现率±10%", "机会高风险低", "2024" }, label => Assert.Contains(label, whole, StringComparison.Ordinal));
        Assert.Empty(ReadReport.Overflows(pdf, margin: 45));
        var opened = ReadReport.ByLibreOffice(ReportDocument.Write(Sample()));
        Assert.Contains("研发能力", string.Concat(ReadReport.PagesOfPdf(opened)), StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("ZHIRONG_LOOK") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "charts.pdf"), pdf, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, "charts-docx.pdf"), opened, TestContext.Current.CancellationToken);
        }
    }

    private static Report Sample()
    {
        var wording = new Wording(Language.Zh);
        var heat = new HeatMap
        {
            Title = "组合",
            Unit = "件",
            Columns = ["2021", "2022", "2023", "2024"],
            Rows = [new("发明 B30B", [1, 4, null, 9]), new("实用新型 B30B", [2, 0, 3, 1])],
        };
        List<ReportPart> parts =
        [
            new("charts", "图形",
            [
                new Radar { Title = "雷达", Axes = ["法律状态", "研发能力", "市场应用", "竞争", "成熟度"], Unknown = "待核实", Series = [new("评分", ChartColours.Deep, [71, 73.5m, null, 60, 88])] },
                new Tornado { Title = "龙卷风", Unit = "万元", Middle = 1119.49m, Ends = ("取低值", "取高值"), Change = "相对结论的变化（万元）", Lines = [new("分成率 ±10%", 1007.5m, 1231.4m), new("折现率 ±10%", 1190.2m, 1055.1m)] },
                new Distribution
                {
                    Title = "分布",
                    Across = "价值（万元）",
                    Up = "占比（%）",
                    Edges = [600, 800, 1000, 1200, 1400, 1600],
                    Shares = [6, 24, 38, 25, 7],
                    Marks = [new("P5", 812.5m), new("P50", 1119.49m), new("P95", 1480)],
                },
                new StackedColumns { Title = "堆积", Unit = "万元", Labels = ["2026", "2027"], Series = [new("甲", ChartColours.Deep, [10, 20]), new("乙", ChartColours.Quiet, [5, null])] },
                new PointMatrix { Title = "机会与风险", Across = "风险", Up = "机会", Fields = ["机会高风险低", "机会高风险高", "机会低风险低", "机会低风险高"], Points = [new("1", 30, 80), new("2", 70, 44), new("3", 70, 44)] },
                heat with { Table = heat.AsTable("组合", "类别") },
            ]),
        ];
        return new()
        {
            Language = Language.Zh,
            Kind = "价值分析报告",
            Name = "图形样张",
            Head = "知融 · 图形样张",
            Facts = [],
            Sections = ReportLayout.Sections(parts, wording),
            Disclaimer = "样张。",
            PrintHint = "打印。",
            AsOf = new(2026, 3, 9),
            Watermark = "价值分析报告",
        };
    }
}
