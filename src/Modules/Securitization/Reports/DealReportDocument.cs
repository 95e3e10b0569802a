using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Documents;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>Writes a report as docx: what the page draws stands here as a table.</summary>
internal static class DealReportDocument
{
    public static byte[] Write(DealReport report)
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
        });
    }

    /// <summary>Sections of one orientation run on; a change begins a new page.</summary>
    private static List<DocumentSection> Sections(DealReport report)
    {
        var sections = new List<DocumentSection>();
        var blocks = new List<DocumentBlock> { Paragraph(ParagraphStyle.Subtitle, report.Kind), Paragraph(ParagraphStyle.Title, report.Name), Facts(report.Facts) };
        var landscape = false;
        foreach (var section in report.Sections)
        {
            if (section.Landscape != landscape)
            {
                sections.Add(new(landscape, blocks));
                (landscape, blocks) = (section.Landscape, []);
            }

            blocks.Add(Paragraph(ParagraphStyle.Heading, section.Title));
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
        ReportStructure structure => Table(structure.Table, landscape),
        ReportSeals seals => [Seals(seals)],
        ReportChart => [],
        _ => throw new InvalidOperationException($"No document for {block.GetType().Name}."),
    };

    private static DocumentParagraph Paragraph(ParagraphStyle style, string text) => new(style, text);

    private static IEnumerable<DocumentBlock> Table(ReportTable table, bool landscape)
    {
        var fit = TableFit.Of(table, landscape ? TableFit.Lying : TableFit.Upright) ?? TableFit.Tightest(table);
        yield return Paragraph(ParagraphStyle.Caption, table.Title);
        yield return new DocumentTable
        {
            Columns = [.. table.Columns.Select((column, i) => new DocumentColumn(fit.Shares[i], column.Kind == ColumnKind.Figure))],
            Head = [.. table.Columns.Select(column => Head(column.Title))],
            Rows = [.. table.Rows.Select(Row)],
            TextSize = (int)(fit.Points * 2),
            Whole = table.Whole(landscape),
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
        [.. row.Cells.Select(cell => new DocumentCell(cell.Text, cell.Mark switch { CellMark.Zero => CellTone.Quiet, CellMark.Alarm => CellTone.Alarm, CellMark.Marked => CellTone.Marked, _ => CellTone.Plain }))]);

    /// <summary>One label and value to a line.</summary>
    private static DocumentTable Facts(IReadOnlyList<ReportFact> facts) => new()
    {
        Columns = [new(0.27m, false), new(0.73m, false)],
        Head = [],
        Rows = [.. facts.Select(fact => new DocumentRow(RowWeight.Plain, [new(fact.Label, CellTone.Label), new(fact.Value)]))],
        Rules = TableRules.Boxes,
    };

    private static DocumentTable Seals(ReportSeals seals) => new()
    {
        Columns = [.. seals.Places.Select(_ => new DocumentColumn(1m / seals.Places.Count, false))],
        Head = [],
        Rows =
        [
            new(RowWeight.Plain, [.. seals.Places.Select(place => new DocumentCell(place.Role, CellTone.Label))]),
            new(RowWeight.Plain, [.. seals.Places.Select(place => new DocumentCell(place.Name))]),
            new(RowWeight.Plain, [.. seals.Places.Select(place => new DocumentCell(place.Signature))]),
            new(RowWeight.Plain, [.. seals.Places.Select(place => new DocumentCell(place.Date))]),
        ],
        TextSize = 20,
        Rules = TableRules.Boxes,
        RowHeight = 760,
    };
}
