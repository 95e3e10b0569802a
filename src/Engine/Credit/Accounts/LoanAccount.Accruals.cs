using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>Interest of the night, and where it stands.</summary>
public sealed partial class LoanAccount
{
    // Uplifts are whole multiples of this part of the contract rate.
    private const long UpliftScale = 10_000;

    private Int128 PenaltyDenominator => (Int128)InterestFactor.RateScale * UpliftScale * YearDays;

    private int YearDays => loan.Terms.DayCount switch
    {
        DayCountConvention.Act365F or DayCountConvention.ActActIsda => 365,
        DayCountConvention.Act364 => 364,
        _ => 360,
    };

    private void Accrue()
    {
        if (IsWrittenOff)
        {
            return;
        }

        var rate = (Int128)InterestFactor.Scaled(Rate);
        if (at < rows.Count && rows[at].Period.From <= Day)
        {
            AccrueContract(rate);
        }

        if (takenOver == Day)
        {
            // The other books' figures are of the end of the day: penalties of its night are in them.
            return;
        }

        long delta;
        (penalised, delta) = penalised.Add(rate * PenaltyBase(), PenaltyDenominator, Mode);
        penalty += delta;
        PostPenalty(PostingCause.Penalty, LoanAccountKind.PenaltyIncome, delta);
        (compounded, delta) = compounded.Add(rate * CompoundBase(), PenaltyDenominator, Mode);
        compound += delta;
        PostPenalty(PostingCause.Compound, LoanAccountKind.CompoundIncome, delta);
    }

    private void AccrueContract(Int128 rate)
    {
        var (period, tomorrow) = (rows[at].Period, Day.AddDays(1));
        if (loan.Terms.Method == RepaymentMethod.Flat)
        {
            var days = period.To.DayNumber - period.From.DayNumber;
            AdjustFlat(Rounding.MulDiv(rows[at].Interest.Fen, tomorrow.DayNumber - period.From.DayNumber, days, Mode));
            return;
        }

        var (upto, denominator) = parts.Upto(period, tomorrow);
        var part = upto - parts.Upto(period, Day).Numerator;
        (contract, var delta) = contract.Add(rate * notDue * part, (Int128)InterestFactor.RateScale * denominator, Mode);
        PostInterest(delta);
    }

    /// <summary>A flat loan's interest is that of its schedule, spread over the days.</summary>
    private void AdjustFlat(long posted)
    {
        if (loan.Terms.Method == RepaymentMethod.Flat)
        {
            PostInterest(posted - contract.Posted);
            contract = new(0, posted);
        }
    }

    /// <summary>
    /// Principal times one plus its uplift, in ten-thousandths. What is both overdue and misused bears the higher uplift once;
    /// the misused part is taken to be the overdue one first, which is the least for the borrower.
    /// </summary>
    private Int128 PenaltyBase()
    {
        var (overdue, misuse) = (Uplift(policy.OverdueUplift), Uplift(policy.MisuseUplift));
        var (left, sum) = (misused, (Int128)0);
        foreach (var due in dues)
        {
            if (due.DueOn > Day)
            {
                continue;
            }

            var own = InGrace(due) ? 0 : overdue;
            var both = Math.Min(left, due.Principal);
            sum += ((Int128)both * (UpliftScale + Math.Max(own, misuse))) + ((Int128)(due.Principal - both) * (UpliftScale + own));
            left -= both;
        }

        return sum + ((Int128)Math.Min(left, notDue) * misuse);
    }

    private Int128 CompoundBase()
    {
        var unpaid = dues.Where(d => d.DueOn <= Day && !InGrace(d)).Sum(d => d.Interest);
        return policy.Compound switch
        {
            CompoundRate.None => 0,
            CompoundRate.Contract when Day < loan.Maturity => (Int128)unpaid * UpliftScale,
            _ => (Int128)unpaid * (UpliftScale + Uplift(policy.OverdueUplift)),
        };
    }

    private bool InGrace(LoanDue due) => Day.DayNumber - due.DueOn.DayNumber < policy.GraceDays;

    private static long Uplift(decimal share) => (long)(share * UpliftScale);

    private void PostInterest(long fen)
    {
        if (IsOffBalance)
        {
            Post(PostingCause.Accrual, "", LoanAccountKind.MemoInterest, LoanAccountKind.MemoContra, fen);
        }
        else
        {
            Post(PostingCause.Accrual, "", LoanAccountKind.InterestReceivable, LoanAccountKind.InterestIncome, fen);
        }
    }

    private void PostPenalty(PostingCause cause, LoanAccountKind income, long fen)
    {
        if (IsOffBalance)
        {
            Post(cause, "", LoanAccountKind.MemoPenalty, LoanAccountKind.MemoContra, fen);
        }
        else
        {
            Post(cause, "", LoanAccountKind.PenaltyReceivable, income, fen);
        }
    }

    /// <summary>Unpaid interest leaves the balance sheet: income is taken back and kept in memo.</summary>
    private void LeaveBalance()
    {
        MoveInterest(PostingCause.AccrualStopped, 1);
        IsOffBalance = true;
    }

    private void ReturnToBalance()
    {
        MoveInterest(PostingCause.AccrualResumed, -1);
        IsOffBalance = false;
    }

    private void MoveInterest(PostingCause cause, int sign)
    {
        var interest = dues.Sum(d => d.Interest) + contract.Posted;
        Post(cause, "", LoanAccountKind.InterestIncome, LoanAccountKind.InterestReceivable, sign * interest);
        Post(cause, "", LoanAccountKind.MemoInterest, LoanAccountKind.MemoContra, sign * interest);
        Post(cause, "", LoanAccountKind.PenaltyIncome, LoanAccountKind.PenaltyReceivable, sign * penalty);
        Post(cause, "", LoanAccountKind.CompoundIncome, LoanAccountKind.PenaltyReceivable, sign * compound);
        Post(cause, "", LoanAccountKind.MemoPenalty, LoanAccountKind.MemoContra, sign * (penalty + compound));
    }
}
