using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Matching.Reading;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Listings;

/// <summary>导入挂牌清单: a file of listed rights, read whole before it is kept; and the files there are.</summary>
internal static class TakeListings
{
    /// <summary>Bytes of a file at most.</summary>
    public const long Limit = 32L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/listings", List).WithName("listListings").WithSummary("Files of listed rights, the newest first").Produces<ListingFileList>().Reads("assets");
        api.MapPost("/listings", Answer).WithName("takeListings").WithSummary("Take in a file of listed rights (zhirong/listings/v1, YAML or JSON), up to 32 MB").Accepts<byte[]>("application/octet-stream").Produces<ListingFileRow>(201).ProducesProblem(422).Act("assets.listing.take");
    }

    private static async Task<IResult> List(HttpContext context, RightDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var files = await read.Set<ListingFile>().OrderByDescending(f => f.At).ThenBy(f => f.Id).Take(PageRequest.Largest).AsNoTracking().ToListAsync(context.RequestAborted);
        return Results.Json(new ListingFileList([.. files.Select(ListingFileRow.Of)]), WebJson.Options);
    }

    private static async Task<IResult> Answer(HttpContext context, RightDesk desk)
    {
        using var received = await ReceivedFile.Of(context, Limit, Limit);
        if (received.TooLarge || received.Size == 0 || received.Content is not { } content)
        {
            return Problems.Of(context, ListingRefusals.Size(received.Size));
        }

        var listings = ListingReader.Read(content);
        if (!listings.Ok)
        {
            return Problems.Of(context, listings.Refusals);
        }

        var head = Head(content);
        var written = await desk.Store.Commits.Once<ListingFileRow>(RequestViewer.Of(context), null, desk.Clock, async work =>
        {
            if (await work.Set<ListingFile>().AsNoTracking().FirstOrDefaultAsync(f => f.OwnerId == work.Viewer.Organisation && f.Sha256 == received.Sha256) is { } there)
            {
                return ListingRefusals.There(there.Name);
            }

            var file = new ListingFile { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Code = head.Code, Name = received.Name, Day = head.Day, Source = head.Source, Sha256 = received.Sha256, Listings = listings.Value.Count, At = Instant.Now(desk.Clock), By = work.Viewer.Person };
            work.Add(file);
            await work.SaveChangesAsync();
            work.Add(new ListingFileContent { FileId = file.Id, Content = content });
            await work.SaveChangesAsync();
            var said = new JsonObject { ["code"] = file.Code, ["file"] = $"sha256:{file.Sha256}", ["listings"] = file.Listings, ["source"] = file.Source };
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, new("ListingsTaken", "listing_file", RowValues.Of(file.Id), said), desk.Clock)]);
            return ListingFileRow.Of(file);
        });
        return Answers.Written(context, written, null, StatusCodes.Status201Created);
    }

    /// <summary>What the reader has seen to be there already.</summary>
    private static (string Code, DateOnly? Day, string Source) Head(byte[] content)
    {
        var root = (DocMap)DocReader.Read(content, ListingReader.Limits).Value;
        string Text(string key) => root[key] is DocScalar scalar ? scalar.Text.Trim() : "";
        var source = Text("source");
        return (Text("id"), DateOnly.TryParse(Text("day"), System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null, source.Length <= 400 ? source : source[..400]);
    }
}
