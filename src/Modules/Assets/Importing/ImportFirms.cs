using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Firms;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Importing;

/// <summary>A firm as a file tells it.</summary>
/// <param name="Code">Null where the file gives none.</param>
/// <param name="Known">The firm of the register it is; null for one that is new or cannot be told.</param>
/// <param name="Periods">Of its statements.</param>
/// <param name="Products">With revenue.</param>
public sealed record FirmRead(int Line, string Name, string? Code, Guid? Known, IReadOnlyList<string> Periods, IReadOnlyList<string> Products);

/// <summary>What a file of firms holds, or what became of it.</summary>
/// <param name="Report">Null for a preview.</param>
/// <param name="Fields">What a title or label may stand for.</param>
public sealed record FirmsImported(IReadOnlyList<FirmRead> Firms, ImportReportView? Report, int Refused, int Warnings, IReadOnlyDictionary<string, int> Unused, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Fields, string? Mapping);

/// <summary>导入企业报表: firms' statements and revenue by product, from csv and xlsx, looked at or kept.</summary>
internal static class ImportFirms
{
    /// <summary>Largest file: a workbook's limit.</summary>
    public const long Limit = 20L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/firms/import", Answer)
        .WithName("importFirms").WithSummary("Import firms' statements and revenue by product (csv, xlsx), up to 20 MB; preview=true only looks").Accepts<byte[]>("application/octet-stream").Produces<FirmsImported>().ProducesProblem(422).Act("assets.firm.import");

    private static async Task<IResult> Answer(HttpContext context, RightDesk desk, RegisterTitles titles, bool? preview, string? mapping, DateOnly? asOf)
    {
        if (asOf > desk.Today)
        {
            return Problems.Of(context, WebRefusals.Query("asOf", $"{asOf:yyyy-MM-dd}", Words.Same($"≤ {desk.Today:yyyy-MM-dd}")));
        }

        using var received = await ReceivedFile.Of(context, Limit, Limit);
        if (received.TooLarge)
        {
            return Problems.Of(context, ImportRefusals.TooLarge(Limit, new("字节", "bytes")));
        }

        var (viewer, language, chosen) = (RequestViewer.Of(context), RequestLanguage.Of(context), KeptMapping.None);
        await using (var read = desk.Store.Read(viewer))
        {
            if (mapping is { Length: > 0 })
            {
                if (await Mappings.Named(read, Mappings.Firms, mapping) is not { } named)
                {
                    return Problems.Of(context, WebRefusals.NotFound("mappings", mapping));
                }

                chosen = named;
            }
        }

        IReadOnlyList<FirmItem> items;
        using (var stream = received.Open())
        {
            items = new FirmReader(titles.Firms.With(FirmAliases.Of(chosen.Columns).Value)).Read(stream);
        }

        if (!items.Any(i => i is FirmItem.Taken) && items.OfType<FirmItem.Refused>().LastOrDefault() is { Reason: var whole } && FirmIntake.OfTheFile(whole))
        {
            return Problems.Of(context, whole);
        }

        if (preview != true)
        {
            var intake = new FirmIntake(desk, items, new(received.Name, received.Sha256, ImportReportView.FirmsFormat, asOf ?? desk.Today) { Mapping = chosen.Name, ReadAs = $"firms{chosen.Print}", Size = received.Size });
            var kept = await desk.Store.Commits.Write(viewer, intake.Keep);
            await using var after = desk.Store.Read(viewer);
            var report = ImportReportView.Of(after, await after.Set<SourceRow>().AsNoTracking().SingleAsync(s => s.Id == kept.Source), language, kept.Repeated);
            return Results.Json(Told(after, items, language, chosen) with { Report = report, Refused = report.Refused, Warnings = report.Warnings, Findings = report.Findings }, WebJson.Options);
        }

        await using var looking = desk.Store.Read(viewer);
        return Results.Json(Told(looking, items, language, chosen), WebJson.Options);
    }

    private static FirmsImported Told(ZhirongContext read, IReadOnlyList<FirmItem> items, Language language, KeptMapping mapping)
    {
        List<Refusal> refused = [.. items.OfType<FirmItem.Refused>().Select(r => r.Reason)], warned = [.. items.OfType<FirmItem.Warned>().Select(w => w.Reason)];
        var firms = items.OfType<FirmItem.Taken>().Select(t => t.Record).ToList();
        foreach (var firm in firms.Where(f => FirmIntake.Find(read, f) is null && FirmIntake.Nameless(f) is not null))
        {
            refused.Add(FirmIntake.Nameless(firm)!);
        }

        return new(
            [.. firms.Take(500).Select(f => new FirmRead(f.Place.Line, f.Name, f.Code, FirmIntake.Find(read, f)?.Id, [.. f.Statements.Select(s => $"{s.Period}")], [.. f.Products.Select(p => p.Product).Distinct(StringComparer.Ordinal)]))],
            null, refused.Count, warned.Count, FirmIntake.Unused(items), Finding.Of(refused.Concat(warned).Take(100), language), FirmAliases.Fields, mapping.Name.Length > 0 ? mapping.Name : null);
    }
}
