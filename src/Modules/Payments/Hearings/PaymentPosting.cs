using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.Hearings;

/// <summary>An attempt with all that is around it.</summary>
internal sealed record Heard(PayAttempt Attempt, PayItem Item, PayBatch Batch, PayAccount Account)
{
    public string Subject => $"{Batch.Code} #{Item.N} {Item.PayeeName}";
}

/// <summary>
/// Brings a payment into the books once the bank has said that it is paid, and takes it back when it came back. What the book refuses
/// (its business date lags behind, an account closed) does not undo the bank's word: it waits, named, until it can be posted.
/// </summary>
internal static class PaymentPosting
{
    public const string Event = "PaymentSettled";

    public static SubjectRef SubjectOf(Guid attempt) => new("payment", RowValues.Of(attempt));

    /// <summary>Posts what the attempts' states ask for and is not yet posted; those of which something was.</summary>
    public static IReadOnlyCollection<Heard> Post(ZhirongContext work, PaymentDesk desk, IReadOnlyList<Heard> all)
    {
        var posted = new HashSet<Heard>(ReferenceEqualityComparer.Instance);
        foreach (var book in all.Where(h => h.Account.BookId is not null && h.Attempt is { State: "settled" or "returned", EntryId: null }).GroupBy(h => h.Account.BookId!.Value))
        {
            List<(Heard Heard, EntryDraft Draft)> drafts = [.. book.Select(h => (h, Draft(desk, h, h.Attempt.Booked ?? desk.Today)))];
            var outcomes = desk.Books.PostWithin(work, book.Key, [.. drafts.Select(d => d.Draft)]);
            foreach (var ((heard, draft), outcome) in drafts.Zip(outcomes))
            {
                if (outcome.Result == PostResult.Refused)
                {
                    Wait(heard.Attempt, outcome.Refusals[0]);
                    continue;
                }

                (heard.Attempt.EntryId, heard.Attempt.Unposted, heard.Attempt.UnpostedWhy) = (draft.Id, 0, null);
                posted.Add(heard);
            }
        }

        foreach (var heard in all.Where(h => h.Attempt is { State: "returned", EntryId: not null, ReversalId: null }))
        {
            var reverse = new ReverseEntryRequest(desk.NewId(), heard.Attempt.ReturnedOn ?? heard.Attempt.Booked ?? desk.Today, $"{heard.Subject} 退回 / returned");
            var outcome = BookDoor.Reverse(work, desk.Books, heard.Attempt.EntryId!.Value, reverse);
            if (outcome.Ok)
            {
                (heard.Attempt.ReversalId, heard.Attempt.Unposted, heard.Attempt.UnpostedWhy) = (reverse.Id, 0, null);
                posted.Add(heard);
            }
            else
            {
                Wait(heard.Attempt, outcome.Refusals[0]);
            }
        }

        return posted;
    }

    /// <summary>The other side bears it, the account pays it.</summary>
    private static EntryDraft Draft(PaymentDesk desk, Heard heard, DateOnly effective)
    {
        var amount = Money.OfFen(heard.Item.Fen);
        var counter = heard.Item.CounterAccount ?? heard.Batch.CounterAccount ?? heard.Account.CounterAccount ?? "";
        return new()
        {
            Id = desk.NewId(),
            Effective = effective,
            Event = Event,
            Subject = SubjectOf(heard.Attempt.Id),
            Memo = Short($"{heard.Subject} {heard.Item.Purpose} {heard.Attempt.BankReference}".Trim()),
            Lines = [new(counter, Side.Debit, amount), new(heard.Account.BookAccount!, Side.Credit, amount)],
        };
    }

    private static void Wait(PayAttempt attempt, Refusal refusal) =>
        (attempt.Unposted, attempt.UnpostedWhy) = (1, Short($"{refusal.Code} {refusal.Path}: {refusal.Found} · {refusal.Message}"));

    private static string Short(string text) => text.Length <= 500 ? text : text[..500];
}
