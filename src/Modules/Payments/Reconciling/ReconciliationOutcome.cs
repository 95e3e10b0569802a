namespace Zhirong.Modules.Payments.Reconciling;

/// <summary>What brought a line and an expected payment together, the strongest first.</summary>
public enum MatchKey
{
    EndToEndId,

    /// <summary>银行流水号.</summary>
    Reference,

    /// <summary>借据号.</summary>
    LoanNo,

    /// <summary>The same amount and name on days near enough.</summary>
    AmountDateName,

    /// <summary>The same amount and account on days near enough, where the names differ or one is not given.</summary>
    AmountDateAccount,
}

/// <summary>In what a pair differs.</summary>
[Flags]
public enum Differences
{
    None = 0,

    /// <summary>By a fen or more.</summary>
    Amount = 1,

    /// <summary>The counterparty's name, blanks and width of characters aside.</summary>
    Name = 2,

    Account = 4,

    /// <summary>Further apart than the days allowed.</summary>
    Date = 8,
}

/// <summary>A line and the payment it stands for.</summary>
/// <param name="Differences">None: matched; else differing, for a person to decide.</param>
public sealed record Pair(KeptLine Line, ExpectedPayment Expected, MatchKey Key, Differences Differences);

/// <summary>Why a line found no payment.</summary>
public enum LineReason
{
    /// <summary>Nothing expected has its keys.</summary>
    NothingExpected,

    /// <summary>It has the keys of a payment that another line stands for already: paid or received twice.</summary>
    Twice,

    /// <summary>The keys of a payment with the opposite sign: money that came back.</summary>
    CameBack,
}

/// <summary>A line without a payment.</summary>
/// <param name="About">The expected payment that <paramref name="Reason"/> speaks of; null for nothing expected.</param>
public sealed record UnmatchedLine(KeptLine Line, LineReason Reason, Guid? About);

/// <summary>
/// Every line booked is in exactly one of the first three lists, every payment expected in exactly one of matched, differing and
/// missing. The lists are sorted, and none depends on the order of the input.
/// </summary>
public sealed record ReconciliationOutcome
{
    public required IReadOnlyList<Pair> Matched { get; init; }

    public required IReadOnlyList<Pair> Differing { get; init; }

    public required IReadOnlyList<UnmatchedLine> UnmatchedLines { get; init; }

    /// <summary>Expected payments without a line.</summary>
    public required IReadOnlyList<ExpectedPayment> Missing { get; init; }

    /// <summary>Lines not booked yet: they reconcile nothing.</summary>
    public required IReadOnlyList<KeptLine> NotBooked { get; init; }
}
