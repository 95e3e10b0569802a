using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>A file that left or entered the house.</summary>
/// <param name="Kind">instruction, answer, statement or balances.</param>
/// <param name="Kept">Whether its content can be read here; large statements keep their print only.</param>
public sealed record FileView(Guid Id, string Kind, string Name, string MediaType, string Sha256, long Size, bool Kept, Guid? BatchId, string At, string By)
{
    internal static FileView Of(PayFile file) => new(file.Id, file.Kind, file.Name, file.MediaType, file.Sha256, file.Size, file.Content is not null, file.BatchId, Instant.Text(file.At), file.By);
}

/// <summary>What kinds of file there are; see <see cref="PayFile"/>.</summary>
internal static class FileKinds
{
    public const string Instruction = "instruction";
    public const string Answer = "answer";
    public const string Statement = "statement";
    public const string Balances = "balances";
}

/// <summary>Files in and out, newest first, each with its print; and one as it was.</summary>
internal static class ListFiles
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/payments/files", List).WithName("listPayFiles").WithSummary("Files of payments in and out, newest first").Produces<PageOf<FileView>>().Reads("payments");
        api.MapGet("/payments/files/{id:guid}/content", Content).WithName("payFileContent").WithSummary("A file as it was sent or received").Produces(200, null, "application/octet-stream").ProducesProblem(404).Reads("payments");
    }

    private static async Task<IResult> List(HttpContext context, PaymentDesk desk, string? kind, Guid? batchId, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var wanted = PageRequest.Of(page, pageSize);
        var found = read.Set<PayFile>().Where(f => (kind == null || kind == "" || f.Kind == kind) && (batchId == null || f.BatchId == batchId));
        var total = await found.CountAsync();

        // The content stays where it is.
        var files = await found.OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Skip(wanted.Skip).Take(wanted.PageSize)
            .Select(f => new { f.Id, f.Kind, f.Name, f.MediaType, f.Sha256, f.Size, Kept = f.Content != null, f.BatchId, f.At, f.By }).ToListAsync();
        return Results.Json(new PageOf<FileView>([.. files.Select(f => new FileView(f.Id, f.Kind, f.Name, f.MediaType, f.Sha256, f.Size, f.Kept, f.BatchId, Instant.Text(f.At), f.By))], total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> Content(Guid id, HttpContext context, PaymentDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<PayFile>().SingleOrDefaultAsync(f => f.Id == id) is { Content: { } content } file
            ? Results.File(content, file.MediaType, file.Name)
            : Unseen.Problem(context, "files", id);
    }
}
