using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>导入台账, first half: an officer's sheet is read and held against the loans there are; no loan is made.</summary>
internal static class ImportLoans
{
    /// <summary>Largest file.</summary>
    private const long Limit = 8 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/loans/imports", List).WithName("listLoanImports").WithSummary("Officers' sheets that were looked at or taken in, the newest first").Produces<PageOf<LoanImportView>>().Reads("lending");
        api.MapGet("/loans/imports/{id:guid}", One).WithName("openLoanImport").WithSummary("An officer's sheet with what becomes of each row").Produces<LoanImportView>().ProducesProblem(404).Reads("lending");
        api.MapPost("/loans/imports", Answer).WithName("lookAtLoans").WithSummary("Read an officer's sheet of loans (xlsx, csv) and hold it against the loans there are; nothing is taken in").Accepts<byte[]>("application/octet-stream").Produces<LoanImportView>(201).ProducesProblem(404).ProducesProblem(422).Act("lending.import.look");
    }

    private static async Task<IResult> Answer(DateOnly? asOf, Guid? bookId, string? mapping, HttpContext context, LoanDesk desk)
    {
        var bytes = await RequestBytes.Read(context, Limit);
        if (!bytes.Ok)
        {
            return Problems.Of(context, bytes.Refusals);
        }

        var (viewer, titles) = (RequestViewer.Of(context), desk.Law.Titles);
        if (!string.IsNullOrEmpty(mapping))
        {
            await using var read = desk.Store.Read(viewer);
            if (await read.Set<LoanMapping>().AsNoTracking().SingleOrDefaultAsync(m => m.Name == mapping && m.OwnerId == viewer.Organisation) is not { } kept)
            {
                return Problems.Of(context, WebRefusals.NotFound("mappings", mapping));
            }

            titles = titles.With(LoanTitles.Of(KeepLoanMapping.ColumnsOf(kept)).Value);
        }

        var looked = await Look(desk, viewer, new(ReceivedFile.NameOf(context), bytes.Value, asOf ?? desk.Today, bookId ?? Guid.Empty, mapping ?? ""), titles, RequestLanguage.Of(context));
        return looked.Ok ? Results.Json(looked.Value, WebJson.Options, statusCode: StatusCodes.Status201Created) : Problems.Of(context, looked.Refusals);
    }

    /// <summary>A file as it came in, and how it is to be read.</summary>
    public sealed record Sheet(string Name, byte[] Bytes, DateOnly AsOf, Guid BookId, string Mapping);

    /// <summary>Reads and compares, and keeps the sheet with what became of each row.</summary>
    public static async Task<Result<LoanImportView>> Look(LoanDesk desk, Viewer viewer, Sheet sheet, LoanTitles titles, Language language)
    {
        if (sheet.AsOf > desk.Today || sheet.AsOf.Year < 1990)
        {
            return LoanSheetRefusals.AsOf(sheet.AsOf, desk.Today);
        }

        var rows = LoanSheetReader.Read(sheet.Bytes, titles);
        if (!rows.Ok)
        {
            return Result<LoanImportView>.Refused(rows.Refusals);
        }

        LoanSheetLooked looked;
        await using (var read = desk.Store.Read(viewer))
        {
            if (BookDoor.Row(read, sheet.BookId) is not { Kind: "bank" })
            {
                return LoanRefusals.Book("bookId", $"{sheet.BookId}");
            }

            looked = new LookAtLoans(read, desk, sheet.BookId).Look(rows.Value.Lines, sheet.AsOf);
        }

        var import = new LoanImport
        {
            Id = desk.NewId(),
            OwnerId = viewer.Organisation,
            Version = 1,
            Name = sheet.Name,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sheet.Bytes)),
            AsOf = sheet.AsOf,
            BookId = sheet.BookId,
            Mapping = sheet.Mapping,
            State = LoanImportStates.LookedAt,
            Rows = JsonSerializer.Serialize(rows.Value.Lines, LendingJson.Options),
            Outcomes = JsonSerializer.Serialize(looked.Outcomes, LendingJson.Options),
            TakenFen = 0,
            At = Instant.Now(desk.Clock),
            By = viewer.Person,
        };
        await desk.Store.Commits.Write(viewer, async work =>
        {
            work.Add(import);
            EvidenceLeaves.Record(work, new("LoanSheetRead", "loan_import", RowValues.Of(import.Id), new JsonObject { ["asOf"] = RowValues.Of(import.AsOf), ["name"] = import.Name, ["rows"] = looked.Outcomes.Count, ["sha256"] = import.Sha256 }), desk.Clock);
            return await work.SaveChangesAsync();
        });
        return LoanImportView.Of(import, language);
    }

    private static async Task<IResult> List(HttpContext context, LoanDesk desk, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, language) = (PageRequest.Of(page, pageSize), RequestLanguage.Of(context));
        var found = await read.Set<LoanImport>().AsNoTracking().OrderByDescending(i => i.At).ThenBy(i => i.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<LoanImportView>([.. found.Select(i => LoanImportView.Of(i, language) with { Shown = [] })], await read.Set<LoanImport>().CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<LoanImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, context.RequestAborted) is { } import
            ? Results.Json(LoanImportView.Of(import, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("imports", $"{id}"), StatusCodes.Status404NotFound);
    }
}
