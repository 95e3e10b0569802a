using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Tests.Reports;

/// <summary>Columns take the width their content needs, and rows taller than a page's part go on over its end.</summary>
public sealed class TableFitTests
{
    private static readonly string Numbers = string.Join('、', Enumerable.Range(0, 40).Select(n => $"2019105{n:00000}.9"));

    [Fact]
    public void Shares_OfALongListBesideShortWords_GiveTheListTheRoom()
    {
        var fit = TableFit.Of(Table(("事项一", Numbers, "缺少事实"), ("事项二", "企业", "缺少事实")), TableFit.Upright)!;
        Assert.Equal(1m, Math.Round(fit.Shares.Sum(), 6));
        Assert.True(fit.Shares[1] > 0.6m, $"{fit.Shares[1]}");
        Assert.Equal(9, fit.Points);
    }

    [Fact]
    public void Shares_OfColumnsAlikeInContent_AreAlike()
    {
        var text = string.Concat(Enumerable.Repeat("说明", 60));
        var fit = TableFit.Of(new() { Title = "t", Columns = [new("甲", ColumnKind.Text), new("乙", ColumnKind.Text)], Rows = [ReportRow.Of(text, text)] }, TableFit.Upright)!;
        Assert.InRange(fit.Shares[0], 0.48m, 0.52m);
    }

    [Fact]
    public void Rows_TallerThanOthers_AreLong_AndTablesWithThemAreNotWhole()
    {
        var many = string.Concat(Enumerable.Repeat(Numbers, 6));
        var table = Table(("事项一", many, "缺少事实"), ("事项二", "企业", "缺少事实"));
        var fit = TableFit.Of(table, TableFit.Upright)!;
        Assert.Equal([true, false], table.Rows.Select(r => fit.IsLong(table, r)));
        Assert.False(fit.Whole(table, landscape: false));
        Assert.True(fit.Whole(Table(("事项一", "企业", "缺少事实")), landscape: false));
    }

    /// <summary>Printed, such rows fill the pages one after the other, under the head repeated on each.</summary>
    [Fact]
    public async Task Print_OfLongRows_FillsItsPagesUnderARepeatedHead()
    {
        var many = string.Concat(Enumerable.Repeat(Numbers, 12));
        var report = new Report
        {
            Language = Language.Zh,
            Kind = "报告",
            Name = "某企业",
            Head = "报告",
            Facts = [],
            Disclaimer = "声明",
            PrintHint = "",
            AsOf = new(2026, 3, 9),
            Sections = [new("one", "一、清单", false, [Table(("事项一", many, "缺少事实"), ("事项二", many, "缺少事实"), ("事项三", many, "缺少事实"))])],
        };
        var pdf = (await PagePrinter.OfMachine().Print(ReportPage.Write(report), new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken)).Value;
        var pages = ReadReport.PagesOfPdf(pdf);
        Assert.True(pages.Length > 3, $"{pages.Length}");
        Assert.All(pages.SkipLast(1), page => Assert.Contains("应当补充", page, StringComparison.Ordinal));
        Assert.DoesNotContain(pages.SkipLast(1), page => page.Length < 1_200);
    }

    private static ReportTable Table(params (string Item, string Subjects, string Why)[] rows) => new()
    {
        Title = "待核实清单",
        Columns = [new("事项", ColumnKind.Text), new("对象", ColumnKind.Code), new("应当补充的资料", ColumnKind.Text)],
        Rows = [.. rows.Select(r => ReportRow.Of(r.Item, r.Subjects, r.Why))],
    };
}
