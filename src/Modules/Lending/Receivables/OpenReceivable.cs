using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Receivables;

/// <summary>应收账款: those of a pledge or all, what a debtor is late with first, and one with all that hangs on it.</summary>
internal static class OpenReceivable
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/receivables", List).WithName("listReceivables").WithSummary("Pledged receivables by pledge and words; what a debtor is late with first").Produces<PageOf<ReceivableRow>>().Reads("lending");
        api.MapGet("/receivables/{id:guid}", One).WithName("openReceivable").WithSummary("A pledged receivable with due dates, papers and what was done with its money").Produces<ReceivableDetail>().ProducesProblem(404).Reads("lending");
    }

    public static Refusal Missing(ZhirongContext work, Guid id) => work.Reads("receivable", id) ? StorageRefusals.SharedToRead("receivables", $"{id}") : WebRefusals.NotFound("receivables", $"{id}");

    public static ReceivableDetail Detail(ZhirongContext read, Receivable row, LendingDesk desk, Language language) => ReceivableReading.Of(read, [row], desk, language)[0];

    private static async Task<IResult> List(HttpContext context, LendingDesk desk, string? q, Guid? pledge, bool? late, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, words, today) = (PageRequest.Of(page, pageSize), q?.Trim() ?? "", desk.Today);
        var found = read.Set<Receivable>().AsNoTracking();
        found = words.Length == 0 ? found : found.Where(r => r.ContractNo.Contains(words) || r.Title.Contains(words) || r.Debtor.Contains(words) || r.Licensor.Contains(words));
        found = pledge is { } of ? found.Where(r => r.PledgeId == of) : found;
        found = late == true ? found.Where(r => read.Set<ReceivableDue>().Any(d => d.ReceivableId == r.Id && d.State == ReceivableStates.Expected && d.DueOn < today)) : found;
        var rows = await found.OrderBy(r => read.Set<ReceivableDue>().Where(d => d.ReceivableId == r.Id && d.State == ReceivableStates.Expected).Select(d => (DateOnly?)d.DueOn).Min() ?? new DateOnly(9999, 12, 31)).ThenBy(r => r.ContractNo).ThenBy(r => r.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<ReceivableRow>([.. ReceivableReading.Of(read, rows, desk, RequestLanguage.Of(context)).Select(d => d.Row)], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, LendingDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<Receivable>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, context.RequestAborted) is { } row
            ? Results.Json(Detail(read, row, desk, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("receivables", $"{id}"), StatusCodes.Status404NotFound);
    }
}
