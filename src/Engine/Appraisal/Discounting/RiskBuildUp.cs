using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Weighing;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Discounting;

/// <summary>风险累加法: risk-free rate plus a premium for each group of risks, score × cap.</summary>
public static class RiskBuildUp
{
    /// <param name="card">Groups of risks with their items and weights; the groups stand side by side, each with its own premium.</param>
    /// <param name="scores">Score of each item, 0 (no risk) to 100.</param>
    /// <param name="riskFree">Risk-free rate.</param>
    /// <param name="cap">Largest premium of one group: 0.05 in most reports, 0.08 or 0.10 in older ones.</param>
    /// <param name="tax">Basis of the rate that comes out.</param>
    /// <param name="specific">A further premium said by the appraiser; null for none.</param>
    /// <param name="quality">True when the scores measure the right's quality.</param>
    public static Result<DiscountRate> Of(ScoreCard card, IReadOnlyList<Figure> scores, Figure riskFree, Figure cap, TaxBasis tax, Figure? specific = null, bool quality = true)
    {
        var tree = card.Evaluate(scores);
        if (!tree.Ok)
        {
            return Result<DiscountRate>.Refused(tree.Refusals);
        }

        var steps = new List<Step>();
        var rate = riskFree.Value;
        foreach (var group in tree.Value.Children)
        {
            var premium = group.Score / 100 * cap.Value;
            steps.Add(new(group.Title, $"{Figure.Text(group.Score)}% × {Figure.Text(cap.Value)}", premium));
            rate += premium;
        }

        if (specific is not null)
        {
            steps.Add(new(new("特有风险", "specific premium"), Figure.Text(specific.Value), specific.Value));
            rate += specific.Value;
        }

        steps.Add(new(new("折现率", "discount rate"), $"{Figure.Text(riskFree.Value)} + Σ", rate));
        List<AppraisalInput> inputs = [riskFree.Shown, cap.Shown, .. scores.Select(s => s.Shown)];
        if (specific is not null)
        {
            inputs.Add(specific.Shown);
        }

        var made = DiscountRate.Checked(DiscountWay.BuildUp, riskFree.Name, rate, tax, inputs, steps);
        return made.Ok ? made.Value with { MovedByQuality = quality } : made;
    }
}
