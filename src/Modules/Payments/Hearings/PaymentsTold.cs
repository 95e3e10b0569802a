using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.Hearings;

/// <summary>Tells other rooms what became of payments and receipts that name a loan; those without a loan's number concern nobody else.</summary>
internal static class PaymentsTold
{
    /// <summary>Every final answer, again when its entry came later: who hears it takes it once.</summary>
    public static void Heard(ZhirongContext work, PaymentDesk desk, IEnumerable<Heard> all)
    {
        foreach (var heard in all.Where(h => h.Item.LoanNo is not null))
        {
            var name = heard.Item.State switch { "settled" => "PaymentSettled", "rejected" => "PaymentRejected", "returned" => "PaymentReturned", _ => null };
            if (name is not null && heard.Attempt.State == heard.Item.State)
            {
                Publish(work, desk, name, "payitem", heard.Item.Id, heard.Batch.OwnerId, heard.Item.LoanNo!, heard.Item.Fen, (heard.Attempt.State == "returned" ? heard.Attempt.ReturnedOn : heard.Attempt.Booked) ?? desk.Today, heard.Attempt.EntryId, null);
            }
        }
    }

    /// <summary>A line of a statement stands for money that was expected of a loan, or does no longer.</summary>
    public static void Receipt(ZhirongContext work, PaymentDesk desk, PayReceipt receipt, string? counter, bool undone)
    {
        if (receipt.LoanNo is { } loan)
        {
            Publish(work, desk, undone ? "ReceiptUndone" : "ReceiptArrived", "receipt", receipt.Id, receipt.OwnerId, loan, receipt.Fen, receipt.ReceivedOn ?? desk.Today, receipt.EntryId, receipt.CounterAccount ?? counter);
        }
    }

    private static void Publish(ZhirongContext work, PaymentDesk desk, string name, string kind, Guid id, Guid owner, string loan, long fen, DateOnly day, Guid? entry, string? counter)
    {
        var content = new JsonObject
        {
            ["amount"] = Money.FenText(fen),
            ["counter"] = counter,
            ["day"] = RowValues.Of(day),
            ["entry"] = RowValues.Of(entry),
            ["loanNo"] = loan,
            ["owner"] = RowValues.Of(owner),
        };
        OutboxEvents.Publish(work, name, kind, RowValues.Of(id), content.ToJsonString(), desk.Clock);
    }
}
