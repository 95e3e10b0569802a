using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Ledger.Model;

/// <summary>The record an entry was made for, in another room.</summary>
/// <param name="Kind">Kind of record: <c>run</c>, <c>loan</c>.</param>
/// <param name="Id">Its id there.</param>
public sealed record SubjectRef(string Kind, string Id);

/// <summary>One line of an entry as asked for.</summary>
/// <param name="Account">Code in the entry's book.</param>
/// <param name="Side">借 or 贷.</param>
/// <param name="Amount">Above zero.</param>
public sealed record LineDraft(string Account, Side Side, Money Amount);

/// <summary>An entry as asked for: what is agreed, before the ledger has numbered it.</summary>
public sealed record EntryDraft
{
    /// <summary>UUIDv7 made by the caller; the same id is the same entry, however often it is sent.</summary>
    public required Guid Id { get; init; }

    /// <summary>The day from which it counts.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>What happened, 1 to 60 characters.</summary>
    public required string Event { get; init; }

    public SubjectRef? Subject { get; init; }

    /// <summary>At most 500 characters.</summary>
    public string Memo { get; init; } = "";

    /// <summary>The entry this one takes back; its lines must be the other's with sides exchanged.</summary>
    public Guid? Reverses { get; init; }

    /// <summary>2 to 1000 lines whose debits equal their credits.</summary>
    public required IReadOnlyList<LineDraft> Lines { get; init; }
}

/// <summary>What came of an entry.</summary>
public enum PostResult
{
    /// <summary>It stands now.</summary>
    Created,

    /// <summary>It stood already, the same in every field.</summary>
    Exists,

    /// <summary>Nothing was posted; the refusals say why.</summary>
    Refused,
}

/// <summary>Answer to one entry.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Sequence">Its place in recorded order; 0 when refused.</param>
/// <param name="RecordedAt">UTC microseconds; 0 when refused.</param>
/// <param name="Refusals">In order of precedence; empty unless refused.</param>
public sealed record PostOutcome(PostResult Result, long Sequence, long RecordedAt, IReadOnlyList<Refusal> Refusals)
{
    public static PostOutcome Refused(params IReadOnlyList<Refusal> refusals) => new(PostResult.Refused, 0, 0, refusals);
}
