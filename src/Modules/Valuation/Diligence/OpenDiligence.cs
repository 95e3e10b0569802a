using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Diligence;

/// <summary>Diligence by pages, and one with what has changed since the one before.</summary>
internal static class OpenDiligence
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/diligence", List).WithName("listDiligence").WithSummary("Diligence by firm, right and conclusion, the newest first").Produces<PageOf<DiligenceRow>>().ProducesProblem(422).Reads("valuation");
        api.MapGet("/diligence/{id:guid}", One).WithName("openDiligence").WithSummary("A diligence, and what has changed since the one before").Produces<DiligenceDetail>().ProducesProblem(404).Reads("valuation");
    }

    public static DiligenceDetail Detail(ZhirongContext read, DiligenceFile file, Language language)
    {
        var result = RequestText.Element(language == Language.En ? file.ResultEn : file.ResultZh);
        var before = file.PreviousId is { } id ? read.Set<DiligenceFile>().SingleOrDefault(f => f.Id == id) : null;
        return new(DiligenceRow.Of(file, language), RequestText.Element(file.Request), result, new(before?.Id, before?.Day, before is null ? [] : Changes(RequestText.Element(language == Language.En ? before.ResultEn : before.ResultZh), result)));
    }

    /// <summary>Items whose answer is another than before, in the order of the new result; those no longer asked last.</summary>
    internal static IReadOnlyList<DiligenceChange> Changes(JsonElement before, JsonElement now)
    {
        var (old, fresh) = (Items(before), Items(now));
        var numbers = now.GetProperty("rights").EnumerateArray().Concat(before.GetProperty("rights").EnumerateArray()).GroupBy(r => r.GetProperty("id").GetString()!).ToDictionary(g => g.Key, g => g.First().GetProperty("number").GetString());
        return
        [
            .. fresh.Where(i => old.GetValueOrDefault(i.Key).Said != i.Value.Said).Select(i => Change(i.Key, i.Value.Title, old.GetValueOrDefault(i.Key).Said, i.Value.Said)),
            .. old.Where(i => !fresh.ContainsKey(i.Key)).Select(i => Change(i.Key, i.Value.Title, i.Value.Said, null)),
        ];

        DiligenceChange Change((string Item, string? Right) key, string title, string? was, string? is_) => new(key.Item, title, key.Right, key.Right is null ? null : numbers.GetValueOrDefault(key.Right), was, is_);
    }

    private static Dictionary<(string Item, string? Right), (string Title, string? Said)> Items(JsonElement result) =>
        result.GetProperty("items").EnumerateArray().ToDictionary(
            i => (i.GetProperty("item").GetString()!, i.GetProperty("right").GetString()),
            i => (i.GetProperty("title").GetString()!, (string?)string.Join(' ', new[] { i.GetProperty("state").GetString(), i.GetProperty("grade").GetString(), i.GetProperty("finding").GetString() }.OfType<string>())));

    public static IResult Unknown(HttpContext context, string list, Guid id) => Problems.Of(context, WebRefusals.NotFound(list, $"{id}"), StatusCodes.Status404NotFound);

    private static async Task<IResult> List(HttpContext context, DiligenceDesk desk, Guid? firm, Guid? right, string? answer, int? page, int? pageSize)
    {
        if (!string.IsNullOrEmpty(answer) && !Conclusion.AnswerWords.Contains(answer))
        {
            return Problems.Of(context, WebRefusals.OneOf("answer", answer, Conclusion.AnswerWords));
        }

        await using var read = desk.Room.Store.Read(RequestViewer.Of(context));
        var (wanted, found) = (PageRequest.Of(page, pageSize), read.Set<DiligenceFile>().AsQueryable());
        found = firm is null ? found : found.Where(f => f.FirmId == firm);
        found = right is null ? found : found.Where(f => read.Set<DiligenceRight>().Any(r => r.DiligenceId == f.Id && r.RightId == right));
        found = string.IsNullOrEmpty(answer) ? found : found.Where(f => f.Answer == answer);
        var items = await found.OrderByDescending(f => f.MadeAt).ThenBy(f => f.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<DiligenceRow>([.. items.Select(f => DiligenceRow.Of(f, RequestLanguage.Of(context)))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, DiligenceDesk desk)
    {
        await using var read = desk.Room.Store.Read(RequestViewer.Of(context));
        return await read.Set<DiligenceFile>().SingleOrDefaultAsync(f => f.Id == id) is { } file ? Results.Json(Detail(read, file, RequestLanguage.Of(context)), WebJson.Options) : Unknown(context, "diligence", id);
    }
}
