using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>What one day brought to a loan.</summary>
/// <param name="Account">The loan at the end of the day.</param>
/// <param name="Postings">In the order they came about.</param>
/// <param name="Refused">Events that do not count, CRED-04; the path names the event.</param>
public sealed record DayClose(LoanAccount Account, IReadOnlyList<LoanPosting> Postings, IReadOnlyList<Refusal> Refused);

/// <summary>
/// A loan at the end of a day: a fold over its events and its days. Every closing gives a new account; none ever changes.
/// </summary>
/// <remarks>
/// A day goes: what falls due becomes due; dues of earlier days become overdue; the borrower's credit pays; events in their
/// order; interest, penalty and compound interest of the night; class, accrual stop. First day counted, last day not.
/// </remarks>
public sealed partial class LoanAccount
{
    private readonly ServicingPolicy policy;
    private readonly ClassificationTable table;
    private ResolvedLoan loan;
    private YearParts parts;
    private List<Instalment> rows = [];
    private IReadOnlyList<ScheduleVersion> versions = [];
    private List<RateStep> rates;
    private List<LoanDue> dues = [];
    private List<LoanPosting> postings = [];
    private int at;
    private int fallen;
    private int lastNumber;
    private long drawn;
    private long notDue;
    private long fees;
    private long penalty;
    private long compound;
    private long credit;
    private long misused;
    private long written;
    private Accrual contract;
    private Accrual penalised;
    private Accrual compounded;
    private DateOnly? restructuredUntil;
    private DateOnly? takenOver;
    private LoanClass? judged;

    private LoanAccount(ResolvedLoan loan, ServicingPolicy policy, ClassificationTable table)
    {
        (this.loan, this.policy, this.table) = (loan, policy, table);
        (parts, rates, Day) = (loan.Parts, [.. loan.Rates], loan.Terms.DisbursedOn.AddDays(-1));
    }

    /// <summary>The last day closed.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The terms in force, resolved.</summary>
    public ResolvedLoan Loan => loan;

    /// <summary>Principal outstanding: not due, due and overdue.</summary>
    public Money Principal => Money.OfFen(notDue + DuePrincipal);

    /// <summary>Principal that has not fallen due.</summary>
    public Money PrincipalNotDue => Money.OfFen(notDue);

    /// <summary>Principal that fell due and is not paid.</summary>
    public Money PrincipalDue => Money.OfFen(DuePrincipal);

    /// <summary>Interest that fell due and is not paid.</summary>
    public Money InterestDue => Money.OfFen(dues.Sum(d => d.Interest));

    /// <summary>Interest run up since the last due date, as posted.</summary>
    public Money InterestAccrued => Money.OfFen(contract.Posted);

    /// <summary>罚息 unpaid.</summary>
    public Money PenaltyDue => Money.OfFen(penalty);

    /// <summary>复利 unpaid.</summary>
    public Money CompoundDue => Money.OfFen(compound);

    /// <summary>Fees unpaid.</summary>
    public Money FeesDue => Money.OfFen(fees);

    /// <summary>溢缴款: the borrower's money not applied yet.</summary>
    public Money Credit => Money.OfFen(credit);

    /// <summary>Written off and not recovered.</summary>
    public Money WrittenOff => Money.OfFen(written);

    /// <summary>逾期天数: calendar days after the oldest due date not paid; 0 when nothing is overdue.</summary>
    public int DaysPastDue { get; private set; }

    /// <summary>技术性逾期: overdue by so few days that the class is left alone.</summary>
    public bool IsTechnicallyOverdue => DaysPastDue > 0 && DaysPastDue <= table.At(Day).TechnicalDays;

    public LoanClass Class { get; private set; }

    /// <summary>Interest runs up off the balance sheet (表外).</summary>
    public bool IsOffBalance { get; private set; }

    public bool IsWrittenOff { get; private set; }

    /// <summary>Drawn, and nothing is owed any more.</summary>
    public bool IsRepaid => drawn > 0 && !IsWrittenOff && notDue == 0 && dues.TrueForAll(d => d.IsPaid) && fees == 0 && penalty == 0 && compound == 0;

    /// <summary>Every layout there ever was, the one in force last.</summary>
    public IReadOnlyList<ScheduleVersion> Versions => versions;

    /// <summary>The instalments still to fall due.</summary>
    public IReadOnlyList<Instalment> Ahead => [.. rows.Skip(at)];

    /// <summary>The rate in force at the end of the day.</summary>
    public decimal Rate => rates[InterestFactor.RateAt(rates, Day)].Annual;

    private long DuePrincipal => dues.Sum(d => d.Principal);

    private RoundingMode Mode => loan.Terms.Convention == Terms.LoanConvention.Cn ? RoundingMode.HalfUp : RoundingMode.HalfEven;

    /// <summary>The account on the eve of the disbursement, before anything happened.</summary>
    public static LoanAccount Open(ResolvedLoan loan, ServicingPolicy policy, ClassificationTable table) => new(loan, policy, table);

    /// <summary>Closes the next day with the events that count from it, in the order they were recorded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not the next one, or an event is of another day.</exception>
    public DayClose Close(DateOnly day, IReadOnlyList<LoanEvent> events)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(day, Day.AddDays(1));
        var next = (LoanAccount)MemberwiseClone();
        (next.dues, next.postings) = ([.. dues], []);
        var refused = next.Advance(day, events);
        return new(next, next.postings, refused);
    }

    private List<Refusal> Advance(DateOnly day, IReadOnlyList<LoanEvent> events)
    {
        Day = day;
        var refused = new List<Refusal>();
        BecomeDue();
        BecomeOverdue();
        Pay(LoanAccountKind.BorrowerCredit, PostingCause.Receipt, "", credit);
        foreach (var happened in events)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(happened.Effective, day, nameof(events));
            if (Take(happened) is { } no)
            {
                refused.Add(no);
            }
        }

        dues.RemoveAll(d => d.IsPaid);
        Accrue();
        Judge();
        return refused;
    }

    /// <summary>The instalment whose stretch of interest ends today becomes due.</summary>
    private void BecomeDue()
    {
        if (at >= rows.Count || rows[at].Period.To != Day)
        {
            return;
        }

        var row = rows[at++];
        fallen++;
        lastNumber = row.Number;
        AdjustFlat(row.Interest.Fen);
        var interest = contract.Posted;
        contract = default;
        notDue -= row.Principal.Fen;
        dues.Add(new(row.Number, row.DueOn, row.Principal.Fen, interest, false));
    }

    /// <summary>Principal due on an earlier day and unpaid moves to the overdue.</summary>
    private void BecomeOverdue()
    {
        for (var i = 0; i < dues.Count; i++)
        {
            if (!dues[i].Overdue && dues[i].DueOn < Day)
            {
                Post(PostingCause.Overdue, "", LoanAccountKind.Overdue, LoanAccountKind.Performing, dues[i].Principal);
                dues[i] = dues[i] with { Overdue = true };
            }
        }
    }

    /// <summary>Days past due, class, and whether interest stays on the balance sheet.</summary>
    private void Judge()
    {
        DaysPastDue = dues.Where(d => !d.IsPaid && d.DueOn < Day).Select(d => Day.DayNumber - d.DueOn.DayNumber).DefaultIfEmpty().Max();
        var rule = table.At(Day);
        var found = (LoanClass)Math.Max((int)rule.Of(DaysPastDue), (int)(judged ?? LoanClass.Pass));
        found = restructuredUntil >= Day ? (LoanClass)Math.Max((int)found, (int)rule.RestructuredAtLeast) : found;
        Class = IsWrittenOff ? LoanClass.Loss : found;
        if (!IsOffBalance && DaysPastDue > policy.AccrualStopAfterDays)
        {
            LeaveBalance();
        }
        else if (IsOffBalance && DaysPastDue == 0 && !IsWrittenOff)
        {
            ReturnToBalance();
        }
    }

    private void Post(PostingCause cause, string source, LoanAccountKind debit, LoanAccountKind credited, long fen)
    {
        if (fen != 0)
        {
            var (from, to) = fen > 0 ? (debit, credited) : (credited, debit);
            postings.Add(new(Day, cause, source, from, to, Money.OfFen(Math.Abs(fen))));
        }
    }
}
