using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>What a column of the cash-flow table is about.</summary>
internal enum CashGroup
{
    Date,
    Collected,
    Due,
    Drawn,
    Paid,
    Balance,
    Close,
}

/// <summary>One column of the cash-flow table with the run's figures.</summary>
/// <param name="Key">Name by which formulas find the column.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Style">How it is shown; money is in yuan.</param>
/// <param name="Of">The run's figure on a zero-based date.</param>
/// <param name="Summed">The totals row adds it up.</param>
internal sealed record CashColumn(string Key, CashGroup Group, Words Heading, CellStyle Style, Func<int, CellValue> Of, bool Summed);

/// <summary>The cash-flow table: one row per payment date, the same columns in the workbook and in the csv file.</summary>
internal sealed class CashTable
{
    private readonly DealRun run;
    private readonly Language language;
    private readonly List<CashColumn> columns = [];

    public CashTable(DealRun run, PaymentPlan plan, Language language)
    {
        (this.run, this.language) = (run, language);
        Dates();
        Collected();
        Lines(plan);
        Balances(plan);
        Money("carried", CashGroup.Close, new("期末结存", "Cash carried"), k => run.Period(k).Carried);
        Money("check", CashGroup.Close, new("校验", "Check"), k => run.Period(k).Check, CellStyle.Check);
    }

    public IReadOnlyList<CashColumn> Columns => columns;

    public static Words Title(CashGroup group) => group switch
    {
        CashGroup.Date => new("兑付日", "Date"),
        CashGroup.Collected => new("资金来源", "Cash in"),
        CashGroup.Due => new("本期应付", "Due"),
        CashGroup.Drawn => new("增信支取", "Drawn on supports"),
        CashGroup.Paid => new("按顺序支付", "Paid, in order"),
        CashGroup.Balance => new("期末余额", "Balances after the date"),
        _ => new("结存与校验", "Carried and check"),
    };

    private void Dates()
    {
        var periods = run.Deal.Periods;
        columns.Add(new("k", CashGroup.Date, new("期次", "No."), CellStyle.Whole, k => periods[k].Number, false));
        columns.Add(new("date", CashGroup.Date, new("日期", "Date"), CellStyle.Date, k => CellDates.Serial(periods[k].Date), false));
        columns.Add(new("payDate", CashGroup.Date, new("兑付日", "Paid on"), CellStyle.Date, k => CellDates.Serial(periods[k].PayDate), false));
        columns.Add(new("days", CashGroup.Date, new("天数", "Days"), CellStyle.Whole, k => periods[k].Days, false));
        columns.Add(new("mode", CashGroup.Date, new("支付顺序", "Order"), CellStyle.General, k => run.Period(k).Mode.Title().In(language), false));
    }

    private void Collected()
    {
        columns.Add(new("opening", CashGroup.Collected, new("期初结存", "Opening cash"), CellStyle.Money, k => Yuan(run.Period(k).Opening), false));
        Money("interest", CashGroup.Collected, new("回收利息", "Interest collected"), k => run.Period(k).Interest);
        Money("principal", CashGroup.Collected, new("回收本金", "Principal collected"), k => run.Period(k).Principal);
        Money("recovery", CashGroup.Collected, new("违约回收款", "Recoveries"), k => run.Period(k).Recovery);
        Money("defaulted", CashGroup.Collected, new("新增违约（非资金）", "Defaulted (no cash)"), k => run.Period(k).Defaulted);
        var pool = run.Deal.Definition.Pool.Obligors.Sum(o => o.Principal.Fen);
        columns.Add(new("ratio", CashGroup.Collected, new("累计违约率", "Cumulative default ratio"), CellStyle.Percent4, k => pool == 0 ? 0 : (decimal)run.Period(k).CumulativeDefaulted / pool, false));
    }

    private void Lines(PaymentPlan plan)
    {
        foreach (var line in plan.Lines.Where(l => l.Owes))
        {
            Money(Due(line.Line), CashGroup.Due, plan.Title(line), k => DueFen(k, line));
        }

        foreach (var i in plan.Draws)
        {
            var support = plan.Deal.Supports[i];
            Money(Drawn(i), CashGroup.Drawn, PaymentPlan.Named(support.Name, support.Id), k => run.DrawnFen(k, i));
        }

        foreach (var line in plan.Lines)
        {
            var index = run.Line(line.Line);
            Money(Paid(line.Line), CashGroup.Paid, plan.Title(line), k => run.PaidFen(k, index));
        }
    }

    private void Balances(PaymentPlan plan)
    {
        foreach (var (t, tranche) in plan.Deal.Tranches.Index())
        {
            var name = PaymentPlan.Named(tranche.Name, tranche.Id);
            Balance(Balance(t), new($"{name.Zh}余额", $"{name.En} balance"), k => run.BalanceFen(k, t));
        }

        foreach (var (i, support) in plan.Deal.Supports.Index())
        {
            var name = PaymentPlan.Named(support.Name, support.Id);
            Balance(Support(i), support.Kind == SupportKind.CashReserve ? new($"{name.Zh}余额", $"{name.En} balance") : new($"{name.Zh}债权", $"{name.En} claim"), k => run.SupportFen(k, i));
        }
    }

    public static string Due(string line) => $"due:{line}";

    public static string Drawn(int support) => $"drawn:{support}";

    public static string Paid(string line) => $"paid:{line}";

    public static string Balance(int tranche) => $"balance:{tranche}";

    public static string Support(int support) => $"support:{support}";

    /// <summary>What a line owed at its first place in the order of the date; 0 where the order did not come to it.</summary>
    private long DueFen(int k, PaymentLine line)
    {
        var reasons = LineReason.Of(run, k + 1, line.Line);
        return !reasons.Ok ? 0 : line.IsPrincipal ? reasons.Value[0].Owed.Fen : reasons.Value[0].Due.Fen;
    }

    private static decimal Yuan(long fen) => fen / 100m;

    private void Money(string key, CashGroup group, Words heading, Func<int, long> fen, CellStyle style = CellStyle.Money) =>
        columns.Add(new(key, group, heading, style, k => Yuan(fen(k)), group != CashGroup.Due && key != "carried"));

    private void Balance(string key, Words heading, Func<int, long> fen) =>
        columns.Add(new(key, CashGroup.Balance, heading, CellStyle.Money, k => Yuan(fen(k)), false));
}
