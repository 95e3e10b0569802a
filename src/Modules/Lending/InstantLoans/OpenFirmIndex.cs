using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Writing;
using Zhirong.Modules.Lending.Products.Matching;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>What one indicator brings to an index.</summary>
/// <param name="Has">Its value; null where it is not known (待核实).</param>
/// <param name="Points">0 to 100; null where nothing was scored.</param>
/// <param name="Weight">Of the whole, as a fraction.</param>
/// <param name="Brings">Points of the index it brings; null where nothing was scored.</param>
/// <param name="Facts">What it goes by, with source and day.</param>
public sealed record IndexPart(string Group, string Id, string Title, string? Has, string? Points, string Weight, string? Brings, IReadOnlyList<IndexFact> Facts);

/// <summary>A fact of an index.</summary>
/// <param name="Value">Null where nobody knows it.</param>
public sealed record IndexFact(string Name, string Title, string? Value, string Source, DateOnly? Date);

/// <summary>An index of a bank's own model, from its file.</summary>
public sealed record GivenIndexView(string Model, DateOnly Day, string Points, string Source, string Sha256, string At, string By);

/// <summary>The index of a firm by our model, and those given by others.</summary>
/// <param name="Points">Null where evidence is missing: nothing is taken in its place.</param>
/// <param name="Missing">Titles of what is missing.</param>
public sealed record FirmIndexView(Guid FirmId, string FirmName, DateOnly Day, string? Points, string? Grade, string ModelTitle, string Model, string ModelHash, bool Verified, string Source, IReadOnlyList<IndexPart> Parts, IReadOnlyList<string> Missing, IReadOnlyList<GivenIndexView> Given);

/// <summary>企业指数: our model's index with what each indicator brings; facts others have to state may be typed to try it. It only reads.</summary>
internal static class OpenFirmIndex
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/lending/index/{firm:guid}", Answer).WithName("openFirmIndex").WithSummary("The index of a firm with what each indicator brings; founded and overdueDays may be stated").Produces<FirmIndexView>().ProducesProblem(404).ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(Guid firm, HttpContext context, InstantDesk desk, DateOnly? founded, int? overdueDays)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var answer = Of(read, desk, firm, founded, overdueDays, RequestLanguage.Of(context));
        return answer is not { } found ? Problems.Of(context, WebRefusals.NotFound("firms", $"{firm}"), StatusCodes.Status404NotFound) : found.Ok ? Results.Json(found.Value, WebJson.Options) : Problems.Of(context, found.Refusals);
    }

    /// <summary>Null where there is no such firm for the viewer.</summary>
    public static Result<FirmIndexView>? Of(ZhirongContext read, InstantDesk desk, Guid firm, DateOnly? founded, int? overdue, Language language)
    {
        var (day, typed) = (desk.Today, new Dictionary<string, InstantFact>(StringComparer.Ordinal));
        if (founded is { } since)
        {
            typed["firm.founded"] = new(InstantFact.Text(since), "录入 / typed", day);
        }

        if (overdue is { } days)
        {
            typed["firm.overdue_days"] = new($"{days}", "录入 / typed", day);
        }

        if (FirmFacts.Of(read, desk.Origination, firm, day) is not { } known || MandateTexts.OwnModel(read, desk.Origination) is not { } model)
        {
            return null;
        }

        var evidence = FirmEvidence.Of(read, known, day, Own(read, known.Firm.Firm.Name));
        foreach (var (name, fact) in evidence.Facts)
        {
            typed[name] = fact;
        }

        var root = new JsonObject { ["day"] = InstantFact.Text(day), ["facts"] = new JsonObject(typed.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, f.Value.Json()))) };
        var made = InstantJudgment.Made(model, InstantJudgment.Application(root, null));
        return made.Ok ? View(read, evidence, firm, day, model.Definition, made.Value, typed, language) : Result<FirmIndexView>.Refused(made.Refusals);
    }

    /// <summary>The lender's own registered pledges do not weigh against the firm.</summary>
    private static List<Guid> Own(ZhirongContext read, string firm) => [.. read.Set<Pledge>().Where(p => p.Debtor == firm && p.State == Pledges.PledgeStates.Perfected).Select(p => p.Id)];

    private static FirmIndexView View(ZhirongContext read, FirmEvidence evidence, Guid firm, DateOnly day, PolicyDefinition model, Decision made, Dictionary<string, InstantFact> facts, Language language)
    {
        var card = model.Steps.OfType<ScorecardStep>().First();
        var traces = made.Steps.SelectMany(s => s.Indicators).ToDictionary(t => t.Indicator.Id, StringComparer.Ordinal);
        var given = read.Set<GivenIndex>().AsNoTracking().Where(i => i.FirmCode == evidence.Firm.Firm.Firm.Code).OrderByDescending(i => i.Day).ThenBy(i => i.Model).Take(50).ToList();
        var grade = made.Figures.FirstOrDefault(f => f.Figure.Name == "grade").Value;
        return new(
            firm, evidence.Firm.Firm.Firm.Name, day, InstantJudgment.Points(made) is { } points ? points.ToString("0.00", CultureInfo.InvariantCulture) : null, grade.Known ? grade.Text : null, model.Title.In(language), $"{model.Id}/{model.Version}", model.Hash, model.Verified, model.Source,
            [.. card.Groups.SelectMany(g => g.Indicators.Select(i => Part(g, i, traces.GetValueOrDefault(i.Id), model, facts, language)))],
            [.. made.Missing.Select(m => m.Fact.Title.In(language))],
            [.. given.Select(i => new GivenIndexView(i.Model, i.Day, (i.Points / 100m).ToString("0.00", CultureInfo.InvariantCulture), i.Source, i.Sha256, Instant.Text(i.At), i.By))]);
    }

    private static IndexPart Part(ScoreGroup group, ScoreIndicator indicator, IndicatorTrace? trace, PolicyDefinition model, Dictionary<string, InstantFact> facts, Language language)
    {
        var weight = group.Weight * indicator.Weight;
        var used = model.Facts.Where(f => indicator.Is.Text.Contains(f.Name, StringComparison.Ordinal) && !model.Facts.Any(o => o.Name.Length > f.Name.Length && o.Name.StartsWith(f.Name, StringComparison.Ordinal) && indicator.Is.Text.Contains(o.Name, StringComparison.Ordinal)));
        return new(
            group.Title.In(language), indicator.Id, indicator.Title.In(language), trace is { Has.Known: true } ? PolicyWords.Text(trace.Has) : null, trace?.Points is { } points ? PolicyWords.Text(Rounding.Decimals(points, 2)) : null, InstantFact.Text(weight), trace?.Points is { } brought ? (Rounding.Decimals(brought * weight, 2)).ToString("0.00", CultureInfo.InvariantCulture) : null,
            [.. used.Select(f => new IndexFact(f.Name, f.Title.In(language), facts.GetValueOrDefault(f.Name)?.Value, facts.GetValueOrDefault(f.Name)?.Source ?? f.Source, facts.GetValueOrDefault(f.Name)?.Date))]);
    }
}
