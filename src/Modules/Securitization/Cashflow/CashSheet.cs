using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Platform.Office.Workbooks;
using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>现金流: the table that is read, printed and checked.</summary>
internal sealed class CashSheet
{
    public const int HeadRow = 4;

    private readonly Dictionary<string, int> columns = [];
    private readonly Dictionary<string, int> side = [];
    private readonly CashTable table;
    private readonly DealRun run;

    /// <param name="run">The run.</param>
    /// <param name="table">Its columns.</param>
    /// <param name="language">Language of the headings.</param>
    /// <param name="live">Whether the payments are formulas.</param>
    public CashSheet(DealRun run, CashTable table, Language language, bool live)
    {
        (this.run, this.table, Live) = (run, table, live);
        Sheet = new(new Words("现金流", "Cash flow").In(language), language) { Frozen = (HeadRow, 2), RepeatRows = HeadRow };
        Sheet.Say(1, 1, run.Deal.Definition.Name, CellStyle.Title);
        Sheet.Say(2, 1, live
            ? new("金额单位：元。各列为公式；改动“参数”“资产”中的浅黄底单元格后重新计算。校验列必须为 0。", "Yuan. The columns are formulas: change shaded cells of the terms and of the pool and recalculate. The check must be 0.")
            : new Words("金额单位：元。标“数值”的各列取自测算结果，不随参数变化；校验列为公式，必须为 0。", "Yuan. Columns marked 'value' are the run's figures and do not follow the terms; the check is a formula and must be 0."), CellStyle.Note);
        Sheet.Spans.Add((2, 1, Math.Min(12, table.Columns.Count)));
        Carry = new(new Words("结转底稿", "Carried").In(language), language) { Frozen = (HeadRow, 2), RepeatRows = HeadRow };
        Carry.Say(1, 1, new("结转底稿：期与期之间结转的状态", "Carried: the state between dates"), CellStyle.Title);
        Heads();
    }

    public LiveSheet Sheet { get; }

    /// <summary>What the dates hand on to each other: modes, amounts left unpaid, draws so far.</summary>
    public LiveSheet Carry { get; }

    public bool Live { get; }

    public int LastRow => HeadRow + run.Deal.PeriodCount;

    public bool Has(string key) => columns.ContainsKey(key);

    public int Column(string key) => columns[key];

    public LiveCell At(string key, int k) => Sheet.Find(HeadRow + 1 + k, columns[key])!;

    private void Heads()
    {
        Carry.Say(HeadRow, 1, new("期次", "No."), CellStyle.Header);
        Carry.Say(HeadRow, 2, new("日期", "Date"), CellStyle.Header);
        foreach (var (k, period) in run.Deal.Periods.Index())
        {
            Carry.Put(HeadRow + 1 + k, 1, period.Number, CellStyle.Whole);
            Carry.Day(HeadRow + 1 + k, 2, period.Date);
        }

        var group = (CashGroup?)null;
        foreach (var (n, column) in table.Columns.Index())
        {
            columns[column.Key] = n + 1;
            Sheet.Say(HeadRow - 1, n + 1, column.Group == group ? new Words("", "") : CashTable.Title(column.Group), CellStyle.Header);
            var value = !Live && column.Group > CashGroup.Collected && column.Key != "check";
            Sheet.Say(HeadRow, n + 1, value ? column.Heading.And(new("数值", "value")) : column.Heading, CellStyle.Header);
            group = column.Group;
        }

        foreach (var (n, column) in table.Columns.Index().Where(c => c.Item.Key == "check"))
        {
            var letters = CellAddress.Letters(n + 1);
            Sheet.Marks.Add(($"{letters}{HeadRow + 1}:{letters}{LastRow + 1}", $"{letters}{HeadRow + 1}<>0", CellStyle.Bad));
        }
    }

    /// <summary>Writes the run's figure of a column on a date.</summary>
    public LiveCell Value(string key, int k) => Sheet.Put(HeadRow + 1 + k, columns[key], Figure(key, k), Style(key));

    /// <summary>Writes a formula of a column on a date.</summary>
    public LiveCell Formula(string key, int k, Formula formula) => Sheet.Live(HeadRow + 1 + k, columns[key], formula, Style(key));

    public CellValue Figure(string key, int k) => table.Columns[columns[key] - 1].Of(k);

    private CellStyle Style(string key) => table.Columns[columns[key] - 1].Style;

    /// <summary>A column of what is carried from date to date, on a sheet of its own.</summary>
    public LiveCell Side(string key, Words heading, int k, Formula formula, CellStyle style = CellStyle.Whole)
    {
        if (!side.TryGetValue(key, out var column))
        {
            column = side[key] = side.Count + 3;
            Carry.Say(HeadRow, column, heading, CellStyle.Header);
        }

        return Carry.Live(HeadRow + 1 + k, column, formula, style);
    }

    /// <summary>What came in less what went out; released reserves come in, carried cash goes on.</summary>
    public void Check(int k)
    {
        List<Formula> plus = [At("interest", k), At("principal", k), At("recovery", k)];
        var minus = new List<Formula>();
        foreach (var column in table.Columns)
        {
            if (column.Group == CashGroup.Drawn || column.Key.EndsWith(".release", StringComparison.Ordinal))
            {
                plus.Add(At(column.Key, k));
            }
            else if (column.Group == CashGroup.Paid)
            {
                minus.Add(At(column.Key, k));
            }
        }

        Formula("check", k, Net(At("opening", k), plus, [.. minus, At("carried", k)]));
    }

    /// <summary>The row of totals.</summary>
    public void Totals()
    {
        var row = LastRow + 1;
        Sheet.Say(row, 1, new("合计", "Total"), CellStyle.TotalText);
        foreach (var (n, column) in table.Columns.Index().Skip(1))
        {
            if (column.Summed)
            {
                Sheet.Live(row, n + 1, Fen(Sum(At(column.Key, 0), At(column.Key, run.Deal.PeriodCount - 1))), column.Key == "check" ? CellStyle.Check : CellStyle.Total);
            }
            else
            {
                Sheet.Put(row, n + 1, "", CellStyle.TotalText);
            }
        }
    }

    /// <summary>Whether every figure of the table is the run's.</summary>
    public bool Agrees() => table.Columns.All(column => Enumerable.Range(0, run.Deal.PeriodCount).All(k => Same(At(column.Key, k).Value, column.Of(k))));

    private static bool Same(CellValue live, CellValue figure) =>
        live.Text == figure.Text && decimal.Round(live.Number, 12) == decimal.Round(figure.Number, 12);
}
