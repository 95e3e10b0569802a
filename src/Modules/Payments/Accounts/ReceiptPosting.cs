using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Payments.Hearings;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.Accounts;

/// <summary>Brings money that came in, once a line of a statement stands for it, into the books and, on a closed-loop account, among its sources.</summary>
internal static class ReceiptPosting
{
    public const string Event = "ReceiptArrived";

    public static void Arrive(ZhirongContext work, PaymentDesk desk, PayReceipt receipt, PayLine line, PayAccount account)
    {
        (receipt.State, receipt.ReceivedOn) = ("received", line.Day);
        receipt.Version++;
        Post(work, desk, receipt, account);
        PaymentsTold.Receipt(work, desk, receipt, account.CounterAccount, undone: false);
        if (account.ClosedLoop == 1)
        {
            work.Add(new PaySource
            {
                Id = desk.NewId(),
                AccountId = account.Id,
                LineId = line.Id,
                Day = line.Day,
                Fen = line.Fen,
                UsedFen = 0,
                FromName = line.Name ?? receipt.PayerName,
                Reference = line.Reference,
                At = Instant.Now(desk.Clock),
            });
        }
    }

    /// <summary>Posts it, or notes why the book will not take it.</summary>
    public static void Post(ZhirongContext work, PaymentDesk desk, PayReceipt receipt, PayAccount account)
    {
        if (account.BookId is not { } book || receipt.EntryId is not null)
        {
            return;
        }

        var amount = Money.OfFen(receipt.Fen);
        var draft = new EntryDraft
        {
            Id = desk.NewId(),
            Effective = receipt.ReceivedOn!.Value,
            Event = Event,
            Subject = new("receipt", RowValues.Of(receipt.Id)),
            Memo = $"{receipt.PayerName} {receipt.Purpose} {receipt.LoanNo}".Trim(),
            Lines = [new(account.BookAccount!, Side.Debit, amount), new(receipt.CounterAccount ?? account.CounterAccount ?? "", Side.Credit, amount)],
        };
        var outcome = desk.Books.PostWithin(work, book, [draft])[0];
        if (outcome.Result == PostResult.Refused)
        {
            (receipt.Unposted, receipt.UnpostedWhy) = (1, $"{outcome.Refusals[0].Code} {outcome.Refusals[0].Path}: {outcome.Refusals[0].Message}");
        }
        else
        {
            (receipt.EntryId, receipt.Unposted, receipt.UnpostedWhy) = (draft.Id, 0, null);
        }
    }

    /// <summary>Takes back what a wrong match did; the refusal of the book when it will not.</summary>
    public static Refusal? Undo(ZhirongContext work, PaymentDesk desk, PayReceipt receipt)
    {
        if (receipt.EntryId is { } entry)
        {
            var reversed = BookDoor.Reverse(work, desk.Books, entry, new ReverseEntryRequest(desk.NewId(), receipt.ReceivedOn!.Value, "撤销匹配 / match taken back"));
            if (!reversed.Ok)
            {
                return reversed.Refusals[0];
            }
        }

        PaymentsTold.Receipt(work, desk, receipt, null, undone: true);
        (receipt.State, receipt.ReceivedOn, receipt.EntryId, receipt.Unposted, receipt.UnpostedWhy) = ("expected", null, null, 0, null);
        receipt.Version++;
        return null;
    }
}
