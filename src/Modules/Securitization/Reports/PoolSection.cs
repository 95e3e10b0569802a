using System.Globalization;
using Zhirong.Modules.Securitization.Analysis;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>基础资产: obligors, concentration, limits.</summary>
internal static class PoolSection
{
    /// <summary>Obligors listed one by one; the rest is summed.</summary>
    public const int MostRows = 60;

    public static IReadOnlyList<ReportBlock> Of(ReportInput input, Wording wording)
    {
        var blocks = new List<ReportBlock> { Obligors(input, wording), Concentration(input.Analysis.Concentration, wording), Industries(input, wording), Kinds(input, wording) };
        blocks.Add(input.Analysis.Limits.Count == 0 ? wording.Body("交易文本未设资产池分散度限额。", "The deal sets no limits on the pool's concentration.") : Limits(input, wording));
        if (input.Deal.Definition.Pool.Eligibility is { Count: > 0 } standards)
        {
            var list = wording.List(standards.Select(s => ReportTerms.Standard(s, wording)));
            blocks.Add(wording.Body($"合格标准：{list}。", $"Eligibility: {list}."));
        }

        return blocks;
    }

    private static ReportTable Obligors(ReportInput input, Wording wording)
    {
        var pool = input.Outline.Obligors.Select((view, i) => (View: view, Terms: input.Deal.Definition.Pool.Obligors[i])).OrderByDescending(o => o.Terms.Principal.Fen).ThenBy(o => o.View.Id, StringComparer.Ordinal).ToList();
        var total = pool.Sum(o => o.Terms.Principal.Fen);
        var named = pool.Exists(o => o.View.Name is not null);
        var counted = pool.Exists(o => o.View.Rights is not null);
        var (shown, rest) = (pool.Take(MostRows).ToList(), pool.Skip(MostRows).ToList());
        var rows = shown.Select(o => Row(RowRole.Plain, o.View.Id, o.View.Name, o.View.Industry, o.Terms.Principal.Fen, o.View.Share, o.Terms.Contract.Rate, o.View.Rights)).ToList();
        if (rest.Count > 0)
        {
            rows.Add(Row(RowRole.Plain, wording.T($"其余 {rest.Count} 户", $"{rest.Count} others"), null, null, rest.Sum(o => o.Terms.Principal.Fen), DealAnalysis.Share(rest.Sum(o => o.Terms.Principal.Fen), total), null, Rights(rest)));
        }

        rows.Add(Row(RowRole.Total, wording.T("合计", "Total"), "", "", total, DealAnalysis.Share(total, total), null, Rights(pool)));
        return new()
        {
            Title = wording.T($"债务人（{wording.YuanUnit}）", $"Obligors ({wording.YuanUnit})"),
            Columns =
            [
                new(wording.T("债务人", "Obligor"), ColumnKind.Code), .. named ? [new ReportColumn(wording.T("名称", "Name"), ColumnKind.Text)] : Array.Empty<ReportColumn>(), new(wording.T("行业", "Industry"), ColumnKind.Text),
                new(wording.T("未偿本金", "Principal"), ColumnKind.Figure), new(wording.T("占比", "Share"), ColumnKind.Figure), new(wording.T("利率", "Rate"), ColumnKind.Figure),
                .. counted ? [new ReportColumn(wording.T("权利（项）", "Rights"), ColumnKind.Figure)] : Array.Empty<ReportColumn>(),
            ],
            Rows = rows,
        };

        ReportRow Row(RowRole role, string id, string? name, string? industry, long principal, string share, decimal? rate, int? rights) => new(role,
        [
            Wording.Plain(id), .. named ? [Blank(name)] : Array.Empty<ReportCell>(), Blank(industry), Wording.YuanCell(principal), Wording.Percent(share),
            rate is { } r ? Wording.Rate(r) : "",
            .. counted ? [rights?.ToString(CultureInfo.InvariantCulture) ?? wording.Unknown] : Array.Empty<ReportCell>(),
        ]);

        static string Blank(string? text) => text?.Length == 0 ? "" : Wording.Plain(text);

        static int? Rights(IEnumerable<(ObligorView View, Engine.Waterfall.Terms.ObligorTerms Terms)> obligors) => obligors.Any(o => o.View.Rights is not null) ? obligors.Sum(o => o.View.Rights ?? 0) : null;
    }

    private static ReportFacts Concentration(ConcentrationView view, Wording wording) => new(
    [
        new(wording.T("最大单户占比", "Largest obligor"), Wording.Percent(view.LargestShare)),
        new(wording.T("前五户占比", "Five largest"), Wording.Percent(view.TopFiveShare)),
        new(wording.T("赫芬达尔指数（HHI）", "Herfindahl index"), Wording.Number(view.Hhi).ToString("0.0000", CultureInfo.InvariantCulture)),
        new(wording.T("有效户数（1÷HHI）", "Effective number (1÷HHI)"), view.EffectiveCount),
    ]);

    private static ReportTable Industries(ReportInput input, Wording wording)
    {
        var rows = input.Analysis.Concentration.ByIndustry.Take(MostRows).Select(slice => new ReportRow(RowRole.Plain,
        [
            Wording.Plain(slice.Key), slice.Count?.ToString(CultureInfo.InvariantCulture) ?? Wording.None,
            slice.Amount is null ? Wording.None : Wording.YuanCell(Wording.Fen(slice.Amount)), Wording.Percent(slice.Share),
        ]));
        return new()
        {
            Title = wording.T($"行业集中度（{wording.YuanUnit}）", $"Concentration by industry ({wording.YuanUnit})"),
            Columns = [new(wording.T("行业", "Industry"), ColumnKind.Text), new(wording.T("户数", "Obligors"), ColumnKind.Figure), new(wording.T("未偿本金", "Principal"), ColumnKind.Figure), new(wording.T("占比", "Share"), ColumnKind.Figure)],
            Rows = [.. rows],
        };
    }

    private static ReportBlock Kinds(ReportInput input, Wording wording)
    {
        var kinds = input.Analysis.Concentration.ByIpKind;
        if (kinds.Count == 0)
        {
            return wording.Body("交易文本未载明知识产权类别，类别集中度待核实。", "The deal does not state the kinds of rights; concentration by kind is to be verified.");
        }

        if (kinds.All(kind => kind is { Amount: null, Count: null, Share: null }))
        {
            var list = wording.List(kinds.Select(kind => ReportTerms.IpKind(kind.Key, wording)));
            return wording.Body($"知识产权类别：{list}（{kinds.Count} 类）；交易文本未载明各类金额，占比待核实。", $"Kinds of rights: {list} ({kinds.Count}); the deal does not state amounts by kind, so shares are to be verified.");
        }

        return new ReportTable
        {
            Title = wording.T($"权利类别集中度（{wording.YuanUnit}）", $"Concentration by kind of right ({wording.YuanUnit})"),
            Columns = [new(wording.T("类别", "Kind"), ColumnKind.Text), new(wording.T("数量", "Count"), ColumnKind.Figure), new(wording.T("金额", "Amount"), ColumnKind.Figure), new(wording.T("占比", "Share"), ColumnKind.Figure)],
            Rows =
            [
                .. kinds.Select(kind => new ReportRow(RowRole.Plain,
                    [ReportTerms.IpKind(kind.Key, wording), kind.Count?.ToString(CultureInfo.InvariantCulture) ?? Wording.None, kind.Amount is null ? Wording.None : Wording.YuanCell(Wording.Fen(kind.Amount)), Wording.Percent(kind.Share)])),
            ],
        };
    }

    private static ReportTable Limits(ReportInput input, Wording wording)
    {
        return new()
        {
            Title = wording.T("资产池限额", "Limits on the pool"),
            Columns = [new(wording.T("限额", "Limit"), ColumnKind.Text), new(wording.T("约定", "Agreed"), ColumnKind.Figure), new(wording.T("实际", "Actual"), ColumnKind.Figure), new(wording.T("结果", "Result"), ColumnKind.Code)],
            Rows = [.. input.Analysis.Limits.Select(limit => new ReportRow(RowRole.Plain, [ReportTerms.Limit(limit.Path, wording), Shown(limit.Limit), Shown(limit.Actual), limit.Holds ? wording.T("符合", "holds") : new ReportCell(wording.T("超限", "breached"), CellMark.Alarm)]))],
        };

        string Shown(string figure) => figure.Contains('.', StringComparison.Ordinal) ? Wording.Percent(figure) : wording.T($"{figure} 户", figure);
    }
}
