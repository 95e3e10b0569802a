using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Credit;

namespace Zhirong.Cases.Plays;

/// <summary>
/// One cost item as a case states it for every borrower: a rate of principal, of interest or of an earlier item; an amount
/// for each firm or each right; or an amount of the whole issue with the rule that splits it. A cap counts per firm.
/// </summary>
internal sealed record CostRule
{
    private static readonly IReadOnlyList<string> PerWords = ["firm", "right"];

    public required string Id { get; init; }

    public required CostKind Kind { get; init; }

    public required Traced<DateOnly> Date { get; init; }

    public required string Payer { get; init; }

    public required string Source { get; init; }

    public Traced<Money>? Amount { get; init; }

    public bool PerRight { get; init; }

    public SplitRule? Split { get; init; }

    public Traced<decimal>? Rate { get; init; }

    /// <summary>principal, interest, or the id of an earlier item.</summary>
    public string Of { get; init; } = "";

    public Traced<Money>? Cap { get; init; }

    public static IReadOnlyList<CostRule> Read(Stage stage, FieldReader parameters, List<Refusal> refusals)
    {
        var rules = new List<CostRule>();
        foreach (var (id, item) in parameters.Node("items") is { } node ? Rows.Of(node, parameters.Join("items"), refusals) : [])
        {
            if (Read(stage, id, item, [.. rules.Select(r => r.Id)], refusals) is { } rule)
            {
                rules.Add(rule);
            }

            item.Finish();
        }

        return rules;
    }

    private static CostRule? Read(Stage stage, string id, FieldReader item, IReadOnlyList<string> earlier, List<Refusal> refusals)
    {
        var kind = item.OneOf("kind", CostKinds.Words, required: true);
        var date = stage.Date(item, "date", refusals);
        var byRate = item.Has("rate");
        var amount = byRate ? null : stage.Money(item, "amount", refusals);
        var rate = byRate ? stage.Ratio(item, "rate", 10, refusals) : null;
        var of = byRate ? item.OneOf("of", ["principal", "interest", .. earlier], required: true) : null;
        var split = item.OneOf("split", IssueCostSplit.RuleWords);
        var per = item.OneOf("per", PerWords);
        var cap = stage.Money(item, "cap", refusals, required: false);
        var payer = item.Text("payer") ?? CostItem.Borrower;
        var source = CaseReader.Named(item, "source", refusals)?.Zh ?? "";
        return kind is null || date is null || (amount is null && rate is null) ? null : new()
        {
            Id = id,
            Kind = CostKinds.Parse(kind)!.Value,
            Date = date.Value,
            Payer = payer,
            Source = source,
            Amount = amount,
            PerRight = per == "right",
            Split = split is null ? null : (SplitRule)IssueCostSplit.RuleWords.ToList().IndexOf(split),
            Rate = rate,
            Of = of ?? "",
            Cap = cap,
        };
    }
}

/// <summary>One borrower of the deal: what it receives and repays, and the inputs behind that.</summary>
/// <param name="Path">Its place in the deal file.</param>
/// <param name="Part">Its parts of the costs of the whole issue, by rule id.</param>
internal sealed record CostBorrower(
    string Id, string Path, Money Principal, Money Interest, int Rights, IReadOnlyList<DatedAmount> Flows, IReadOnlyList<string> From, IReadOnlyDictionary<string, Money> Part)
{
    /// <summary>The dated items under the rules, each with the inputs that move it.</summary>
    public IReadOnlyList<Traced<CostItem>> Items(IReadOnlyList<CostRule> rules)
    {
        var items = new List<Traced<CostItem>>();
        foreach (var rule in rules)
        {
            var (amount, from) = Uncapped(rule, items);
            if (rule.Cap is { } cap && amount > cap.Value)
            {
                (amount, from) = (cap.Value, [.. cap.From, $"{Path}.principal"]);
            }

            // The date of nothing moves nothing.
            IEnumerable<string> dates = amount.Fen == 0 ? [] : rule.Date.From;
            items.Add(new(new() { Id = rule.Id, Kind = rule.Kind, Date = rule.Date.Value, Amount = amount, Payer = rule.Payer, Source = rule.Source }, [.. from, .. dates]));
        }

        return items;
    }

    private (Money Amount, IReadOnlyList<string> From) Uncapped(CostRule rule, List<Traced<CostItem>> earlier)
    {
        if (rule.Rate is { } rate)
        {
            var other = earlier.Find(i => i.Value.Id == rule.Of);
            var ground = rule.Of switch { "principal" => Principal, "interest" => Interest, _ => other.Value.Amount };
            return (Fraction.FromDecimal(rate.Value).Of(ground), [.. rate.From, .. rule.Of is "principal" or "interest" ? [] : other.From]);
        }

        var amount = rule.Amount!.Value;
        return (rule.Split, rule.PerRight) switch
        {
            ({ }, _) => (Part[rule.Id], [.. amount.From, $"{Path}.principal"]),
            (_, true) => (Money.OfFen(checked(amount.Value.Fen * Rights)), [.. amount.From, $"{Path}.ip", $"{Path}.principal"]),
            _ => (amount.Value, [.. amount.From, $"{Path}.principal"]),
        };
    }
}
