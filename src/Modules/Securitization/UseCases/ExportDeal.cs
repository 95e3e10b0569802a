using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Modules.Securitization.Cashflow;
using Zhirong.Modules.Securitization.Excel;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <param name="Text">The deal as it stands, saved or not.</param>
/// <param name="Scenario"><c>ipabs-scenario/v1</c>; null for the base.</param>
/// <param name="Unit">yuan or wan (万元), for the csv.</param>
public sealed record ExportRequest(string Text, JsonElement? Scenario = null, string? Unit = null);

/// <summary>A file to hand on.</summary>
internal sealed record ExportFile(byte[] Bytes, string ContentType);

/// <summary>The kinds of files the desk exports, by name.</summary>
internal static class ExportFiles
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IReadOnlyList<string> Kinds { get; } = ["terms.xlsx", "cashflow.xlsx", "cashflow.csv", "deal.yaml"];

    public static ExportFile Of(string kind, ExportSource source) => kind switch
    {
        "terms.xlsx" => new(DealWorkbook.Write(DocReader.Read(source.Text).Value, source.Language), Workbook),
        "cashflow.xlsx" => new(source.Run(run => CashflowWorkbook.Write(run.Deal, source.Prepared.Scenario!, run, source.Options)), Workbook),
        "cashflow.csv" => new(source.Run(run => CashflowCsv.Write(run.Deal, source.Prepared.Scenario!, run, source.Options)), "text/csv; charset=utf-8"),
        _ => new(Encoding.UTF8.GetBytes(source.Text), "application/yaml; charset=utf-8"),
    };
}

/// <summary>What an export is made from.</summary>
internal sealed record ExportSource(string Text, DealPreparation Prepared, Language Language, AmountUnit Unit)
{
    public CashflowOptions Options => new() { Language = Language, Unit = Unit, InputHash = $"sha256:{Prepared.InputHash}" };

    public byte[] Run(Func<DealRun, byte[]> write)
    {
        using var run = new ExactMachine(Prepared.Deal!).Run(Prepared.Scenario!);
        return write(run);
    }
}

/// <summary>Exports exactly what is on the screen: the text in the editor, under the scenario shown.</summary>
internal static class ExportDeal
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/deals/exports/{kind}", Answer)
        .WithName("exportDeal").WithSummary("A file of a deal text: terms.xlsx, cashflow.xlsx, cashflow.csv, deal.yaml").Produces(200, null, "application/octet-stream").ProducesProblem(422);

    private static IResult Answer(string kind, BodyOf<ExportRequest> body, HttpContext context, MarketData market)
    {
        if (!ExportFiles.Kinds.Contains(kind))
        {
            return Problems.Of(context, DeskRefusals.Kind(kind, ExportFiles.Kinds));
        }

        var source = body.Value.Ok ? Source(kind, body.Value.Value, market, RequestLanguage.Of(context)) : Result<ExportSource>.Refused(body.Value.Refusals);
        if (!source.Ok)
        {
            return Problems.Of(context, source.Refusals);
        }

        var file = ExportFiles.Of(kind, source.Value);
        return Results.File(file.Bytes, file.ContentType, $"{source.Value.Prepared.Definition?.Id ?? "deal"}-{kind}");
    }

    /// <summary>Terms and text can be exported with lint errors in them; figures need a deal that can be computed.</summary>
    private static Result<ExportSource> Source(string kind, ExportRequest request, MarketData market, Language language)
    {
        var scenario = request.Scenario is { ValueKind: JsonValueKind.Object } given ? Encoding.UTF8.GetBytes(given.GetRawText()) : null;
        var prepared = DealPreparation.From(Encoding.UTF8.GetBytes(request.Text), scenario is null ? (ReadOnlyMemory<byte>?)null : scenario.AsMemory(), market.Holidays);
        var figures = kind is "cashflow.xlsx" or "cashflow.csv" || kind.StartsWith("report", StringComparison.Ordinal);
        if (kind != "deal.yaml" && prepared.ShapeRefusals.Count > 0)
        {
            return Result<ExportSource>.Refused(prepared.ShapeRefusals);
        }

        return figures && prepared.Deal is null
            ? DeskRefusals.CannotRun(prepared.Findings.Count(f => f.Severity == Severity.Error))
            : new ExportSource(request.Text, prepared, language, request.Unit == "wan" ? AmountUnit.Wan : AmountUnit.Yuan);
    }
}
