using System.Text;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Lending.Registration.Replies;

/// <summary>A row of a table; broken where its quotes are never closed.</summary>
internal readonly record struct AnswerCells(int Line, IReadOnlyList<string> Cells, bool Broken = false);

/// <summary>Rows of comma- or tab-separated text, or of a workbook's first sheet that has any.</summary>
internal static class AnswerRows
{
    /// <summary>Lines a quoted field may run over.</summary>
    private const int MostLines = 50;

    public static IReadOnlyList<AnswerCells> OfText(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var separator = lines.FirstOrDefault(l => l.Trim().Length > 0) is { } first && first.Count(c => c == '\t') > first.Count(c => c == ',') ? '\t' : ',';
        var rows = new List<AnswerCells>();
        for (var at = 0; at < lines.Length; at++)
        {
            var (cells, used) = Row(lines, at, separator);
            if (cells is null || cells.Exists(c => c.Length > 0))
            {
                rows.Add(new(at + 1, cells ?? [], cells is null));
            }

            at += used - 1;
        }

        return rows;
    }

    public static IReadOnlyList<AnswerCells> OfSheet(WorkbookContent book)
    {
        var sheet = book.Sheets.FirstOrDefault(s => s is { Hidden: false, Cells.Count: > 0 });
        return sheet is null ? [] : [.. sheet.Cells.GroupBy(c => c.Row).OrderBy(g => g.Key).Select(g => new AnswerCells(g.Key, Cells(g)))];
    }

    private static List<string> Cells(IEnumerable<ReadCell> row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Where(c => c.Column <= 200))
        {
            while (cells.Count < cell.Column)
            {
                cells.Add("");
            }

            cells[cell.Column - 1] = cell.Text.Trim();
        }

        return cells;
    }

    /// <summary>The fields of the row that begins on a line and the lines it takes; no fields where a quote stays open, and then it costs its first line alone.</summary>
    private static (List<string>? Cells, int Lines) Row(string[] lines, int first, char separator)
    {
        var (cells, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = first; at < lines.Length && at < first + MostLines; at++)
        {
            var line = lines[at];
            for (var i = 0; i < line.Length; i++)
            {
                if (quoted && line[i] == '"' && i + 1 < line.Length && line[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else if (line[i] == '"' && (quoted || field.ToString().Trim().Length == 0))
                {
                    quoted = !quoted;
                }
                else if (line[i] == separator && !quoted)
                {
                    cells.Add(field.ToString().Trim());
                    field.Clear();
                }
                else
                {
                    field.Append(line[i]);
                }
            }

            if (!quoted)
            {
                cells.Add(field.ToString().Trim());
                return (cells, at - first + 1);
            }

            field.Append('\n');
        }

        return (null, 1);
    }
}
