using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <summary>Rubrics, one of them, and what differs between its texts.</summary>
internal static class OpenRubric
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rubrics", List).WithName("listRubrics").WithSummary("Rubrics with the texts in force").Produces<RubricList>().Reads("valuation");
        api.MapGet("/rubrics/{code}", One).WithName("openRubric").WithSummary("A rubric with the text asked for, else the one in force; 0 is the one shipped").Produces<RubricDetail>().ProducesProblem(404).Reads("valuation");
        api.MapGet("/rubrics/{code}/diff", Diff).WithName("compareRubrics").WithSummary("What differs between two texts of a rubric").Produces<RubricChanges>().ProducesProblem(404).Reads("valuation");
    }

    public static RubricDetail? Detail(ZhirongContext read, ValuationDesk desk, string code, int? number, Zhirong.Engine.Basics.Language language)
    {
        var shelf = RubricShelf.Of(read, desk);
        var texts = shelf.Where(r => r.Rubric.Id == code).ToList();
        var inForce = RubricShelf.InForce(texts, code, desk.Today);
        var shown = number is null ? inForce ?? RubricShelf.Find(texts, code, null) : RubricShelf.Find(texts, code, number);
        return shown is { } found ? RubricDetail.Of(found, texts, inForce, desk.Today, language) : null;
    }

    private static async Task<IResult> List(HttpContext context, ValuationDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var language = RequestLanguage.Of(context);
        return Results.Json(new RubricList([.. RubricShelf.Of(read, desk).GroupBy(r => r.Rubric.Id).Select(g => RubricRow.Of(RubricShelf.InForce(g, g.Key, desk.Today) ?? g.Last(), [.. g], desk.Today, language))]), WebJson.Options);
    }

    private static async Task<IResult> One(string code, int? version, HttpContext context, ValuationDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return Detail(read, desk, code, version, RequestLanguage.Of(context)) is { } detail ? Results.Json(detail, WebJson.Options) : Unknown(context, code);
    }

    private static async Task<IResult> Diff(string code, int from, int to, HttpContext context, ValuationDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var shelf = RubricShelf.Of(read, desk);
        return RubricShelf.Find(shelf, code, from) is { } before && RubricShelf.Find(shelf, code, to) is { } after
            ? Results.Json(new RubricChanges(from, to, [.. Rubric.Changes(before.Rubric, after.Rubric).Select(c => new Appraisals.AppraisalChange(c.Path, c.Before, c.After))]), WebJson.Options)
            : Unknown(context, code);
    }

    private static IResult Unknown(HttpContext context, string code) => Problems.Of(context, WebRefusals.NotFound("rubrics", code.Length <= 80 ? code : code[..80]), StatusCodes.Status404NotFound);
}
