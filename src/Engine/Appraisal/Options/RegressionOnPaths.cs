namespace Zhirong.Engine.Appraisal.Options;

/// <summary>What the regression of one date found.</summary>
/// <param name="Date">Index of the date, 1 first.</param>
/// <param name="Coefficients">Of 1, x, x² …; empty where the regression was singular.</param>
/// <param name="InTheMoney">Paths it used, from 1.</param>
public sealed record DateRegression(int Date, IReadOnlyList<double> Coefficients, IReadOnlyList<int> InTheMoney);

/// <summary>An option valued on given paths.</summary>
public sealed record RegressedValue(double Estimate, double European, IReadOnlyList<DateRegression> Regressions);

/// <summary>
/// Longstaff and Schwartz (2001) on paths somebody gives, in plain arithmetic: the reference for <see cref="LongstaffSchwartz"/>
/// and the way their own example is worked.
/// </summary>
public static class RegressionOnPaths
{
    /// <param name="spots">One row for each date from 1 on, one column for each path.</param>
    /// <param name="strike">K.</param>
    /// <param name="side">Call or put.</param>
    /// <param name="discount">Factor from one date to the one before.</param>
    /// <param name="degree">Of the polynomial, 1 to 4.</param>
    /// <param name="scale">The polynomial's variable is spot ÷ scale.</param>
    public static RegressedValue Of(IReadOnlyList<double[]> spots, double strike, OptionSide side, double discount, int degree, double scale = 1)
    {
        var (dates, paths, n) = (spots.Count, spots[0].Length, degree + 1);
        var sign = side == OptionSide.Call ? 1 : -1;
        var cash = spots[dates - 1].Select(s => Math.Max(0, sign * (s - strike))).ToArray();
        var european = cash.Average() * Math.Pow(discount, dates);
        var found = new List<DateRegression>();
        var sums = new double[n * (n + 1)];
        var terms = new double[n];
        for (var t = dates - 2; t >= 0; t--)
        {
            Array.Clear(sums);
            var used = new List<int>();
            for (var i = 0; i < paths; i++)
            {
                cash[i] *= discount;
                if (sign * (spots[t][i] - strike) > 0)
                {
                    used.Add(i);
                    Powers(terms, spots[t][i] / scale);
                    NormalEquations.Add(sums, n, terms, cash[i]);
                }
            }

            var solution = new double[n];
            var solved = NormalEquations.Solve(sums, n, solution);
            found.Add(new(t + 1, solved ? solution : [], [.. used.Select(i => i + 1)]));
            foreach (var i in solved ? used : [])
            {
                Powers(terms, spots[t][i] / scale);
                var (held, now) = (terms.Zip(solution, (x, b) => x * b).Sum(), sign * (spots[t][i] - strike));
                cash[i] = now > held ? now : cash[i];
            }
        }

        return new(cash.Average() * discount, european, found);
    }

    private static void Powers(double[] terms, double x)
    {
        terms[0] = 1;
        for (var i = 1; i < terms.Length; i++)
        {
            terms[i] = terms[i - 1] * x;
        }
    }
}
