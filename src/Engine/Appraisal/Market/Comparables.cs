using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Market;

/// <summary>How the subject compares with a deal in one respect: 交易时间, 剩余经济寿命, 技术特性, 其他, or the quality ratio Q ÷ Q_i.</summary>
public sealed record Comparison(string Name, decimal Subject, decimal Deal);

/// <summary>A deal that happened.</summary>
public sealed record ComparableDeal(string Id, Figure Price, Figure Weight, IReadOnlyList<Comparison> Comparisons);

/// <summary>市场法: <c>V = Σ w_j·P_j·Π(subject ÷ deal)</c>.</summary>
public sealed record ComparablesCase : IMethodCase
{
    public required string Id { get; init; }

    public Method Method => Method.Comparables;

    public required IReadOnlyList<ComparableDeal> Deals { get; init; }

    /// <summary>Fewer deals than this are used, with a warning.</summary>
    public int FewestDeals { get; init; } = 3;

    /// <summary>Used when a quality ratio is among the comparisons.</summary>
    public IReadOnlyList<QualityUse> QualityUses => Deals.Any(d => d.Comparisons.Any(c => c.Name == "quality")) ? [QualityUse.Comparables] : [];

    public Result<MethodValue> Value(AppraisalTerms terms)
    {
        var refusals = new List<Refusal>();
        if (Deals.Sum(d => d.Weight.Value) is var sum && sum != 1)
        {
            refusals.Add(AppraisalRefusals.WeightsSum("deals.weight", sum));
        }

        foreach (var (deal, comparison) in Deals.SelectMany(d => d.Comparisons.Select(c => (d, c))).Where(p => p.c.Subject <= 0 || p.c.Deal <= 0))
        {
            refusals.Add(AppraisalRefusals.OutOfRange($"deals.{deal.Id}.{comparison.Name}", Math.Min(comparison.Subject, comparison.Deal), new("大于 0 的指数", "an index above 0")));
        }

        if (refusals.Count > 0)
        {
            return Result<MethodValue>.Refused(refusals);
        }

        var (value, steps) = (0m, new List<Step>());
        foreach (var deal in Deals)
        {
            var adjusted = deal.Comparisons.Aggregate(deal.Price.Value, (price, c) => price * c.Subject / c.Deal);
            steps.Add(new(Words.Same(deal.Id), $"{Figure.Text(deal.Price.Value)}{string.Concat(deal.Comparisons.Select(c => $" × {Figure.Text(c.Subject)}/{Figure.Text(c.Deal)}"))}", adjusted));
            value += adjusted * deal.Weight.Value;
        }

        steps.Add(new(new("加权平均", "weighted mean"), string.Join(" + ", Deals.Select(d => $"{d.Id} × {Figure.Text(d.Weight.Value)}")), value));
        List<AppraisalInput> inputs = [.. Deals.SelectMany(d => new[] { d.Price.Shown, d.Weight.Shown })];
        var made = MethodValue.Of(Id, Method, terms, value, inputs);
        return made with { Steps = steps, Warnings = Deals.Count < FewestDeals ? [.. made.Warnings, ThinEvidence(Deals.Count)] : made.Warnings };
    }

    private Refusal ThinEvidence(int count) => new()
    {
        Code = "VAL-0207",
        Path = "deals",
        Found = $"{count}",
        Expected = new($"至少 {FewestDeals} 个可比案例", $"at least {FewestDeals} deals"),
        Message = new("可比案例过少，结果仅供参考", "Too few comparable deals: an indication only"),
        Severity = Severity.Warning,
    };
}

/// <summary>What deals of the platform show for rights of one kind: sample, median and spread, never a point on thin data.</summary>
/// <param name="Count">Deals found.</param>
/// <param name="Low">Lower quartile; null below the least sample.</param>
/// <param name="Median">Null below the least sample.</param>
/// <param name="High">Upper quartile; null below the least sample.</param>
public sealed record Benchmark(int Count, decimal? Low, decimal? Median, decimal? High)
{
    /// <summary>Below this many deals no figure is given.</summary>
    public const int LeastSample = 8;

    public static Benchmark Of(IEnumerable<decimal> prices)
    {
        List<decimal> sorted = [.. prices.Order()];
        return sorted.Count < LeastSample
            ? new(sorted.Count, null, null, null)
            : new(sorted.Count, Quantile(sorted, 0.25m), Quantile(sorted, 0.5m), Quantile(sorted, 0.75m));
    }

    private static decimal Quantile(List<decimal> sorted, decimal part)
    {
        var at = part * (sorted.Count - 1);
        var below = (int)at;
        return below + 1 == sorted.Count ? sorted[below] : sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]));
    }
}
