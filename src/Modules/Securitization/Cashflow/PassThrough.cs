using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;
using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>Principal collected, handed to the tranches it passes through to: in the order's sequence, equal ranks by balance, each tranche once.</summary>
internal sealed class PassThrough(ResolvedDeal deal, PaymentPlan plan, RowCursor cursor)
{
    /// <summary>By tranche: what its scheduled principal rises by in the mode of the date.</summary>
    public Dictionary<int, Formula> Raises(PoolCells pool, OpeningState opening, LiveCell mode)
    {
        var byMode = plan.Modes.ToDictionary(m => m, m => Raises(m, pool, opening));
        return byMode.Values.SelectMany(r => r.Keys).Distinct().ToDictionary(t => t, t => Modes.Pick(mode, plan.Modes, m => byMode[m].GetValueOrDefault(t) ?? 0));
    }

    private Dictionary<int, Formula> Raises(OrderMode mode, PoolCells pool, OpeningState opening)
    {
        var raises = new Dictionary<int, Formula>();
        var used = new List<Formula>();
        foreach (var rank in plan.Orders[mode])
        {
            var passing = rank.Members.Where(m => m.IsPrincipal && Passes(m)).Select(m => Index(m.Id)).Where(t => !raises.ContainsKey(t)).ToList();
            if (passing.Count == 0)
            {
                continue;
            }

            var pot = Max(0, Net(pool.Principal, [pool.Recovery], used));
            var title = new Words($"{mode.Title().Zh}过手", $"{mode.Title().En} pass-through");
            var shares = passing.Count == 1
                ? [cursor.Money(title.And(Words.Same(deal.Definition.Tranches[passing[0]].Id)), Min(pot, opening.Balance[passing[0]]))]
                : LargestRemainder.Shares(cursor, title, Min(pot, Net(0, passing.Select(t => opening.Balance[t]), [])), [.. passing.Select(t => opening.Balance[t])]);
            foreach (var (tranche, share) in passing.Zip(shares))
            {
                raises[tranche] = share;
                used.Add(share);
            }
        }

        return raises;
    }

    private int Index(string id) => deal.Definition.Tranches.Index().First(t => t.Item.Id == id).Index;

    private bool Passes(PaymentLine line) => line.Step.Amount == PrincipalAmount.PassThrough
        || (line.Step.Amount == PrincipalAmount.Scheduled && deal.Definition.Tranches[Index(line.Id)].Amortisation == TrancheAmortisation.PassThrough);
}

/// <summary>Chooses by the mode of a date.</summary>
internal static class Modes
{
    public static Formula Pick(Formula mode, IReadOnlyList<OrderMode> modes, Func<OrderMode, Formula> of)
    {
        var choices = modes.ToDictionary(m => m, of);
        if (choices.Values.Distinct().Count() == 1)
        {
            return choices[OrderMode.Normal];
        }

        return modes.Count == 2
            ? If(Same(mode, (decimal)(int)modes[0]), choices[modes[0]], choices[modes[1]])
            : Choose(mode + 1, [.. Enumerable.Range(0, 4).Select(m => choices.GetValueOrDefault((OrderMode)m) ?? 0)]);
    }
}
