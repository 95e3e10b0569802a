using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Promises;

/// <summary>Figures of indicators: kept in ten-thousandths of their unit, so that they compare exactly.</summary>
internal static class IndicatorFigure
{
    private const decimal Scale = 10_000m;

    /// <summary>What a unit takes: its least, its most and its decimals.</summary>
    private static (decimal Least, decimal Most, int Decimals) Bounds(string unit) => unit switch
    {
        PromiseWords.Yuan => (-999_999_999_999.99m, 999_999_999_999.99m, 2),
        PromiseWords.Percent => (-1_000_000m, 1_000_000m, 4),
        _ => (0m, 1_000_000_000m, 0),
    };

    /// <summary>Null where the text is no figure of the unit.</summary>
    public static long? Read(string unit, string? text)
    {
        var (least, most, decimals) = Bounds(unit);
        return decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var figure) && figure >= least && figure <= most && decimal.Round(figure, decimals) == figure ? (long)(figure * Scale) : null;
    }

    /// <summary>Of a figure that is known: rounded half up to the unit's decimals; null beyond its bounds.</summary>
    public static long? Of(string unit, decimal figure)
    {
        var (least, most, decimals) = Bounds(unit);
        return figure < least || figure > most ? null : (long)(Rounding.Decimals(figure, decimals) * Scale);
    }

    /// <summary>As it is read and shown: yuan with two decimals, others with those they have.</summary>
    public static string Text(string unit, long figure) => (figure / Scale).ToString(unit == PromiseWords.Yuan ? "0.00" : "0.####", CultureInfo.InvariantCulture);

    /// <summary>With its unit, for sentences.</summary>
    public static Words Named(string unit, long figure)
    {
        var (text, title) = (Text(unit, figure), PromiseWords.Unit(unit));
        return unit == PromiseWords.Percent ? Words.Same($"{text}%") : new($"{text} {title.Zh}", unit == PromiseWords.Count ? text : $"{text} {title.En}");
    }

    /// <summary>What a unit takes, for refusals.</summary>
    public static Words Expected(string unit)
    {
        var (least, most, decimals) = Bounds(unit);
        return new(FormattableString.Invariant($"{least:0.##} 到 {most:0.##}，至多 {decimals} 位小数"), FormattableString.Invariant($"{least:0.##} to {most:0.##}, at most {decimals} decimals"));
    }

    /// <summary>Whether a figure keeps what was promised; exactly the target keeps it.</summary>
    public static bool Keeps(string direction, long target, long figure) => direction == PromiseWords.AtMost ? figure <= target : figure >= target;
}
