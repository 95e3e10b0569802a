using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Ledger.Reports;

/// <summary>账户明细 as it is to be written.</summary>
internal sealed record AccountStatement
{
    public required string BookCode { get; init; }

    public required string BookName { get; init; }

    public required string Code { get; init; }

    public required Words Name { get; init; }

    public required Side Normal { get; init; }

    /// <summary>First effective day shown; null from the beginning.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Entries recorded by this instant only; null for all.</summary>
    public DateTimeOffset? Recorded { get; init; }

    /// <summary>Whether lines stand by effective day; else in the order they were recorded.</summary>
    public bool ByEffective { get; init; }

    /// <summary>Fen on the normal side before the first line.</summary>
    public required long Opening { get; init; }

    /// <summary>Fen on the normal side after the last line.</summary>
    public required long Closing { get; init; }

    public required IReadOnlyList<AccountLine> Lines { get; init; }
}

/// <param name="Sequence">Of the entry, in recorded order.</param>
/// <param name="Counter">Codes of the accounts on the other side.</param>
/// <param name="Balance">Fen on the normal side after this line, as the ledger says.</param>
/// <param name="Reverses">Sequence of the entry this one takes back.</param>
/// <param name="ReversedBy">Sequence of the entry that takes this one back.</param>
internal sealed record AccountLine(long Sequence, DateOnly Effective, DateTimeOffset RecordedAt, string Event, string Memo, IReadOnlyList<string> Counter, Side Side, long Fen, long Balance, long? Reverses = null, long? ReversedBy = null);
