using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>A loan that begins in the middle of its life: what it owes comes from other books, what is ahead is laid out by its own terms.</summary>
public sealed partial class LoanAccount
{
    private Refusal? TakeOver(LoanTakenOver of)
    {
        if (TakeOverFault(of) is { } fault)
        {
            return fault;
        }

        IsOffBalance = of.Since is { } since && Day.DayNumber - since.DayNumber > policy.AccrualStopAfterDays;
        (drawn, takenOver) = (loan.Terms.Financed.Fen, Day);
        notDue = of.NotDue.Fen;
        Post(PostingCause.TakenOver, of.Id, LoanAccountKind.Performing, LoanAccountKind.Cash, notDue);
        var ahead = PeriodsAhead(loan);
        lastNumber = fallen;
        if (of.Since is { } oldest)
        {
            dues.Add(new(lastNumber, oldest, of.Due.Fen, of.Interest.Fen, oldest < Day));
            Post(PostingCause.TakenOver, of.Id, oldest < Day ? LoanAccountKind.Overdue : LoanAccountKind.Performing, LoanAccountKind.Cash, of.Due.Fen);
        }

        penalty = of.Penalty.Fen;
        PostTaken(of, LoanAccountKind.InterestReceivable, LoanAccountKind.MemoInterest, of.Interest.Fen);
        PostTaken(of, LoanAccountKind.PenaltyReceivable, LoanAccountKind.MemoPenalty, of.Penalty.Fen);
        if (notDue == 0)
        {
            LayOut(ScheduleCause.TakenOver, of.Id, Rest([]));
            return null;
        }

        RunUpBefore(of, loan.Periods[fallen]);
        ahead[0] = loan.Periods[fallen];
        var carried = new InterestFactor(contract.Exact, (Int128)InterestFactor.RateScale * parts.Upto(ahead[0], Day).Denominator);
        LayOut(ScheduleCause.TakenOver, of.Id, Rest(ahead) with { Carried = carried });
        return null;
    }

    /// <summary>Interest of the period under way up to the day, on what is not due: it ran up in the other books.</summary>
    private void RunUpBefore(LoanTakenOver of, LoanPeriod period)
    {
        for (var day = period.From; day < Day; day = day.AddDays(1))
        {
            var (upto, denominator) = parts.Upto(period, day.AddDays(1));
            var rate = InterestFactor.Scaled(rates[InterestFactor.RateAt(rates, day)].Annual);
            contract = contract.Add((Int128)rate * notDue * (upto - parts.Upto(period, day).Numerator), (Int128)InterestFactor.RateScale * denominator, Mode).Next;
        }

        PostTaken(of, LoanAccountKind.InterestReceivable, LoanAccountKind.MemoInterest, contract.Posted);
    }

    private void PostTaken(LoanTakenOver of, LoanAccountKind onSheet, LoanAccountKind memo, long fen) =>
        Post(PostingCause.TakenOver, of.Id, IsOffBalance ? memo : onSheet, IsOffBalance ? LoanAccountKind.MemoContra : LoanAccountKind.Cash, fen);

    private Refusal? TakeOverFault(LoanTakenOver of)
    {
        var (principal, arrears) = (of.NotDue + of.Due, of.Due + of.Interest);
        if (drawn > 0)
        {
            return AccountRefusals.NoLoan(of, "drawn");
        }

        if (new[] { of.NotDue, of.Due, of.Interest, of.Penalty }.Any(m => m < Money.Zero) || principal + of.Interest + of.Penalty <= Money.Zero)
        {
            return AccountRefusals.NotAboveZero(of);
        }

        if (principal > loan.Terms.Financed)
        {
            return AccountRefusals.TooMuch(of, principal, loan.Terms.Financed);
        }

        if (arrears > Money.Zero != of.Since is not null || of.Since > Day || of.Since < loan.Terms.DisbursedOn)
        {
            return AccountRefusals.Terms(of, $"{of.Since:yyyy-MM-dd}", new($"有拖欠时为 {loan.Terms.DisbursedOn:yyyy-MM-dd} 至 {Day:yyyy-MM-dd} 的最早应还日，无拖欠时不填", $"with arrears their oldest due date, {loan.Terms.DisbursedOn:yyyy-MM-dd} to {Day:yyyy-MM-dd}; without them none"));
        }

        if (of.NotDue > Money.Zero && Day >= loan.Periods[^1].To)
        {
            return AccountRefusals.Terms(of, $"{of.NotDue}", new($"到期日 {loan.Maturity:yyyy-MM-dd} 起没有未到期本金", $"no principal that is not due from the maturity {loan.Maturity:yyyy-MM-dd} on"));
        }

        return loan.Terms.Method == RepaymentMethod.Flat ? AccountRefusals.Terms(of, Terms.LoanWords.Word(loan.Terms.Method), Words.Same(string.Join(" | ", Terms.LoanWords.Methods.Where(m => m != "flat")))) : null;
    }
}
