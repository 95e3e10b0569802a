using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration.Replies;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>A row of a sheet as it stands there.</summary>
/// <param name="Line">From 1, in the file.</param>
/// <param name="Cells">Field to text.</param>
/// <param name="Units">Field to its column's title, which may carry a unit.</param>
internal sealed record LoanSheetLine(int Line, IReadOnlyDictionary<string, string> Cells, IReadOnlyDictionary<string, string> Units);

/// <summary>A sheet that was read.</summary>
/// <param name="Columns">Every title and the field it stands for; empty where it is not read.</param>
internal sealed record LoanSheetRead(IReadOnlyList<LoanSheetLine> Lines, IReadOnlyDictionary<string, string> Columns);

/// <summary>Finds the row of titles of an officer's sheet (xlsx, csv in UTF-8 or GBK) and reads what stands under it; rows of sums are passed over.</summary>
internal static class LoanSheetReader
{
    public const int Most = 5_000;

    private const int HeadWithin = 20;

    private const int Samples = 3, LongestSample = 60;

    private static readonly string[] Sums = ["合计", "小计", "总计", "total", "sum"];

    /// <summary>The rows in the order of the file; LEN-0732 to LEN-0734 where it is no such file.</summary>
    public static Result<LoanSheetRead> Read(byte[] bytes, LoanTitles titles)
    {
        var opened = Rows(bytes);
        if (!opened.Ok)
        {
            return Result<LoanSheetRead>.Refused(opened.Refusals);
        }

        var rows = opened.Value;
        var at = rows.Take(HeadWithin).ToList().FindIndex(r => LoanTitles.Needed.All(f => r.Cells.Any(c => titles.Find(c) == f)));
        if (at < 0)
        {
            return LoanSheetRefusals.NoTitles(string.Join(", ", Nearest(rows, titles)));
        }

        var head = rows[at].Cells;
        List<LoanSheetLine> lines = [.. rows.Skip(at + 1).Where(r => !r.Broken && r.Cells.Any(c => c.Length > 0) && !r.Cells.Take(2).Any(c => Sums.Contains(c.Trim().ToLowerInvariant()))).Select(r => Line(r, head, titles))];
        return lines.Count is 0 or > Most
            ? LoanSheetRefusals.TooMany(lines.Count, Most)
            : new LoanSheetRead(lines, head.Where(h => h.Length > 0).Distinct(StringComparer.Ordinal).ToDictionary(h => h, h => titles.Find(h) ?? ""));
    }

    /// <summary>
    /// The titles of a sheet with samples under them, whether or not it can be read as it is: the row of titles is the one most of whose
    /// cells are known, else the first with the most cells. LEN-0732 to LEN-0734 where it is no such file.
    /// </summary>
    public static Result<LoanColumns> Columns(byte[] bytes, LoanTitles titles)
    {
        var opened = Rows(bytes);
        if (!opened.Ok)
        {
            return Result<LoanColumns>.Refused(opened.Refusals);
        }

        return opened.Value.Count == 0 ? LoanSheetRefusals.NoTitles("—") : Columns(opened.Value, titles, LoanTitles.Needed);
    }

    /// <summary>As above, of rows that were read, at least one.</summary>
    /// <param name="needed">Fields that are told as missing where no column stands for them.</param>
    public static LoanColumns Columns(IReadOnlyList<AnswerCells> rows, LoanTitles titles, IReadOnlyList<string> needed)
    {
        var best = rows.Take(HeadWithin).Index().MaxBy(r => (r.Item.Cells.Count(titles.Knows), r.Item.Cells.Count(c => c.Trim().Length > 0)));
        var columns = best.Item.Cells.Index().Where(c => c.Item.Trim().Length > 0).DistinctBy(c => c.Item, StringComparer.Ordinal).Select(c => new LoanColumn(
            c.Item, titles.Find(c.Item) ?? "", titles.Knows(c.Item), [.. rows.Skip(best.Index + 1).Select(r => c.Index < r.Cells.Count ? r.Cells[c.Index].Trim() : "").Where(cell => cell.Length > 0).Distinct(StringComparer.Ordinal).Take(Samples).Select(cell => cell.Length > LongestSample ? cell[..LongestSample] : cell)])).ToList();
        return new LoanColumns(best.Item.Line, columns, [.. needed.Where(field => !columns.Exists(c => c.Field == field))]);
    }

    /// <summary>The rows of a file as they stand there: xlsx (its first sheet that has any), csv in UTF-8 or GBK; LEN-0732 where it is neither.</summary>
    public static Result<IReadOnlyList<AnswerCells>> Rows(byte[] bytes)
    {
        try
        {
            return Open(bytes);
        }
        catch (FileFaultException fault)
        {
            return LoanSheetRefusals.NotASheet($"{fault.Kind}");
        }
    }

    private static LoanSheetLine Line(AnswerCells row, IReadOnlyList<string> head, LoanTitles titles)
    {
        var (cells, units) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (title, cell) in head.Zip(row.Cells))
        {
            // The first column of a field counts, unless it is blank.
            if (titles.Find(title) is { } field && (!cells.TryGetValue(field, out var before) || before.Length == 0))
            {
                (cells[field], units[field]) = (cell.Trim(), title);
            }
        }

        return new(row.Line, cells, units);
    }

    /// <summary>The needed fields that the row most like a row of titles lacks.</summary>
    private static IEnumerable<string> Nearest(IReadOnlyList<AnswerCells> rows, LoanTitles titles)
    {
        var best = rows.Take(HeadWithin).Select(r => r.Cells.Select(titles.Find).OfType<string>().ToHashSet()).MaxBy(found => found.Count) ?? [];
        return LoanTitles.Needed.Where(f => !best.Contains(f)).Select(f => $"– {f}");
    }

    private static Result<IReadOnlyList<AnswerCells>> Open(byte[] bytes)
    {
        if (TextEncodings.Kind(bytes) == FileKind.Workbook)
        {
            var book = WorkbookReader.Read(bytes);
            return book.Ok ? Result<IReadOnlyList<AnswerCells>>.Of(AnswerRows.OfSheet(book.Value)) : Result<IReadOnlyList<AnswerCells>>.Refused(book.Refusals);
        }

        return TextEncodings.Kind(bytes) != FileKind.Xml && Text(bytes) is { } text && !text.Contains('\0', StringComparison.Ordinal) ? Result<IReadOnlyList<AnswerCells>>.Of(AnswerRows.OfText(text)) : LoanSheetRefusals.NotASheet("—");
    }

    private static string? Text(byte[] bytes)
    {
        foreach (var encoding in (Encoding[])[TextEncodings.Utf8, TextEncodings.Gb18030])
        {
            try
            {
                return encoding.GetString(bytes).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // The next one may read it.
            }
        }

        return null;
    }
}
