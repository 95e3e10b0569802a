using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Papers.Own;

/// <param name="Text"><c>zhirong/loan-document/v1</c> as it is being written.</param>
/// <param name="Record">A stored record of the kind the text is about.</param>
/// <param name="Format"><c>html</c> or <c>pdf</c>; left out, a page.</param>
/// <param name="Lang"><c>zh</c> or <c>en</c>; left out, the reader's.</param>
public sealed record PreviewTemplateRequest(string Text, Guid Record, string? Format = null, string? Lang = null);

/// <summary>模板预览: the document a text would make of a stored record, marked as a specimen on every page. It keeps nothing.</summary>
internal static class PreviewTemplate
{
    private static readonly string[] Formats = ["html", "pdf"];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/paper-templates/preview", Answer).WithName("previewPaperTemplate").WithSummary("The document a template's text would make of a stored record, as a page or PDF, marked as a specimen").Produces(200, null, "text/html", "application/pdf").ProducesProblem(404).ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(BodyOf<PreviewTemplateRequest> body, HttpContext context, PaperDesk desk, PagePrinter printer)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var request = body.Value.Value;
        var form = new LendingForm();
        var format = form.Word("format", request.Format ?? "html", Formats);
        var made = form.Faults.Count > 0 ? Result<Templates.ShelvedTemplate>.Refused(form.Faults) : ExamineTemplate.Read(request.Text);
        if (!made.Ok)
        {
            return Problems.Of(context, made.Refusals);
        }

        var template = made.Value.Template;
        Report report;
        await using (var read = desk.Lending.Store.Read(RequestViewer.Of(context)))
        {
            if (desk.Record(read, template.About, request.Record) is not { } record)
            {
                return Problems.Of(context, WebRefusals.NotFound("record", $"{request.Record}"), StatusCodes.Status404NotFound);
            }

            if (!record.Ok)
            {
                return Problems.Of(context, record.Refusals);
            }

            report = PaperFill.Specimen(template, record.Value, desk.Lending.Today, RequestLanguage.Of(context, request.Lang));
        }

        if (format == "html")
        {
            return Results.Content(ReportPage.Write(report), "text/html; charset=utf-8");
        }

        var printed = await printer.Print(ReportPage.Write(report), new(report.AsOf.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), context.RequestAborted);
        return printed.Ok ? Results.File(printed.Value, "application/pdf", $"{template.Id}-specimen.pdf") : Problems.Of(context, printed.Refusals);
    }
}
