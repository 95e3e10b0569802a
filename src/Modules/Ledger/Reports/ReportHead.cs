using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Ledger.Reports;

/// <summary>What the ledger's sheets have in common: A4 on its side, title, facts, one row of headings that every page repeats.</summary>
internal sealed class ReportHead
{
    /// <summary>Row of the headings; the first of data follows.</summary>
    public const int Row = 6;

    private readonly Sheet sheet;
    private readonly Language language;

    public ReportHead(Sheet sheet, Language language)
    {
        (this.sheet, this.language) = (sheet, language);
        sheet.Landscape = true;
        sheet.RepeatRows = Row;
    }

    public void Title(Words title)
    {
        sheet.Height(1, 24);
        sheet.Set(1, 1, Cell.Text(title.In(language), CellStyle.Title));
    }

    /// <summary>A line below the title; rows 2 to 4.</summary>
    public void Fact(int row, string text) => sheet.Set(row, 1, Cell.Text(text, CellStyle.Subtle));

    /// <summary>The cell that says whether the sheet is right: the good word, or the bad one in red.</summary>
    /// <param name="column">Where the answer stands, its name one column before.</param>
    /// <param name="name">What is checked.</param>
    /// <param name="condition">A formula that is true when all is well.</param>
    /// <param name="holds">Whether it is true of the figures as stored.</param>
    public void Check(int column, Words name, string condition, bool holds)
    {
        var (good, bad) = (new Words("是", "yes").In(language), new Words("否", "no").In(language));
        var address = CellAddress.Of(Row - 1, column);
        sheet.Set(Row - 1, column - 1, Cell.Text(name.In(language)));
        sheet.Set(Row - 1, column, Cell.Formula($"IF({condition},\"{good}\",\"{bad}\")", holds ? good : bad, CellStyle.Good));
        sheet.Conditional(address, $"{address}<>\"{good}\"", CellStyle.Bad);
    }

    public void Headings(IReadOnlyList<(Words Title, double Width)> columns)
    {
        foreach (var (n, (title, width)) in columns.Index())
        {
            sheet.Width(n + 1, width);
            sheet.Set(Row, n + 1, Cell.Text(title.In(language), CellStyle.Header));
        }
    }

    /// <summary>The sum of a column's data, to the fen.</summary>
    public static string Sum(int column, int last) => $"ROUND(SUM({Area(column, last)}),2)";

    /// <summary>A column's data, an empty first row when there is none.</summary>
    public static string Area(int column, int last) => CellAddress.Range(Row + 1, column, Math.Max(Row + 1, last), column);

    public static Cell Money(long fen, CellStyle style = CellStyle.Money) => Cell.Number(fen / 100m, style);

    public static Cell Money(string formula, long fen, CellStyle style = CellStyle.Money) => Cell.Formula(formula, fen / 100m, style);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The time in China, to the second.</summary>
    public static string Time(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
