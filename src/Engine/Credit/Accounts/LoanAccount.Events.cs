using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>What each event does; an event that does not fit is refused and changes nothing.</summary>
public sealed partial class LoanAccount
{
    private Refusal? Take(LoanEvent happened) => happened switch
    {
        LoanDrawn drawdown => Draw(drawdown),
        LoanRepriced repriced => Reprice(repriced),
        FeeCharged fee => Charge(fee),
        ReceiptTaken receipt => Receive(receipt),
        LoanPrepaid prepaid => Prepay(prepaid),
        LoanRescheduled rescheduled => Reschedule(rescheduled),
        MisuseFound misuse => FindMisuse(misuse),
        LoanJudged by => Judged(by),
        LoanWrittenOff off => WriteOff(off),
        LoanTakenOver taken => TakeOver(taken),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
    };

    private Refusal? NotLive(LoanEvent of) => drawn == 0 ? AccountRefusals.NoLoan(of, "not drawn")
        : IsWrittenOff ? AccountRefusals.NoLoan(of, "written off")
        : IsRepaid ? AccountRefusals.NoLoan(of, "repaid") : null;

    /// <summary>The oldest due date before a day, or on it as well, that is not paid.</summary>
    private DateOnly? Unpaid(bool todayToo) => dues.Where(d => !d.IsPaid && (d.DueOn < Day || todayToo)).Select(d => (DateOnly?)d.DueOn).Min();

    private Refusal? Draw(LoanDrawn of)
    {
        var limit = loan.Terms.Financed;
        if (of.Amount <= Money.Zero)
        {
            return AccountRefusals.NotAboveZero(of);
        }

        if (IsWrittenOff || (drawn > 0 && IsRepaid))
        {
            return NotLive(of);
        }

        if (drawn + of.Amount.Fen > limit.Fen || (drawn == 0 ? Day != loan.Terms.DisbursedOn : Day >= loan.Periods[^1].To))
        {
            return AccountRefusals.Drawing(of, Money.OfFen(drawn) + of.Amount, limit);
        }

        Post(PostingCause.Drawdown, of.Id, LoanAccountKind.Performing, LoanAccountKind.Cash, of.Amount.Fen);
        var first = drawn == 0;
        drawn += of.Amount.Fen;
        notDue += of.Amount.Fen;
        if (first)
        {
            LayOut(ScheduleCause.Drawn, of.Id, ScheduleRun.Order(loan) with { Balance = notDue, Planned = Planned(0, loan.Periods.Count) });
        }
        else
        {
            LayOut(ScheduleCause.Drawn, of.Id, Rest());
        }

        return null;
    }

    private Refusal? Reprice(LoanRepriced of)
    {
        if (of.Annual is < 0 or > 1)
        {
            return AccountRefusals.Rate(of, of.Annual);
        }

        if (NotLive(of) is { } no)
        {
            return no;
        }

        var (standing, part) = (Level(), PrincipalPart());
        rates = [.. rates.Where(r => r.From < Day), new(Day, of.Annual)];
        LayOut(ScheduleCause.Repriced, of.Id, Rest() with { Standing = standing, Level = loan.Terms.Method == RepaymentMethod.EqualInstalments ? null : part });
        return null;
    }

    private Refusal? Charge(FeeCharged of)
    {
        if (of.Amount <= Money.Zero)
        {
            return AccountRefusals.NotAboveZero(of);
        }

        if (drawn == 0 || IsWrittenOff)
        {
            return NotLive(of);
        }

        fees += of.Amount.Fen;
        Post(PostingCause.Fee, of.Id, LoanAccountKind.FeeReceivable, LoanAccountKind.FeeIncome, of.Amount.Fen);
        return null;
    }

    private Refusal? Receive(ReceiptTaken of)
    {
        if (of.Amount <= Money.Zero || drawn == 0)
        {
            return of.Amount <= Money.Zero ? AccountRefusals.NotAboveZero(of) : NotLive(of);
        }

        Pay(LoanAccountKind.Cash, IsWrittenOff ? PostingCause.Recovery : PostingCause.Receipt, of.Id, of.Amount.Fen);
        return null;
    }

    private Refusal? Prepay(LoanPrepaid of)
    {
        if (of.Principal <= Money.Zero)
        {
            return AccountRefusals.NotAboveZero(of);
        }

        if (of.FeeRate is < 0 or > 1)
        {
            return AccountRefusals.Rate(of, of.FeeRate);
        }

        if (NotLive(of) is { } no)
        {
            return no;
        }

        if (Unpaid(todayToo: true) is { } due)
        {
            return AccountRefusals.Arrears(of, due);
        }

        if (of.Principal.Fen > notDue)
        {
            return AccountRefusals.TooMuch(of, of.Principal, PrincipalNotDue);
        }

        var (level, part) = (Level(), PrincipalPart());
        Post(PostingCause.Prepayment, of.Id, LoanAccountKind.Cash, LoanAccountKind.Performing, of.Principal.Fen);
        Post(PostingCause.Prepayment, of.Id, LoanAccountKind.Cash, LoanAccountKind.FeeIncome, Money.Rounded(of.Principal.Yuan * of.FeeRate).Fen);
        notDue -= of.Principal.Fen;
        if (notDue == 0)
        {
            SettleRunUp(of.Id);
        }

        var shorter = of.Effect == PrepaymentEffect.ShortenTerm;
        LayOut(ScheduleCause.Prepaid, of.Id, Rest() with { Level = !shorter ? null : loan.Terms.Method == RepaymentMethod.EqualInstalments ? level : part });
        return null;
    }

    /// <summary>利随本清: the whole loan is repaid and its interest to this day with it.</summary>
    private void SettleRunUp(string source)
    {
        PostPaid(new(LoanAccountKind.Cash, PostingCause.Prepayment, source, contract.Posted), contract.Posted, LoanAccountKind.InterestReceivable, LoanAccountKind.InterestIncome, LoanAccountKind.MemoInterest);
        contract = default;
    }

    private Refusal? FindMisuse(MisuseFound of)
    {
        if (of.Amount < Money.Zero || of.Amount > Principal)
        {
            return of.Amount < Money.Zero ? AccountRefusals.NotAboveZero(of) : AccountRefusals.TooMuch(of, of.Amount, Principal);
        }

        if (NotLive(of) is { } no)
        {
            return no;
        }

        misused = of.Amount.Fen;
        return null;
    }

    private Refusal? Judged(LoanJudged by)
    {
        judged = by.AtBest;
        return null;
    }

    private Refusal? WriteOff(LoanWrittenOff of)
    {
        if (NotLive(of) is { } no)
        {
            return no;
        }

        if (!IsOffBalance)
        {
            LeaveBalance();
        }

        var interest = dues.Sum(d => d.Interest) + contract.Posted;
        var (overdue, all) = (dues.Where(d => d.Overdue).Sum(d => d.Principal), notDue + DuePrincipal);
        Post(PostingCause.WriteOff, of.Id, LoanAccountKind.Provision, LoanAccountKind.Overdue, overdue);
        Post(PostingCause.WriteOff, of.Id, LoanAccountKind.Provision, LoanAccountKind.Performing, all - overdue);
        Post(PostingCause.WriteOff, of.Id, LoanAccountKind.Provision, LoanAccountKind.FeeReceivable, fees);
        Post(PostingCause.WriteOff, of.Id, LoanAccountKind.MemoContra, LoanAccountKind.MemoInterest, interest);
        Post(PostingCause.WriteOff, of.Id, LoanAccountKind.MemoContra, LoanAccountKind.MemoPenalty, penalty + compound);
        written = all + fees + interest + penalty + compound;
        Post(PostingCause.WriteOff, of.Id, LoanAccountKind.MemoWrittenOff, LoanAccountKind.MemoContra, written);
        (notDue, fees, penalty, compound, misused, contract) = (0, 0, 0, 0, 0, default);
        (rows, at, IsWrittenOff) = ([], 0, true);
        dues.Clear();
        return null;
    }
}
