using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Schemes;

/// <summary>The library of schemes, and one of them with its texts.</summary>
internal static class OpenScheme
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/policy/schemes", List).WithName("listSchemes").WithSummary("Schemes of aid and of risk sharing with their newest texts").Produces<SchemeList>().Reads("policy");
        api.MapGet("/policy/aid-schemes/{code}", (string code, int? number, HttpContext context, PolicyDesk desk) => One(ShippedScheme.AidKind, code, number, context, desk))
            .WithName("openAidScheme").WithSummary("A scheme of aid with the text asked for, else the newest; 0 is the one shipped").Produces<SchemeDetail>().ProducesProblem(404).Reads("policy");
        api.MapGet("/policy/share-schemes/{code}", (string code, int? number, HttpContext context, PolicyDesk desk) => One(ShippedScheme.ShareKind, code, number, context, desk))
            .WithName("openShareScheme").WithSummary("A scheme of risk sharing with the text asked for, else the newest; 0 is the one shipped").Produces<SchemeDetail>().ProducesProblem(404).Reads("policy");
    }

    public static SchemeDetail? Detail(ZhirongContext read, PolicyDesk desk, string kind, string code, int? number, Language language)
    {
        List<ShelvedScheme> texts = [.. SchemeShelf.Of(read, desk).Where(s => s.Scheme.Kind == kind && s.Scheme.Head.Id == code)];
        return texts.LastOrDefault(s => number is null || s.Number == number) is { } found ? SchemeDetail.Of(found, texts, desk.Today, language) : null;
    }

    private static async Task<IResult> List(HttpContext context, PolicyDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var language = RequestLanguage.Of(context);
        return Results.Json(new SchemeList([.. SchemeShelf.Of(read, desk).GroupBy(s => (s.Scheme.Kind, s.Scheme.Head.Id)).Select(g => SchemeRow.Of(g.Last(), language))]), WebJson.Options);
    }

    private static async Task<IResult> One(string kind, string code, int? number, HttpContext context, PolicyDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return Detail(read, desk, kind, code, number, RequestLanguage.Of(context)) is { } detail
            ? Results.Json(detail, WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("schemes", code.Length <= 80 ? code : code[..80]), StatusCodes.Status404NotFound);
    }
}
