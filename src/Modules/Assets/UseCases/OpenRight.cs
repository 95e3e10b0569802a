using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>What was true of a right on a day, and what was known of it then.</summary>
/// <param name="Effective">By the days of effect, with everything known today.</param>
/// <param name="Known">What whoever looked on <paramref name="KnownOn"/> could know of <paramref name="Day"/>.</param>
/// <param name="Encumbrances">That stood on the day, with everything known today.</param>
/// <param name="EncumbrancesKnown">That stood on the day as far as was recorded by <paramref name="KnownOn"/>.</param>
public sealed record StandingAnswer(DateOnly Day, DateOnly KnownOn, StandingView Effective, StandingView Known, IReadOnlyList<string> Encumbrances, IReadOnlyList<string> EncumbrancesKnown);

/// <summary>One right with all its strands.</summary>
internal static class OpenRight
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rights/{id:guid}", One).WithName("openRight").WithSummary("A right as an asset profile: status, use and income, trades, liens, each with source, age and gaps").Produces<RightProfile>().ProducesProblem(404).Reads("assets");
        api.MapGet("/rights/{id:guid}/standing", Standing).WithName("rightStanding").WithSummary("What was true of a right on a day, and what was known of it").Produces<StandingAnswer>().ProducesProblem(404).Reads("assets");
    }

    private static async Task<IResult> One(Guid id, HttpContext context, RightDesk desk, DateOnly? day)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return ProfileReading.Of(read, id, day ?? desk.Today, desk.Law, RequestLanguage.Of(context)) is { } profile ? Results.Json(profile, WebJson.Options) : Unseen.Problem(context, "rights", id);
    }

    private static async Task<IResult> Standing(Guid id, HttpContext context, RightDesk desk, DateOnly? day, DateOnly? known)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (read.Set<RegisteredRight>().SingleOrDefault(r => r.Id == id) is not { } row)
        {
            return Unseen.Problem(context, "rights", id);
        }

        var (on, language) = (day ?? desk.Today, RequestLanguage.Of(context));
        var knownOn = known ?? on;
        var right = RightReading.Derive(read.Session, row.OwnerId, row.No, desk.Law);
        StandingView At(DateOnly? limit) => StandingView.Of(Standings.At(Standings.Of(right.StandingFacts, right.Events, limit), on), language);
        IReadOnlyList<string> Lying(DateOnly? limit) => [.. Encumbrances.Of(right.Events, limit).Where(e => e.Stands(on)).Select(e => $"{e.Kind.Word()} {e.RegistrationNo}".Trim())];
        return Results.Json(new StandingAnswer(on, knownOn, At(null), At(knownOn), Lying(null), Lying(knownOn)), WebJson.Options);
    }
}
