using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit;

/// <summary>Which loan prime rate.</summary>
public enum LprTenor
{
    OneYear,
    FiveYears,
}

/// <param name="Published">The day of publication.</param>
/// <param name="Rate">As a fraction: 0.03 is 3.00 %.</param>
public readonly record struct LprQuote(DateOnly Published, decimal Rate);

/// <summary>贷款市场报价利率 as published month by month; the rate in force on a day is the last one published on or before it.</summary>
public sealed class LprTable
{
    /// <summary>Publications lie at most this many days apart; a date further from the last one is not known.</summary>
    public const int LongestGap = 45;

    /// <summary>The words written in files, in the order of <see cref="LprTenor"/>.</summary>
    public static IReadOnlyList<string> TenorWords { get; } = ["1Y", "5Y"];

    private readonly List<(DateOnly Date, decimal OneYear, decimal FiveYears)> rows;

    private LprTable(List<(DateOnly Date, decimal OneYear, decimal FiveYears)> rows) => this.rows = rows;

    /// <summary>The last day of publication; null for a table without any.</summary>
    public DateOnly? Last => rows.Count == 0 ? null : rows[^1].Date;

    /// <summary>A table without publications: every quote is refused.</summary>
    public static LprTable Empty { get; } = new([]);

    /// <summary>Reads <c>date,lpr_1y,lpr_5y</c> with a header, percent a year, dates rising (CRED-0101).</summary>
    public static Result<LprTable> Parse(string csv)
    {
        var rows = new List<(DateOnly Date, decimal OneYear, decimal FiveYears)>();
        var lines = csv.Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Trim().Split(',');
            if (cells is [""])
            {
                continue;
            }

            if (cells.Length != 3
                || !DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                || !decimal.TryParse(cells[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var one)
                || !decimal.TryParse(cells[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var five)
                || (rows.Count > 0 && date <= rows[^1].Date))
            {
                return CreditRefusals.RateRow(i + 1, lines[i].Trim());
            }

            rows.Add((date, one / 100m, five / 100m));
        }

        return new LprTable(rows);
    }

    /// <summary>The rate in force on a day. Refused before the first publication (CRED-0102) and beyond the last (CRED-0103).</summary>
    public Result<LprQuote> At(DateOnly date, LprTenor tenor)
    {
        var index = rows.FindLastIndex(r => r.Date <= date);
        if (index < 0)
        {
            return CreditRefusals.BeforeFirst(date, rows.Count == 0 ? DateOnly.MaxValue : rows[0].Date);
        }

        var (published, one, five) = rows[index];
        return index == rows.Count - 1 && date.DayNumber - published.DayNumber > LongestGap
            ? CreditRefusals.AfterLast(date, published)
            : new LprQuote(published, tenor == LprTenor.OneYear ? one : five);
    }
}
