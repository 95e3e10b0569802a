using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.UseCases;

public sealed record ChangesRequest(string Before, string After);

/// <summary>One field that differs, list items by id, else by index.</summary>
public sealed record ChangeView(string Path, string? Before, string? After);

public sealed record ChangesAnswer(IReadOnlyList<ChangeView> Changes);

/// <summary>What differs between two deal texts, field by field.</summary>
internal static class CompareTexts
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/deals/changes", (BodyOf<ChangesRequest> body, HttpContext context) =>
    {
        var changes = body.Value.Ok ? Between(body.Value.Value.Before, body.Value.Value.After) : Result<IReadOnlyList<ChangeView>>.Refused(body.Value.Refusals);
        return changes.Ok ? Results.Json(new ChangesAnswer(changes.Value), WebJson.Options) : Problems.Of(context, changes.Refusals);
    }).WithName("compareTexts").Reads("securitization").WithSummary("What differs between two deal texts").Produces<ChangesAnswer>().ProducesProblem(422);

    public static Result<IReadOnlyList<ChangeView>> Between(string before, string after)
    {
        var (old, now) = (DocReader.Read(before), DocReader.Read(after));
        List<Refusal> refusals = [.. old.Refusals, .. now.Refusals];
        return refusals.Count > 0
            ? Result<IReadOnlyList<ChangeView>>.Refused(refusals)
            : Result<IReadOnlyList<ChangeView>>.Of([.. DocChanges.Between(old.Value, now.Value).Select(c => new ChangeView(c.Path, c.Before, c.After))]);
    }
}
