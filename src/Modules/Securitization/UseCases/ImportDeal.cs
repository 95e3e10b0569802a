using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall;
using Zhirong.Modules.Securitization.Excel;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <summary>What was read of a file.</summary>
/// <param name="Text">The deal as text; null when nothing could be read as one. It is not stored.</param>
/// <param name="Findings">Refused cells first, then the lint of what was read.</param>
/// <param name="Report">Rows taken and refused by sheet; empty for a text file.</param>
public sealed record ImportAnswer(string? Text, IReadOnlyList<Finding> Findings, IReadOnlyList<SheetReport> Report);

/// <summary>Reads a workbook or a text file into a deal text, for a look before it is saved.</summary>
internal static class ImportDeal
{
    private const long Limit = 32 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/deals/import", Answer).WithName("importDeal").Reads("securitization").WithSummary("Read a workbook (xlsx) or text file into a deal text; nothing is stored")
            .Accepts<byte[]>("application/octet-stream").Produces<ImportAnswer>().ProducesProblem(422);
        api.MapGet("/deals/template.xlsx", (HttpContext context, string? lang) => Results.File(DealWorkbook.Template(RequestLanguage.Of(context, lang)), ExportFiles.Workbook, "deal-template.xlsx"))
            .WithName("dealTemplate").Reads("securitization").WithSummary("The empty template; lang=en for English").Produces(200, null, ExportFiles.Workbook);
    }

    private static async Task<IResult> Answer(HttpContext context, MarketData market, TimeProvider clock)
    {
        var bytes = await RequestBytes.Read(context, Limit);
        if (!bytes.Ok)
        {
            return Problems.Of(context, bytes.Refusals);
        }

        var language = RequestLanguage.Of(context);
        var name = Uri.UnescapeDataString(context.Request.Headers["X-File-Name"].ToString());
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        var origin = new ImportOrigin(name.Length is 0 or > 200 ? "" : name, today);
        return Results.Json(IsText(bytes.Value) ? Text(bytes.Value, origin, market, language) : Workbook(bytes.Value, origin, market, language), WebJson.Options);
    }

    /// <summary>A deal text starts with a letter, a comment, a brace or a byte-order mark; every workbook format with something else.</summary>
    private static bool IsText(byte[] bytes) => bytes.Length == 0 || !(bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || bytes.AsSpan(0, Math.Min(1024, bytes.Length)).Contains((byte)0));

    private static ImportAnswer Text(byte[] bytes, ImportOrigin origin, MarketData market, Language language)
    {
        var document = DocReader.Read(bytes);
        if (!document.Ok)
        {
            return new(null, Finding.Of(document.Refusals, language), []);
        }

        var text = origin.Mark(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), document.Value);
        return new(text, Lint(text, market, language), []);
    }

    private static ImportAnswer Workbook(byte[] bytes, ImportOrigin origin, MarketData market, Language language)
    {
        var read = DealWorkbook.Read(bytes);
        var refused = Finding.Of(read.Refusals, language);
        if (read.Document is null)
        {
            return new(null, refused, read.Report);
        }

        var text = origin.Mark(DealYaml.Write(read.Document), read.Document);
        return new(text, [.. refused, .. Lint(text, market, language).Select(finding => InCell(finding, read))], read.Report);
    }

    /// <summary>Who filled a workbook looks for a cell, not for a line.</summary>
    private static Finding InCell(Finding finding, DealImport read) => read.CellOf(finding.Path) is { Length: > 0 } cell
        ? finding with { Message = $"{cell} {finding.Message}" }
        : finding;

    private static IReadOnlyList<Finding> Lint(string text, MarketData market, Language language)
    {
        var prepared = DealPreparation.From(Encoding.UTF8.GetBytes(text), null, market.Holidays);
        return Finding.Of(prepared.ShapeRefusals.Count > 0 ? prepared.ShapeRefusals : [.. prepared.Findings, .. prepared.Deal?.Warnings ?? []], language);
    }
}

/// <summary>A file that says nothing of where its figures come from is marked as imported: by name and day.</summary>
internal sealed record ImportOrigin(string File, DateOnly Day)
{
    /// <summary>The text with the mark at its end; unchanged when it has origins of its own or is no block-style map.</summary>
    public string Mark(string text, DocNode document)
    {
        if (document is not DocMap map || map["origins"] is not null || text.TrimStart().StartsWith('{'))
        {
            return text;
        }

        var source = File.Length == 0 ? "" : $", source: \"{Quoted(File)}\"";
        var marked = $"{text.TrimEnd()}\norigins:\n  - {{path: \"*\", kind: imported{source}, date: {Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}}\n";
        return DocReader.Read(marked).Ok ? marked : text;
    }

    private static string Quoted(string text) => string.Concat(text.Where(c => !char.IsControl(c))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
