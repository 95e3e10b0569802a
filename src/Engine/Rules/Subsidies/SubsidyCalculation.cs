using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Subsidies;

/// <summary>What aid a case gets under a rule: conditions, items, ceilings in common, the year's money.</summary>
/// <remarks>What is not known makes an item open: it counts as neither zero nor paid.</remarks>
public sealed class SubsidyCalculation
{
    private readonly SubsidyRule rule;
    private readonly SchemeCase known;
    private readonly List<SchemeStep> steps = [];

    private SubsidyCalculation(SubsidyRule rule, FactSheet sheet, IReferenceRates published)
    {
        this.rule = rule;
        known = new(rule.Vocabulary, rule.Rates, sheet, published);
    }

    /// <summary>Refused only where an amount leaves the range of money (SCH-0202).</summary>
    public static Result<SubsidyResult> Of(SubsidyRule rule, FactSheet sheet, IReferenceRates published) => new SubsidyCalculation(rule, sheet, published).Made();

    private Result<SubsidyResult> Made()
    {
        var conditions = rule.Conditions.Select(known.Ask).ToList();
        var timely = known.Timely(rule.Head, rule.Windows, steps);
        var holds = SchemeCase.All([timely.Holds, .. conditions.Select(c => c.Holds)]);
        List<string> missing = holds == false ? [] : [.. timely.Missing, .. conditions.SelectMany(c => c.Missing)];
        var items = new List<ItemAid>();
        foreach (var item in rule.Items)
        {
            var aid = new ItemCalculation(item, known).Of(holds);
            if (!aid.Ok)
            {
                return Result<SubsidyResult>.Refused(aid.Refusals);
            }

            items.Add(aid.Value);
        }

        Int128 sum = 0;
        items.ForEach(i => sum += Candidate(i));
        if (sum > Money.Limit.Fen)
        {
            return SchemeRefusals.TooLarge("items", sum.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        foreach (var group in rule.Groups)
        {
            Together(group, items, missing);
        }

        Pooled(items, missing);
        return Concluded(items, conditions, holds, [.. missing.Concat(items.SelectMany(i => i.Missing)).Distinct(StringComparer.Ordinal)]);
    }

    private static long Candidate(ItemAid aid) => aid.AmountFen ?? aid.AtMostFen ?? 0;

    /// <summary>Cuts the excess from the last item backwards. Where that depends on something open, all of the group is open.</summary>
    private void Together(CapGroup group, List<ItemAid> items, List<string> missing)
    {
        var members = group.Items.Select(id => items.FindIndex(i => i.Item.Id == id)).Where(i => i >= 0 && items[i].State != AidState.Refused).ToList();
        if (members.Count == 0)
        {
            return;
        }

        var (wanted, before) = (new List<string>(), members.Sum(i => Candidate(items[i])));
        var left = CapSteps.Apply(group.Caps, before, known, steps, wanted);
        var excess = before - left;
        var open = wanted.Count > 0 || (excess > 0 && members.Exists(i => items[i].State == AidState.Open));
        missing.AddRange(wanted);
        foreach (var i in Enumerable.Reverse(members))
        {
            var fen = Candidate(items[i]);
            var cut = Math.Min(fen, excess);
            excess -= cut;
            items[i] = With(items[i], fen - cut, open);
            if (cut > 0)
            {
                items[i] = items[i] with { Steps = [.. items[i].Steps, SchemeStep.Of("group", group.Title.Zh, group.Title.En, Money.FenText(fen - cut), ("group", group.Id), ("before", Money.FenText(fen)))] };
            }
        }
    }

    private void Pooled(List<ItemAid> items, List<string> missing)
    {
        if (rule.Pool is not { } pool || items.TrueForAll(i => i.State == AidState.Refused))
        {
            return;
        }

        if (pool.LimitFen is not { } limit || known.Sheet.Pool is not { } others)
        {
            missing.Add(pool.LimitFen is null ? "pool.amount" : "pool");
            Replace(items, Candidate, open: true);
            return;
        }

        var own = items.Sum(Candidate);
        var part = PoolScaling.Scale(limit, [.. others.Before, own, .. others.After])[others.Before.Count];
        var parts = new long[items.Count];
        Rounding.Split(part, [.. items.Select(Candidate)], parts);
        Int128 total = own;
        others.Before.Concat(others.After).ToList().ForEach(fen => total += fen);
        steps.Add(SchemeStep.Of("pool", pool.Title.Zh, pool.Title.En, Money.FenText(part), ("pool", pool.Id), ("limit", Money.FenText(limit)), ("approved", total <= long.MaxValue ? Money.FenText((long)total) : null), ("before", Money.FenText(own)), ("bound", part < own ? "yes" : "no")));
        var at = 0;
        // An open item moves the parts of the others.
        Replace(items, _ => parts[at++], open: part < own && items.Exists(i => i.State == AidState.Open));
    }

    private static void Replace(List<ItemAid> items, Func<ItemAid, long> fen, bool open)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var own = fen(items[i]);
            items[i] = items[i].State == AidState.Refused ? items[i] : With(items[i], own, open);
        }
    }

    private static ItemAid With(ItemAid aid, long fen, bool open) =>
        open || aid.State == AidState.Open
            ? aid with { State = AidState.Open, AmountFen = null, AtMostFen = aid.AmountFen is null && aid.AtMostFen is null ? null : fen }
            : aid with { AmountFen = fen };

    private SubsidyResult Concluded(List<ItemAid> items, List<ConditionAnswer> conditions, bool? holds, List<string> missing)
    {
        var state = holds == false ? AidState.Refused
            : items.Count == 0 || items.Exists(i => i.State == AidState.Open) ? AidState.Open
            : items.Exists(i => i.State == AidState.Granted) ? AidState.Granted : AidState.Refused;
        long? atMost = state != AidState.Open || items.Count == 0 || items.Exists(i => i is { State: AidState.Open, AtMostFen: null }) ? null : items.Sum(Candidate);
        return new(rule, known.Sheet, state, state == AidState.Open ? null : items.Sum(Candidate), atMost, items, conditions, steps, missing, Uses(items));
    }

    /// <summary>What is granted, counted against each cap over time.</summary>
    private List<KeyValuePair<string, long>> Uses(List<ItemAid> items)
    {
        var uses = new List<KeyValuePair<string, long>>();
        foreach (var aid in items)
        {
            uses.AddRange(aid.Item.Caps.Where(c => c.Scope != CapScope.Item).Select(c => KeyValuePair.Create(c.Id, aid.AmountFen ?? 0)));
        }

        foreach (var group in rule.Groups)
        {
            var sum = items.Where(i => group.Items.Contains(i.Item.Id)).Sum(i => i.AmountFen ?? 0);
            uses.AddRange(group.Caps.Where(c => c.Scope != CapScope.Item).Select(c => KeyValuePair.Create(c.Id, sum)));
        }

        return uses;
    }
}
