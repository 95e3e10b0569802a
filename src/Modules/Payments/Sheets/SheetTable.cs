using Zhirong.Modules.Payments.Files;

namespace Zhirong.Modules.Payments.Sheets;

/// <summary>A cell with its place and whether the spreadsheet kept it as a number.</summary>
internal readonly record struct SheetCell(string Text, bool Figure);

/// <summary>A row of a sheet: cells from the first column on.</summary>
internal readonly record struct SheetRow(string Place, IReadOnlyList<SheetCell> Cells);

/// <summary>A table found by its titles in a sheet: where each of the mapping's columns stands.</summary>
internal sealed class SheetTable
{
    /// <summary>The titles stand within the first so many rows.</summary>
    public const int HeadRows = 60;

    private readonly Dictionary<string, List<int>> columns;
    private readonly Dictionary<string, string> fieldOfLabel;

    private SheetTable(SheetMapping mapping, int head, Dictionary<string, List<int>> columns)
    {
        (Mapping, Head, this.columns) = (mapping, head, columns);
        fieldOfLabel = mapping.Labels.SelectMany(l => l.Texts.Select(t => (SheetText.Key(t), l.Field))).GroupBy(l => l.Item1, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Field, StringComparer.Ordinal);
    }

    public SheetMapping Mapping { get; }

    /// <summary>Zero-based row of the titles.</summary>
    public int Head { get; }

    /// <summary>The mapping that recognises most columns of some row, all its required ones among them; null when none does.</summary>
    public static SheetTable? Find(IReadOnlyList<SheetRow> rows, IEnumerable<SheetMapping> mappings)
    {
        var (best, count) = (default(SheetTable), 0);
        foreach (var mapping in mappings)
        {
            foreach (var (n, row) in rows.Take(HeadRows).Index())
            {
                var columns = Columns(mapping, row);
                if (columns.Count > count && mapping.Columns.All(c => !c.Required || c.Titles.Any(t => Stands(row, t))) && SheetFields.Needed(mapping.Kind).All(columns.ContainsKey))
                {
                    (best, count) = (new(mapping, n, columns), columns.Count);
                }
            }
        }

        return best;
    }

    public bool Has(string field) => columns.ContainsKey(field);

    /// <summary>The text of a field in a row, several columns joined by a blank; empty when there is none.</summary>
    public string this[SheetRow row, string field]
    {
        get
        {
            if (!columns.TryGetValue(field, out var places))
            {
                return "";
            }

            return places.Count == 1 ? Text(row, places[0]) : string.Join(' ', places.Select(p => Text(row, p)).Where(t => t.Length > 0));
        }
    }

    /// <summary>A field that is a number for people but text for programs: an account, a reference.</summary>
    public string? Number(SheetRow row, string field)
    {
        if (columns.TryGetValue(field, out var places) && places[0] < row.Cells.Count && row.Cells[places[0]] is { Figure: true, Text: var figure } && (figure.Count(char.IsAsciiDigit) > 15 || figure.Contains('E', StringComparison.Ordinal)))
        {
            throw new FileRefused(FileRefusals.LostDigits($"{row.Place} {field}", figure));
        }

        return this[row, field] is { Length: > 0 } text ? text : null;
    }

    public string? Word(SheetRow row, string field) => this[row, field] is { Length: > 0 } text ? text : null;

    /// <summary>Values that stand beside the mapping's labels in a row outside the table.</summary>
    /// <returns>Whether the row has a label.</returns>
    public bool Labels(SheetRow row, Dictionary<string, string> values)
    {
        var found = false;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var text = SheetText.Clean(row.Cells[i].Text);
            if (text.Length == 0)
            {
                continue;
            }

            if (fieldOfLabel.TryGetValue(SheetText.Key(text), out var field))
            {
                found = true;
                var next = row.Cells.Skip(i + 1).Select(c => SheetText.Clean(c.Text)).FirstOrDefault(t => t.Length > 0);
                if (next is not null && !fieldOfLabel.ContainsKey(SheetText.Key(next)))
                {
                    values.TryAdd(field, next);
                }
            }
            else if (text.IndexOfAny([':', '：']) is > 0 and var colon && fieldOfLabel.TryGetValue(SheetText.Key(text[..colon]), out field))
            {
                values.TryAdd(field, SheetText.Clean(text[(colon + 1)..]));
                found = true;
            }
        }

        return found;
    }

    private static Dictionary<string, List<int>> Columns(SheetMapping mapping, SheetRow row)
    {
        var columns = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var column in mapping.Columns.Where(c => c.Field is not null))
        {
            var titles = column.Titles.Select(SheetText.Key).ToHashSet(StringComparer.Ordinal);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (titles.Contains(SheetText.Key(row.Cells[i].Text)))
                {
                    (columns.TryGetValue(column.Field!, out var places) ? places : columns[column.Field!] = []).Add(i);
                    break;
                }
            }
        }

        return columns;
    }

    private static bool Stands(SheetRow row, string title) => row.Cells.Any(c => SheetText.Key(c.Text) == SheetText.Key(title));

    private static string Text(SheetRow row, int column) => column < row.Cells.Count ? SheetText.Clean(row.Cells[column].Text) : "";
}
