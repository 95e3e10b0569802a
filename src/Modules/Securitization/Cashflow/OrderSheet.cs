using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Platform.Office.Workbooks;
using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>
/// 顺序底稿: what one order of payments would pay on each date, line after line, starting from the state before the date. The
/// cash-flow table takes the figures of the order that the date is really paid in.
/// </summary>
internal sealed class OrderSheet(ResolvedDeal deal, PaymentPlan plan, OrderMode mode, TermSheet terms, PoolSheet pool, ExactRounding rounding, Language language)
{
    public const int HeadRow = 3;

    private readonly DealDefinition definition = deal.Definition;
    private RowCursor cursor = null!;
    private OrderState state = null!;
    private OrderOutcome outcome = null!;
    private RuleFormula rules = null!;
    private int period;

    public LiveSheet Sheet { get; } = new(new Words($"{mode.Title().Zh}顺序", $"Order {mode.Title().En}").In(language), language) { Frozen = (HeadRow, 2), RepeatRows = HeadRow };

    /// <summary>Writes one date.</summary>
    public OrderOutcome Date(int k, OrderState start, Func<OrderState, Func<string, RuleFact>> facts)
    {
        (period, state) = (k, start);
        Sheet.Say(1, 1, new($"{mode.Title().Zh}顺序：假设每期都按此顺序从期初状态开始支付", $"Order {mode.Title().En}: every date as if it were paid in this order"), CellStyle.Title);
        cursor = new(Sheet, HeadRow + 1 + k, HeadRow, k == 0);
        cursor.Value(new("期次", "No."), deal.Periods[k].Number, CellStyle.Whole);
        cursor.Value(new("日期", "Date"), CellDates.Serial(deal.Periods[k].Date), CellStyle.Date);
        state.Cash.Restart(cursor.Money(new("可用资金", "Cash"), state.Cash.Now));
        foreach (var (i, room) in state.Room.Index().Where(r => r.Item is not null))
        {
            room!.Restart(cursor.Money(Support(i).And(new("可支取", "may bring")), room.Now));
        }

        rules = new(facts(state), _ => null);
        var written = definition.Tranches.Select(_ => new List<Formula>()).ToList();
        outcome = new() { Drawn = [], PrincipalLeft = [], WrittenOff = written, CashLeft = 0, Failed = 0 };
        foreach (var rank in plan.Orders[mode])
        {
            Pay(rank);
        }

        return outcome with
        {
            Drawn = [.. state.Draws.Select((draws, i) => draws.Count == 0 ? (Formula)0 : cursor.Money(Support(i).And(new("支取合计", "drawn")), Net(0, draws, [])))],
            PrincipalLeft = [.. state.Principal.Select(p => p.Now)],
            CashLeft = state.Cash.Now,
            Failed = state.Broken.Count == 0 ? 0 : cursor.Whole(new("增信未足额", "A provider fell short"), OneIf(Or(state.Broken))),
        };
    }

    private Words Support(int i) => PaymentPlan.Named(definition.Supports[i].Name, definition.Supports[i].Id);

    private void Pay(PaymentRank rank)
    {
        var first = rank.Members[0];
        var conditions = state.Trapped.Select(Not).ToList();
        if (rank.When is { } when)
        {
            var holds = cursor.Whole((first.Line.Length == 0 && first.Step.Kind == StepKind.TrapCash ? new("截留", "Trap") : plan.Title(first)).And(new("条件成立", "condition")), OneIf(rules.Holds(when.Root)));
            conditions.Add(Same(holds, 1));
        }

        var open = And(conditions);
        switch (first.Step.Kind)
        {
            case StepKind.TrapCash:
                state.Trapped.Add(Same(cursor.Whole(new("截留", "Trapped"), OneIf(open)), 1));
                break;
            case StepKind.WriteOff:
                WriteOff(first, open);
                break;
            default:
                var due = rank.Members.Select(m => Due(m, open)).ToList();
                if (rank.Members.Count == 1)
                {
                    PayOne(due[0]);
                }
                else
                {
                    PayShared(due);
                }

                state.Cash.Restart(cursor.Money(new("剩余资金", "Cash left"), state.Cash.Now));
                break;
        }
    }

    private int Tranche(PaymentLine line) => definition.Tranches.Index().First(t => t.Item.Id == line.Id).Index;

    private int SupportOf(PaymentLine line) => definition.Supports.Index().First(s => s.Item.Id == line.Id).Index;

    private int FeeOf(PaymentLine line) => definition.Fees.Index().First(f => f.Item.Id == line.Id).Index;

    /// <summary>What a line may take, what it owes and what it wants after its cap.</summary>
    private LineDue Due(PaymentLine line, Formula open)
    {
        var title = plan.Title(line);
        var due = cursor.Money(title.And(new("应付", "due")), If(open, Amount(line), 0));
        Formula owed = !line.Owes ? 0 : due;
        if (line.IsPrincipal && mode == OrderMode.Normal && line.Step.Amount == PrincipalAmount.All)
        {
            owed = cursor.Money(title.And(new("其中应还", "owed")), Min(due, state.Principal[Tranche(line)].Now));
        }

        outcome.Due.TryAdd(line.Line, line.Owes ? owed : due);
        var wanted = terms.Caps.TryGetValue((line.Mode, line.Step.Position), out var cap)
            ? cursor.Money(title.And(new("封顶后", "capped")), Min([due, .. Ceilings(cap)]))
            : due;
        return new(line, title, wanted, owed, open);
    }

    private IEnumerable<Formula> Ceilings(CapCells cap)
    {
        if (cap.Amount is { } most)
        {
            yield return most;
        }

        if (cap.Rate is { } rate)
        {
            yield return rounding.Part(Fixed(terms.Size), rate.Numerator * (Formula)terms.Days[period], rate.Denominator * (Formula)365);
        }
    }

    private Formula Amount(PaymentLine line) => line.Step.Kind switch
    {
        StepKind.PayTax or StepKind.PayFee => state.Fee[FeeOf(line)].Now,
        StepKind.PayInterest => state.Interest[Tranche(line)].Now,
        StepKind.PayPrincipal => line.Step.Amount == PrincipalAmount.All ? state.Balance[Tranche(line)].Now : Min(state.Balance[Tranche(line)].Now, state.Principal[Tranche(line)].Now),
        StepKind.FundReserve => Max(0, Fen(Target(SupportOf(line)) - state.Support[SupportOf(line)].Now)),
        StepKind.PayResidual => state.Cash.Now,
        _ => state.Support[SupportOf(line)].Now,
    };

    /// <summary>0 once every tranche the reserve protects is repaid.</summary>
    private Formula Target(int support) =>
        If(Or(plan.Protects(definition.Supports[support]).Select(t => state.Balance[t].Now > 0)), terms.Supports[support].Target!, 0);

    private void PayOne(LineDue due)
    {
        var draws = new List<Formula>();
        if (due.Line.Step.Kind == StepKind.ReleaseReserve)
        {
            Book(due, cursor.Money(due.Title.And(new("转出", "released")), due.Wanted), draws);
            return;
        }

        var fromCash = due.Line.Step.Kind == StepKind.PayResidual ? due.Wanted : Min(due.Wanted, state.Cash.Now);
        foreach (var i in Drawable(due.Line))
        {
            var need = Net(Min(due.Wanted, due.Owed), [], [fromCash, .. draws]);
            var drawn = cursor.Money(due.Title.And(Support(i)).And(new("支取", "draw")), Max(0, Min([need, .. Limits(i)])));
            Draw(i, drawn);
            draws.Add(drawn);
        }

        if (Promised(due.Line))
        {
            state.Broken.Add(Net(Min(due.Wanted, due.Owed), [], [fromCash, .. draws]) > 0);
        }

        Book(due, cursor.Money(due.Title.And(new("支付", "paid")), Net(fromCash, draws, [])), draws);
    }

    /// <summary>Supports that could be drawn for a line in this order, in drawing order.</summary>
    private List<int> Drawable(PaymentLine line) => [.. plan.Draws.Where(i => state.Room[i] is not null && plan.Covers(definition.Supports[i], line))];

    private List<Formula> Limits(int i) => definition.Supports[i].Kind == SupportKind.CashReserve ? [state.Room[i]!.Now, state.Support[i].Now] : [state.Room[i]!.Now];

    private void Draw(int i, Formula amount)
    {
        state.Room[i]!.Take(amount);
        state.Draws[i].Add(amount);
        if (definition.Supports[i].Kind == SupportKind.CashReserve)
        {
            state.Support[i].Take(amount);
        }
        else if (definition.Supports[i].Claims)
        {
            state.Support[i].Add(amount);
        }
    }

    /// <summary>Whether a provider covers the line and is drawn in this order.</summary>
    private bool Promised(PaymentLine line) => definition.Supports.Any(s => s.Kind != SupportKind.CashReserve && s.DrawIn.Contains(mode) && plan.Covers(s, line));

    /// <summary>Lines of equal rank share the cash by what each wants, then the supports by what each is missing.</summary>
    private void PayShared(List<LineDue> due)
    {
        var residual = due[0].Line.Step.Kind == StepKind.PayResidual;
        var weights = due.Select(d => residual ? Fixed(terms.Tranches[Tranche(d.Line)].Size) : d.Wanted).ToList();
        var (total, cash) = (Net(0, weights, []), state.Cash.Now);
        var amount = residual ? If(And(due[0].Open, total > 0), cash, 0) : Min(cash, total);
        var title = new Words(string.Join("/", due.Select(d => d.Title.Zh)), string.Join("/", due.Select(d => d.Title.En)));
        var shares = LargestRemainder.Shares(cursor, title, amount, weights);
        var draws = due.Select(_ => new List<Formula>()).ToList();
        Formula Missing(int j) => Max(0, Net(Min(due[j].Wanted, due[j].Owed), [], [shares[j], .. draws[j]]));
        foreach (var i in plan.Draws.Where(i => state.Room[i] is not null))
        {
            var covered = due.Index().Where(d => plan.Covers(definition.Supports[i], d.Item.Line)).Select(d => d.Index).ToList();
            if (covered.Count > 0)
            {
                DrawShared(i, due, covered, [.. covered.Select(Missing)], draws);
            }
        }

        foreach (var (j, d) in due.Index())
        {
            if (Promised(d.Line))
            {
                state.Broken.Add(Missing(j) > 0);
            }
        }

        foreach (var (j, d) in due.Index())
        {
            Book(d, cursor.Money(d.Title.And(new("支付", "paid")), Net(shares[j], draws[j], [])), draws[j]);
        }
    }

    private void DrawShared(int i, List<LineDue> due, List<int> covered, List<Formula> missing, List<List<Formula>> draws)
    {
        var cells = covered.Zip(missing, (j, m) => cursor.Money(due[j].Title.And(new("缺口", "missing")), m)).ToList();
        var title = new Words(string.Join("/", covered.Select(j => due[j].Title.Zh)), string.Join("/", covered.Select(j => due[j].Title.En))).And(Support(i));
        var taken = cursor.Money(title.And(new("支取", "draw")), Min([Net(0, cells.Select(c => (Formula)c), []), .. Limits(i)]));
        Draw(i, taken);
        var parts = covered.Count == 1 ? [taken] : LargestRemainder.Shares(cursor, title, taken, [.. cells.Select(c => (Formula)c)]);
        foreach (var (j, part) in covered.Zip(parts))
        {
            draws[j].Add(part);
        }
    }

    private void Book(LineDue due, LiveCell paid, List<Formula> draws)
    {
        var line = due.Line;
        if (!outcome.Paid.TryGetValue(line.Line, out var payments))
        {
            outcome.Paid[line.Line] = payments = [];
        }

        payments.Add(paid);
        switch (line.Step.Kind)
        {
            case StepKind.PayTax or StepKind.PayFee:
                state.Fee[FeeOf(line)].Take(paid);
                break;
            case StepKind.PayInterest:
                state.Interest[Tranche(line)].Take(paid);
                break;
            case StepKind.PayPrincipal:
                Principal(due, paid);
                break;
            case StepKind.FundReserve:
                state.Support[SupportOf(line)].Add(paid);
                break;
            case StepKind.ReleaseReserve:
                state.Support[SupportOf(line)].Take(paid);
                state.Cash.Add(paid);
                return;
            case StepKind.PaySupportClaim or StepKind.RepayLiquidity:
                state.Support[SupportOf(line)].Take(paid);
                break;
        }

        state.Cash.Take(paid);
        draws.ForEach(state.Cash.Add);
    }

    /// <summary>Outside the normal order the whole balance counts as due where the order asks for all of it.</summary>
    private void Principal(LineDue due, LiveCell paid)
    {
        var line = due.Line;
        var t = Tranche(line);
        var scheduled = mode != OrderMode.Normal && line.Step.Amount == PrincipalAmount.All ? state.Balance[t].Now : state.Principal[t].Now;
        var left = If(due.Open, Max(0, Fen(scheduled - paid)), state.Principal[t].Now);
        state.Balance[t].Take(paid);
        state.Principal[t].Restart(cursor.Money(plan.Title(line).And(new("未付", "left")), left));
    }

    /// <summary>Writes a tranche down by what pool, cash and reserves can no longer cover.</summary>
    private void WriteOff(PaymentLine line, Formula open)
    {
        var t = Tranche(line);
        var reserves = definition.Supports.Index().Where(s => s.Item.Kind == SupportKind.CashReserve).Select(s => state.Support[s.Index].Now);
        var lacking = Net(0, state.Balance.Select(b => b.Now), [pool.Periods[period].Balance, state.Cash.Now, .. reserves]);
        var loss = cursor.Money(plan.Title(line), If(open, Min(Max(0, lacking), state.Balance[t].Now), 0));
        outcome.WrittenOff[t].Add(loss);
        state.Balance[t].Take(loss);
        state.Principal[t].Restart(cursor.Money(plan.Title(line).And(new("未付计划本金", "scheduled left")), Min(state.Principal[t].Now, state.Balance[t].Now)));
    }

    /// <param name="Open">The step's condition, and that no earlier step kept the cash.</param>
    private sealed record LineDue(PaymentLine Line, Words Title, Formula Wanted, Formula Owed, Formula Open);
}
