using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Shares;

/// <param name="Kind">Kind of record: book, deal.</param>
/// <param name="RootId">Its id; only its owner may share it.</param>
/// <param name="Organisation">With whom.</param>
/// <param name="Right">read or write.</param>
/// <param name="From">First day, today at the earliest; today when null.</param>
/// <param name="Until">Last day; null without end.</param>
public sealed record GrantShareRequest(string Kind, Guid RootId, Guid Organisation, string Right, DateOnly? From = null, DateOnly? Until = null);

/// <summary>Shares a record with another organisation, to read or to change, from one day to another.</summary>
internal static class GrantShare
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/access/shares", Answer).WithName("grantShare").WithSummary("Share a record with another organisation")
        .Act("access.share.grant").Produces<ShareRow>(201).ProducesProblem(404).ProducesProblem(422);

    public static Result<ShareRow> Grant(ZhirongContext work, GrantShareRequest request, IPeople people, IWitness witness, TimeProvider clock)
    {
        var faults = Faults(work, request).ToList();
        if (faults.Count > 0)
        {
            return Result<ShareRow>.Refused(faults);
        }

        if (!ShareBook.Owns(work, request.Kind, request.RootId))
        {
            return WebRefusals.NotFound(request.Kind, $"{request.RootId}");
        }

        if (people.Organisation(work.Session, request.Organisation) is not { Active: true })
        {
            return ShareRefusals.Organisation(request.Organisation);
        }

        var share = new Share
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Kind = request.Kind,
            RootId = request.RootId,
            OwnerId = work.Viewer.Organisation,
            OrgId = request.Organisation,
            MayWrite = request.Right == "write" ? 1 : 0,
            Since = request.From ?? work.Today,
            Until = request.Until,
            GrantedBy = work.Viewer.Person,
            GrantedAt = Instant.Now(clock),
        };
        work.Add(share);
        witness.Record(work, "ShareGranted", share.Kind, RowValues.Of(share.RootId), Facts(share));
        return ShareRow.Of(share, work.Today);
    }

    /// <summary>What a share states as evidence.</summary>
    public static JsonObject Facts(Share share) => new()
    {
        ["from"] = RowValues.Of(share.Since),
        ["organisation"] = RowValues.Of(share.OrgId),
        ["right"] = share.MayWrite == 1 ? "write" : "read",
        ["share"] = RowValues.Of(share.Id),
        ["until"] = RowValues.Of(share.Until),
    };

    private static IEnumerable<Refusal> Faults(ZhirongContext work, GrantShareRequest request)
    {
        if (Roots.TableOf(work, request.Kind) is null)
        {
            yield return ShareRefusals.Kind(request.Kind, Roots.KindsOf(work));
        }

        if (request.Right is not ("read" or "write"))
        {
            yield return ShareRefusals.Right(request.Right);
        }

        var from = request.From ?? work.Today;
        if (from < work.Today)
        {
            yield return ShareRefusals.Past(from, work.Today);
        }

        if (request.Until is { } until && until < from)
        {
            yield return ShareRefusals.Days(from, until);
        }

        if (request.Organisation == work.Viewer.Organisation)
        {
            yield return ShareRefusals.Own(request.Organisation);
        }
    }

    private static async Task<IResult> Answer(BodyOf<GrantShareRequest> body, HttpContext context, Store store, IPeople people, IWitness witness, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Grant(work, body.Value.Value, people, witness, clock)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }
}
