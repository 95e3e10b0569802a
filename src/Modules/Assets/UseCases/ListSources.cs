using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>A file rights were taken from.</summary>
public sealed record SourceView(Guid Id, string Name, string Format, string Sha256, DateOnly AsOf, bool Done, int Rows, int Taken, int Merged, int Refused, int Warnings, int Rights, string At, string By);

/// <summary>Files rights were taken from, and the report of each.</summary>
internal static class ListSources
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rights/sources", List).WithName("listRightSources").WithSummary("Files rights were taken from, newest first").Produces<PageOf<SourceView>>().Reads("assets");
        api.MapGet("/rights/sources/{id:guid}", One).WithName("rightSource").WithSummary("What became of a file: taken, merged, refused with line and reason").Produces<IntakeReport>().ProducesProblem(404).Reads("assets");
    }

    private static async Task<IResult> List(HttpContext context, RightDesk desk, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var wanted = PageRequest.Of(page, pageSize);
        var items = await read.Set<SourceRow>().OrderByDescending(s => s.No).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        return Results.Json(
            new PageOf<SourceView>([.. items.Select(s => new SourceView(s.Id, s.Name, s.Format, s.Sha256, s.AsOf, s.Done == 1, s.Rows, s.Taken, s.Merged, s.Refused, s.Warnings, s.Rights, Instant.Text(s.At), s.By))], await read.Set<SourceRow>().CountAsync(), wanted.Page, wanted.PageSize),
            WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, RightDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return SourceReading.Report(read, id) is { } report ? Results.Json(report, WebJson.Options) : Unseen.Problem(context, "sources", id);
    }
}
