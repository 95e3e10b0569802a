using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>What a purpose asks beyond a value.</summary>
public static class PurposeTests
{
    public static IEnumerable<Refusal> Of(GroupValue made)
    {
        var purpose = made.Case.Terms.Purpose;
        return Asked(made).Where(t => !t.Met).Select(t => AppraisalRefusals.PurposeTest(purpose, t.Path, t.What));
    }

    private static IEnumerable<(bool Met, string Path, Words What)> Asked(GroupValue made)
    {
        var of = made.Case;
        bool Uses(Approach approach) => of.Methods.Any(m => m.Method.ApproachOf() == approach);
        bool Stated(Basis basis) => of.Stated.Any(s => s.Basis == basis);
        switch (of.Terms.Purpose)
        {
            case Purpose.Pledge:
                yield return (of.Pledge is not null, "pledge", new("质押价值（有效概率与变现折扣）", "a pledge value: chance of validity and fire-sale discount"));
                yield return (of.Group.Rights.All(r => r.Expires is not null || r.Kind is "trademark" or "licence_income"), "group.rights.expires", new("每项权利的到期日", "the end of each right's term"));
                break;
            case Purpose.Transfer:
                yield return (Uses(Approach.Market) || of.NotUsed.ContainsKey(Approach.Market), "methods", new("市场法结果，或不采用的理由", "a market value, or why there is none"));
                yield return (of.Terms.Standard is ValueStandard.Market or ValueStandard.Investment, "value_type", new("市场价值或投资价值", "market or investment value"));
                break;
            case Purpose.BalanceSheet:
                yield return (Uses(Approach.Cost), "methods", new("成本法结果（成本须可靠计量）", "a cost: it has to be measured reliably"));
                yield return (made.Methods.SelectMany(m => m.Inputs).All(i => i.Origin.IsVerified), "methods", new("全部数据附证据", "evidence for every figure"));
                break;
            default:
                yield return (Stated(Basis.Outside), "bases", new("外部评估价值", "an outside appraisal"));
                yield return (of.Methods.Any(m => m.Method == Method.ContractFlow), "methods", new("入池现金流（许可合同收益）", "the pool's cash flow: contracted fees"));
                break;
        }
    }
}
