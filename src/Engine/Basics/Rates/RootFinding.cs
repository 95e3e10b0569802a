namespace Zhirong.Engine.Basics;

/// <summary>Roots of functions of one variable: estimates in <c>double</c>, never money.</summary>
public static class RootFinding
{
    private const int MostSteps = 200;

    /// <summary>
    /// The root between two points where the function has opposite signs (or is zero): R. P. Brent, Algorithms for
    /// Minimization without Derivatives (1973), ch. 4. Deterministic; converges always.
    /// </summary>
    /// <param name="function">Continuous on the interval.</param>
    /// <param name="low">One end.</param>
    /// <param name="high">The other end.</param>
    /// <param name="tolerance">Half the width of the interval that is left around the root.</param>
    public static double Brent(Func<double, double> function, double low, double high, double tolerance = 1e-13)
    {
        var (previous, best) = (low, high);
        var (previousValue, bestValue) = (function(previous), function(best));
        if (Math.Sign(previousValue) * Math.Sign(bestValue) > 0)
        {
            throw new ArgumentException($"No change of sign between {low:R} and {high:R}.", nameof(low));
        }

        var (opposite, oppositeValue) = (previous, previousValue);
        var step = best - previous;
        var stepBefore = step;
        for (var i = 0; i < MostSteps; i++)
        {
            if (Math.Sign(bestValue) * Math.Sign(oppositeValue) > 0)
            {
                (opposite, oppositeValue) = (previous, previousValue);
                step = stepBefore = best - previous;
            }

            if (Math.Abs(oppositeValue) < Math.Abs(bestValue))
            {
                (previous, best, opposite) = (best, opposite, best);
                (previousValue, bestValue, oppositeValue) = (bestValue, oppositeValue, bestValue);
            }

            var half = (opposite - best) / 2;
            var least = (2e-16 * Math.Abs(best)) + tolerance;
            if (Math.Abs(half) <= least || bestValue == 0)
            {
                return best;
            }

            var trial = Interpolated(half, (previous, previousValue), (best, bestValue), (opposite, oppositeValue));
            var trusted = Math.Abs(stepBefore) >= least
                && Math.Abs(previousValue) > Math.Abs(bestValue)
                && trial / half is > 0 and < 1.5
                && Math.Abs(trial) < Math.Abs(stepBefore) / 2;
            (stepBefore, step) = trusted ? (step, trial) : (half, half);
            (previous, previousValue) = (best, bestValue);
            best += Math.Abs(step) > least ? step : Math.CopySign(least, half);
            bestValue = function(best);
        }

        return best;
    }

    /// <summary>Secant step with two distinct points, inverse quadratic with three.</summary>
    private static double Interpolated(
        double half, (double X, double Y) previous, (double X, double Y) best, (double X, double Y) opposite)
    {
        var s = best.Y / previous.Y;
        if (previous.X == opposite.X)
        {
            return 2 * half * s / (s - 1);
        }

        var q = previous.Y / opposite.Y;
        var r = best.Y / opposite.Y;
        var numerator = s * ((2 * half * q * (q - r)) - ((best.X - previous.X) * (r - 1)));
        return -numerator / ((q - 1) * (r - 1) * (s - 1));
    }
}
