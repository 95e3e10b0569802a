using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Lint;
using Zhirong.Engine.Waterfall.Reading;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

/// <summary>One series under a shelf.</summary>
/// <param name="Series">Its number; null for a deal that has none yet.</param>
/// <param name="Code">The deal's own id; null for a series only recorded in the terms.</param>
/// <param name="DealId">The deal on the desk.</param>
/// <param name="NameZh">Its name.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="Size">Yuan.</param>
/// <param name="Established">Established, or planned for a deal on the desk.</param>
/// <param name="Kind">recorded (in the letter's record) or deal (on the desk).</param>
/// <param name="Variants">Further deals on the desk with the same code, saved earlier: drafts of the same series, not counted.</param>
public sealed record ShelfRow(int? Series, string? Code, Guid? DealId, string? NameZh, string? NameEn, string Size, string? Established, string Kind, int Variants);

/// <summary>A shelf (储架): one no-objection letter, several series.</summary>
public sealed record ShelfView
{
    public required string Id { get; init; }

    public required string Cap { get; init; }

    /// <summary>Recorded series and the deals on the desk together.</summary>
    public required string Used { get; init; }

    /// <summary>What may still be issued; negative when the shelf is overdrawn.</summary>
    public required string Headroom { get; init; }

    public required int SeriesAllowed { get; init; }

    public required int SeriesUsed { get; init; }

    public required string NoObjection { get; init; }

    /// <summary>Last day on which a series may be established.</summary>
    public required string ValidUntil { get; init; }

    public required bool Expired { get; init; }

    public required string? MaxTermYears { get; init; }

    public required string? MinPerObligor { get; init; }

    public required string? MaxPerObligor { get; init; }

    public required IReadOnlyList<ShelfRow> Rows { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }
}

public sealed record ShelfList(IReadOnlyList<ShelfView> Shelves);

/// <summary>The shelves that the deals on the desk name, each with what is used and left.</summary>
internal static class Shelves
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/shelves", Answer)
        .WithName("listShelves").Reads("securitization").WithSummary("Shelves with their headroom").Produces<ShelfList>();

    private static async Task<IResult> Answer(HttpContext context, Store store, TimeProvider clock)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        var deals = await read.Set<Deal>().Where(d => d.Shelf != null).OrderBy(d => d.Shelf).ThenBy(d => d.SavedAt)
            .Join(read.Set<DealVersion>(), d => new { DealId = d.Id, Number = d.Version }, v => new { v.DealId, v.Number }, (d, v) => new { Deal = d, v.Text })
            .ToListAsync(context.RequestAborted);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        var readable = deals.Select(d => (d.Deal, Terms: DealReader.Read(Encoding.UTF8.GetBytes(d.Text)))).Where(d => d.Terms.Ok && d.Terms.Value.Shelf is not null);
        var shelves = readable.GroupBy(d => d.Deal.Shelf!).Select(g => Shelf([.. g.Select(d => (d.Deal, d.Terms.Value))], today, RequestLanguage.Of(context)));
        return Results.Json(new ShelfList([.. shelves]), WebJson.Options);
    }

    /// <summary>
    /// The shelf as the deal saved last states it. Of several deals with one code the one saved last counts, and none that the letter's
    /// record has already.
    /// </summary>
    private static ShelfView Shelf(IReadOnlyList<(Deal Deal, DealDefinition Terms)> all, DateOnly today, Language language)
    {
        var shelf = all.MaxBy(d => d.Deal.SavedAt).Terms.Shelf!;
        var deals = all.GroupBy(d => d.Deal.Code).Select(g => g.MaxBy(d => d.Deal.SavedAt)).ToList();
        var rows = shelf.Used.Select(Recorded).Concat(deals.Where(d => !IsRecorded(shelf, d.Terms)).Select(d => OnDesk(d.Deal, all.Count(a => a.Deal.Code == d.Deal.Code) - 1))).ToList();
        var used = shelf.Used.Sum(s => s.Size.Fen) + deals.Where(d => !IsRecorded(shelf, d.Terms)).Sum(d => d.Terms.Size.Fen);
        var until = ShelfLint.ValidUntil(shelf);
        return new()
        {
            Id = shelf.Id,
            Cap = shelf.Cap.ToString(),
            Used = Money.FenText(used),
            Headroom = Money.FenText(shelf.Cap.Fen - used),
            SeriesAllowed = shelf.Series,
            SeriesUsed = rows.Count,
            NoObjection = Iso(shelf.NoObjection),
            ValidUntil = Iso(until),
            Expired = today > until,
            MaxTermYears = shelf.MaxTermYears?.ToString("0.####", CultureInfo.InvariantCulture),
            MinPerObligor = shelf.MinPerObligor?.ToString(),
            MaxPerObligor = shelf.MaxPerObligor?.ToString(),
            Rows = rows,
            Findings = [.. deals.SelectMany(d => ShelfLint.Check(d.Terms.Shelf!, ShelfLint.SeriesOf(d.Terms)).Select(f => Finding.Of(f, language) with { Path = $"{d.Deal.Code}: {f.Path}" }))],
        };
    }

    /// <summary>The deal stands in the letter's record: a series of its size established on its closing day.</summary>
    private static bool IsRecorded(ShelfTerms shelf, DealDefinition deal) => shelf.Used.Any(s => s.Size == deal.Size && s.Established == deal.Dates.Closing);

    private static ShelfRow Recorded(ShelfSeries series) => new(series.Series, null, null, null, null, series.Size.ToString(), series.Established is { } date ? Iso(date) : null, "recorded", 0);

    private static ShelfRow OnDesk(Deal deal, int variants) =>
        new(null, deal.Code, deal.Id, deal.NameZh, deal.NameEn, Money.FenText(deal.SizeFen), Iso(deal.Closing), "deal", variants);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
