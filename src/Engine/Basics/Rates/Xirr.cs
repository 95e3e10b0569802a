namespace Zhirong.Engine.Basics;

/// <summary>
/// The internal rate of dated flows: annual effective, ACT/365, the first date is time 0 (the convention of the
/// spreadsheet function XIRR).
/// </summary>
/// <remarks>
/// Unlike the spreadsheet function it never picks silently: every rate in (−99.99 %, 10,000 %] is found. With
/// <c>x = ln(1 + r)</c> the present value is a sum of exponentials, which has at most as many roots as its coefficients
/// change sign (Laguerre 1883). One change: a single root, found by Newton steps on the log ratio of later to earlier
/// flows, which is nearly straight. More: multiplying by e^(sx), s between two flows of opposite sign, and differentiating
/// removes one change, so the roots of each function are separated by those of the next simpler one.
/// </remarks>
public static class Xirr
{
    /// <summary>Rates above −99.99 % are searched.</summary>
    public const double LowestRate = -0.9999;

    /// <summary>Rates up to 10,000 % are searched, this one included.</summary>
    public const double HighestRate = 100;

    private const int MostNewtonSteps = 100;

    // A rate this close to the ends (as a logarithm) is at the end: outside the lower one, inside the upper one.
    private const double Edge = 1e-12;

    private static readonly double LowestLog = Math.Log(1 + LowestRate) + Edge;
    private static readonly double HighestLog = Math.Log(1 + HighestRate);

    /// <summary>All internal rates of the flows.</summary>
    /// <param name="flows">In any order; flows of one date are added up, zero flows do not matter.</param>
    public static XirrOutcome Solve(IReadOnlyList<DatedAmount> flows)
    {
        var (days, fen) = Merged(flows);
        if (days.Length < 2)
        {
            return XirrOutcome.TooFewDates;
        }

        var sum = new ExponentialSum(Array.ConvertAll(fen, f => (double)f), Array.ConvertAll(days, d => (d - days[0]) / 365.0));
        return sum.SignChanges switch
        {
            0 => XirrOutcome.OneSign,
            1 => XirrOutcome.Of(SingleRoot(sum) is { } log ? [Math.Exp(log) - 1] : []),
            _ => XirrOutcome.Of(sum.Roots(LowestLog, HighestLog).ConvertAll(root => Math.Exp(root) - 1)),
        };
    }

    /// <summary>One amount per date, ascending, without zeros.</summary>
    private static (int[] Days, long[] Fen) Merged(IReadOnlyList<DatedAmount> flows)
    {
        var days = new int[flows.Count];
        var fen = new long[flows.Count];
        var ascending = true;
        for (var i = 0; i < days.Length; i++)
        {
            var (date, amount) = flows[i];
            (days[i], fen[i]) = (date.DayNumber, amount.Fen);
            ascending &= i == 0 || days[i - 1] <= days[i];
        }

        if (!ascending)
        {
            Array.Sort(days, fen);
        }

        var count = 0;
        for (var i = 0; i < days.Length;)
        {
            var (day, sum) = (days[i], 0L);
            for (; i < days.Length && days[i] == day; i++)
            {
                sum = checked(sum + fen[i]);
            }

            if (sum != 0)
            {
                (days[count], fen[count]) = (day, sum);
                count++;
            }
        }

        return (days[..count], fen[..count]);
    }

    /// <summary>The root of <c>ln(later ÷ earlier)</c>, which falls in x; null when it lies outside the range.</summary>
    private static double? SingleRoot(ExponentialSum sum)
    {
        var (low, high) = (LowestLog, HighestLog);
        var x = 0.0;
        for (var i = 0; i < MostNewtonSteps && high - low > 1e-14; i++)
        {
            var (value, slope) = sum.LogRatio(x);
            (low, high) = value > 0 ? (x, high) : (low, x);
            var next = x - (value / slope);
            var newton = next > low && next < high;
            if (newton && Math.Abs(next - x) < 1e-9)
            {
                return next;
            }

            x = newton ? next : (low + high) / 2;
        }

        return AtAnEnd(sum, x);
    }

    /// <summary>Newton left the range: the root is at its upper end, or it is outside.</summary>
    private static double? AtAnEnd(ExponentialSum sum, double x)
    {
        var inside = sum.LogRatio(LowestLog).Value > 0 && sum.LogRatio(HighestLog).Value <= Edge;
        return inside ? x : null;
    }
}
