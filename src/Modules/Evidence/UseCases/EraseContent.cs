using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Evidence.UseCases;

/// <param name="Reason">Why the content must go, 1 to 500 characters.</param>
public sealed record EraseRequest(string Reason);

/// <summary>
/// Erases what a leaf commits to, with its salt; the leaf and every proof of it stand. That it was erased, when, by whom and why is a
/// leaf of its own.
/// </summary>
internal static class EraseContent
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/evidence/leaves/{id:guid}/erase", Answer).WithName("eraseContent").Act("evidence.content.erase").WithSummary("Erase the confidential content of a leaf")
        .Produces<LeafDetail>().ProducesProblem(404).ProducesProblem(422);

    private static async Task<IResult> Answer(Guid id, BodyOf<EraseRequest> body, HttpContext context, Store store, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var reason = body.Value.Value.Reason.Trim();
        if (reason.Length is 0 or > 500)
        {
            return Problems.Of(context, EvidenceRefusals.Reason(reason.Length));
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Erase(work, id, reason, clock)));
        return Answers.Written(context, written, body.Key);
    }

    private static Result<LeafDetail> Erase(ZhirongContext work, Guid id, string reason, TimeProvider clock)
    {
        if (StoredLeaf.FindOwn(work, id) is not { } leaf)
        {
            return WebRefusals.NotFound("leaves", $"{id}");
        }

        if (EventWords.Kept.Contains(leaf.Event))
        {
            return EvidenceRefusals.Kept(leaf.Event);
        }

        if (leaf.Content is null)
        {
            return EvidenceRefusals.Erased(id);
        }

        work.Session.Execute("DELETE FROM evd_content WHERE arrival = @p0", leaf.Arrival);
        EvidenceLeaves.Record(work, new("ContentErased", "evidence", RowValues.Of(id), new JsonObject { ["leaf"] = RowValues.Of(id), ["reason"] = reason }), clock);
        return (leaf with { Content = null, Salt = null }).Detail(new(work.Session));
    }
}
