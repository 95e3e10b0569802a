using System.Globalization;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>Which entries of a book are asked for; null stands for all.</summary>
/// <param name="From">First effective day.</param>
/// <param name="To">Last effective day.</param>
/// <param name="Account">Entries with a line on it.</param>
/// <param name="Event">Exactly this one.</param>
/// <param name="Words">In memo, event or subject, or the amount or sequence itself.</param>
/// <param name="Reversed">True: entries taken back; false: neither taken back nor taking back.</param>
internal sealed record JournalFilter(DateOnly? From, DateOnly? To, AccountFacts? Account, string? Event, string? Words, bool? Reversed)
{
    /// <summary>Whether more is asked than a line can tell.</summary>
    public bool AsksEntries => Event is not null || Words is not null || Reversed is not null;

    public bool Fits(DateOnly effective) => (From is not { } from || effective >= from) && (To is not { } to || effective <= to);

    public bool Fits(EntryFacts entry) => Fits(entry.Effective)
        && (Event is null || entry.Event == Event)
        && (Words is null || Contains(entry.Memo) || Contains(entry.Event) || Contains(entry.Subject?.Id ?? "") || entry.Seq == Sequence || entry.AmountFen == AmountFen)
        && (Reversed is not { } reversed || (reversed ? entry.ReversedBy is not null : entry is { ReversedBy: null, Reverses: null }));

    /// <summary>The sequence the words may be.</summary>
    public long? Sequence { get; } = long.TryParse(Words, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    /// <summary>The amount the words may be: 100 is 100.00.</summary>
    public long? AmountFen { get; } = Words is not null && Model.Amounts.Read("", Words) is { Ok: true } amount ? amount.Value.Fen : null;

    /// <summary>As the database compares: without regard to the case of Latin letters, and of no others.</summary>
    private bool Contains(string text) => Small(text).Contains(Small(Words!), StringComparison.Ordinal);

    private static string Small(string text) => string.Create(text.Length, text, (small, from) =>
    {
        for (var i = 0; i < small.Length; i++)
        {
            small[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | 0x20) : from[i];
        }
    });
}

/// <summary>Reads the journal of a book, newest first: through the book's entries, or along the lines of one account.</summary>
internal sealed class JournalReading(Session session, Guid book, JournalFilter filter)
{
    private const int Chunk = 512;

    /// <summary>A page of entries, with how many there are.</summary>
    /// <remarks>Along an account the count is that of its lines: an entry with two lines on it stands on the page of the newer one.</remarks>
    public (List<EntryFacts> Entries, int Total) Page(int skip, int take)
    {
        if (filter.Account is { } account)
        {
            return filter is { From: null, To: null, AsksEntries: false } ? OfLines(account, skip, take) : Along(account, skip, take);
        }

        var conditions = Conditions();
        var total = session.First($"SELECT count(*) FROM ldg_entry e{conditions.Where}", row => row.Int(0), conditions.Values);
        var sequences = session.List($"SELECT e.seq FROM ldg_entry e{conditions.Where} ORDER BY e.seq DESC LIMIT {conditions.Value((long)take)} OFFSET {conditions.Value((long)skip)}", row => row.Long(0), conditions.Values);
        return (EntryReading.Of(session, sequences), total);
    }

    private (List<EntryFacts> Entries, int Total) OfLines(AccountFacts account, int skip, int take)
    {
        var last = account.Lines - skip;
        var lines = new LineChain(session, account.No).Between(Math.Max(1, last - take + 1), Math.Min(last + 1, account.Lines));
        lines.Reverse();
        var newer = lines.Count > 0 && lines[0].N > last ? Line.SequenceOf(lines[0].Id) : 0;
        var sequences = lines.Where(l => l.N <= last).Select(l => Line.SequenceOf(l.Id)).Where(s => s != newer).Distinct().ToList();
        return (EntryReading.Of(session, sequences), checked((int)account.Lines));
    }

    /// <summary>Along the lines once, newest first; only the page's entries are kept.</summary>
    private (List<EntryFacts> Entries, int Total) Along(AccountFacts account, int skip, int take)
    {
        var (total, page, waiting, last) = (0, new List<long>(), new List<long>(Chunk), 0L);
        void Count(IEnumerable<long> sequences)
        {
            foreach (var sequence in sequences)
            {
                if (total >= skip && total < (long)skip + take)
                {
                    page.Add(sequence);
                }

                total++;
            }
        }

        void Look()
        {
            Count(filter.AsksEntries ? EntryReading.Of(session, waiting).Where(filter.Fits).Select(e => e.Seq) : waiting);
            waiting.Clear();
        }

        new LineChain(session, account.No).Visit(filter.From ?? DateOnly.MinValue, null, line =>
        {
            // Lines of one entry stand beside each other.
            var sequence = Line.SequenceOf(line.Id);
            if (filter.Fits(line.Effective) && sequence != last)
            {
                last = sequence;
                waiting.Add(sequence);
                if (waiting.Count == Chunk)
                {
                    Look();
                }
            }
        });
        Look();
        return (EntryReading.Of(session, page), total);
    }

    private Conditions Conditions()
    {
        var conditions = new Conditions();
        conditions.And($"e.book_id = {conditions.Value(RowValues.Of(book))}");
        if (filter.From is { } from)
        {
            conditions.And($"e.seq >= {conditions.Value(FirstRecorded(from))}").And($"e.effective >= {conditions.Value(RowValues.Of(from))}");
        }

        if (filter.To is { } to)
        {
            conditions.And($"e.effective <= {conditions.Value(RowValues.Of(to))}");
        }

        if (filter.Event is { } happened)
        {
            conditions.And($"e.event = {conditions.Value(happened)}");
        }

        if (filter.Words is { } words)
        {
            conditions.AnyOf(
                c => c.Contains(words, "e.memo", "e.event", "coalesce(e.subject_id, '')"),
                c => filter.Sequence is { } seq ? c.And($"e.seq = {c.Value(seq)}") : c,
                c => filter.AmountFen is { } fen ? c.And($"e.amount_fen = {c.Value(fen)}") : c);
        }

        const string TakenBack = "EXISTS (SELECT 1 FROM ldg_entry r WHERE r.reverses = e.id)";
        return filter.Reversed is not { } reversed ? conditions : reversed ? conditions.And(TakenBack) : conditions.And("e.reverses IS NULL").And($"NOT {TakenBack}");
    }

    /// <summary>
    /// The sequence from which on entries can be effective on a day or later: nothing is dated into the future, and business dates
    /// never fall, so it is found by halving.
    /// </summary>
    private long FirstRecorded(DateOnly from)
    {
        var low = session.First("SELECT seq FROM ldg_entry WHERE book_id = @p0 ORDER BY seq LIMIT 1", row => row.Long(0), RowValues.Of(book));
        var high = 1 + session.First("SELECT seq FROM ldg_entry WHERE book_id = @p0 ORDER BY seq DESC LIMIT 1", row => row.Long(0), RowValues.Of(book));
        while (low < high && low > 0)
        {
            var middle = low + ((high - low) / 2);
            var date = session.First("SELECT business_date FROM ldg_entry WHERE book_id = @p0 AND seq >= @p1 ORDER BY seq LIMIT 1", row => row.Date(0), RowValues.Of(book), middle);
            (low, high) = date >= from ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
