using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Income;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Concluding;

/// <summary>A value for every pair of share and rate; <see cref="Values"/>[share][rate].</summary>
public sealed record SensitivityGrid(IReadOnlyList<decimal> Shares, IReadOnlyList<decimal> Rates, IReadOnlyList<IReadOnlyList<decimal>> Values);

/// <summary>What one input moves: the value at its low and at its high end.</summary>
public sealed record TornadoBar(Words Input, decimal LowInput, decimal HighInput, decimal AtLow, decimal AtHigh)
{
    public decimal Width => Math.Abs(AtHigh - AtLow);
}

/// <summary>M13: how the value of an income case answers to its inputs. The exact method runs for each cell.</summary>
public static class Sensitivity
{
    public static Result<SensitivityGrid> Grid(IncomeCase of, AppraisalTerms terms, IReadOnlyList<decimal> shares, IReadOnlyList<decimal> rates)
    {
        var rows = new List<IReadOnlyList<decimal>>();
        foreach (var share in shares)
        {
            var row = new List<decimal>();
            foreach (var rate in rates)
            {
                var cell = Run(of with { Share = of.Share with { Rate = share }, Discount = of.Discount with { Rate = rate } }, terms);
                if (!cell.Ok)
                {
                    return Result<SensitivityGrid>.Refused(cell.Refusals);
                }

                row.Add(cell.Value);
            }

            rows.Add(row);
        }

        return new SensitivityGrid(shares, rates, rows);
    }

    /// <summary>Share, rate, income, life and tax, each moved alone by a part of itself; widest first.</summary>
    /// <param name="of">The case.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="part">0.1 moves an input from 90 % to 110 % of itself; above 0 and below 1.</param>
    public static Result<IReadOnlyList<TornadoBar>> Tornado(IncomeCase of, AppraisalTerms terms, decimal part)
    {
        if (part is <= 0 or >= 1)
        {
            return AppraisalRefusals.OutOfRange("sensitivity.part", part, new("大于 0、小于 1", "above 0 and below 1"));
        }

        var (low, high) = (1 - part, 1 + part);
        List<(Words Name, decimal At, Func<decimal, IncomeCase> Moved)> moves =
        [
            (new("分成率", "share rate"), of.Share.Rate, share => of with { Share = of.Share with { Rate = share } }),
            (new("折现率", "discount rate"), of.Discount.Rate, rate => of with { Discount = of.Discount with { Rate = rate } }),
            (new("预测收益", "forecast income"), 1, level => of with { Forecast = of.Forecast with { Yearly = [.. of.Forecast.Yearly.Select(y => y * level)] } }),
            (new("剩余寿命", "remaining life"), of.Life.Years, years => of with { Life = of.Life with { Years = Rounding.Decimals(years, 2, RoundingMode.Down) } }),
        ];
        if (of.Tax is { Value: > 0 } tax)
        {
            moves.Add((new("所得税率", "income tax"), tax.Value, rate => of with { Tax = tax with { Value = rate } }));
        }

        var bars = new List<TornadoBar>();
        foreach (var (name, at, moved) in moves)
        {
            var (below, above) = (Run(moved(at * low), terms), Run(moved(at * high), terms));
            if (below.Ok && above.Ok)
            {
                bars.Add(new(name, at * low, at * high, below.Value, above.Value));
            }
        }

        return bars.OrderByDescending(b => b.Width).ToArray();
    }

    private static Result<decimal> Run(IncomeCase of, AppraisalTerms terms)
    {
        var value = IncomeMethod.Value(of, terms);
        return value.Ok ? value.Value.Unrounded : Result<decimal>.Refused(value.Refusals);
    }
}
