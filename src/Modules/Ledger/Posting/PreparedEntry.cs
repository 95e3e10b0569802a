using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Ledger.Posting;

/// <summary>One line ready to be written: debit above zero, credit below.</summary>
internal readonly record struct SignedLine(long AccountNo, long Fen);

/// <summary>An entry checked as far as it can be outside the transaction, with its evidence.</summary>
internal sealed record PreparedEntry
{
    public required Guid BookId { get; init; }

    public required EntryDraft Draft { get; init; }

    /// <summary>In the order of the draft's.</summary>
    public required IReadOnlyList<SignedLine> Lines { get; init; }

    public required long AmountFen { get; init; }

    public required string By { get; init; }

    public required PreparedLeaf Leaf { get; init; }

    /// <summary>The hold it settles.</summary>
    public Guid? Hold { get; init; }

    /// <summary>Why it must not be created, found by whoever prepared it; tested after accounts and dates, before the rules.</summary>
    public Refusal? Blocked { get; init; }
}

/// <summary>What stands in the ledger under an id, as far as it can differ from what is asked again.</summary>
internal sealed record StandingEntry(long Sequence, long RecordedAt, Guid BookId, DateOnly Effective, string Event, string? SubjectKind, string? SubjectId, string Memo, Guid? Reverses)
{
    public required IReadOnlyList<SignedLine> Lines { get; init; }

    /// <summary>The first field that differs from a draft, with both values; null when none does.</summary>
    public (string Field, string Found, string Stands)? Difference(PreparedEntry entry)
    {
        var draft = entry.Draft;
        return BookId != entry.BookId ? ("book", $"{entry.BookId}", $"{BookId}")
            : Effective != draft.Effective ? ("effective", $"{draft.Effective:yyyy-MM-dd}", $"{Effective:yyyy-MM-dd}")
            : Event != draft.Event ? ("event", draft.Event, Event)
            : SubjectKind != draft.Subject?.Kind || SubjectId != draft.Subject?.Id ? ("subject", $"{draft.Subject?.Kind}/{draft.Subject?.Id}", $"{SubjectKind}/{SubjectId}")
            : Memo != draft.Memo ? ("memo", draft.Memo, Memo)
            : Reverses != draft.Reverses ? ("reverses", $"{draft.Reverses}", $"{Reverses}")
            : !Lines.SequenceEqual(entry.Lines) ? ("lines", Text(entry.Lines), Text(Lines))
            : null;
    }

    private static string Text(IReadOnlyList<SignedLine> lines) => string.Join(", ", lines.Take(8).Select(l => Money.FenText(l.Fen)));
}
