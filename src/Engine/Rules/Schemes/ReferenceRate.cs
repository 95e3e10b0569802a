using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>A published rate as it stood on a day.</summary>
/// <param name="Rate">A fraction a year: 0.03 is 3 %.</param>
public sealed record ReferenceQuote(string Curve, DateOnly On, DateOnly Published, decimal Rate, string Source);

/// <summary>Where published rates are looked up; the engine holds none.</summary>
public interface IReferenceRates
{
    /// <summary>The latest quote on or before a day, or why there is none.</summary>
    Result<ReferenceQuote> At(string curve, DateOnly on);
}

/// <summary>
/// The day a rate is taken of: a date fact, moved by months, or to a month of its year, then kept or set to the end or the
/// start of that month.
/// </summary>
/// <param name="Fact">A date fact.</param>
/// <param name="Months">Months added, −120 to 120.</param>
/// <param name="Month">1 to 12: this month of the fact's year; null keeps the month.</param>
/// <param name="Day"><c>same</c>, <c>end</c> or <c>start</c> of the month.</param>
public sealed record RateDay(string Fact, int Months, int? Month, string Day)
{
    public static IReadOnlyList<string> DayWords { get; } = ["same", "end", "start"];

    public DateOnly Of(DateOnly date)
    {
        var moved = date.AddMonths(Months);
        if (Month is { } month)
        {
            moved = new(moved.Year, month, Math.Min(moved.Day, DateTime.DaysInMonth(moved.Year, month)));
        }

        return Day switch
        {
            "end" => new(moved.Year, moved.Month, DateTime.DaysInMonth(moved.Year, moved.Month)),
            "start" => new(moved.Year, moved.Month, 1),
            _ => moved,
        };
    }
}

/// <summary>A reference rate a rule uses, as <c>rate.&lt;id&gt;</c> in its expressions.</summary>
/// <param name="Curve"><c>LPR1Y</c> or <c>LPR5Y</c>.</param>
public sealed record ReferenceRate(string Id, string Curve, RateDay Day)
{
    public static IReadOnlyList<string> Curves { get; } = ["LPR1Y", "LPR5Y"];

    /// <summary>A curve as the field calls it.</summary>
    public static Words Title(string curve) => curve switch
    {
        "LPR1Y" => new("一年期 LPR", "one-year LPR"),
        "LPR5Y" => new("五年期以上 LPR", "LPR of five years and more"),
        _ => Words.Same(curve),
    };

    /// <summary>The title of a curve on a day that has no quote, as <c>LPR1Y 2026-01-20</c> names it; null for any other text.</summary>
    internal static Words? TitleOn(string unquoted) => unquoted.Split(' ') is [var curve, var day] && Curves.Contains(curve) ? new($"{day} 的{Title(curve).Zh}", $"{Title(curve).En} of {day}") : null;
}
