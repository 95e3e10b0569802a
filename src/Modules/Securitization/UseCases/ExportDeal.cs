using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Securitization.Cashflow;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <param name="Text">The deal as it stands, saved or not.</param>
/// <param name="Scenario"><c>ipabs-scenario/v1</c>; null for the base.</param>
/// <param name="Unit">yuan or wan (万元), for the csv and the workbook's further sheet.</param>
public sealed record ExportRequest(string Text, JsonElement? Scenario = null, string? Unit = null);

/// <summary>Exports exactly what is on the screen: the text in the editor, under the scenario shown.</summary>
internal static class ExportDeal
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/deals/exports/{kind}", Answer).WithName("exportDeal").Reads("securitization").WithSummary($"A file of a deal text: {string.Join(", ", ExportFiles.Kinds)}")
            .Produces(200, null, "application/octet-stream").ProducesProblem(422);
        api.MapGet("/deals/{id:guid}/report", Page).WithName("dealReport").Reads("securitization").WithSummary("The summary of a saved version as a page to print; lang=en for English")
            .Produces(200, null, "text/html").ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> Answer(string kind, BodyOf<ExportRequest> body, HttpContext context, Store store, MarketData market, PagePrinter printer, TimeProvider clock)
    {
        if (!ExportFiles.Kinds.Contains(kind))
        {
            return Problems.Of(context, DeskRefusals.Kind(kind, ExportFiles.Kinds));
        }

        var source = body.Value.Ok ? Source(kind, body.Value.Value, market, RequestLanguage.Of(context), clock.GetUtcNow()) : Result<ExportSource>.Refused(body.Value.Refusals);
        var file = source.Ok ? await ExportFiles.Of(kind, source.Value, printer, context.RequestAborted) : Result<ExportFile>.Refused(source.Refusals);
        if (file.Ok && kind.StartsWith("report", StringComparison.Ordinal))
        {
            context.Response.Headers["X-Evidence-Id"] = $"{await Reported(context, store, kind, source.Value, file.Value, clock)}";
        }

        return file.Ok
            ? Results.File(file.Value.Bytes, file.Value.ContentType, $"{source.Value.Prepared.Definition?.Id.Replace('/', '-') ?? "deal"}-{kind}")
            : Problems.Of(context, file.Refusals);
    }

    private static async Task<IResult> Page(Guid id, HttpContext context, Store store, MarketData market, TimeProvider clock, int? version, string? lang)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        if (await OpenDeal.Visible(read, id) is not { } deal || await OpenDeal.Find(read, id, version ?? deal.Version) is not { } found)
        {
            return OpenDeal.Unknown(context, "versions", $"{version}");
        }

        var language = RequestLanguage.Of(context, lang);
        var source = Source("report.html", new(found.Text), market, language, clock.GetUtcNow());
        return source.Ok ? Results.Content(ReportPage.Write(ExportFiles.Report(source.Value)), "text/html; charset=utf-8") : Problems.Of(context, source.Refusals);
    }

    /// <summary>A report that leaves the house leaves evidence: whoever holds the file can have it shown that it is the one.</summary>
    private static Task<Guid> Reported(HttpContext context, Store store, string kind, ExportSource source, ExportFile file, TimeProvider clock)
    {
        var language = source.Language == Language.En ? "en" : "zh-CN";
        var happening = DealHappenings.Reported(kind, language, source.Prepared.Definition!.Id, source.Prepared.InputHash, file.Bytes);
        return store.Commits.Write(RequestViewer.Of(context), work => Task.FromResult(EvidenceLeaves.Record(work, happening, clock)));
    }

    /// <summary>Terms and text can be exported with lint errors in them; figures need a deal that can be computed.</summary>
    private static Result<ExportSource> Source(string kind, ExportRequest request, MarketData market, Language language, DateTimeOffset moment)
    {
        var text = Encoding.UTF8.GetBytes(request.Text);
        var scenario = request.Scenario is { ValueKind: JsonValueKind.Object } given ? Encoding.UTF8.GetBytes(given.GetRawText()) : null;
        var prepared = DealPreparation.From(text, scenario is null ? (ReadOnlyMemory<byte>?)null : scenario.AsMemory(), market.Holidays);
        if (kind != "deal.yaml" && prepared.ShapeRefusals.Count > 0)
        {
            return Result<ExportSource>.Refused(prepared.ShapeRefusals);
        }

        if (ExportFiles.NeedsRun(kind) && prepared.Deal is null)
        {
            return DeskRefusals.CannotRun(prepared.Findings.Count(f => f.Severity == Severity.Error));
        }

        return new ExportSource
        {
            Text = request.Text,
            Prepared = prepared,
            Base = scenario is null ? prepared : DealPreparation.From(text, null, market.Holidays),
            Scenario = scenario is null || prepared.Deal is null ? null : ScenarioReader.Read(DocReader.Read(scenario).Value).Value,
            Market = market,
            Language = language,
            Unit = request.Unit == "wan" ? AmountUnit.Wan : AmountUnit.Yuan,
            Moment = moment,
        };
    }
}
