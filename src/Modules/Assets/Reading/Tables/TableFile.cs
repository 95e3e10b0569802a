using System.Text;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>A table found in a file: its titles, the rows above them, and the rows below, read while they are asked for.</summary>
/// <param name="Sheet">The sheet's name; empty for csv.</param>
internal sealed record OpenTable(string Sheet, TableHead Head, IReadOnlyList<List<string>> Above, IEnumerable<TableRow> Rows, Func<bool> LastEnded);

/// <summary>Opens csv and xlsx files as tables.</summary>
internal static class TableFile
{
    /// <summary>Longest csv, in characters: four gigabytes of bytes and more.</summary>
    public const long LongestCsv = 1L << 33;

    /// <summary>A sheet of at most so many rows may be written on its side, titles in the first column.</summary>
    private const int MostSideways = 200;

    private static readonly char[] Separators = [',', '\t', ';', '|'];

    /// <summary>The tables with titles, and the names of sheets without. IMP-0109 when there are none.</summary>
    public static (IReadOnlyList<OpenTable> Tables, IReadOnlyList<string> Untitled) Open(PeekedStream stream, FileKind kind, HeaderAliases aliases) =>
        kind == FileKind.Workbook ? Workbook(stream.All(WorkbookLimits.Default.MaxBytes), aliases) : ([Csv(stream, aliases)], []);

    private static (IReadOnlyList<OpenTable>, IReadOnlyList<string>) Workbook(byte[] bytes, HeaderAliases aliases)
    {
        var read = WorkbookReader.Read(bytes);
        if (!read.Ok)
        {
            throw new ImportRefused(read.Refusals[0]);
        }

        var tables = new List<OpenTable>();
        var untitled = new List<string>();
        foreach (var sheet in read.Value.Sheets.Where(s => s is { Hidden: false, Cells.Count: > 0 }))
        {
            var rows = SheetRows.Of(sheet);
            if (Titled(sheet.Name, rows, aliases) is { } table)
            {
                tables.Add(table);
            }
            else
            {
                untitled.Add(sheet.Name);
            }
        }

        return tables.Count > 0 ? (tables, untitled) : throw NoTitles(read.Value.Sheets.SelectMany(s => s.Cells).Take(12).Select(c => c.Text));
    }

    private static OpenTable? Titled(string sheet, IReadOnlyList<TableRow> rows, HeaderAliases aliases)
    {
        List<List<string>> cells = [.. rows.Take(TableHead.Rows).Select(r => r.Cells)];
        if (TableHead.Find(cells, aliases) is { } head)
        {
            return new(sheet, head, cells[..head.Row], rows.Skip(head.Row + 1), () => true);
        }

        if (rows.Count is 0 or > MostSideways)
        {
            return null;
        }

        var turned = Turned(rows);
        List<List<string>> turnedCells = [.. turned.Select(r => r.Cells)];
        return TableHead.Find(turnedCells, aliases) is { Known: >= 3 } side ? new(sheet, side, [], turned.Skip(side.Row + 1), () => true) : null;
    }

    /// <summary>Columns as rows.</summary>
    private static List<TableRow> Turned(IReadOnlyList<TableRow> rows) =>
        [.. Enumerable.Range(0, rows.Max(r => r.Cells.Count)).Select(c => new TableRow(c + 1, [.. rows.Select(r => c < r.Cells.Count ? r.Cells[c] : "")], null)).Where(r => r.Cells.Exists(t => t.Length > 0))];

    private static OpenTable Csv(PeekedStream stream, HeaderAliases aliases)
    {
        var encoding = TextEncodings.Likely(stream);
        var begun = Begun(stream.First, encoding);
        var best = default(TableHead);
        var (separator, above) = (',', new List<List<string>>());
        foreach (var one in Separators)
        {
            List<List<string>> rows = [.. new CsvRecords(new StringReader(begun), one).All(!stream.Short).Where(r => r.Fault is null).Take(TableHead.Rows).Select(r => r.Cells)];
            if (TableHead.Find(rows, aliases) is { } head && head.Known > (best?.Known ?? 0))
            {
                (best, separator, above) = (head, one, rows[..head.Row]);
            }
        }

        if (best is not null)
        {
            var records = new CsvRecords(new LimitedText(new StreamReader(stream, encoding, true, 64 * 1024), LongestCsv), separator);
            return new("", best, above, Below(records.All(), best.Row), () => records.LastEnded);
        }

        if (stream.Short)
        {
            foreach (var one in Separators)
            {
                if (Titled("", [.. new CsvRecords(new StringReader(begun), one).All().Where(r => r.Fault is null)], aliases) is { } table)
                {
                    return table;
                }
            }
        }

        throw NoTitles(begun.Split('\n')[0].Split(',').Take(12));
    }

    /// <summary>The rows behind the titles; broken ones before them are told too.</summary>
    private static IEnumerable<TableRow> Below(IEnumerable<TableRow> rows, int head)
    {
        var whole = 0;
        foreach (var row in rows)
        {
            if (row.Fault is not null || whole > head)
            {
                yield return row;
            }

            whole += row.Fault is null ? 1 : 0;
        }
    }

    private static string Begun(ReadOnlySpan<byte> first, Encoding encoding)
    {
        var chars = new char[encoding.GetMaxCharCount(first.Length)];
        var length = encoding.GetDecoder().GetChars(first, chars, flush: false);
        return new string(chars, 0, length).TrimStart('\uFEFF');
    }

    private static ImportRefused NoTitles(IEnumerable<string> found) => new(ImportRefusals.NoTitles(string.Join(", ", found.Select(t => t.Trim()))));

    /// <summary>Text that is refused when it passes the limit.</summary>
    internal sealed class LimitedText(TextReader text, long limit) : TextReader
    {
        private long length;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = text.Read(buffer, index, count);
            return (length += read) <= limit ? read : throw FileFaultException.TooLarge(limit, new("个字符", "characters"));
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                text.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
