using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Code">Kept with every batch.</param>
/// <param name="Kinds">Payees' accounts it can pay: bank, ecny_wallet.</param>
public sealed record ChannelView(string Code, string Title, IReadOnlyList<string> Kinds);

public sealed record ChannelList(IReadOnlyList<ChannelView> Channels);

/// <summary>Batches, newest first; one; its items.</summary>
internal static class ListBatches
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/payments/channels", Channels).WithName("listChannels").WithSummary("Ways a batch can leave the house").Produces<ChannelList>().Reads("payments");
        api.MapGet("/payments/batches", List).WithName("listBatches").WithSummary("Payout batches, newest first").Produces<PageOf<BatchView>>().ProducesProblem(422).Reads("payments");
        api.MapGet("/payments/batches/{id:guid}", One).WithName("openedBatch").WithSummary("A batch as it stands").Produces<BatchView>().ProducesProblem(404).Reads("payments");
        api.MapGet("/payments/batches/{id:guid}/items", Items).WithName("batchItems").WithSummary("Items of a batch by number").Produces<PageOf<ItemView>>().ProducesProblem(404).ProducesProblem(422).Reads("payments");
    }

    private static IResult Channels(HttpContext context, PaymentDesk desk) => Results.Json(
        new ChannelList([.. desk.Channels.Select(c => new ChannelView(c.Code, c.Title.In(RequestLanguage.Of(context)), [.. ItemForm.Kinds.Where(k => c.Pays(ItemForm.Kind(k)))]))]), WebJson.Options);

    private static async Task<IResult> List(HttpContext context, PaymentDesk desk, string? state, string? query, Guid? accountId, bool? differing, int? page, int? pageSize)
    {
        if (state is { Length: > 0 } && !PaymentWords.BatchStates.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, PaymentWords.BatchStates));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var wanted = PageRequest.Of(page, pageSize);
        var words = query?.Trim() ?? "";
        var found = read.Set<PayBatch>().Where(b => (state == null || state == "" || b.State == state) && (accountId == null || b.AccountId == accountId));
        if (words.Length > 0)
        {
            found = found.Where(b => b.Code.Contains(words) || b.Title.Contains(words) || b.Purpose.Contains(words) || read.Set<PayItem>().Any(i => i.BatchId == b.Id && (i.PayeeName.Contains(words) || i.Account == words)));
        }

        if (differing == true)
        {
            found = found.Where(b => read.Set<PayItem>().Any(i => i.BatchId == b.Id && i.Differing == 1));
        }

        var batches = await found.OrderByDescending(b => b.MadeAt).ThenByDescending(b => b.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        return Results.Json(new PageOf<BatchView>(await BatchViews.Some(read, batches, RequestLanguage.Of(context)), await found.CountAsync(), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, PaymentDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<PayBatch>().SingleOrDefaultAsync(b => b.Id == id) is { } batch
            ? Results.Json(await BatchViews.One(read, batch, RequestLanguage.Of(context)), WebJson.Options)
            : Unseen.Problem(context, "batches", id);
    }

    private static async Task<IResult> Items(Guid id, HttpContext context, PaymentDesk desk, string? state, bool? differing, string? query, int? page, int? pageSize)
    {
        if (state is { Length: > 0 } && !PaymentWords.States.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, PaymentWords.States));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (!await read.Set<PayBatch>().AnyAsync(b => b.Id == id))
        {
            return Unseen.Problem(context, "batches", id);
        }

        var wanted = PageRequest.Of(page, pageSize);
        var words = query?.Trim() ?? "";
        var found = read.Set<PayItem>().Where(i => i.BatchId == id && (state == null || state == "" || i.State == state) && (differing != true || i.Differing == 1) && (words == "" || i.PayeeName.Contains(words) || i.Account.Contains(words) || (i.LoanNo != null && i.LoanNo.Contains(words))));
        var items = await found.OrderBy(i => i.N).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        return Results.Json(new PageOf<ItemView>(await BatchViews.Items(read, items, RequestLanguage.Of(context)), await found.CountAsync(), wanted.Page, wanted.PageSize), WebJson.Options);
    }
}
