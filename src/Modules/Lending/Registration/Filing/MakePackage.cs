using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Registration.Rules;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Registration.Filing;

/// <summary>生成报送包: the zip to hand to a registry; handing it out leaves evidence, named in X-Evidence-Id.</summary>
internal static class MakePackage
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/registrations/{registration:guid}/package.zip", Answer).WithName("makeFilingPackage").WithSummary("The filing package: form set as text documents and PDF, data, undertaking, declarations, manifest; pdf=false leaves the PDF out").Produces(200, contentType: "application/zip").ProducesProblem(404).ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(Guid registration, HttpContext context, LendingDesk desk, PagePrinter printer, bool? pdf)
    {
        var viewer = RequestViewer.Of(context);
        FilingForm form;
        Guid pledge;
        await using (var read = desk.Store.Read(viewer))
        {
            if (RegistrationReading.Open(read, registration, desk.Registries) is not { } opened)
            {
                return Problems.Of(context, WebRefusals.NotFound("registrations", $"{registration}"), StatusCodes.Status404NotFound);
            }

            (form, pledge) = (FilingForm.Of(opened), opened.Pledge.Id);
        }

        var printed = pdf == false ? Result<IReadOnlyDictionary<string, byte[]>>.Of(new Dictionary<string, byte[]>()) : await FilingPackage.Print(form, printer, context.RequestAborted);
        if (!printed.Ok)
        {
            return Problems.Of(context, printed.Refusals);
        }

        var bytes = FilingPackage.Of(form, printed.Value);
        var happening = new Happening("FilingPackageMade", "pledge", RowValues.Of(pledge), new JsonObject { ["bytes"] = bytes.Length, ["form"] = form.Form.Word(), ["registration"] = RowValues.Of(registration), ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)) });
        var evidence = await desk.Store.Commits.Write(viewer, work => Task.FromResult(EvidenceLeaves.Record(work, happening, desk.Clock)));
        context.Response.Headers["X-Evidence-Id"] = $"{evidence}";
        return Results.File(bytes, "application/zip", $"{form.Rules.Code}-{form.Form.Word()}-{registration}.zip");
    }
}
