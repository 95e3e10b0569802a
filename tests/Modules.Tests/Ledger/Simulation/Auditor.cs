using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>
/// The ledger once more, written for these tests alone: lists and loops, no database, nothing shared with the real one. What is
/// virtual is what <see cref="Mutants"/> get wrong.
/// </summary>
/// <remarks>
/// An entry is tested in this order: 0101 to 0105, then whether its id is here already (exists, or 0110 with the first field that
/// differs), then 0106 to 0109, 0114, 0111, 0112: a retry never fails on what happened since. An entry to be reversed or a hold
/// to be posted that is unknown is refused at once, since there are no lines to look at. A rule is broken only by what moves the
/// balance further to its wrong side.
/// </remarks>
internal partial class Auditor : ILedgerUnderTest
{
    public List<AuditBook> Books { get; } = [];

    /// <summary>All entries of all books in recorded order.</summary>
    public List<AuditEntry> Entries { get; } = [];

    public Task<string> Do(Command command) => Task.FromResult(command switch
    {
        OpenBook open => Open(open),
        OpenAccount open => Open(open),
        ChangeAccount change => Change(change),
        PostEntry post => Post(post),
        ReverseEntry reverse => Reverse(reverse),
        PlaceHold hold => Place(hold),
        PostHold post => Post(post),
        VoidHold hold => Void(hold),
        AdvanceDate advance => Advance(advance),
        _ => throw new ArgumentException(command.ToString()),
    });

    public AuditBook? Book(string code) => Books.Find(b => b.Code == code);

    public AuditEntry? Entry(Guid id) => Entries.Find(e => e.Body.Id == id);

    private string Open(OpenBook open)
    {
        if (Book(open.Book) is not null)
        {
            return "LDG-0115";
        }

        Books.Add(new(open.Book, open.OpenedOn));
        return "done";
    }

    private string Open(OpenAccount open)
    {
        if (Book(open.Book) is not { } book)
        {
            return "LDG-0101";
        }

        if (book.Account(open.Account) is not null)
        {
            return "LDG-0115";
        }

        book.Accounts.Add(new(open.Account, open.Normal) { Rule = open.Rule, Limit = open.Limit });
        return "done";
    }

    private string Change(ChangeAccount change)
    {
        var account = Book(change.Book)!.Account(change.Account)!;
        if ((change.Rule == AccountRule.NotBelowZero && Lowest(account) < 0) || (change.Rule == AccountRule.Limit && Highest(account) > change.Limit))
        {
            return "LDG-0120";
        }

        if (change.Closed && !IsEmpty(account))
        {
            return "LDG-0121";
        }

        account.Rule = change.Rule;
        account.Limit = change.Limit;
        account.Closed = change.Closed;
        return "done";
    }

    private string Post(PostEntry post) =>
        Book(post.Book) is not { } book ? "LDG-0101"
        : Shape(post.Lines) ?? Known(book, post.Lines) ?? Again(book, post) ?? AllOpen(book, post.Lines) ?? Dated(book, post.Effective) ?? Reversible(post) ?? Record(book, post, null);

    private string Reverse(ReverseEntry reverse)
    {
        if (Book(reverse.Book) is not { } book)
        {
            return "LDG-0101";
        }

        if (Entry(reverse.Reverses) is not { } original)
        {
            return "LDG-0108";
        }

        var lines = original.Body.Lines.Select(l => l with { Side = l.Side.Other() }).ToList();
        return Post(new PostEntry(reverse.Id, book.Code, reverse.Effective, "Reversed", null, reverse.Memo, reverse.Reverses, lines));
    }

    private string Place(PlaceHold hold)
    {
        if (Book(hold.Book) is not { } book)
        {
            return "LDG-0101";
        }

        var known = book.Holds.Find(h => h.Body.Id == hold.Id);
        List<EntryLine> lines = [new(hold.Debit, Side.Debit, hold.Fen), new(hold.Credit, Side.Credit, hold.Fen)];
        var refused = Amounts(lines) ?? Known(book, lines);
        if (refused is not null || known is not null)
        {
            return refused ?? (Different(known!.Body, hold) is { } field ? $"LDG-0110 {field}" : "exists");
        }

        return AllOpen(book, lines) ?? (hold.Debit == hold.Credit ? "LDG-0113" : Pend(book, hold));
    }

    private string Pend(AuditBook book, PlaceHold hold)
    {
        var placed = new AuditHold(hold);
        Pend(book, placed, 1);
        foreach (var code in (string[])["LDG-0111", "LDG-0112"])
        {
            if (Breaks(code, book.Account(hold.Debit)!, hold.Fen, 0) || Breaks(code, book.Account(hold.Credit)!, 0, hold.Fen))
            {
                Pend(book, placed, -1);
                return code;
            }
        }

        book.Holds.Add(placed);
        return "created";
    }

    private string Post(PostHold post)
    {
        if (Book(post.Book) is not { } book)
        {
            return "LDG-0101";
        }

        if (post.Fen is <= 0)
        {
            return "LDG-0103";
        }

        if (book.Holds.Find(h => h.Body.Id == post.Hold) is not { } hold)
        {
            return "LDG-0109";
        }

        var fen = post.Fen ?? hold.Body.Fen;
        List<EntryLine> lines = [new(hold.Body.Debit, Side.Debit, fen), new(hold.Body.Credit, Side.Credit, fen)];
        var body = new PostEntry(post.Id, book.Code, post.Effective, hold.Body.Event, null, post.Memo, null, lines);
        var answer = Again(book, body) ?? AllOpen(book, lines) ?? Dated(book, post.Effective) ?? (MayClose(hold) ? null : "LDG-0109") ?? (fen > hold.Body.Fen ? "LDG-0114" : null);
        if (answer is not null)
        {
            return answer;
        }

        Pend(book, hold, -1);
        hold.State = "posted";
        hold.Posted = fen;
        return Record(book, body, post.Hold);
    }

    private string Void(VoidHold command)
    {
        if (Book(command.Book) is not { } book)
        {
            return "LDG-0101";
        }

        var hold = book.Holds.Find(h => h.Body.Id == command.Hold);
        if (hold is null || !MayClose(hold))
        {
            return "LDG-0109";
        }

        Pend(book, hold, -1);
        hold.State = "voided";
        return "done";
    }

    private string Advance(AdvanceDate advance)
    {
        if (Book(advance.Book) is not { } book)
        {
            return "LDG-0101";
        }

        if (advance.Date <= book.BusinessDate)
        {
            return "LDG-0118";
        }

        book.BusinessDate = advance.Date;
        foreach (var hold in book.Holds)
        {
            if (hold.State == "pending" && Expired(hold, book))
            {
                Pend(book, hold, -1);
                hold.State = "expired";
            }
        }

        return "done";
    }

    /// <summary>Writes the entry unless it breaks a rule; the first broken rule in the order of codes is the answer.</summary>
    private string Record(AuditBook book, PostEntry post, Guid? hold)
    {
        var touched = post.Lines.Select(l => l.Account).Distinct().Select(code => book.Account(code)!).ToList();
        foreach (var code in hold is null ? (string[])["LDG-0111", "LDG-0112"] : [])
        {
            foreach (var account in touched)
            {
                var debit = post.Lines.Where(l => l.Account == account.Code && l.Side == Side.Debit).Sum(l => l.Fen);
                var credit = post.Lines.Where(l => l.Account == account.Code && l.Side == Side.Credit).Sum(l => l.Fen);
                account.Debit += debit;
                account.Credit += credit;
                var breaks = Breaks(code, account, debit, credit);
                account.Debit -= debit;
                account.Credit -= credit;
                if (breaks)
                {
                    return code;
                }
            }
        }

        var entry = new AuditEntry(Entries.Count + 1, post, hold);
        Entries.Add(entry);
        Write(entry, book);
        if (post.Reverses is { } reversed)
        {
            Entry(reversed)!.ReversedBy = post.Id;
        }

        return "created";
    }

    protected static void Write(AuditEntry entry, AuditBook book)
    {
        foreach (var line in entry.Body.Lines)
        {
            var account = book.Account(line.Account)!;
            account.Debit += line.Side == Side.Debit ? line.Fen : 0;
            account.Credit += line.Side == Side.Credit ? line.Fen : 0;
            account.Lines.Add((entry, line.Side, line.Fen));
        }
    }

    /// <summary>Adds a hold to what is pending on its accounts, or takes it away again.</summary>
    protected virtual void Pend(AuditBook book, AuditHold hold, int sign)
    {
        book.Account(hold.Body.Debit)!.PendingDebit += sign * hold.Body.Fen;
        book.Account(hold.Body.Credit)!.PendingCredit += sign * hold.Body.Fen;
    }
}
