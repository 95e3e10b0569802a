using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Promises;
using Zhirong.Modules.Lending.Products.Matching;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Applications;

/// <summary>An indicator that can be promised.</summary>
/// <param name="Unit"><c>yuan</c>, <c>percent</c>, <c>count</c>.</param>
/// <param name="Direction"><c>at_least</c>, <c>at_most</c>.</param>
/// <param name="Baseline">As the register holds it today, in the unit; null where it does not or no firm is named.</param>
/// <param name="MissedTitle">What a miss leads to.</param>
public sealed record PromisableIndicator(string Id, string Title, string Unit, string UnitTitle, string Direction, string DirectionTitle, string? Baseline, string BaselineSource, DateOnly? BaselineOn, string Missed, string MissedTitle);

/// <summary>The list in force.</summary>
/// <param name="List">Id and version.</param>
/// <param name="Months">From the first payout to the day of a promise that names none.</param>
/// <param name="Most">Promises of one application at most.</param>
public sealed record PromisableList(string List, int Months, int Most, IReadOnlyList<PromisableIndicator> Rows);

/// <summary>承诺指标清单: what can be promised, with where a firm stands today.</summary>
internal static class OpenIndicators
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/lending/indicators", List).WithName("listIndicators").WithSummary("Indicators an application may promise; of a firm with where it stands by the register").Produces<PromisableList>().ProducesProblem(404).Reads("lending");

    private static async Task<IResult> List(HttpContext context, Origination desk, Guid? firm)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        var (list, language, day) = (desk.Law.Indicators, RequestLanguage.Of(context), desk.Lending.Today);
        var known = firm is { } id ? FirmFacts.Of(read, desk, id, day) : null;
        if (firm is not null && known is null)
        {
            return Problems.Of(context, WebRefusals.NotFound("firms", $"{firm}"), StatusCodes.Status404NotFound);
        }

        return Results.Json(new PromisableList(list.Name, list.Months, PromiseFreezing.Most, [.. list.Indicators.Select(i => One(i, known is null ? null : IndicatorBaseline.Of(i, known, day), language))]), WebJson.Options);
    }

    private static PromisableIndicator One(PromisedIndicator i, IndicatorBaseline? known, Language language) => new(
        i.Id, i.Title.In(language), i.Unit, PromiseWords.Unit(i.Unit).In(language), i.Direction, PromiseWords.Direction(i.Direction).In(language), known is null ? null : IndicatorFigure.Text(i.Unit, known.Figure), SourceWords.In(known?.Source ?? "", language), known?.On, i.Missed.Kind, PromiseWords.Consequence(i.Missed.Kind).In(language));
}
