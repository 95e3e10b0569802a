using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Costs;

/// <summary>What the cost rules of a deal apply to for one borrower.</summary>
/// <param name="Principal">Its debt.</param>
/// <param name="Interest">Interest over the whole term.</param>
/// <param name="Rights">Rights behind the debt.</param>
/// <param name="Closing">The day of items without a date of their own.</param>
/// <param name="Part">Its part of a cost of the whole issue.</param>
internal sealed record CostGround(Money Principal, Money Interest, int Rights, DateOnly Closing, Func<CostItemTerms, Money> Part)
{
    /// <summary>The dated items; each is capped before a later item refers to it.</summary>
    public IReadOnlyList<CostItem> Items(IReadOnlyList<CostItemTerms> rules)
    {
        var items = new List<CostItem>();
        foreach (var rule in rules)
        {
            var amount = Amount(rule, items);
            items.Add(new()
            {
                Id = rule.Id,
                Kind = rule.Kind,
                Date = rule.Date ?? Closing,
                Amount = rule.Cap is { } cap && amount > cap ? cap : amount,
                Payer = rule.Payer,
                Source = rule.Source,
            });
        }

        return items;
    }

    private Money Amount(CostItemTerms rule, List<CostItem> earlier)
    {
        if (rule.Rate is { } rate)
        {
            var ground = rule.Of switch { "principal" => Principal, "interest" => Interest, var id => earlier.Find(i => i.Id == id)!.Amount };
            return Fraction.FromDecimal(rate).Of(ground);
        }

        return rule.Split is not null ? Part(rule)
            : rule.PerRight ? Money.OfFen(checked(rule.Amount!.Value.Fen * Rights))
            : rule.Amount!.Value;
    }
}
