using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Schedules;

/// <summary>One instalment as it falls due.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Period">Its stretch of interest and the day it is paid.</param>
/// <param name="Days">Days its interest is counted by.</param>
/// <param name="Interest">Due on the day.</param>
/// <param name="Principal">Due on the day, never negative.</param>
/// <param name="Balance">Principal outstanding afterwards, never negative.</param>
public readonly record struct Instalment(int Number, LoanPeriod Period, int Days, Money Interest, Money Principal, Money Balance)
{
    public DateOnly DueOn => Period.DueOn;

    public Money Due => Interest + Principal;
}

/// <summary>The instalments of a loan if everything is paid when due.</summary>
public sealed record LoanSchedule
{
    private LoanSchedule(ResolvedLoan loan, IReadOnlyList<Instalment> instalments)
    {
        (Loan, Instalments) = (loan, instalments);
        Interest = Money.OfFen(checked(instalments.Aggregate(0L, (sum, i) => checked(sum + i.Interest.Fen))));
        Due = Interest + loan.Terms.Financed;
    }

    public ResolvedLoan Loan { get; }

    public IReadOnlyList<Instalment> Instalments { get; }

    /// <summary>Sum of interest.</summary>
    public Money Interest { get; }

    /// <summary>Sum of interest and principal; the down payment is not in it.</summary>
    public Money Due { get; }

    /// <summary>The loan's warnings, and CRED-0302 where a level instalment is eaten up by interest.</summary>
    public IReadOnlyList<Refusal> Warnings { get; init; } = [];

    /// <summary>The borrower's side of the loan: paid out (positive), down payment and instalments (negative).</summary>
    public IReadOnlyList<DatedAmount> Flows =>
        [new(Loan.Terms.DisbursedOn, Loan.Terms.Financed), .. Instalments.Select(i => new DatedAmount(i.DueOn, -i.Due))];

    /// <summary>The schedule; refused with CRED-0211 when a sum does not fit in 64 bits.</summary>
    public static Result<LoanSchedule> Of(ResolvedLoan loan)
    {
        try
        {
            var run = ScheduleRun.Of(loan);
            var starved = run.FindIndex(i => loan.Terms.Method == RepaymentMethod.EqualInstalments && i.Number > loan.Terms.GraceOnPrincipal && i.Principal == Money.Zero && i.Balance > Money.Zero);
            return new LoanSchedule(loan, run) { Warnings = [.. loan.Warnings, .. starved < 0 ? [] : (Refusal[])[CreditRefusals.NoAmortisation(run[starved].Number)]] };
        }
        catch (OverflowException)
        {
            return CreditRefusals.TooLarge();
        }
    }
}
