using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Scores;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Batches;

/// <summary>A batch in a list.</summary>
/// <param name="Done">Groups done.</param>
/// <param name="JobId">The job; <c>GET /jobs/{id}</c> says how far it is and holds the sums.</param>
public sealed record BatchRow(Guid Id, string Name, DateOnly BaseDate, string Purpose, int Groups, int Done, int Rights, Guid JobId, string MadeAt, string MadeBy)
{
    internal static BatchRow Of(AppraisalBatch b, int done) => new(b.Id, b.Name, b.BaseDate, b.Purpose, b.Groups, done, b.Rights, b.JobId, Instant.Text(b.MadeAt), b.MadeBy);
}

/// <summary>A right of a batch.</summary>
/// <param name="AppraisalId">The appraisal its group was kept as; its report is the group's.</param>
/// <param name="State"><c>valued</c>, <c>open</c>, <c>refused</c>; <c>left_out</c> where the right was over.</param>
/// <param name="Score">Points of its newest score sheet.</param>
/// <param name="Findings">Of its newest diligence, by grade; null where there is none.</param>
/// <param name="Reason">Why it has this value, or none.</param>
public sealed record BatchRightRow(
    Guid RightId, string Number, string Kind, string Title, int Group, Guid FirmId, string FirmName, string Product, Guid? AppraisalId, string State, string? Weight, string? Value, string? Low, string? High, string? AfterDiligence, string? Score, string? Grade, IReadOnlyDictionary<string, int>? Findings, string Reason);

/// <summary>A group of a batch.</summary>
/// <param name="Remarks">Refusals, warnings and what is to be verified.</param>
public sealed record BatchGroupRow(int No, Guid FirmId, string FirmName, Guid? ProductId, string Product, Guid? AppraisalId, string State, int Rights, string? Total, string? Low, string? High, string? RangeBasis, string? Request, IReadOnlyList<BatchRemarkView> Remarks);

public sealed record BatchRemarkView(string Code, string Path, string Text);

/// <summary>A batch with the groups done so far and a page of its rights.</summary>
public sealed record BatchDetail(BatchRow Row, IReadOnlyList<BatchGroupRow> Groups, PageOf<BatchRightRow> Rights);

/// <summary>Batches, and one batch with what came of every right.</summary>
internal static class OpenBatch
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/appraisals/batches", List).WithName("listAppraisalBatches").WithSummary("Batches, the newest first").Produces<PageOf<BatchRow>>().Reads("valuation");
        api.MapGet("/appraisals/batches/{id:guid}", One).WithName("openAppraisalBatch").WithSummary("A batch with its groups and a page of its rights").Produces<BatchDetail>().ProducesProblem(404).Reads("valuation");
    }

    private static async Task<IResult> List(HttpContext context, ValuationDesk desk, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var wanted = PageRequest.Of(page, pageSize);
        var items = await read.Set<AppraisalBatch>().OrderByDescending(b => b.MadeAt).ThenBy(b => b.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        var ids = items.Select(b => b.Id).ToList();
        var done = await read.Set<BatchGroup>().Where(g => ids.Contains(g.BatchId)).GroupBy(g => g.BatchId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, context.RequestAborted);
        return Results.Json(new PageOf<BatchRow>([.. items.Select(b => BatchRow.Of(b, done.GetValueOrDefault(b.Id)))], await read.Set<AppraisalBatch>().CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, int? page, int? pageSize, HttpContext context, ValuationDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<AppraisalBatch>().SingleOrDefaultAsync(b => b.Id == id) is not { } batch)
        {
            return Problems.Of(context, WebRefusals.NotFound("batches", $"{id}"), StatusCodes.Status404NotFound);
        }

        var (wanted, language) = (PageRequest.Of(page, pageSize), RequestLanguage.Of(context));
        var groups = (await read.Set<BatchGroup>().Where(g => g.BatchId == id).OrderBy(g => g.No).ToListAsync(context.RequestAborted)).ConvertAll(g => (g.AppraisalId, Result: JsonSerializer.Deserialize<BatchGroupResult>(g.Result, WebJson.Options)!));
        var rights = groups.SelectMany(g => g.Result.Rights.Select(r => (g.AppraisalId, g.Result, Right: r))).ToList();
        var shown = rights.Skip(wanted.Skip).Take(wanted.PageSize).ToList();
        var scores = ScoreReading.Newest(read, [.. shown.Select(s => s.Right.Id)]);
        var factors = RightFactors.Newest(read, [.. shown.Select(s => s.Right.Id)], DateOnly.MaxValue, batch.Purpose);
        return Results.Json(
            new BatchDetail(
                BatchRow.Of(batch, groups.Count), [.. groups.Select(g => Group(g.AppraisalId, g.Result, language))],
                new([.. shown.Select(s => Right(s.AppraisalId, s.Result, s.Right, scores.GetValueOrDefault(s.Right.Id), factors.GetValueOrDefault(s.Right.Id), language))], rights.Count, wanted.Page, wanted.PageSize)),
            WebJson.Options);
    }

    private static BatchGroupRow Group(Guid? appraisal, BatchGroupResult g, Language language) => new(
        g.No, g.FirmId, g.FirmName, g.ProductId, g.ProductName, appraisal, g.State, g.Rights.Count, g.Total, g.Low, g.High, g.RangeBasis, g.Request, [.. g.Remarks.Select(r => new BatchRemarkView(r.Code, r.Path, language == Language.En ? r.En : r.Zh))]);

    private static BatchRightRow Right(Guid? appraisal, BatchGroupResult g, BatchPart r, NewestScore? score, RightFactor? factor, Language language) => new(
        r.Id, r.Number, r.Kind, r.Title, g.No, g.FirmId, g.FirmName, g.ProductName, appraisal, r.Weight is null && g.State != BatchGroupResult.Refused ? "left_out" : g.State, r.Weight, r.Value, r.Low, r.High, After(r, factor),
        score?.Total?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture), score?.Grade, factor is null ? null : new Dictionary<string, int> { ["fatal"] = factor.Fatal, ["major"] = factor.Major, ["minor"] = factor.Minor }, language == Language.En ? r.ReasonEn : r.Reason);

    /// <summary>Null where the right has no value or no diligence.</summary>
    private static string? After(BatchPart part, RightFactor? factor) =>
        factor is not null && decimal.TryParse(part.Value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) ? Money.Rounded(value * factor.Factor).ToString() : null;
}
