using System.Globalization;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Modules.Securitization.Analysis;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>增信与触发: who makes up for what, what changes the order, and what happened in the run.</summary>
internal static class SupportSection
{
    public static IReadOnlyList<ReportBlock> Of(ReportInput input, Wording wording)
    {
        var run = new RunFigures(input.Run);
        List<ReportBlock> blocks =
        [
            input.Outline.Supports.Count == 0 ? wording.Body("除内部分层外，交易文本未设增信措施。", "The deal has no support beside subordination.") : Supports(input, run, wording),
            input.Outline.Triggers.Count == 0 ? wording.Body("交易文本未设触发事件。", "The deal has no triggers.") : Triggers(input, wording),
        ];
        if (input.Outline.Triggers.Count > 0)
        {
            blocks.Add(wording.Note("触发户数：自第 1 期起、违约后无回收，依未偿本金从大到小停止支付多少户时触发；占比为这些户占资产池的比例；按无情景的条款计算。", "Names to trip: how many of the largest obligors must stop paying from the first date on, with nothing recovered, before it fires; the share is theirs of the pool. Computed on the terms without a scenario."));
        }

        blocks.AddRange(Fired(input, wording));
        return blocks;
    }

    /// <summary>A limit in 万元; a reserve's target.</summary>
    public static string Limit(SupportView support, Wording wording)
    {
        var amount = support.Limit is null ? wording.T("不设上限", "unlimited") : ReportContents.Amount(Wording.Fen(support.Limit), wording);
        return support.Kind == "cash_reserve" ? wording.T($"目标 {amount}", $"target {amount}") : support.Limit is null ? amount : wording.T($"上限 {amount}", $"up to {amount}");
    }

    private static ReportTable Supports(ReportInput input, RunFigures run, Wording wording)
    {
        var rows = input.Outline.Supports.Select(s =>
        {
            var index = run.Support(s.Id);
            var drawn = index < 0 ? 0 : Enumerable.Range(0, run.Periods).Sum(k => run.Run.DrawnFen(k, index));
            var filled = run.PaidInAll($"{s.Id}.repay") + run.PaidInAll($"{s.Id}.fund");
            return new ReportRow(RowRole.Plain,
            [
                wording.Name(s.NameZh, s.NameEn, s.Id), ReportTerms.SupportKind(s.Kind, wording), Wording.Plain(s.Provider), Limit(s, wording),
                Covers(input, s, wording),
                Wording.YuanCell(drawn), Wording.YuanCell(filled), Wording.YuanCell(index < 0 ? 0 : run.Run.SupportFen(run.Periods - 1, index)),
            ]);
        });
        return new()
        {
            Title = wording.T($"增信措施（{wording.YuanUnit}）", $"Supports ({wording.YuanUnit})"),
            Columns =
            [
                new(wording.T("措施", "Support"), ColumnKind.Text), new(wording.T("种类", "Kind"), ColumnKind.Text), new(wording.T("提供方", "Provider"), ColumnKind.Text), new(wording.T("限额", "Limit"), ColumnKind.Text), new(wording.T("覆盖范围", "Covers"), ColumnKind.Text),
                new(wording.T("提取合计", "Drawn"), ColumnKind.Figure), new(wording.T("偿还或补足合计", "Repaid or funded"), ColumnKind.Figure), new(wording.T("期末余额或追偿权", "Balance or claim"), ColumnKind.Figure),
            ],
            Rows = [.. rows],
        };
    }

    /// <summary>The lines covered, and in which orders of payment.</summary>
    private static string Covers(ReportInput input, SupportView support, Wording wording)
    {
        var lines = input.Outline.Lines.ToDictionary(l => l.Name, l => Wording.Plain(wording.En ? l.En : l.Zh));
        var covers = wording.List(support.Covers.Select(c => ReportTerms.CoverGroup(c, wording) ?? lines.GetValueOrDefault(c, Wording.Plain(c))));
        var modes = input.Deal.Definition.Supports.First(s => s.Id == support.Id).DrawIn.Select(mode => wording.T(mode.Title())).ToList();
        return modes.Count == 0 ? covers : wording.T($"{covers}（{wording.List(modes)}顺序下自动提取）", $"{covers} (drawn by itself in the order: {wording.List(modes)})");
    }

    private static ReportTable Triggers(ReportInput input, Wording wording)
    {
        var fired = input.Run.FiredTriggers;
        var unknown = RunWarnings.Of(input.Run).Where(w => w.Code == "TRG-0101").Select(w => w.Path).ToHashSet();
        var rows = input.Outline.Triggers.Select(t =>
        {
            var trip = input.Analysis.Trips.FirstOrDefault(x => x.Trigger == t.Id);
            return new ReportRow(RowRole.Plain,
            [
                wording.Name(t.NameZh, t.NameEn, t.Id), Wording.Plain(t.When), ReportTerms.Act(t.Then, wording),
                trip?.Names == 0 ? wording.T("无违约即触发", "without a default") : ReportTerms.Names(trip?.Names, wording.T("不触发", "never"), wording), Wording.Percent(trip?.Share), State(t.Id),
            ]);
        });
        return new()
        {
            Title = wording.T("触发事件", "Triggers"),
            Columns =
            [
                new(wording.T("事件", "Trigger"), ColumnKind.Text), new(wording.T("条件", "Condition"), ColumnKind.Text), new(wording.T("后果", "Consequence"), ColumnKind.Text),
                new(wording.T("触发户数", "Names to trip"), ColumnKind.Figure), new(wording.T("占比", "Share"), ColumnKind.Figure), new(wording.T("本次运行", "In this run"), ColumnKind.Text),
            ],
            Rows = [.. rows],
        };

        ReportCell State(string id)
        {
            var first = fired.FirstOrDefault(f => f.Trigger == id);
            return first.Trigger is not null
                ? new(wording.T($"第 {first.Period} 期触发", $"fired on date {first.Period}"), CellMark.Marked)
                : unknown.Contains($"triggers.{id}.when") ? new(wording.T("事实未知，待核实", "facts unknown, to be verified"), CellMark.Marked) : new(wording.T("未触发", "did not fire"));
        }
    }

    private static IEnumerable<ReportBlock> Fired(ReportInput input, Wording wording)
    {
        var fired = input.Run.FiredTriggers;
        if (fired.Count == 0)
        {
            yield return wording.Body("本次运行没有触发事件。", "No trigger fired in this run.");
        }

        foreach (var (period, trigger, reason) in fired)
        {
            var view = input.Outline.Triggers.FirstOrDefault(t => t.Id == trigger);
            var name = view is null ? trigger : wording.Name(view.NameZh, view.NameEn, view.Id);
            var date = Wording.Iso(input.Run.Deal.Periods[period - 1].Date);
            yield return wording.Body($"第 {period} 期（{date}）{name}触发：{Wording.Plain(reason)}", string.Create(CultureInfo.InvariantCulture, $"Date {period} ({date}): {name} fired: {Wording.Plain(reason)}"));
        }
    }
}
