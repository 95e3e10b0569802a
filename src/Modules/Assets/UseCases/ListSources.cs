using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Assets.Importing;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>A file rights were taken from.</summary>
public sealed record RightSourceView(Guid Id, string Name, string Format, string Sha256, DateOnly AsOf, bool Done, int Rows, int Taken, int Merged, int Refused, int Warnings, int Rights, string At, string By, string Mapping, long Size, long ReadBytes);

/// <summary>Files rights were taken from, and the report of each.</summary>
internal static class ListSources
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rights/sources", List).WithName("listRightSources").WithSummary("Files rights were taken from, newest first").Produces<PageOf<RightSourceView>>().Reads("assets");
        api.MapGet("/rights/sources/{id:guid}", One).WithName("rightSource").WithSummary("What became of a file: taken, merged, refused with line and reason").Produces<ImportReportView>().ProducesProblem(404).Reads("assets");
    }

    private static async Task<IResult> List(HttpContext context, RightDesk desk, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var wanted = PageRequest.Of(page, pageSize);
        var items = await read.Set<SourceRow>().OrderByDescending(s => s.No).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        return Results.Json(
            new PageOf<RightSourceView>([.. items.Select(s => new RightSourceView(s.Id, s.Name, s.Format, s.Sha256, s.AsOf, s.Done == 1, s.Rows, s.Taken, s.Merged, s.Refused, s.Warnings, s.Rights, Instant.Text(s.At), s.By, s.Mapping, s.Size, s.ReadBytes))], await read.Set<SourceRow>().CountAsync(), wanted.Page, wanted.PageSize),
            WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, RightDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<SourceRow>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is { } row ? Results.Json(ImportReportView.Of(read, row, RequestLanguage.Of(context)), WebJson.Options) : Unseen.Problem(context, "sources", id);
    }
}
