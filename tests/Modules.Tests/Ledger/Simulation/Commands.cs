using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>Something the simulation asks of a ledger. Books and accounts go by their codes, entries and holds by ids the caller made.</summary>
internal abstract record Command;

internal sealed record OpenBook(string Book, DateOnly OpenedOn) : Command;

internal sealed record OpenAccount(string Book, string Account, AccountClass Class, Side Normal, AccountRule Rule, long Limit) : Command;

/// <summary>Changes the rule, closes an account or opens it again; refused when the balance breaks the rule (0120), or on closing is not zero (0121).</summary>
internal sealed record ChangeAccount(string Book, string Account, AccountRule Rule, long Limit, bool Closed) : Command;

internal readonly record struct EntryLine(string Account, Side Side, long Fen);

internal sealed record PostEntry(Guid Id, string Book, DateOnly Effective, string Event, (string Kind, string Id)? Subject, string Memo, Guid? Reverses, IReadOnlyList<EntryLine> Lines) : Command
{
    public override string ToString() =>
        $"PostEntry {Id} {Book} {Effective:yyyy-MM-dd} {Event} {Subject?.Kind}:{Subject?.Id} '{Memo}' reverses {Reverses?.ToString() ?? "-"}: {string.Join(", ", Lines.Select(l => $"{l.Side} {l.Account} {l.Fen}"))}";
}

/// <summary>A new entry with every line of an earlier one on the other side.</summary>
internal sealed record ReverseEntry(Guid Id, string Book, Guid Reverses, DateOnly Effective, string Memo) : Command;

internal sealed record PlaceHold(Guid Id, string Book, string Debit, string Credit, long Fen, DateOnly? Expires, string Event, string Memo) : Command;

/// <summary>Turns a hold into an entry of two lines, the rest of the hold being released.</summary>
/// <param name="Id">Id of the entry.</param>
/// <param name="Fen">Null for the whole amount.</param>
internal sealed record PostHold(Guid Id, string Book, Guid Hold, long? Fen, DateOnly Effective, string Memo) : Command;

internal sealed record VoidHold(string Book, Guid Hold) : Command;

internal sealed record AdvanceDate(string Book, DateOnly Date) : Command;
