using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Documents;

namespace Zhirong.Platform.Office.Reports;

/// <summary>Writes a report as docx: what the page draws stands here as a table.</summary>
public static class ReportDocument
{
    public static byte[] Write(Report report)
    {
        var english = report.Language == Language.En;
        return DocumentWriter.Write(new()
        {
            Title = $"{report.Kind} {report.Name}",
            Subject = report.Head,
            Language = english ? "en-GB" : "zh-CN",
            Created = report.AsOf,
            Head = report.Head,
            PageNumbers = english ? new("Page ", " of ", "") : new("第 ", " 页  共 ", " 页"),
            Sections = Sections(report),
            Watermark = report.Watermark,
        });
    }

    /// <summary>Sections of one orientation run on; a change begins a new page.</summary>
    private static List<DocumentSection> Sections(Report report)
    {
        var sections = new List<DocumentSection>();
        var blocks = new List<DocumentBlock> { Paragraph(ParagraphStyle.Subtitle, report.Kind), Paragraph(ParagraphStyle.Title, report.Name), Facts(report.Facts) };
        if (report.ContentsTitle is not null)
        {
            blocks.Add(Paragraph(ParagraphStyle.Caption, report.ContentsTitle));
            blocks.AddRange(report.Sections.Select(section => Paragraph(ParagraphStyle.Listed, section.Title)));
        }

        var landscape = false;
        foreach (var section in report.Sections)
        {
            if (section.Landscape != landscape)
            {
                sections.Add(new(landscape, blocks));
                (landscape, blocks) = (section.Landscape, []);
            }

            blocks.Add(new DocumentParagraph(ParagraphStyle.Heading, section.Title) { FreshPage = section.FreshPage && blocks.Count > 0 });
            foreach (var block in section.Blocks)
            {
                blocks.AddRange(Blocks(block, landscape));
            }
        }

        blocks.Add(Paragraph(ParagraphStyle.Note, report.Disclaimer));
        sections.Add(new(landscape, blocks));
        return sections;
    }

    private static IEnumerable<DocumentBlock> Blocks(ReportBlock block, bool landscape) => block switch
    {
        ReportText text => [Paragraph(text.Role switch { TextRole.Subheading => ParagraphStyle.Subheading, TextRole.Note => ParagraphStyle.Note, TextRole.Lead => ParagraphStyle.Lead, _ => ParagraphStyle.Body }, text.Text)],
        ReportFacts facts => [Facts(facts.Facts)],
        ReportTable table => Table(table, landscape),
        ReportDrawing drawing => Drawing(drawing, landscape),
        ReportSeals seals => seals.Places.Chunk(2).Select(Seals),
        _ => throw new InvalidOperationException($"No document for {block.GetType().Name}."),
    };

    /// <summary>A chart that can be edited, else the table that says the same; else the figures stand in a table beside it anyway.</summary>
    private static IEnumerable<DocumentBlock> Drawing(ReportDrawing drawing, bool landscape)
    {
        if (drawing.Native() is not { } chart)
        {
            return drawing.Table is null ? [] : Table(drawing.Table, landscape);
        }

        return [Paragraph(ParagraphStyle.Caption, drawing.Title), chart, .. drawing.Note is null ? Array.Empty<DocumentBlock>() : [Paragraph(ParagraphStyle.Note, drawing.Note)]];
    }

    private static DocumentParagraph Paragraph(ParagraphStyle style, string text) => new(style, text);

    private static IEnumerable<DocumentBlock> Table(ReportTable table, bool landscape)
    {
        var fit = TableFit.Of(table, landscape ? TableFit.Lying : TableFit.Upright) ?? TableFit.Tightest(table);
        yield return Paragraph(ParagraphStyle.Caption, table.Title);
        yield return new DocumentTable
        {
            Columns = [.. table.Columns.Select((column, i) => new DocumentColumn(fit.Shares[i], column.Kind == ColumnKind.Figure))],
            Head = [.. table.Columns.Select(column => Head(column.Title))],
            Rows = [.. table.Rows.Select(row => Row(row) with { Breaks = fit.IsLong(table, row) })],
            TextSize = (int)(fit.Points * 2),
            Whole = fit.Whole(table, landscape),
        };
        if (table.Note is not null)
        {
            yield return Paragraph(ParagraphStyle.Note, table.Note);
        }
    }

    /// <summary>A date after other words stands on a line of its own and is not torn at its hyphens.</summary>
    private static string Head(string title) => title.LastIndexOf(' ') is > 0 and var blank && title.IndexOf('-', blank) > 0 ? $"{title[..blank]}\n{title[(blank + 1)..]}" : title;

    private static DocumentRow Row(ReportRow row) => new(
        row.Role switch { RowRole.Group => RowWeight.Group, RowRole.Total => RowWeight.Total, _ => RowWeight.Plain },
        [.. row.Cells.Select(cell => new DocumentCell(cell.Text, cell.Mark switch { CellMark.Zero => CellTone.Quiet, CellMark.Alarm => CellTone.Alarm, CellMark.Marked => CellTone.Marked, _ => CellTone.Plain }) { Ground = cell.Ground?.TrimStart('#') })]);

    /// <summary>One label and value to a line.</summary>
    private static DocumentTable Facts(IReadOnlyList<ReportFact> facts) => new()
    {
        Columns = [new(0.27m, false), new(0.73m, false)],
        Head = [],
        Rows = [.. facts.Select(fact => new DocumentRow(RowWeight.Plain, [new(fact.Label, CellTone.Label), new(fact.Value)]))],
        Rules = TableRules.Boxes,
    };

    /// <summary>Two places beside each other.</summary>
    private static DocumentTable Seals(ReportSeal[] places) => new()
    {
        Columns = [.. places.Select(_ => new DocumentColumn(1m / places.Length, false))],
        Head = [],
        Rows =
        [
            new(RowWeight.Plain, [.. places.Select(place => new DocumentCell(place.Role, CellTone.Label))]),
            new(RowWeight.Plain, [.. places.Select(place => new DocumentCell(place.Name))]),
            new(RowWeight.Plain, [.. places.Select(place => new DocumentCell(place.Signature))]),
            new(RowWeight.Plain, [.. places.Select(place => new DocumentCell(place.Date))]),
        ],
        TextSize = 20,
        Rules = TableRules.Boxes,
        RowHeight = 760,
    };
}
