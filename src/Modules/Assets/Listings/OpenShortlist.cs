using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Office.Workbooks;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Listings;

/// <summary>Shortlists, one with its rights, and one as a workbook.</summary>
internal static class OpenShortlist
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly Dictionary<string, Words> ModeTitles = new(StringComparer.Ordinal)
    {
        ["transfer"] = new("转让", "assignment"),
        ["exclusive_licence"] = new("独占许可", "exclusive licence"),
        ["sole_licence"] = new("排他许可", "sole licence"),
        ["licence"] = new("普通许可", "licence"),
        ["open_licence"] = new("开放许可", "open licence"),
        ["investment"] = new("作价入股", "share in a firm"),
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/shortlists", List).WithName("listShortlists").WithSummary("Shortlists of listed rights, the newest first").Produces<ShortlistList>().Reads("assets");
        api.MapGet("/shortlists/{id:guid}", One).WithName("openShortlist").WithSummary("A shortlist with its rights and the reasons").Produces<ShortlistDetail>().ProducesProblem(404).Reads("assets");
        api.MapGet("/shortlists/{id:guid}/workbook", Workbook).WithName("exportShortlist").WithSummary("A shortlist as a workbook; lang=en for English").Produces(200, null, Xlsx).ProducesProblem(404).Reads("assets");
    }

    public static async Task<ShortlistDetail?> Detail(ZhirongContext read, Guid id)
    {
        if (await read.Set<Shortlist>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is not { } list)
        {
            return null;
        }

        var items = await read.Set<ShortlistItem>().Where(i => i.ShortlistId == id).OrderBy(i => i.Rank).AsNoTracking().ToListAsync();
        var held = MatchListings.Held(read, [.. items.Select(i => (i.ListingId, i.Number))]);
        var file = await read.Set<ListingFile>().Where(f => f.Id == list.FileId).Select(f => f.Code).SingleOrDefaultAsync() ?? "";
        return new(Row(list, file, items.Count), [.. items.Select(i => new ShortlistedRight(i.ListingId, i.Rank, i.Number, i.Title, i.Owner, Lines(i.Found), i.Ipc, Lines(i.Modes), i.PriceFen is { } fen ? Money.FenText(fen) : null, held.TryGetValue(i.ListingId, out var right) ? right : null))]);
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');

    private static ShortlistRow Row(Shortlist list, string file, int count) => new(list.Id, list.Name, list.FileId, file, $"{JsonNode.Parse(list.Need)!["text"]}", count, Instant.Text(list.At), list.By);

    private static async Task<IResult> List(HttpContext context, RightDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var lists = await read.Set<Shortlist>().OrderByDescending(s => s.At).ThenBy(s => s.Id).Take(PageRequest.Largest).Select(s => new { List = s, File = read.Set<ListingFile>().Where(f => f.Id == s.FileId).Select(f => f.Code).FirstOrDefault(), Count = read.Set<ShortlistItem>().Count(i => i.ShortlistId == s.Id) }).AsNoTracking().ToListAsync(context.RequestAborted);
        return Results.Json(new ShortlistList([.. lists.Select(l => Row(l.List, l.File ?? "", l.Count))]), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, RightDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await Detail(read, id) is { } found ? Results.Json(found, WebJson.Options) : Problems.Of(context, WebRefusals.NotFound("shortlists", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Workbook(Guid id, HttpContext context, RightDesk desk, string? lang)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await Detail(read, id) is not { } found)
        {
            return Problems.Of(context, WebRefusals.NotFound("shortlists", $"{id}"), StatusCodes.Status404NotFound);
        }

        var language = RequestLanguage.Of(context, lang);
        using var bytes = new MemoryStream();
        Write(bytes, found, language);
        return Results.File(bytes.ToArray(), Xlsx, "shortlist.xlsx");
    }

    private static void Write(Stream to, ShortlistDetail found, Language language)
    {
        (Words Title, int Width)[] columns = [(new("名次", "Rank"), 8), (new("号码", "Number"), 22), (new("名称", "Title"), 46), (new("权利人", "Holder"), 30), (new("匹配词语", "Words matched"), 36), (new("分类号（需求 ~ 权利）", "IPC (need ~ right)"), 30), (new("合作方式", "Modes"), 24), (new("报价（元）", "Price (yuan)"), 16), (new("登记簿已登记", "In the register"), 14)];
        StreamedTable.Write(
            to, new Words("候选清单", "Shortlist").In(language), [found.Row.Name, new Words($"需求：{found.Row.Text}", $"Need: {found.Row.Text}").In(language)], [.. columns.Select(c => new StreamedColumn(c.Title.In(language), c.Width))],
            found.Rights.Select(r => (IReadOnlyList<Cell>)
            [
                Cell.Number(r.Rank, CellStyle.Whole), Text(r.Number), Text(r.Title), Text(r.Owner), Text(string.Join("；", r.Found)), Text(r.Ipc), Text(string.Join("、", r.Modes.Select(m => ModeTitles.TryGetValue(m, out var title) ? title.In(language) : m))), Text(r.Price), Text(r.Right is null ? "" : new Words("是", "yes").In(language)),
            ]));
    }

    private static Cell Text(string? text) => string.IsNullOrEmpty(text) ? Cell.Blank(CellStyle.Text) : Cell.Text(text, CellStyle.Text);
}
