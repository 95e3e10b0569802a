namespace Zhirong.Platform.Office.Reports;

/// <summary>How a part of a report is numbered.</summary>
public enum PartNumbering
{
    /// <summary>一、二、三 …, tables 表 1-1.</summary>
    Body,

    /// <summary>Not at all: what stands before the body.</summary>
    None,

    /// <summary>附件一, tables 附表 1-1.</summary>
    Annex,
}

/// <summary>A part of a report before it is numbered and fitted to its pages.</summary>
/// <param name="Id">Fixed word, for addresses inside the page.</param>
/// <param name="Title">Without a number.</param>
/// <param name="Blocks">What stands in it.</param>
public sealed record ReportPart(string Id, string Title, IReadOnlyList<ReportBlock> Blocks)
{
    public PartNumbering Numbering { get; init; }

    public bool FreshPage { get; init; }
}

/// <summary>Numbers the parts of a report, their tables and pictures, and fits them to upright or lying pages.</summary>
public static class ReportLayout
{
    private static readonly string[] Digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    public static IReadOnlyList<ReportSection> Sections(IReadOnlyList<ReportPart> parts, Wording wording)
    {
        var (body, annex, sections) = (0, 0, new List<ReportSection>());
        foreach (var part in parts)
        {
            var number = part.Numbering switch { PartNumbering.Body => ++body, PartNumbering.Annex => ++annex, _ => 0 };
            sections.Add(Fitted(part, number, wording));
        }

        return sections;
    }

    /// <summary>一 … 九十九.</summary>
    public static string Numeral(int number) => number switch
    {
        <= 0 or > 99 => $"{number}",
        < 10 => Digits[number],
        < 20 => $"十{Digits[number % 10]}",
        _ => $"{Digits[number / 10]}十{Digits[number % 10]}",
    };

    /// <summary>
    /// A section lies when a table of figures does not fit upright; what does not fit even then is split by columns. Tables and
    /// pictures are numbered here, within their section.
    /// </summary>
    private static ReportSection Fitted(ReportPart part, int number, Wording wording)
    {
        var landscape = part.Blocks.OfType<ReportTable>().Any(table => TableFit.Of(table, TableFit.Upright) is null);
        var (tables, figures, blocks) = (0, 0, new List<ReportBlock>());
        foreach (var block in part.Blocks)
        {
            blocks.AddRange(block switch
            {
                ReportTable table => Pieces(Numbered(table), landscape ? TableFit.Lying : TableFit.Upright, wording),
                ReportDrawing drawing => [drawing with { Title = Mark("图", "Figure", ++figures) + drawing.Title, Table = drawing.Table is null ? null : Numbered(drawing.Table) }],
                _ => [block],
            });
        }

        return new(part.Id, Title(part, number, wording), landscape, blocks) { FreshPage = part.FreshPage };

        ReportTable Numbered(ReportTable table) => table with { Title = Mark("表", "Table", ++tables) + table.Title };

        string Mark(string zh, string en, int count) => part.Numbering switch
        {
            PartNumbering.Body => $"{wording.T(zh, en)} {number}-{count}{wording.T("　", ". ")}",
            PartNumbering.Annex => wording.T($"附{zh} {number}-{count}　", $"{en} A{number}-{count}. "),
            _ => "",
        };
    }

    private static string Title(ReportPart part, int number, Wording wording) => part.Numbering switch
    {
        PartNumbering.Body => wording.En ? $"{number}. {part.Title}" : $"{Numeral(number)}、{part.Title}",
        PartNumbering.Annex => wording.En ? $"Annex {number}. {part.Title}" : $"附件{Numeral(number)}　{part.Title}",
        _ => part.Title,
    };

    private static IEnumerable<ReportBlock> Pieces(ReportTable table, decimal width, Wording wording) =>
        TableFit.Split(table, width, part => wording.T($"（续 {part - 1}）", $" (continued {part - 1})"));
}
