using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Importing;
using Zhirong.Modules.Lending.Registration;
using Zhirong.Modules.Lending.Registration.Replies;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>A row of a file of indices.</summary>
/// <param name="Line">From 1, in the file.</param>
/// <param name="Cells">Field to text, as it stands there.</param>
/// <param name="Points">In hundredths.</param>
/// <param name="Faults">What of it cannot be read; then points and day may be null.</param>
internal sealed record IndexLine(int Line, IReadOnlyDictionary<string, string> Cells, string Code, long? Points, DateOnly? Day, string Model, IReadOnlyList<Refusal> Faults)
{
    public string Cell(string field) => Cells.GetValueOrDefault(field) ?? "";
}

/// <summary>How a file is to be read where its titles do not say so.</summary>
/// <param name="Columns">Field to the title of its column; <c>-</c> leaves a field unread; a field that is not named goes by the titles known.</param>
/// <param name="Day">For rows without a day of their own.</param>
/// <param name="Model">For rows without a model of their own; empty for none.</param>
internal sealed record IndexReading(IReadOnlyDictionary<string, string> Columns, DateOnly? Day, string Model);

/// <summary>Reads a file of indices (xlsx, csv in UTF-8 or GBK): credit code, points, day and model, and the name to check the code by.</summary>
internal static class IndexSheet
{
    public const int Most = 200_000;

    private const int LongestModel = 80;

    private const string Unread = "-";

    /// <summary>The fields a column may stand for.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["code", "name", "points", "day", "model"];

    /// <summary>Without these a file holds no indices; day and model may be given for all of it.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["code", "points", "day", "model"];

    /// <summary>The columns with samples and the fields they stand for; LEN-0732 or LEN-1540 where it is no such file.</summary>
    public static Result<LoanColumns> Columns(byte[] bytes, LoanTitles titles)
    {
        var rows = LoanSheetReader.Rows(bytes);
        return !rows.Ok ? Result<LoanColumns>.Refused(rows.Refusals)
            : rows.Value.Count == 0 ? InstantRefusals.IndexTitles(Needed)
            : LoanSheetReader.Columns(rows.Value, titles, Needed);
    }

    /// <summary>
    /// The rows in the order of the file, each with what is wrong in it. LEN-0732 where it is no such file, LEN-1541 where a column is named that it has
    /// not, LEN-1540 where a needed field has no column, LEN-1544 where the day or model given for all of it cannot be used, a count where it has no
    /// row or more than <see cref="Most"/>.
    /// </summary>
    public static Result<IReadOnlyList<IndexLine>> Read(byte[] bytes, LoanTitles titles, IndexReading reading, DateOnly today)
    {
        var rows = LoanSheetReader.Rows(bytes);
        if (!rows.Ok)
        {
            return Result<IReadOnlyList<IndexLine>>.Refused(rows.Refusals);
        }

        if (Given(reading, today) is { } given)
        {
            return given;
        }

        // With every title named by hand there need be none that is known: the row that holds them is the head.
        var named = reading.Columns.Values.Where(v => v != Unread).ToHashSet(StringComparer.Ordinal);
        var fields = rows.Value.Count == 0 ? null : LoanSheetReader.Columns(rows.Value, Named(titles, reading), Needed);
        if (fields is null || rows.Value.FirstOrDefault(r => r.Line == fields.Line) is not { Cells: { } head })
        {
            return InstantRefusals.IndexTitles(Needed);
        }

        if (reading.Columns.FirstOrDefault(c => c.Value != Unread && !head.Contains(c.Value)) is { Key: { } field } lost)
        {
            return InstantRefusals.IndexColumn(field, lost.Value, head);
        }

        if (named.Count < reading.Columns.Count(c => c.Value != Unread))
        {
            var twice = reading.Columns.Where(c => c.Value != Unread).GroupBy(c => c.Value, StringComparer.Ordinal).First(g => g.Count() > 1);
            return InstantRefusals.IndexColumn(twice.Last().Key, twice.Key, head);
        }

        var places = Places(head, titles, reading, named);
        List<string> missing = [.. Needed.Where(f => !places.ContainsKey(f) && !(f == "day" && reading.Day is not null) && !(f == "model" && reading.Model.Length > 0))];
        if (missing.Count > 0)
        {
            return InstantRefusals.IndexTitles(missing);
        }

        List<IndexLine> lines = [.. rows.Value.Where(r => r.Line > fields.Line && (r.Broken || r.Cells.Any(c => c.Trim().Length > 0))).Select(r => Line(r, places, reading, today))];
        return lines.Count is 0 or > Most ? LendingRefusals.Count("lines", lines.Count, 1, Most) : lines;
    }

    private static Refusal? Given(IndexReading reading, DateOnly today) =>
        reading.Day is { } day && (day > today || day.Year < 1990) ? InstantRefusals.IndexGiven("day", $"{day:yyyy-MM-dd}", Words.Same($"1990-01-01 … {today:yyyy-MM-dd}"))
        : reading.Model.Length > LongestModel || reading.Model.Any(char.IsControl) ? InstantRefusals.IndexGiven("model", reading.Model.Length > LongestModel ? $"{reading.Model.Length}" : "control", new($"1 到 {LongestModel} 个字符", $"1 to {LongestModel} characters")) : null;

    /// <summary>The titles known with those named by hand over them, to find the row of titles by; what cannot be laid over is told as a column later.</summary>
    private static LoanTitles Named(LoanTitles titles, IndexReading reading)
    {
        var named = LoanTitles.Of(reading.Columns.Where(c => c.Value != Unread).DistinctBy(c => c.Value, StringComparer.Ordinal).ToDictionary(c => c.Value, c => c.Key, StringComparer.Ordinal), Fields);
        return named.Ok ? titles.With(named.Value) : titles;
    }

    /// <summary>Field to the place of its column: the one named, else the first whose title is known and that is not named for another.</summary>
    private static Dictionary<string, int> Places(IReadOnlyList<string> head, LoanTitles titles, IndexReading reading, HashSet<string> named)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, title) in head.Index())
        {
            var field = reading.Columns.FirstOrDefault(c => c.Value == title).Key ?? (named.Contains(title) ? null : titles.Find(title));
            if (field is not null && (!reading.Columns.TryGetValue(field, out var wanted) || wanted == title))
            {
                places.TryAdd(field, at);
            }
        }

        return places;
    }

    private static IndexLine Line(AnswerCells row, Dictionary<string, int> places, IndexReading reading, DateOnly today)
    {
        var raw = places.Where(p => p.Value < row.Cells.Count).ToDictionary(p => p.Key, p => row.Cells[p.Value].Trim(), StringComparer.Ordinal);
        if (row.Broken)
        {
            return new(row.Line, raw, "", null, null, "", [InstantRefusals.IndexCell("row", "\"", new("成对的引号", "quotes that are closed"), row.Line)]);
        }

        Fill(raw, "day", reading.Day is { } given ? $"{given:yyyy-MM-dd}" : "");
        Fill(raw, "model", reading.Model);
        var cells = new LoanSheetCells(new(row.Line, raw, new Dictionary<string, string>(StringComparer.Ordinal)));
        var (code, day, model) = (cells.Code("code"), cells.Day("day"), cells.Text("model", LongestModel));
        List<Refusal> faults = [.. cells.Faults.Select(f => InstantRefusals.IndexCell(f.Path, f.Found, f.Expected, row.Line))];
        if (code.Length == 0 && !faults.Exists(f => f.Path == "code"))
        {
            faults.Insert(0, InstantRefusals.IndexCell("code", "", new("18 位统一社会信用代码", "a unified social credit code of 18 characters"), row.Line));
        }

        var points = Points(raw.GetValueOrDefault("points") ?? "");
        if (points is null)
        {
            faults.Add(InstantRefusals.IndexCell("points", raw.GetValueOrDefault("points") ?? "", new("0 到 100，至多两位小数", "0 to 100 with at most two decimals"), row.Line));
        }

        if (day > today)
        {
            faults.Add(InstantRefusals.IndexCell("day", $"{day:yyyy-MM-dd}", Words.Same($"≤ {today:yyyy-MM-dd}"), row.Line));
        }

        return new(row.Line, raw, code, points, day, model, faults);
    }

    private static void Fill(Dictionary<string, string> cells, string field, string given)
    {
        if (given.Length > 0 && (!cells.TryGetValue(field, out var before) || before.Length == 0))
        {
            cells[field] = given;
        }
    }

    private static long? Points(string text) =>
        decimal.TryParse(FullWidth.Narrow(text).TrimEnd('分', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points is >= 0 and <= 100 && decimal.Round(points, 2) == points ? (long)(points * 100m) : null;
}
