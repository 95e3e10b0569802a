using System.Globalization;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>情景: what is supposed, and the base beside it with the differences marked.</summary>
internal static class ScenarioSection
{
    private const int MostEvents = 30;

    public static IReadOnlyList<ReportBlock> Of(ReportInput input, Wording wording)
    {
        var (before, after) = (new RunFigures(input.BaseRun!), new RunFigures(input.Run));
        return
        [
            .. Supposed(input, wording),
            Tranches(input, before, after, wording),
            Periods(before, after, wording),
            Fired(input, wording),
            wording.Note("情景列中底色加粗的数字与基准不同；差额 = 情景 − 基准。", "Figures of the scenario in bold on a ground differ from the base; difference = scenario − base."),
        ];
    }

    private static IEnumerable<ReportBlock> Supposed(ReportInput input, Wording wording)
    {
        yield return wording.Body($"情景“{ReportContents.Scenario(input, wording)}”与基准对照如下。", $"The scenario “{ReportContents.Scenario(input, wording)}” beside the base.");
        if (input.Scenario is not { } scenario)
        {
            yield break;
        }

        List<string> events =
        [
            .. scenario.Defaults.Select(d => wording.T($"{Wording.Plain(d.Obligor)} 自第 {d.Period} 期起停止支付，回收 {Wording.Percent(d.Recovery)}，滞后 {d.Lag} 期", $"{Wording.Plain(d.Obligor)} stops paying from date {d.Period}, recovery {Wording.Percent(d.Recovery)} after {d.Lag} date(s)")),
            .. scenario.Prepayments.Select(p => wording.T($"{Wording.Plain(p.Obligor)} 于第 {p.Period} 期提前还款 {Wording.Percent(p.Share)}", $"{Wording.Plain(p.Obligor)} prepays {Wording.Percent(p.Share)} on date {p.Period}")),
            .. scenario.Assumptions.Select(a => Assumption(a, wording)),
            .. scenario.Facts.Select(f => wording.T($"事实 {f.Key} = {Wording.Plain(f.Value.ToString())}", $"fact {f.Key} = {Wording.Plain(f.Value.ToString())}")),
            .. scenario.Set.Select(s => wording.T($"改设 {Wording.Plain(s.Key)} = {Wording.Plain((s.Value as DocScalar)?.Text ?? "…")}", $"{Wording.Plain(s.Key)} set to {Wording.Plain((s.Value as DocScalar)?.Text ?? "…")}")),
        ];
        if (events.Count > 0)
        {
            var more = events.Count > MostEvents ? wording.T($"；另有 {events.Count - MostEvents} 项", $"; {events.Count - MostEvents} more") : "";
            yield return wording.Body($"设定：{string.Join("；", events.Take(MostEvents))}{more}。", $"Supposed: {string.Join("; ", events.Take(MostEvents))}{more}.");
        }
    }

    private static string Assumption(RateAssumption a, Wording wording)
    {
        var scope = a.Scope == AssumptionScope.Pool ? wording.T("全部资产", "the pool") : Wording.Plain(a.Of);
        return wording.T($"{scope}年违约率 {Rates(a.DefaultRates)}，年早偿率 {Rates(a.PrepaymentRates)}，回收 {Wording.Percent(a.Recovery)}，滞后 {a.Lag} 期",
            $"{scope}: yearly default rate {Rates(a.DefaultRates)}, prepayment rate {Rates(a.PrepaymentRates)}, recovery {Wording.Percent(a.Recovery)} after {a.Lag} date(s)");

        static string Rates(IReadOnlyList<decimal> rates) => rates.Count == 0 ? Wording.None : string.Join(" / ", rates.Select(r => Wording.Percent(r)));
    }

    private static ReportTable Tranches(ReportInput input, RunFigures before, RunFigures after, Wording wording)
    {
        var names = TrancheSection.Names(input, wording);
        var rows = new List<ReportRow>();
        foreach (var id in before.Summary.Select(s => s.Tranche).Union(after.Summary.Select(s => s.Tranche)))
        {
            var (a, b) = (before.Summary.FirstOrDefault(s => s.Tranche == id), after.Summary.FirstOrDefault(s => s.Tranche == id));
            rows.Add(new(RowRole.Group, [names(id)]));
            rows.Add(Amounts(wording.T("利息", "Interest"), a?.Interest.Fen ?? 0, b?.Interest.Fen ?? 0));
            rows.Add(Amounts(wording.T("本金", "Principal"), a?.Principal.Fen ?? 0, b?.Principal.Fen ?? 0));
            rows.Add(Amounts(wording.T("剩余收益", "Residual"), a?.Residual.Fen ?? 0, b?.Residual.Fen ?? 0));
            rows.Add(Amounts(wording.T("最终未付", "Unpaid at the end"), a?.Unpaid.Fen ?? 0, b?.Unpaid.Fen ?? 0));
            rows.Add(Ratio(wording.T("平均期限（年）", "Average life (years)"), a?.AverageLife, b?.AverageLife, value => TrancheSection.Life(value), ""));
            rows.Add(Ratio(wording.T("内部收益率", "IRR"), a?.Irr, b?.Irr, value => Wording.Percent(value), wording.T(" 个百分点", " pp")));
        }

        return new()
        {
            Title = wording.T($"各档对照（{wording.YuanUnit}）", $"Tranches compared ({wording.YuanUnit})"),
            Columns = [new(wording.T("项目", "Item"), ColumnKind.Text), new(wording.T("基准", "Base"), ColumnKind.Figure), new(wording.T("情景", "Scenario"), ColumnKind.Figure), new(wording.T("差额", "Difference"), ColumnKind.Figure)],
            Rows = rows,
        };

        static ReportRow Amounts(string title, long a, long b) => new(RowRole.Plain, [title, Wording.YuanCell(a), a == b ? Wording.YuanCell(b) : new(Wording.Yuan(b), CellMark.Marked), Wording.YuanChange(b - a)]);

        static ReportRow Ratio(string title, decimal? a, decimal? b, Func<decimal?, string> shown, string unit)
        {
            var difference = a is { } x && b is { } y ? y - x : (decimal?)null;
            var sign = difference > 0 && shown(a) != shown(b) ? "+" : "";
            return new(RowRole.Plain, [title, shown(a), new(shown(b), shown(a) == shown(b) ? CellMark.None : CellMark.Marked), new(difference is null ? Wording.None : sign + shown(difference).TrimEnd('%') + unit, difference < 0 ? CellMark.Alarm : CellMark.None)]);
        }
    }

    /// <summary>Periods side by side; a period only one of the runs has is shown against zero.</summary>
    private static ReportTable Periods(RunFigures before, RunFigures after, Wording wording)
    {
        List<(string Title, Func<RunFigures, int, long> Fen)> figures =
        [
            (wording.T("回收款", "Collected"), (run, k) => run.Collected(k)),
            (wording.T("增信提取", "Drawn"), (run, k) => run.Drawn(k)),
            (wording.T("优先档兑付", "Paid to senior"), (run, k) => Paid(run, k, residual: false)),
            (wording.T("次级档兑付", "Paid to residual"), (run, k) => Paid(run, k, residual: true)),
        ];
        var rows = new List<ReportRow>();
        for (var k = 0; k < Math.Max(before.Periods, after.Periods); k++)
        {
            var dates = (k < after.Periods ? after : before).Run.Deal.Periods[k].Date;
            rows.Add(new(RowRole.Plain, [$"{k + 1}", Wording.Iso(dates), .. figures.SelectMany(f => Pair(At(before, f.Fen, k), At(after, f.Fen, k)))]));
        }

        rows.Add(new(RowRole.Total, [wording.T("合计", "Total"), "", .. figures.SelectMany(f => Pair(All(before, f.Fen), All(after, f.Fen)))]));
        return new()
        {
            Title = wording.T($"分期对照（{wording.WanUnit}）", $"Periods compared ({wording.WanUnit})"),
            Columns =
            [
                new(wording.T("期", "No."), ColumnKind.Code), new(wording.T("日期", "Date"), ColumnKind.Date),
                .. figures.SelectMany(f => new ReportColumn[] { new($"{f.Title} {wording.T("基准", "base")}", ColumnKind.Figure), new($"{f.Title} {wording.T("情景", "scenario")}", ColumnKind.Figure) }),
            ],
            Rows = rows,
            Keep = 2,
        };

        static long At(RunFigures run, Func<RunFigures, int, long> fen, int k) => k < run.Periods ? fen(run, k) : 0;

        static long All(RunFigures run, Func<RunFigures, int, long> fen) => Enumerable.Range(0, run.Periods).Sum(k => fen(run, k));

        static ReportCell[] Pair(long a, long b) => [Wording.WanCell(a), a == b ? Wording.WanCell(b) : new(Wording.Wan(b), CellMark.Marked)];
    }

    private static long Paid(RunFigures run, int k, bool residual) =>
        run.Sum(k, LineKind.Interest, owner => run.Residual(owner) == residual) + run.Sum(k, LineKind.Principal, owner => run.Residual(owner) == residual) + run.Sum(k, LineKind.Residual, owner => run.Residual(owner) == residual);

    private static ReportText Fired(ReportInput input, Wording wording)
    {
        return wording.Body($"触发事件：基准 {Told(input.BaseRun!)}；情景 {Told(input.Run)}。", $"Triggers fired: base {Told(input.BaseRun!)}; scenario {Told(input.Run)}.");

        string Told(DealRun run) => run.FiredTriggers.Count == 0 ? wording.T("无", "none") : wording.List(run.FiredTriggers.Select(f =>
        {
            var view = input.Outline.Triggers.FirstOrDefault(t => t.Id == f.Trigger);
            var name = view is null ? f.Trigger : wording.Name(view.NameZh, view.NameEn, view.Id);
            return wording.T($"{name}（第 {f.Period} 期）", string.Create(CultureInfo.InvariantCulture, $"{name} (date {f.Period})"));
        }));
    }
}
