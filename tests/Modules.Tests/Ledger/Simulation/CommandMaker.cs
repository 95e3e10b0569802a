using System.Buffers.Binary;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>
/// Draws commands from a seed, looking at what the auditor holds so that most of them make sense and the others are wrong in one
/// way that is meant. The same seed and the same answers give the same commands.
/// </summary>
internal sealed partial class CommandMaker(int seed, Auditor auditor)
{
    private const int MostBooks = 3;
    private const int MostAccounts = 10;

    private static readonly DateOnly Opened = new(2026, 1, 1);
    private readonly Random random = new(seed);
    private int made;

    public Command Next()
    {
        if (auditor.Books.Count == 0 || (auditor.Books.Count < MostBooks && random.Next(60) == 0))
        {
            return new OpenBook($"SIM-{seed}-{auditor.Books.Count + 1}", Opened.AddDays(random.Next(10)));
        }

        var book = One(auditor.Books);
        if (book.Accounts.Count < 4 || (book.Accounts.Count < MostAccounts && random.Next(25) == 0))
        {
            return NewAccount(book);
        }

        return random.Next(100) switch
        {
            < 30 => Good(book),
            < 34 => Emptied(book),
            < 44 => Bad(book),
            < 56 => Again(book),
            < 66 => Reverse(book),
            < 77 => Hold(book),
            < 90 => CloseHold(book),
            < 93 => Advance(book),
            < 98 => Change(book),
            _ => random.Next(2) == 0 ? new OpenBook(book.Code, book.OpenedOn) : NewAccount(book) with { Account = One(book.Accounts).Code },
        };
    }

    private T One<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private bool Chance(double share) => random.NextDouble() < share;

    /// <summary>A UUIDv7 (RFC 9562) that depends on the seed alone.</summary>
    private Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, ((1_790_000_000_000L + made++) << 16) | (uint)random.Next(0x1000) | 0x7000);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Codes that stand in no chart.</summary>
    private OpenAccount NewAccount(AuditBook book)
    {
        var kind = One<(AccountClass Class, Side Normal)>([(AccountClass.Asset, Side.Debit), (AccountClass.Liability, Side.Credit), (AccountClass.Income, Side.Credit), (AccountClass.Expense, Side.Debit), (AccountClass.Memo, Side.Credit)]);
        var (rule, limit) = Rule(0);
        return new(book.Code, $"77{book.Accounts.Count:00}", kind.Class, kind.Normal, rule, limit);
    }

    /// <param name="balance">What a limit must leave room for, most of the time.</param>
    private (AccountRule Rule, long Limit) Rule(long balance) => random.Next(10) switch
    {
        < 3 => (AccountRule.None, 0),
        < 6 => (AccountRule.NotBelowZero, 0),
        _ => (AccountRule.Limit, (Chance(0.9) ? Math.Max(0, balance) : 0) + random.Next(1_000, 200_000)),
    };

    private ChangeAccount Change(AuditBook book)
    {
        var account = One(book.Accounts);
        var empty = book.Accounts.Where(a => a is { Posted: 0, Closed: false }).ToList();
        account = empty.Count > 0 && Chance(0.6) ? One(empty) : account;
        var (rule, limit) = Chance(0.5) ? Rule(account.Posted + account.HeldFor) : (account.Rule, account.Limit);
        return new(book.Code, account.Code, rule, limit, Chance(account.Closed ? 0.2 : account.Posted == 0 ? 0.6 : 0.1));
    }

    /// <summary>Brings an account to zero, so that it can be closed.</summary>
    private PostEntry Emptied(AuditBook book)
    {
        var account = One(book.Accounts);
        var (fen, side) = account.Posted < 0 ? (-account.Posted, account.Normal) : (account.Posted, account.Normal.Other());
        return Good(book) with { Effective = book.BusinessDate, Lines = [new(account.Code, side, Math.Max(1, fen)), new(One(book.Accounts).Code, side.Other(), Math.Max(1, fen))] };
    }

    private AdvanceDate Advance(AuditBook book) => new(book.Code, book.BusinessDate.AddDays(Chance(0.1) ? -random.Next(2) : 1 + random.Next(6)));

    /// <summary>Mostly today, else up to ninety days back, as far as the book was open then.</summary>
    private DateOnly Effective(AuditBook book)
    {
        var day = Chance(0.6) ? book.BusinessDate : book.BusinessDate.AddDays(-random.Next(91));
        return day < book.OpenedOn && Chance(0.9) ? book.OpenedOn : day;
    }

    private PostEntry Good(AuditBook book) =>
        new(Id(), book.Code, Effective(book), One(["Received", "Paid", "Accrued"]), Chance(0.5) ? ("deal", $"{random.Next(3)}") : null, One(["", "first", "第二期利息"]), null, Lines(book));

    /// <summary>Two to five lines that balance; now and then one account stands on both sides.</summary>
    private List<EntryLine> Lines(AuditBook book)
    {
        var count = Chance(0.6) ? 2 : random.Next(3, 6);
        var (left, lines) = ((long)random.Next(count, 100_000), new List<EntryLine>());
        var total = left;
        var side = Chance(0.5) ? Side.Debit : Side.Credit;
        for (var n = 1; n < count; n++)
        {
            var part = n == count - 1 ? left : 1 + random.NextInt64(left - (count - 1 - n));
            lines.Add(new(One(book.Accounts).Code, side, part));
            left -= part;
        }

        lines.Insert(random.Next(lines.Count + 1), new(One(book.Accounts).Code, side.Other(), total));
        return lines;
    }

    private PostEntry Bad(AuditBook book)
    {
        var good = Good(book);
        var first = good.Lines[0];
        return random.Next(11) switch
        {
            0 => good with { Book = "NOWHERE" },
            1 => good with { Lines = [first] },
            2 => good with { Lines = [] },
            3 => good with { Lines = [first with { Fen = -random.Next(2) }, .. good.Lines.Skip(1)] },
            4 => good with { Lines = [.. good.Lines.Select(l => l with { Fen = Money.Limit.Fen + 1 })] },
            5 => good with { Lines = [first with { Fen = first.Fen + 1 }, .. good.Lines.Skip(1)] },
            6 => good with { Lines = [first with { Account = "7799" }, .. good.Lines.Skip(1)] },
            7 => good with { Effective = book.BusinessDate.AddDays(1 + random.Next(3)) },
            8 => good with { Effective = book.OpenedOn.AddDays(-1 - random.Next(3)) },
            9 => good with { Reverses = Unreversed(good.Id) },
            _ => good with { Reverses = Id() },
        };
    }
}
