using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;
using Zhirong.Engine.Rules.Writing;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.CreditPolicies;

/// <param name="Text"><c>zhirong/policy/v1</c>.</param>
/// <param name="Day">The day of decision; left out, today or the application's own.</param>
/// <param name="Facts">Typed facts by name, each a value or <c>{value, source, date}</c>.</param>
/// <param name="Application">Number of a stored application whose newest snapshot is taken instead.</param>
public sealed record TryPolicyRequest(string Text, DateOnly? Day = null, JsonElement? Facts = null, string? Application = null);

/// <summary>试运行: what a text decides of typed facts or of a stored application, with every row, its margins and the nearest ones. It keeps nothing.</summary>
internal static class TryPolicy
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/policies/try", Answer).WithName("tryPolicy").WithSummary("What a policy's text decides of typed facts or of a stored application").Produces<PolicyTried>().ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(BodyOf<TryPolicyRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        var answer = Of(read, desk, body.Value.Value, RequestLanguage.Of(context));
        return answer.Ok ? Results.Json(answer.Value, WebJson.Options) : Problems.Of(context, answer.Refusals);
    }

    public static Result<PolicyTried> Of(ZhirongContext read, Origination desk, TryPolicyRequest request, Language language)
    {
        var made = ExaminePolicy.Read(request.Text);
        var resolved = made.Ok ? PolicyShelf.Resolve(read, desk, made.Value) : Result<Engine.Rules.Deciding.ResolvedPolicy>.Refused(made.Refusals);
        if (!resolved.Ok)
        {
            return Result<PolicyTried>.Refused(resolved.Refusals);
        }

        LoanApplication? stored = null;
        Result<FactSet> bound;
        if (request.Application?.Trim() is { Length: > 0 } number)
        {
            stored = read.Set<LoanApplication>().AsNoTracking().FirstOrDefault(a => a.Number == number && a.Snapshot > 0);
            if (stored is null)
            {
                return LendingRefusals.Make("LEN-1006", "application", number, new("已提交的申请的编号", "the number of a submitted application"), new("没有这份已提交的申请", "There is no such submitted application"));
            }

            var snapshot = read.Set<ApplicationSnapshot>().AsNoTracking().Single(s => s.ApplicationId == stored.Id && s.N == stored.Snapshot).Facts;
            bound = Assessment.Facts(JsonNode.Parse(snapshot)!.AsObject(), resolved.Value);
        }
        else
        {
            bound = Typed(resolved.Value.Definition, request, desk.Lending.Today);
        }

        if (!bound.Ok)
        {
            return Result<PolicyTried>.Refused(bound.Refusals);
        }

        var decision = resolved.Value.Decide(bound.Value);
        return new PolicyTried(stored?.Number, stored?.FirmName, ApplicationJson.Element(CanonicalText.Written(w => DecisionJson.Write(w, decision, AssessmentText.Engine, language))));
    }

    /// <summary>What is typed, as an application of the policy engine; an empty field is not known.</summary>
    private static Result<FactSet> Typed(PolicyDefinition policy, TryPolicyRequest request, DateOnly today)
    {
        var facts = new JsonObject();
        foreach (var entry in request.Facts is { ValueKind: JsonValueKind.Object } map ? [.. map.EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            if (entry.Value is not { ValueKind: JsonValueKind.String } text || text.GetString()!.Trim().Length > 0)
            {
                facts[entry.Name] = JsonNode.Parse(entry.Value.GetRawText());
            }
        }

        var document = new JsonObject { ["schema"] = FactsReader.Schema, ["id"] = "typed", ["day"] = $"{request.Day ?? today:yyyy-MM-dd}", ["facts"] = facts };
        var read = FactsReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString()));
        return read.Ok ? FactsReader.Bind(policy, read.Value[0]) : Result<FactSet>.Refused(read.Refusals);
    }
}
