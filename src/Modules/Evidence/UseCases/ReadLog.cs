using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Proof;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Evidence.UseCases;

/// <summary>A public key of the log.</summary>
public sealed record LogKeyView(string Algorithm, string Key, string Public);

/// <summary>The log as it stands.</summary>
/// <param name="Size">Leaves under the latest checkpoint.</param>
/// <param name="Pending">Leaves waiting for one.</param>
/// <param name="Stopped">Why nothing is signed any more; null while all is well.</param>
public sealed record LogView(string Origin, long Size, long Pending, JsonElement? Checkpoint, JsonElement? Signatures, IReadOnlyList<LogKeyView> Keys, Finding? Stopped);

public sealed record CheckpointRow(long Size, string At, string Sha256, string Sm3, IReadOnlyList<string> Signed);

public sealed record ProofView(IReadOnlyList<string> Sha256, IReadOnlyList<string> Sm3)
{
    internal static ProofView Of(DualProof proof) => new([.. proof.Sha256.Select(d => d.ToString())], [.. proof.Sm3.Select(d => d.ToString())]);
}

public sealed record ConsistencyView(JsonElement From, JsonElement To, ProofView Proof);

/// <summary>The log itself: identity, checkpoints, and that it only ever grew.</summary>
internal static class ReadLog
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/evidence/log", Log).WithName("evidenceLog").Reads("evidence").WithSummary("The log, its latest checkpoint and its keys").Produces<LogView>().ProducesProblem(404);
        api.MapGet("/evidence/log.json", LogFile).WithName("evidenceLogFile").Reads("evidence").WithSummary("The log key file to pin").Produces(200, contentType: "application/json").ProducesProblem(404);
        api.MapGet("/evidence/checkpoints", Checkpoints).WithName("listCheckpoints").Reads("evidence").WithSummary("Checkpoints, newest first").Produces<PageOf<CheckpointRow>>();
        api.MapGet("/evidence/checkpoints/{size:long}", CheckpointFile).WithName("checkpointFile").Reads("evidence").WithSummary("A signed checkpoint as a file").Produces(200, contentType: "application/json").ProducesProblem(404);
        api.MapGet("/evidence/consistency", Consistency).WithName("proveConsistency").Reads("evidence").WithSummary("Proof that one checkpoint's log is the beginning of another's").Produces<ConsistencyView>().ProducesProblem(422);
    }

    public static IResult Download(byte[] bytes, string name) => Results.File(bytes, "application/json", name);

    private static async Task<IResult> Log(HttpContext context, Store store, Sequencer sequencer)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        var log = new EvidenceLog(read.Session);
        if (log.Identity is not { } identity)
        {
            return Unopened(context);
        }

        var latest = log.Latest;
        return Results.Json(
            new LogView(
                identity.Origin, latest?.Size ?? 0, log.Pending, Json(latest?.Checkpoint), Json(latest?.Signatures), [.. identity.Keys.Select(k => new LogKeyView(k.Algorithm.Word(), k.Fingerprint, Convert.ToHexStringLower(k.Public.Span)))], sequencer.Stopped is { } stopped ? Finding.Of(stopped, RequestLanguage.Of(context)) : null),
            WebJson.Options);
    }

    private static async Task<IResult> LogFile(HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        return new EvidenceLog(read.Session).Identity is { } identity ? Download(identity.ToBytes(), "zhirong-evidence-log.json") : Unopened(context);
    }

    private static async Task<IResult> Checkpoints(HttpContext context, Store store, int? page, int? pageSize)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        var log = new EvidenceLog(read.Session);
        var wanted = PageRequest.Of(page, pageSize);
        var rows = log.Page(wanted.Skip, wanted.PageSize).Select(r => r.Signed).Select(s => new CheckpointRow(
            s.Checkpoint.Size, Instant.Text(Instant.Of(s.Checkpoint.At)), s.Checkpoint.Roots.Sha256.ToString(), s.Checkpoint.Roots.Sm3.ToString(), [.. s.Signatures.Select(x => x.Algorithm.Word())]));
        return Results.Json(new PageOf<CheckpointRow>([.. rows], (int)log.Checkpoints, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> CheckpointFile(long size, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        return new EvidenceLog(read.Session).OfSize(size) is { } round
            ? Download(round.Signed.ToBytes(), $"zhirong-checkpoint-{size}.json")
            : Problems.Of(context, WebRefusals.NotFound("checkpoints", $"{size}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Consistency(HttpContext context, Store store, long from, long to)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        var log = new EvidenceLog(read.Session);
        var size = log.Latest?.Size ?? 0;
        var (earlier, later) = (log.OfSize(from), log.OfSize(to));
        return earlier is null ? Problems.Of(context, EvidenceRefusals.Size("from", from, size))
            : later is null || to < from ? Problems.Of(context, EvidenceRefusals.Size("to", to, size))
            : Results.Json(new ConsistencyView(Json(earlier.Checkpoint)!.Value, Json(later.Checkpoint)!.Value, ProofView.Of(log.Consistency(from, to))), WebJson.Options);
    }

    private static JsonElement? Json(string? text) => text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);

    private static IResult Unopened(HttpContext context) => Problems.Of(context, WebRefusals.NotFound("log", ""), StatusCodes.Status404NotFound);
}
