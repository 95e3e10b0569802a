namespace Zhirong.Engine.Credit.Accounts;

/// <summary>What money from the borrower pays.</summary>
public sealed partial class LoanAccount
{
    /// <summary>Applies money to what is due; what is over goes to, or stays in, the borrower's credit.</summary>
    private void Pay(LoanAccountKind from, PostingCause cause, string source, long fen)
    {
        if (fen == 0)
        {
            return;
        }

        var left = IsWrittenOff ? Recover(from, source, fen) : Allocate(from, cause, source, fen);
        if (from == LoanAccountKind.BorrowerCredit)
        {
            credit = left;
        }
        else
        {
            Post(cause, source, from, LoanAccountKind.BorrowerCredit, left);
            credit += left;
        }
    }

    private long Allocate(LoanAccountKind from, PostingCause cause, string source, long left)
    {
        var oldest = dues.Where(d => !d.IsPaid && d.DueOn < Day).Select(d => Day.DayNumber - d.DueOn.DayNumber).DefaultIfEmpty().Max();
        var order = oldest > policy.ImpairedAfterDays && policy.Impaired is { } impaired ? impaired : policy.Allocation;
        if (!order.ByInstalment)
        {
            foreach (var kind in order.Order)
            {
                left = PayKind(kind, 0, dues.Count, new(from, cause, source, left));
            }

            return left;
        }

        List<DueKind> before = [.. order.Order.TakeWhile(k => k < DueKind.Interest)], within = [.. order.Order.Where(k => k >= DueKind.Interest)];
        left = before.Aggregate(left, (rest, kind) => PayKind(kind, 0, dues.Count, new(from, cause, source, rest)));
        for (var i = 0; i < dues.Count; i++)
        {
            left = within.Aggregate(left, (rest, kind) => PayKind(kind, i, i + 1, new(from, cause, source, rest)));
        }

        return order.Order.Except(before).Except(within).Aggregate(left, (rest, kind) => PayKind(kind, 0, dues.Count, new(from, cause, source, rest)));
    }

    /// <summary>Money on its way, and under whose name it is booked.</summary>
    private readonly record struct Payment(LoanAccountKind From, PostingCause Cause, string Source, long Fen);

    private long PayKind(DueKind kind, int first, int end, Payment payment)
    {
        switch (kind)
        {
            case DueKind.Fee:
                return PayAccount(ref fees, LoanAccountKind.FeeReceivable, payment);
            case DueKind.Penalty:
                return PayPenalty(ref penalty, LoanAccountKind.PenaltyIncome, payment);
            case DueKind.Compound:
                return PayPenalty(ref compound, LoanAccountKind.CompoundIncome, payment);
            default:
                var left = payment.Fen;
                for (var i = first; i < end && left > 0; i++)
                {
                    left = PayDue(i, kind == DueKind.Interest, payment with { Fen = left });
                }

                return left;
        }
    }

    private long PayAccount(ref long owed, LoanAccountKind account, Payment payment)
    {
        var paid = Math.Min(owed, payment.Fen);
        owed -= paid;
        Post(payment.Cause, payment.Source, payment.From, account, paid);
        return payment.Fen - paid;
    }

    private long PayPenalty(ref long owed, LoanAccountKind income, Payment payment)
    {
        var paid = Math.Min(owed, payment.Fen);
        owed -= paid;
        PostPaid(payment, paid, LoanAccountKind.PenaltyReceivable, income, LoanAccountKind.MemoPenalty);
        return payment.Fen - paid;
    }

    private long PayDue(int index, bool interest, Payment payment)
    {
        var due = dues[index];
        var paid = Math.Min(interest ? due.Interest : due.Principal, payment.Fen);
        if (interest)
        {
            PostPaid(payment, paid, LoanAccountKind.InterestReceivable, LoanAccountKind.InterestIncome, LoanAccountKind.MemoInterest);
            dues[index] = due with { Interest = due.Interest - paid };
        }
        else
        {
            Post(payment.Cause, payment.Source, payment.From, due.Overdue ? LoanAccountKind.Overdue : LoanAccountKind.Performing, paid);
            dues[index] = due with { Principal = due.Principal - paid };
        }

        return payment.Fen - paid;
    }

    /// <summary>Interest paid: the receivable goes; off the balance sheet it becomes income when it is paid.</summary>
    private void PostPaid(Payment payment, long paid, LoanAccountKind receivable, LoanAccountKind income, LoanAccountKind memo)
    {
        Post(payment.Cause, payment.Source, payment.From, IsOffBalance ? income : receivable, paid);
        if (IsOffBalance)
        {
            Post(payment.Cause, payment.Source, LoanAccountKind.MemoContra, memo, paid);
        }
    }

    private long Recover(LoanAccountKind from, string source, long fen)
    {
        var recovered = Math.Min(written, fen);
        Post(PostingCause.Recovery, source, from, LoanAccountKind.Provision, recovered);
        Post(PostingCause.Recovery, source, LoanAccountKind.MemoContra, LoanAccountKind.MemoWrittenOff, recovered);
        written -= recovered;
        return fen - recovered;
    }
}
