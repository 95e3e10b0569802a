using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Hearings;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>Under what money moves inside the bank's own book without a person looking at each payment.</summary>
/// <param name="Name">The mandate and who approved it, as the batch's history shows it.</param>
/// <param name="Payee">The only holder that may be paid: the payee has to be him.</param>
internal sealed record BookAuthority(string Name, string Payee);

/// <summary>
/// 行内入账: a payment to an account the payer's own book keeps. The entry is the payment: nothing is sent, no bank has to answer, and what the
/// book refuses is not paid. It passes the same check as any batch; the mandate stands in the place of checker and approver.
/// </summary>
internal static class PayInBook
{
    /// <summary>How such a batch says that it leaves no file.</summary>
    public const string Channel = "book";

    /// <summary>What a check says that the mandate answers itself: no channel is needed, and a payee not in the directory is the borrower.</summary>
    private static readonly string[] Answered = ["PAY-0207", "PAY-0216"];

    /// <summary>Makes, checks, approves and posts in one work; refused, nothing of it stands.</summary>
    public static async Task<Result<PayBatch>> Pay(ZhirongContext work, MakeBatchRequest request, IReadOnlyList<ItemDraft> items, BookAuthority authority, PaymentDesk desk)
    {
        if (await MakeBatch.Payer(work, request.AccountId) is not { BookId: not null } account)
        {
            return PaymentRefusals.Account("accountId", $"{request.AccountId}");
        }

        if (items.FirstOrDefault(i => !Names.Same(i.PayeeName, authority.Payee)) is { } other)
        {
            return PaymentRefusals.PayeeName("items.0.payeeName", other.PayeeName, authority.Payee);
        }

        var made = await MakeBatch.Make(work, request, items, desk);
        if (!made.Ok)
        {
            return made;
        }

        var (batch, rows) = (made.Value, await work.ItemsOf(made.Value.Id));
        var findings = (await FindingsFacts.Of(work, batch, items, desk)).Where(f => !Answered.Contains(f.Code)).ToList();
        return findings.Count > 0 ? Result<PayBatch>.Refused(findings) : await Post(work, batch, rows, account, authority, desk);
    }

    private static async Task<Result<PayBatch>> Post(ZhirongContext work, PayBatch batch, List<PayItem> rows, PayAccount account, BookAuthority authority, PaymentDesk desk)
    {
        var heard = rows.ConvertAll(item => new Heard(Attempt(batch, item, authority, desk), item, batch, account));
        var posted = PaymentPosting.Post(work, desk, heard);
        if (heard.Find(h => !posted.Contains(h)) is { } waiting)
        {
            return PaymentRefusals.NotBooked(waiting.Attempt.UnpostedWhy ?? "");
        }

        work.AddRange(heard.Select(h => h.Attempt));
        foreach (var item in rows)
        {
            (item.State, item.Attempts) = (PaymentState.Settled.Word(), 1);
        }

        (batch.CheckedBy, batch.ApprovedBy, batch.Sendings) = (authority.Name, authority.Name, 1);
        batch.Confirmed = JsonSerializer.Serialize(Array.Empty<string>());
        batch.Sum(rows);
        batch.Touch(desk);
        work.Step(desk, batch.Id, StepWords.Approved, authority.Name, state: PaymentState.Approved);
        work.Step(desk, batch.Id, StepWords.Posted, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} × {Money.FenText(batch.TotalFen)}"), state: PaymentState.Settled);
        PaymentsTold.Heard(work, desk, heard);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(
            work,
            new("BatchPaidInBook", "paybatch", RowValues.Of(batch.Id), new JsonObject { ["authority"] = authority.Name, ["code"] = batch.Code, ["entries"] = new JsonArray([.. heard.Select(h => (JsonNode)RowValues.Of(h.Attempt.EntryId)!)]), ["total"] = Money.FenText(batch.TotalFen) }),
            desk.Clock);
        return batch;
    }

    private static PayAttempt Attempt(PayBatch batch, PayItem item, BookAuthority authority, PaymentDesk desk)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{batch.Code}-{item.N:0000}-1-{$"{batch.Id:N}"[24..]}");
        return new()
        {
            Id = desk.NewId(),
            ItemId = item.Id,
            N = 1,
            EndToEndId = id,
            MessageId = id,
            PayeeName = item.PayeeName,
            PayeeAccount = item.Account,
            State = PaymentState.Settled.Word(),
            Live = 1,
            Absent = 0,
            ValueDate = desk.Today,
            SentAt = Instant.Now(desk.Clock),
            SentBy = authority.Name,
            Booked = desk.Today,
            BankReference = "",
            Unposted = 0,
        };
    }
}
