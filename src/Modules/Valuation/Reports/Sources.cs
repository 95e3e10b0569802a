using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Valuation.Reports;

/// <summary>What stands behind a figure, as columns of a table; and what stands behind a paper that nobody signed.</summary>
internal static class Sources
{
    public static ReportColumn[] Columns(Wording wording) =>
    [
        new(wording.T("性质", "Ground"), ColumnKind.Code), new(wording.T("来源", "Source"), ColumnKind.Text), new(wording.T("来源日期", "Dated"), ColumnKind.Date),
    ];

    /// <param name="origin">Null: the request itself says so.</param>
    /// <param name="wording">The language.</param>
    public static ReportCell[] Cells(Origin? origin, Wording wording) => origin is null
        ? [wording.T("委托载明", "as asked"), wording.T("分析委托", "request"), Wording.None]
        : [Kind(origin, wording), origin.Source.Length == 0 ? Wording.None : Wording.Plain(origin.Source), origin.Date is { } date ? Wording.Iso(date) : Wording.None];

    public static ReportCell Kind(Origin origin, Wording wording) => new(wording.T(Origin.Title(origin.Kind)), origin.Kind switch
    {
        OriginKind.Unverified => CellMark.Alarm,
        OriginKind.Assumption => CellMark.Marked,
        _ => CellMark.None,
    });

    public static ReportCell Severity(Severity severity, Wording wording) => severity switch
    {
        Zhirong.Engine.Basics.Severity.Error => new(wording.T("错误", "error"), CellMark.Alarm),
        Zhirong.Engine.Basics.Severity.Warning => new(wording.T("提醒", "warning"), CellMark.Marked),
        _ => new(wording.T("提示", "info")),
    };

    /// <summary>What is not known stands out.</summary>
    public static ReportCell Known(string? text, Wording wording) => string.IsNullOrWhiteSpace(text) ? new(wording.Unknown, CellMark.Alarm) : new(Wording.Plain(text));

    /// <summary>The same with a date.</summary>
    public static ReportCell Known(DateOnly? date, Wording wording) => date is { } known ? new(Wording.Iso(known)) : new(wording.Unknown, CellMark.Alarm);

    /// <summary>Engine, evidence and hash of the content, for the title block.</summary>
    public static ReportFact Engine(string engine, Wording wording) => new(wording.T("引擎版本", "Engine"), Wording.Plain(engine));

    public static ReportFact Evidence(string? id, Wording wording) => new(wording.T("存证编号", "Evidence"), id is null ? wording.T("未存证", "none") : Wording.Plain(id));

    public static ReportFact Hash(string? content, Wording wording) => new(wording.T("内容校验值（SHA-256）", "Content hash (SHA-256)"), content is null ? wording.Unknown : Wording.Plain(content.Replace("sha256:", "", StringComparison.Ordinal)));

    public static string Hint(Wording wording) => wording.T("打印：按 Ctrl+P（macOS 为 ⌘P），纸张选 A4，缩放 100%，打开“背景图形”。此行不会印出。",
        "To print: Ctrl+P (⌘P on macOS), paper A4, scale 100%, background graphics on. This line is not printed.");
}
