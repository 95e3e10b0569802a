using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Zhirong.Engine.Appraisal.Simulation;

namespace Zhirong.Engine.Appraisal.Options;

/// <summary>A simulated value with its standard error.</summary>
public sealed record SimulatedOption(double Estimate, double StandardError);

/// <summary>
/// Longstaff and Schwartz (2001): exercise on equally spaced dates, decided by regressing what is earned later on a cubic in
/// spot ÷ strike (the span of a constant and their first three Laguerre polynomials without the exponential weight).
/// </summary>
/// <remarks>
/// Antithetic pairs; paths run backward as Brownian bridges, so that no path is ever stored whole. Keeps its memory between
/// calls; not shared between threads.
/// </remarks>
public sealed unsafe class LongstaffSchwartz
{
    private const int Moments = 7;

    /// <summary>Draws made at a time, so that the work of one step does not wait for the long chain of one draw.</summary>
    private const int Block = 512;

    private AlignedDoubles? motions;
    private AlignedDoubles? cash;
    private AlignedDoubles? spots;

    /// <summary>Values an option that may be exercised on <paramref name="dates"/> dates after today.</summary>
    /// <param name="o">The option.</param>
    /// <param name="paths">Rounded down to a multiple of 32, at least 32.</param>
    /// <param name="dates">At least 1.</param>
    /// <param name="seed">The same seed gives the same value.</param>
    public SimulatedOption Of(OptionTerms o, int paths, int dates, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 32);
        ArgumentOutOfRangeException.ThrowIfLessThan(dates, 1);
        var run = new Run(o, paths / 32 * 16, dates);
        motions = AlignedDoubles.AtLeast(motions, run.Pairs);
        cash = AlignedDoubles.AtLeast(cash, 2 * run.Pairs);
        spots = AlignedDoubles.AtLeast(spots, 2 * run.Pairs);
        var draws = new Draws(seed);
        Last(run, ref draws);
        Span<double> rule = stackalloc double[4];
        var decides = false;
        for (var t = dates - 1; t >= 1; t--)
        {
            decides = Date(run, t, ref draws, rule, decides);
        }

        return Close(run, rule, decides);
    }

    /// <summary>Spots of the same paths, a row for each date: what the reference takes.</summary>
    internal static IReadOnlyList<double[]> Paths(OptionTerms o, int paths, int dates, ulong seed)
    {
        var run = new Run(o, paths / 32 * 16, dates);
        var (draws, rows, w) = (new Draws(seed), new double[dates][], new double[run.Pairs]);
        for (var t = dates; t >= 1; t--)
        {
            rows[t - 1] = new double[2 * run.Pairs];
            var (keep, spread) = t == dates ? (0, Math.Sqrt(o.Years)) : run.Bridge(t);
            for (var i = 0; i < run.Pairs; i += 16)
            {
                var (low, high) = Vector512.Widen(draws.Normals());
                for (var k = 0; k < 16; k++)
                {
                    w[i + k] = (keep * w[i + k]) + (spread * (k < 8 ? low[k] : high[k - 8]));
                    var (drift, move) = (run.LogSpot(t), o.Volatility * w[i + k]);
                    rows[t - 1][i + k] = Math.Exp(drift + move);
                    rows[t - 1][run.Pairs + i + k] = Math.Exp(drift - move);
                }
            }
        }

        return rows;
    }

    private readonly struct Run(OptionTerms option, int pairs, int dates)
    {
        public OptionTerms Option { get; } = option;

        public int Pairs { get; } = pairs;

        public int Dates { get; } = dates;

        public double Step { get; } = option.Years / dates;

        public double Discount => Math.Exp(-Option.Rate * Step);

        public double Sign => Option.Side == OptionSide.Call ? 1 : -1;

        public double LogSpot(int t) => Math.Log(Option.Spot) + ((Option.Rate - Option.Yield - (Option.Volatility * Option.Volatility / 2)) * t * Step);

        /// <summary>From date t + 1 back to date t: how much of the motion stays and what is drawn anew.</summary>
        public (double Keep, double Spread) Bridge(int t)
        {
            var keep = (double)t / (t + 1);
            return (keep, Math.Sqrt(Step * keep));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Last(in Run run, ref Draws draws)
    {
        var w = motions!.Start;
        var c = cash!.Start;
        var s = spots!.Start;
        var pairs = run.Pairs;
        var scale = Vector512.Create(Math.Sqrt(run.Option.Years));
        var (mean, sigma) = (Vector512.Create(run.LogSpot(run.Dates) - Math.Log(run.Option.Strike)), Vector512.Create(run.Option.Volatility));
        var k = Vector512.Create(run.Option.Strike * run.Sign);
        for (var i = 0; i < pairs; i += 16)
        {
            var (low, high) = Vector512.Widen(draws.Normals());
            (low * scale).Store(w + i);
            (high * scale).Store(w + i + 8);
            for (var h = i; h < i + 16; h += 8)
            {
                var x = sigma * Vector512.Load(w + h);
                var (a, b) = (Lanes.Exp(mean + x), Lanes.Exp(mean - x));
                a.Store(s + h);
                b.Store(s + pairs + h);
                Vector512.MaxNative(Vector512<double>.Zero, Vector512.FusedMultiplyAdd(k, a, Vector512<double>.Zero - k)).Store(c + h);
                Vector512.MaxNative(Vector512<double>.Zero, Vector512.FusedMultiplyAdd(k, b, Vector512<double>.Zero - k)).Store(c + pairs + h);
            }
        }
    }

    /// <summary>
    /// One sweep: exercise of date t + 1 by its rule, one step of discount, the bridge to date t, and the sums of its regression.
    /// </summary>
    private bool Date(in Run run, int t, ref Draws draws, Span<double> rule, bool decides)
    {
        var sums = stackalloc double[Moments + 4];
        new Span<double>(sums, Moments + 4).Clear();
        Sweep(run, t, ref draws, rule, decides, sums);
        Span<double> system = stackalloc double[20];
        for (var q = 0; q < 4; q++)
        {
            for (var p = 0; p < 4; p++)
            {
                system[(q * 5) + p] = sums[q + p];
            }

            system[(q * 5) + 4] = sums[Moments + q];
        }

        return NormalEquations.Solve(system, 4, rule);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sweep(in Run run, int t, ref Draws source, ReadOnlySpan<double> rule, bool decides, double* sums)
    {
        var w = motions!.Start;
        var (pairs, draws) = (run.Pairs, source);
        var (keep, spread) = run.Bridge(t);
        var (al, sb, sigma) = (Vector512.Create(keep), Vector512.Create(spread), Vector512.Create(run.Option.Volatility));
        var mean = Vector512.Create(Math.Exp(run.LogSpot(t)) / run.Option.Strike);
        var sign = Vector512.Create(run.Sign);
        var decision = new Decision(rule, run.Option.Strike * run.Sign, run.Discount, decides);
        LowMoments lows = default;
        HighMoments highs = default;
        Products products = default;
        var c = cash!.Start;
        var s = spots!.Start;
        var z = stackalloc float[Block];
        for (var from = 0; from < pairs; from += Block)
        {
            var to = Math.Min(pairs, from + Block);
            draws.Fill(z, to - from);
            for (var i = from; i < to; i += 16)
            {
                var (low, high) = Vector512.Widen(Vector512.Load(z + i - from));
                low = Vector512.FusedMultiplyAdd(al, Vector512.Load(w + i), sb * low);
                high = Vector512.FusedMultiplyAdd(al, Vector512.Load(w + i + 8), sb * high);
                low.Store(w + i);
                high.Store(w + i + 8);
                Lanes.Exp(sigma * low, out var up, out var down);
                Step(c + i, s + i, mean * up, decision, sign, ref lows, ref highs, ref products);
                Step(c + pairs + i, s + pairs + i, mean * down, decision, sign, ref lows, ref highs, ref products);
                Lanes.Exp(sigma * high, out up, out down);
                Step(c + i + 8, s + i + 8, mean * up, decision, sign, ref lows, ref highs, ref products);
                Step(c + pairs + i + 8, s + pairs + i + 8, mean * down, decision, sign, ref lows, ref highs, ref products);
            }
        }

        source = draws;
        lows.Store(sums);
        highs.Store(sums);
        products.Store(sums);
    }

    private readonly struct Decision(ReadOnlySpan<double> rule, double signedStrike, double discount, bool decides)
    {
        public readonly Vector512<double> B0 = Vector512.Create(decides ? rule[0] : double.PositiveInfinity);
        public readonly Vector512<double> B1 = Vector512.Create(decides ? rule[1] : 0);
        public readonly Vector512<double> B2 = Vector512.Create(decides ? rule[2] : 0);
        public readonly Vector512<double> B3 = Vector512.Create(decides ? rule[3] : 0);
        public readonly Vector512<double> K = Vector512.Create(signedStrike);
        public readonly Vector512<double> D = Vector512.Create(discount);

        /// <summary>What a path gets when the option is exercised where that is worth more than going on.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<double> Cash(Vector512<double> x, Vector512<double> held)
        {
            var goOn = Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(B3, x, B2), x, B1), x, B0);
            var now = Vector512.FusedMultiplyAdd(K, x, Vector512<double>.Zero - K);
            var exercise = Vector512.GreaterThan(now, Vector512.MaxNative(goOn, Vector512<double>.Zero));
            return Vector512.ConditionalSelect(exercise, now, held);
        }
    }

    /// <summary>Σ x^0 … Σ x^3 over the paths in the money; like its two companions of few enough fields to stay in registers.</summary>
    private struct LowMoments
    {
        private Vector512<double> m0;
        private Vector512<double> m1;
        private Vector512<double> m2;
        private Vector512<double> m3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector512<double> one, Vector512<double> x1, Vector512<double> x2, Vector512<double> x3)
        {
            m0 += one;
            m1 += x1;
            m2 += x2;
            m3 += x3;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Store(double* sums) => (sums[0], sums[1], sums[2], sums[3]) = (Vector512.Sum(m0), Vector512.Sum(m1), Vector512.Sum(m2), Vector512.Sum(m3));
    }

    /// <summary>Σ x^4 … Σ x^6.</summary>
    private struct HighMoments
    {
        private Vector512<double> m4;
        private Vector512<double> m5;
        private Vector512<double> m6;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector512<double> x2, Vector512<double> x3)
        {
            m4 = Vector512.FusedMultiplyAdd(x2, x2, m4);
            m5 = Vector512.FusedMultiplyAdd(x2, x3, m5);
            m6 = Vector512.FusedMultiplyAdd(x3, x3, m6);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Store(double* sums) => (sums[4], sums[5], sums[6]) = (Vector512.Sum(m4), Vector512.Sum(m5), Vector512.Sum(m6));
    }

    /// <summary>Σ y … Σ x³y.</summary>
    private struct Products
    {
        private Vector512<double> y0;
        private Vector512<double> y1;
        private Vector512<double> y2;
        private Vector512<double> y3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector512<double> y, Vector512<double> x1, Vector512<double> x2, Vector512<double> x3)
        {
            y0 += y;
            y1 = Vector512.FusedMultiplyAdd(x1, y, y1);
            y2 = Vector512.FusedMultiplyAdd(x2, y, y2);
            y3 = Vector512.FusedMultiplyAdd(x3, y, y3);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Store(double* sums) => (sums[7], sums[8], sums[9], sums[10]) = (Vector512.Sum(y0), Vector512.Sum(y1), Vector512.Sum(y2), Vector512.Sum(y3));
    }

    /// <summary>Eight paths: what they get by the rule of the date before, discounted, and their part in the sums of this date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(double* cash, double* spot, Vector512<double> x, in Decision decision, Vector512<double> sign, ref LowMoments low, ref HighMoments high, ref Products products)
    {
        var y = decision.Cash(Vector512.Load(spot), Vector512.Load(cash)) * decision.D;
        y.Store(cash);
        x.Store(spot);
        var inside = Vector512.GreaterThan(Vector512.FusedMultiplyAdd(sign, x, Vector512<double>.Zero - sign), Vector512<double>.Zero);
        var x1 = Vector512.ConditionalSelect(inside, x, Vector512<double>.Zero);
        var x2 = x1 * x1;
        var x3 = x2 * x1;
        low.Add(Vector512.ConditionalSelect(inside, Vector512<double>.One, Vector512<double>.Zero), x1, x2, x3);
        high.Add(x2, x3);
        products.Add(Vector512.ConditionalSelect(inside, y, Vector512<double>.Zero), x1, x2, x3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SimulatedOption Close(in Run run, ReadOnlySpan<double> rule, bool decides)
    {
        var c = cash!.Start;
        var s = spots!.Start;
        var pairs = run.Pairs;
        var decision = new Decision(rule, run.Option.Strike * run.Sign, run.Discount, decides);
        var (sum, square) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var i = 0; i < pairs; i += 8)
        {
            var a = decision.Cash(Vector512.Load(s + i), Vector512.Load(c + i));
            var b = decision.Cash(Vector512.Load(s + pairs + i), Vector512.Load(c + pairs + i));
            var mean = (a + b) * decision.D * Vector512.Create(0.5);
            sum += mean;
            square = Vector512.FusedMultiplyAdd(mean, mean, square);
        }

        var estimate = Vector512.Sum(sum) / pairs;
        var error = Math.Sqrt(Math.Max(0, (Vector512.Sum(square) / pairs) - (estimate * estimate)) / pairs);
        return new(Math.Max(estimate, run.Option.Exercise), error);
    }
}
