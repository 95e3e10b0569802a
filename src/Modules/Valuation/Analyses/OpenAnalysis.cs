using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Analyses;

/// <summary>Analyses by pages, and one with its result.</summary>
internal static class OpenAnalysis
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/analyses", List).WithName("listAnalyses").WithSummary("Analyses by firm, the newest first").Produces<PageOf<AnalysisRow>>().Reads("valuation");
        api.MapGet("/analyses/{id:guid}", One).WithName("openAnalysis").WithSummary("An analysis with its result").Produces<AnalysisDetail>().ProducesProblem(404).Reads("valuation");
    }

    public static AnalysisDetail Detail(AnalysisFile file, Language language) =>
        new(AnalysisRow.Of(file), RequestText.Element(file.Asked), RequestText.Element(language == Language.En ? file.ResultEn : file.ResultZh));

    private static async Task<IResult> List(HttpContext context, DiligenceDesk desk, Guid? firm, int? page, int? pageSize)
    {
        await using var read = desk.Room.Store.Read(RequestViewer.Of(context));
        var (wanted, found) = (PageRequest.Of(page, pageSize), read.Set<AnalysisFile>().AsQueryable());
        found = firm is null ? found : found.Where(f => f.FirmId == firm);
        var items = await found.OrderByDescending(f => f.MadeAt).ThenBy(f => f.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<AnalysisRow>([.. items.Select(AnalysisRow.Of)], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, DiligenceDesk desk)
    {
        await using var read = desk.Room.Store.Read(RequestViewer.Of(context));
        return await read.Set<AnalysisFile>().SingleOrDefaultAsync(f => f.Id == id) is { } file ? Results.Json(Detail(file, RequestLanguage.Of(context)), WebJson.Options) : OpenDiligence.Unknown(context, "analyses", id);
    }
}
