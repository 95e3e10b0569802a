using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Resolve;

/// <summary>
/// A deal that can be computed: dates rolled, fractions prepared, orders compiled. Built once from a
/// <see cref="DealDefinition"/>, run many times, never stored. Immutable and safe to share between threads.
/// </summary>
public sealed class ResolvedDeal
{
    public required DealDefinition Definition { get; init; }

    public required IReadOnlyList<ResolvedPeriod> Periods { get; init; }

    /// <summary>Warnings of resolving, such as CAL-0101 for years without published holidays.</summary>
    public required IReadOnlyList<Refusal> Warnings { get; init; }

    /// <summary>Line names as in the run's output: <c>vat</c>, <c>A.interest</c>, <c>topup.repay</c>.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    internal ResolvedLoan[] Loans { get; init; } = null!;

    internal PoolTotals Base { get; init; } = null!;

    internal ResolvedTranche[] Tranches { get; init; } = null!;

    internal ResolvedFee[] Fees { get; init; } = null!;

    internal ResolvedSupport[] Supports { get; init; } = null!;

    /// <summary>Support indices in drawing order.</summary>
    internal int[] DrawOrder { get; init; } = null!;

    internal ResolvedTrigger[] Triggers { get; init; } = null!;

    /// <summary>Compiled orders by mode; a mode without an order of its own points to its fallback.</summary>
    internal Operation[][] Orders { get; init; } = null!;

    internal RuleExpression[] Conditions { get; init; } = null!;

    internal string[] Accounts { get; init; } = null!;

    /// <summary>Account index that receives interest, principal, recovery.</summary>
    internal int[] Receiving { get; init; } = null!;

    internal IReadOnlyDictionary<string, int> ObligorIndex { get; init; } = null!;

    public int PeriodCount => Periods.Count;
}

/// <summary>One payment date.</summary>
public sealed record ResolvedPeriod
{
    /// <summary>One-based number.</summary>
    public required int Number { get; init; }

    /// <summary>The unrolled date: amounts use it.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The rolled date T on which money moves.</summary>
    public required DateOnly PayDate { get; init; }

    /// <summary>Actual days since the previous unrolled date (or closing).</summary>
    public required int Days { get; init; }

    /// <summary>The date chain before T, in the order written.</summary>
    public required IReadOnlyList<KeyValuePair<string, DateOnly>> Chain { get; init; }

    /// <summary>暂定: a year needed for T or its chain has no published holidays; no real payment may use the date.</summary>
    public required bool Provisional { get; init; }
}

/// <summary>Pool cash by period (index 0 = period 1), in fen.</summary>
internal sealed class PoolTotals(int periods)
{
    public readonly long[] Interest = new long[periods];
    public readonly long[] Principal = new long[periods];
    public readonly long[] Discount = new long[periods];
    public readonly long[] Recovery = new long[periods];
    public readonly long[] Defaulted = new long[periods];

    /// <summary>Performing balance at the end of the period.</summary>
    public readonly long[] Balance = new long[periods];

    /// <summary>Obligors still owing, not in default, at the end of the period.</summary>
    public readonly long[] Count = new long[periods];

    /// <summary>Recoveries that arrive after the last payment date and are not paid out.</summary>
    public long LateRecovery;

    public void CopyFrom(PoolTotals other)
    {
        other.Interest.CopyTo(Interest, 0);
        other.Principal.CopyTo(Principal, 0);
        other.Discount.CopyTo(Discount, 0);
        other.Recovery.CopyTo(Recovery, 0);
        other.Defaulted.CopyTo(Defaulted, 0);
        other.Balance.CopyTo(Balance, 0);
        other.Count.CopyTo(Count, 0);
        LateRecovery = other.LateRecovery;
    }
}

/// <summary>One debt with its instalments assigned to payment periods.</summary>
internal sealed class ResolvedLoan
{
    public required ObligorTerms Terms { get; init; }

    /// <summary>Balance at closing that belongs to the pool.</summary>
    public required long Opening { get; init; }

    public required ContractRow[] Rows { get; init; }

    /// <summary>The first row is the contract's own first date, paid in advance and therefore without interest.</summary>
    public required bool StartsInAdvance { get; init; }

    /// <summary>First row of each period; one more entry than periods. Rows after the last entry are never collected.</summary>
    public required int[] FirstRow { get; init; }

    /// <summary>Per period: simple interest from the last contract date (or the start) to the payment date, for what is prepaid then.</summary>
    public required Fraction[] Accrued { get; init; }

    /// <summary>Discount income in each yuan of a receivable repaid, at maturity or before; zero for every other debt.</summary>
    public Fraction DiscountShare => Terms.Contract.Amortisation == ContractAmortisation.Discount && Rows.Length > 0 ? Rows[^1].Factor : Fraction.Zero;

    /// <summary>The nominal rate of one contract period, for level instalments.</summary>
    public required Fraction PeriodRate { get; init; }

    /// <summary>This loan's own totals by period in the base case.</summary>
    public required PoolTotals Base { get; init; }
}

internal sealed class ResolvedTranche
{
    public required TrancheTerms Terms { get; init; }

    public required long Size { get; init; }

    /// <summary>Coupon × year fraction of each period.</summary>
    public required Fraction[] Interest { get; init; }

    /// <summary>Scheduled principal (or target balance) by period, in fen; unused for bullets.</summary>
    public required long[] Scheduled { get; init; }

    /// <summary>Zero-based period on which the whole balance is scheduled.</summary>
    public required int LastPeriod { get; init; }

    /// <summary>Units of note, for per-unit rounding; 0 when amounts are rounded in total.</summary>
    public required long Units { get; init; }

    public required int UnitDecimals { get; init; }

    public required int InterestLine { get; init; }

    public required int PrincipalLine { get; init; }

    public required int ResidualLine { get; init; }
}

internal enum BasisKind : byte
{
    Constant,
    PoolBalance,
    TrancheBalance,
    Interest,
    Principal,
    Discount,
    Recovery,
}

internal readonly record struct BasisPart(BasisKind Kind, int Index, long Constant);

internal sealed class ResolvedFee
{
    public required FeeTerms Terms { get; init; }

    public required BasisPart[] Basis { get; init; }

    /// <summary>Factor on the basis by period: rate × days / 365, or the plain rate on collections and payouts.</summary>
    public required Fraction[] Factor { get; init; }

    /// <summary>Ceiling factor on the basis by period; null when the cap is an amount or absent.</summary>
    public required Fraction[]? CapFactor { get; init; }

    /// <summary>Ceiling in fen; <see cref="long.MaxValue"/> when there is none.</summary>
    public required long CapAmount { get; init; }

    /// <summary>VAT rate: contained in what a tax is taken from, on top of other fees.</summary>
    public required Fraction Vat { get; init; }

    public required Fraction Surcharge { get; init; }

    /// <summary>For a payout fee: the tranches that bear it.</summary>
    public required bool[] Bears { get; init; }

    public required int Line { get; init; }
}

internal sealed class ResolvedSupport
{
    public required SupportTerms Terms { get; init; }

    /// <summary>Lines covered, by line index.</summary>
    public required bool[] Covers { get; init; }

    /// <summary>Modes in which it may be drawn.</summary>
    public required bool[] DrawIn { get; init; }

    /// <summary>Most in fen; <see cref="long.MaxValue"/> for unlimited.</summary>
    public required long Limit { get; init; }

    /// <summary>Tranches whose balances keep a reserve's target alive.</summary>
    public required int[] Protects { get; init; }

    public required int RepayLine { get; init; }

    public required int FundLine { get; init; }

    public required int ReleaseLine { get; init; }

    public bool IsReserve => Terms.Kind == SupportKind.CashReserve;
}

internal sealed record ResolvedTrigger(TriggerTerms Terms, RuleExpression When);

internal enum OperationKind : byte
{
    Fee,
    Interest,
    Principal,
    Claim,
    FundReserve,
    ReleaseReserve,
    Residual,
    Transfer,
    WriteOff,
    Trap,
}

/// <summary>One line of a compiled order. <see cref="Group"/> &gt; 1 on the first line of a pari passu group.</summary>
internal sealed class Operation
{
    public required OperationKind Kind { get; init; }

    /// <summary>Fee, tranche or support index; target account for a transfer.</summary>
    public required int Index { get; init; }

    /// <summary>Line index, -1 for steps without one.</summary>
    public required int Line { get; init; }

    public required int Step { get; init; }

    public required PrincipalAmount Amount { get; init; }

    /// <summary>Condition index, -1 for none.</summary>
    public required int When { get; init; }

    public required long CapAmount { get; init; }

    public required Fraction[]? CapFactor { get; init; }

    public required int Account { get; init; }

    public int Group { get; set; } = 1;

    /// <summary>True on lines after the first of a pari passu group.</summary>
    public bool Follows { get; set; }
}
