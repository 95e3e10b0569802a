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

/// <summary>The payee as he is to be named now; the amount and the purpose stay.</summary>
/// <param name="Reason">1 to 200 characters.</param>
/// <param name="PayeeName">Null: as before; so with the following.</param>
public sealed record RetryItemRequest(string Reason, string? PayeeName = null, string? Account = null, string? AgentName = null, string? AgentCnaps = null, string? OperatingBank = null);

/// <summary>
/// 重付: asks for another attempt of a payment that is certainly not made: rejected, returned, or unknown to the bank when it was asked.
/// It waits for approval by somebody else, and is sent with the batch's next instruction under an end-to-end id of its own.
/// </summary>
internal static class RetryItem
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/items/{id:guid}/retry", Answer)
        .WithName("retryItem").WithSummary("Ask for another attempt of a payment that is certainly not made").Produces<ItemDetail>().ProducesProblem(404).ProducesProblem(422).Act("payments.item.retry");

    public static async Task<Result<PayItem>> Retry(ZhirongContext work, Guid id, RetryItemRequest request, PaymentDesk desk)
    {
        var item = await QueryItem.Item(work, id);
        if (item is null)
        {
            return WebRefusals.NotFound("items", $"{id}");
        }

        var attempt = await QueryItem.Last(work, id);
        if (Refused(item, attempt) is { } refusal)
        {
            return refusal;
        }

        var earlier = await work.Set<PayAttempt>().Where(a => a.ItemId == id && a.N < item.Attempts).ToListAsync();
        if (earlier.Find(a => !PaymentStates.FinallyNotPaid(PaymentWords.State(a.State), a.Absent == 1)) is { } alive)
        {
            return PaymentRefusals.Retry(alive.State, new("更早的一次付款已付或结果未知，不得重付", "An earlier attempt is paid or unknown; it is not paid again"));
        }

        if (await Payee(work, item, request) is { Count: > 0 } faults)
        {
            return Result<PayItem>.Refused(faults);
        }

        // It may be paid twice only over this: nothing of the item is alive while another attempt waits.
        attempt!.Live = 0;
        (item.State, item.RetriedBy, item.RetriedUser) = (PaymentState.Checked.Word(), work.Viewer.Person, work.Viewer.User);
        if (await SourceUses.Reserve(work, [item]) is { } source)
        {
            var left = await work.Set<PaySource>().Where(s => s.Id == source).Select(s => s.Fen - s.UsedFen).SingleAsync();
            return ClosedLoopRefusals.TooSmall("sources", Money.OfFen(item.Fen), Money.OfFen(left));
        }

        work.Step(desk, item.BatchId, StepWords.Retried, request.Reason.Trim(), item.Id, PaymentState.Checked);
        await work.SaveChangesAsync();
        var batch = await work.Set<PayBatch>().SingleAsync(b => b.Id == item.BatchId);
        batch.Sum(await work.ItemsOf(batch.Id));
        batch.Touch(desk);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("PaymentRetried", "payitem", RowValues.Of(id), new JsonObject { ["account"] = item.Account, ["after"] = attempt.EndToEndId, ["afterState"] = attempt.State, ["payee"] = item.PayeeName, ["reason"] = request.Reason.Trim() }), desk.Clock);
        return item;
    }

    /// <summary>Why there is no further attempt now; null when there may be.</summary>
    internal static Refusal? Refused(PayItem item, PayAttempt? attempt)
    {
        if (attempt is null)
        {
            return PaymentRefusals.Retry(item.State, new("该笔尚未发出", "It was never sent"));
        }

        if (item.Differing == 1)
        {
            return PaymentRefusals.RetryDiffers(attempt.State);
        }

        if (item.State != attempt.State)
        {
            return PaymentRefusals.Retry(item.State, new("已有人申请重付", "Somebody has asked for another attempt already"));
        }

        return PaymentStates.FinallyNotPaid(PaymentWords.State(attempt.State), attempt.Absent == 1) ? null : PaymentRefusals.Retry(attempt.State, attempt.State switch
        {
            "settled" => new("该笔已付，不得重付", "It is paid; it is not paid again"),
            "unknown" => new("该笔结果未知，须先查询银行并得到“查无此笔”或拒绝的答复", "What became of it is unknown; the bank must first be asked and say that it is not paid"),
            _ => new("银行尚未给出最终结果，不得重付", "The bank has not given a final answer; it is not paid again"),
        });
    }

    /// <summary>Names the payee anew where asked; what is wrong with that.</summary>
    private static async Task<IReadOnlyList<Refusal>> Payee(ZhirongContext work, PayItem item, RetryItemRequest request)
    {
        var (name, account) = (ItemForm.Blank(request.PayeeName) ?? item.PayeeName, ItemForm.Blank(request.Account) ?? item.Account);
        var (agent, cnaps, wallet) = (ItemForm.Blank(request.AgentName) ?? item.AgentName, ItemForm.Blank(request.AgentCnaps) ?? item.AgentCnaps, ItemForm.Blank(request.OperatingBank) ?? item.OperatingBank);
        List<Refusal> faults = [.. new[] { ItemForm.TextFault("reason", request.Reason, 200), ItemForm.TextFault("payeeName", name, PaymentOrder.LongestName), ItemForm.TextFault("agentName", agent, PaymentOrder.LongestName, required: false) }.OfType<Refusal>(), .. ItemForm.AccountFaults("", item.Kind, account, cnaps, wallet)];
        if (await work.Set<PayAccount>().AsNoTracking().Where(a => a.Active == 1 && a.Number == account).Select(a => a.Name).FirstOrDefaultAsync() is { } known && !Names.Same(known, name))
        {
            faults.Add(PaymentRefusals.PayeeName("payeeName", name, known));
        }

        if (faults.Count == 0)
        {
            (item.PayeeName, item.Account, item.AgentName, item.AgentCnaps, item.OperatingBank) = (name, account, agent, cnaps, wallet);
            item.Print = ItemPrint.Of(name, account, item.Fen, item.Purpose);
        }

        return faults;
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<RetryItemRequest> body, HttpContext context, PaymentDesk desk) => body.Value.Ok
        ? await ItemAnswers.Write(context, desk, body.Key, work => Retry(work, id, body.Value.Value, desk))
        : Problems.Of(context, body.Value.Refusals);
}
