using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>One line of an order of payments.</summary>
/// <param name="Step">The step as agreed.</param>
/// <param name="Mode">The order it is written in.</param>
/// <param name="Id">Fee, tranche or support.</param>
/// <param name="Line">Line name as in a run's <c>paid</c>; empty for steps without one.</param>
internal sealed record PaymentLine(StepTerms Step, OrderMode Mode, string Id, string Line)
{
    public bool IsPrincipal => Step.Kind == StepKind.PayPrincipal;

    /// <summary>Lines whose shortage is a shortage: taxes, fees, interest and principal.</summary>
    public bool Owes => Step.Kind is StepKind.PayTax or StepKind.PayFee or StepKind.PayInterest or StepKind.PayPrincipal;
}

/// <summary>Lines of equal rank, mostly one, under one condition.</summary>
internal sealed record PaymentRank(IReadOnlyList<PaymentLine> Members, RuleExpression? When);

/// <summary>The orders of payment as a workbook needs them: ranks by mode, the modes a run can reach, and what cannot be put into formulas.</summary>
internal sealed class PaymentPlan
{
    private static readonly string[] Groups = ["tax", "fees"];

    public PaymentPlan(DealDefinition deal)
    {
        Deal = deal;
        var vocabulary = new DealVocabulary(deal);
        Triggers = [.. deal.Triggers.Where(t => t.Then is not null).Select(t => (t, Compile(t.When, vocabulary)))];
        var modes = new SortedSet<OrderMode>(Triggers.Select(t => t.Terms.Then!.Value)) { OrderMode.Normal };
        if (deal.Supports.Any(s => s.Kind != SupportKind.CashReserve && s.DrawIn.Contains(OrderMode.Normal)))
        {
            modes.Add(OrderMode.Accelerated);
        }

        Modes = [.. modes];
        Orders = Modes.ToDictionary(m => m, m => (IReadOnlyList<PaymentRank>)Ranks(m, vocabulary));
        Lines = [.. Orders.Values.SelectMany(o => o).SelectMany(r => r.Members).Where(l => l.Line.Length > 0).DistinctBy(l => l.Line)];
        Draws = [.. deal.Supports.Select((s, i) => (Order: s.Order, Index: i)).OrderBy(s => s.Order).ThenBy(s => s.Index).Select(s => s.Index)];
    }

    public DealDefinition Deal { get; }

    /// <summary>The modes a run can be in, in rising severity.</summary>
    public IReadOnlyList<OrderMode> Modes { get; }

    public IReadOnlyDictionary<OrderMode, IReadOnlyList<PaymentRank>> Orders { get; }

    /// <summary>Every line once, in the order of payments; first those of the normal order.</summary>
    public IReadOnlyList<PaymentLine> Lines { get; }

    /// <summary>Triggers that change the order.</summary>
    public IReadOnlyList<(TriggerTerms Terms, RuleExpression When)> Triggers { get; }

    /// <summary>Support indices in drawing order.</summary>
    public IReadOnlyList<int> Draws { get; }

    /// <summary>Why the dates' payments cannot be formulas; empty when they can.</summary>
    public IEnumerable<Words> Obstacles()
    {
        if (Deal.Accounts.Count > 1)
        {
            yield return new("设有多个账户", "the deal keeps several accounts");
        }

        if (Deal.Money.UnitDecimals is not null)
        {
            yield return new("按每份证券计算并取整", "amounts are rounded per unit of note");
        }

        if (Deal.Fees.Any(f => f is { Kind: FeeKind.PayoutRate, OnPaid: true }))
        {
            yield return new("有费用按实付金额计算", "a fee is taken on what is really paid");
        }

        if (Orders.Values.SelectMany(o => o).SelectMany(r => r.Members).Any(l => l.Step.Kind is StepKind.Transfer or StepKind.BuyAssets))
        {
            yield return new("支付顺序中有账户间划转", "an order moves cash between accounts");
        }

        if (!Rates().All(ExactRounding.Holds))
        {
            yield return new($"有费率或利率超过 {ExactRounding.MostPlaces} 位小数", $"a rate has more than {ExactRounding.MostPlaces} decimals");
        }
    }

    private IEnumerable<decimal> Rates() =>
    [
        .. Deal.Tranches.Select(t => t.Coupon),
        .. Deal.Tranches.SelectMany(t => t.UnitPrincipal).Select(u => u / 100),
        .. Deal.Fees.SelectMany(f => (decimal[])[f.Rate, f.Vat, f.Surcharge, f.Cap?.Rate ?? 0]),
        .. Deal.Orders.Values.SelectMany(o => o).Select(s => s.Cap?.Rate ?? 0),
    ];

    /// <summary>Whether a support pays for a line.</summary>
    public bool Covers(SupportTerms support, PaymentLine line)
    {
        var group = line.Step.Kind is StepKind.PayTax or StepKind.PayFee ? Groups[Deal.Fees.First(f => f.Id == line.Id).Kind == FeeKind.Tax ? 0 : 1] : null;
        return line.Owes && (support.Covers.Contains(line.Line) || (group is not null && support.Covers.Contains(group)));
    }

    /// <summary>Tranches whose balances keep a reserve's target alive.</summary>
    public IReadOnlyList<int> Protects(SupportTerms support)
    {
        var named = Deal.Tranches.Index().Where(t => support.Covers.Contains($"{t.Item.Id}.interest") || support.Covers.Contains($"{t.Item.Id}.principal")).Select(t => t.Index).ToList();
        return named.Count > 0 ? named : [.. Deal.Tranches.Index().Where(t => !t.Item.Residual).Select(t => t.Index)];
    }

    private static RuleExpression Compile(string text, DealVocabulary vocabulary) => RuleExpression.Compile(text, vocabulary, RuleType.Flag).Value;

    private List<PaymentRank> Ranks(OrderMode mode, DealVocabulary vocabulary)
    {
        var written = mode;
        while (!Deal.Orders.ContainsKey(written))
        {
            written = written == OrderMode.Accelerated ? OrderMode.Normal : OrderMode.Accelerated;
        }

        var ranks = new List<PaymentRank>();
        foreach (var step in Deal.Orders[written].Where(s => s.Kind != StepKind.DrawSupport))
        {
            var when = step.When is null ? null : Compile(step.When, vocabulary);
            var lines = step.Kind is StepKind.TrapCash or StepKind.Transfer
                ? [new(step, written, "", "")]
                : step.What.Select(id => new PaymentLine(step, written, id, Name(step.Kind, id))).ToList();
            var shared = step.PariPassu.Count > 1 && step.Kind is not (StepKind.ReleaseReserve or StepKind.WriteOff)
                ? lines.Where(l => step.PariPassu.Contains(l.Id)).ToList() : [];
            foreach (var line in lines)
            {
                if (shared.Count == 0 || !shared.Contains(line))
                {
                    ranks.Add(new([line], when));
                }
                else if (line == shared[0])
                {
                    ranks.Add(new(shared, when));
                }
            }
        }

        return ranks;
    }

    private static string Name(StepKind kind, string id) => kind switch
    {
        StepKind.PayTax or StepKind.PayFee => id,
        StepKind.PayInterest => $"{id}.interest",
        StepKind.PayPrincipal => $"{id}.principal",
        StepKind.PayResidual => $"{id}.residual",
        StepKind.FundReserve => $"{id}.fund",
        StepKind.ReleaseReserve => $"{id}.release",
        StepKind.WriteOff => "",
        _ => $"{id}.repay",
    };

    /// <summary>What a line is called.</summary>
    public Words Title(PaymentLine line)
    {
        var name = line.Step.Kind switch
        {
            StepKind.PayTax or StepKind.PayFee => Deal.Fees.First(f => f.Id == line.Id).Name,
            StepKind.PayInterest or StepKind.PayPrincipal or StepKind.PayResidual or StepKind.WriteOff => Deal.Tranches.First(t => t.Id == line.Id).Name,
            _ => Deal.Supports.FirstOrDefault(s => s.Id == line.Id)?.Name,
        };
        return Titled(line, Named(name, line.Id));
    }

    /// <summary>A name in the reader's language; where only a Chinese one is given, the id stands in for English.</summary>
    public static Words Named(Words? name, string id) => name is not { } given ? Words.Same(id)
        : given.En == given.Zh && given.En.Any(c => c > '\u2E7F') ? given with { En = id } : given;

    private static Words Titled(PaymentLine line, Words name)
    {
        return line.Step.Kind switch
        {
            StepKind.PayInterest => new($"{name.Zh}利息", $"{name.En} interest"),
            StepKind.PayPrincipal => new($"{name.Zh}本金", $"{name.En} principal"),
            StepKind.PayResidual => new($"{name.Zh}剩余收益", $"{name.En} residual"),
            StepKind.FundReserve => new($"存入{name.Zh}", $"into {name.En}"),
            StepKind.ReleaseReserve => new($"{name.Zh}转回", $"out of {name.En}"),
            StepKind.WriteOff => new($"{name.Zh}核减", $"{name.En} written off"),
            StepKind.PaySupportClaim or StepKind.RepayLiquidity => new($"偿还{name.Zh}", $"{name.En} repaid"),
            _ => name,
        };
    }
}
