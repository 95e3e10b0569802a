using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>Mandates for instant loans: the list, one, and all its decisions made again.</summary>
internal static class OpenLoanMandate
{
    /// <summary>Decisions made again at once at most, the newest first.</summary>
    public const int Most = 5_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/lending/mandates", List).WithName("listLoanMandates").WithSummary("Mandates for instant loans with what is used, the newest first").Produces<PageOf<MandateRow>>().Reads("lending");
        api.MapGet("/lending/mandates/{id:guid}", One).WithName("openLoanMandate").WithSummary("A mandate with caps, texts, rules and what was decided").Produces<MandateDetail>().ProducesProblem(404).Reads("lending");
        api.MapGet("/lending/mandates/{id:guid}/replay", Replay).WithName("replayLoanMandate").WithSummary("Make every decision of a mandate again, and say which are not the same to the byte").Produces<MandateReplayed>().ProducesProblem(404).Reads("lending");
    }

    public static Refusal Missing(ZhirongContext work, Guid id) => work.Reads("mandate", id) ? StorageRefusals.SharedToRead("mandates", $"{id}") : WebRefusals.NotFound("mandates", $"{id}");

    public static MandateDetail Detail(ZhirongContext read, InstantDesk desk, LoanMandate m, Language language)
    {
        var texts = desk.Texts.Of(m);
        var (outcomes, states) = OpenInstant.Counts(OpenInstant.Found(read, null, m.Id, null), language);
        MandateText Text(PolicyDefinition p) => new(p.Id, p.Version, p.Title.In(language), p.Hash, p.Verified);
        return new(
            Row(read, m, desk.Today, language), texts.Product.Title.In(language), [new(texts.Product.Id, texts.Product.Version, texts.Product.Title.In(language), texts.Product.Hash, texts.Product.Verified), Text(texts.Index.Definition), Text(texts.Guard.Definition), Text(texts.Loan.Definition)], m.TextsHash, m.OwnIndex, m.RegisterDays, m.WindowDays, m.MostInWindow, m.OfferDays,
            m.Blocked.Length == 0 ? [] : m.Blocked.Split('\n'), m.AccountId, m.BookId, m.ApprovalId, outcomes, states);
    }

    private static MandateRow Row(ZhirongContext read, LoanMandate m, DateOnly day, Language language) =>
        MandateRow.Of(m, read.Set<LoanMandateDay>().Where(d => d.MandateId == m.Id && d.Day == day).Select(d => d.Fen).FirstOrDefault(), day, language);

    private static async Task<IResult> List(HttpContext context, InstantDesk desk, string? q, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, words, language) = (PageRequest.Of(page, pageSize), q?.Trim() ?? "", RequestLanguage.Of(context));
        var found = read.Set<LoanMandate>().AsNoTracking().Where(m => words.Length == 0 || m.Code.Contains(words) || m.Title.Contains(words) || m.Product.Contains(words));

        // Counted before it is read: what arrives in between is on the page, and a total never names what the page has not.
        var total = await found.CountAsync(context.RequestAborted);
        var items = await found.OrderByDescending(m => m.ChangedAt).ThenBy(m => m.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<MandateRow>([.. items.Select(m => Row(read, m, desk.Today, language))], total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, InstantDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<LoanMandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, context.RequestAborted) is { } mandate
            ? Results.Json(Detail(read, desk, mandate, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("mandates", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Replay(Guid id, HttpContext context, InstantDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<LoanMandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, context.RequestAborted) is not { } mandate)
        {
            return Problems.Of(context, WebRefusals.NotFound("mandates", $"{id}"), StatusCodes.Status404NotFound);
        }

        // From what is kept, not from what a server happens to hold.
        var (texts, count, different) = (MandateTexts.Kept(mandate), 0, new List<string>());
        await foreach (var decision in read.Set<InstantDecision>().AsNoTracking().Where(d => d.MandateId == id).OrderByDescending(d => d.At).Take(Most).AsAsyncEnumerable())
        {
            count++;
            if (!OpenInstant.Replay(decision, texts).Same)
            {
                different.Add(decision.RequestNo);
            }
        }

        return Results.Json(new MandateReplayed(count, count - different.Count, different), WebJson.Options);
    }
}
