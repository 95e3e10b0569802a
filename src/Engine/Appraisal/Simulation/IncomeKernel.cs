using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>
/// One model made ready for sixteen draws at a time. Growing models run in floats, about 1e-6 of a value where the draws
/// themselves scatter by a tenth; models with a forecast run in doubles.
/// </summary>
internal readonly struct IncomeKernel
{
    private readonly Vector512<float> growth;
    private readonly Vector512<float> growthSpread;
    private readonly Vector512<float> fade;
    private readonly Vector512<float> royalty;
    private readonly Vector512<float> rate;
    private readonly Vector512<float> rateSpread;
    private readonly Vector512<float> leastRate;
    private readonly Vector512<float> kept;
    private readonly Vector512<float> erosionSpread;
    private readonly Vector512<float> mostErosion;
    private readonly Vector512<float> share;
    private readonly Vector512<float> shareSpread;
    private readonly Vector512<float> revenue;
    private readonly int years;
    private readonly bool mid;
    private readonly ForecastKernel? forecast;

    public IncomeKernel(IncomeModel model)
    {
        (growth, growthSpread, fade) = (All(model.Growth.Mean), All(model.Growth.Deviation), All(model.GrowthFade));
        (rate, rateSpread, leastRate) = (All(1 + model.Rate.Mean), All(model.Rate.Deviation), All(1 + model.LeastRate));

        // What is left after erosion: between 1 − most and 1.
        (kept, erosionSpread, mostErosion) = (All(1 - model.Erosion.Mean), All(-model.Erosion.Deviation), All(1 - model.MostErosion));
        (share, shareSpread) = (All(model.Share.Mean), All(model.Share.Deviation));

        // Revenue and royalty meet in a product; so small and so large revenues stay in the middle of what floats hold.
        (revenue, royalty) = (Vector512<float>.One, All(model.Revenue * model.Royalty * model.Kept));
        (years, mid) = (model.Years, model.Mid);
        forecast = model.Forecast is null ? null : new(model);
    }

    private static Vector512<float> All(double x) => Vector512.Create((float)x);

    /// <summary>Values sixteen draws: growth, royalty factor (already e^(spread·z)), rate, erosion, share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe Vector512<float> Value(float* growthDraws, float* royaltyDraws, float* rateDraws, float* erosionDraws, float* shareDraws)
    {
        var (g, d, e) = (Vector512.Load(growthDraws), Vector512.Load(rateDraws), Vector512.Load(erosionDraws));
        var s = Vector512.FusedMultiplyAdd(shareSpread, Vector512.Load(shareDraws), share);
        s = Vector512.MinNative(Vector512<float>.One, Vector512.MaxNative(Vector512<float>.Zero, s)) * Vector512.Load(royaltyDraws);
        if (forecast is not null)
        {
            return forecast.Value(g, d, e, s);
        }

        g = Vector512.FusedMultiplyAdd(growthSpread, g, growth);
        d = Vector512.MaxNative(leastRate, Vector512.FusedMultiplyAdd(rateSpread, d, rate));
        e = Vector512.MinNative(Vector512<float>.One, Vector512.MaxNative(mostErosion, Vector512.FusedMultiplyAdd(erosionSpread, e, kept)));
        var root = Lanes.ReciprocalRoot(d);
        var q = root * root;
        var f = mid ? root : q;
        q *= e;
        f = Vector512.FusedMultiplyAdd(f, g, f);
        var sum = f;
        for (var t = 1; t < years; t++)
        {
            g *= fade;
            f *= Vector512.FusedMultiplyAdd(q, g, q);
            sum += f;
        }

        return royalty * s * sum;
    }
}

/// <summary>Periods of any length, in doubles: the discount of each is e^(−time × ln(1 + rate)).</summary>
internal sealed class ForecastKernel(IncomeModel model)
{
    private readonly (double Time, double Income)[] periods = [.. model.Forecast!];

    public Vector512<float> Value(Vector512<float> growth, Vector512<float> rate, Vector512<float> erosion, Vector512<float> share)
    {
        var (g0, g1) = Vector512.Widen(growth);
        var (d0, d1) = Vector512.Widen(rate);
        var (e0, e1) = Vector512.Widen(erosion);
        var (s0, s1) = Vector512.Widen(share);
        return Vector512.Narrow(Eight(g0, d0, e0) * s0, Eight(g1, d1, e1) * s1);
    }

    private Vector512<double> Eight(Vector512<double> g, Vector512<double> d, Vector512<double> e)
    {
        var one = Vector512<double>.One;
        g = Vector512.FusedMultiplyAdd(Vector512.Create(model.Growth.Deviation), g, Vector512.Create(model.Growth.Mean));
        d = one + Vector512.MaxNative(Vector512.Create(model.LeastRate), Vector512.FusedMultiplyAdd(Vector512.Create(model.Rate.Deviation), d, Vector512.Create(model.Rate.Mean)));
        e = Vector512.FusedMultiplyAdd(Vector512.Create(model.Erosion.Deviation), e, Vector512.Create(model.Erosion.Mean));
        e = one - Vector512.MinNative(Vector512.Create(model.MostErosion), Vector512.MaxNative(Vector512<double>.Zero, e));
        var force = Vector512<double>.Zero - Lanes.Log(d);
        var fade = Vector512.Create(model.GrowthFade);
        var (level, sum, left) = (one, Vector512<double>.Zero, one);
        foreach (var (time, income) in periods)
        {
            level *= Vector512.FusedMultiplyAdd(left, g, left);
            left = e;
            g *= fade;
            sum = Vector512.FusedMultiplyAdd(level * Vector512.Create(income), Lanes.Exp(force * Vector512.Create(time)), sum);
        }

        return sum * Vector512.Create(model.Royalty * model.Kept);
    }
}
