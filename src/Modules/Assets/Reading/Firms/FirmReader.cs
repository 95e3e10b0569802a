using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Assets.Reading.Firms;

/// <summary>Reads firms' statements and their revenue by product from xlsx and csv.</summary>
public sealed class FirmReader(FirmAliases aliases)
{
    /// <summary>Most rows of one csv: a file of firms is small.</summary>
    public const int MostRows = 200_000;

    /// <summary>Longest csv, in characters.</summary>
    public const long LongestCsv = 64L * 1024 * 1024;

    /// <summary>Firms with what was read of them, after the rows that were not; a file that cannot be read is one refusal.</summary>
    public IReadOnlyList<FirmItem> Read(Stream file)
    {
        var items = new List<FirmItem>();
        try
        {
            Sheets(file, items);
        }
        catch (Exception problem) when (RightsReader.Reason(problem, 0) is { } reason)
        {
            items.Add(new FirmItem.Refused(reason));
        }

        return items;
    }

    private void Sheets(Stream file, List<FirmItem> items)
    {
        using var stream = new PeekedStream(file);
        var kind = TextEncodings.Kind(stream.First);
        if (kind == FileKind.Xml)
        {
            throw new ImportRefused(ImportRefusals.OtherKind("XML"));
        }

        var book = new FirmBook();
        var (firm, stated, found) = (("", ""), (FirmPeriod?)null, false);
        foreach (var (name, rows) in kind == FileKind.Workbook ? Workbook(stream) : [("", Csv(stream, items))])
        {
            var sheet = new FirmSheet(aliases, book, name) { Firm = firm, Stated = stated };
            var read = sheet.Read(rows);
            found |= read;
            (firm, stated) = (sheet.Firm, sheet.Stated);
            items.AddRange(sheet.Notes);
            if (!read && name.Length > 0)
            {
                items.Add(new FirmItem.Unused(name));
            }
        }

        items.AddRange(book.Items());
        if (!found)
        {
            throw new ImportRefused(ImportRefusals.NoFirmTable());
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<TableRow> Rows)> Workbook(PeekedStream stream)
    {
        var read = WorkbookReader.Read(stream.All(WorkbookLimits.Default.MaxBytes));
        return read.Ok ? read.Value.Sheets.Where(s => s is { Hidden: false, Cells.Count: > 0 }).Select(s => (s.Name, SheetRows.Of(s))) : throw new ImportRefused(read.Refusals[0]);
    }

    private static List<TableRow> Csv(PeekedStream stream, List<FirmItem> items)
    {
        var first = System.Text.Encoding.Latin1.GetString(stream.First[..Math.Min(stream.First.Length, 4096)]);
        var separator = first.Count(c => c == '\t') > first.Count(c => c == ',') ? '\t' : ',';
        var rows = new List<TableRow>();
        foreach (var row in new CsvRecords(new TableFile.LimitedText(new StreamReader(stream, TextEncodings.Likely(stream), true), LongestCsv), separator).All())
        {
            if (row.Fault is { } fault)
            {
                items.Add(new FirmItem.Refused(fault));
            }
            else if (rows.Count == MostRows)
            {
                throw new ImportRefused(ImportRefusals.TooMany("", MostRows));
            }
            else
            {
                rows.Add(row);
            }
        }

        return rows;
    }
}
