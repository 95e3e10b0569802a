using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Cost;

/// <summary>重置成本法: what making it again would cost, less what it has lost.</summary>
public sealed record ReplacementCase : IMethodCase
{
    public required string Id { get; init; }

    public Method Method => Method.Replacement;

    public IReadOnlyList<QualityUse> QualityUses => [];

    public required Figure Direct { get; init; }

    public required Figure Indirect { get; init; }

    /// <summary>资金成本: interest on the direct cost over the time of making.</summary>
    public required Figure CapitalRate { get; init; }

    public required Figure CapitalYears { get; init; }

    /// <summary>合理利润, of all costs.</summary>
    public required Figure ProfitRate { get; init; }

    /// <summary>Years used; 贬值率 = used ÷ (used + remaining).</summary>
    public required Figure UsedYears { get; init; }

    public required Figure RemainingYears { get; init; }

    private IReadOnlyList<Figure> Figures => [Direct, Indirect, CapitalRate, CapitalYears, ProfitRate, UsedYears, RemainingYears];

    public Result<MethodValue> Value(AppraisalTerms terms)
    {
        if (Figures.FirstOrDefault(f => f.Value < 0) is { } negative)
        {
            return AppraisalRefusals.OutOfRange(negative.Name, negative.Value, new("不小于 0", "at least 0"));
        }

        if (RemainingYears.Value <= 0)
        {
            return AppraisalRefusals.LifeOver(RemainingYears.Name, RemainingYears.Value);
        }

        var capital = Direct.Value * CapitalRate.Value * CapitalYears.Value;
        var whole = (Direct.Value + Indirect.Value + capital) * (1 + ProfitRate.Value);
        var lost = UsedYears.Value / (UsedYears.Value + RemainingYears.Value);
        var value = whole * (1 - lost);
        return MethodValue.Of(Id, Method, terms, value, [.. Figures.Select(f => f.Shown)]) with
        {
            Steps =
            [
                new(new("资金成本", "capital cost"), $"{Figure.Text(Direct.Value)} × {Figure.Text(CapitalRate.Value)} × {Figure.Text(CapitalYears.Value)}", capital),
                new(new("重置成本", "replacement cost"), $"({Figure.Text(Direct.Value)} + {Figure.Text(Indirect.Value)} + {Figure.Text(capital)}) × (1 + {Figure.Text(ProfitRate.Value)})", whole),
                new(new("贬值率", "depreciation"), $"{Figure.Text(UsedYears.Value)} ÷ ({Figure.Text(UsedYears.Value)} + {Figure.Text(RemainingYears.Value)})", lost),
                new(new("评估值", "value"), $"{Figure.Text(whole)} × (1 − {Figure.Text(lost)})", value),
            ],
        };
    }
}

/// <summary>How the risk of failed research enters: the textbook form takes it off, one published form adds it.</summary>
public enum ResearchRisk
{
    /// <summary>÷ (1 − β₂): what failed has to be earned by what did not.</summary>
    Deducted,

    /// <summary>÷ (1 + β₂), as one source prints it.</summary>
    Added,
}

/// <summary>倍加系数法: <c>(C + β₁·V)(1 + L) ÷ (1 ∓ β₂)</c>.</summary>
public sealed record MultiplierCase : IMethodCase
{
    public required string Id { get; init; }

    public Method Method => Method.Multiplier;

    public IReadOnlyList<QualityUse> QualityUses => [];

    /// <summary>C, material spent.</summary>
    public required Figure Material { get; init; }

    /// <summary>V, labour spent.</summary>
    public required Figure Labour { get; init; }

    /// <summary>β₁, how creative labour counts.</summary>
    public required Figure LabourFactor { get; init; }

    /// <summary>β₂, the risk of failed research.</summary>
    public required Figure Risk { get; init; }

    /// <summary>L, return on the investment.</summary>
    public required Figure Return { get; init; }

    public required ResearchRisk Sign { get; init; }

    public Result<MethodValue> Value(AppraisalTerms terms)
    {
        var divisor = Sign == ResearchRisk.Deducted ? 1 - Risk.Value : 1 + Risk.Value;
        if (Risk.Value < 0 || divisor <= 0)
        {
            return AppraisalRefusals.OutOfRange(Risk.Name, Risk.Value, new("不小于 0、小于 1", "from 0 to below 1"));
        }

        var value = (Material.Value + (LabourFactor.Value * Labour.Value)) * (1 + Return.Value) / divisor;
        return MethodValue.Of(Id, Method, terms, value, [Material.Shown, Labour.Shown, LabourFactor.Shown, Risk.Shown, Return.Shown]) with
        {
            Steps = [new(new("评估值", "value"), $"({Figure.Text(Material.Value)} + {Figure.Text(LabourFactor.Value)} × {Figure.Text(Labour.Value)}) × (1 + {Figure.Text(Return.Value)}) ÷ (1 {(Sign == ResearchRisk.Deducted ? '−' : '+')} {Figure.Text(Risk.Value)})", value)],
        };
    }
}

/// <summary>数据成本法: <c>P = TC × (1 + R) × U</c>.</summary>
public sealed record DataCostCase : IMethodCase
{
    public required string Id { get; init; }

    public Method Method => Method.DataCost;

    public IReadOnlyList<QualityUse> QualityUses => [];

    /// <summary>TC.</summary>
    public required Figure TotalCost { get; init; }

    /// <summary>R, return on the cost.</summary>
    public required Figure Return { get; init; }

    /// <summary>U, utility of the data: flow, dispersion, popularity; above 0.</summary>
    public required Figure Utility { get; init; }

    public Result<MethodValue> Value(AppraisalTerms terms)
    {
        if (Utility.Value <= 0)
        {
            return AppraisalRefusals.OutOfRange(Utility.Name, Utility.Value, new("大于 0", "above 0"));
        }

        var value = TotalCost.Value * (1 + Return.Value) * Utility.Value;
        return MethodValue.Of(Id, Method, terms, value, [TotalCost.Shown, Return.Shown, Utility.Shown]) with
        {
            Steps = [new(new("评估值", "value"), $"{Figure.Text(TotalCost.Value)} × (1 + {Figure.Text(Return.Value)}) × {Figure.Text(Utility.Value)}", value)],
        };
    }
}
