using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Replaying;
using Zhirong.Engine.Rules.Writing;
using Zhirong.Modules.Lending.CreditPolicies;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Decisions;

/// <param name="Text"><c>zhirong/policy/v1</c>: the version to come.</param>
/// <param name="Policy">Instead of a text, the id of one in force.</param>
public sealed record ReplayRequest(string? Text = null, string? Policy = null);

/// <summary>An assessment made again from what is kept with it.</summary>
/// <param name="Same">Whether both results are the same to the byte.</param>
/// <param name="Kept">SHA-256 of the kept results.</param>
/// <param name="Again">SHA-256 of the results made now.</param>
public sealed record ReplayedAssessment(bool Same, string Kept, string Again, int Snapshot, string PolicyHash, string Engine);

/// <summary>An application two versions decide differently.</summary>
public sealed record ReplayedChange(string Number, Guid ApplicationId, string FirmName, string Before, string After, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost, IReadOnlyList<ReplayedFigure> Figures);

/// <summary>A figure that differs; null where a version does not give it.</summary>
public sealed record ReplayedFigure(string Name, string? Before, string? After);

/// <summary>What a version of a policy would change of what was decided before.</summary>
/// <param name="Applications">How many both versions decide.</param>
/// <param name="Left">Applications whose facts one of the versions does not take, or that lie beyond the most that are replayed at once.</param>
public sealed record PolicyReplayed(string Policy, string Version, string Hash, int Applications, int Left, IReadOnlyList<ReplayedCount> Outcomes, IReadOnlyList<ReplayedChange> Changes);

/// <summary>How many applications go from one outcome to another.</summary>
public sealed record ReplayedCount(string Before, string After, int Count);

/// <summary>重放: makes a kept assessment again to the byte, and holds a version of a policy against all that was decided, before it goes live. It only reads.</summary>
internal static class ReplayDecisions
{
    /// <summary>Applications replayed at once at most, the newest first.</summary>
    public const int Most = 5_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/lending/applications/{id:guid}/assessments/{n:int}/replay", Again).WithName("replayAssessment").WithSummary("Make a kept assessment again, and say whether it is the same to the byte").Produces<ReplayedAssessment>().ProducesProblem(404).Reads("lending");
        api.MapPost("/lending/replays", Answer).WithName("replayPolicy").WithSummary("What a version of a credit policy would change of stored applications").Produces<PolicyReplayed>().ProducesProblem(422).Reads("lending");
    }

    /// <summary>The assessment of the kept snapshot by the kept texts.</summary>
    public static ReplayedAssessment Replay(CreditAssessment kept, string snapshot)
    {
        var again = AssessmentText.Kept(kept).Assess(snapshot).Value;
        return new(again.Zh == kept.ResultZh && again.En == kept.ResultEn, kept.ResultHash, again.Hash, kept.Snapshot, kept.PolicyHash, kept.Engine);
    }

    private static async Task<IResult> Again(Guid id, int n, HttpContext context, Origination desk)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));

        // What hangs on an application is reached through it alone: the filter of who sees what stands on the root.
        return await read.Set<LoanApplication>().AnyAsync(a => a.Id == id, context.RequestAborted) && await read.Set<CreditAssessment>().AsNoTracking().SingleOrDefaultAsync(a => a.ApplicationId == id && a.N == n, context.RequestAborted) is { } kept
            ? Results.Json(Replay(kept, read.Set<ApplicationSnapshot>().AsNoTracking().Single(s => s.ApplicationId == id && s.N == kept.Snapshot).Facts), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("assessments", $"{id}/{n}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Answer(BodyOf<ReplayRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        var answer = Of(read, desk, body.Value.Value);
        return answer.Ok ? Results.Json(answer.Value, WebJson.Options) : Problems.Of(context, answer.Refusals);
    }

    public static Result<PolicyReplayed> Of(ZhirongContext read, Origination desk, ReplayRequest request)
    {
        var policies = PolicyShelf.InForce(read, desk.Shelf, desk.Lending.Today);
        var after = request.Text is { Length: > 0 and <= 400_000 } text ? ShippedPolicy.Read(Encoding.UTF8.GetBytes(text))
            : policies.FirstOrDefault(p => p.Policy.Id == request.Policy) is { } shipped ? shipped : OriginationRefusals.PolicyUnknown(request.Policy ?? "—");
        var resolved = after.Ok ? AssessmentText.Policy([after.Value, .. policies.Where(p => p.Policy.Id != after.Value.Policy.Id)]) : Result<Engine.Rules.Deciding.ResolvedPolicy>.Refused(after.Refusals);
        if (!resolved.Ok)
        {
            return Result<PolicyReplayed>.Refused(resolved.Refusals);
        }

        var policy = resolved.Value.Definition;
        var decided = (from a in read.Set<LoanApplication>() join d in read.Set<CreditAssessment>() on new { Id = a.Id, N = a.Assessment } equals new { Id = d.ApplicationId, d.N } join s in read.Set<ApplicationSnapshot>() on new { d.ApplicationId, N = d.Snapshot } equals new { s.ApplicationId, s.N } where d.Policy == policy.Id select new { a.Id, a.Number, a.FirmName, a.ChangedAt, d, s.Facts }).AsNoTracking();
        var (total, rows) = (decided.Count(), decided.OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id).Take(Most).ToList());
        var (counts, changes, both) = (new SortedDictionary<(string, string), int>(), new List<ReplayedChange>(), 0);
        foreach (var version in rows.GroupBy(r => r.d.PolicyHash))
        {
            var replay = PolicyReplay.Of(AssessmentText.Kept(version.First().d).Resolved.Policy, resolved.Value, [.. version.Select(r => Assessment.Application(JsonNode.Parse(r.Facts)!.AsObject()))]);
            both += replay.Applications;
            foreach (var outcome in replay.Outcomes)
            {
                var pair = (PolicyWords.Word(outcome.Before), PolicyWords.Word(outcome.After));
                counts[pair] = counts.GetValueOrDefault(pair) + outcome.Applications;
            }

            var named = version.ToDictionary(r => r.Number);
            changes.AddRange(replay.Changes.Select(c => new ReplayedChange(c.Application, named[c.Application].Id, named[c.Application].FirmName, PolicyWords.Word(c.Before), PolicyWords.Word(c.After), c.Gained, c.Lost, [.. c.Figures.Select(f => new ReplayedFigure(f.Name, f.Before is { } was ? PolicyWords.Text(was) : null, f.After is { } becomes ? PolicyWords.Text(becomes) : null))])));
        }

        return new PolicyReplayed(policy.Id, policy.Version, policy.Hash, both, total - both, [.. counts.Select(c => new ReplayedCount(c.Key.Item1, c.Key.Item2, c.Value))], [.. changes.OrderBy(c => c.Number, StringComparer.Ordinal)]);
    }
}
