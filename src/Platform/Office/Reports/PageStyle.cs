namespace Zhirong.Platform.Office.Reports;

/// <summary>Style of the report's page, on screen and on A4.</summary>
internal static class PageStyle
{
    private const string Serif = "\"Times New Roman\",\"Liberation Serif\",\"Noto Serif CJK SC\",\"Source Han Serif SC\",\"Songti SC\",SimSun,serif";
    private const string Sans = "Arial,\"Liberation Sans\",\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"Heiti SC\",SimHei,sans-serif";

    /// <summary>The style sheet; <paramref name="head"/> is the line at the top of every printed page.</summary>
    public static string Sheet(string head, bool english) => $$"""
        @page { size: A4; margin: 20mm 18mm 19mm;
          @top-left { content: "{{Css(head)}}"; font: 8pt {{Serif}}; color: #595959; }
          @bottom-center { content: {{(english ? "\"Page \" counter(page) \" of \" counter(pages)" : "\"第 \" counter(page) \" 页  共 \" counter(pages) \" 页\"")}}; font: 9pt {{Serif}}; color: #262626; } }
        @page wide { size: A4 landscape; margin: 17mm 18mm 15mm; }
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        html { background: #eef0f3; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        body { margin: 0 auto; color: #1a1a1a; font: 10.5pt/1.55 {{Serif}}; font-variant-numeric: tabular-nums lining-nums; overflow-wrap: anywhere; }
        h1, h2, h3, .cap, th, .kind, dt, .role { font-family: {{Sans}}; }
        .hint { max-width: 210mm; margin: 4mm auto; padding: 2mm 4mm; font-size: 9.5pt; color: #404040; background: #fff7df; border: 1px solid #e6d59a; }
        .sheet { max-width: 210mm; margin: 0 auto 6mm; padding: 14mm 18mm; background: #fff; box-shadow: 0 1px 4px rgba(0,0,0,.18); }
        .sheet.wide { max-width: 297mm; }
        header .kind { font-size: 12pt; letter-spacing: .4em; text-align: center; color: #1f3864; margin: 0 0 2mm; }
        header h1 { font-size: 18pt; line-height: 1.35; text-align: center; margin: 0 0 6mm; font-weight: 700; text-wrap: balance; }
        h2 { font-size: 14pt; line-height: 1.4; color: #1f3864; margin: 7mm 0 2mm; padding-bottom: 1mm; border-bottom: 1pt solid #1f3864; break-after: avoid; }
        h3 { font-size: 11pt; margin: 5mm 0 2mm; break-after: avoid; }
        section > h2:first-child { margin-top: 6mm; }
        p { margin: 2mm 0; orphans: 2; widows: 2; }
        .zh p.body { text-align: justify; }
        p.lead { break-after: avoid; break-inside: avoid; }
        .note { font-size: 8.5pt; line-height: 1.5; color: #555; margin: 1.5mm 0 4mm; }
        .cap { font-weight: 700; font-size: 9.5pt; margin: 4.5mm 0 1.5mm; break-after: avoid; }
        dl { display: grid; grid-template-columns: minmax(27mm, max-content) 1fr minmax(27mm, max-content) 1fr; margin: 2mm 0 4mm; border-top: .75pt solid #a6a6a6; break-inside: avoid; font-size: 9.5pt; line-height: 1.45; }
        dl > div { display: grid; grid-column: span 2; grid-template-columns: subgrid; border-bottom: .5pt solid #cfcfcf; }
        dl > div.all { grid-column: span 4; }
        dl > div.all dd { grid-column: span 3; }
        dt { background: #f2f4f8; padding: 1.2mm 2mm; color: #404040; font-size: 8.8pt; max-width: 42mm; }
        dd { margin: 0; padding: 1.2mm 2mm; }
        .hash { font-size: 8.2pt; }
        .fit { margin: 0 0 3mm; overflow-x: auto; }
        .whole { break-inside: avoid; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; line-height: 1.4; border-top: 1.25pt solid #1f3864; border-bottom: 1.25pt solid #1f3864; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { padding: .28em .4em; text-align: left; vertical-align: top; border-bottom: .5pt solid #d9d9d9; }
        th { background: #e9edf4; border-bottom: .75pt solid #1f3864; vertical-align: bottom; font-size: .94em; line-height: 1.3; overflow-wrap: normal; text-wrap: balance; }
        th span { white-space: nowrap; }
        td.n + td:not(.n), th.n + th:not(.n) { padding-left: 1.3em; }
        th.n, td.n { text-align: right; }
        td.n, td.c, td.d { white-space: nowrap; overflow-wrap: normal; }
        td.c { white-space: normal; overflow-wrap: anywhere; }
        tr.total td { font-weight: 700; background: #f5f7fa; border-top: .5pt solid #8c98ad; }
        tr.group td { font-family: {{Sans}}; font-weight: 700; color: #1f3864; background: #f5f7fa; break-after: avoid; }
        tr.group, tbody tr:first-child { break-after: avoid; }
        tbody tr:last-child { break-before: avoid; }
        tbody tr.long { break-inside: auto; break-before: auto; break-after: auto; }
        .wide th, .wide td { padding-top: .17em; padding-bottom: .17em; line-height: 1.32; }
        td.zero { color: #8c8c8c; }
        td.alarm { color: #b00020; }
        td.marked { background: #fff1cc; font-weight: 700; }
        figure { margin: 3mm 0 4mm; break-inside: avoid; }
        figure svg { display: block; width: 100%; height: auto; }
        figure.structure svg { width: 83%; margin: 0 auto; }
        figcaption { font: 700 9.5pt {{Sans}}; margin: 0 0 2mm; break-after: avoid; }
        .seals { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin-top: 6mm; }
        .seal { border: .75pt solid #a6a6a6; padding: 4mm 5mm; min-height: 46mm; break-inside: avoid; display: flex; flex-direction: column; }
        .seal .role { font-weight: 700; font-size: 10pt; }
        .seal .name { flex: 1; padding-top: 2mm; }
        .seal p { margin: 4mm 0 0; }
        .disclaimer { border-top: .75pt solid #a6a6a6; margin-top: 8mm; padding-top: 2.5mm; font-size: 8.5pt; line-height: 1.5; color: #444; break-inside: avoid; break-before: avoid; }
        @media print {
          html { background: #fff; }
          .hint { display: none; }
          .sheet, .sheet.wide { max-width: none; margin: 0; padding: 0; box-shadow: none; }
          .sheet.wide { page: wide; }
          .fit { overflow: visible; }
          .sheet > section:first-child > h2 { margin-top: 0; }
        }
        @media screen and (max-width: 820px) {
          .sheet, .sheet.wide { padding: 6mm 5mm; }
          dl { grid-template-columns: minmax(24mm, max-content) 1fr; }
          dl > div, dl > div.all { grid-column: span 2; }
          dl > div.all dd { grid-column: span 1; }
          .fit table, figure svg { min-width: 640px; }
          figure { overflow-x: auto; }
          .seals { grid-template-columns: 1fr; }
        }
        """;

    /// <summary>Style of what only some reports have: a watermark, a list of contents, sections on pages of their own.</summary>
    public static string More(Report report) => string.Concat(
        report.Watermark is null ? "" : $$"""

            .watermark { position: fixed; z-index: 9; top: 50%; left: 50%; transform: translate(-50%, -50%) rotate(-55deg); font: 700 58pt {{Sans}}; letter-spacing: .08em; white-space: nowrap; color: rgba(31, 56, 100, .085); pointer-events: none; user-select: none; }
            """,
        report.ContentsTitle is null ? "" : """

            nav { margin: 2mm 0 4mm; break-inside: avoid; }
            nav ol { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 10mm; font-size: 9.5pt; line-height: 1.6; }
            nav a { color: #1a1a1a; text-decoration: none; }
            """,
        report.Sections.Any(section => section.FreshPage) ? """

            @media print { section.fresh { break-before: page; } .sheet > section.fresh:first-child { break-before: auto; } }
            """ : "");

    /// <summary>Text inside a quoted string of a style sheet that stands in a page: everything but letters, digits and blanks is escaped.</summary>
    private static string Css(string text) => string.Concat(text.EnumerateRunes().Select(r =>
        System.Text.Rune.IsLetterOrDigit(r) || r.Value == ' ' ? r.ToString() : $"\\{r.Value:x6} "));
}
