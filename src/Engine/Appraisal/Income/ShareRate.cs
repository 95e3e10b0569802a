using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Weighing;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Income;

/// <summary>分成率: the part of an income that the rights earn.</summary>
public sealed record ShareRate
{
    /// <summary>A fraction: 0.03 is 3 %.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The measure it is a share of; a share of profit does not go with revenue.</summary>
    public required IncomeMeasure Of { get; init; }

    public required string Way { get; init; }

    public required IReadOnlyList<AppraisalInput> Inputs { get; init; }

    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>分成率递减率: what the share loses each year after the first.</summary>
    public decimal YearlyDecline { get; init; }

    /// <summary>True when a score of the right's quality moved the share.</summary>
    public bool MovedByQuality { get; init; }

    /// <summary>All of the income is the right's own.</summary>
    public static ShareRate Whole(IncomeMeasure of) => new() { Rate = 1, Of = of, Way = "whole", Inputs = [] };

    public static Result<ShareRate> Typed(Figure rate, IncomeMeasure of) => Checked(rate.Value, of, "typed", rate.Name, [rate.Shown], []);

    /// <summary>区间法: K = m + (n − m)·ρ, ρ from the score card.</summary>
    /// <param name="least">m, such as the least royalty of the industry's table.</param>
    /// <param name="most">n.</param>
    /// <param name="of">Measure the interval is a share of.</param>
    /// <param name="card">The card.</param>
    /// <param name="scores">A score for each of its items.</param>
    public static Result<ShareRate> Interval(Figure least, Figure most, IncomeMeasure of, ScoreCard card, IReadOnlyList<Figure> scores)
    {
        var tree = card.Evaluate(scores);
        if (!tree.Ok)
        {
            return Result<ShareRate>.Refused(tree.Refusals);
        }

        if (most.Value < least.Value)
        {
            return AppraisalRefusals.OutOfRange(most.Name, most.Value, new($"不小于 {Figure.Text(least.Value)}", $"at least {Figure.Text(least.Value)}"));
        }

        var rho = tree.Value.Score / 100;
        var rate = least.Value + ((most.Value - least.Value) * rho);
        List<Step> steps = [.. tree.Value.Children.Select(c => new Step(c.Title, $"{Figure.Text(c.Score)} × {Figure.Text(c.Weight)}", c.Score * c.Weight))];
        steps.Add(new(new("调整系数 ρ", "ρ of the card"), "Σ ÷ 100", rho));
        steps.Add(new(new("分成率", "share rate"), $"{Figure.Text(least.Value)} + ({Figure.Text(most.Value)} − {Figure.Text(least.Value)}) × {Figure.Text(rho)}", rate));
        var made = Checked(rate, of, "interval", least.Name, [least.Shown, most.Shown, .. scores.Select(s => s.Shown)], steps);
        return made.Ok ? made.Value with { MovedByQuality = true } : made;
    }

    /// <summary>三分法: technology, capital and management share a profit alike; 四分法: with labour.</summary>
    /// <param name="parts">3 or 4.</param>
    public static ShareRate PartOfProfit(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(parts is 3 or 4, true, nameof(parts));
        return new()
        {
            Rate = 1m / parts,
            Of = IncomeMeasure.Profit,
            Way = parts == 3 ? "third" : "quarter",
            Inputs = [new("share.parts", $"1/{parts}", new(OriginKind.Published, parts == 3 ? "三分说 / rule of three" : "四分说 / rule of four"))],
        };
    }

    /// <summary>约当投资量: each side's cost, raised by its return, as its part of the whole.</summary>
    /// <param name="rightCost">C_p, at today's prices.</param>
    /// <param name="rightReturn">m_p.</param>
    /// <param name="otherCost">C_o.</param>
    /// <param name="otherReturn">m_o.</param>
    public static Result<ShareRate> EquivalentInvestment(Figure rightCost, Figure rightReturn, Figure otherCost, Figure otherReturn)
    {
        var right = rightCost.Value * (1 + rightReturn.Value);
        var other = otherCost.Value * (1 + otherReturn.Value);
        if (right <= 0 || other < 0)
        {
            return AppraisalRefusals.OutOfRange(rightCost.Name, right, new("大于 0 的约当投资量", "an equivalent investment above 0"));
        }

        var rate = right / (right + other);
        return Checked(rate, IncomeMeasure.Profit, "equivalent_investment", rightCost.Name,
            [rightCost.Shown, rightReturn.Shown, otherCost.Shown, otherReturn.Shown],
            [
                new(new("权利的约当投资量", "the right's equivalent investment"), $"{Figure.Text(rightCost.Value)} × (1 + {Figure.Text(rightReturn.Value)})", right),
                new(new("其他投入的约当投资量", "the other side's"), $"{Figure.Text(otherCost.Value)} × (1 + {Figure.Text(otherReturn.Value)})", other),
                new(new("利润分成率", "share of profit"), $"{Figure.Text(right)} ÷ {Figure.Text(right + other)}", rate),
            ]);
    }

    /// <summary>The share in the given period: it declines each period after the first.</summary>
    public decimal In(int period)
    {
        var share = Rate;
        for (var i = 1; i < period; i++)
        {
            share *= 1 - YearlyDecline;
        }

        return share;
    }

    private static Result<ShareRate> Checked(decimal rate, IncomeMeasure of, string way, string path, IReadOnlyList<AppraisalInput> inputs, IReadOnlyList<Step> steps) =>
        rate is > 0 and <= 1
            ? new ShareRate { Rate = rate, Of = of, Way = way, Inputs = inputs, Steps = steps }
            : AppraisalRefusals.OutOfRange(path, rate, new("大于 0、不超过 1 的分成率", "a share above 0 and at most 1"));
}
