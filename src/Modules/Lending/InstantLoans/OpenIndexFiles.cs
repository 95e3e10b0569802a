using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Importing;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>A file of indices that was taken in, as its evidence tells it.</summary>
/// <param name="Name">Empty where the content of its evidence was erased; then the counts are null as well.</param>
public sealed record IndexFileView(Guid EvidenceId, string Name, string Sha256, int? Lines, int? Taken, int? Repeated, int? Refused, IReadOnlyList<string> Models, string At, string By);

/// <summary>Files of indices: the columns of one before it is taken in, and those taken in so far. It only reads.</summary>
internal static class OpenIndexFiles
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/lending/indices/columns", Columns).WithName("readIndexColumns").WithSummary("The titles of a file of indices with samples and the fields they stand for; nothing is kept").Accepts<byte[]>("application/octet-stream", "text/csv").Produces<LoanColumns>().ProducesProblem(422).Reads("lending");
        api.MapGet("/lending/indices", List).WithName("listIndexFiles").WithSummary("Files of indices taken in, the newest first, with who, when and how many rows").Produces<PageOf<IndexFileView>>().Reads("lending");
    }

    private static async Task<IResult> Columns(HttpContext context, InstantDesk desk)
    {
        var bytes = await RequestBytes.Read(context, TakeIndices.Limit);
        var columns = bytes.Ok ? IndexSheet.Columns(bytes.Value, desk.Loans.Law.IndexTitles) : Result<LoanColumns>.Refused(bytes.Refusals);
        return columns.Ok ? Results.Json(columns.Value, WebJson.Options) : Problems.Of(context, columns.Refusals);
    }

    private static async Task<IResult> List(HttpContext context, InstantDesk desk, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var wanted = PageRequest.Of(page, pageSize);
        var (leaves, total) = EvidenceLeaves.Told(read, TakeIndices.Event, wanted.Skip, wanted.PageSize);
        return Results.Json(new PageOf<IndexFileView>([.. leaves.Select(Shown)], total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    /// <summary>Files of before rows were refused one by one say neither what was repeated nor refused: none of theirs was.</summary>
    private static IndexFileView Shown(ToldLeaf leaf)
    {
        var told = leaf.Content is null ? null : JsonNode.Parse(leaf.Content)!;
        int? Count(string name) => told?[name]?.GetValue<int>();
        var (lines, taken) = (Count("lines"), Count("taken"));
        return new(leaf.Id, $"{told?["name"]}", leaf.SubjectId, lines, taken, Count("repeated") ?? lines - taken, told is null ? null : Count("refused") ?? 0, [.. (told?["models"]?.AsArray() ?? []).Select(m => $"{m}")], Instant.Text(leaf.At), leaf.By);
    }
}
