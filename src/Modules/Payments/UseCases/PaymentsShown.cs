using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>What those who approve a payout see: from which account, to whom, how much, for what; and what would be refused anyway is not put up.</summary>
internal sealed class BatchShown : IChangeShown
{
    /// <summary>Payees shown one by one; the batch's page has all.</summary>
    private const int MostPayees = 50;

    public bool Shows(string act) => act == "payments.batch.approve";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        if (!Guid.TryParse(request.Values.GetValueOrDefault("id"), out var id) || read.Set<PayBatch>().AsNoTracking().SingleOrDefault(b => b.Id == id) is not { } batch)
        {
            return WebRefusals.NotFound("batches", request.Values.GetValueOrDefault("id") ?? "");
        }

        var waiting = read.Set<PayItem>().AsNoTracking().Where(i => i.BatchId == id).OrderBy(i => i.N).ToList().FindAll(i => i.State == PaymentState.Checked.Word());
        if (waiting.Count == 0)
        {
            return PaymentRefusals.State(batch.State, "checked", new("只能审批已复核的批次", "Only a checked batch can be approved"));
        }

        if (request.Body?["baseVersion"]?.GetValue<int>() is { } seen && seen != batch.Version)
        {
            return PaymentRefusals.Stale(seen, batch.Version);
        }

        if (read.Viewer.Is(batch.MadeUser, batch.MadeBy))
        {
            return PaymentRefusals.Maker(read.Viewer.Person);
        }

        var account = read.Set<PayAccount>().AsNoTracking().Single(a => a.Id == batch.AccountId);
        var total = Money.OfFen(waiting.Sum(i => i.Fen));
        return new ShownChange
        {
            Title = new($"付款 {batch.Code} {batch.Title}：{waiting.Count} 笔", $"Payout {batch.Code} {batch.Title}: payments {waiting.Count}"),
            Amount = total,
            SubjectKind = "paybatch",
            SubjectId = $"{id}",
            Product = batch.Purpose,
            Fields =
            [
                New("account", new("付款账户", "From account"), $"{account.Name} {account.Number}"),
                New("channel", new("渠道", "Channel"), batch.Channel),
                New("valueDate", new("付款日", "Value date"), batch.ValueDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                New("total", new("合计（元）", "Total, yuan"), $"{total}"),
                New("maker", new("制单人", "Made by"), batch.MadeBy),
                New("checker", new("复核人", "Checked by"), batch.CheckedBy ?? "—"),
                .. waiting.Take(MostPayees).Select(Payee),
                .. waiting.Count > MostPayees ? [New("more", new("其余笔数", "Further payments"), $"{waiting.Count - MostPayees}")] : Array.Empty<FieldChange>(),
            ],
        };
    }

    internal static FieldChange New(string name, Words label, string after) => new(name, label, null, after);

    private static FieldChange Payee(PayItem item) => New(
        $"item.{item.N}", new($"第 {item.N} 笔", $"Payment {item.N}"), $"{item.PayeeName} {item.Account} {item.OperatingBank ?? item.AgentName} {Money.OfFen(item.Fen)} {item.Purpose}");
}

/// <summary>What those who approve another attempt see: why the former is certainly not paid, and what changes about the payee.</summary>
internal sealed class RetryShown : IChangeShown
{
    public bool Shows(string act) => act == "payments.item.retry";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        if (!Guid.TryParse(request.Values.GetValueOrDefault("id"), out var id) || read.Set<PayItem>().AsNoTracking().SingleOrDefault(i => i.Id == id) is not { } item
            || read.Set<PayBatch>().AsNoTracking().SingleOrDefault(b => b.Id == item.BatchId) is not { } batch)
        {
            return WebRefusals.NotFound("items", request.Values.GetValueOrDefault("id") ?? "");
        }

        var attempt = read.Set<PayAttempt>().AsNoTracking().SingleOrDefault(a => a.ItemId == id && a.N == item.Attempts);
        if (RetryItem.Refused(item, attempt) is { } refusal)
        {
            return refusal;
        }

        var state = PaymentWords.State(attempt!.State).Title();
        return new ShownChange
        {
            Title = new($"重付 {batch.Code} 第 {item.N} 笔：{item.PayeeName}", $"Pay again {batch.Code} payment {item.N}: {item.PayeeName}"),
            Amount = Money.OfFen(item.Fen),
            SubjectKind = "payitem",
            SubjectId = $"{id}",
            Product = batch.Purpose,
            Fields =
            [
                BatchShown.New("amount", new("金额（元）", "Amount, yuan"), $"{Money.OfFen(item.Fen)}"),
                BatchShown.New("former", new("上次付款", "Former attempt"), $"{attempt.EndToEndId} {state.Zh} / {state.En}"),
                BatchShown.New("reason", new("重付理由", "Reason"), Text(request, "reason") ?? ""),
                .. Changed("payeeName", new("收款人", "Payee"), item.PayeeName),
                .. Changed("account", new("账号", "Account"), item.Account),
                .. Changed("agentName", new("开户行", "Bank"), item.AgentName),
                .. Changed("agentCnaps", new("行号", "Bank number"), item.AgentCnaps),
                .. Changed("operatingBank", new("运营机构", "Operating bank"), item.OperatingBank),
            ],
        };

        IEnumerable<FieldChange> Changed(string name, Words label, string? before) =>
            Text(request, name) is { } after && after != before ? [new(name, label, before, after)] : [];
    }

    private static string? Text(ActRequest request, string name) => ItemForm.Blank(request.Body?[name]?.GetValue<string>());
}
