using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Terms;

/// <summary>By which school a schedule is computed.</summary>
public enum LoanConvention
{
    /// <summary>Chinese banks: 四舍五入 to the fen in every period, level instalment of the nominal period rate, the last instalment takes the residue.</summary>
    Cn,

    /// <summary>Apache Fineract: half to even, level instalment of the real period factors, one pass of smoothing.</summary>
    Fineract,
}

/// <summary>Which of Fineract's two engines; only <see cref="LoanConvention.Fineract"/> looks at it.</summary>
public enum FineractEngine
{
    /// <summary>The newer one: smooths the last instalment.</summary>
    Progressive,

    /// <summary>The older one: no smoothing, ACT/ACT counts as ACT/365F.</summary>
    Cumulative,
}

/// <summary>Where a due date goes when its month has no such day.</summary>
public enum MonthEndRule
{
    /// <summary>The month's last day: 31 January, 28 February, 31 March.</summary>
    Clamp,

    /// <summary>The first of the month after: 31 January, 1 March, 31 March.</summary>
    FirstOfNext,
}

/// <summary>What the interest of one regular period is counted by.</summary>
public enum InterestPeriod
{
    /// <summary>Its days.</summary>
    Daily,

    /// <summary>Its nominal part of a year, whatever its days: a twelfth for a month.</summary>
    Same,
}

/// <summary>The terms of a loan as agreed: what is stored, versioned and hashed. <see cref="Schedules.LoanResolving.Resolve"/> makes them computable.</summary>
/// <remarks>Only <see cref="Reading.LoanTermsReader"/> checks them; a record made by hand must hold to what each field says.</remarks>
public sealed record LoanTerms
{
    /// <summary>Amount lent, above zero.</summary>
    public required Money Principal { get; init; }

    /// <summary>A fixed rate, or LPR plus a spread.</summary>
    public required LoanRate Rate { get; init; }

    /// <summary>The day the money is paid out; interest runs from it.</summary>
    public required DateOnly DisbursedOn { get; init; }

    /// <summary>Due dates by <see cref="Every"/>; 1 to 1200. The loan ends on the last one. Not used by a custom plan.</summary>
    public int Count { get; init; }

    /// <summary>The distance of due dates; due date n is the disbursement plus n × it, never chained. Null: a custom plan's own dates alone.</summary>
    public Tenor? Every { get; init; }

    public required RepaymentMethod Method { get; init; }

    public DayCountConvention DayCount { get; init; } = DayCountConvention.Act360;

    public LoanConvention Convention { get; init; }

    public FineractEngine Engine { get; init; }

    /// <summary>Replaces due date 1, after the disbursement; later ones count from it unless it is the disbursement plus <see cref="Every"/>.</summary>
    public DateOnly? FirstDueOn { get; init; }

    /// <summary>结息日: interest to this day of the month, paid on the next one; 1 to 31, in a shorter month its last day.</summary>
    public int? InterestDay { get; init; }

    public MonthEndRule MonthEnd { get; init; }

    /// <summary>首付: due on disbursement and below the principal; the rest bears interest.</summary>
    public Money? DownPayment { get; init; }

    /// <summary>宽限期: so many first instalments are interest alone; below <see cref="Count"/>.</summary>
    public int GraceOnPrincipal { get; init; }

    /// <summary>Level instalments (equal principal: its part) are whole multiples of this, above zero.</summary>
    public Money? InstalmentMultiple { get; init; }

    public InterestPeriod InterestPeriod { get; init; }

    /// <summary>节假日规则: what happens to a due date that is no bank working day.</summary>
    public RollRule Roll { get; init; }

    /// <summary>Whether interest runs to the rolled day (计息至实际还款日) or stops on the agreed one.</summary>
    public bool InterestFollowsRoll { get; init; } = true;

    /// <summary>A custom plan's principal by date, ascending, after the disbursement; sums to the principal less the down payment.</summary>
    public IReadOnlyList<DatedAmount> Plan { get; init; } = [];

    /// <summary>What bears interest.</summary>
    public Money Financed => DownPayment is { } paid ? Principal - paid : Principal;
}

/// <summary>The rate a loan bears.</summary>
public abstract record LoanRate;

/// <param name="Annual">As a fraction, 0 to 1: 0.0345 is 3.45 %.</param>
public sealed record FixedLoanRate(decimal Annual) : LoanRate;

/// <summary>LPR in force on a day plus a spread, taken anew on every repricing day (重定价日).</summary>
public sealed record PrimeLoanRate : LoanRate
{
    public required LprTenor Tenor { get; init; }

    /// <summary>Basis points over it; may be negative.</summary>
    public required decimal SpreadBasisPoints { get; init; }

    /// <summary>The day whose LPR counts first; null = the disbursement.</summary>
    public DateOnly? QuotedOn { get; init; }

    public Repricing Repricing { get; init; } = Repricing.Never;
}

/// <summary>When LPR is taken anew.</summary>
/// <param name="Every">Counted from the disbursement (对年对月对日); null with <paramref name="OnNewYear"/>, or never.</param>
/// <param name="OnNewYear">On 1 January.</param>
public readonly record struct Repricing(Tenor? Every, bool OnNewYear)
{
    /// <summary>The first rate stands to the end.</summary>
    public static Repricing Never => default;
}
