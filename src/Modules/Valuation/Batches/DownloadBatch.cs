using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Batches;

/// <summary>批量结果下载: the whole batch as a workbook that computes itself.</summary>
internal static class DownloadBatch
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/appraisals/batches/{id:guid}/workbook", Answer).WithName("downloadAppraisalBatch").WithSummary("A batch as a workbook: methods side by side, groups, rights and firms, all totals by formula; lang=en for English").Produces(200, null, Xlsx).ProducesProblem(404).Reads("valuation");

    private static async Task<IResult> Answer(Guid id, string? lang, HttpContext context, ValuationDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<AppraisalBatch>().SingleOrDefaultAsync(b => b.Id == id) is not { } batch)
        {
            return Problems.Of(context, WebRefusals.NotFound("batches", $"{id}"), StatusCodes.Status404NotFound);
        }

        var kept = await read.Set<BatchGroup>().Where(g => g.BatchId == id).OrderBy(g => g.No).ToListAsync(context.RequestAborted);
        var appraisals = kept.Select(g => g.AppraisalId).OfType<Guid>().ToList();

        // The version the batch itself kept: what people changed since is another.
        var results = new Dictionary<Guid, string>();
        foreach (var part in appraisals.Chunk(400))
        {
            await foreach (var version in read.Set<AppraisalVersion>().Where(v => part.Contains(v.AppraisalId) && v.Number == 1).Select(v => new { v.AppraisalId, v.ResultZh }).AsAsyncEnumerable())
            {
                results[version.AppraisalId] = version.ResultZh;
            }
        }

        List<BookGroup> groups = [.. kept.Select(g => new BookGroup(JsonSerializer.Deserialize<BatchGroupResult>(g.Result, WebJson.Options)!, g.AppraisalId is { } appraisal && results.TryGetValue(appraisal, out var text) ? Methods(text) : []))];
        List<BookFirm> firms = [.. groups.Select(g => (g.Result.FirmId, g.Result.FirmName)).DistinctBy(f => f.FirmId).Select(f => Firm(read, desk, f.FirmId, f.FirmName, batch.BaseDate))];
        var book = new BatchBook(batch.Name, batch.BaseDate, batch.Purpose, groups, firms, RequestLanguage.Of(context, lang));
        return Results.File(book.Write(), Xlsx, $"{batch.Name}-{batch.BaseDate:yyyyMMdd}.xlsx");
    }

    private static List<BookMethod> Methods(string result)
    {
        var read = JsonNode.Parse(result)!;
        var weights = read["conclusion"]?["weights"] as JsonObject;
        return [.. read["methods"]!.AsArray().Select(m => new BookMethod($"{m!["id"]}", $"{m["method"]}", Number($"{m["value"]}"), weights is null ? null : weights[$"{m["id"]}"] is { } weight ? Number($"{weight}") : 0))];
    }

    private static BookFirm Firm(ZhirongContext read, ValuationDesk desk, Guid id, string name, DateOnly baseDate)
    {
        var year = desk.Rights.Firm(read, id)?.Statements.Where(s => s.Months == 12 && s.PeriodEnd <= baseDate).MaxBy(s => s.PeriodEnd);
        decimal? Figure(string key) => year?.Figures.TryGetValue(key, out var yuan) == true ? Number(yuan) : null;
        return new(id, name, year?.PeriodEnd, Figure("revenue"), Figure("net_profit"), Figure("equity"));
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
