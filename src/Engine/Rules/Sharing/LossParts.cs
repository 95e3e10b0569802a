using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Sharing;

/// <summary>The whole loss and the part of it that is shared, fen.</summary>
internal sealed record LossParts(long LossFen, long BaseFen)
{
    public static LossParts? Of(ShareRule rule, FactSheet sheet, List<SchemeStep> steps, List<string> missing, out Refusal? refusal)
    {
        refusal = null;
        var unknown = Wanted(rule).Where(f => sheet.Of(f) is null).ToList();
        missing.AddRange(unknown);
        if (unknown.Count > 0)
        {
            return null;
        }

        if (sheet.Of("loss.interest") is null)
        {
            steps.Add(SchemeStep.Of("interest", "利息损失未提供：不参与分担，此处不计", "the loss of interest is not given: it is not shared and not counted here", null, ("party", rule.Outside)));
        }

        var (principal, interest) = (sheet.Fen("loss.principal")!.Value, sheet.Fen("loss.interest") ?? 0);
        var (shared, sharedInterest) = rule.IpPortionOnly ? (sheet.Fen("loss.ip_principal")!.Value, rule.WithInterest ? sheet.Fen("loss.ip_interest")!.Value : 0) : (principal, rule.WithInterest ? interest : 0);
        refusal = shared > principal ? SchemeRefusals.PartBeyondWhole("facts.loss.ip_principal", Money.FenText(shared), Money.FenText(principal))
            : sharedInterest > interest ? SchemeRefusals.PartBeyondWhole("facts.loss.ip_interest", Money.FenText(sharedInterest), Money.FenText(interest)) : null;
        steps.Add(SchemeStep.Of("loss", "损失合计", "whole loss", Money.FenText(principal + interest), ("principal", Money.FenText(principal)), ("interest", Money.FenText(interest))));
        steps.Add(SchemeStep.Of("base", "参与分担的损失", "loss that is shared", Money.FenText(shared + sharedInterest), ("of", ShareRule.LossWords[rule.WithInterest ? 1 : 0]), ("ip_portion_only", rule.IpPortionOnly ? "yes" : "no")));
        return new(principal + interest, shared + sharedInterest);
    }

    private static List<string> Wanted(ShareRule rule)
    {
        List<string> wanted = ["loss.principal"];
        if (rule.WithInterest)
        {
            wanted.Add("loss.interest");
        }

        if (rule.IpPortionOnly)
        {
            wanted.Add("loss.ip_principal");
        }

        if (rule is { IpPortionOnly: true, WithInterest: true })
        {
            wanted.Add("loss.ip_interest");
        }

        return wanted;
    }
}
