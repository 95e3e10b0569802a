using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>One instruction of an item, with what was heard of it.</summary>
/// <param name="Absent">The bank, asked, does not know it.</param>
/// <param name="Unposted">Why the books lag behind the bank.</param>
public sealed record AttemptView(
    Guid Id, int Number, string EndToEndId, string MessageId, string PayeeName, string PayeeAccount, string State, string StateTitle, bool Absent, string ValueDate, string SentAt, string SentBy, string? HeardAt, string? Reason, string? BankReference, string? Booked, string? ReturnedOn, Guid? EntryId, Guid? ReversalId, string? Unposted, IReadOnlyList<QueryView> Queries);

/// <summary>The bank was asked.</summary>
/// <param name="Answer">absent, pending, accepted, settled, rejected, returned or unknown; null until it answers.</param>
public sealed record QueryView(Guid Id, string Way, string AskedAt, string AskedBy, string? Answer, string? Note, string? AnsweredAt, string? AnsweredBy);

/// <summary>One line of a history: who, when, what, by which file.</summary>
/// <param name="Item">Number of the item; null for the batch as a whole.</param>
/// <param name="What">A word; its title in the reader's language follows.</param>
public sealed record PaymentStepView(string At, string By, string What, string Title, string? State, string Note, int? Item, Guid? FileId, string? File);

/// <summary>An item with its attempts and its history.</summary>
public sealed record ItemDetail(Guid BatchId, string Batch, ItemView Item, IReadOnlyList<AttemptView> Attempts, IReadOnlyList<PaymentStepView> History);

/// <summary>One item, and histories.</summary>
internal static class OpenItem
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/payments/items/{id:guid}", One).WithName("openedItem").WithSummary("A payment with its attempts and its history").Produces<ItemDetail>().ProducesProblem(404).Reads("payments");
        api.MapGet("/payments/batches/{id:guid}/history", History).WithName("batchHistory").WithSummary("What happened to a batch and its items, newest first").Produces<PageOf<PaymentStepView>>().ProducesProblem(404).Reads("payments");
    }

    public static async Task<ItemDetail> Detail(ZhirongContext context, PayItem item, Language language)
    {
        var code = await context.Set<PayBatch>().Where(b => b.Id == item.BatchId).Select(b => b.Code).SingleAsync();
        var attempts = await context.Set<PayAttempt>().AsNoTracking().Where(a => a.ItemId == item.Id).OrderBy(a => a.N).ToListAsync();
        var ids = attempts.Select(a => a.Id).ToList();
        var queries = (await context.Set<PayQuery>().AsNoTracking().Where(q => ids.Contains(q.AttemptId)).OrderBy(q => q.Id).ToListAsync()).ToLookup(q => q.AttemptId);
        var steps = await context.Set<PayStep>().AsNoTracking().Where(s => s.ItemId == item.Id).OrderByDescending(s => s.Id).Take(500).ToListAsync();
        return new(item.BatchId, code, (await BatchViews.Items(context, [item], language))[0], [.. attempts.Select(a => View(a, queries[a.Id], language))], await Steps(context, steps, language));
    }

    private static AttemptView View(PayAttempt a, IEnumerable<PayQuery> queries, Language language) => new(
        a.Id, a.N, a.EndToEndId, a.MessageId, a.PayeeName, a.PayeeAccount, a.State, PaymentWords.State(a.State).Title().In(language), a.Absent == 1, RowValues.Of(a.ValueDate), Instant.Text(a.SentAt), a.SentBy, Text(a.HeardAt), $"{a.ReasonCode} {a.ReasonText}".Trim() is { Length: > 0 } reason ? reason : null, a.BankReference, RowValues.Of(a.Booked), RowValues.Of(a.ReturnedOn), a.EntryId, a.ReversalId, a.Unposted == 1 ? a.UnpostedWhy : null,
        [.. queries.Select(q => new QueryView(q.Id, q.Way, Instant.Text(q.AskedAt), q.AskedBy, q.Answer, q.AnswerNote, Text(q.AnsweredAt), q.AnsweredBy))]);

    private static async Task<IReadOnlyList<PaymentStepView>> Steps(ZhirongContext context, IReadOnlyList<PayStep> steps, Language language)
    {
        var (files, items) = (steps.Select(s => s.FileId).OfType<Guid>().Distinct().ToList(), steps.Select(s => s.ItemId).OfType<Guid>().Distinct().ToList());
        var names = await context.Set<PayFile>().Where(f => files.Contains(f.Id)).Select(f => new { f.Id, f.Name }).ToDictionaryAsync(f => f.Id, f => f.Name);
        var numbers = await context.Set<PayItem>().Where(i => items.Contains(i.Id)).Select(i => new { i.Id, i.N }).ToDictionaryAsync(i => i.Id, i => i.N);
        return [.. steps.Select(s => new PaymentStepView(Instant.Text(s.At), s.By, s.What, StepWords.Title(s.What).In(language), s.State, s.Note, s.ItemId is { } item ? numbers[item] : null, s.FileId, s.FileId is { } file ? names.GetValueOrDefault(file) : null))];
    }

    private static string? Text(long? at) => at is { } known ? Instant.Text(known) : null;

    private static async Task<IResult> One(Guid id, HttpContext context, PaymentDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Items().SingleOrDefaultAsync(i => i.Id == id) is { } item
            ? Results.Json(await Detail(read, item, RequestLanguage.Of(context)), WebJson.Options)
            : Unseen.Problem(context, "items", id);
    }

    private static async Task<IResult> History(Guid id, HttpContext context, PaymentDesk desk, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (!await read.Set<PayBatch>().AnyAsync(b => b.Id == id))
        {
            return Unseen.Problem(context, "batches", id);
        }

        var wanted = PageRequest.Of(page, pageSize);
        var found = read.Set<PayStep>().Where(s => s.BatchId == id);
        var steps = await found.OrderByDescending(s => s.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        return Results.Json(new PageOf<PaymentStepView>(await Steps(read, steps, RequestLanguage.Of(context)), await found.CountAsync(), wanted.Page, wanted.PageSize), WebJson.Options);
    }
}

/// <summary>Answers of use cases that change an item: the item as it stands afterwards.</summary>
internal static class ItemAnswers
{
    public static async Task<IResult> Write(HttpContext context, PaymentDesk desk, WriteKey? key, Func<ZhirongContext, Task<Result<PayItem>>> change)
    {
        var language = RequestLanguage.Of(context);
        var written = await desk.Store.Commits.Once<ItemDetail>(RequestViewer.Of(context), key, desk.Clock, async work =>
        {
            var item = await change(work);
            return item.Ok ? await OpenItem.Detail(work, item.Value, language) : Result<ItemDetail>.Refused(item.Refusals);
        });
        return Answers.Written(context, written, key);
    }
}
