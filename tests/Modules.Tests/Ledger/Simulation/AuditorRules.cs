using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <content>The single checks, and the questions.</content>
internal partial class Auditor
{
    /// <summary>The answer to an entry that is here already.</summary>
    protected virtual string Repeat(AuditEntry known, AuditBook book) => "exists";

    /// <summary>Balance less what is held against it: what a rule "not below zero" speaks of.</summary>
    protected virtual long Lowest(AuditAccount account) => account.Posted - account.HeldAgainst;

    /// <summary>Balance with what is held in its favour: what a limit speaks of.</summary>
    protected virtual long Highest(AuditAccount account) => account.Posted + account.HeldFor;

    protected virtual bool Expired(AuditHold hold, AuditBook book) => hold.Body.Expires is { } expires && book.BusinessDate > expires;

    protected virtual bool MayClose(AuditHold hold) => hold.State == "pending";

    protected virtual bool IsReversed(AuditEntry entry) => entry.ReversedBy is not null;

    protected virtual bool IsEmpty(AuditAccount account) => account is { Posted: 0, HeldAgainst: 0, HeldFor: 0 };

    protected virtual bool IsClosed(AuditAccount account) => account.Closed;

    protected virtual bool Counts(AuditEntry entry, DateOnly? effective, int through) =>
        (effective is null || entry.Body.Effective <= effective) && entry.Number <= through;

    /// <summary>The first field in which two bodies differ; null when they are the same.</summary>
    protected virtual string? Different(PostEntry was, PostEntry now) =>
        was.Book != now.Book ? "book"
        : was.Effective != now.Effective ? "effective"
        : was.Event != now.Event ? "event"
        : was.Subject != now.Subject ? "subject"
        : was.Memo != now.Memo ? "memo"
        : was.Reverses != now.Reverses ? "reverses"
        : !was.Lines.SequenceEqual(now.Lines) ? "lines"
        : null;

    private static string? Different(PlaceHold was, PlaceHold now) =>
        was.Book != now.Book ? "book"
        : was.Debit != now.Debit ? "debit"
        : was.Credit != now.Credit ? "credit"
        : was.Fen != now.Fen ? "amount"
        : was.Expires != now.Expires ? "expires"
        : was.Event != now.Event ? "event"
        : was.Memo != now.Memo ? "memo"
        : null;

    private string? Shape(IReadOnlyList<EntryLine> lines) =>
        lines.Count < 2 ? "LDG-0102" : Amounts(lines) ?? (Balanced(lines) ? null : "LDG-0104");

    private static string? Amounts(IReadOnlyList<EntryLine> lines) => lines.Any(l => l.Fen <= 0 || l.Fen > Money.Limit.Fen) ? "LDG-0103" : null;

    protected virtual bool Balanced(IReadOnlyList<EntryLine> lines) =>
        lines.Where(l => l.Side == Side.Debit).Sum(l => l.Fen) == lines.Where(l => l.Side == Side.Credit).Sum(l => l.Fen);

    private static string? Known(AuditBook book, IReadOnlyList<EntryLine> lines) => lines.Any(l => book.Account(l.Account) is null) ? "LDG-0105" : null;

    private string? AllOpen(AuditBook book, IReadOnlyList<EntryLine> lines) => lines.Any(l => IsClosed(book.Account(l.Account)!)) ? "LDG-0106" : null;

    /// <summary>The answer when the id is here already; null when it is new.</summary>
    private string? Again(AuditBook book, PostEntry post) =>
        Entry(post.Id) is not { } known ? null : Different(known.Body, post) is { } field ? $"LDG-0110 {field}" : Repeat(known, book);

    protected virtual string? Dated(AuditBook book, DateOnly effective) =>
        effective > book.BusinessDate || effective < book.OpenedOn ? "LDG-0107" : null;

    /// <summary>A reversal names an entry of its book that is neither one nor reversed, and has its lines with sides exchanged, in any order.</summary>
    private string? Reversible(PostEntry post)
    {
        if (post.Reverses is not { } id)
        {
            return null;
        }

        if (Entry(id) is not { } entry || entry.Body.Book != post.Book || entry.Body.Reverses is not null || IsReversed(entry))
        {
            return "LDG-0108";
        }

        var left = entry.Body.Lines.Select(l => l with { Side = l.Side.Other() }).ToList();
        return post.Lines.All(left.Remove) && left.Count == 0 ? null : "LDG-0108";
    }

    /// <summary>Whether an account, with the amounts already on it, stands on the wrong side of its rule and they moved it there.</summary>
    private bool Breaks(string code, AuditAccount account, long debit, long credit)
    {
        var growth = account.Normal == Side.Debit ? debit - credit : credit - debit;
        return code == "LDG-0111"
            ? account.Rule == AccountRule.NotBelowZero && Lowest(account) < 0 && growth < 0
            : account.Rule == AccountRule.Limit && Highest(account) > account.Limit && growth > 0;
    }

    public Task<long> Balance(string book, string account, DateOnly? effective, Guid? through)
    {
        var (last, sum) = (Last(through), 0L);
        var found = Book(book)!.Account(account)!;
        foreach (var (entry, side, fen) in found.Lines)
        {
            sum += !Counts(entry, effective, last) ? 0 : side == found.Normal ? fen : -fen;
        }

        return Task.FromResult(sum);
    }

    public Task<IReadOnlyList<TrialRow>> Trial(string book, DateOnly? effective, Guid? through)
    {
        var (last, now, rows) = (Last(through), effective is null && through is null, new List<TrialRow>());
        foreach (var account in Book(book)!.Accounts.OrderBy(a => a.Code, StringComparer.Ordinal))
        {
            var counted = account.Lines.Where(l => Counts(l.Entry, effective, last)).ToList();
            var debit = counted.Where(l => l.Side == Side.Debit).Sum(l => l.Fen);
            var credit = counted.Where(l => l.Side == Side.Credit).Sum(l => l.Fen);
            var balance = account.Normal == Side.Debit ? debit - credit : credit - debit;
            rows.Add(now
                ? new(account.Code, debit, credit, account.PendingDebit, account.PendingCredit, balance - account.HeldAgainst)
                : new(account.Code, debit, credit, 0, 0, balance));
        }

        return Task.FromResult<IReadOnlyList<TrialRow>>(rows);
    }

    public virtual Task<IReadOnlyList<StatementRow>> Statement(string book, string account)
    {
        var (balance, rows) = (0L, new List<StatementRow>());
        var found = Book(book)!.Account(account)!;
        foreach (var (entry, side, fen) in found.Lines)
        {
            balance += side == found.Normal ? fen : -fen;
            rows.Add(new(entry.Body.Id, side, fen, balance));
        }

        return Task.FromResult<IReadOnlyList<StatementRow>>(rows);
    }

    public Task<IReadOnlyList<HoldRow>> Holds(string book) =>
        Task.FromResult<IReadOnlyList<HoldRow>>([.. Book(book)!.Holds.Select(h => new HoldRow(h.Body.Id, h.State, h.Posted))]);

    private int Last(Guid? through) => through is { } id ? Entry(id)!.Number : int.MaxValue;
}
