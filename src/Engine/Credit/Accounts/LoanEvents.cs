using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>Something that happened to a loan and cannot be worked out from its terms.</summary>
public abstract record LoanEvent
{
    /// <summary>Names the event in postings and refusals; unique in a loan.</summary>
    public required string Id { get; init; }

    /// <summary>The day it counts from.</summary>
    public required DateOnly Effective { get; init; }
}

/// <summary>放款: money paid out. The first one on the disbursement; all of them together not above the loan.</summary>
public sealed record LoanDrawn : LoanEvent
{
    public required Money Amount { get; init; }
}

/// <summary>重定价: a rate that the resolved loan does not know yet.</summary>
public sealed record LoanRepriced : LoanEvent
{
    /// <summary>0 to 1.</summary>
    public required decimal Annual { get; init; }
}

/// <summary>A fee or an outlay the borrower owes, such as costs of collection.</summary>
public sealed record FeeCharged : LoanEvent
{
    public required Money Amount { get; init; }
}

/// <summary>还款: money from the borrower, allocated by the policy's order; what is over stays to his credit.</summary>
public sealed record ReceiptTaken : LoanEvent
{
    public required Money Amount { get; init; }
}

/// <summary>What a prepayment does to the instalments left.</summary>
public enum PrepaymentEffect
{
    /// <summary>减少月供: the term stays, instalments fall.</summary>
    LowerInstalment,

    /// <summary>缩短期限: the instalment stays, the loan ends earlier.</summary>
    ShortenTerm,
}

/// <summary>提前还款: principal not due yet. The whole of it settles the interest run up as well.</summary>
public sealed record LoanPrepaid : LoanEvent
{
    /// <summary>Above zero, at most what is not due yet.</summary>
    public required Money Principal { get; init; }

    public PrepaymentEffect Effect { get; init; }

    /// <summary>Part of the principal charged for it (提前还款违约金), 0 to 1.</summary>
    public decimal FeeRate { get; init; }
}

/// <summary>Why instalments were agreed anew.</summary>
public enum RescheduleCause
{
    /// <summary>展期: before maturity, nothing in arrears.</summary>
    Extension,

    /// <summary>无还本续贷: a new term without repaying the old, nothing in arrears.</summary>
    Renewal,

    /// <summary>重组: for a borrower in difficulty; arrears stay due.</summary>
    Restructuring,
}

/// <summary>Principal not repaid is laid out by new terms.</summary>
public sealed record LoanRescheduled : LoanEvent
{
    public required RescheduleCause Cause { get; init; }

    /// <summary>The new terms, resolved: an extension has the old disbursement, the others begin on the effective day.</summary>
    public required ResolvedLoan To { get; init; }

    /// <summary>A restructuring may put arrears off to a day.</summary>
    public DateOnly? ArrearsDueOn { get; init; }
}

/// <summary>挪用: part of the loan is not used as agreed.</summary>
public sealed record MisuseFound : LoanEvent
{
    /// <summary>The part misused from now on; zero when it is cured.</summary>
    public required Money Amount { get; init; }
}

/// <summary>A person's judgment that the class is no better than this; null takes it back.</summary>
public sealed record LoanJudged : LoanEvent
{
    public required LoanClass? AtBest { get; init; }
}

/// <summary>核销: everything owed leaves the balance sheet.</summary>
public sealed record LoanWrittenOff : LoanEvent;

/// <summary>接转: a loan that lived in other books, with what it owed there at the end of this day. Everything was drawn there.</summary>
public sealed record LoanTakenOver : LoanEvent
{
    /// <summary>Principal not due yet; what falls due on the day itself counts as due.</summary>
    public required Money NotDue { get; init; }

    /// <summary>Principal that fell due and is not paid.</summary>
    public Money Due { get; init; } = Money.Zero;

    /// <summary>Interest that fell due and is not paid.</summary>
    public Money Interest { get; init; } = Money.Zero;

    /// <summary>罚息 and 复利 unpaid.</summary>
    public Money Penalty { get; init; } = Money.Zero;

    /// <summary>The oldest due date not paid; there exactly where principal or interest is in arrears.</summary>
    public DateOnly? Since { get; init; }
}
