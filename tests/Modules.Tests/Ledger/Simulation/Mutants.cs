namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>Auditors with one fault each: what a simulation that could not fail would let pass.</summary>
internal static class Mutants
{
    public static IReadOnlyDictionary<string, Func<Auditor>> All { get; } = new Dictionary<string, Func<Auditor>>
    {
        ["forgets holds in the available balance"] = () => new ForgetsHolds(),
        ["forgets holds against a limit"] = () => new ForgetsHoldsInFavour(),
        ["applies a duplicate again"] = () => new AppliesAgain(),
        ["reverses twice"] = () => new ReversesTwice(),
        ["expires a hold a day early"] = () => new ExpiresEarly(),
        ["closes a hold twice"] = () => new ClosesTwice(),
        ["keeps what a closed hold held"] = () => new KeepsHeld(),
        ["sees no other memo"] = () => new SeesNoMemo(),
        ["sees no other lines"] = () => new SeesNoLines(),
        ["names subject before event"] = () => new NamesSubjectFirst(),
        ["closes an account on which something is held"] = () => new ClosesHeld(),
        ["posts to closed accounts"] = () => new PostsToClosed(),
        ["posts what does not balance"] = () => new PostsUnbalanced(),
        ["posts tomorrow"] = () => new PostsTomorrow(),
        ["forgets the effective date"] = () => new ForgetsEffective(),
        ["forgets what was recorded when"] = () => new ForgetsRecorded(),
        ["orders a statement by effective date"] = () => new OrdersByEffective(),
    };

    private sealed class ForgetsHolds : Auditor
    {
        protected override long Lowest(AuditAccount account) => account.Posted;
    }

    private sealed class ForgetsHoldsInFavour : Auditor
    {
        protected override long Highest(AuditAccount account) => account.Posted;
    }

    private sealed class AppliesAgain : Auditor
    {
        protected override string Repeat(AuditEntry known, AuditBook book)
        {
            Write(known, book);
            return "exists";
        }
    }

    private sealed class ReversesTwice : Auditor
    {
        protected override bool IsReversed(AuditEntry entry) => false;
    }

    private sealed class ExpiresEarly : Auditor
    {
        protected override bool Expired(AuditHold hold, AuditBook book) => hold.Body.Expires is { } expires && book.BusinessDate >= expires;
    }

    private sealed class ClosesTwice : Auditor
    {
        protected override bool MayClose(AuditHold hold) => hold.State is "pending" or "posted";
    }

    private sealed class KeepsHeld : Auditor
    {
        protected override void Pend(AuditBook book, AuditHold hold, int sign)
        {
            if (sign > 0)
            {
                base.Pend(book, hold, sign);
            }
        }
    }

    private sealed class SeesNoMemo : Auditor
    {
        protected override string? Different(PostEntry was, PostEntry now) => base.Different(was with { Memo = now.Memo }, now);
    }

    private sealed class SeesNoLines : Auditor
    {
        protected override string? Different(PostEntry was, PostEntry now) => base.Different(was with { Lines = now.Lines }, now);
    }

    private sealed class NamesSubjectFirst : Auditor
    {
        protected override string? Different(PostEntry was, PostEntry now) => was.Subject != now.Subject ? "subject" : base.Different(was, now);
    }

    private sealed class ClosesHeld : Auditor
    {
        protected override bool IsEmpty(AuditAccount account) => account.Posted == 0;
    }

    private sealed class PostsToClosed : Auditor
    {
        protected override bool IsClosed(AuditAccount account) => false;
    }

    private sealed class PostsUnbalanced : Auditor
    {
        protected override bool Balanced(IReadOnlyList<EntryLine> lines) => true;
    }

    private sealed class PostsTomorrow : Auditor
    {
        protected override string? Dated(AuditBook book, DateOnly effective) => base.Dated(book, effective == book.BusinessDate.AddDays(1) ? book.BusinessDate : effective);
    }

    private sealed class ForgetsEffective : Auditor
    {
        protected override bool Counts(AuditEntry entry, DateOnly? effective, int through) => entry.Number <= through;
    }

    private sealed class ForgetsRecorded : Auditor
    {
        protected override bool Counts(AuditEntry entry, DateOnly? effective, int through) => base.Counts(entry, effective, int.MaxValue);
    }

    private sealed class OrdersByEffective : Auditor
    {
        public override Task<IReadOnlyList<StatementRow>> Statement(string book, string account)
        {
            var (balance, rows) = (0L, new List<StatementRow>());
            var found = Book(book)!.Account(account)!;
            foreach (var (entry, side, fen) in found.Lines.OrderBy(l => l.Entry.Body.Effective))
            {
                balance += side == found.Normal ? fen : -fen;
                rows.Add(new(entry.Body.Id, side, fen, balance));
            }

            return Task.FromResult<IReadOnlyList<StatementRow>>(rows);
        }
    }
}
