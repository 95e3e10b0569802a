using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>The identifiers of <c>ipabs/v1</c>, answered from the reference's own figures.</summary>
internal sealed class ReferenceFacts(DealDefinition deal, ScenarioDefinition scenario, ReferencePool pool) : IRuleVocabulary, IRuleFacts
{
    private readonly List<string> names =
    [
        "date", "closing", "expected_maturity", "legal_maturity", "size", "pool.balance", "pool.cum_default_ratio", "pool.count",
        "support.failed", "servicer.rating", "servicer.insolvent",
        .. deal.Tranches.SelectMany(t => (string[])[$"{t.Id}.balance", $"{t.Id}.interest_unpaid", $"{t.Id}.principal_unpaid"]),
        .. deal.Supports.Where(s => s.Kind == SupportKind.CashReserve).Select(s => $"{s.Id}.balance"),
    ];

    public int Date { get; set; }

    public bool SupportFailed { get; set; }

    public ReferenceState State { get; set; } = null!;

    public IReadOnlyCollection<string> Names => names;

    public bool True(string text) => RuleExpression.Compile(text, this, RuleType.Flag).Value.Evaluate(this).IsTrue;

    public bool TryFind(string name, out int slot, out RuleType type)
    {
        slot = names.IndexOf(name);
        type = name switch
        {
            "date" or "closing" or "expected_maturity" or "legal_maturity" => RuleType.Date,
            "support.failed" or "servicer.insolvent" => RuleType.Flag,
            "servicer.rating" => RuleType.Grade,
            _ => RuleType.Number,
        };
        return slot >= 0;
    }

    public RuleValue Get(int slot)
    {
        var dates = deal.Dates;
        var name = names[slot];
        return name switch
        {
            "date" => RuleValue.Of(dates.PaymentDates[Date]),
            "closing" => RuleValue.Of(dates.Closing),
            "expected_maturity" => RuleValue.Of(dates.ExpectedMaturity),
            "legal_maturity" => RuleValue.Of(dates.LegalMaturity),
            "size" => RuleValue.Of(deal.Size.Yuan),
            "pool.balance" => RuleValue.Of(pool.Balance[Date]),
            "pool.cum_default_ratio" => RuleValue.Of(pool.Defaulted.Take(Date + 1).Sum() / deal.Pool.Obligors.Sum(o => o.Principal.Yuan)),
            "pool.count" => RuleValue.Of((decimal)pool.Count[Date]),
            "support.failed" => RuleValue.Of(SupportFailed),
            "servicer.rating" or "servicer.insolvent" => scenario.Facts.TryGetValue(name, out var given)
                ? given : RuleValue.Unknown(name == "servicer.rating" ? RuleType.Grade : RuleType.Flag),
            _ => Named(name),
        };
    }

    private RuleValue Named(string name)
    {
        var (owner, field) = (name.Split('.')[0], name.Split('.')[1]);
        return RuleValue.Of(field switch
        {
            "interest_unpaid" => State.Interest[owner],
            "principal_unpaid" => State.Principal[owner],
            _ => State.Balance.TryGetValue(owner, out var balance) ? balance : State.Support[owner],
        });
    }
}
