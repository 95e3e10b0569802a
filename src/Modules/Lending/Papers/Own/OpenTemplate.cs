using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Papers.Own;

/// <summary>文件模板: the templates with the version that stands today and the one that waits, and one of them with its versions.</summary>
internal static class OpenTemplate
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/lending/paper-templates", List).WithName("listPaperTemplates").WithSummary("Templates of documents with the version that stands today and the one that stands next").Produces<TemplateList>().Reads("lending");
        api.MapGet("/lending/paper-templates/{code}", One).WithName("openPaperTemplate").WithSummary("A template with the text asked for, else the newest; 0 is the one shipped").Produces<TemplateDetail>().ProducesProblem(404).Reads("lending");
    }

    public static TemplateDetail? Detail(ZhirongContext read, PaperDesk desk, string code, int? number, Language language)
    {
        var texts = TemplateShelf.Of(read, desk.Shelf, code);
        if (texts.LastOrDefault(t => number is null || t.Number == number) is not { } found)
        {
            return null;
        }

        var (today, standing) = (desk.Lending.Today, TemplateShelf.Standing(texts, desk.Lending.Today));
        return new(Row(texts, today, Made(read).GetValueOrDefault(code), language), found.Number, texts[^1].Number, found.Shelved.Text, [.. texts.Reverse().Select(t => TemplateVersion.Of(t, standing, today, language))]);
    }

    private static TemplateRow Row(IReadOnlyList<NumberedTemplate> texts, DateOnly today, int made, Language language)
    {
        var (now, next) = (TemplateShelf.Standing(texts, today), texts.Where(t => t.Kept?.EffectiveFrom > today).MinBy(t => t.Kept!.EffectiveFrom));
        var shown = now ?? texts[^1];
        var (template, kept) = (shown.Shelved.Template, shown.Kept);
        return new(
            template.Id, template.Title.In(language), template.About, PaperSubjects.Of(template.About).Title.In(language), now?.Number, now is null ? "" : template.Version, next?.Shelved.Template.Version, next?.Kept!.EffectiveFrom, texts.Count, texts[0].Kept is null, kept is not null,
            template.English, template.Verified, template.Source.In(language), kept?.SavedBy, kept is { CheckedBy.Length: > 0 } ? kept.CheckedBy : null, kept is null ? null : Instant.Text(kept.SavedAt), made);
    }

    private static Dictionary<string, int> Made(ZhirongContext read) => read.Set<LoanPaper>().GroupBy(p => p.Template).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);

    private static async Task<IResult> List(HttpContext context, PaperDesk desk)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        var (made, language) = (Made(read), RequestLanguage.Of(context));
        var rows = TemplateShelf.Of(read, desk.Shelf).GroupBy(t => t.Code).Select(g => Row([.. g], desk.Lending.Today, made.GetValueOrDefault(g.Key), language));
        return Results.Json(new TemplateList([.. rows.OrderBy(r => PaperSubjects.Place(r.About)).ThenBy(r => r.Code, StringComparer.Ordinal)], [.. PaperSubjects.Kinds.Select(k => new TemplateSubject(k, PaperSubjects.Of(k).Title.In(language)))]), WebJson.Options);
    }

    private static async Task<IResult> One(string code, int? number, HttpContext context, PaperDesk desk)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        return Detail(read, desk, code, number, RequestLanguage.Of(context)) is { } detail
            ? Results.Json(detail, WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("templates", code.Length <= 80 ? code : code[..80]), StatusCodes.Status404NotFound);
    }
}
