using System.Text;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>A row of a table, or why it is none.</summary>
internal readonly record struct TableRow(int Line, List<string> Cells, Refusal? Fault);

/// <summary>
/// Reads comma-separated text row by row, in memory of one row. A row that is broken (a quote never closed, bytes that are no
/// text, endless) costs itself alone: reading goes on with the line behind its first.
/// </summary>
internal sealed class CsvRecords(TextReader text, char separator)
{
    public const int LongestRow = 4 * 1024 * 1024;
    public const int MostFields = 500;

    /// <summary>A quoted field does not run over more lines than this.</summary>
    public const int MostLines = 400;

    private readonly LineSource lines = new(text, LongestRow);
    private readonly StringBuilder field = new();
    private readonly List<string> joined = [];
    private List<string> fields = [];
    private bool open;

    private enum Outcome
    {
        Whole,
        Open,
        Broken,
    }

    /// <summary>Rows with something in them, with the line they begin on.</summary>
    /// <param name="cut">The text is the beginning of a longer one: a last row without line end is not given.</param>
    public IEnumerable<TableRow> All(bool cut = false)
    {
        while (lines.Next() is { } line)
        {
            var row = Row(line);
            if ((row.Fault is not null || row.Cells.Exists(c => c.Length > 0)) && !(cut && !LastEnded))
            {
                yield return row;
            }
        }
    }

    /// <summary>Whether the last row given ended with a line end.</summary>
    public bool LastEnded { get; private set; } = true;

    private TableRow Row(SourceLine first)
    {
        LastEnded = first.Ended;
        if (first.TooLong)
        {
            return new(first.Number, [], ImportRefusals.RowTooLong(LongestRow, first.Number));
        }

        (fields, open) = ([], false);
        field.Clear();
        joined.Clear();
        var (line, length) = (first, first.Text.Length);
        for (var outcome = Feed(line.Text); outcome != Outcome.Whole; outcome = Feed(line.Text))
        {
            var next = outcome == Outcome.Open && joined.Count < MostLines && length < LongestRow ? lines.Next() : null;
            if (next is null || next.Value.TooLong)
            {
                if (next is { } far)
                {
                    lines.Back([far]);
                }

                lines.Back(joined, first.Number + 1, line.Ended);
                LastEnded = true;
                return new(first.Number, [], ImportRefusals.Quote(first.Number));
            }

            line = next.Value;
            length += line.Text.Length;
            joined.Add(line.Text);
            LastEnded = line.Ended;
        }

        return fields.Count > MostFields ? new(first.Number, [], ImportRefusals.TooMany("", MostFields).At(first.Number, 1))
            : Lost() ? new(first.Number, fields, ImportRefusals.LostText(first.Number))
            : new(first.Number, fields, null);
    }

    private bool Lost() => fields.Exists(f => f.Contains('\uFFFD', StringComparison.Ordinal));

    /// <summary>Takes one line: into the open quote, or as the row's fields.</summary>
    private Outcome Feed(string line)
    {
        var at = 0;
        while (true)
        {
            if (!open)
            {
                var start = at;
                while (start < line.Length && line[start] is ' ' && line[start] != separator)
                {
                    start++;
                }

                if (start == line.Length || line[start] != '"')
                {
                    var end = line.IndexOf(separator, at);
                    Add(end < 0 ? line[at..] : line[at..end]);
                    if (end < 0)
                    {
                        return Outcome.Whole;
                    }

                    at = end + 1;
                    continue;
                }

                (open, at) = (true, start + 1);
                field.Clear();
            }

            var quote = line.IndexOf('"', at);
            if (quote < 0)
            {
                field.Append(line, at, line.Length - at).Append('\n');
                return Outcome.Open;
            }

            field.Append(line, at, quote - at);
            at = quote + 1;
            if (at < line.Length && line[at] == '"')
            {
                field.Append('"');
                at++;
                continue;
            }

            open = false;
            Add(field.ToString());
            while (at < line.Length && line[at] == ' ')
            {
                at++;
            }

            if (at == line.Length)
            {
                return Outcome.Whole;
            }

            if (line[at] != separator)
            {
                return Outcome.Broken;
            }

            at++;
        }
    }

    private void Add(string value)
    {
        // One more than allowed tells that there are too many.
        if (fields.Count <= MostFields)
        {
            fields.Add(value);
        }
    }
}
