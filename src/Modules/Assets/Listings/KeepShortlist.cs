using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Matching.Ranking;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Listings;

/// <param name="File">The file that was looked through.</param>
/// <param name="Need">The need as it was asked.</param>
/// <param name="Listings">Ids of the listings chosen.</param>
public sealed record KeepShortlistRequest(string Name, Guid File, MatchListingsRequest Need, IReadOnlyList<string> Listings);

/// <summary>保存候选清单: the chosen ones of a match, ranked anew as they are kept, with the need and the reasons.</summary>
internal static class KeepShortlist
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/shortlists", Answer).WithName("keepShortlist").WithSummary("Keep chosen rights of a match with the need and the reasons").Produces<ShortlistDetail>(201).ProducesProblem(404).ProducesProblem(422).Act("assets.shortlist.keep");

    private static async Task<IResult> Answer(BodyOf<KeepShortlistRequest> body, HttpContext context, RightDesk desk, ListingShelf shelf)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (request, form) = (body.Value.Value, new RegisterForm());
        form.Text("name", request.Name, 200);
        List<string> chosen = [.. (request.Listings ?? []).Distinct(StringComparer.Ordinal)];
        if (chosen.Count is 0 or > Most)
        {
            form.Faults.Add(ListingRefusals.Chosen($"{chosen.Count}"));
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await shelf.Of(read, request.File) is not { } index)
        {
            return Problems.Of(context, WebRefusals.NotFound("listings", $"{request.File}"), StatusCodes.Status404NotFound);
        }

        var document = MatchListings.Document(request.Need);
        var made = MatchListings.Ranked(index, document, ListingRanking.MostShown);
        if (!made.Ok)
        {
            return Problems.Of(context, made.Refusals);
        }

        List<(int Rank, RankedListing Ranked)> kept = [.. made.Value.Matches.Select((m, i) => (i + 1, m)).Where(m => chosen.Contains(m.m.Listing.Id))];
        if (kept.Count < chosen.Count)
        {
            return Problems.Of(context, ListingRefusals.Chosen(chosen.First(c => !kept.Exists(k => k.Ranked.Listing.Id == c))));
        }

        var written = await desk.Store.Commits.Once<ShortlistDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var list = new Shortlist { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Version = 1, Name = request.Name.Trim(), FileId = request.File, Need = document, At = Instant.Now(desk.Clock), By = work.Viewer.Person };
            work.Add(list);
            await work.SaveChangesAsync();
            work.AddRange(kept.Select(k => Item(list.Id, k.Rank, k.Ranked)));
            await work.SaveChangesAsync();
            var said = new JsonObject { ["file"] = RowValues.Of(request.File), ["listings"] = new JsonArray([.. kept.Select(k => JsonValue.Create(k.Ranked.Listing.Id))]), ["name"] = list.Name };
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, new("ShortlistKept", "shortlist", RowValues.Of(list.Id), said), desk.Clock)]);
            return (await OpenShortlist.Detail(work, list.Id))!;
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static ShortlistItem Item(Guid list, int rank, RankedListing ranked) => new()
    {
        ShortlistId = list,
        ListingId = ranked.Listing.Id,
        Rank = rank,
        Millionths = ranked.Score.Millionths,
        Number = ranked.Listing.Number,
        Title = ranked.Listing.Title,
        Owner = ranked.Listing.Owner,
        Found = string.Join('\n', ranked.Found),
        Ipc = ranked.Ipc is { } ipc ? $"{ipc.Needed.Text} ~ {ipc.Listed.Text}" : "",
        Modes = string.Join('\n', ranked.Listing.Modes),
        PriceFen = ranked.Listing.Price?.Fen,
    };
}
