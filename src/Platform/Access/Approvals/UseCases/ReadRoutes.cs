using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Platform.Access.Approvals.Routes;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <summary>A step of a rule.</summary>
public sealed record RouteStepView(string Kind, IReadOnlyList<IReadOnlyList<string>> Seats, bool ConditionsAllowed, string? Quorum, string? Votes, bool OfMembers, bool RecusalLowers, IReadOnlyList<string> Veto, IReadOnlyList<string> Chair);

/// <summary>A level of a rule.</summary>
/// <param name="UpTo">Yuan, included; null without limit.</param>
public sealed record RouteLevelView(string? UpTo, int DecideDays, int ValidDays, IReadOnlyList<RouteStepView> Steps);

/// <summary>The rule that holds for an act.</summary>
/// <param name="Of">The routes it stands in.</param>
/// <param name="Own">Whether those are the organisation's own.</param>
/// <param name="ExemptZh">The reason; null when it needs approval.</param>
public sealed record RouteRuleView(string Act, string TitleZh, string TitleEn, string Of, bool Own, string? ExemptZh, string? ExemptEn, bool Mandate, bool UnlessAlone, bool Floor, IReadOnlyList<RouteLevelView> Levels);

/// <summary>Where the rules come from.</summary>
public sealed record RouteSourceView(string Code, string NameZh, string NameEn, int Version, string Dated, string SourceZh, string SourceEn, string Origin);

public sealed record RouteRules(int OwnNo, IReadOnlyList<RouteSourceView> Sources, IReadOnlyList<RouteRuleView> Rules);

public sealed record RouteVersions(IReadOnlyList<RouteVersionRow> Versions);

/// <summary>A version with its text.</summary>
public sealed record RouteVersionView(RouteVersionRow Row, string Text);

/// <summary>The rules that hold for the organisation, and its own versions.</summary>
internal sealed class ReadRoutes(Store store, ApprovalRoutes routes, IEnumerable<EndpointDataSource> sources)
{
    private const string Columns = "SELECT id, no, sha256, note, saved_at, saved_by, text FROM access_route";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/approvals/routes", (HttpContext context, ReadRoutes door) => door.Rules(context)).WithName("listApprovalRules").Reads("approvals").WithSummary("For every act the rule that holds, or why it is exempt").Produces<RouteRules>();
        api.MapGet("/approvals/routes/versions", (HttpContext context, ReadRoutes door) => door.Versions(context)).WithName("listRouteVersions").Reads("approvals").WithSummary("The organisation's own routes, the newest first").Produces<RouteVersions>();
        api.MapGet("/approvals/routes/versions/{no:int}", (int no, HttpContext context, ReadRoutes door) => door.Version(no, context)).WithName("readRouteVersion").Reads("approvals").WithSummary("One version with its text").Produces<RouteVersionView>().ProducesProblem(404);
    }

    private IResult Rules(HttpContext context)
    {
        using var read = store.Read(RequestViewer.Of(context));
        var own = routes.Own(read.Session, read.Viewer.Organisation);
        var acts = sources.SelectMany(source => source.Endpoints).Select(e => e.Metadata.GetMetadata<ActOf>()).OfType<ActOf>().Where(act => act.Writes).Select(act => act.Code).Distinct().Order(StringComparer.Ordinal);
        var rules = acts.Select(act => routes.RuleOf(read.Session, read.Viewer.Organisation, act)).OfType<RuleFound>().Select(View).ToList();
        return Results.Json(new RouteRules(own?.Version ?? 0, [.. routes.Shipped.Select(Source)], rules), WebJson.Options);
    }

    private IResult Versions(HttpContext context)
    {
        using var read = store.Read(RequestViewer.Of(context));
        return Results.Json(new RouteVersions(read.Session.List($"{Columns} WHERE owner_id = @p0 ORDER BY no DESC LIMIT 500", Row, RowValues.Of(read.Viewer.Organisation))), WebJson.Options);
    }

    private IResult Version(int no, HttpContext context)
    {
        using var read = store.Read(RequestViewer.Of(context));
        var found = read.Session.First($"{Columns} WHERE owner_id = @p0 AND no = @p1", row => new RouteVersionView(Row(row), row.Text(6)), RowValues.Of(read.Viewer.Organisation), no);
        return found is null ? Problems.Of(context, WebRefusals.NotFound("versions", $"{no}"), StatusCodes.Status404NotFound) : Results.Json(found, WebJson.Options);
    }

    private static RouteVersionRow Row(IRow row) => new(row.Id(0), row.Int(1), row.Text(2), row.Text(3), Instant.Text(row.Long(4)), row.Text(5));

    private static RouteSourceView Source(RouteSet set) => new(set.Code, set.Name.Zh, set.Name.En, set.Version, RowValues.Of(set.Dated), set.Source.Zh, set.Source.En, set.Origin);

    private static RouteRuleView View(RuleFound found)
    {
        var rule = found.Rule;
        return new(rule.Act, rule.Title.Zh, rule.Title.En, found.Of, found.Of.StartsWith("own@", StringComparison.Ordinal), rule.Exempt?.Zh, rule.Exempt?.En, rule.Mandate, rule.UnlessAlone, rule.Floor, [.. rule.Levels.Select(Level)]);
    }

    private static RouteLevelView Level(RouteLevel level) => new(
        level.UpTo?.ToString(),
        level.DecideDays,
        level.ValidDays,
        [.. level.Steps.Select(s => new RouteStepView(s.Kind.Word(), s.Ballot is { } b ? [b.Roles] : s.Seats, s.ConditionsAllowed, s.Ballot?.Quorum.ToString(), s.Ballot?.Votes.ToString(), s.Ballot?.OfMembers ?? false, s.Ballot?.RecusalLowers ?? false, s.Ballot?.Veto ?? [], s.Ballot?.Chair ?? []))]);
}
