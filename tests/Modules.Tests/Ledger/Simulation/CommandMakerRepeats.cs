namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <content>Commands about what is there already: the same again, corrections, holds.</content>
internal sealed partial class CommandMaker
{
    /// <summary>An entry once more: the very same, or with one field changed, or with two of which the first must be named.</summary>
    private Command Again(AuditBook book)
    {
        var entries = auditor.Entries.Where(e => e.Body.Book == book.Code && e.Hold is null).ToList();
        if (entries.Count == 0)
        {
            return Good(book);
        }

        var entry = One(entries);
        if (entry.Body.Reverses is { } reversed)
        {
            var same = new ReverseEntry(entry.Body.Id, book.Code, reversed, entry.Body.Effective, entry.Body.Memo);
            return random.Next(3) switch
            {
                0 => same with { Memo = same.Memo + "!" },
                1 => same with { Effective = Other(same.Effective, book) },
                _ => same,
            };
        }

        if (Chance(0.4))
        {
            return entry.Body;
        }

        var changed = OneFieldOther(entry.Body, book);
        return Chance(0.5) ? OneFieldOther(changed, book) : changed;
    }

    private PostEntry OneFieldOther(PostEntry was, AuditBook book)
    {
        var first = was.Lines[0];
        return random.Next(9) switch
        {
            0 => was with { Book = One(auditor.Books).Code },
            1 => was with { Effective = Other(was.Effective, book) },
            2 => was with { Event = was.Event + "2" },
            3 => was with { Subject = was.Subject is null ? ("deal", "9") : null },
            4 => was with { Memo = was.Memo + "!" },
            5 => was with { Reverses = Unreversed(was.Id) },
            6 => was with { Lines = [.. was.Lines.Select(l => l with { Fen = l.Fen + 1 })] },
            7 => was with { Lines = [first with { Account = One(book.Accounts).Code }, .. was.Lines.Skip(1)] },
            _ => was with { Lines = [.. was.Lines.Reverse()] },
        };
    }

    private DateOnly Other(DateOnly day, AuditBook book) => day > book.OpenedOn && Chance(0.5) ? day.AddDays(-1) : day.AddDays(1);

    private Guid? Unreversed(Guid but) =>
        auditor.Entries.Where(e => e.ReversedBy is null && e.Body.Reverses is null && e.Body.Id != but).Select(e => (Guid?)e.Body.Id).LastOrDefault();

    /// <summary>Mostly an entry that was not reversed yet; else one that was, a reversal, or none at all.</summary>
    private Command Reverse(AuditBook book)
    {
        var entries = auditor.Entries.Where(e => e.Body.Book == book.Code).ToList();
        var open = entries.Where(e => e.ReversedBy is null && e.Body.Reverses is null).ToList();
        var any = Chance(0.3) && entries.Count > 0;
        if (!any && open.Count == 0)
        {
            return Good(book);
        }

        var reversed = Chance(0.05) ? Id() : any ? One(entries).Body.Id : One(open).Body.Id;
        return new ReverseEntry(Id(), book.Code, reversed, Chance(0.95) ? Effective(book) : book.BusinessDate.AddDays(1), "更正");
    }

    private PlaceHold Hold(AuditBook book)
    {
        if (Chance(0.15) && book.Holds.Count > 0)
        {
            var was = One(book.Holds).Body;
            return random.Next(5) switch
            {
                0 => was with { Fen = was.Fen + 1 },
                1 => was with { Expires = was.Expires is null ? book.BusinessDate.AddDays(90) : null },
                2 => was with { Memo = was.Memo + "!" },
                _ => was,
            };
        }

        var open = book.Accounts.Where(a => !a.Closed).Select(a => a.Code).ToList();
        var same = open.Count > 0 && Chance(0.05) ? One(open) : null;
        var debit = same ?? One(book.Accounts).Code;
        var others = book.Accounts.Where(a => a.Code != debit).Select(a => a.Code).ToList();
        var credit = same ?? (Chance(0.05) ? "7799" : One(others));
        DateOnly? expires = Chance(0.3) ? null : book.BusinessDate.AddDays(random.Next(12));
        return new PlaceHold(Id(), book.Code, debit, credit, Chance(0.05) ? -random.Next(2) : random.Next(1, 60_000), expires, "Reserved", One(["", "竞买保证金"]));
    }

    /// <summary>Posts a hold whole, in part or too much, or voids it; also holds that are closed already, and the same posting again.</summary>
    private Command CloseHold(AuditBook book)
    {
        var posted = auditor.Entries.Where(e => e.Body.Book == book.Code && e.Hold is not null).ToList();
        if (Chance(0.12) && posted.Count > 0)
        {
            var was = One(posted);
            return new PostHold(was.Body.Id, book.Code, was.Hold!.Value, Chance(0.9) ? was.Body.Lines[0].Fen : null, was.Body.Effective, Chance(0.7) ? was.Body.Memo : "other");
        }

        var pending = book.Holds.Where(h => h.State == "pending").ToList();
        if (pending.Count == 0 && book.Holds.Count == 0)
        {
            return Hold(book);
        }

        var hold = Chance(0.8) && pending.Count > 0 ? One(pending) : One(book.Holds);
        var id = Chance(0.03) ? Id() : hold.Body.Id;
        if (Chance(0.3))
        {
            return new VoidHold(book.Code, id);
        }

        long? fen = random.Next(8) switch
        {
            < 3 => null,
            3 => hold.Body.Fen,
            < 6 => random.NextInt64(1, hold.Body.Fen + 1),
            6 => hold.Body.Fen + 1,
            _ => -random.Next(2),
        };
        return new PostHold(Id(), book.Code, id, fen, Chance(0.95) ? Effective(book) : book.BusinessDate.AddDays(1), "划付");
    }
}
