using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Queue;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Posting;

/// <summary>
/// Posts entries, many in one go: reads what they touch, decides one after the other in memory, writes once. What is refused leaves
/// nothing; what is created stands with its lines, balances, day sums and evidence.
/// </summary>
internal sealed class EntryPosting(TimeProvider clock) : IGroup<PreparedEntry, PostOutcome>
{
    private static readonly TableShape Entries = new(
        "ldg_entry",
        TableShape.Long("seq"), TableShape.Text("id"), TableShape.Text("book_id"), TableShape.Text("effective"), TableShape.Text("business_date"), TableShape.Long("recorded_at"), TableShape.Text("recorded_by"), TableShape.Text("event"), TableShape.Text("subject_kind"), TableShape.Text("subject_id"), TableShape.Text("memo"), TableShape.Long("amount_fen"), TableShape.Text("reverses"), TableShape.Text("hold"));

    private static readonly TableShape Lines = new(
        "ldg_line",
        TableShape.Long("id"), TableShape.Long("account_no"), TableShape.Long("n"), TableShape.Long("prev"), TableShape.Text("effective"), TableShape.Text("business_date"), TableShape.Long("fen"), TableShape.Long("after"), TableShape.Long("debits"));

    private static readonly TableShape Marks = new("ldg_mark", TableShape.Long("id"), TableShape.Long("line"));

    /// <summary>Recorded times rise, also when the clock goes back between two runs or beside another program.</summary>
    private long lastRecorded;

    public IReadOnlyList<PostOutcome> Run(Session session, IReadOnlyList<PreparedEntry> requests)
    {
        // Accounts first: once they are locked, what another server posted on them under the same ids is seen.
        var board = AccountBoard.Load(session, requests.SelectMany(r => r.Lines).Select(l => l.AccountNo));
        var standing = Standing.Load(session, requests);
        var outcomes = Post(session, requests, standing, board);
        board.Save(session);
        return outcomes;
    }

    /// <summary>Posts on accounts already loaded, for works that change holds in the same breath; the caller saves the board.</summary>
    public IReadOnlyList<PostOutcome> Post(Session session, IReadOnlyList<PreparedEntry> requests, Standing standing, AccountBoard board)
    {
        var outcomes = new PostOutcome[requests.Count];
        var created = new List<(PreparedEntry Entry, int At)>(requests.Count);
        for (var i = 0; i < requests.Count; i++)
        {
            outcomes[i] = Decide(requests[i], standing, board) ?? Created;
            if (ReferenceEquals(outcomes[i], Created))
            {
                created.Add((requests[i], i));
                Apply(requests[i], standing, board);
            }
        }

        if (created.Count > 0)
        {
            Write(session, created, standing, board, outcomes);
        }

        // What repeats an entry of the same breath answers with its number, known only now.
        for (var i = 0; i < requests.Count; i++)
        {
            if (outcomes[i] is { Result: PostResult.Exists, Sequence: 0 })
            {
                outcomes[i] = outcomes[i] with { Sequence = standing.Find(requests[i].Draft.Id)!.Sequence, RecordedAt = standing.Find(requests[i].Draft.Id)!.RecordedAt };
            }
        }

        return outcomes;
    }

    private static readonly PostOutcome Created = new(PostResult.Created, 0, 0, []);

    /// <summary>Null when the entry may be created.</summary>
    private static PostOutcome? Decide(PreparedEntry entry, Standing standing, AccountBoard board)
    {
        if (standing.Find(entry.Draft.Id) is { } known)
        {
            return known.Difference(entry) is { } difference
                ? PostOutcome.Refused(LedgerRefusals.Differs(difference.Field, difference.Found, difference.Stands))
                : new(PostResult.Exists, known.Sequence, known.RecordedAt, []);
        }

        if (standing.Book(entry.BookId) is not { } book)
        {
            return PostOutcome.Refused(LedgerRefusals.Book($"{entry.BookId}"));
        }

        var refusal = ClosedAccount(entry, board)
            ?? (entry.Draft.Effective < book.OpenedOn || entry.Draft.Effective > book.BusinessDate ? LedgerRefusals.Effective(entry.Draft.Effective, book.OpenedOn, book.BusinessDate) : null)
            ?? Reversal(entry, standing)
            ?? entry.Blocked
            ?? entry.Lines.Select(l => board[l.AccountNo].Overflows(entry.AmountFen)).FirstOrDefault(r => r is not null)
            ?? Rules(entry, board);
        return refusal is null ? null : PostOutcome.Refused(refusal);
    }

    private static Refusal? ClosedAccount(PreparedEntry entry, AccountBoard board)
    {
        for (var i = 0; i < entry.Lines.Count; i++)
        {
            if (board[entry.Lines[i].AccountNo] is { Closed: true } account)
            {
                return LedgerRefusals.Closed($"lines.{i}.account", account.Code);
            }
        }

        return null;
    }

    private static Refusal? Reversal(PreparedEntry entry, Standing standing)
    {
        if (entry.Draft.Reverses is not { } id)
        {
            return null;
        }

        var original = standing.Find(id);
        return original is null || original.BookId != entry.BookId ? LedgerRefusals.Reversed(id, new("没有被冲销的分录", "The entry to reverse is unknown"))
            : original.Reverses is not null ? LedgerRefusals.Reversed(id, new("冲销分录不能再冲销", "A reversal cannot be reversed"))
            : standing.IsReversed(id) ? LedgerRefusals.Reversed(id, new("该分录已冲销", "The entry is reversed already"))
            : !original.Lines.Select(l => l with { Fen = -l.Fen }).Order(LineOrder).SequenceEqual(entry.Lines.Order(LineOrder)) ? LedgerRefusals.Reversed(id, new("冲销分录须与原分录金额相同、方向相反", "A reversal has the other's lines with sides exchanged"))
            : null;
    }

    private static readonly Comparer<SignedLine> LineOrder = Comparer<SignedLine>.Create((a, b) => a.AccountNo != b.AccountNo ? a.AccountNo.CompareTo(b.AccountNo) : a.Fen.CompareTo(b.Fen));

    /// <summary>First whether an account would fall below zero, then whether one would pass its limit; in the order of the lines.</summary>
    private static Refusal? Rules(PreparedEntry entry, AccountBoard board)
    {
        Dictionary<long, (long Debit, long Credit)>? sums = null;
        foreach (var rule in (ReadOnlySpan<AccountRule>)[AccountRule.NotBelowZero, AccountRule.Limit])
        {
            foreach (var line in entry.Lines)
            {
                var account = board[line.AccountNo];
                if (account.Rule != rule)
                {
                    continue;
                }

                var (debit, credit) = (sums ??= Sums(entry.Lines))[line.AccountNo];
                if (account.Forbids(rule, debit, credit) is { } refusal)
                {
                    return refusal;
                }
            }
        }

        return null;
    }

    /// <summary>What an entry adds to each of its accounts.</summary>
    private static Dictionary<long, (long Debit, long Credit)> Sums(IReadOnlyList<SignedLine> lines)
    {
        var sums = new Dictionary<long, (long Debit, long Credit)>(lines.Count);
        foreach (var line in lines)
        {
            var (debit, credit) = sums.GetValueOrDefault(line.AccountNo);
            sums[line.AccountNo] = (debit + Math.Max(line.Fen, 0), credit + Math.Max(-line.Fen, 0));
        }

        return sums;
    }

    private static void Apply(PreparedEntry entry, Standing standing, AccountBoard board)
    {
        var places = new LinePlace[entry.Lines.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var account = board[entry.Lines[i].AccountNo];
            account.Post(entry.Lines[i].Fen);
            places[i] = new(account.Lines, account.Net, account.Debit);
        }

        standing.Add(entry, places);
    }

    private void Write(Session session, List<(PreparedEntry Entry, int At)> created, Standing standing, AccountBoard board, PostOutcome[] outcomes)
    {
        // Until this transaction ends, whoever asks what was known at a time waits for it: its numbers are given but not to be seen yet.
        session.Shared(LedgerReading.Numbering);
        var sequences = session.Next("ldg_entry", "seq", created.Count);
        lastRecorded = Math.Max(lastRecorded, session.First("SELECT recorded_at FROM ldg_entry ORDER BY recorded_at DESC LIMIT 1", row => row.Long(0)));
        var (entries, lines, marks) = (new RowSet(Entries), new RowSet(Lines), new RowSet(Marks));
        for (var i = 0; i < created.Count; i++)
        {
            var (entry, at) = created[i];
            var recorded = lastRecorded = Math.Max(Math.Max(lastRecorded + 1, Instant.Now(clock)), entry.Leaf.At);
            var places = standing.Number(entry.Draft.Id, sequences[i], recorded);
            var business = RowValues.Of(standing.Book(entry.BookId)!.BusinessDate);
            Add(entries, entry, sequences[i], business, recorded);
            for (var n = 0; n < entry.Lines.Count; n++)
            {
                Add(lines, marks, entry, n, Line.IdOf(sequences[i], n), business, places[n], board[entry.Lines[n].AccountNo]);
            }

            outcomes[at] = new(PostResult.Created, sequences[i], recorded, []);
        }

        session.Insert(entries);
        session.Insert(lines);
        session.Insert(marks);
        board.AddDays(session, created.SelectMany(c => c.Entry.Lines.Select(l => (l, c.Entry.Draft.Effective))));
        EvidenceLeaves.Write(session, created.Select(c => c.Entry.Leaf));
    }

    private static void Add(RowSet entries, PreparedEntry entry, long sequence, string business, long recorded)
    {
        var draft = entry.Draft;
        entries.Add(
            sequence, RowValues.Of(draft.Id), RowValues.Of(entry.BookId), RowValues.Of(draft.Effective), business, recorded, entry.By, draft.Event, draft.Subject?.Kind, draft.Subject?.Id, draft.Memo, entry.AmountFen, RowValues.Of(draft.Reverses), RowValues.Of(entry.Hold));
    }

    private static void Add(RowSet lines, RowSet marks, PreparedEntry entry, int n, long id, string business, LinePlace place, AccountState account)
    {
        lines.Add(id, account.No, place.N, account.LastLine, RowValues.Of(entry.Draft.Effective), business, entry.Lines[n].Fen, place.After, place.Debits);
        account.LastLine = id;
        if (place.N % Mark.Every == 0)
        {
            marks.Add(Mark.IdOf(account.No, place.N), id);
        }
    }
}
