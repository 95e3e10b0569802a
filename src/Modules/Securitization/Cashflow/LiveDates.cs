using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Platform.Office.Workbooks;
using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>
/// Fills the cash-flow table with formulas, date after date, as the machine runs: collect, let the triggers choose the mode,
/// compute what is due, pay in the order of the mode, and once more in the accelerated order where a provider fell short.
/// </summary>
internal sealed class LiveDates
{
    /// <summary>Stands for no limit; far above any shortage, far below what a cell cannot hold.</summary>
    private const decimal Unlimited = 100_000_000_000_000m;

    private readonly ResolvedDeal deal;
    private readonly DealDefinition definition;
    private readonly PaymentPlan plan;
    private readonly TermSheet terms;
    private readonly PoolSheet pool;
    private readonly CashSheet cash;
    private readonly DueSheet dues;
    private readonly Dictionary<OrderMode, OrderSheet> orders;
    private OpeningState opening;
    private Formula lastMode = 0;
    private Formula cumulative = 0;

    public LiveDates(ResolvedDeal deal, PaymentPlan plan, TermSheet terms, PoolSheet pool, CashSheet cash, ExactRounding rounding, Language language)
    {
        (this.deal, definition, this.plan, this.terms, this.pool, this.cash) = (deal, deal.Definition, plan, terms, pool, cash);
        dues = new(deal, plan, terms, pool, rounding, language);
        orders = plan.Modes.ToDictionary(m => m, m => new OrderSheet(deal, plan, m, terms, pool, rounding, language));
        opening = new(
            [.. terms.Tranches.Select(t => (Formula)t.Size)], Zeros(terms.Tranches.Count), Zeros(terms.Tranches.Count), Zeros(definition.Fees.Count),
            [.. terms.Supports.Select(s => s.Initial is { } initial ? initial : (Formula)0)], Zeros(terms.Supports.Count), 0);
        for (var k = 0; k < deal.PeriodCount; k++)
        {
            Date(k);
        }
    }

    public LiveSheet Dues => dues.Sheet;

    /// <summary>One sheet for every order a date may be paid in.</summary>
    public IEnumerable<LiveSheet> Orders => orders.Values.Select(o => o.Sheet);

    private static List<Formula> Zeros(int count) => [.. Enumerable.Repeat((Formula)0, count)];

    private void Date(int k)
    {
        Collect(k);
        var mode = cash.Side("mode#", new("触发后顺序码", "Order by triggers"), k, TriggeredMode(k));
        var available = Net(cash.At("opening", k), [cash.At("interest", k), cash.At("principal", k), cash.At("recovery", k)], []);
        var due = dues.Date(k, opening, mode, available);
        var outcomes = new Dictionary<OrderMode, OrderOutcome>();
        foreach (var (order, sheet) in orders)
        {
            outcomes[order] = sheet.Date(k, Start(order, available, due, mode, outcomes.GetValueOrDefault(OrderMode.Normal)), state => name => Fact(name, k, state));
        }

        var switched = And(Same(mode, 0), Same(outcomes[OrderMode.Normal].Failed, 1));
        var final = plan.Modes.Count == 1 || IsZero(outcomes[OrderMode.Normal].Failed) ? mode
            : cash.Side("final#", new("最终顺序码", "Order at last"), k, If(switched, 1, mode));
        cash.Formula("mode", k, plan.Modes.Count == 1
            ? new Word(OrderMode.Normal.Title().In(cash.Sheet.Language))
            : Choose((Formula)final + 1, [.. Enum.GetValues<OrderMode>().Select(m => new Word(m.Title().In(cash.Sheet.Language)))]));
        Pay(k, due, final, outcomes);
        var failed = Or(Same(opening.Failed, 1), switched, Same(Modes.Pick(final, plan.Modes, m => outcomes[m].Failed), 1));
        Close(k, due, final, outcomes, outcomes.Values.All(o => IsZero(o.Failed)) ? 0 : cash.Side("failed#", new("增信曾未足额", "A provider has failed"), k, OneIf(failed)));
    }

    private void Collect(int k)
    {
        foreach (var key in (string[])["k", "date", "payDate"])
        {
            cash.Value(key, k);
        }

        cash.Formula("days", k, terms.Days[k]);
        _ = k == 0 ? cash.Value("opening", k) : cash.Formula("opening", k, cash.At("carried", k - 1));
        var collected = pool.Periods[k];
        cash.Formula("interest", k, collected.Interest);
        cash.Formula("principal", k, collected.Principal);
        cash.Formula("recovery", k, collected.Recovery);
        cash.Formula("defaulted", k, collected.Defaulted);
        cumulative = cash.Side("cumulative#", new("累计违约", "Defaulted so far"), k, Net(cumulative, [collected.Defaulted], []), CellStyle.Money);
        cash.Formula("ratio", k, If(Formula.Same(Fixed(pool.Principal), 0), 0, cumulative / Fixed(pool.Principal)));
    }

    /// <summary>Modes only rise; every trigger that holds raises the mode to its own.</summary>
    private Formula TriggeredMode(int k)
    {
        var chosen = new List<Formula> { lastMode };
        foreach (var (trigger, when) in plan.Triggers)
        {
            var rules = new RuleFormula(name => Fact(name, k, null), c => c.Type == Engine.Rules.RuleType.Number ? terms.Threshold(trigger.Id, c) : null);
            chosen.Add(If(rules.Holds(when.Root), (decimal)(int)trigger.Then!.Value, 0));
        }

        return Max([.. chosen.Distinct()]);
    }

    /// <summary>What a name stands for: before the payments of a date when no state is given.</summary>
    private RuleFact Fact(string name, int k, OrderState? state)
    {
        switch (name)
        {
            case "date":
                return new(cash.At("date", k));
            case "closing":
                return new(terms.Closing);
            case "expected_maturity":
                return new(terms.ExpectedMaturity);
            case "legal_maturity":
                return new(terms.LegalMaturity);
            case "size":
                return new(terms.Size);
            case "pool.balance":
                return new(pool.Periods[k].Balance);
            case "pool.cum_default_ratio":
                return new(cash.At("ratio", k));
            case "pool.count":
                return new(pool.Periods[k].Count);
            case "support.failed":
                return new(Formula.Same(state?.SupportFailed ?? opening.Failed, 1));
            case "servicer.rating":
                return new(GradeRank(terms.Rating), GradeRank(terms.Rating) >= 0);
            case "servicer.insolvent":
                return new(Formula.Same(terms.Insolvent, 1), IsNumber(terms.Insolvent));
        }

        var (id, field) = (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);
        var t = definition.Tranches.Index().Where(x => x.Item.Id == id).Select(x => x.Index).DefaultIfEmpty(-1).First();
        if (t < 0)
        {
            var support = definition.Supports.Index().First(s => s.Item.Id == id).Index;
            return new(state is null ? opening.Support[support] : state.Support[support].Now);
        }

        return new(field switch
        {
            "balance" => state is null ? opening.Balance[t] : state.Balance[t].Now,
            "interest_unpaid" => state is null ? opening.InterestLeft[t] : state.Interest[t].Now,
            _ => state is null ? opening.PrincipalLeft[t] : state.Principal[t].Now,
        });
    }

    private OrderState Start(OrderMode order, Formula available, DueCells due, LiveCell mode, OrderOutcome? normal) => new()
    {
        Cash = new(available),
        Balance = [.. opening.Balance.Select(b => new Running(b))],
        Interest = [.. due.Interest.Select(i => new Running(i))],
        Principal = [.. due.Principal.Select(p => new Running(p))],
        Fee = [.. due.Fees.Select(f => new Running(f))],
        Support = [.. opening.Support.Select(s => new Running(s))],
        Room = [.. definition.Supports.Select((s, i) => Room(order, s, i, mode, normal))],
        Draws = [.. definition.Supports.Select(_ => new List<Formula>())],
        SupportFailed = order == OrderMode.Accelerated && !IsZero(normal!.Failed) ? OneIf(Or(Formula.Same(opening.Failed, 1), Formula.Same(mode, 0))) : opening.Failed,
    };

    /// <summary>What a support may bring; after a switch of the same day what it was drawn for in the normal order.</summary>
    private Running? Room(OrderMode order, SupportTerms support, int i, LiveCell mode, OrderOutcome? normal)
    {
        if (support.DrawIn.Contains(order))
        {
            return new(support.Kind == SupportKind.CashReserve ? opening.Support[i] : Limited(support, i));
        }

        return order == OrderMode.Accelerated && !IsZero(normal!.Drawn[i]) && !IsZero(normal.Failed) ? new(If(Formula.Same(mode, 0), normal.Drawn[i], 0)) : null;
    }

    private Formula Limited(SupportTerms support, int i)
    {
        var used = support.Kind == SupportKind.Liquidity ? opening.Support[i] : opening.Drawn[i];
        var limit = terms.Supports[i].Limit!;
        return If(IsNumber(limit), Max(0, Net(limit, [], IsZero(used) ? [] : [used])), Unlimited);
    }

    private void Pay(int k, DueCells due, Formula final, Dictionary<OrderMode, OrderOutcome> outcomes)
    {
        foreach (var line in plan.Lines)
        {
            cash.Formula(CashTable.Paid(line.Line), k, Modes.Pick(final, plan.Modes, m => outcomes[m].PaidOf(line.Line)));
            if (line.Owes)
            {
                cash.Formula(CashTable.Due(line.Line), k, Modes.Pick(final, plan.Modes, m => outcomes[m].Due.GetValueOrDefault(line.Line) ?? 0));
            }
        }

        foreach (var i in plan.Draws)
        {
            cash.Formula(CashTable.Drawn(i), k, Modes.Pick(final, plan.Modes, m => outcomes[m].Drawn[i]));
        }
    }

    /// <summary>Carries the state to the next date.</summary>
    private void Close(int k, DueCells due, Formula final, Dictionary<OrderMode, OrderOutcome> outcomes, Formula failed)
    {
        List<Formula> Paid(string line) => cash.Has(CashTable.Paid(line)) ? [cash.At(CashTable.Paid(line), k)] : [];
        var balances = definition.Tranches.Select((t, n) => (Formula)cash.Formula(CashTable.Balance(n), k, Net(opening.Balance[n], [], [.. Paid($"{t.Id}.principal"), .. WrittenOff(n, final, outcomes)]))).ToList();
        var supports = definition.Supports.Select((s, i) =>
        {
            var drawn = cash.At(CashTable.Drawn(i), k);
            var now = s.Kind == SupportKind.CashReserve
                ? Net(opening.Support[i], Paid($"{s.Id}.fund"), [.. Paid($"{s.Id}.release"), drawn])
                : Net(opening.Support[i], s.Claims ? [drawn] : [], Paid($"{s.Id}.repay"));
            return (Formula)cash.Formula(CashTable.Support(i), k, now);
        }).ToList();
        cash.Formula("carried", k, Modes.Pick(final, plan.Modes, m => outcomes[m].CashLeft));
        cash.Check(k);
        lastMode = final;
        opening = new(
            balances,
            [.. definition.Tranches.Select((t, n) => IsZero(due.Interest[n]) ? 0 : Side($"interest:{n}", new($"{t.Id} 未付利息", $"{t.Id} interest left"), k, Net(due.Interest[n], [], Paid($"{t.Id}.interest"))))],
            [.. definition.Tranches.Select((t, n) => Side($"principal:{n}", new($"{t.Id} 未付计划本金", $"{t.Id} scheduled principal left"), k, Modes.Pick(final, plan.Modes, m => outcomes[m].PrincipalLeft[n])))],
            [.. definition.Fees.Select((f, n) => f.Arrears ? Side($"fee:{n}", new($"{f.Id} 未付", $"{f.Id} left"), k, Net(due.Fees[n], [], Paid(f.Id))) : 0)],
            supports,
            [.. definition.Supports.Select((s, i) => s.Limit is null && s.Kind == SupportKind.CashReserve ? 0 : Side($"drawn:{i}#", new($"{s.Id} 累计支取", $"{s.Id} drawn so far"), k, Net(opening.Drawn[i], [cash.At(CashTable.Drawn(i), k)], [])))],
            failed);
    }

    private Formula Side(string key, Words heading, int k, Formula formula) => IsZero(formula) ? formula : cash.Side(key, heading, k, formula, CellStyle.Money);

    private List<Formula> WrittenOff(int t, Formula final, Dictionary<OrderMode, OrderOutcome> outcomes) =>
        outcomes.Values.All(o => o.WrittenOff[t].Count == 0) ? [] : [Modes.Pick(final, plan.Modes, m => Net(0, outcomes[m].WrittenOff[t], []))];
}
