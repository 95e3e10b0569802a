using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>
/// A deal run as a workbook with live formulas: terms, pool, dues, orders of payment, the cash-flow table with its check, and a
/// reconciliation with the run. Formulas are evaluated before they are written; where they do not give the run's figures to the
/// fen the table holds the figures instead and says so.
/// </summary>
public static class CashflowWorkbook
{
    /// <summary>The workbook's bytes; the same input gives the same bytes.</summary>
    /// <param name="deal">The deal as run.</param>
    /// <param name="scenario">The scenario as run.</param>
    /// <param name="run">Its exact run.</param>
    /// <param name="options">Language, unit, hash.</param>
    public static byte[] Write(ResolvedDeal deal, ResolvedScenario scenario, DealRun run, CashflowOptions options)
    {
        var book = new Workbook { Title = deal.Definition.Name.In(options.Language), Subject = run.Scenario };
        foreach (var sheet in Sheets(deal, scenario, run, options))
        {
            sheet.WriteTo(book);
        }

        return WorkbookWriter.Write(book);
    }

    /// <summary>The sheets, live where they agree with the run.</summary>
    internal static IReadOnlyList<LiveSheet> Sheets(ResolvedDeal deal, ResolvedScenario scenario, DealRun run, CashflowOptions options)
    {
        var plan = new PaymentPlan(deal.Definition);
        var table = new CashTable(run, plan, options.Language);
        var obstacles = plan.Obstacles().ToList();
        if (obstacles.Count == 0)
        {
            try
            {
                var (live, agrees) = Live(deal, scenario, run, options, plan, table);
                if (agrees)
                {
                    return live;
                }
            }
            catch (Exception e) when (e is OverflowException or DivideByZeroException)
            {
                // The figures are too large for the decimals formulas are checked with.
            }

            obstacles.Add(new("公式未能逐分重现测算结果", "the formulas do not give the run's figures to the fen"));
        }

        return Values(deal, run, options, table, obstacles, Pool(deal, scenario, options));
    }

    private static PoolSheet Pool(ResolvedDeal deal, ResolvedScenario scenario, CashflowOptions options) =>
        new(deal, ObligorFlows.Of(deal, scenario), new(deal.Definition.Money.Rounding), options.Language);

    internal static (IReadOnlyList<LiveSheet> Sheets, bool Agrees) Live(ResolvedDeal deal, ResolvedScenario scenario, DealRun run, CashflowOptions options, PaymentPlan plan, CashTable table)
    {
        var pool = Pool(deal, scenario, options);
        var terms = new TermSheet(deal, scenario, plan, options.Language);
        var cash = new CashSheet(run, table, options.Language, live: true);
        var dates = new LiveDates(deal, plan, terms, pool, cash, new(deal.Definition.Money.Rounding), options.Language);
        cash.Totals();
        var check = CheckSheet.Of(deal, table, cash, options.Language);
        return ([GuideSheet.Of(run, options, pool, []), terms.Sheet, pool.Loans, pool.Totals, cash.Sheet, .. InWan(cash, options), dates.Dues, .. dates.Orders, cash.Carry, check], cash.Agrees());
    }

    private static List<LiveSheet> Values(ResolvedDeal deal, DealRun run, CashflowOptions options, CashTable table, IReadOnlyList<Words> obstacles, PoolSheet pool)
    {
        var cash = new CashSheet(run, table, options.Language, live: false);
        for (var k = 0; k < deal.PeriodCount; k++)
        {
            foreach (var column in table.Columns.Where(c => c.Key != "check"))
            {
                cash.Value(column.Key, k);
            }

            cash.Check(k);
        }

        cash.Totals();
        return [GuideSheet.Of(run, options, pool, obstacles), pool.Loans, pool.Totals, cash.Sheet, .. InWan(cash, options), CheckSheet.Of(deal, table, cash, options.Language)];
    }

    /// <summary>The table once more in 万元, every figure a formula of the one in yuan.</summary>
    private static IEnumerable<LiveSheet> InWan(CashSheet cash, CashflowOptions options)
    {
        if (options.Unit != AmountUnit.Wan)
        {
            return [];
        }

        var sheet = new LiveSheet(new Words("现金流（万元）", "Cash flow (10k yuan)").In(options.Language), options.Language) { Frozen = cash.Sheet.Frozen, RepeatRows = cash.Sheet.RepeatRows };
        foreach (var cell in cash.Sheet.Cells)
        {
            var amount = cell.Row > CashSheet.HeadRow && cell.Style is CellStyle.Money or CellStyle.Total or CellStyle.Check && cell.Value.Text is null;
            _ = cell.Row == 2 ? sheet.Say(2, 1, new Words("金额单位：万元，由“现金流”一页除以一万得出。", "Ten thousand yuan: the sheet Cash flow divided by ten thousand."), CellStyle.Note)
                : amount ? sheet.Live(cell.Row, cell.Column, (Formula)cell / 10_000, CellStyle.Wan)
                : cell.Row > CashSheet.HeadRow && cell.Value.Text is null ? sheet.Live(cell.Row, cell.Column, cell, cell.Style)
                : sheet.Put(cell.Row, cell.Column, cell.Value, cell.Style);
        }

        sheet.Spans.AddRange(cash.Sheet.Spans);
        return [sheet];
    }
}
