using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Ranking;
using Zhirong.Engine.Matching.Reading;
using Zhirong.Engine.Matching.Writing;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Listings;

/// <param name="Text">What is looked for, in words; IPC symbols in it count as such.</param>
/// <param name="Kinds">Categories of right; none named: any.</param>
/// <param name="Modes">How it is wanted; one of them is enough.</param>
/// <param name="PriceCeiling">Yuan; may be reached.</param>
/// <param name="ReadinessFrom">Technology readiness, 1 to 9.</param>
/// <param name="InForce">Only what the listing says is in force.</param>
/// <param name="Top">How many to show.</param>
public sealed record MatchListingsRequest(string Text, IReadOnlyList<string>? Keywords = null, IReadOnlyList<string>? Ipc = null, IReadOnlyList<string>? Kinds = null, IReadOnlyList<string>? Modes = null, string? PriceCeiling = null, int? ReadinessFrom = null, int? ReadinessTo = null, bool InForce = false, int Top = 20);

/// <summary>需求匹配: the rights of a file that fit what somebody wrote, the best first, each with the words and the IPC symbols it fits by.</summary>
internal static class MatchListings
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/listings/{id:guid}/match", Answer).WithName("matchListings").WithSummary("The listed rights that fit a need, with reasons; nothing is kept").Produces<MatchedListings>().ProducesProblem(404).ProducesProblem(422).Reads("assets");

    /// <summary>The request as <c>zhirong/need/v1</c>: one text for one content.</summary>
    public static string Document(MatchListingsRequest request)
    {
        static JsonArray List(IReadOnlyList<string>? values) => [.. (values ?? []).Select(v => (JsonNode?)JsonValue.Create(v))];
        var conditions = new JsonObject { ["in_force"] = request.InForce };
        if (request.Kinds is { Count: > 0 })
        {
            conditions["kinds"] = List(request.Kinds);
        }

        if (request.Modes is { Count: > 0 })
        {
            conditions["modes"] = List(request.Modes);
        }

        if (!string.IsNullOrWhiteSpace(request.PriceCeiling))
        {
            conditions["price_ceiling"] = request.PriceCeiling.Trim();
        }

        if (request.ReadinessFrom is not null || request.ReadinessTo is not null)
        {
            conditions["trl"] = new JsonObject { ["from"] = request.ReadinessFrom ?? 1, ["to"] = request.ReadinessTo ?? 9 };
        }

        var need = new JsonObject { ["schema"] = NeedReader.Schema, ["id"] = "need", ["text"] = request.Text ?? "", ["conditions"] = conditions };
        if (request.Keywords is { Count: > 0 })
        {
            need["keywords"] = List(request.Keywords);
        }

        if (request.Ipc is { Count: > 0 })
        {
            need["ipc"] = List(request.Ipc);
        }

        return need.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>Ranks a file for a document of a need; the engine's refusals where it asks nothing.</summary>
    public static Result<MatchResult> Ranked(ListingIndex index, string document, int top)
    {
        var need = NeedReader.Read(Encoding.UTF8.GetBytes(document), index.Parameters);
        return need.Ok ? ListingRanking.Of(need.Value, index, top) : Result<MatchResult>.Refused(need.Refusals);
    }

    /// <summary>Listed rights that the register holds for the viewer, by listing; a number two rights bear names none.</summary>
    public static Dictionary<string, Guid> Held(ZhirongContext read, IReadOnlyList<(string Listing, string Number)> listed)
    {
        List<(string Listing, string Number)> numbered = [.. listed.Where(l => l.Number.Length > 0)];
        var found = RightsByNumber.Find(read, [.. numbered.Select(l => l.Number)]);
        return numbered.Zip(found).Where(p => p.Second.Rights.Count == 1).ToDictionary(p => p.First.Listing, p => p.Second.Rights[0], StringComparer.Ordinal);
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<MatchListingsRequest> body, HttpContext context, RightDesk desk, ListingShelf shelf)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        if (body.Value.Value.Top is < 1 or > 100)
        {
            return Problems.Of(context, ListingRefusals.Top(body.Value.Value.Top));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await shelf.Of(read, id) is not { } index)
        {
            return Problems.Of(context, WebRefusals.NotFound("listings", $"{id}"), StatusCodes.Status404NotFound);
        }

        var file = await read.Set<ListingFile>().AsNoTracking().SingleAsync(f => f.Id == id, context.RequestAborted);
        var document = Document(body.Value.Value);
        var made = Ranked(index, document, body.Value.Value.Top);
        if (!made.Ok)
        {
            return Problems.Of(context, made.Refusals);
        }

        List<Listing> shown = [.. made.Value.Matches.Select(m => m.Listing), .. made.Value.Failures.Select(f => f.Listing)];
        var held = Held(read, [.. shown.DistinctBy(l => l.Id).Select(l => (l.Id, l.Number))]);
        return Results.Json(
            new MatchedListings(ListingFileRow.Of(file), Json(made.Value, document, file.Sha256, RequestLanguage.Of(context)), [.. held.Select(h => new ListedRight(h.Key, h.Value))], [.. shown.DistinctBy(l => l.Id).Select(l => new ListedTerms(l.Id, l.Modes, l.Price is { } price ? $"{price}" : null, l.Readiness, l.InForce))]),
            WebJson.Options);
    }

    private static JsonElement Json(MatchResult made, string need, string listings, Language language)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            MatchJson.Write(writer, made, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(need))), listings, typeof(MatchListings).Assembly.GetName().Version?.ToString(3) ?? "0", language);
        }

        using var document = JsonDocument.Parse(bytes.ToArray());
        return document.RootElement.Clone();
    }
}
