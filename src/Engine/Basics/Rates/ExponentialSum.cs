namespace Zhirong.Engine.Basics;

/// <summary><c>f(x) = Σ aᵢ·e^(−x·tᵢ)</c> with ascending times and no zero coefficient.</summary>
internal sealed class ExponentialSum(double[] coefficients, double[] times)
{
    // Above this the separating functions lose their digits, and a grid separates as well.
    private const int MostSignChangesSeparated = 24;
    private const int GridPoints = 8192;

    // A local extreme this close to zero, relative to the terms, touches zero.
    private const double Touch = 1e-14;

    public int SignChanges { get; } = CountSignChanges(coefficients);

    /// <summary>With one change of sign: <c>ln(|later terms| ÷ |earlier terms|)</c> and its derivative, always negative.</summary>
    public (double Value, double Slope) LogRatio(double x)
    {
        var shift = Shift(x);
        var positive = coefficients[0] > 0;
        double early = 0, earlyTimed = 0, late = 0, lateTimed = 0;
        for (var i = 0; i < times.Length; i++)
        {
            var term = coefficients[i] * Math.Exp(x * (shift - times[i]));
            if (coefficients[i] > 0 == positive)
            {
                early += term;
                earlyTimed += term * times[i];
            }
            else
            {
                late += term;
                lateTimed += term * times[i];
            }
        }

        return (Math.Log(Math.Abs(late / early)), (earlyTimed / early) - (lateTimed / late));
    }

    /// <summary>Every root above <paramref name="low"/> and up to <paramref name="high"/>, ascending.</summary>
    public List<double> Roots(double low, double high)
    {
        if (SignChanges == 0)
        {
            return [];
        }

        var roots = new List<double>();
        var from = (X: low, Sign: Sign(low));
        foreach (var x in Separators(low, high).Append(high))
        {
            var to = (X: x, Sign: Sign(x));
            if (to.Sign == 0)
            {
                Add(roots, x);
            }
            else if (from.Sign * to.Sign < 0)
            {
                Add(roots, RootFinding.Brent(Value, from.X, x));
            }

            from = to;
        }

        return roots;
    }

    /// <summary>Points between which there is at most one root.</summary>
    private IEnumerable<double> Separators(double low, double high) => SignChanges <= MostSignChangesSeparated
        ? Simpler().Roots(low, high)
        : Enumerable.Range(1, GridPoints - 1).Select(i => low + ((high - low) * i / GridPoints));

    /// <summary>
    /// <c>e^(−sx) · d/dx (e^(sx)·f)</c> with s amid the first change of sign: it has one change less, and between two of its
    /// roots e^(sx)·f is monotone.
    /// </summary>
    private ExponentialSum Simpler()
    {
        var change = 1;
        while (coefficients[change] > 0 == coefficients[change - 1] > 0)
        {
            change++;
        }

        var s = (times[change - 1] + times[change]) / 2;
        var simpler = new double[times.Length];
        var largest = 0.0;
        for (var i = 0; i < simpler.Length; i++)
        {
            simpler[i] = coefficients[i] * (s - times[i]);
            largest = Math.Max(largest, Math.Abs(simpler[i]));
        }

        return new(Array.ConvertAll(simpler, a => a / largest), times);
    }

    private static void Add(List<double> roots, double root)
    {
        // Two points around one touching root may both count as zero.
        if (roots.Count == 0 || root - roots[^1] > 1e-10)
        {
            roots.Add(root);
        }
    }

    /// <summary>f(x) times a positive factor that keeps every exponential at most 1.</summary>
    private double Value(double x)
    {
        var shift = Shift(x);
        var sum = 0.0;
        for (var i = 0; i < times.Length; i++)
        {
            sum += coefficients[i] * Math.Exp(x * (shift - times[i]));
        }

        return sum;
    }

    private int Sign(double x)
    {
        var shift = Shift(x);
        double sum = 0, size = 0;
        for (var i = 0; i < times.Length; i++)
        {
            var term = coefficients[i] * Math.Exp(x * (shift - times[i]));
            sum += term;
            size += Math.Abs(term);
        }

        return Math.Abs(sum) <= Touch * size ? 0 : Math.Sign(sum);
    }

    private double Shift(double x) => x < 0 ? times[^1] : 0;

    private static int CountSignChanges(double[] coefficients)
    {
        var changes = 0;
        for (var i = 1; i < coefficients.Length; i++)
        {
            if (coefficients[i] > 0 != coefficients[i - 1] > 0)
            {
                changes++;
            }
        }

        return changes;
    }
}
