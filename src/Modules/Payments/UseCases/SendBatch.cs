using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Batch">The batch as it stands now.</param>
/// <param name="Files">What is to be handed to the bank or operator.</param>
public sealed record SentBatch(BatchView Batch, IReadOnlyList<FileView> Files);

/// <summary>
/// 发送: writes the instruction of every approved item and keeps it. Each item gets an attempt with an end-to-end id of its own; from
/// now on it may be paid, and is not sent again before the bank has said that it is not.
/// </summary>
internal static class SendBatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/batches/{id:guid}/send", Answer)
        .WithName("sendBatch").WithSummary("Write the instruction of what is approved").Produces<SentBatch>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("payments.batch.send");

    /// <summary>An instruction written, not yet kept.</summary>
    internal sealed record Instruction(int Version, PaymentOrder Order, IReadOnlyDictionary<Guid, PaymentOrderItem> ByItem, IReadOnlyList<ChannelFile> Files);

    /// <summary>Writes the files, before the commit queue.</summary>
    public static async Task<Result<Instruction>> Write(ZhirongContext read, Guid id, PaymentDesk desk)
    {
        if (await read.Set<PayBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) is not { } batch)
        {
            return WebRefusals.NotFound("batches", $"{id}");
        }

        List<PayItem> items = [.. (await read.ItemsOf(id)).Where(i => i.State == PaymentState.Approved.Word())];
        if (items.Count == 0)
        {
            return PaymentRefusals.State(batch.State, "approved", new("只能发送已审批的付款", "Only what is approved can be sent"));
        }

        if (await MakeBatch.Payer(read, batch.AccountId) is not { } account)
        {
            return PaymentRefusals.Account("accountId", $"{batch.AccountId}");
        }

        var value = batch.Sendings == 0 ? batch.ValueDate : items.Any(i => i.Kind == ItemForm.Bank) ? desk.Calendar.Roll(desk.Today, RollRule.Following).Date : desk.Today;
        if (value < desk.Today)
        {
            return PaymentRefusals.ValuePast(value, desk.Today);
        }

        if (desk.Channel(batch.Channel) is not { } channel)
        {
            return PaymentRefusals.Channel(batch.Channel, [.. desk.Channels.Select(c => c.Code)]);
        }

        var mark = $"{id:N}"[24..];
        var byItem = items.ToDictionary(i => i.Id, i => Item(i, string.Create(CultureInfo.InvariantCulture, $"{batch.Code}-{i.N:0000}-{i.Attempts + 1}-{mark}")));
        var order = new PaymentOrder
        {
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{batch.Code}-S{batch.Sendings + 1}-{mark}"),
            CreatedAt = desk.Clock.GetUtcNow(),
            RequestedDate = value,
            DebtorName = account.Name,
            DebtorAccount = account.Number,
            DebtorAgentName = account.AgentName ?? account.OperatingBank,
            DebtorAgentCnaps = account.AgentCnaps ?? "",
            Purpose = batch.Purpose,
            Items = [.. items.Select(i => byItem[i.Id])],
        };
        var files = channel.Write(order);
        return files.Ok ? new Instruction(batch.Version, order, byItem, files.Value) : Result<Instruction>.Refused(files.Refusals);
    }

    /// <summary>Keeps the instruction; from here on its items count as sent.</summary>
    public static async Task<Result<(PayBatch Batch, IReadOnlyList<PayFile> Files)>> Keep(ZhirongContext work, Guid id, Instruction instruction, PaymentDesk desk)
    {
        if (await work.Locked(id) is not { } batch)
        {
            return WebRefusals.NotFound("batches", $"{id}");
        }

        if (batch.Version != instruction.Version)
        {
            return PaymentRefusals.Stale(instruction.Version, batch.Version);
        }

        var all = await work.ItemsOf(id);
        List<PayItem> items = [.. all.Where(i => instruction.ByItem.ContainsKey(i.Id))];
        if (await StillAlive(work, items) is { } alive)
        {
            return PaymentRefusals.AlreadySent(alive.N, alive.State);
        }

        var files = Files(work, id, instruction, desk);
        foreach (var item in items)
        {
            Attempt(work, item, instruction, desk);
            work.Step(desk, id, StepWords.Sent, instruction.ByItem[item.Id].EndToEndId, item.Id, PaymentState.Sent, files[0].Id);
        }

        batch.Sendings++;
        batch.Sum(all);
        batch.Touch(desk);
        work.Step(desk, id, StepWords.Sent, $"{instruction.Order.MessageId} {string.Join(", ", files.Select(f => f.Name))}", state: PaymentState.Sent, file: files[0].Id);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(
            work,
            new("BatchSent", "paybatch", RowValues.Of(id), new JsonObject { ["channel"] = batch.Channel, ["code"] = batch.Code, ["files"] = new JsonArray([.. files.Select(f => (JsonNode)$"{f.Name} {f.Sha256}")]), ["items"] = items.Count, ["message"] = instruction.Order.MessageId, ["total"] = $"{instruction.Order.Total}" }),
            desk.Clock);
        return (batch, files);
    }

    /// <summary>An item of which an earlier attempt may be paid after all.</summary>
    private static async Task<PayItem?> StillAlive(ZhirongContext work, List<PayItem> items)
    {
        var ids = items.Where(i => i.Attempts > 0).Select(i => i.Id).ToList();
        var earlier = ids.Count == 0 ? [] : await work.Set<PayAttempt>().AsNoTracking().Where(a => ids.Contains(a.ItemId)).ToListAsync();
        var alive = earlier.Where(a => a.Live == 1 || !PaymentStates.FinallyNotPaid(PaymentWords.State(a.State), a.Absent == 1)).Select(a => a.ItemId).ToHashSet();
        return items.FirstOrDefault(i => alive.Contains(i.Id) || i.Differing == 1);
    }

    private static void Attempt(ZhirongContext work, PayItem item, Instruction instruction, PaymentDesk desk)
    {
        var told = instruction.ByItem[item.Id];
        item.Attempts++;
        (item.State, item.RetriedBy, item.RetriedUser) = (PaymentState.Sent.Word(), null, null);
        work.Add(new PayAttempt
        {
            Id = desk.NewId(),
            ItemId = item.Id,
            N = item.Attempts,
            EndToEndId = told.EndToEndId,
            MessageId = instruction.Order.MessageId,
            PayeeName = told.PayeeName,
            PayeeAccount = told.PayeeAccount,
            State = PaymentState.Sent.Word(),
            Live = 1,
            Absent = 0,
            ValueDate = instruction.Order.RequestedDate,
            SentAt = Instant.Now(desk.Clock),
            SentBy = work.Viewer.Person,
            Unposted = 0,
        });
    }

    private static List<PayFile> Files(ZhirongContext work, Guid batch, Instruction instruction, PaymentDesk desk)
    {
        List<PayFile> files = [.. instruction.Files.Select(f => new PayFile
        {
            Id = desk.NewId(),
            OwnerId = work.Viewer.Organisation,
            Kind = FileKinds.Instruction,
            Name = f.Name,
            MediaType = f.MediaType,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(f.Bytes.Span)),
            Size = f.Bytes.Length,
            Content = f.Bytes.ToArray(),
            BatchId = batch,
            At = Instant.Now(desk.Clock),
            By = work.Viewer.Person,
        })];
        work.AddRange(files);
        return files;
    }

    private static PaymentOrderItem Item(PayItem item, string endToEndId) => new()
    {
        EndToEndId = endToEndId,
        PayeeName = item.PayeeName,
        AccountKind = ItemForm.Kind(item.Kind),
        PayeeAccount = item.Account,
        AgentName = item.AgentName,
        AgentCnaps = item.AgentCnaps,
        OperatingBank = item.OperatingBank,
        Amount = Money.OfFen(item.Fen),
        PurposeCode = item.PurposeCode,
        Remittance = item.Remittance,
        LoanNo = item.LoanNo,
    };

    private static async Task<IResult> Answer(Guid id, BodyOf<BatchStepRequest> body, HttpContext context, PaymentDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (viewer, language, given) = (RequestViewer.Of(context), RequestLanguage.Of(context), body.Value.Value.BaseVersion);
        Result<Instruction> instruction;
        await using (var read = desk.Store.Read(viewer))
        {
            instruction = await Write(read, id, desk);
        }

        // A repetition of a request already done is answered with what was kept, though there is nothing left to send.
        var written = await desk.Store.Commits.Once<SentBatch>(viewer, body.Key, desk.Clock, async work =>
        {
            var kept = !instruction.Ok ? Result<(PayBatch Batch, IReadOnlyList<PayFile> Files)>.Refused(instruction.Refusals)
                : instruction.Value.Version != given ? PaymentRefusals.Stale(given, instruction.Value.Version)
                : await Keep(work, id, instruction.Value, desk);
            return kept.Ok ? new SentBatch(await BatchViews.One(work, kept.Value.Batch, language), [.. kept.Value.Files.Select(FileView.Of)]) : Result<SentBatch>.Refused(kept.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PaymentRefusals.StaleCode);
    }
}
