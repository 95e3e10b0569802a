using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Engine.Diligence.Portfolios;

namespace Zhirong.Modules.Valuation.Reports.Analyses;

/// <summary>Reads a kept <c>zhirong/analysis-result/v1</c> back: the register may know more by now, the report says what was kept.</summary>
internal static class KeptAnalysis
{
    /// <param name="kept">In the report's language.</param>
    /// <param name="policy">The one it was made by.</param>
    public static PortfolioAnalysis Of(JsonElement kept, AnalysisPolicy policy) => new(
        new() { Day = Day(kept, "day")!.Value, FirmNames = [Text(kept, "firm") ?? ""], Rights = [.. Items(kept, "rights").Select(Right)] },
        policy,
        [.. Items(kept, "map").Select(c => new MapCell(Said(c, "kind"), Text(c, "field"), Number(c, "year"), Said(c, "standing"), Count(c, "count")))],
        [.. Items(kept, "citations").Select(c => new CitationFigure(Said(c, "right"), Text(c, "field"), Number(c, "year"), Number(c, "citedBy"), Decimal(c, "percentile"), Count(c, "sample")))],
        Families(kept.GetProperty("families")),
        [.. Items(kept, "endings").Select(e => new Ending(Said(e, "right"), Said(e, "what"), Day(e, "on")!.Value, Count(e, "days")))],
        [.. Items(kept, "infringed").Select(Infringed)],
        [.. Items(kept, "trends").Select(t => new FieldTrend(Said(t, "field"), [.. Items(t, "years").Select(y => new YearFilings(Count(y, "year"), Count(y, "all"), Count(y, "own")))]))],
        [.. Items(kept, "competition").Select(c => new FieldCompetition(
            Said(c, "field"), Count(c, "filings"), Decimal(c, "hhi") ?? 0, Decimal(c, "ownShare") ?? 0, [.. Items(c, "applicants").Select(a => new ApplicantFilings(Said(a, "applicant"), Count(a, "filings")))]))],
        [.. Items(kept, "gaps").Select(g => new Gap(Said(g, "kind"), Said(g, "subject"), Said(g, "file"), [.. g.GetProperty("rights").EnumerateArray().Select(r => r.GetString()!)], Words.Same(Said(g, "reason")), Words.Same(Said(g, "advice"))))],
        [.. Items(kept, "unknowns").Select(u => new AnalysisUnknown(Said(u, "what"), Words.Same(Said(u, "text"))))]);

    /// <summary>The comparison set or the products; null where there was none.</summary>
    public static AnalysedSet? Set(JsonElement kept, string name)
    {
        if (Number(kept.GetProperty("counts"), name) is not { } count)
        {
            return null;
        }

        // Results kept before sources stood in them say only how many there were.
        return kept.TryGetProperty("sources", out var sources) && sources.GetProperty(name) is { ValueKind: JsonValueKind.Object } from ? new(count, new(Said(from, "source"), Day(from, "date"))) : new(count, Provenance.None);
    }

    private static PortfolioRight Right(JsonElement r) => new()
    {
        Id = Said(r, "id"),
        Number = Said(r, "number"),
        Kind = Said(r, "kind"),
        Title = Words.Same(Said(r, "title")),
        State = Text(r, "state"),
        Ipc = Text(r, "field"),
        Filed = Day(r, "filed"),
        Granted = Day(r, "granted"),
        TermEnd = Day(r, "termEnd"),
        FamilySize = Number(r, "family"),
    };

    private static InfringedRight Infringed(JsonElement i) => new(
        Said(i, "right"), new(Day(i, "first")!.Value, Said(i, "outcome"), Said(i, "text"), new(Said(i, "source"), Day(i, "date"))), Count(i, "times"),
        i.GetProperty("late") is { ValueKind: JsonValueKind.True or JsonValueKind.False } late ? late.GetBoolean() : null);

    private static FamilyFigures Families(JsonElement f) => new(Count(f, "patents"), Count(f, "known"), Count(f, "beyondOne"), Number(f, "largest"), Decimal(f, "mean"));

    private static JsonElement.ArrayEnumerator Items(JsonElement of, string name) => of.GetProperty(name).EnumerateArray();

    private static string Said(JsonElement of, string name) => Text(of, name) ?? "";

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Count(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static int? Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static decimal? Decimal(JsonElement of, string name) => Text(of, name) is { } text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    private static DateOnly? Day(JsonElement of, string name) => Text(of, name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
