using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>Firms, and one firm with statements, products and rights.</summary>
internal static class OpenFirm
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/firms", List).WithName("listFirms").WithSummary("Firms by name").Produces<PageOf<FirmRow>>().Reads("assets");
        api.MapGet("/firms/{id:guid}", One).WithName("openFirm").WithSummary("A firm with its statements, products and rights").Produces<FirmProfile>().ProducesProblem(404).Reads("assets");
    }

    /// <returns>Null where there is no such firm for the viewer.</returns>
    public static FirmProfile? Of(ZhirongContext read, Guid id, RegisterLaw law, DateOnly today, Language language)
    {
        if (read.Set<Firm>().SingleOrDefault(f => f.Id == id) is not { } firm)
        {
            return null;
        }

        var statements = read.Set<FirmStatement>().Where(s => s.FirmId == id).OrderByDescending(s => s.PeriodEnd).ToList();

        // The year's figures are out by the end of April.
        var last = today.Month > 4 ? today.Year - 1 : today.Year - 2;
        var mine = new RightQuery(today) { Firm = id };
        return new(
            FirmRow.Of(read, firm),
            [.. statements.Select(s => FirmStatementView.Of(s, language))],
            [.. Enumerable.Range(last - 2, 3).Where(year => !statements.Exists(s => s.Months == 12 && s.PeriodEnd.Year == year))],
            [.. read.Set<Product>().Where(p => p.FirmId == id).OrderBy(p => p.Name).ToList().Select(p => SaveProduct.View(read, p))],
            RightSearch.Count(read, mine, law, RightSearch.CountedUpTo),
            RightSearch.Count(read, mine with { State = "in_force" }, law, RightSearch.CountedUpTo));
    }

    private static async Task<IResult> List(HttpContext context, RightDesk desk, string? query, string? tag, string? region, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, words, mark, area) = (PageRequest.Of(page, pageSize), query?.Trim() ?? "", tag?.Trim() ?? "", region?.Trim() ?? "");
        var found = read.Set<Firm>().AsQueryable();
        if (words.Length > 0)
        {
            found = found.Where(f => f.Code == words || read.Set<FirmName>().Any(n => n.FirmId == f.Id && n.Name.Contains(words)));
        }

        if (mark.Length > 0)
        {
            found = found.Where(f => f.Tags.Contains(mark));
        }

        if (area.Length > 0)
        {
            found = found.Where(f => f.Region != null && f.Region.StartsWith(area));
        }

        var items = await found.OrderBy(f => f.Name).ThenBy(f => f.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        return Results.Json(new PageOf<FirmRow>([.. items.Select(f => FirmRow.Of(read, f))], await found.CountAsync(), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, RightDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return Of(read, id, desk.Law, desk.Today, RequestLanguage.Of(context)) is { } profile ? Results.Json(profile, WebJson.Options) : Unseen.Problem(context, "firms", id);
    }
}
