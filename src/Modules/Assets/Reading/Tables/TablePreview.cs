using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>A column of a table that was looked at: its title, the field it stands for, some of what it holds.</summary>
/// <param name="Field">By its word; null for a column nobody reads.</param>
public sealed record PreviewColumn(string Title, string? Field, IReadOnlyList<string> Samples);

/// <param name="Sheet">Empty for csv.</param>
/// <param name="TitleLine">One-based line of the titles.</param>
public sealed record PreviewTable(string Sheet, int TitleLine, IReadOnlyList<PreviewColumn> Columns);

/// <summary>Looks at a table before it is imported, so that a person can set its titles right.</summary>
public static class TablePreview
{
    private const int Samples = 5;

    /// <summary>Rows among which the titles of a table nobody recognises are looked for.</summary>
    private const int Begin = 12;

    private static readonly char[] Separators = [',', '\t', ';', '|'];

    /// <summary>The tables of a csv or xlsx with what each column is taken for; or why there is none.</summary>
    public static Result<IReadOnlyList<PreviewTable>> Read(Stream file, HeaderAliases aliases)
    {
        try
        {
            using var stream = new PeekedStream(file);
            var kind = TextEncodings.Kind(stream.First);
            if (kind == FileKind.Xml)
            {
                return ImportRefusals.OtherKind("XML");
            }

            return Result<IReadOnlyList<PreviewTable>>.Of(Of(stream, kind, aliases));
        }
        catch (Exception problem) when (RightsReader.Reason(problem, 0) is { } reason)
        {
            return reason;
        }
    }

    internal static IReadOnlyList<PreviewTable> Of(PeekedStream stream, FileKind kind, HeaderAliases aliases) => [.. TableFile.Open(stream, kind, aliases).Tables.Select(Table)];

    /// <summary>A file in which no titles are known, as columns to which a person can give fields: the fullest of its first rows as titles.</summary>
    internal static IReadOnlyList<PreviewTable> Unknown(PeekedStream stream, FileKind kind)
    {
        if (kind != FileKind.Workbook)
        {
            var encoding = TextEncodings.Likely(stream);
            var begun = encoding.GetString(stream.First).TrimStart('\uFEFF');
            return Separators.Select(separator => Fullest("", [.. new CsvRecords(new StringReader(begun), separator).All(!stream.Short).Where(r => r.Fault is null).Take(Begin + Samples)]))
                .OfType<PreviewTable>().MaxBy(t => t.Columns.Count) is { } table ? [table] : [];
        }

        var book = WorkbookReader.Read(stream.All(WorkbookLimits.Default.MaxBytes));
        return !book.Ok ? [] : [.. book.Value.Sheets.Where(s => s is { Hidden: false, Cells.Count: > 0 }).Select(s => Fullest(s.Name, [.. SheetRows.Of(s).Take(Begin + Samples)])).OfType<PreviewTable>()];
    }

    private static PreviewTable? Fullest(string sheet, IReadOnlyList<TableRow> rows)
    {
        var head = rows.Take(Begin).Index().MaxBy(r => r.Item.Cells.Count(c => c.AsSpan().Trim().Length > 0));
        var titles = head.Item.Cells;
        return titles is null || titles.Count(c => c.AsSpan().Trim().Length > 0) < 2 ? null : new(
            sheet, head.Item.Line,
            [.. titles.Select((title, c) => new PreviewColumn(title.Trim(), null, [.. rows.Skip(head.Index + 1).Where(r => c < r.Cells.Count && r.Cells[c].Length > 0).Take(Samples).Select(r => r.Cells[c])])).Where(c => c.Title.Length > 0)]);
    }

    private static PreviewTable Table(OpenTable table)
    {
        List<List<string>> rows = [.. table.Rows.Where(r => r.Fault is null).Take(Samples).Select(r => r.Cells)];
        var fields = new string?[table.Head.Titles.Count];
        for (var f = 0; f < RightsFields.Words.Count; f++)
        {
            foreach (var column in table.Head.Columns((RightsField)f))
            {
                fields[column] = RightsFields.Words[f];
            }
        }

        return new(table.Sheet, table.Head.Row + 1, [.. table.Head.Titles.Select((title, c) => new PreviewColumn(title, fields[c], [.. rows.Where(r => c < r.Count && r[c].Length > 0).Select(r => r[c])]))]);
    }
}
