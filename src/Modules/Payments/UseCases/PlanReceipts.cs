using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Accounts;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Due">The day the money is expected on the account.</param>
/// <param name="Amount">Yuan, above zero.</param>
/// <param name="Purpose">1 to 60 characters.</param>
/// <param name="LoanNo">借据号.</param>
/// <param name="CounterAccount">The other side in the books; null: the account's.</param>
public sealed record NewReceipt(DateOnly Due, string PayerName, string Amount, string Purpose, string? PayerAccount = null, string? LoanNo = null, string? CounterAccount = null);

/// <param name="Receipts">1 to 5000; all or none.</param>
public sealed record PlanReceiptsRequest(Guid AccountId, IReadOnlyList<NewReceipt> Receipts);

/// <summary>Money expected on an account.</summary>
/// <param name="State">expected, received or cancelled.</param>
/// <param name="Unposted">Why the book will not take it.</param>
public sealed record ReceiptView(Guid Id, Guid AccountId, string Due, string PayerName, string? PayerAccount, string Amount, string Purpose, string? LoanNo, string? CounterAccount, string State, string? ReceivedOn, Guid? EntryId, string? Unposted, int Version, string By)
{
    internal static ReceiptView Of(PayReceipt r) => new(r.Id, r.AccountId, RowValues.Of(r.Due), r.PayerName, r.PayerAccount, Money.FenText(r.Fen), r.Purpose, r.LoanNo, r.CounterAccount, r.State, RowValues.Of(r.ReceivedOn), r.EntryId, r.Unposted == 1 ? r.UnpostedWhy : null, r.Version, r.By);
}

public sealed record ReceiptsPlanned(IReadOnlyList<ReceiptView> Receipts, string Total);

/// <summary>应收款项: what is expected to come in; a statement's line makes it received, nothing else.</summary>
internal static class PlanReceipts
{
    private const int Most = 5000;

    private static readonly string[] States = ["expected", "received", "cancelled"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/payments/receipts", Answer).WithName("planReceipts").WithSummary("Enter money expected on an account").Produces<ReceiptsPlanned>(201).ProducesProblem(422).Act("payments.receipt.plan");
        api.MapPost("/payments/receipts/{id:guid}/cancel", CancelAnswer).WithName("cancelReceipt").WithSummary("Expect a receipt no longer").Produces<ReceiptView>().ProducesProblem(404).ProducesProblem(422).Act("payments.receipt.plan");
        api.MapPost("/payments/receipts/{id:guid}/post", PostAnswer).WithName("postReceipt").WithSummary("Post a receipt the book would not take before").Produces<ReceiptView>().ProducesProblem(404).ProducesProblem(422).Act("payments.batch.post");
        api.MapGet("/payments/receipts", List).WithName("listReceipts").WithSummary("Expected and received money by day").Produces<PageOf<ReceiptView>>().ProducesProblem(422).Reads("payments");
    }

    public static async Task<Result<ReceiptsPlanned>> Plan(ZhirongContext work, PlanReceiptsRequest request, PaymentDesk desk)
    {
        if (await MakeBatch.Payer(work, request.AccountId) is not { } account)
        {
            return PaymentRefusals.Account("accountId", $"{request.AccountId}");
        }

        if (request.Receipts.Count is 0 or > Most)
        {
            return PaymentRefusals.ItemCount(request.Receipts.Count, Most);
        }

        var (rows, faults) = (new List<PayReceipt>(), new List<Refusal>());
        foreach (var (n, receipt) in request.Receipts.Index())
        {
            var amount = ItemForm.Amount($"receipts.{n}.amount", receipt.Amount);
            List<Refusal> own =
            [
                .. amount.Refusals,
                .. new[]
                {
                    ItemForm.TextFault($"receipts.{n}.payerName", receipt.PayerName, PaymentOrder.LongestName), ItemForm.TextFault($"receipts.{n}.purpose", receipt.Purpose, 60), ItemForm.TextFault($"receipts.{n}.payerAccount", receipt.PayerAccount, 34, required: false), ItemForm.TextFault($"receipts.{n}.loanNo", receipt.LoanNo, 35, required: false), ItemForm.TextFault($"receipts.{n}.counterAccount", receipt.CounterAccount, 64, required: false),
                }.OfType<Refusal>(),
            ];
            if (account.BookId is not null && ItemForm.Blank(receipt.CounterAccount) is null && account.CounterAccount is null)
            {
                own.Add(PaymentRefusals.Counter($"receipts.{n}.counterAccount"));
            }

            faults.AddRange(own);
            if (own.Count == 0)
            {
                rows.Add(Row(work, desk, account, receipt, amount.Value));
            }
        }

        if (faults.Count > 0)
        {
            return Result<ReceiptsPlanned>.Refused(faults);
        }

        work.AddRange(rows);
        await work.SaveChangesAsync();
        var total = rows.Sum(r => r.Fen);
        EvidenceLeaves.Record(work, new("ReceiptsPlanned", "payaccount", RowValues.Of(account.Id), new JsonObject { ["count"] = rows.Count, ["receipts"] = new JsonArray([.. rows.Select(r => (JsonNode)$"{r.Due:yyyy-MM-dd} {r.PayerName} {Money.FenText(r.Fen)}")]), ["total"] = Money.FenText(total) }), desk.Clock);
        return new ReceiptsPlanned([.. rows.Select(ReceiptView.Of)], Money.FenText(total));
    }

    public static async Task<Result<ReceiptView>> Cancel(ZhirongContext work, Guid id, PaymentDesk desk)
    {
        if (await One(work, id) is not { } receipt)
        {
            return WebRefusals.NotFound("receipts", $"{id}");
        }

        if (receipt.State != "expected")
        {
            return PaymentRefusals.State(receipt.State, "expected", new("已到账或已取消的应收不能取消", "Only what is still expected can be cancelled"));
        }

        receipt.State = "cancelled";
        receipt.Version++;
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("ReceiptCancelled", "payreceipt", RowValues.Of(id), new JsonObject { ["amount"] = Money.FenText(receipt.Fen), ["payer"] = receipt.PayerName }), desk.Clock);
        return ReceiptView.Of(receipt);
    }

    private static async Task<Result<ReceiptView>> Post(ZhirongContext work, Guid id, PaymentDesk desk)
    {
        if (await One(work, id) is not { } receipt)
        {
            return WebRefusals.NotFound("receipts", $"{id}");
        }

        if (receipt.Unposted == 0)
        {
            return PaymentRefusals.State(receipt.State, "unposted", new("没有待补记的款项", "Nothing waits to be posted"));
        }

        ReceiptPosting.Post(work, desk, receipt, await work.Set<PayAccount>().AsNoTracking().SingleAsync(a => a.Id == receipt.AccountId));
        receipt.Version++;
        await work.SaveChangesAsync();
        return ReceiptView.Of(receipt);
    }

    private static async Task<PayReceipt?> One(ZhirongContext work, Guid id)
    {
        if (await work.Set<PayReceipt>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id) is not { } seen)
        {
            return null;
        }

        work.LockAccounts([seen.AccountId]);
        return await work.Set<PayReceipt>().SingleAsync(r => r.Id == id);
    }

    private static PayReceipt Row(ZhirongContext work, PaymentDesk desk, PayAccount account, NewReceipt receipt, Money amount) => new()
    {
        Id = desk.NewId(),
        OwnerId = account.OwnerId,
        Version = 1,
        AccountId = account.Id,
        Due = receipt.Due,
        PayerName = receipt.PayerName.Trim(),
        PayerAccount = ItemForm.Blank(receipt.PayerAccount),
        Fen = amount.Fen,
        LoanNo = ItemForm.Blank(receipt.LoanNo),
        Purpose = receipt.Purpose.Trim(),
        CounterAccount = ItemForm.Blank(receipt.CounterAccount),
        State = "expected",
        Unposted = 0,
        At = Instant.Now(desk.Clock),
        By = work.Viewer.Person,
    };

    private static async Task<IResult> Answer(BodyOf<PlanReceiptsRequest> body, HttpContext context, PaymentDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Plan(work, body.Value.Value, desk));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<IResult> CancelAnswer(Guid id, BodyOf<EmptyRequest> body, HttpContext context, PaymentDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Cancel(work, id, desk));
        return Answers.Written(context, written, body.Key);
    }

    private static async Task<IResult> PostAnswer(Guid id, BodyOf<EmptyRequest> body, HttpContext context, PaymentDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Post(work, id, desk));
        return Answers.Written(context, written, body.Key);
    }

    private static async Task<IResult> List(HttpContext context, PaymentDesk desk, Guid? accountId, string? state, string? query, int? page, int? pageSize)
    {
        if (state is { Length: > 0 } && !States.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, States));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, words) = (PageRequest.Of(page, pageSize), query?.Trim() ?? "");
        var found = read.Set<PayReceipt>().Where(r => (accountId == null || r.AccountId == accountId) && (state == null || state == "" || r.State == state) && (words == "" || r.PayerName.Contains(words) || r.Purpose.Contains(words) || (r.LoanNo != null && r.LoanNo.Contains(words))));
        var receipts = await found.OrderBy(r => r.Due).ThenBy(r => r.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        return Results.Json(new PageOf<ReceiptView>([.. receipts.Select(ReceiptView.Of)], await found.CountAsync(), wanted.Page, wanted.PageSize), WebJson.Options);
    }
}
