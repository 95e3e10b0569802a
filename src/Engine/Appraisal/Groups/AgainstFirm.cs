using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>A total beside the firm's own figures: rights worth more than the firm can show have to be explained.</summary>
public static class AgainstFirm
{
    /// <param name="total">Total of the group, or of all groups of the firm.</param>
    /// <param name="firm">The firm's last year; null lists all three as unknown.</param>
    /// <param name="policy">The limits.</param>
    /// <param name="warnings">Receives what is beyond a limit and what is not known.</param>
    public static IEnumerable<FirmTest> Test(Money total, FirmFigures? firm, AppraisalPolicy policy, List<Refusal> warnings)
    {
        foreach (var (measure, figure, limit) in new[]
        {
            ("revenue", firm?.Revenue, policy.TotalToRevenue),
            ("profit", firm?.Profit, policy.TotalToProfit),
            ("net_assets", firm?.NetAssets, policy.TotalToNetAssets),
        })
        {
            decimal? ratio = figure is { Value: > 0 } ? total.Yuan / figure.Value : null;
            if (figure is null)
            {
                warnings.Add(AppraisalRefusals.Unknown($"firm.{measure}", new("企业最近一年的数据", "the firm's figure of its last year")) with { Severity = Severity.Warning });
            }
            else if (figure.Value <= 0)
            {
                warnings.Add(AppraisalRefusals.FirmLoses(measure, figure.Value));
            }
            else if (ratio > limit)
            {
                warnings.Add(AppraisalRefusals.AgainstFirm(measure, ratio.Value, limit!.Value));
            }

            yield return new(measure, figure?.Value, ratio, limit);
        }
    }
}
