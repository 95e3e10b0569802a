using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Proof;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Evidence.UseCases;

/// <summary>The file that proves a piece of evidence to anyone, without this program.</summary>
internal static class MakeBundle
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/evidence/leaves/{id:guid}/bundle", Answer).WithName("evidenceBundle").Reads("evidence").WithSummary("The evidence bundle of a leaf; 409 while no checkpoint covers it")
        .Produces(200, contentType: "application/json").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    /// <summary>The bundle of leaves under the latest checkpoint; with an earlier size also the proof that the log has only grown since.</summary>
    public static Result<EvidenceBundle> Of(EvidenceLog log, IReadOnlyList<StoredLeaf> leaves, long? earlier)
    {
        var latest = log.Latest;
        if (leaves.FirstOrDefault(l => latest is null || l.Arrival > latest.LastArrival) is { } waiting)
        {
            return EvidenceRefusals.NoCheckpoint(waiting.Id);
        }

        LogRound? before = null;
        if (earlier is { } size && (before = log.OfSize(size)) is null)
        {
            return EvidenceRefusals.Size("earlier", size, latest!.Size);
        }

        return new EvidenceBundle
        {
            Log = log.Identity!,
            Signed = latest!.Signed,
            Items = [.. leaves.Select(leaf => Item(log, leaf, latest.Size))],
            Earlier = before is null ? null : new(before.Signed, log.Consistency(before.Size, latest.Size)),
        };
    }

    private static BundleItem Item(EvidenceLog log, StoredLeaf leaf, long size)
    {
        var index = log.IndexOf(leaf.Arrival)!.Value;
        return new()
        {
            Leaf = EvidenceLeaf.Read(Encoding.UTF8.GetBytes(leaf.Leaf)).Value,
            LeafHash = new(new(leaf.Sha256), new(leaf.Sm3)),
            Index = index,
            Inclusion = log.Inclusion(index, size),
            Content = leaf.Content is { } content ? Encoding.UTF8.GetBytes(content) : null,
            Salt = leaf.Salt,
        };
    }

    private static async Task<IResult> Answer(Guid id, HttpContext context, Store store, long? earlier)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        if (StoredLeaf.Find(read, id) is not { } leaf)
        {
            return Problems.Of(context, WebRefusals.NotFound("leaves", $"{id}"), StatusCodes.Status404NotFound);
        }

        var bundle = Of(new(read.Session), [leaf], earlier);
        return bundle.Ok
            ? ReadLog.Download(bundle.Value.ToBytes(), $"zhirong-evidence-{id}.json")
            : Problems.Of(context, bundle.Refusals, bundle.Refusals[0].Code == EvidenceRefusals.NoCheckpointCode ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }
}
