using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Sharing;

/// <summary>Who bears a loss under a rule, to the fen: the parts always sum to the loss.</summary>
public sealed class LossSharing
{
    private readonly ShareRule rule;
    private readonly FactSheet sheet;
    private readonly SchemeCase known;
    private readonly List<SchemeStep> steps = [];
    private readonly List<string> missing = [];
    private Refusal? refusal;

    private LossSharing(ShareRule rule, FactSheet sheet, IReferenceRates published)
    {
        (this.rule, this.sheet) = (rule, sheet);
        known = new(rule.Vocabulary, rule.Rates, sheet, published);
    }

    /// <summary>Refused where the facts contradict each other (SCH-0203, SCH-0204).</summary>
    public static Result<ShareResult> Of(ShareRule rule, FactSheet sheet, IReferenceRates published) => new LossSharing(rule, sheet, published).Made();

    private Result<ShareResult> Made()
    {
        var conditions = rule.Conditions.Select(known.Ask).ToList();
        var trigger = rule.Trigger.Select(known.Ask).ToList();
        var timely = known.Timely(rule.Head, [], steps);
        var covered = SchemeCase.All([timely.Holds, .. conditions.Select(c => c.Holds)]);
        var due = trigger.Count == 0 || trigger.Exists(t => t.Holds == true) ? true : trigger.Exists(t => t.Holds is null) ? (bool?)null : false;
        var loss = LossParts.Of(rule, sheet, steps, missing, out refusal);
        if (refusal is not null)
        {
            return refusal;
        }

        var division = covered == false ? null : Division(loss?.BaseFen, ref covered);
        var result = new ShareResult(rule, sheet, ShareState.Open, [], loss?.LossFen, loss?.BaseFen, 0, 0, FilingCheck.Of(rule.Filing, sheet), conditions, trigger, steps, []);
        if (covered == false)
        {
            return loss is { } whole ? Divided(result with { State = ShareState.NotCovered }, whole with { BaseFen = 0 }, null, []) : result with { State = ShareState.NotCovered };
        }

        if (covered == true && due == false)
        {
            return result with { State = ShareState.NotDue };
        }

        var left = Left();
        if (rule.CostsFirst && sheet.Of("recovery.gross") is not null && sheet.Of("recovery.costs") is null)
        {
            missing.Add("recovery.costs");
        }

        missing.AddRange([.. timely.Missing, .. conditions.SelectMany(c => c.Missing), .. due is null ? trigger.SelectMany(t => t.Missing) : []]);
        return missing.Count > 0 || covered is null || due is null || loss is null || division is null
            ? result with { Missing = [.. missing.Distinct(StringComparer.Ordinal)] }
            : Divided(result with { State = ShareState.Shared }, loss, division, left);
    }

    /// <summary>How the loss is divided; beyond the last tier the scheme covers nothing.</summary>
    private LossDivision? Division(long? baseFen, ref bool? covered)
    {
        if (rule.Layers.Count > 0)
        {
            return LossDivision.Layered(rule);
        }

        if (rule.Tiers.Count == 0)
        {
            missing.Add("tiers");
            return null;
        }

        var figure = rule.TiersBy == ShareRule.LossBase ? baseFen : sheet.Fen(rule.TiersBy);
        if (figure is not { } fen)
        {
            missing.Add(rule.TiersBy);
            return null;
        }

        var tier = rule.Tiers.FirstOrDefault(t => t.UpToFen is null || fen <= t.UpToFen);
        steps.Add(SchemeStep.Of("tier", tier?.Title.Zh ?? "超出最高档", tier?.Title.En ?? "beyond the last tier", tier?.Id, ("by", rule.TiersBy), ("figure", Money.FenText(fen)), ("mode", rule.TierMode == TierMode.Whole ? "whole" : "marginal")));
        if (tier is null)
        {
            covered = false;
            return null;
        }

        var used = rule.TierMode == TierMode.Whole || fen == 0 ? [tier] : rule.Tiers.TakeWhile(t => t != tier).Append(tier).ToList();
        if (used.FirstOrDefault(t => t.Shares is null && t.Chain.Count == 0) is { } unstated)
        {
            missing.Add($"tiers.rows.{unstated.Id}.shares");
            return null;
        }

        return rule.TierMode == TierMode.Whole || fen == 0 ? LossDivision.Whole(rule, tier) : LossDivision.Marginal(rule, fen);
    }

    /// <summary>What each party may still pay; a limit or a use that is not known is missing.</summary>
    private Dictionary<string, (long Fen, string Limit)> Left()
    {
        var left = new Dictionary<string, (long Fen, string Limit)>(StringComparer.Ordinal);
        foreach (var limit in rule.Limits)
        {
            var most = limit.Scope == LimitScope.FundBalance ? sheet.Fen("fund.balance") : limit.LimitFen;
            if (most is not { } fen)
            {
                missing.Add(limit.Scope == LimitScope.FundBalance ? "fund.balance" : $"limits.{limit.Id}.amount");
                continue;
            }

            var counts = limit.Scope is LimitScope.Firm or LimitScope.Bank;
            if (counts && sheet.Used is null)
            {
                missing.Add($"used.{limit.Id}");
                continue;
            }

            var used = counts ? sheet.Used!.GetValueOrDefault(limit.Id) : 0;
            var rest = Math.Max(0, fen - used);
            steps.Add(SchemeStep.Of("limit", limit.Title.Zh, limit.Title.En, Money.FenText(rest), ("limit", limit.Id), ("party", limit.Party), ("scope", ShareLimit.ScopeWords[(int)limit.Scope]), ("amount", Money.FenText(fen)), ("used", counts ? Money.FenText(used) : null)));
            if (!left.TryGetValue(limit.Party, out var before) || rest < before.Fen)
            {
                left[limit.Party] = (rest, limit.Id);
            }
        }

        return left;
    }

    private Result<ShareResult> Divided(ShareResult result, LossParts loss, LossDivision? division, Dictionary<string, (long Fen, string Limit)> left)
    {
        var most = left.ToDictionary(l => l.Key, l => l.Value.Fen, StringComparer.Ordinal);
        var parts = division?.Of(loss.BaseFen, most) ?? [];
        var free = division?.Of(loss.BaseFen, new Dictionary<string, long>()) ?? [];
        var bound = parts.Any(p => p.Key != rule.Residual && p.Value < free[p.Key]);
        var outside = loss.LossFen - loss.BaseFen;
        foreach (var party in division is null ? [] : rule.Parties.Where(p => p.Id != rule.Residual))
        {
            steps.Add(SchemeStep.Of("share", party.Title.Zh, party.Title.En, Money.FenText(parts.GetValueOrDefault(party.Id)), ("party", party.Id), ("raw", rule.Tiers.Count > 0 && rule.Tiers.Any(t => t.Chain.Count > 0) ? null : division!.Exact(party.Id, loss.BaseFen).Yuan()), ("limited_by", parts.GetValueOrDefault(party.Id) < free.GetValueOrDefault(party.Id) ? left[party.Id].Limit : null)));
        }

        var recovery = Recovery(loss);
        if (!recovery.Ok)
        {
            return Result<ShareResult>.Refused(recovery.Refusals);
        }

        var (net, toShared, toOutside) = recovery.Value;
        var final = division is null ? [] : Final(loss.BaseFen, toShared, parts, division, bound, most);
        return result with
        {
            NetRecoveryFen = net,
            SurplusFen = net - toShared - toOutside,
            Parties = [.. rule.Parties.Select(p =>
            {
                var (shared, own) = (parts.GetValueOrDefault(p.Id), p.Id == rule.Outside);
                return new PartyLoss(p, shared, own ? outside : 0, shared - final.GetValueOrDefault(p.Id) + (own ? toOutside : 0), shared < free.GetValueOrDefault(p.Id) ? left.GetValueOrDefault(p.Id).Limit : null);
            })],
        };
    }

    /// <summary>
    /// Recoveries are returned in the shares in which the loss was borne: the parts afterwards are those of the loss that remains.
    /// Where a limit cut a party's part, its share is what it really bore.
    /// </summary>
    private Dictionary<string, long> Final(long baseFen, long returned, Dictionary<string, long> parts, LossDivision division, bool bound, Dictionary<string, long> most)
    {
        var rest = baseFen - returned;
        if (!bound || rule.Layers.Count > 0)
        {
            return division.Of(rest, most);
        }

        var final = parts.Where(p => p.Key != rule.Residual).ToDictionary(p => p.Key, p => Rounding.MulDiv(p.Value, rest, baseFen, RoundingMode.Down), StringComparer.Ordinal);
        final[rule.Residual] = rest - final.Values.Sum();
        return final;
    }

    /// <summary>Net of costs: first to the shared part, then to what lies outside; the rest is the debtor's.</summary>
    private Result<(long Net, long ToShared, long ToOutside)> Recovery(LossParts loss)
    {
        if (sheet.Fen("recovery.gross") is not { } gross)
        {
            return (0L, 0L, 0L);
        }

        var costs = rule.CostsFirst ? sheet.Fen("recovery.costs") ?? 0 : 0;
        if (costs > gross)
        {
            return SchemeRefusals.CostsBeyondRecovery("facts.recovery.costs", Money.FenText(costs), Money.FenText(gross));
        }

        var net = gross - costs;
        var toShared = Math.Min(net, loss.BaseFen);
        var toOutside = Math.Min(net - toShared, loss.LossFen - loss.BaseFen);
        steps.Add(SchemeStep.Of("recovery", "追偿净额", "net recovery", Money.FenText(net), ("gross", Money.FenText(gross)), ("costs", Money.FenText(costs)), ("to_shared", Money.FenText(toShared)), ("to_outside", Money.FenText(toOutside))));
        return (net, toShared, toOutside);
    }
}
