using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Papers.Own;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Papers;

/// <summary>The documents of a record with their versions, and one of them as a page or a file.</summary>
internal static class OpenPaper
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly string[] Formats = ["html", "pdf", "docx", "json"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/lending/papers", List).WithName("listLoanPapers").WithSummary("Documents of an application, a line, a pledge or a loan, with their versions and whether what they say has changed").Produces<LoanPaperList>().ProducesProblem(404).ProducesProblem(422).Reads("lending");
        api.MapGet("/lending/papers/{id:guid}", File).WithName("openLoanPaper").WithSummary("One version of a document: a page, or with format=pdf or docx a file that leaves evidence (X-Evidence-Id); format=json the record it was made of; lang=en for English where it has one")
            .Produces(200, null, "text/html", "application/pdf", Document, "application/json").ProducesProblem(404).ProducesProblem(422).Reads("lending");
    }

    public static Result<LoanPaperList>? Of(ZhirongContext read, PaperDesk desk, string about, Guid id, Language language)
    {
        if (desk.Record(read, about, id) is not { } record)
        {
            return null;
        }

        var hash = record.Ok ? CanonicalText.Hash(CanonicalText.Of(record.Value)) : null;
        var made = read.Set<LoanPaper>().Where(p => p.About == about && p.AboutId == id).AsNoTracking().ToList();
        return new LoanPaperList(about, id, record.Ok ? null : record.Refusals[0].Sentence(language), [.. Templates(read, desk, about, made).Select(t => LoanPaperRow.Of(t.Shelved, t.Stands, hash, made, language))]);
    }

    /// <summary>The templates that stand today, and those that stand no longer by which documents were made.</summary>
    private static IEnumerable<(ShelvedTemplate Shelved, bool Stands)> Templates(ZhirongContext read, PaperDesk desk, string about, List<LoanPaper> made) =>
        from code in TemplateShelf.Of(read, desk.Shelf).Where(t => t.Shelved.Template.About == about).GroupBy(t => t.Code)
        let standing = TemplateShelf.Standing([.. code], desk.Lending.Today)
        where standing is not null || made.Exists(p => p.Template == code.Key)
        select ((standing ?? code.Last()).Shelved, standing is not null);

    private static async Task<IResult> List(HttpContext context, PaperDesk desk, string? about, Guid? id)
    {
        if (about is null || !PaperSubjects.Kinds.Contains(about))
        {
            return Problems.Of(context, WebRefusals.OneOf("about", about ?? "—", PaperSubjects.Kinds));
        }

        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        return Of(read, desk, about, id ?? default, RequestLanguage.Of(context)) is not { } list
            ? Problems.Of(context, WebRefusals.NotFound("about", $"{id}"), StatusCodes.Status404NotFound)
            : Results.Json(list.Value, WebJson.Options);
    }

    private static async Task<IResult> File(Guid id, HttpContext context, PaperDesk desk, PagePrinter printer, string? format, string? lang)
    {
        var wanted = string.IsNullOrEmpty(format) ? "html" : format;
        if (!Formats.Contains(wanted))
        {
            return Problems.Of(context, PaperRefusals.FileFormat(wanted, Formats));
        }

        LoanPaper? paper;
        await using (var read = desk.Lending.Store.Read(RequestViewer.Of(context)))
        {
            paper = await read.Set<LoanPaper>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, context.RequestAborted);
        }

        if (paper is null)
        {
            return Problems.Of(context, WebRefusals.NotFound("papers", $"{id}"), StatusCodes.Status404NotFound);
        }

        if (wanted == "json")
        {
            return Results.Content(paper.Record, "application/json; charset=utf-8");
        }

        var report = PaperFill.Of(PaperReader.Read(Encoding.UTF8.GetBytes(paper.TemplateText)).Value.Template, paper, RequestLanguage.Of(context, lang));
        return wanted == "html" ? Results.Content(ReportPage.Write(report), "text/html; charset=utf-8") : await Handed(context, desk, printer, paper, report, wanted);
    }

    /// <summary>The file's date is the document's, so that one version gives the same bytes whenever it is asked for.</summary>
    private static async Task<IResult> Handed(HttpContext context, PaperDesk desk, PagePrinter printer, LoanPaper paper, Report report, string format)
    {
        var bytes = format == "docx" ? ReportDocument.Write(report) : await printer.Print(ReportPage.Write(report), new(report.AsOf.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), context.RequestAborted);
        if (!bytes.Ok)
        {
            return Problems.Of(context, bytes.Refusals);
        }

        var happening = new Happening("ReportMade", "report", $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes.Value))}", new JsonObject
        {
            ["bytes"] = bytes.Value.Length,
            [paper.About] = RowValues.Of(paper.AboutId),
            ["input"] = $"sha256:{paper.RecordHash}",
            ["kind"] = $"{paper.Template}.{format}",
            ["language"] = report.Language == Language.En ? "en" : "zh-CN",
            ["version"] = paper.N,
        });
        var evidence = await desk.Lending.Store.Commits.Write(RequestViewer.Of(context), work => Task.FromResult(EvidenceLeaves.Record(work, happening, desk.Lending.Clock)));
        context.Response.Headers["X-Evidence-Id"] = $"{evidence}";
        return Results.File(bytes.Value, format == "docx" ? Document : "application/pdf", $"{paper.Template}-{paper.AboutId}-v{paper.N}.{format}");
    }
}
