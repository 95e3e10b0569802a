using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>A warning to be taken upon oneself.</summary>
/// <param name="Path">As the finding names it; <c>*</c> for all of the code where that is allowed (a payee not in the directory, a year without holidays, an account without a book).</param>
/// <param name="Found">As the finding found it; not needed with <c>*</c>.</param>
/// <param name="Reason">1 to 200 characters.</param>
public sealed record ConfirmWarning(string Code, string Path, string Reason, string? Found = null);

/// <param name="BaseVersion">The version that was looked at.</param>
public sealed record CheckBatchRequest(int BaseVersion, IReadOnlyList<ConfirmWarning>? Confirm = null);

/// <summary>What a check says of a batch now.</summary>
/// <param name="Findings">Errors, and warnings nobody has confirmed.</param>
public sealed record BatchFindings(IReadOnlyList<Finding> Findings, IReadOnlyList<ConfirmedWarning> Confirmed);

/// <summary>复核: names, doubles, value date, channel, sources. Errors refuse it, every warning must be confirmed with a reason.</summary>
internal static class CheckBatch
{
    private static readonly string[] Together = ["PAY-0211", "PAY-0216", "PAY-0217"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/payments/batches/{id:guid}/check", Answer)
            .WithName("checkBatch").WithSummary("Check a batch; warnings must be confirmed with a reason").Produces<BatchView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("payments.batch.check");
        api.MapGet("/payments/batches/{id:guid}/findings", Findings)
            .WithName("batchFindings").WithSummary("What a check says of the batch now").Produces<BatchFindings>().ProducesProblem(404).Reads("payments");
    }

    public static async Task<Result<PayBatch>> Check(ZhirongContext work, Guid id, CheckBatchRequest request, PaymentDesk desk)
    {
        if (await work.Locked(id) is not { } batch)
        {
            return WebRefusals.NotFound("batches", $"{id}");
        }

        if (batch.State != PaymentState.Draft.Word())
        {
            return PaymentRefusals.State(batch.State, "draft", new("只能复核草稿", "Only a draft can be checked"));
        }

        if (batch.Version != request.BaseVersion)
        {
            return PaymentRefusals.Stale(request.BaseVersion, batch.Version);
        }

        var items = await work.ItemsOf(id);
        var findings = await FindingsFacts.Of(work, batch, items, desk);
        var confirmed = Confirm(findings, request.Confirm ?? [], work.Viewer, desk);
        if (!confirmed.Ok)
        {
            return Result<PayBatch>.Refused(confirmed.Refusals);
        }

        if (await SourceUses.Reserve(work, items) is { } source)
        {
            var left = await work.Set<PaySource>().Where(s => s.Id == source).Select(s => s.Fen - s.UsedFen).SingleAsync();
            return ClosedLoopRefusals.TooSmall("items", Money.OfFen(batch.TotalFen), Money.OfFen(left));
        }

        items.ForEach(i => i.State = PaymentState.Checked.Word());
        batch.State = PaymentState.Checked.Word();
        batch.CheckedBy = work.Viewer.Person;
        batch.Confirmed = JsonSerializer.Serialize(confirmed.Value, WebJson.Options);
        batch.Touch(desk);
        foreach (var warning in confirmed.Value)
        {
            work.Step(desk, id, StepWords.Confirmed, $"{warning.Code} {warning.Path} {warning.Found}: {warning.Reason}");
        }

        work.Step(desk, id, StepWords.Checked, $"{items.Count} × {Money.FenText(batch.TotalFen)}", state: PaymentState.Checked);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(
            work,
            new("BatchChecked", "paybatch", RowValues.Of(id), new JsonObject { ["code"] = batch.Code, ["confirmed"] = new JsonArray([.. confirmed.Value.Select(c => (JsonNode)$"{c.Code} {c.Path}: {c.Reason}")]), ["total"] = Money.FenText(batch.TotalFen), ["version"] = batch.Version }),
            desk.Clock);
        return batch;
    }

    /// <summary>The warnings confirmed; or the errors, or the warnings that are left.</summary>
    private static Result<IReadOnlyList<ConfirmedWarning>> Confirm(IReadOnlyList<Refusal> findings, IReadOnlyList<ConfirmWarning> confirm, Viewer viewer, PaymentDesk desk)
    {
        List<Refusal> errors = [.. findings.Where(f => f.Severity == Severity.Error), .. confirm.Select((c, n) => ItemForm.TextFault($"confirm.{n}.reason", c.Reason, 200)).OfType<Refusal>()];
        if (errors.Count > 0)
        {
            return Result<IReadOnlyList<ConfirmedWarning>>.Refused(errors);
        }

        var (taken, left) = (new List<ConfirmedWarning>(), new List<Refusal>());
        var now = Instant.Text(Instant.Now(desk.Clock));
        foreach (var finding in findings)
        {
            var own = confirm.FirstOrDefault(c => c.Code == finding.Code && (c.Path == "*" ? Together.Contains(c.Code) : c.Path == finding.Path && c.Found == finding.Found));
            if (own is null)
            {
                left.Add(finding);
            }
            else if (own.Path != "*" || !taken.Any(t => t.Code == own.Code && t.Path == "*"))
            {
                taken.Add(new(finding.Code, own.Path, own.Path == "*" ? $"{findings.Count(f => f.Code == own.Code)}" : finding.Found, own.Reason.Trim(), viewer.Person, now));
            }
        }

        return left.Count > 0 ? Result<IReadOnlyList<ConfirmedWarning>>.Refused([PaymentRefusals.Unconfirmed(left.Count), .. left]) : Result<IReadOnlyList<ConfirmedWarning>>.Of(taken);
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<CheckBatchRequest> body, HttpContext context, PaymentDesk desk) => body.Value.Ok
        ? await BatchAnswers.Write(context, desk, body.Key, work => Check(work, id, body.Value.Value, desk))
        : Problems.Of(context, body.Value.Refusals);

    private static async Task<IResult> Findings(Guid id, HttpContext context, PaymentDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<PayBatch>().SingleOrDefaultAsync(b => b.Id == id) is not { } batch)
        {
            return Unseen.Problem(context, "batches", id);
        }

        var findings = batch.State == PaymentState.Draft.Word() ? await FindingsFacts.Of(read, batch, await read.ItemsOf(id), desk) : [];
        return Results.Json(new BatchFindings(Finding.Of(findings, RequestLanguage.Of(context)), BatchViews.Confirmed(batch)), WebJson.Options);
    }
}

/// <summary>Gathers what a check looks at.</summary>
internal static class FindingsFacts
{
    /// <summary>How long ago a payment is still one that may be paid twice.</summary>
    private const int RecentDays = 60;

    public static async Task<IReadOnlyList<Refusal>> Of(ZhirongContext context, PayBatch batch, IReadOnlyList<PayItem> items, PaymentDesk desk)
    {
        var ids = items.Select(i => i.Id).ToList();
        var uses = (await context.Set<PayUse>().AsNoTracking().Where(u => ids.Contains(u.ItemId)).ToListAsync()).ToLookup(u => u.ItemId);
        return await Of(context, batch, [.. items.Select(i => BatchWriting.Draft(i, uses[i.Id]))], desk);
    }

    public static async Task<IReadOnlyList<Refusal>> Of(ZhirongContext context, PayBatch batch, IReadOnlyList<ItemDraft> drafts, PaymentDesk desk)
    {
        if (await MakeBatch.Payer(context, batch.AccountId) is not { } account)
        {
            return [PaymentRefusals.Account("accountId", $"{batch.AccountId}")];
        }

        var (numbers, names) = (drafts.Select(d => d.Account).Distinct().ToList(), drafts.SelectMany(d => d.Uses.Select(u => u.Source)).Distinct().ToList());
        var known = await context.Set<PayAccount>().AsNoTracking().Where(a => a.Active == 1 && numbers.Contains(a.Number)).Select(a => new { a.Number, a.Name }).ToListAsync();
        var sources = names.Count == 0 ? [] : await context.Sources().AsNoTracking().Where(s => s.AccountId == account.Id && names.Contains(s.Id)).ToListAsync();
        return BatchCheck.Findings(drafts, new()
        {
            ValueDate = batch.ValueDate,
            Today = desk.Today,
            Calendar = desk.Calendar,
            Channel = desk.Channel(batch.Channel),
            ChannelCode = batch.Channel,
            ChannelCodes = [.. desk.Channels.Select(c => c.Code)],
            AccountName = account.Name,
            HasBook = account.BookId is not null,
            CounterAccount = batch.CounterAccount ?? account.CounterAccount,
            Permitted = account.ClosedLoop == 1 ? PayAccountView.PurposesOf(account) : null,
            Sources = [.. sources.Select(s => new SourceLeft(s.Id, Money.OfFen(s.Fen - s.UsedFen)))],
            Directory = known.DistinctBy(k => Names.Plain(k.Number)).ToDictionary(k => Names.Plain(k.Number), k => k.Name),
            Before = await Before(context, batch, drafts, desk),
        });
    }

    private static async Task<IReadOnlyList<LikePayment>> Before(ZhirongContext context, PayBatch batch, IReadOnlyList<ItemDraft> drafts, PaymentDesk desk)
    {
        var prints = drafts.Select(d => ItemPrint.Of(d.PayeeName, d.Account, d.Amount.Fen, d.Purpose)).Distinct().ToList();
        var since = Instant.Of(desk.Clock.GetUtcNow().AddDays(-RecentDays));
        var like = await context.Items().AsNoTracking().Where(i => i.BatchId != batch.Id && prints.Contains(i.Print) && i.State != "cancelled" && i.State != "rejected" && i.State != "returned")
            .Join(context.Set<PayBatch>().Where(b => b.MadeAt >= since), i => i.BatchId, b => b.Id, (i, b) => new { i.Print, b.Code, i.N, i.State }).OrderBy(l => l.Code).ThenBy(l => l.N).ToListAsync();
        return [.. like.Select(l => new LikePayment(l.Print, l.Code, l.N, PaymentWords.State(l.State)))];
    }
}
