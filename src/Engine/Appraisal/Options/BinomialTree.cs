using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Zhirong.Engine.Appraisal.Simulation;

namespace Zhirong.Engine.Appraisal.Options;

/// <summary>When an option may be exercised.</summary>
public enum ExerciseStyle
{
    European,
    American,

    /// <summary>On named steps only.</summary>
    Bermudan,
}

/// <summary>
/// The tree of Cox, Ross and Rubinstein (1979), eight nodes at a time. Keeps its memory between calls; not shared between
/// threads.
/// </summary>
public sealed unsafe class BinomialTree
{
    public const int MostSteps = 100_000;

    private AlignedDoubles? values;
    private AlignedDoubles? exercises;

    /// <summary>u = e^(σ√Δt), d = 1/u.</summary>
    /// <param name="o">The option.</param>
    /// <param name="steps">1 to <see cref="MostSteps"/>.</param>
    /// <param name="style">When it may be exercised.</param>
    /// <param name="every">Bermudan: exercise on every so many steps, counted from the end.</param>
    /// <returns>Null when the tree's probability leaves 0..1: too few steps for the drift.</returns>
    public double? Estimate(OptionTerms o, int steps, ExerciseStyle style, int every = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, MostSteps);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        var dt = o.Years / steps;
        var up = Math.Exp(o.Volatility * Math.Sqrt(dt));
        var down = 1 / up;
        var p = (Math.Exp((o.Rate - o.Yield) * dt) - down) / (up - down);
        return p is >= 0 and <= 1 ? Roll(new(o, steps, up, p, Math.Exp(-o.Rate * dt)), style, every) : null;
    }

    /// <summary>A tree whose moves are given, as in the paper's example; down may be other than 1/up.</summary>
    /// <param name="o">Side, spot and strike; its rate, volatility and years are not used.</param>
    /// <param name="steps">1 to 1000.</param>
    /// <param name="up">u.</param>
    /// <param name="down">d.</param>
    /// <param name="growth">R, growth of money in one step.</param>
    /// <param name="style">European or American.</param>
    /// <returns>Null when the probability leaves 0..1.</returns>
    public static double? Estimate(OptionTerms o, int steps, double up, double down, double growth, ExerciseStyle style)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, 1000);
        var p = (growth - down) / (up - down);
        if (p is not (>= 0 and <= 1))
        {
            return null;
        }

        var v = new double[steps + 1];
        double Exercise(int level, int j) => (o with { Spot = o.Spot * Math.Pow(up, j) * Math.Pow(down, level - j) }).Exercise;
        for (var j = 0; j <= steps; j++)
        {
            v[j] = Exercise(steps, j);
        }

        for (var level = steps - 1; level >= 0; level--)
        {
            for (var j = 0; j <= level; j++)
            {
                var held = ((p * v[j + 1]) + ((1 - p) * v[j])) / growth;
                v[j] = style == ExerciseStyle.American ? Math.Max(held, Exercise(level, j)) : held;
            }
        }

        return v[0];
    }

    private readonly record struct Tree(OptionTerms Option, int Steps, double Up, double P, double Discount);

    private double Roll(in Tree tree, ExerciseStyle style, int every)
    {
        var n = tree.Steps;
        var row = n + 48;
        values = AlignedDoubles.AtLeast(values, row);
        exercises = AlignedDoubles.AtLeast(exercises, 2 * row);
        var v = values.Start;
        var even = exercises.Start;
        var odd = even + row;
        Fill(tree, even, 0, row);
        Fill(tree, odd, 1, row);
        for (var j = 0; j < row; j++)
        {
            v[j] = j <= n ? Math.Max(0, even[j]) : 0;
        }

        var (pu, pd) = (Vector512.Create(tree.Discount * tree.P), Vector512.Create(tree.Discount * (1 - tree.P)));
        if (style == ExerciseStyle.American)
        {
            American(n, v, even, odd, pu, pd);
            return v[0];
        }

        for (var level = n - 1; level >= 0; level--)
        {
            Hold(v, level, pu, pd);
            var back = n - level;
            if (style == ExerciseStyle.Bermudan && level > 0 && back % every == 0)
            {
                Exercise(v, level, ((back & 1) == 0 ? even : odd) + (back / 2));
            }
        }

        return v[0];
    }

    /// <summary>What exercise brings at the nodes of a parity: entry j stands for u^(2j − (n − parity)).</summary>
    private static void Fill(in Tree tree, double* into, int parity, int count)
    {
        var (sign, o) = (tree.Option.Side == OptionSide.Call ? 1 : -1, tree.Option);
        var spot = o.Spot * Math.Pow(tree.Up, parity - tree.Steps);
        var square = tree.Up * tree.Up;
        for (var j = 0; j < count; j++)
        {
            into[j] = sign * (spot - o.Strike);
            spot *= square;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Hold(double* v, int level, Vector512<double> pu, Vector512<double> pd)
    {
        for (var j = 0; j <= level; j += 8)
        {
            Vector512.FusedMultiplyAdd(pu, Vector512.Load(v + j + 1), pd * Vector512.Load(v + j)).Store(v + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exercise(double* v, int level, double* e)
    {
        for (var j = 0; j <= level; j += 8)
        {
            Vector512.MaxNative(Vector512.Load(v + j), Vector512.Load(e + j)).Store(v + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void American(int n, double* v, double* even, double* odd, Vector512<double> pu, Vector512<double> pd)
    {
        for (var level = n - 1; level >= 0; level--)
        {
            var back = n - level;
            var e = ((back & 1) == 0 ? even : odd) + (back / 2);
            for (var j = 0; j <= level; j += 16)
            {
                var (a, b) = (Vector512.Load(v + j), Vector512.Load(v + j + 1));
                var (c, d) = (Vector512.Load(v + j + 8), Vector512.Load(v + j + 9));
                Vector512.MaxNative(Vector512.FusedMultiplyAdd(pu, b, pd * a), Vector512.Load(e + j)).Store(v + j);
                Vector512.MaxNative(Vector512.FusedMultiplyAdd(pu, d, pd * c), Vector512.Load(e + j + 8)).Store(v + j + 8);
            }
        }
    }
}
