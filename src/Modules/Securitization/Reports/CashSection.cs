using Zhirong.Engine.Waterfall.Run;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Office.Reports.Charts;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>现金流: where the money of every period went; the chart, its figures to the fen, and every line.</summary>
internal static class CashSection
{
    /// <summary>For the six uses in their order: grey for fees, dark to light for securities, a warm one for reserves.</summary>
    private static readonly string[] Palette = ["#7f7f7f", "#6f94c8", "#1f3864", "#9dc3e6", "#c9dcf2", "#d8a657"];

    public static IReadOnlyList<ReportBlock> Of(ReportInput input, Wording wording)
    {
        var run = new RunFigures(input.Run);
        var blocks = new List<ReportBlock>();
        if (input.BaseRun is not null)
        {
            blocks.Add(wording.Body($"本节为情景“{ReportContents.Scenario(input, wording)}”下的现金流；与基准的对照见情景一节。", $"Cash flows under the scenario “{ReportContents.Scenario(input, wording)}”; compared with the base in the section on the scenario."));
        }

        blocks.Add(Chart(run, wording));
        if (run.Periods > 1)
        {
            blocks.Add(ByPeriod(run, wording));
        }

        blocks.Add(ByLine(run, wording));
        blocks.Add(wording.Note("校验 = 期初结转 + 回收款 + 增信提取 + 储备释放 − 全部支付 − 期末结转，以分计算，每期应为 0.00。金额按未顺延日期计算，支付日按交易日历顺延；标“暂定”的支付日所需年份的节假日尚未公布。",
            "Check = carried in + collected + drawn + released − all payments − carried on, in fen; 0.00 on every date. Amounts use unrolled dates, payments the rolled ones; a payment date marked provisional needs a year whose holidays are not published."));
        return blocks;
    }

    /// <summary>六类资金去向.</summary>
    private static List<(string Title, Func<int, long> Fen)> Uses(RunFigures run, Wording wording)
    {
        List<(string, Func<int, long>)> uses =
        [
            (wording.T("税费", "Taxes and fees"), k => run.Sum(k, LineKind.Tax) + run.Sum(k, LineKind.Fee)),
            (wording.T("证券利息", "Interest"), k => run.Sum(k, LineKind.Interest)),
            (wording.T("优先档本金", "Senior principal"), k => run.Sum(k, LineKind.Principal, owner => !run.Residual(owner))),
            (wording.T("次级本金", "Subordinated principal"), k => run.Sum(k, LineKind.Principal, run.Residual)),
            (wording.T("剩余收益", "Residual"), k => run.Sum(k, LineKind.Residual)),
            (wording.T("储备与偿还增信", "Reserves and support repaid"), k => run.Sum(k, LineKind.Fund) + run.Sum(k, LineKind.Repay)),
        ];
        return uses;
    }

    private static StackedColumns Chart(RunFigures run, Wording wording)
    {
        var periods = Enumerable.Range(0, run.Periods).ToList();
        return new()
        {
            Title = wording.T("分期资金去向（单位：万元）", "Where the money of each period goes (CNY 10,000)"),
            Unit = wording.T("万元", "CNY 10,000"),
            Labels = [.. periods.Select(k => $"{Wording.Iso(run.Run.Deal.Periods[k].Date)[..7]}")],
            Series = [.. Uses(run, wording).Select((use, i) => new ChartSeries(use.Title, Palette[i], [.. periods.Select(k => (decimal?)(use.Fen(k) / 1_000_000m))])).Where(series => series.Values.Any(value => value != 0))],
            FiguresBeside = true,
        };
    }

    private static ReportTable ByPeriod(RunFigures run, Wording wording)
    {
        List<(string Title, Func<int, long> Fen)> columns =
        [
            (wording.T("回收款", "Collected"), run.Collected),
            (wording.T("增信提取与储备释放", "Drawn and released"), k => run.Drawn(k) + run.Sum(k, LineKind.Release)),
            .. Uses(run, wording),
            (wording.T("期末结转", "Carried on"), k => run.Run.Period(k).Carried),
            (wording.T("校验", "Check"), k => run.Run.Period(k).Check),
        ];
        var rows = Enumerable.Range(0, run.Periods).Select(k => new ReportRow(RowRole.Plain,
        [
            $"{k + 1}", Wording.Iso(run.Run.Deal.Periods[k].Date), PayDate(run, k, wording), Mode(run, k, wording), .. columns.Select(column => Cell(column.Fen(k))),
        ])).ToList();
        rows.Add(new(RowRole.Total,
        [
            wording.T("合计", "Total"), "", "", "",
            .. columns.Select((column, i) => Cell(i == columns.Count - 2 ? column.Fen(run.Periods - 1) : Enumerable.Range(0, run.Periods).Sum(column.Fen))),
        ]));
        return new()
        {
            Title = wording.T($"分期收付（{wording.YuanUnit}）", $"Receipts and payments by period ({wording.YuanUnit})"),
            Columns =
            [
                new(wording.T("期", "No."), ColumnKind.Code), new(wording.T("日期", "Date"), ColumnKind.Date), new(wording.T("支付日", "Paid on"), ColumnKind.Date), new(wording.T("状态", "Mode"), ColumnKind.Text),
                .. columns.Select(column => new ReportColumn(column.Title, ColumnKind.Figure)),
            ],
            Rows = rows,
            Keep = 2,
        };

        ReportCell Cell(long fen) => Wording.YuanCell(fen);
    }

    private static ReportCell PayDate(RunFigures run, int k, Wording wording)
    {
        var period = run.Run.Deal.Periods[k];
        return period.Provisional ? new($"{Wording.Iso(period.PayDate)}{wording.T("暂定", " prov.")}", CellMark.Marked) : new(Wording.Iso(period.PayDate));
    }

    private static ReportCell Mode(RunFigures run, int k, Wording wording)
    {
        var mode = run.Run.Period(k).Mode;
        return new(ReportTerms.Act(Engine.Waterfall.Terms.OrderModes.Word(mode), wording), mode == Engine.Waterfall.Terms.OrderMode.Normal ? CellMark.None : CellMark.Marked);
    }

    /// <summary>Every line of the order, periods across: 万元 by period, 元 to the fen in all.</summary>
    private static ReportTable ByLine(RunFigures run, Wording wording)
    {
        var periods = Enumerable.Range(0, run.Periods).ToList();
        var rows = new List<ReportRow> { Group(wording.T("流入", "In")) };
        Add(wording.T("期初结转", "Carried in"), k => run.Run.Period(k).Opening, fen => fen[0]);
        Add(wording.T("利息回收款", "Interest collected"), k => run.Run.Period(k).Interest);
        Add(wording.T("本金回收款", "Principal collected"), k => run.Run.Period(k).Principal);
        Add(wording.T("违约后回收", "Recoveries"), k => run.Run.Period(k).Recovery);
        var supports = run.Run.Deal.Definition.Supports;
        for (var s = 0; s < supports.Count; s++)
        {
            var (index, name) = (s, SupportName(supports[s], wording));
            Add(wording.T($"{name}提取", $"{name} drawn"), k => run.Run.DrawnFen(k, index));
        }

        foreach (var line in run.Lines.Where(l => l.Kind == LineKind.Release))
        {
            Add(Title(line, wording), k => run.Paid(k, line.Line));
        }

        Add(wording.T("流入合计", "In, total"), run.In, fen => fen.Select((f, k) => f - (k == 0 ? 0 : run.Run.Period(k).Opening)).Sum(), RowRole.Total);
        rows.Add(Group(wording.T("流出", "Out")));
        foreach (var line in run.Lines.Where(l => l.Kind != LineKind.Release && !Idle(run, l)))
        {
            Add(Title(line, wording), k => run.Paid(k, line.Line));
        }

        Add(wording.T("期末结转", "Carried on"), k => run.Run.Period(k).Carried, fen => fen[^1]);
        Add(wording.T("流出合计", "Out, total"), run.Out, fen => fen.Select((f, k) => f - (k == fen.Count - 1 ? 0 : run.Run.Period(k).Carried)).Sum(), RowRole.Total);
        Add(wording.T("校验", "Check"), k => run.Run.Period(k).Check, null, RowRole.Total);
        if (periods.Exists(k => run.Unpaid(k) > 0))
        {
            Add(wording.T("当期应付未付", "Due and unpaid"), run.Unpaid, fen => fen[^1], RowRole.Plain, CellMark.Alarm);
        }

        rows.Add(Group(wording.T("期末余额", "Balances at the end")));
        var tranches = run.Run.Deal.Definition.Tranches;
        for (var t = 0; t < tranches.Count; t++)
        {
            var index = t;
            Add(wording.Name(tranches[t].Name?.Zh ?? tranches[t].Id, tranches[t].Name?.En ?? "", tranches[t].Id), k => run.Run.BalanceFen(k, index), fen => fen[^1]);
        }

        for (var s = 0; s < supports.Count; s++)
        {
            var (index, reserve) = (s, supports[s].Kind == Engine.Waterfall.Terms.SupportKind.CashReserve);
            Add($"{SupportName(supports[s], wording)}{(reserve ? "" : wording.T("追偿权", " claim"))}", k => run.Run.SupportFen(k, index), fen => fen[^1]);
        }

        return new()
        {
            Title = wording.T("逐项现金流（分期单位：万元；末列单位：元）", "Cash flows line by line (periods: CNY 10,000; last column: CNY)"),
            Columns =
            [
                new(wording.T("项目", "Line"), ColumnKind.Text), .. periods.Select(k => new ReportColumn(wording.T($"第{k + 1}期 ", $"No. {k + 1} ") + Wording.Iso(run.Run.Deal.Periods[k].Date), ColumnKind.Figure)),
                new(wording.T("合计或期末（元）", "In all or at the end (CNY)"), ColumnKind.Figure),
            ],
            Rows = rows,
        };

        void Add(string title, Func<int, long> fen, Func<List<long>, long>? total = null, RowRole role = RowRole.Plain, CellMark mark = CellMark.None)
        {
            var amounts = periods.ConvertAll(k => fen(k));
            rows.Add(new(role, [title, .. amounts.Select(a => Marked(Wording.WanCell(a), a, mark)), Marked(Wording.YuanCell(total?.Invoke(amounts) ?? amounts.Sum()), 1, mark)]));
        }

        ReportRow Group(string title) => new(RowRole.Group, [title]);

        static ReportCell Marked(ReportCell cell, long fen, CellMark mark) => mark == CellMark.None || fen == 0 ? cell : cell with { Mark = mark };
    }

    /// <summary>A line of a tranche that its terms never use: the residual of a senior tranche, the interest of one without a coupon.</summary>
    private static bool Idle(RunFigures run, LineTitle line)
    {
        var tranche = run.Run.Deal.Definition.Tranches.FirstOrDefault(t => t.Id == line.Owner);
        return tranche is not null && (line.Kind == LineKind.Residual ? !tranche.Residual : line.Kind == LineKind.Interest && tranche.Coupon == 0) && run.PaidInAll(line.Line) == 0;
    }

    private static string SupportName(Engine.Waterfall.Terms.SupportTerms support, Wording wording) => wording.Name(support.Name?.Zh ?? support.Id, support.Name?.En ?? "", support.Id);

    private static string Title(LineTitle line, Wording wording) => Wording.Plain(wording.T(line.Title));
}
