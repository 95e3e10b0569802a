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
        (growth, growthSpread, fade) = (Vector512.Create(model.Growth.Mean), Vector512.Create(model.Growth.Deviation), Vector512.Create(model.GrowthFade));
        (royalty, RoyaltySpread) = (Vector512.Create(model.Royalty * model.Kept), Vector512.Create(model.RoyaltySpread));
        (rate, rateSpread, leastRate) = (Vector512.Create(model.Rate.Mean), Vector512.Create(model.Rate.Deviation), Vector512.Create(model.LeastRate));
        (erosion, erosionSpread, mostErosion) = (Vector512.Create(model.Erosion.Mean), Vector512.Create(model.Erosion.Deviation), Vector512.Create(model.MostErosion));
        (share, shareSpread) = (Vector512.Create(model.Share.Mean), Vector512.Create(model.Share.Deviation));
        revenue = Vector512.Create(model.Revenue);
        (years, mid) = (model.Years, model.Mid);
        forecast = model.Forecast is null ? null : [.. model.Forecast];
    }

    public Vector512<double> RoyaltySpread { get; }

    /// <summary>Values sixteen draws: growth, royalty factor (already e^(spread·z)), rate, erosion, share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Pair(double* growthDraws, double* royaltyDraws, double* rateDraws, double* erosionDraws, double* shareDraws, out Vector512<double> a, out Vector512<double> b)
    {
        var (g0, g1) = (Vector512.Load(growthDraws), Vector512.Load(growthDraws + 8));
        var (d0, d1) = (Vector512.Load(rateDraws), Vector512.Load(rateDraws + 8));
        var (e0, e1) = (Vector512.Load(erosionDraws), Vector512.Load(erosionDraws + 8));
        var (s0, s1) = (Vector512.Load(shareDraws), Vector512.Load(shareDraws + 8));
        var one = Vector512<double>.One;
        var zero = Vector512<double>.Zero;
        g0 = Vector512.FusedMultiplyAdd(growthSpread, g0, growth);
        g1 = Vector512.FusedMultiplyAdd(growthSpread, g1, growth);
        d0 = one + Vector512.MaxNative(leastRate, Vector512.FusedMultiplyAdd(rateSpread, d0, rate));
        d1 = one + Vector512.MaxNative(leastRate, Vector512.FusedMultiplyAdd(rateSpread, d1, rate));
        e0 = one - Vector512.MinNative(mostErosion, Vector512.MaxNative(zero, Vector512.FusedMultiplyAdd(erosionSpread, e0, erosion)));
        e1 = one - Vector512.MinNative(mostErosion, Vector512.MaxNative(zero, Vector512.FusedMultiplyAdd(erosionSpread, e1, erosion)));
        s0 = Vector512.MinNative(one, Vector512.MaxNative(zero, Vector512.FusedMultiplyAdd(shareSpread, s0, share)));
        s1 = Vector512.MinNative(one, Vector512.MaxNative(zero, Vector512.FusedMultiplyAdd(shareSpread, s1, share)));
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

        a = royalty * Vector512.Load(royaltyDraws) * s0 * x;
        b = royalty * Vector512.Load(royaltyDraws + 8) * s1 * y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Growing(
        Vector512<double> g0, Vector512<double> d0, Vector512<double> e0,
        Vector512<double> g1, Vector512<double> d1, Vector512<double> e1,
        out Vector512<double> x, out Vector512<double> y)
    {
        var (r0, r1) = (Lanes.ReciprocalRoot(d0), Lanes.ReciprocalRoot(d1));
        var (q0, q1) = (r0 * r0, r1 * r1);
        var f0 = revenue * (mid ? r0 : q0);
        var f1 = revenue * (mid ? r1 : q1);
        q0 *= e0;
        q1 *= e1;
        f0 = Vector512.FusedMultiplyAdd(f0, g0, f0);
        f1 = Vector512.FusedMultiplyAdd(f1, g1, f1);
        x = f0;
        y = f1;
        for (var t = 1; t < years; t++)
        {
            g0 *= fade;
            g1 *= fade;
            f0 *= Vector512.FusedMultiplyAdd(q0, g0, q0);
            f1 *= Vector512.FusedMultiplyAdd(q1, g1, q1);
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
            level *= Vector512.FusedMultiplyAdd(kept, g, kept);
            kept = e;
            g *= fade;
            sum = Vector512.FusedMultiplyAdd(level * Vector512.Create(income), Lanes.Exp(force * Vector512.Create(time)), sum);
        }

        return sum;
    }
}
