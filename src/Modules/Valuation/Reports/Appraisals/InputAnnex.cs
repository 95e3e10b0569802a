using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>输入数据及来源: all that was asked with, then all that the methods took beyond it.</summary>
internal static class InputAnnex
{
    public static IReadOnlyList<ReportBlock> Requested(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        var inputs = RequestInputs.Of(input.Request, input.Value);
        var rows = new List<ReportRow>();
        foreach (var part in inputs.Where(i => i.Key != "schema").GroupBy(i => Part(i.Path)))
        {
            rows.Add(ReportRow.Group(part.Key.Length == 0 ? wording.T("基本事项", "Terms") : labels.Of(part.Key)));
            rows.AddRange(part.Select(i => ReportRow.Of([Below(part.Key, i, labels), Text(i, wording, labels), .. Sources.Cells(i.Origin, wording)])));
        }

        return
        [
            wording.Lead($"分析请求所载的全部数据，共 {inputs.Count} 项；“委托载明”为请求本身确定的事项，其余按性质列示。", $"Everything the request states, {inputs.Count} entries; “as asked” is fixed by the request itself, the rest stands with what is behind it."),
            new ReportTable
            {
                Title = wording.T("输入数据及来源", "Inputs and sources"),
                Columns = [new(wording.T("数据", "Figure"), ColumnKind.Text), new(wording.T("取值", "Value"), ColumnKind.Text), .. Sources.Columns(wording)],
                Rows = rows,
            },
        ];
    }

    /// <summary>Figures the methods took from parameter files or computed: what the request does not state itself.</summary>
    public static IReadOnlyList<ReportBlock> Used(AppraisalReportInput input, Wording wording, RequestLabels labels)
    {
        var asked = RequestInputs.Of(input.Request, input.Value).Select(i => i.Path).ToHashSet(StringComparer.Ordinal);
        var rows = new List<ReportRow>();
        foreach (var method in input.Value.Methods)
        {
            var taken = method.Inputs.Where(i => !asked.Contains(i.Name)).ToList();
            if (taken.Count > 0)
            {
                rows.Add(ReportRow.Group(labels.Method(method.Id)));
                rows.AddRange(taken.Select(i => ReportRow.Of([labels.Of(i.Name), labels.Value(i.Name[(i.Name.LastIndexOf('.') + 1)..], i.Value), .. Sources.Cells(Spoken(i.Origin, labels), wording)])));
            }
        }

        return
        [
            wording.Lead($"参数文件及版本：{RequestLabels.Parameters(input.Value.Parameters, wording)}。", $"Parameter files and versions: {RequestLabels.Parameters(input.Value.Parameters, wording)}."),
            .. rows.Count == 0 ? Array.Empty<ReportBlock>() : [new ReportTable
            {
                Title = wording.T("请求以外的参数", "Parameters beyond the request"),
                Columns = [new(wording.T("参数", "Parameter"), ColumnKind.Text), new(wording.T("取值", "Value"), ColumnKind.Text), .. Sources.Columns(wording)],
                Rows = rows,
            }],
        ];
    }

    private static Origin Spoken(Origin origin, RequestLabels labels) => origin.Kind == OriginKind.Computed ? origin with { Source = labels.Spoken(origin.Source) } : origin;

    /// <summary>A method or right is one part; anything else goes by its first key.</summary>
    private static string Part(string path)
    {
        var keys = path.Split('.');
        return keys is ["methods", _, _, ..] ? $"methods.{keys[1]}" : keys is ["group", "rights", _, ..] ? $"group.rights.{keys[2]}" : keys.Length > 1 ? keys[0] : "";
    }

    private static string Below(string part, RequestInput input, RequestLabels labels) =>
        part.Length == 0 || input.Path.Length <= part.Length ? labels.Of(input.Path) : labels.Of(part == "conclusion" || part == "not_used" ? input.Path : input.Path[(part.Length + 1)..]);

    /// <summary>A word of a title that is cut in a cell of a table is cut only past its room.</summary>
    private static ReportCell Text(RequestInput input, Wording wording, RequestLabels labels) => Wording.Plain(labels.Value(input.Key, input.Text)) is { Length: > 0 } text ? text : wording.Unknown;
}
