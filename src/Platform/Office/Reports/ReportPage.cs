using System.Globalization;
using System.Net;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Documents;

namespace Zhirong.Platform.Office.Reports;

/// <summary>Writes a report as one page of HTML that needs nothing from elsewhere: no script, no font, no picture file.</summary>
public sealed class ReportPage
{
    private readonly StringBuilder html = new();
    private readonly Report report;
    private bool landscape;

    private ReportPage(Report report) => this.report = report;

    public static string Write(Report report)
    {
        var page = new ReportPage(report);
        page.Whole();
        return page.html.ToString();
    }

    /// <summary>Text as it may stand in the page, in and between tags.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(DocumentText.Printable(text));

    private void Whole()
    {
        var english = report.Language == Language.En;
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{(english ? "en" : "zh-CN")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Text($"{report.Kind} {report.Name}")}</title>
            <style>
            {PageStyle.Sheet(report.Head, english)}{PageStyle.More(report)}
            </style>
            </head>
            <body class="{(english ? "en" : "zh")}">
            <p class="hint">{Text(report.PrintHint)}</p>

            """);
        if (report.Watermark is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"watermark\" aria-hidden=\"true\">{Text(report.Watermark)}</div>\n");
        }

        html.Append("<div class=\"sheet\">\n");
        Title();
        foreach (var section in report.Sections)
        {
            Section(section);
        }

        html.Append("</div>\n</body>\n</html>\n");
    }

    private void Title()
    {
        html.Append(CultureInfo.InvariantCulture, $"<header>\n<p class=\"kind\">{Text(report.Kind)}</p>\n<h1>{Text(report.Name)}</h1>\n");
        Facts(report.Facts);
        html.Append("</header>\n");
        if (report.ContentsTitle is null)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<nav>\n<p class=\"cap\">{Text(report.ContentsTitle)}</p>\n<ol>\n");
        foreach (var section in report.Sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Text(section.Id)}\">{Text(section.Title)}</a></li>\n");
        }

        html.Append("</ol>\n</nav>\n");
    }

    private void Section(ReportSection section)
    {
        if (section.Landscape != landscape)
        {
            landscape = section.Landscape;
            html.Append(CultureInfo.InvariantCulture, $"</div>\n<div class=\"sheet{(landscape ? " wide" : "")}\">\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<section id=\"{Text(section.Id)}\"{(section.FreshPage ? " class=\"fresh\"" : "")}>\n<h2>{Text(section.Title)}</h2>\n");
        foreach (var block in section.Blocks)
        {
            Block(block);
        }

        if (section == report.Sections[^1])
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"disclaimer\">{Text(report.Disclaimer)}</p>\n");
        }

        html.Append("</section>\n");
    }

    private void Block(ReportBlock block)
    {
        switch (block)
        {
            case ReportText text:
                var tag = text.Role == TextRole.Subheading ? "h3" : "p";
                html.Append(CultureInfo.InvariantCulture, $"<{tag} class=\"{(text.Role == TextRole.Lead ? "body lead" : text.Role.ToString().ToLowerInvariant())}\">{Text(text.Text)}</{tag}>\n");
                break;
            case ReportFacts facts:
                Facts(facts.Facts);
                break;
            case ReportTable table:
                Table(table);
                break;
            case ReportDrawing drawing:
                Figure(drawing);
                break;
            case ReportSeals seals:
                Seals(seals);
                break;
            default:
                throw new InvalidOperationException($"No page for {block.GetType().Name}.");
        }
    }

    /// <summary>Two pairs to a line; a long value takes the line alone.</summary>
    private void Facts(IReadOnlyList<ReportFact> facts)
    {
        html.Append("<dl>\n");
        var half = false;
        for (var i = 0; i < facts.Count; i++)
        {
            var alone = !half && (i + 1 == facts.Count || Long(facts[i]) || Long(facts[i + 1]));
            html.Append(CultureInfo.InvariantCulture, $"<div{(alone ? " class=\"all\"" : "")}><dt>{Text(facts[i].Label)}</dt><dd{(facts[i].Value.Length == 64 ? " class=\"hash\"" : "")}>{Text(facts[i].Value)}</dd></div>\n");
            half = !alone && !half;
        }

        html.Append("</dl>\n");

        static bool Long(ReportFact fact) => TableFit.Em(fact.Value) > 26;
    }

    private void Table(ReportTable table)
    {
        var fit = TableFit.Of(table, landscape ? TableFit.Lying : TableFit.Upright) ?? TableFit.Tightest(table);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"cap\">{Text(table.Title)}</p>\n<div class=\"fit{(fit.Whole(table, landscape) ? " whole" : "")}\"><table style=\"font-size:{fit.Points}pt\">\n<colgroup>");
        foreach (var share in fit.Shares)
        {
            html.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{share * 100:0.###}%\">");
        }

        html.Append("</colgroup>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"{Letter(column.Kind)}\">{Head(column.Title)}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            Row(table, row, fit.IsLong(table, row));
        }

        html.Append("</tbody></table></div>\n");
        if (table.Note is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Text(table.Note)}</p>\n");
        }
    }

    private void Row(ReportTable table, ReportRow row, bool isLong)
    {
        if (row.Role == RowRole.Group)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr class=\"group\"><td colspan=\"{table.Columns.Count}\">{Text(row.Cells[0].Text)}</td></tr>\n");
            return;
        }

        html.Append(row.Role == RowRole.Total ? "<tr class=\"total\">" : isLong ? "<tr class=\"long\">" : "<tr>");
        for (var c = 0; c < row.Cells.Count; c++)
        {
            var mark = row.Cells[c].Mark == CellMark.None ? "" : $" {row.Cells[c].Mark.ToString().ToLowerInvariant()}";
            var ground = row.Cells[c].Ground is { } colour ? $" style=\"background:{colour}\"" : "";
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"{Letter(table.Columns[c].Kind)}{mark}\"{ground}>{Text(row.Cells[c].Text)}</td>");
        }

        html.Append("</tr>\n");
    }

    private void Figure(ReportDrawing drawing)
    {
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"{drawing.Look}\"><figcaption>{Text(drawing.Title)}</figcaption>\n{drawing.Svg(landscape)}</figure>\n");
        if (drawing.Note is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Text(drawing.Note)}</p>\n");
        }
    }

    private void Seals(ReportSeals seals)
    {
        html.Append("<div class=\"seals\">\n");
        foreach (var place in seals.Places)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"seal\"><div class=\"role\">{Text(place.Role)}</div><div class=\"name\">{Text(place.Name)}</div><p>{Text(place.Signature)}</p><p>{Text(place.Date)}</p></div>\n");
        }

        html.Append("</div>\n");
    }

    /// <summary>A title whose dates are not torn at their hyphens.</summary>
    private static string Head(string title) => string.Join(' ', title.Split(' ').Select(word => word.Contains('-', StringComparison.Ordinal) ? $"<span>{Text(word)}</span>" : Text(word)));

    private static char Letter(ColumnKind kind) => kind switch { ColumnKind.Figure => 'n', ColumnKind.Date => 'd', ColumnKind.Code => 'c', _ => 't' };
}
