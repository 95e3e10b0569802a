using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Income;

/// <summary>What a forecast forecasts.</summary>
public enum IncomeMeasure
{
    /// <summary>产品收入.</summary>
    Revenue,

    /// <summary>利润.</summary>
    Profit,

    /// <summary>超额收益, already the right's own.</summary>
    Excess,

    /// <summary>许可费, already the right's own.</summary>
    Fees,
}

/// <summary>Forecast income by calendar year, in yuan.</summary>
/// <param name="Name">Path in the request.</param>
/// <param name="FirstYear">Calendar year of the first figure.</param>
/// <param name="Yearly">A figure for each year; a year that is not there is not known.</param>
/// <param name="Measure">What it is.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record IncomeForecast(string Name, int FirstYear, IReadOnlyList<decimal> Yearly, IncomeMeasure Measure, Origin Origin)
{
    /// <summary>How the figures were made, when they grow from one; null when they were given year by year.</summary>
    public ForecastGrowth? Growth { get; init; }

    public int LastYear => FirstYear + Yearly.Count - 1;

    public static IReadOnlyList<string> MeasureWords { get; } = ["revenue", "profit", "excess", "fees"];

    public static Words Title(IncomeMeasure measure) => measure switch
    {
        IncomeMeasure.Revenue => new("收入", "revenue"),
        IncomeMeasure.Profit => new("利润", "profit"),
        IncomeMeasure.Excess => new("超额收益", "excess earnings"),
        _ => new("许可费", "licence fees"),
    };

    public decimal? In(int year) => year >= FirstYear && year <= LastYear ? Yearly[year - FirstYear] : null;

    public IEnumerable<AppraisalInput> Shown => Yearly.Select((value, i) => new AppraisalInput($"{Name}.{FirstYear + i}", Figure.Text(value), Origin));
}

/// <summary>A forecast that grows: the year before the first, its growth, how growth fades, what erodes after the first year.</summary>
public sealed record ForecastGrowth(decimal Last, decimal Growth, decimal Fade, decimal Erosion)
{
    /// <summary>The yearly figures.</summary>
    public IReadOnlyList<decimal> Yearly(int years)
    {
        var (income, growth, made) = (Last, Growth, new List<decimal>());
        for (var year = 0; year < years; year++)
        {
            income *= (1 + growth) * (year == 0 ? 1 : 1 - Erosion);
            growth *= Fade;
            made.Add(income);
        }

        return made;
    }
}
