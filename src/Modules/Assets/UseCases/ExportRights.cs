using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Office.Workbooks;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>导出清单: exactly the rights a list shows over all its pages, as a workbook.</summary>
internal static class ExportRights
{
    /// <summary>Rights of one workbook; a longer list is refused and has to be narrowed.</summary>
    public const int Most = 100_000;

    private const int Chunk = 500;

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly (Words Title, double Width)[] Columns =
    [
        (new("号码", "Number"), 20), (new("类别", "Category"), 16), (new("名称", "Title"), 46), (new("权利人", "Holders"), 34), (new("状态", "State"), 20), (new("状态自", "State since"), 13), (new("权利负担", "Encumbrances"), 22), (new("申请日", "Filed"), 13), (new("授权日", "Granted"), 13), (new("最后有效日", "Last day in force"), 13), (new("主分类", "Main class"), 16), (new("同族", "Family"), 14), (new("来源截至", "Sources as of"), 13), (new("待定事项", "Open questions"), 10),
    ];

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rights/export", Answer)
        .WithName("exportRights").WithSummary("The filtered list as a workbook, up to 100,000 rights; lang=en for English").Produces(200, null, Xlsx).ProducesProblem(422).Reads("assets");

    private static async Task<IResult> Answer(HttpContext context, RightDesk desk, [AsParameters] RightListAsked asked, string? lang)
    {
        var query = asked.Read(desk.Today);
        if (!query.Ok)
        {
            return Problems.Of(context, query.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (RightSearch.TooLongToSort(read, query.Value, desk.Law) is { } refusal)
        {
            return Problems.Of(context, refusal);
        }

        var nos = RightSearch.Page(read, query.Value with { Take = Most + 1 }, desk.Law).ConvertAll(f => f.No);
        if (nos.Count > Most)
        {
            return Problems.Of(context, RegisterRefusals.TooManyToExport(Most));
        }

        // On disk until it is sent: a list of any length takes the memory of one chunk.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        Write(file, read, nos, query.Value.Day, desk.Law, RequestLanguage.Of(context, lang));
        file.Position = 0;
        return Results.Stream(file, Xlsx, "rights.xlsx");
    }

    internal static void Write(Stream to, ZhirongContext read, IReadOnlyList<long> nos, DateOnly day, RegisterLaw law, Language language) => StreamedTable.Write(
        to,
        new Words("权利清单", "Rights").In(language),
        [new Words("权利清单", "Rights").In(language), new Words($"状态所属日 {day:yyyy-MM-dd}，共 {nos.Count} 项", $"States on {day:yyyy-MM-dd}; rights {nos.Count}").In(language)],
        [.. Columns.Select(c => new StreamedColumn(c.Title.In(language), c.Width))],
        nos.Chunk(Chunk).SelectMany(chunk => RightRows.Of(read, chunk, day, law, language)).Select(right => Row(right, language)));

    private static IReadOnlyList<Cell> Row(RightRow right, Language language) =>
    [
        Text(right.Number), Text(right.KindTitle), Text(right.Title), Text(string.Join("；", right.Holders)), Text(right.State.StateTitle), Day(right.State.Since), Text(string.Join("、", right.Encumbered.Select(kind => EncumbranceKinds.Read(kind)?.Title().In(language) ?? kind))),
        Day(right.Filed), Day(right.Granted), Day(right.Expires?.AddDays(-1)), Text(right.Ipc), Text(right.Family), Day(right.State.AsOf), Cell.Number(right.Questions, CellStyle.Whole),
    ];

    private static Cell Text(string? text) => string.IsNullOrEmpty(text) ? Cell.Blank(CellStyle.Text) : Cell.Text(text, CellStyle.Text);

    private static Cell Day(DateOnly? day) => day is { } on ? Cell.Date(on, CellStyle.CentredDate) : Cell.Blank(CellStyle.Text);
}
