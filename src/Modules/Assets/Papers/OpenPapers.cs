using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Papers;

/// <summary>企业材料: documents of a firm, or those used for a record, with where else they are used; and the bytes of one.</summary>
internal static class OpenPapers
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/firm-papers", List).WithName("listFirmPapers").WithSummary("Documents of a firm, or those used for a record, the newest first").Produces<PaperList>().Reads("assets");
        api.MapGet("/firm-papers/{id:guid}/content", Content).WithName("readFirmPaper").WithSummary("The bytes of a document").Produces(200, null, "application/octet-stream").ProducesProblem(404).Reads("assets");
    }

    private static async Task<IResult> List(HttpContext context, RightDesk desk, Guid? firm, string? subjectKind, Guid? subject)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var found = read.Set<FirmPaper>().AsQueryable();
        found = firm is null ? found : found.Where(p => p.FirmId == firm);
        found = subject is null ? found : found.Where(p => read.Set<FirmPaperUse>().Any(u => u.PaperId == p.Id && u.SubjectKind == subjectKind && u.SubjectId == subject));
        var papers = await found.OrderByDescending(p => p.ChangedAt).ThenBy(p => p.Id).Take(Most).AsNoTracking().ToListAsync(context.RequestAborted);
        var ids = papers.ConvertAll(p => p.Id);
        var uses = (await read.Set<FirmPaperUse>().Where(u => ids.Contains(u.PaperId)).AsNoTracking().ToListAsync(context.RequestAborted)).ToLookup(u => u.PaperId);
        return Results.Json(new PaperList([.. papers.Select(p => PaperRow.Of(p, uses[p.Id], desk.Today))]), WebJson.Options);
    }

    private static async Task<IResult> Content(Guid id, HttpContext context, RightDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var found = await (from p in read.Set<FirmPaper>() where p.Id == id join c in read.Set<FirmPaperContent>() on p.Id equals c.PaperId select new { p.Name, c.Content }).AsNoTracking().SingleOrDefaultAsync(context.RequestAborted);
        return found is null ? Problems.Of(context, WebRefusals.NotFound("firm-papers", $"{id}"), StatusCodes.Status404NotFound) : Results.File(found.Content, "application/octet-stream", found.Name);
    }
}
