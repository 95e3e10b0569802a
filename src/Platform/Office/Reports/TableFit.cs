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

    /// <summary>Lines of a row beyond which it goes on over the end of a page: kept whole it would leave much of one empty.</summary>
    private const decimal LongRow = 12;

    /// <summary>Rows looked at where widths are weighed: what more of them say changes little.</summary>
    private const int Weighed = 300;

    /// <summary>Em given to a column at a time.</summary>
    private const decimal Step = 0.5m;

    private static readonly decimal[] Sizes = [9, 8.5m, 8, 7.5m, 7, Smallest];

    /// <summary>Width of the page in em of the type.</summary>
    public required decimal WidthEm { get; init; }

    /// <summary>Whether a row is so tall that it goes on over the end of a page.</summary>
    public bool IsLong(ReportTable table, ReportRow row) => Lines(table, row) > LongRow;

    /// <summary>Whether the table is short enough to stand on one page whole.</summary>
    public bool Whole(ReportTable table, bool landscape) => (landscape ? 34 : 16) is var most && table.Rows.Count <= most && table.Rows.Sum(r => Math.Ceiling(Lines(table, r))) <= most * 1.5m;

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
                return new(size, Spread(table, least, wanted, em)) { WidthEm = em };
            }
        }

        return null;
    }

    /// <summary>The smallest type, for a table that no splitting makes narrow enough.</summary>
    public static TableFit Tightest(ReportTable table)
    {
        var least = table.Columns.Select((c, i) => Width(table, i, wanted: false)).ToArray();
        return new(Smallest, Spread(table, least, least, least.Sum())) { WidthEm = least.Sum() };
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

    private decimal Lines(ReportTable table, ReportRow row) => row.Role == RowRole.Group ? 1 : Tallest(table, row, [.. Shares.Select(s => s * WidthEm)]).Lines;

    /// <summary>How many lines a row takes in columns of these widths, which column makes it so tall, and the lines of the next one.</summary>
    private static (decimal Lines, int Column, decimal Next) Tallest(ReportTable table, ReportRow row, decimal[] widths)
    {
        var (tallest, column, next) = (1m, -1, 1m);
        for (var c = 0; c < widths.Length; c++)
        {
            var lines = table.Columns[c].Kind is ColumnKind.Figure or ColumnKind.Date ? 1 : Em(row.Cells[c].Text) / Math.Max(1, widths[c] - Padding);
            (tallest, column, next) = lines > tallest ? (lines, c, tallest) : (tallest, column, Math.Max(next, lines));
        }

        return (tallest, column, next);
    }

    /// <summary>What is over goes, step by step, where it makes the rows shorter; what helps no more, to columns that want more and then to all alike.</summary>
    private static decimal[] Spread(ReportTable table, decimal[] least, decimal[] wanted, decimal em)
    {
        var (widths, rest) = ((decimal[])[.. least], em - least.Sum());
        var rows = table.Rows.Where(r => r.Role != RowRole.Group).Take(Weighed).ToList();
        for (; rest >= Step; rest -= Step)
        {
            var saved = new decimal[widths.Length];
            foreach (var row in rows)
            {
                if (Tallest(table, row, widths) is { Column: >= 0 and var column } now)
                {
                    saved[column] += now.Lines - Math.Max(now.Next, now.Lines * Math.Max(1, widths[column] - Padding) / (Math.Max(1, widths[column] - Padding) + Step));
                }
            }

            if (saved.Max() < 0.001m)
            {
                break;
            }

            widths[Array.IndexOf(saved, saved.Max())] += Step;
        }

        var missing = widths.Select((w, i) => Math.Max(0, wanted[i] - w)).ToArray();
        var given = Math.Min(rest, missing.Sum());
        var all = widths.Select((w, i) => w + (missing.Sum() == 0 ? 0 : given * missing[i] / missing.Sum())).ToArray();
        return [.. all.Select(w => w / all.Sum())];
    }
}
