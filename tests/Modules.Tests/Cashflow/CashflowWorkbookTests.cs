using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Modules.Securitization.Cashflow;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Cashflow;

public sealed class CashflowWorkbookTests(RecalculatedWorkbooks workbooks) : IClassFixture<RecalculatedWorkbooks>
{
    private ReadCell Cell(string name, string sheet, string address) =>
        workbooks.Computed(name).Sheets.First(s => s.Name == sheet).Cells.First(c => c.Address == address);

    [Theory]
    [InlineData("bullet")]
    [InlineData("bullet-topup")]
    [InlineData("bullet-accelerated")]
    [InlineData("bullet-switched")]
    [InlineData("royalties")]
    [InlineData("royalties-reserve")]
    [InlineData("royalties-switched")]
    [InlineData("royalties-rates")]
    [InlineData("bench")]
    [InlineData("bench-shared")]
    [InlineData("odd")]
    [InlineData("odd-even")]
    [InlineData("odd-down")]
    [InlineData("ties")]
    [InlineData("ties-even")]
    [InlineData("ties-down")]
    [InlineData("crowd")]
    public void Write_Recalculated_GivesTheRunToTheFen(string name)
    {
        Assert.Contains(workbooks.Computed(name).Sheets, s => s.Name == "正常顺序");
        Assert.Empty(workbooks.Differences(name));
        Assert.Equal("true", Cell(name, "核对", "C3").Text);
        Assert.DoesNotContain(workbooks.Computed(name).Sheets.SelectMany(s => s.Cells), c => c.Kind is ReadKind.Error or ReadKind.Pending);
    }

    [Fact]
    public void Scenarios_OfTheseTests_DrawSwitchAndAccelerate()
    {
        Assert.True(workbooks.Deal("bullet-topup").Run.DrawnFen(0, 0) > 0);
        Assert.Equal(OrderMode.Accelerated, workbooks.Deal("bullet-accelerated").Run.Period(0).Mode);
        var switched = workbooks.Deal("bullet-switched").Run;
        Assert.Equal((OrderMode.Accelerated, true), (switched.Period(0).Mode, switched.DrawnFen(0, 0) > 0));
        Assert.True(Enumerable.Range(0, 12).Sum(k => workbooks.Deal("royalties-reserve").Run.DrawnFen(k, 0)) > 0);
        var odd = workbooks.Deal("odd-down").Run;
        Assert.True(Enumerable.Range(0, odd.Deal.PeriodCount).Sum(k => odd.DrawnFen(k, 1)) > 0);
        Assert.True(Enumerable.Range(0, odd.Deal.PeriodCount).Sum(k => odd.DrawnFen(k, 2)) > 0);
    }

    [Fact]
    public void Write_InputsChangedInTheWorkbook_GivesTheRunOfTheChangedDeal()
    {
        Assert.Empty(workbooks.Differences("changed"));
        Assert.Equal("false", Cell("changed", "核对", "C3").Text);
    }

    [Fact]
    public void Write_OneFormulaBroken_IsReportedByTableAndReconciliation()
    {
        Assert.Contains(workbooks.Differences("broken"), d => d.StartsWith("4 due:A.interest", StringComparison.Ordinal));
        Assert.Equal("false", Cell("broken", "核对", "C3").Text);
    }

    [Fact]
    public void Write_TiesOfHalfAFen_GoTheWayTheDealRounds()
    {
        decimal Interest(string name, string tranche) => decimal.Parse(Cell(name, "应付底稿", tranche == "A" ? "F4" : "K4").Text);
        Assert.Equal((1_000_000_000.00m, 10_000.01m), (Interest("ties", "A"), Interest("ties", "B")));
        Assert.Equal((1_000_000_000.00m, 10_000.00m), (Interest("ties-even", "A"), Interest("ties-even", "B")));
        Assert.Equal((999_999_999.99m, 10_000.00m), (Interest("ties-down", "A"), Interest("ties-down", "B")));
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Write_AnyDeal_IsValidForTheOfficeFormats(Language language)
    {
        using var deal = new PreparedDeal(OddDeals.Shared("half_even"));
        using var memory = new MemoryStream(deal.Workbook(language, AmountUnit.Wan));
        using var document = SpreadsheetDocument.Open(memory, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Write_Twice_GivesTheSameBytes(Language language)
    {
        using var deal = new PreparedDeal(OddDeals.Shared("half_up"));
        Assert.Equal(deal.Workbook(language, AmountUnit.Wan), deal.Workbook(language, AmountUnit.Wan));
    }

    [Fact]
    public void Write_StoredFigures_AreTheRunsWithoutRecalculation()
    {
        using var deal = new PreparedDeal(PreparedDeal.Case("S05"));
        var cash = WorkbookReader.Read(deal.Workbook()).Value.Sheets.First(s => s.Name == "现金流");
        var paid = deal.Table.Columns.Index().First(c => c.Item.Key == "paid:A.interest");
        var cell = cash.Cells.First(c => c.Row == CashSheet.HeadRow + 1 && c.Column == paid.Index + 1);
        Assert.Equal((true, paid.Item.Of(0).Number), (cell.Formula, decimal.Parse(cell.Text)));
    }

    [Theory]
    [InlineData("money: {rounding: half_up}", "money: {rounding: half_up, unit_face: 100, unit_decimals: 4}", "每份")]
    [InlineData("amount: 3333.33,", "amount: 3333.33, on: paid,", "")]
    [InlineData("rate: 0.00005, cap", "rate: 0.00005, on: paid, cap", "实付")]
    public void Write_WhatFormulasCannotSay_IsGivenAsMarkedValues(string found, string replacement, string reason)
    {
        using var deal = new PreparedDeal(OddDeals.Shared("half_up").Replace(found, replacement, StringComparison.Ordinal));
        var sheets = CashflowWorkbook.Sheets(deal.Deal, deal.Scenario, deal.Run, new());
        var live = sheets.Any(s => s.Name == "正常顺序");
        Assert.Equal(reason.Length == 0, live);
        if (!live)
        {
            Assert.Contains(sheets[0].Cells, c => c.Value.Text?.Contains(reason, StringComparison.Ordinal) == true);
            var cash = sheets.First(s => s.Name == "现金流");
            var headings = cash.Cells.Where(c => c.Row == CashSheet.HeadRow).ToList();
            Assert.All(headings.Skip(11).SkipLast(1), c => Assert.EndsWith("数值", c.Value.Text));
            Assert.All(cash.Cells.Where(c => c.Column == headings[^1].Column && c.Row > CashSheet.HeadRow), c => Assert.Equal(0, c.Value.Number));
        }
    }

    [Fact]
    public void Write_TouchedObligor_IsMarkedAsValueAndNamedInTheGuide()
    {
        using var deal = new PreparedDeal(PreparedDeal.Case("S05"), PreparedDeal.Default("C01", 2));
        var sheets = CashflowWorkbook.Sheets(deal.Deal, deal.Scenario, deal.Run, new());
        Assert.Contains(sheets[0].Cells, c => c.Value.Text?.StartsWith("资产 C01：", StringComparison.Ordinal) == true);
        var pool = sheets.First(s => s.Name == "资产");
        var marked = pool.Cells.Where(c => c.Column == 15 && c.Value.Text == "数值").Select(c => pool.Find(c.Row, 1)!.Value.Text).Distinct();
        Assert.Equal(["C01"], marked);
    }
}
