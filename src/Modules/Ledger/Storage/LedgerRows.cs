using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>账簿: the accounts of one party or plan, with a business date of its own.</summary>
internal sealed class Book : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    /// <summary>Unique for its owner.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>A word of <see cref="Model.BookWords.Kinds"/>.</summary>
    public required string Kind { get; init; }

    public required DateOnly OpenedOn { get; init; }

    /// <summary>The day the book is at; it moves forward by an act, never by the clock.</summary>
    public required DateOnly BusinessDate { get; set; }

    public required string OpenedBy { get; init; }

    public required long OpenedAt { get; init; }
}

/// <summary>One account with its balances as they stand; changed by postings only through prepared commands.</summary>
internal sealed class Account : IVersioned
{
    /// <summary>Short number for lines and days, never shown.</summary>
    public required long No { get; init; }

    public required Guid Id { get; init; }

    public required Guid BookId { get; init; }

    public required string Code { get; init; }

    public required string Zh { get; set; }

    public required string En { get; set; }

    public required string Class { get; init; }

    public required string Normal { get; init; }

    public required string Rule { get; set; }

    public long? LimitFen { get; set; }

    public int Closed { get; set; }

    /// <summary>Rises when name, rule or state change; postings leave it alone.</summary>
    public int Version { get; set; }

    public long Debit { get; init; }

    public long Credit { get; init; }

    public long PendingDebit { get; init; }

    public long PendingCredit { get; init; }

    /// <summary>Lines posted on it.</summary>
    public long Lines { get; init; }

    /// <summary>Its newest line; 0 before the first. Older ones are reached from there.</summary>
    public long LastLine { get; init; }

    /// <summary>Day number of its latest effective day; 0 before the first.</summary>
    public int LastDay { get; init; }
}

/// <summary>分录: an immutable entry.</summary>
internal sealed class Entry
{
    /// <summary>Order in which entries were recorded.</summary>
    public required long Seq { get; init; }

    public required Guid Id { get; init; }

    public required Guid BookId { get; init; }

    public required DateOnly Effective { get; init; }

    public required DateOnly BusinessDate { get; init; }

    public required long RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public required string Event { get; init; }

    public string? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    public required string Memo { get; init; }

    /// <summary>Sum of the debits, which is that of the credits.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The entry this one reverses; an entry is reversed at most once.</summary>
    public Guid? Reverses { get; init; }

    /// <summary>The hold it settles.</summary>
    public Guid? Hold { get; init; }
}

/// <summary>
/// One line of an entry. Lines lie in recorded order only; those of one account are a chain from the newest back, with a mark at every
/// 64th, so that posting on many accounts writes no page but the last.
/// </summary>
internal sealed class Line
{
    /// <summary>Most lines of one entry.</summary>
    public const int Most = 1000;

    /// <summary>Sequence of the entry × 1024 + place in it.</summary>
    public required long Id { get; init; }

    public required long AccountNo { get; init; }

    /// <summary>1 for the account's first line, 2 for the next.</summary>
    public required long N { get; init; }

    /// <summary>The account's line before; 0 for the first.</summary>
    public required long Prev { get; init; }

    public required DateOnly Effective { get; init; }

    /// <summary>The book's business date when it was recorded: never earlier than the effective date, never falling.</summary>
    public required DateOnly BusinessDate { get; init; }

    /// <summary>Debit above zero, credit below.</summary>
    public required long Fen { get; init; }

    /// <summary>The account's debits less credits after this line, in recorded order; never rewritten.</summary>
    public required long After { get; init; }

    /// <summary>The account's debits alone after this line, in recorded order.</summary>
    public required long Debits { get; init; }

    public static long IdOf(long sequence, int place) => (sequence << 10) + place;

    public static long SequenceOf(long id) => id >> 10;
}

/// <summary>Where an account's 64th, 128th … line lies.</summary>
internal sealed class Mark
{
    public const int Every = 64;

    /// <summary>Account number × 2³² + line number ÷ 64.</summary>
    public required long Id { get; init; }

    public required long Line { get; init; }

    public static long IdOf(long account, long n) => (account << 32) + (n / Every);
}

/// <summary>
/// What an account's lines of one effective day sum to, over all that was recorded: the balance of a past day without reading lines.
/// The days of an account are a chain from the latest back.
/// </summary>
internal sealed class Day
{
    /// <summary>Day number (days since 0001-01-01) × 2⁴⁰ + account number.</summary>
    public required long Id { get; init; }

    public required long Debit { get; init; }

    public required long Credit { get; init; }

    /// <summary>Day number of the account's day before; 0 for its first.</summary>
    public required int Prev { get; init; }

    /// <summary>The bits of an id that hold the account.</summary>
    public const long Accounts = (1L << 40) - 1;

    public static long IdOf(long account, int day) => ((long)day << 40) + account;
}

/// <summary>预留: an amount set aside between two accounts until it is posted, voided or expires.</summary>
internal sealed class Hold
{
    public required Guid Id { get; init; }

    public required Guid BookId { get; init; }

    public required long DebitNo { get; init; }

    public required long CreditNo { get; init; }

    public required long Fen { get; init; }

    /// <summary>What was posted of it; null until then.</summary>
    public long? PostedFen { get; init; }

    /// <summary><c>pending</c>, <c>posted</c>, <c>voided</c>, <c>expired</c>.</summary>
    public required string State { get; init; }

    public required DateOnly CreatedOn { get; init; }

    /// <summary>The last business date on which it stands; null without end.</summary>
    public DateOnly? Expires { get; init; }

    public required long CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public long? ClosedAt { get; init; }

    public required string Event { get; init; }

    public required string Memo { get; init; }

    /// <summary>The entry that posted it.</summary>
    public Guid? Entry { get; init; }
}

/// <summary>计划分录: what is expected to be paid on a day.</summary>
internal sealed class Planned
{
    public required Guid Id { get; init; }

    public required Guid BookId { get; init; }

    /// <summary>What it was made from, such as a kept run.</summary>
    public required string SetId { get; init; }

    /// <summary>Sets of one series replace each other: a deal.</summary>
    public required string Series { get; init; }

    public required string Title { get; init; }

    public required DateOnly Due { get; init; }

    public required int Provisional { get; init; }

    public required long DebitNo { get; init; }

    public required long CreditNo { get; init; }

    public required long Fen { get; init; }

    public required long MatchedFen { get; init; }

    public required int Cancelled { get; init; }

    public required string Line { get; init; }

    public required string MemoZh { get; init; }

    public required string MemoEn { get; init; }
}

/// <summary>A real entry that fulfils a planned one, wholly or in part.</summary>
internal sealed class Match
{
    public required Guid PlannedId { get; init; }

    public required Guid EntryId { get; init; }

    public required long Fen { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}
