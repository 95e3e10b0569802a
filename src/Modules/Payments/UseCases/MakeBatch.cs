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

/// <param name="Title">1 to 200 characters.</param>
/// <param name="AccountId">The own account that pays.</param>
/// <param name="Channel">A code of the channels.</param>
/// <param name="ValueDate">When the money is to move; for bank accounts a day on which banks work.</param>
/// <param name="Purpose">Also of the items that name none.</param>
/// <param name="CounterAccount">The other side in the books of items that name none; null: the account's.</param>
/// <param name="ControlTotal">The total as its source states it; refused when the items sum to another.</param>
/// <param name="ControlCount">The number of items as its source states it.</param>
public sealed record MakeBatchRequest(
    string Title, Guid AccountId, string Channel, DateOnly ValueDate, string Purpose, IReadOnlyList<NewItem> Items, string? CounterAccount = null, string? ControlTotal = null, int? ControlCount = null);

/// <summary>制单: makes a batch, its form good; nothing is paid of it before it is checked, approved and sent.</summary>
internal static class MakeBatch
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/batches", Answer)
        .WithName("makeBatch").WithSummary("Make a payout batch").Produces<BatchView>(201).ProducesProblem(422).Act("payments.batch.make");

    /// <summary>What can be said of a request without the database.</summary>
    public static Result<IReadOnlyList<ItemDraft>> Read(MakeBatchRequest request, PaymentDesk desk)
    {
        List<Refusal> faults = [];
        faults.AddRange(new[] { ItemForm.TextFault("title", request.Title, 200), ItemForm.TextFault("purpose", request.Purpose, 60), ItemForm.TextFault("counterAccount", request.CounterAccount, 64, required: false) }.OfType<Refusal>());
        if (desk.Channel(request.Channel) is null)
        {
            faults.Add(PaymentRefusals.Channel(request.Channel, [.. desk.Channels.Select(c => c.Code)]));
        }

        var items = ItemForm.Read(request.Items, request.Purpose);
        faults.AddRange(items.Refusals);
        if (items.Ok)
        {
            var total = items.Value.Aggregate(Money.Zero, (sum, item) => sum + item.Amount);
            if (request.ControlTotal is { } stated && (ItemForm.Amount("controlTotal", stated) is not { Ok: true } read || read.Value != total))
            {
                faults.Add(PaymentRefusals.ControlTotal("controlTotal", stated, $"{total}"));
            }

            if (request.ControlCount is { } count && count != items.Value.Count)
            {
                faults.Add(PaymentRefusals.ControlTotal("controlCount", $"{count}", $"{items.Value.Count}"));
            }
        }

        return faults.Count > 0 ? Result<IReadOnlyList<ItemDraft>>.Refused(faults) : items;
    }

    public static async Task<Result<PayBatch>> Make(ZhirongContext work, MakeBatchRequest request, IReadOnlyList<ItemDraft> items, PaymentDesk desk)
    {
        if (await Payer(work, request.AccountId) is not { } account)
        {
            return PaymentRefusals.Account("accountId", $"{request.AccountId}");
        }

        if (await UnknownSources(work, account.Id, items) is { Count: > 0 } faults)
        {
            return Result<PayBatch>.Refused(faults);
        }

        var now = Instant.Now(desk.Clock);
        var batch = new PayBatch
        {
            Id = desk.NewId(),
            OwnerId = work.Viewer.Organisation,
            Version = 1,
            Code = await NextCode(work, desk),
            Title = request.Title.Trim(),
            AccountId = account.Id,
            Channel = request.Channel,
            Purpose = request.Purpose.Trim(),
            ValueDate = request.ValueDate,
            CounterAccount = ItemForm.Blank(request.CounterAccount),
            State = PaymentState.Draft.Word(),
            Items = items.Count,
            TotalFen = items.Sum(i => i.Amount.Fen),
            SettledFen = 0,
            Confirmed = "[]",
            MadeBy = work.Viewer.Person,
            MadeUser = work.Viewer.User,
            MadeAt = now,
            ChangedAt = now,
            Sendings = 0,
        };
        work.Add(batch);
        AddItems(work, desk, batch, items);
        work.Step(desk, batch.Id, StepWords.Made, $"{items.Count} × {Money.FenText(batch.TotalFen)}");
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("BatchMade", "paybatch", RowValues.Of(batch.Id), Content(batch, items)), desk.Clock);
        return batch;
    }

    /// <summary>An own account in use that the viewer may pay from.</summary>
    public static async Task<PayAccount?> Payer(ZhirongContext work, Guid id) =>
        await work.Set<PayAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Role == AddAccount.Own && a.Active == 1);

    /// <summary>Sources named that the account has not, or twice by one item.</summary>
    public static async Task<IReadOnlyList<Refusal>> UnknownSources(ZhirongContext work, Guid account, IReadOnlyList<ItemDraft> items)
    {
        var named = items.SelectMany(i => i.Uses.Select(u => u.Source)).Distinct().ToList();
        var known = named.Count == 0 ? [] : (await work.Sources().Where(s => named.Contains(s.Id) && s.AccountId == account).Select(s => s.Id).ToListAsync()).ToHashSet();
        var faults = new List<Refusal>();
        foreach (var (n, item) in items.Index())
        {
            var seen = new HashSet<Guid>();
            foreach (var (u, use) in item.Uses.Index())
            {
                if (!known.Contains(use.Source))
                {
                    faults.Add(ClosedLoopRefusals.UnknownSource($"items.{n}.sources.{u}.id", $"{use.Source}"));
                }
                else if (!seen.Add(use.Source))
                {
                    faults.Add(ClosedLoopRefusals.SourceTwice($"items.{n}.sources.{u}.id", $"{use.Source}"));
                }
            }
        }

        return faults;
    }

    public static void AddItems(ZhirongContext work, PaymentDesk desk, PayBatch batch, IReadOnlyList<ItemDraft> items)
    {
        foreach (var (n, draft) in items.Index())
        {
            var row = BatchWriting.Row(desk, batch.Id, n + 1, draft);
            work.Add(row);
            foreach (var use in draft.Uses)
            {
                work.Add(new PayUse { ItemId = row.Id, SourceId = use.Source, Fen = use.Amount.Fen, State = UseStates.Planned });
            }
        }
    }

    public static JsonObject Content(PayBatch batch, IReadOnlyList<ItemDraft> items) => new()
    {
        ["account"] = RowValues.Of(batch.AccountId),
        ["channel"] = batch.Channel,
        ["code"] = batch.Code,
        ["items"] = new JsonArray([.. items.Select(i => new JsonObject
        {
            ["account"] = i.Account,
            ["amount"] = $"{i.Amount}",
            ["kind"] = i.Kind,
            ["payee"] = i.PayeeName,
            ["purpose"] = i.Purpose,
        })]),
        ["total"] = Money.FenText(batch.TotalFen),
        ["valueDate"] = RowValues.Of(batch.ValueDate),
    };

    /// <summary>P, the day in China, a number.</summary>
    private static async Task<string> NextCode(ZhirongContext work, PaymentDesk desk)
    {
        work.Session.Alone($"payment batches of {work.Viewer.Organisation}");
        var day = $"P{desk.Today:yyyyMMdd}-";
        var last = await work.Set<PayBatch>().IgnoreQueryFilters().Where(b => b.OwnerId == work.Viewer.Organisation && b.Code.StartsWith(day)).CountAsync();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day}{last + 1:000}");
    }

    private static async Task<IResult> Answer(BodyOf<MakeBatchRequest> body, HttpContext context, PaymentDesk desk)
    {
        var items = body.Value.Ok ? Read(body.Value.Value, desk) : Result<IReadOnlyList<ItemDraft>>.Refused(body.Value.Refusals);
        if (!items.Ok)
        {
            return Problems.Of(context, items.Refusals);
        }

        return await BatchAnswers.Write(context, desk, body.Key, work => Make(work, body.Value.Value, items.Value, desk), StatusCodes.Status201Created);
    }
}

/// <summary>The words of a use's state; see <see cref="PayUse"/>.</summary>
internal static class UseStates
{
    public const string Planned = "planned";
    public const string Reserved = "reserved";
    public const string Used = "used";
    public const string Released = "released";
}

/// <summary>Answers of use cases that change a batch: the batch as it stands afterwards.</summary>
internal static class BatchAnswers
{
    public static async Task<IResult> Write(HttpContext context, PaymentDesk desk, WriteKey? key, Func<ZhirongContext, Task<Result<PayBatch>>> change, int status = StatusCodes.Status200OK)
    {
        var language = RequestLanguage.Of(context);
        var written = await desk.Store.Commits.Once<BatchView>(RequestViewer.Of(context), key, desk.Clock, async work =>
        {
            var batch = await change(work);
            if (!batch.Ok)
            {
                return Result<BatchView>.Refused(batch.Refusals);
            }

            await work.SaveChangesAsync();
            return await BatchViews.One(work, batch.Value, language);
        });
        return Answers.Written(context, written, key, status, PaymentRefusals.StaleCode);
    }
}
