using System.Collections.Concurrent;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Posting;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Ledger;

/// <summary>The ledger's door for posting: many callers at once, each entry answered when it is durable.</summary>
public sealed class LedgerBooks(Store store, TimeProvider clock)
{
    /// <summary>What never changes once it is there: which account a code means in a book, whose the book is.</summary>
    private readonly ConcurrentDictionary<(Guid Book, string Code), long> numbers = new();
    private readonly ConcurrentDictionary<Guid, Guid> owners = new();

    internal EntryPosting Posting { get; } = new(clock);

    internal TimeProvider Clock => clock;

    internal Store Store => store;

    /// <summary>Posts one entry; together with whatever else waits to be posted, unless it takes another back.</summary>
    public async ValueTask<PostOutcome> Post(Viewer viewer, Guid book, EntryDraft draft, CancellationToken cancel = default)
    {
        if (draft.Reverses is not null)
        {
            return await store.Commits.Write(viewer, work => Task.FromResult(PostWithin(work, book, [draft])[0]), cancel);
        }

        var prepared = Prepare(viewer, book, draft);
        return prepared.Ok ? await store.Commits.Together(Posting, prepared.Value, cancel) : PostOutcome.Refused(prepared.Refusals);
    }

    /// <summary>
    /// Posts entries inside a work on the commit queue, so that they stand or fall with it. What an entry fulfilled of a plan is open
    /// again when another takes it back.
    /// </summary>
    /// <exception cref="InvalidOperationException">Called outside the commit queue.</exception>
    public IReadOnlyList<PostOutcome> PostWithin(ZhirongContext work, Guid book, IReadOnlyList<EntryDraft> drafts)
    {
        var prepared = drafts.Select(d => Prepare(work.Viewer, book, d, work)).ToList();
        var good = prepared.Where(p => p.Ok).Select(p => p.Value).ToList();
        var outcomes = new Queue<PostOutcome>(good.Count == 0 ? [] : Posting.Run(work.Session, good));
        IReadOnlyList<PostOutcome> all = [.. prepared.Select(p => p.Ok ? outcomes.Dequeue() : PostOutcome.Refused(p.Refusals))];
        foreach (var (n, draft) in drafts.Index())
        {
            if (all[n].Result == PostResult.Created && draft.Reverses is { } reversed)
            {
                Matching.Release(work, reversed, clock);
            }
        }

        return all;
    }

    /// <summary>Everything that can be checked before the transaction: form, balance, codes; and the evidence of it.</summary>
    internal Result<PreparedEntry> Prepare(Viewer viewer, Guid book, EntryDraft draft, ZhirongContext? within = null, Guid? hold = null)
    {
        var owner = OwnerOf(viewer, book, within);
        if (Denied(viewer, book, owner, within) is { } denied)
        {
            return denied;
        }

        if (draft.Lines.Count is < 2 or > Storage.Line.Most)
        {
            return LedgerRefusals.Lines(draft.Lines.Count);
        }

        var (debit, credit) = (0L, 0L);
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var fen = draft.Lines[i].Amount.Fen;
            if (fen <= 0 || draft.Lines[i].Amount > Money.Limit)
            {
                return LedgerRefusals.Amount($"lines.{i}.amount", $"{draft.Lines[i].Amount}");
            }

            (debit, credit) = draft.Lines[i].Side == Side.Debit ? (debit + fen, credit) : (debit, credit + fen);
            if (Math.Max(debit, credit) > Money.Limit.Fen)
            {
                return LedgerRefusals.Amount("lines", Money.FenText(Math.Max(debit, credit)));
            }
        }

        if (debit != credit)
        {
            return LedgerRefusals.Unbalanced(Money.OfFen(debit), Money.OfFen(credit));
        }

        var lines = Lines(viewer, book, draft.Lines, within);
        var faults = Texts(draft).ToList();
        return !lines.Ok ? Result<PreparedEntry>.Refused(lines.Refusals)
            : faults.Count > 0 ? Result<PreparedEntry>.Refused(faults)
            : new PreparedEntry
            {
                BookId = book,
                Draft = draft,
                Lines = lines.Value,
                AmountFen = debit,
                By = viewer.Person,
                Hold = hold,
                Leaf = EvidenceLeaves.Prepare(viewer, viewer.EverythingBecause is null ? viewer.Organisation : owner, new("EntryPosted", "entry", RowValues.Of(draft.Id), EntryStatement.Of(book, draft, hold)), clock),
            };
    }

    /// <summary>The number of an account; null when the book has no such code.</summary>
    internal long? Number(Viewer viewer, Guid book, string code, ZhirongContext? within = null)
    {
        if (numbers.TryGetValue((book, code), out var known))
        {
            return known;
        }

        foreach (var (found, no) in Read(viewer, within, c => c.Session.List("SELECT code, no FROM ldg_account WHERE book_id = @p0", row => (row.Text(0), row.Long(1)), RowValues.Of(book))))
        {
            // Inside a work the account may not be committed yet: it is not remembered for others.
            if (within is null)
            {
                numbers[(book, found)] = no;
            }

            known = found == code ? no : known;
        }

        return known == 0 ? null : known;
    }

    /// <summary>Whose book it is; empty when there is none. Owners are remembered, they never change.</summary>
    private Guid OwnerOf(Viewer viewer, Guid book, ZhirongContext? within)
    {
        if (!owners.TryGetValue(book, out var owner))
        {
            owner = Read(viewer, within, c => c.Session.First("SELECT owner_id FROM ldg_book WHERE id = @p0", row => row.Id(0), RowValues.Of(book)));
            if (within is null && owner != Guid.Empty)
            {
                owners[book] = owner;
            }
        }

        return owner;
    }

    /// <summary>Why the viewer may not post to a book; shares are asked for each time.</summary>
    private Refusal? Denied(Viewer viewer, Guid book, Guid owner, ZhirongContext? within) =>
        owner == Guid.Empty ? LedgerRefusals.Book($"{book}")
            : owner == viewer.Organisation || viewer.EverythingBecause is not null ? null
            : Read(viewer, within, c => c.MayWrite(LedgerReading.Book, book) ? null
                : c.Reads(LedgerReading.Book, book) ? StorageRefusals.SharedToRead("books", $"{book}") : LedgerRefusals.Book($"{book}"));

    private Result<IReadOnlyList<SignedLine>> Lines(Viewer viewer, Guid book, IReadOnlyList<LineDraft> drafts, ZhirongContext? within)
    {
        var lines = new SignedLine[drafts.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            if (Number(viewer, book, drafts[i].Account, within) is not { } no)
            {
                return LedgerRefusals.Account($"lines.{i}.account", drafts[i].Account);
            }

            lines[i] = new(no, drafts[i].Side == Side.Debit ? drafts[i].Amount.Fen : -drafts[i].Amount.Fen);
        }

        return Result<IReadOnlyList<SignedLine>>.Of(lines);
    }

    private static IEnumerable<Refusal> Texts(EntryDraft draft)
    {
        if (draft.Event.Trim().Length is 0 || draft.Event.Length > 60)
        {
            yield return LedgerRefusals.Text("event", draft.Event.Length, 60);
        }

        if (draft.Memo.Length > 500)
        {
            yield return LedgerRefusals.Text("memo", draft.Memo.Length, 500);
        }

        if (draft.Subject is { } subject && (subject.Kind.Length is 0 or > 40 || subject.Id.Length is 0 or > 100))
        {
            yield return LedgerRefusals.Text("subject", subject.Id.Length, 100);
        }
    }

    private T Read<T>(Viewer viewer, ZhirongContext? within, Func<ZhirongContext, T> read)
    {
        if (within is not null)
        {
            return read(within);
        }

        using var context = store.Read(viewer);
        return read(context);
    }
}
