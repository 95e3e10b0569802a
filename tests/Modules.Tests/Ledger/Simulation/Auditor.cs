using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>
/// The ledger once more, written for these tests alone: lists and loops, no database, nothing shared with the real one. What is
/// virtual is what <see cref="Mutants"/> get wrong.
/// </summary>
/// <remarks>
/// Where the order of refusals leaves room: the same id with the same body is answered <c>exists</c> before anything else is
/// looked at, so that a retry never fails on what happened since; the same id with another body passes the checks below 0110
/// first. A rule is broken only by what moves the balance further to its wrong side. A reversed entry that does not exist is
/// 0108 before its accounts are looked at.
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
        account.Rule = change.Rule;
        account.Limit = change.Limit;
        account.Closed = change.Closed;
        return "done";
    }

    private string Post(PostEntry post)
    {
        if (Book(post.Book) is not { } book)
        {
            return "LDG-0101";
        }

        var known = Entry(post.Id);
        var different = known is null ? null : Different(known.Body, post);
        if (known is not null && different is null)
        {
            return Repeat(known, book);
        }

        var refused = Shape(post.Lines) ?? Usable(book, post.Lines) ?? Dated(book, post.Effective) ?? Reversible(post.Id, post.Reverses);
        return refused ?? (different is not null ? $"LDG-0110 {different}" : Record(book, post, null, null));
    }

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
        var body = new PostEntry(reverse.Id, reverse.Book, reverse.Effective, "reversed", null, reverse.Memo, reverse.Reverses, lines);
        var known = Entry(reverse.Id);
        var different = known is null ? null : Different(known.Body, body);
        if (known is not null && different is null)
        {
            return Repeat(known, book);
        }

        var refused = Usable(book, lines) ?? Dated(book, reverse.Effective) ?? Reversible(reverse.Id, reverse.Reverses);
        return refused ?? (different is not null ? $"LDG-0110 {different}" : Record(book, body, null, null));
    }

    private string Place(PlaceHold hold)
    {
        if (Book(hold.Book) is not { } book)
        {
            return "LDG-0101";
        }

        var known = book.Holds.Find(h => h.Body.Id == hold.Id);
        var different = known is null ? null : Different(known.Body, hold);
        if (known is not null && different is null)
        {
            return "exists";
        }

        List<EntryLine> lines = [new(hold.Debit, Side.Debit, hold.Fen), new(hold.Credit, Side.Credit, hold.Fen)];
        var refused = Amounts(lines) ?? Usable(book, lines);
        if (refused is not null || different is not null)
        {
            return refused ?? $"LDG-0110 {different}";
        }

        if (hold.Debit == hold.Credit)
        {
            return "LDG-0113";
        }

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

        var hold = book.Holds.Find(h => h.Body.Id == post.Hold);
        var known = Entry(post.Id);
        if (known is not null && known.Hold == post.Hold && known.AskedFen == post.Fen && known.Body.Effective == post.Effective && known.Body.Memo == post.Memo)
        {
            return Repeat(known, book);
        }

        if (post.Fen is <= 0)
        {
            return "LDG-0103";
        }

        if (hold is null)
        {
            return "LDG-0109";
        }

        var fen = post.Fen ?? hold.Body.Fen;
        List<EntryLine> lines = [new(hold.Body.Debit, Side.Debit, fen), new(hold.Body.Credit, Side.Credit, fen)];
        var refused = Usable(book, lines) ?? Dated(book, post.Effective) ?? (MayClose(hold) ? null : "LDG-0109") ?? (known is null && fen > hold.Body.Fen ? "LDG-0114" : null);
        if (refused is not null || known is not null)
        {
            return refused ?? "LDG-0110 lines";
        }

        Pend(book, hold, -1);
        hold.State = "posted";
        hold.Posted = fen;
        return Record(book, new(post.Id, post.Book, post.Effective, hold.Body.Event, null, post.Memo, null, lines), post.Hold, post.Fen);
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
    private string Record(AuditBook book, PostEntry post, Guid? hold, long? asked)
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

        var entry = new AuditEntry(Entries.Count + 1, post, hold, asked);
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
