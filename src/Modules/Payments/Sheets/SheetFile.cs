using System.Text;
using Zhirong.Modules.Payments.Files;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Payments.Sheets;

/// <summary>A table to be read: its mapping, the rows above it and the rows below its titles.</summary>
internal sealed record OpenTable(SheetTable Table, IReadOnlyList<SheetRow> Above, IEnumerable<SheetRow> Rows);

/// <summary>Opens xlsx and csv files as tables of known mappings.</summary>
internal static class SheetFile
{
    /// <summary>Largest csv, in characters.</summary>
    public const long LongestCsv = 1L << 29;

    private static readonly char[] Separators = [',', '\t', ';', '|'];

    /// <summary>The tables of a file, at least one; rows of a csv are read while they are asked for. PAY-0617 when no mapping fits.</summary>
    public static IReadOnlyList<OpenTable> Open(PeekedStream stream, FileKind kind, IReadOnlyList<SheetMapping> mappings) =>
        kind == FileKind.Workbook ? Workbook(stream.All(WorkbookLimits.Default.MaxBytes), mappings) : [Csv(stream, mappings)];

    private static List<OpenTable> Workbook(byte[] bytes, IReadOnlyList<SheetMapping> mappings)
    {
        var read = WorkbookReader.Read(bytes);
        if (!read.Ok)
        {
            throw new FileRefused(read.Refusals[0]);
        }

        var tables = new List<OpenTable>();
        foreach (var sheet in read.Value.Sheets.Where(s => !s.Hidden))
        {
            var rows = sheet.Cells.GroupBy(c => c.Row).OrderBy(g => g.Key).Select(g => Row(sheet.Name, g)).ToList();
            if (SheetTable.Find(rows, mappings) is { } table)
            {
                tables.Add(new(table, rows[..table.Head], rows.Skip(table.Head + 1)));
            }
        }

        return tables.Count > 0 ? tables : throw NoMapping(read.Value.Sheets.SelectMany(s => s.Cells).Take(12).Select(c => c.Text), mappings);
    }

    private static SheetRow Row(string sheet, IEnumerable<ReadCell> found)
    {
        var cells = new List<SheetCell>();
        var row = 0;
        foreach (var cell in found.OrderBy(c => c.Column))
        {
            if (cell.Column > CsvRows.MostFields)
            {
                break;
            }

            while (cells.Count < cell.Column - 1)
            {
                cells.Add(default(SheetCell) with { Text = "" });
            }

            row = cell.Row;
            cells.Add(new(cell.Kind is ReadKind.Error or ReadKind.Pending ? "" : cell.Text, cell.Kind == ReadKind.Number));
        }

        return new($"{sheet}!A{row}", cells);
    }

    private static OpenTable Csv(PeekedStream stream, IReadOnlyList<SheetMapping> mappings)
    {
        var encoding = TextEncodings.OfText(stream);
        var head = Head(stream.First, encoding);
        foreach (var separator in Separators)
        {
            var rows = Rows(new StringReader(head), separator, !stream.Short).Take(SheetTable.HeadRows).ToList();
            if (SheetTable.Find(rows, mappings) is { } table)
            {
                var text = new LimitedText(new StreamReader(stream, encoding, true, 64 * 1024), LongestCsv);
                return new(table, rows[..table.Head], Rows(text, separator, cut: false).Skip(table.Head + 1));
            }
        }

        throw NoMapping(head.Split('\n')[0].Split(',').Take(12), mappings);
    }

    private static IEnumerable<SheetRow> Rows(TextReader text, char separator, bool cut) =>
        new CsvRows(text, separator).All(cut).Select(r => new SheetRow($"line {r.Line}", [.. r.Fields.Select(f => new SheetCell(f, false))]));

    /// <summary>The first window as text; a character cut off at its end is dropped.</summary>
    private static string Head(ReadOnlySpan<byte> first, Encoding encoding)
    {
        var chars = new char[encoding.GetMaxCharCount(first.Length)];
        var length = encoding.GetDecoder().GetChars(first, chars, flush: false);
        return new string(chars, 0, length).TrimStart('\uFEFF');
    }

    private static FileRefused NoMapping(IEnumerable<string> titles, IEnumerable<SheetMapping> mappings) =>
        new(FileRefusals.NoMapping(string.Join(", ", titles.Select(t => t.Trim())), mappings.Select(m => m.Id)));

    /// <summary>Text that is refused when it passes the limit.</summary>
    private sealed class LimitedText(TextReader text, long limit) : TextReader
    {
        private long length;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = text.Read(buffer, index, count);
            return (length += read) <= limit ? read : throw new FileRefused(FileRefusals.TooLarge(limit, new("个字符", "characters")));
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
