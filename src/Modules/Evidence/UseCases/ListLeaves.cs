using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Evidence.UseCases;

public sealed record LeafList(IReadOnlyList<LeafRow> Leaves);

/// <summary>Evidence by subject, event, time; one piece of it with all there is.</summary>
internal static class ListLeaves
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/evidence/leaves", List).WithName("listLeaves").Reads("evidence").WithSummary("Evidence, newest first").Produces<PageOf<LeafRow>>().ProducesProblem(422);
        api.MapGet("/evidence/leaves/{id:guid}", Open).WithName("openLeaf").Reads("evidence").WithSummary("One piece of evidence").Produces<LeafDetail>().ProducesProblem(404);
        api.MapGet("/evidence/subjects/{kind}/{id}", OfSubject).WithName("leavesOfSubject").Reads("evidence").WithSummary("Evidence about one record, oldest first").Produces<LeafList>();
    }

    private static async Task<IResult> List(HttpContext context, Store store, string? kind, string? subject, string? @event, string? from, string? to, string? query, int? page, int? pageSize)
    {
        var (since, until) = (QueryMoment.From("from", from), QueryMoment.Before("to", to));
        if (!since.Ok || !until.Ok)
        {
            return Problems.Of(context, [.. since.Refusals, .. until.Refusals]);
        }

        await using var read = store.Read(RequestViewer.Of(context));
        var conditions = StoredLeaf.Seen(read).Given("l.subject_kind", "=", kind).Given("l.subject_id", "=", subject)
            .Given("l.event", "=", @event).Given("l.at", ">=", since.Value).Given("l.at", "<", until.Value);
        if (!string.IsNullOrWhiteSpace(query))
        {
            conditions.Contains(query.Trim(), "l.leaf");
        }

        var wanted = PageRequest.Of(page, pageSize);
        var total = read.Session.First($"SELECT count(*) FROM evd_leaf l{conditions.Where}", row => row.Int(0), conditions.Values);
        var rows = StoredLeaf.List(read, conditions, $"ORDER BY l.arrival DESC LIMIT {wanted.PageSize} OFFSET {wanted.Skip}");
        var log = new EvidenceLog(read.Session);
        return Results.Json(new PageOf<LeafRow>([.. rows.Select(r => r.Row(log))], total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> Open(Guid id, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        return StoredLeaf.Find(read, id) is { } leaf
            ? Results.Json(leaf.Detail(new(read.Session)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("leaves", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> OfSubject(string kind, string id, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        var conditions = StoredLeaf.Seen(read).Given("l.subject_id", "=", id).Given("l.subject_kind", "=", kind);
        var rows = StoredLeaf.List(read, conditions, "ORDER BY l.arrival LIMIT 1000");
        var log = new EvidenceLog(read.Session);
        return Results.Json(new LeafList([.. rows.Select(r => r.Row(log))]), WebJson.Options);
    }
}
