using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.UseCases;

/// <param name="Kind">Kind of record: run, loan.</param>
/// <param name="Id">Its id.</param>
public sealed record EntrySubjectView(string Kind, string Id);

/// <param name="N">Place in the entry, from 1.</param>
/// <param name="Account">Code.</param>
/// <param name="Amount">Yuan, above zero.</param>
public sealed record EntryLineRow(int N, string Account, string Zh, string En, Guid AccountId, string Side, string Amount);

/// <summary>An entry in a list.</summary>
/// <param name="Sequence">Place in recorded order.</param>
/// <param name="Effective">The day from which it counts.</param>
/// <param name="BusinessDate">The book's business date when it was recorded.</param>
/// <param name="Amount">Sum of the debits, which is that of the credits.</param>
/// <param name="Reverses">The entry it takes back.</param>
/// <param name="ReversedBy">The entry that takes it back.</param>
/// <param name="Hold">The hold it settles.</param>
public record EntryRow(Guid Id, long Sequence, string Effective, string BusinessDate, string RecordedAt, string By, string Event, EntrySubjectView? Subject, string Memo, string Amount, Guid? Reverses, Guid? ReversedBy, Guid? Hold, IReadOnlyList<EntryLineRow> Lines)
{
    internal static EntryRow Of(EntryFacts entry) => new(
        entry.Id, entry.Seq, RowValues.Of(entry.Effective), RowValues.Of(entry.BusinessDate), Instant.Text(entry.RecordedAt), entry.By, entry.Event, entry.Subject is { } subject ? new(subject.Kind, subject.Id) : null, entry.Memo, Money.FenText(entry.AmountFen), entry.Reverses, entry.ReversedBy?.Id, entry.Hold, [.. entry.Lines.Select(Line)]);

    private static EntryLineRow Line(EntryLineFacts line) =>
        new(line.N, line.Account.Code, line.Account.Zh, line.Account.En, line.Account.Id, SideOf(line.Fen).Word(), Money.FenText(Math.Abs(line.Fen)));

    internal static Side SideOf(long fen) => fen > 0 ? Side.Debit : Side.Credit;
}

public sealed record BookRef(Guid Id, string Code, string Name)
{
    internal static BookRef Of(Session session, Guid id) =>
        session.First("SELECT id, code, name FROM ldg_book WHERE id = @p0", row => new BookRef(row.Id(0), row.Text(1), row.Text(2)), RowValues.Of(id))!;
}

/// <summary>The record an entry was made for.</summary>
/// <param name="Title">What people call it; kind and id when its room does not say.</param>
/// <param name="Href">Its page; null when there is none.</param>
public sealed record SourceView(string Kind, string Id, string Title, string? Href);

/// <param name="Id">The leaf that proves the entry.</param>
/// <param name="Index">Its place in the log; null until a checkpoint covers it.</param>
public sealed record EvidenceView(Guid Id, long? Index);

/// <param name="Amount">What of the planned entry this one fulfils.</param>
public sealed record EntryPlanned(Guid Id, string Due, string Amount, string Memo);

/// <summary>An entry with where it came from and what proves it.</summary>
public sealed record EntryDetail : EntryRow
{
    internal EntryDetail(EntryRow row)
        : base(row)
    {
    }

    public required BookRef Book { get; init; }

    public required SourceView? Source { get; init; }

    public required EvidenceView Evidence { get; init; }

    public required IReadOnlyList<EntryPlanned> Planned { get; init; }
}
