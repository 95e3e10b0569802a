using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>One model made ready for sixteen draws at a time.</summary>
internal readonly struct IncomeKernel
{
    private readonly Vector512<double> growth;
    private readonly Vector512<double> growthSpread;
    private readonly Vector512<double> fade;
    private readonly Vector512<double> royalty;
    private readonly Vector512<double> rate;
    private readonly Vector512<double> rateSpread;
    private readonly Vector512<double> leastRate;
    private readonly Vector512<double> erosion;
    private readonly Vector512<double> erosionSpread;
    private readonly Vector512<double> mostErosion;
    private readonly Vector512<double> share;
    private readonly Vector512<double> shareSpread;
    private readonly Vector512<double> revenue;
    private readonly int years;
    private readonly bool mid;
    private readonly (double Time, double Income)[]? forecast;

    public IncomeKernel(IncomeModel model)
    {
        (growth, growthSpread, fade) = (Lanes.All(model.Growth.Mean), Lanes.All(model.Growth.Deviation), Lanes.All(model.GrowthFade));
        (royalty, RoyaltySpread) = (Lanes.All(model.Royalty * model.Kept), Lanes.All(model.RoyaltySpread));
        (rate, rateSpread, leastRate) = (Lanes.All(model.Rate.Mean), Lanes.All(model.Rate.Deviation), Lanes.All(model.LeastRate));
        (erosion, erosionSpread, mostErosion) = (Lanes.All(model.Erosion.Mean), Lanes.All(model.Erosion.Deviation), Lanes.All(model.MostErosion));
        (share, shareSpread) = (Lanes.All(model.Share.Mean), Lanes.All(model.Share.Deviation));
        revenue = Lanes.All(model.Revenue);
        (years, mid) = (model.Years, model.Mid);
        forecast = model.Forecast is null ? null : [.. model.Forecast];
    }

    public Vector512<double> RoyaltySpread { get; }

    /// <summary>Two vectors of draws: growth, royalty factor (already e^(spread·z)), rate, erosion, share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pair(
        Vector512<double> g0, Vector512<double> r0, Vector512<double> d0, Vector512<double> e0, Vector512<double> s0,
        Vector512<double> g1, Vector512<double> r1, Vector512<double> d1, Vector512<double> e1, Vector512<double> s1,
        out Vector512<double> a, out Vector512<double> b)
    {
        var one = Vector512<double>.One;
        var zero = Vector512<double>.Zero;
        g0 = Lanes.Fma(growthSpread, g0, growth);
        g1 = Lanes.Fma(growthSpread, g1, growth);
        d0 = one + Vector512.MaxNative(leastRate, Lanes.Fma(rateSpread, d0, rate));
        d1 = one + Vector512.MaxNative(leastRate, Lanes.Fma(rateSpread, d1, rate));
        e0 = one - Vector512.MinNative(mostErosion, Vector512.MaxNative(zero, Lanes.Fma(erosionSpread, e0, erosion)));
        e1 = one - Vector512.MinNative(mostErosion, Vector512.MaxNative(zero, Lanes.Fma(erosionSpread, e1, erosion)));
        s0 = Vector512.MinNative(one, Vector512.MaxNative(zero, Lanes.Fma(shareSpread, s0, share)));
        s1 = Vector512.MinNative(one, Vector512.MaxNative(zero, Lanes.Fma(shareSpread, s1, share)));
        Vector512<double> x, y;
        if (forecast is null)
        {
            Growing(g0, d0, e0, g1, d1, e1, out x, out y);
        }
        else
        {
            x = Forecast(forecast, g0, d0, e0);
            y = Forecast(forecast, g1, d1, e1);
        }

        a = royalty * r0 * s0 * x;
        b = royalty * r1 * s1 * y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Growing(
        Vector512<double> g0, Vector512<double> d0, Vector512<double> e0,
        Vector512<double> g1, Vector512<double> d1, Vector512<double> e1,
        out Vector512<double> x, out Vector512<double> y)
    {
        var (q0, q1) = (Vector512<double>.One / d0, Vector512<double>.One / d1);
        var f0 = revenue * q0;
        var f1 = revenue * q1;
        if (mid)
        {
            f0 *= Vector512.Sqrt(d0);
            f1 *= Vector512.Sqrt(d1);
        }

        q0 *= e0;
        q1 *= e1;
        f0 = Lanes.Fma(f0, g0, f0);
        f1 = Lanes.Fma(f1, g1, f1);
        x = f0;
        y = f1;
        for (var t = 1; t < years; t++)
        {
            g0 *= fade;
            g1 *= fade;
            f0 *= Lanes.Fma(q0, g0, q0);
            f1 *= Lanes.Fma(q1, g1, q1);
            x += f0;
            y += f1;
        }
    }

    /// <summary>Periods of any length: the discount of each is e^(−time × ln(1 + rate)).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Vector512<double> Forecast((double Time, double Income)[] periods, Vector512<double> g, Vector512<double> d, Vector512<double> e)
    {
        var force = Vector512<double>.Zero - Lanes.Log(d);
        var level = Vector512<double>.One;
        var sum = Vector512<double>.Zero;
        var kept = Vector512<double>.One;
        foreach (var (time, income) in periods)
        {
            level *= Lanes.Fma(kept, g, kept);
            kept = e;
            g *= fade;
            sum = Lanes.Fma(level * Lanes.All(income), Lanes.Exp(force * Lanes.All(time)), sum);
        }

        return sum;
    }
}
