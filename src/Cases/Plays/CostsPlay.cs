using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Cases.Plays;

/// <summary>
/// All-in cost of every borrower of the deal and of the pool: <c>costs.N01.gross|net|net_if_granted|total</c>,
/// <c>costs.N01.quote|reduction</c>, <c>costs.pool.…</c>, <c>costs.max_net</c>, <c>costs.min_reduction</c>,
/// <c>costs.max_reduction</c>, <c>costs.item.ID</c> (an item summed over the borrowers).
/// </summary>
internal sealed class CostsPlay : IPlay
{
    public string Name => "costs";

    public void Play(Stage stage, FieldReader parameters, List<Refusal> refusals)
    {
        var rules = CostRule.Read(stage, parameters, refusals);
        var quote = parameters.Map("quote") is { } terms ? QuoteRule.Read(stage, terms, refusals) : null;
        if (refusals.Count > 0)
        {
            return;
        }

        if (stage.LintError is { } error)
        {
            stage.Outputs.Refuse(Name, error);
            return;
        }

        var borrowers = Borrowers(stage, rules);
        var costs = borrowers.Select(b => One(stage, b, b.Items(rules))).ToList();
        Pool(stage, costs);
        var quotes = quote is null ? [] : borrowers.Zip(costs, (b, c) => Compare(stage, b, c, quote.For(b))).ToList();
        Extremes(stage, borrowers, quotes.Count > 0);
    }

    private static List<CostBorrower> Borrowers(Stage stage, IReadOnlyList<CostRule> rules)
    {
        var deal = stage.Definition;
        var principals = deal.Pool.Obligors.Select(o => o.Principal).ToList();
        var parts = rules.Where(r => r.Split is not null).ToDictionary(r => r.Id, r => IssueCostSplit.Of(r.Amount!.Value.Value, principals, r.Split!.Value));
        return [.. deal.Pool.Obligors.Select((o, i) => Borrower(stage, deal, o, parts.ToDictionary(p => p.Key, p => p.Value[i])))];
    }

    private static CostBorrower Borrower(Stage stage, DealDefinition deal, ObligorTerms obligor, Dictionary<string, Money> parts)
    {
        var path = $"deal.pool.obligors.{obligor.Id}";
        var rate = stage.Tree.Find($"{path}.contract.rate") is null ? "deal.pool.contract.rate" : $"{path}.contract.rate";
        var rows = ContractSchedule.Build(obligor.Principal.Fen, obligor.Contract, deal.Dates, deal.Money.Rounding);
        return new(
            obligor.Id,
            path,
            obligor.Principal,
            Money.OfFen(rows.Sum(r => r.Interest)),
            obligor.Rights ?? 0,
            [new(deal.Dates.Closing, obligor.Principal), .. rows.Select(r => new DatedAmount(r.DueDate, Money.OfFen(-r.Interest - r.Principal)))],
            [.. stage.Origins(rate, "deal.dates.closing")],
            parts);
    }

    private static AllInCost One(Stage stage, CostBorrower borrower, IReadOnlyList<Traced<CostItem>> items)
    {
        var cost = AllInCost.Of(borrower.Flows, [.. items.Select(i => i.Value)]);
        IEnumerable<string> From(Func<CostKind, bool> counted) => [.. borrower.From, .. items.Where(i => i.Value.Moves && counted(i.Value.Kind)).SelectMany(i => i.From)];
        Rates(stage, borrower.Id, cost, From);
        foreach (var item in cost.Items)
        {
            stage.Outputs.Record("cost", $"{borrower.Id}.{item.Id}", ("firm", borrower.Id), ("kind", CostKinds.Words[(int)item.Kind]), ("date", $"{item.Date:yyyy-MM-dd}"), ("amount", $"{item.Amount}"), ("payer", item.Payer), ("source", item.Source));
        }

        return cost;
    }

    private static void Rates(Stage stage, string who, AllInCost cost, Func<Func<CostKind, bool>, IEnumerable<string>> from)
    {
        var (outputs, name) = (stage.Outputs, $"costs.{who}");
        var (gross, net, granted) = (from(k => !k.IsSubsidy()), from(k => k != CostKind.SubsidyApplied), from(_ => true));
        outputs.Add($"{name}.gross", Rate(cost.Gross), Formula(cost.GrossFlows), gross);
        outputs.Add($"{name}.net", Rate(cost.Net), Formula(cost.NetFlows), net);
        outputs.Add($"{name}.net_if_granted", Rate(cost.NetIfGranted), Formula(cost.GrantedFlows), granted);
        outputs.Add($"{name}.total", CaseValue.Of(cost.NetTotal), new("付出合计 − 收到合计（含已到账补贴）", "all paid − all received, subsidies received included"), net);
    }

    private static void Pool(Stage stage, List<AllInCost> costs)
    {
        var pool = AllInCost.Pool(costs);
        var ids = stage.Definition.Pool.Obligors.Select(o => o.Id).ToList();
        IEnumerable<string> From(string what) => ids.SelectMany(id => stage.Outputs.Find($"costs.{id}.{what}")!.From);
        stage.Outputs.Add("costs.pool.gross", Rate(pool.Gross), Formula(pool.GrossFlows), From("gross"));
        stage.Outputs.Add("costs.pool.net", Rate(pool.Net), Formula(pool.NetFlows), From("net"));
        stage.Outputs.Add("costs.pool.net_if_granted", Rate(pool.NetIfGranted), Formula(pool.GrantedFlows), From("net_if_granted"));
        foreach (var item in pool.Items.GroupBy(i => i.Id))
        {
            stage.Outputs.Add($"costs.item.{item.Key}", CaseValue.Of(Money.OfFen(item.Sum(i => i.Amount.Fen))), new($"{item.Count()} 户之和", $"sum over {item.Count()} firms"), $"parts.costs.items.{item.Key}");
        }
    }

    private static OrdinaryLoanQuote Compare(Stage stage, CostBorrower borrower, AllInCost cost, Traced<OrdinaryLoanQuote> quote)
    {
        var (name, outputs) = ($"costs.{borrower.Id}", stage.Outputs);
        var all = quote.Value.Cost;
        outputs.Add($"{name}.quote", Rate(all.Net), Words.Same($"LPR {quote.Value.Terms.Lpr} + {quote.Value.Terms.SpreadBasisPoints}bp; {Formula(all.NetFlows).En}"), [.. quote.From, "deal.dates.closing"]);
        var net = outputs.Find($"{name}.net")!;
        outputs.Add(
            $"{name}.reduction",
            quote.Value.ReductionBy(cost.Net) is { } reduction ? CaseValue.Rate(reduction) : CaseValue.Missing(new("两者之一没有唯一的成本率", "one of the two has no single rate")),
            Words.Same(cost.Net.Status == XirrStatus.One && all.Net.Status == XirrStatus.One ? $"1 − {cost.Net.Rate} ÷ {all.Net.Rate}" : "—"),
            [.. net.From, .. quote.From]);
        return quote.Value;
    }

    /// <summary>The dearest borrower and the ends of the reductions; the inputs are those of the borrower at the end.</summary>
    private static void Extremes(Stage stage, List<CostBorrower> borrowers, bool quoted)
    {
        Extreme(stage, borrowers, "max_net", "net", largest: true);
        Extreme(stage, borrowers, "min_net", "net", largest: false);
        Extreme(stage, borrowers, "max_net_if_granted", "net_if_granted", largest: true);
        if (quoted)
        {
            Extreme(stage, borrowers, "min_reduction", "reduction", largest: false);
            Extreme(stage, borrowers, "max_reduction", "reduction", largest: true);
        }
    }

    private static void Extreme(Stage stage, List<CostBorrower> borrowers, string name, string what, bool largest)
    {
        var all = borrowers.Select(b => (b.Id, Output: stage.Outputs.Find($"costs.{b.Id}.{what}")!)).ToList();
        var missing = all.Find(o => o.Output.Value.Kind == ValueKind.Missing);
        var (id, found) = missing.Id is not null ? missing
            : largest ? all.MaxBy(o => o.Output.Value.Number) : all.MinBy(o => o.Output.Value.Number);
        stage.Outputs.Add(
            $"costs.{name}",
            found.Value,
            new($"{all.Count} 户{(largest ? "最高" : "最低")}：{id}，{found.Formula.Zh}", $"{(largest ? "highest" : "lowest")} of {all.Count}: {id}, {found.Formula.En}"),
            found.From);
    }

    private static CaseValue Rate(XirrOutcome outcome) => outcome.Status == XirrStatus.One ? CaseValue.Rate(outcome.Rate) : CaseValue.Missing(outcome.Reason);

    private static Words Formula(IReadOnlyList<DatedAmount> flows) =>
        Words.Same($"XIRR({string.Join("; ", flows.Select(f => $"{f.Date:yyyy-MM-dd} {(f.Amount.Fen > 0 ? "+" : "")}{f.Amount}"))})");
}
