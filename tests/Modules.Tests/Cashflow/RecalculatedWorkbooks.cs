using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Cashflow;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Cashflow;

/// <summary>The deals of these tests with the workbooks LibreOffice made of them; computed once for all tests.</summary>
public sealed class RecalculatedWorkbooks : IDisposable
{
    private readonly Dictionary<string, PreparedDeal> deals = [];
    private readonly Dictionary<string, byte[]> written = [];
    private readonly IReadOnlyDictionary<string, WorkbookContent> computed;

    public RecalculatedWorkbooks()
    {
        Add("bullet", PreparedDeal.Case("S01"));
        Add("bullet-topup", PreparedDeal.Case("S01"), PreparedDeal.Default("N02", 1, set: "\"triggers.accel.when\": \"support.failed\""));
        Add("bullet-accelerated", PreparedDeal.Case("S01"), PreparedDeal.Default("N02", 1));
        Add("bullet-switched", PreparedDeal.Case("S01"), PreparedDeal.Default("N05", 1, set: "\"support.topup.limit\": \"1000000\""));
        Add("royalties", PreparedDeal.Case("S05"));
        Add("royalties-reserve", PreparedDeal.Case("S05"), PreparedDeal.Default("C08", 5));
        Add("royalties-switched", PreparedDeal.Case("S05"), PreparedDeal.Default("C01", 3, set: "\"support.topup.limit\": \"5000000\", \"triggers.accel.when\": \"pool.cum_default_ratio > 0.20\""));
        Add("royalties-rates", PreparedDeal.Case("S05"), PreparedDeal.Default("C03", 4, ",\"prepayments\":[{\"obligor\":\"C05\",\"period\":3,\"share\":\"0.5\"}],\"assumptions\":[{\"scope\":\"industry:节能环保\",\"cdr\":[\"0.02\"],\"cpr\":[\"0.05\"],\"recovery\":\"0.4\",\"lag\":1}]"));
        Add("bench", PreparedDeal.Bench("deal-11x36"));
        Add("bench-shared", PreparedDeal.Bench("deal-11x36-other-order"), PreparedDeal.Default("L09", 7));
        Add("odd", OddDeals.Shared("half_up"));
        Add("odd-even", OddDeals.Shared("half_even"), PreparedDeal.Default("D1", 2, ",\"facts\":{\"servicer.rating\":\"A+\"}"));
        Add("odd-down", OddDeals.Shared("down"), PreparedDeal.Default("D1", 1));
        Add("ties", OddDeals.Ties("half_up"));
        Add("ties-even", OddDeals.Ties("half_even"));
        Add("ties-down", OddDeals.Ties("down"));
        Add("crowd", OddDeals.Crowd);

        // Copies whose inputs were changed by hand, each beside the deal that says the same.
        var changed = written["royalties"];
        foreach (var (sheet, address, value) in ((string, string, decimal)[])[("参数", "D9", 0.0455m), ("参数", "C17", 0.0025m), ("参数", "E22", 3_000_000m), ("参数", "E44", 9.11m), ("资产", "C6", 31_234_567.89m), ("资产", "D7", 0.0615m)])
        {
            changed = Recalculation.WithInput(changed, sheet, address, value);
        }

        written["changed"] = changed;
        deals["changed"] = new(PreparedDeal.Case("S05")
            .Replace("coupon: 0.0420", "coupon: 0.0455", StringComparison.Ordinal)
            .Replace("basis: A.balance, rate: 0.0010", "basis: A.balance, rate: 0.0025", StringComparison.Ordinal)
            .Replace("target: 2000000.00", "target: 3000000.00", StringComparison.Ordinal)
            .Replace("[8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33,", "[8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 9.11,", StringComparison.Ordinal)
            .Replace("8.33, 8.33, 8.37]", "8.33, 7.55, 8.37]", StringComparison.Ordinal)
            .Replace("{id: C03, principal: 30000000,", "{id: C03, principal: 31234567.89,", StringComparison.Ordinal)
            .Replace("{id: C04, principal: 30000000,", "{id: C04, principal: 30000000, contract: {amort: level, rate: 0.0615},", StringComparison.Ordinal));
        written["changed"] = Recalculation.WithInput(written["changed"], "参数", "E46", 7.55m);
        written["broken"] = Recalculation.WithBrokenFormula(written["royalties"], "应付底稿", "F7");
        deals["broken"] = new(PreparedDeal.Case("S05"));
        computed = Recalculation.Of(written);
    }

    private void Add(string name, string text, string? scenario = null)
    {
        deals[name] = new(text, scenario);
        written[name] = deals[name].Workbook();
    }

    internal PreparedDeal Deal(string name) => deals[name];

    internal WorkbookContent Computed(string name) => computed[name];

    /// <summary>Every figure of the table that is not the run's to the fen.</summary>
    internal IReadOnlyList<string> Differences(string name)
    {
        var cells = computed[name].Sheets.First(s => s.Name == "现金流").Cells.ToDictionary(c => (c.Row, c.Column));
        var (deal, found) = (deals[name], new List<string>());
        for (var k = 0; k < deal.Deal.PeriodCount; k++)
        {
            foreach (var (n, column) in deal.Table.Columns.Index())
            {
                var (figure, cell) = (column.Of(k), cells[(CashSheet.HeadRow + 1 + k, n + 1)]);
                var same = figure.Text is { } text ? text == cell.Text
                    : cell.Kind == ReadKind.Date ? cell.Text == CellDates.Day(figure.Number, from1904: false)!.Value.ToString("yyyy-MM-dd")
                    : cell.Kind == ReadKind.Number && decimal.Parse(cell.Text) is var number && decimal.Round(number, 12) == decimal.Round(figure.Number, 12);
                if (!same)
                {
                    found.Add($"{k + 1} {column.Key}: {cell.Kind} {cell.Text} instead of {figure.Text}{Money.FenText((long)(figure.Number * 100))}");
                }
            }
        }

        return found;
    }

    public void Dispose()
    {
        foreach (var deal in deals.Values)
        {
            deal.Dispose();
        }
    }
}
