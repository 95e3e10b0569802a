using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Posting;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Loans;

/// <summary>A loan as officers keep it, one row (台账); amounts in yuan, as of the last day closed.</summary>
/// <param name="State"><c>ordered</c>, <c>active</c>, <c>repaid</c>, <c>written_off</c>, <c>cancelled</c>.</param>
/// <param name="Balance">Principal outstanding.</param>
/// <param name="Due">Principal due and not paid.</param>
/// <param name="Penalty">罚息 and 复利 unpaid.</param>
/// <param name="Credit">溢缴款.</param>
/// <param name="PastDue">逾期天数.</param>
/// <param name="Rate">Annual, in percent.</param>
/// <param name="Urgency">Of the next date: <c>overdue</c>, <c>week</c> (within seven days), <c>month</c>; empty otherwise.</param>
/// <param name="Fault">Why the book would not take the last close; empty where it did.</param>
/// <param name="ClosedDay">The day these figures are of; null before the first close.</param>
public sealed record LoanRow(
    Guid Id, Guid FacilityId, string FacilityNumber, string Number, string Borrower, string Purpose, string Principal, string Balance, string Due, string Interest, string Accrued, string Penalty, string Fees, string Credit, string WrittenOff, string State, string StateTitle, string Class, string ClassTitle, int PastDue, bool OffBalance, DateOnly? DisbursedOn, DateOnly? Maturity, DateOnly? NextDue, string? NextAmount, string Urgency, string Rate, string Officer, DateOnly? ClosedDay, bool Backdated, string Fault, int Version)
{
    internal static LoanRow Of(Loan l, string facility, DateOnly today, Language language) => new(
        l.Id, l.FacilityId, facility, l.Number, l.Borrower, l.Purpose, Money.FenText(l.PrincipalFen), Money.FenText(l.BalanceFen), Money.FenText(l.DueFen), Money.FenText(l.InterestFen), Money.FenText(l.AccruedFen), Money.FenText(l.PenaltyFen), Money.FenText(l.FeesFen), Money.FenText(l.CreditFen), Money.FenText(l.WrittenFen), l.State, LoanStates.Title(l.State).In(language),
        l.Class, EventKinds.Class(l.Class) is { } known ? known.Title().In(language) : l.Class, l.PastDue, l.OffBalance == 1, l.DisbursedOn, l.Maturity, l.State is LoanStates.Active or LoanStates.Ordered ? l.NextDue : null, l.State is LoanStates.Active or LoanStates.Ordered && l.NextDue is not null ? Money.FenText(l.NextFen) : null, Pressing(l, today), Percent(l.Rate), l.Officer, l.ClosedDay, l.Backdated == 1, l.Fault, l.Version);

    private static string Pressing(Loan l, DateOnly today) => l.State != LoanStates.Active ? ""
        : l.PastDue > 0 ? "overdue"
        : l.NextDue is not { } next ? ""
        : next.DayNumber - today.DayNumber is var days && days < 0 ? "overdue" : days <= 7 ? "week" : days <= 30 ? "month" : "";

    private static string Percent(long billionths) => (billionths / 10_000_000m).ToString("0.00##", CultureInfo.InvariantCulture);
}

/// <summary>One instalment of a layout.</summary>
public sealed record InstalmentView(int N, DateOnly DueOn, int Days, string Interest, string Principal, string Due, string Balance);

/// <summary>One layout of the instalments; never overwritten, only followed by another.</summary>
/// <param name="Cause"><c>drawn</c>, <c>repriced</c>, <c>prepaid</c>, <c>extended</c>, <c>renewed</c>, <c>restructured</c>, <c>takenover</c>.</param>
/// <param name="Event">Number of the event that brought it.</param>
public sealed record ScheduleView(int Number, int Parent, string Cause, int Event, DateOnly Effective, IReadOnlyList<InstalmentView> Instalments)
{
    internal static ScheduleView Of(ScheduleVersion v) => new(v.Number, v.Parent, $"{v.Cause}".ToLowerInvariant(), int.TryParse(v.Source, CultureInfo.InvariantCulture, out var n) ? n : 0, v.Effective, [.. v.Instalments.Select(Row)]);

    internal static InstalmentView Row(Instalment i) => new(i.Number, i.DueOn, i.Days, $"{i.Interest}", $"{i.Principal}", $"{i.Due}", $"{i.Balance}");
}

/// <summary>Something that happened to the loan.</summary>
/// <param name="Kind"><c>drawn</c>, <c>receipt</c>, <c>prepaid</c>, <c>fee</c>, <c>repriced</c>, <c>extended</c>, <c>restructured</c>, <c>misuse</c>, <c>judged</c>, <c>written_off</c>, <c>taken_over</c>.</param>
/// <param name="Recorded">The day it came to be known; a later one than it counts from means back-dated.</param>
/// <param name="UndoneOn">The day it was taken back.</param>
/// <param name="Detail">What else it says.</param>
public sealed record LoanEventView(int N, string Kind, string KindTitle, DateOnly Effective, DateOnly Recorded, DateOnly? UndoneOn, string? Amount, JsonNode Detail, string Reference, string Note, string At, string By)
{
    internal static LoanEventView Of(LoanHappening e, Language language) => new(e.N, e.Kind, EventKinds.Title(e.Kind).In(language), e.Effective, e.Recorded, e.UndoneOn, e.Fen > 0 ? Money.FenText(e.Fen) : null, JsonNode.Parse(e.Content)!, e.Reference, e.Note, Instant.Text(e.At), e.By);
}

/// <summary>A payment to a payee.</summary>
/// <param name="State"><c>ordered</c>, <c>paid</c>, <c>rejected</c>, <c>returned</c>, <c>cancelled</c>.</param>
public sealed record PayoutView(int N, string Payee, string Account, string ContractNo, string Purpose, string Amount, Guid BatchId, string BatchCode, string State, string StateTitle, DateOnly? PaidOn, Guid? EntryId)
{
    internal static PayoutView Of(LoanPayout p, Language language) => new(p.N, p.Payee, p.Account, p.ContractNo, p.Purpose, Money.FenText(p.Fen), p.BatchId, p.BatchCode, p.State, PayoutStates.Title(p.State).In(language), p.PaidOn, p.EntryId);
}

/// <summary>One posting of the loan, with the entry of the ledger it is in.</summary>
/// <param name="Debit">Code in the book.</param>
/// <param name="Source">Number of the event; 0 for what the day itself brings.</param>
public sealed record LoanEntryView(int N, DateOnly Effective, DateOnly ClosedOn, string Cause, int Source, string Debit, string Credit, string Amount, Guid EntryId)
{
    internal static LoanEntryView Of(LoanEntry e) => new(e.N, e.Effective, e.ClosedOn, e.Cause, e.Source, LoanBook.Code(LoanBook.Read(e.Debit)), LoanBook.Code(LoanBook.Read(e.Credit)), Money.FenText(e.Fen), e.EntryId);
}

/// <summary>The loan as of today, by everything known, though the day may not be closed yet.</summary>
/// <param name="Payoff">What would settle it today: everything owed and the interest run up.</param>
public sealed record LoanNow(DateOnly Day, string Balance, string Due, string Interest, string Accrued, string Penalty, string Compound, string Fees, string Credit, int PastDue, string Class, string ClassTitle, bool OffBalance, string Payoff)
{
    internal static LoanNow Of(LoanAccount a, Language language) => new(
        a.Day, $"{a.Principal}", $"{a.PrincipalDue}", $"{a.InterestDue}", $"{a.InterestAccrued}", $"{a.PenaltyDue}", $"{a.CompoundDue}", $"{a.FeesDue}", $"{a.Credit}", a.DaysPastDue, LoanClasses.Words[(int)a.Class], a.Class.Title().In(language), a.IsOffBalance,
        Money.FenText(Math.Max(0, a.Principal.Fen + a.InterestDue.Fen + a.InterestAccrued.Fen + a.PenaltyDue.Fen + a.CompoundDue.Fen + a.FeesDue.Fen - a.Credit.Fen)));
}

/// <summary>A loan as it is opened.</summary>
/// <param name="Terms">As first agreed, <c>zhirong/loan-terms/v1</c>.</param>
/// <param name="Now">Null before the money went out.</param>
/// <param name="Schedules">Every layout, the one in force last; before the money went out the one to come.</param>
/// <param name="Doubts">Receipts of statements that may be money typed in before.</param>
public sealed record LoanDetail(LoanRow Row, JsonNode Terms, LoanNow? Now, IReadOnlyList<ScheduleView> Schedules, IReadOnlyList<LoanEventView> Events, IReadOnlyList<PayoutView> Payouts, IReadOnlyList<BreachView> Breaches, IReadOnlyList<ReceiptDoubtView> Doubts);

/// <summary>Money of a bank statement that may be money typed in before; it counts for nothing until somebody says.</summary>
/// <param name="Amount">In yuan.</param>
/// <param name="Twin">Number of the event typed in.</param>
public sealed record ReceiptDoubtView(string ReceiptId, string Amount, DateOnly Day, int Twin)
{
    internal static ReceiptDoubtView Of(ReceiptDoubt d) => new(d.ReceiptId, Money.FenText(d.Fen), d.Day, d.Twin);
}

/// <summary>A breach of the security of a line.</summary>
/// <param name="Kind"><c>coverage</c>, <c>right_lost</c>, <c>pledge_lost</c>, <c>over_line</c>, <c>unregistered</c>, <c>debtor_late</c>, <c>check</c>.</param>
/// <param name="DueOn">The day by which it has to be put right.</param>
/// <param name="Short">What has to be repaid, or its worth put in.</param>
/// <param name="Outcome"><c>topped_up</c>, <c>replaced</c>, <c>prepaid</c>, <c>restored</c>, <c>remedied</c>, <c>waived</c>; empty while open.</param>
/// <param name="Facts">The rights lost and why, or what is asked for.</param>
public sealed record BreachView(Guid Id, Guid FacilityId, string FacilityNumber, string Borrower, string Kind, string KindTitle, DateOnly OpenedOn, DateOnly DueOn, bool Late, string Assigned, string Exposure, string? Value, string Short, JsonNode Facts, bool Open, string Outcome, string OutcomeTitle, string Note, string? ClosedBy, int Version)
{
    internal static BreachView Of(CovenantBreach b, string facility, string borrower, DateOnly today, Language language) => new(
        b.Id, b.FacilityId, facility, borrower, b.Kind, BreachWords.KindTitle(b.Kind).In(language), b.OpenedOn, b.DueOn, b.Open == 1 && b.DueOn < today, b.Assigned, Money.FenText(b.ExposureFen), b.ValueFen is { } fen ? Money.FenText(fen) : null, Money.FenText(b.ShortFen), JsonNode.Parse(b.Facts)!, b.Open == 1, b.Outcome, BreachWords.OutcomeTitle(b.Outcome).In(language), b.Note, b.ClosedBy, b.Version);
}
