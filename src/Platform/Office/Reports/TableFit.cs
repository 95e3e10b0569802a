namespace Zhirong.Platform.Office.Reports;

/// <summary>How a table fits a page's width: type size and column widths, the same for the page and the document.</summary>
/// <param name="Points">Type size.</param>
/// <param name="Shares">Each column's share of the width, summing to 1.</param>
public sealed record TableFit(decimal Points, IReadOnlyList<decimal> Shares)
{
    /// <summary>Width of the text on an upright and on a lying A4 page, in points.</summary>
    public const decimal Upright = 493;
    public const decimal Lying = 739;

    private const decimal Smallest = 6.5m;

    /// <summary>Blank on both sides of a cell, in em.</summary>
    private const decimal Padding = 0.95m;

    /// <summary>More blank between a figure and the words to the right of it.</summary>
    private const decimal Apart = 0.9m;

    private static readonly decimal[] Sizes = [9, 8.5m, 8, 7.5m, 7, Smallest];

    /// <summary>The largest type in which no figure breaks; null when even the smallest is too wide.</summary>
    public static TableFit? Of(ReportTable table, decimal width)
    {
        var least = table.Columns.Select((c, i) => Width(table, i, wanted: false)).ToArray();
        var wanted = table.Columns.Select((c, i) => Width(table, i, wanted: true)).ToArray();
        foreach (var size in Sizes)
        {
            var em = width / size;
            if (least.Sum() <= em)
            {
                return new(size, Spread(least, wanted, em));
            }
        }

        return null;
    }

    /// <summary>The smallest type, for a table that no splitting makes narrow enough.</summary>
    public static TableFit Tightest(ReportTable table)
    {
        var least = table.Columns.Select((c, i) => Width(table, i, wanted: false)).ToArray();
        return new(Smallest, Spread(least, least, least.Sum()));
    }

    /// <summary>The table in pieces that each fit the width; every piece begins with the kept columns.</summary>
    public static IReadOnlyList<ReportTable> Split(ReportTable table, decimal width, Func<int, string> continued)
    {
        if (Of(table, width) is not null || table.Columns.Count <= table.Keep + 1)
        {
            return [table];
        }

        var pieces = new List<ReportTable>();
        for (var from = table.Keep; from < table.Columns.Count;)
        {
            var to = from + 1;
            while (to < table.Columns.Count && Of(Piece(table, from, to + 1), width) is not null)
            {
                to++;
            }

            var piece = Piece(table, from, to);
            pieces.Add(piece with
            {
                Title = pieces.Count == 0 ? table.Title : table.Title + continued(pieces.Count + 1),
                Note = to == table.Columns.Count ? table.Note : null,
            });
            from = to;
        }

        return pieces;
    }

    /// <summary>Width of a text in em: a Chinese character takes one, a digit half.</summary>
    public static decimal Em(string text)
    {
        var sum = 0m;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += rune.Value >= 0x1100 ? 1 : rune.Value is ',' or '.' or ' ' or 'i' or 'l' ? 0.27m : rune.Value is >= 'A' and <= 'Z' or '%' or 'm' or 'w' or '+' ? 0.75m : 0.51m;
        }

        return sum;
    }

    private static ReportTable Piece(ReportTable table, int from, int to)
    {
        var kept = Enumerable.Range(0, table.Keep).Concat(Enumerable.Range(from, to - from)).ToArray();
        return table with
        {
            Columns = [.. kept.Select(c => table.Columns[c])],
            Rows = [.. table.Rows.Select(r => r.Role == RowRole.Group ? r : r with { Cells = [.. kept.Select(c => r.Cells[c])] })],
        };
    }

    private static decimal Width(ReportTable table, int column, bool wanted)
    {
        var (title, kind) = (table.Columns[column].Title, table.Columns[column].Kind);
        var widest = table.Rows.Where(r => r.Role != RowRole.Group).Select(r => Em(r.Cells[column].Text)).DefaultIfEmpty(0).Max();
        var word = title.Split(' ').Max(part => part.Length > 0 && part[0] >= 0x1100 ? Math.Min(Em(part), Math.Max(2, Math.Ceiling(Em(part) / 2))) : Em(part) * 1.1m);
        var needed = kind == ColumnKind.Text ? Math.Min(widest, wanted ? 30 : 7) : kind == ColumnKind.Code ? Math.Min(widest, wanted ? 16 : 12) : widest;
        var apart = column > 0 && kind != ColumnKind.Figure && table.Columns[column - 1].Kind == ColumnKind.Figure ? Apart : 0;
        return Math.Max(needed, wanted ? Math.Min(Em(title) * 1.1m, 8) : word) + Padding + apart;
    }

    /// <summary>What is over goes first to columns that want more, then to all alike.</summary>
    private static decimal[] Spread(decimal[] least, decimal[] wanted, decimal em)
    {
        var missing = least.Select((l, i) => Math.Max(0, wanted[i] - l)).ToArray();
        var rest = em - least.Sum();
        var given = Math.Min(rest, missing.Sum());
        var widths = least.Select((l, i) => l + (missing.Sum() == 0 ? 0 : given * missing[i] / missing.Sum())).ToArray();
        return [.. widths.Select(w => w / widths.Sum())];
    }
}
