using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules.Checking;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.CreditPolicies;

/// <param name="Text"><c>zhirong/policy/v1</c> as it is being written.</param>
/// <param name="Code">The policy whose version it is held against; left out, the text's own id.</param>
/// <param name="Base">That version's number; left out, the newest.</param>
public sealed record ExaminePolicyRequest(string Text, string? Code = null, int? Base = null);

/// <summary>政策检查: gaps, overlaps, rows never reached, types, missing reasons, the tests inside, and what differs from the version it started from. It only reads.</summary>
internal static class ExaminePolicy
{
    private const int MostCharacters = 400_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/policies/examine", Answer).WithName("examinePolicy").WithSummary("What is found in a policy's text: gaps, overlaps, unreachable rows, types, reasons, tests, and its changes").Produces<PolicyExamined>().ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(BodyOf<ExaminePolicyRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        return Results.Json(Of(read, desk, body.Value.Value, RequestLanguage.Of(context)), WebJson.Options);
    }

    /// <summary>Reads a text within its length.</summary>
    public static Result<ShippedPolicy> Read(string? text) => text is { Length: > 0 and <= MostCharacters } ? ShippedPolicy.Read(Encoding.UTF8.GetBytes(text)) : LendingRefusals.Text("text", $"{text?.Length ?? 0}", MostCharacters);

    public static PolicyExamined Of(ZhirongContext read, Origination desk, ExaminePolicyRequest request, Language language)
    {
        var made = Read(request.Text);
        var texts = PolicyShelf.Of(read, desk.Shelf, request.Code ?? (made.Ok ? made.Value.Policy.Id : ""));
        var parent = texts.LastOrDefault(t => request.Base is null || t.Number == request.Base);
        var changes = parent is null ? [] : Changes(parent.Shipped.Text, request.Text ?? "");
        if (!made.Ok)
        {
            return Unreadable(made.Refusals, null, parent, changes, language);
        }

        var facts = made.Value.Policy.Facts.Select(f => PolicyFactView.Of(f, language)).ToList();
        var resolved = PolicyShelf.Resolve(read, desk, made.Value);
        if (!resolved.Ok)
        {
            return Unreadable(resolved.Refusals, made.Value.Policy.Hash, parent, changes, language) with { Facts = facts };
        }

        var check = PolicyCheck.Of(resolved.Value);
        return new(true, check.Passes, made.Value.Policy.Hash, parent?.Shipped.Policy.Hash, [.. check.Findings.Select(f => PolicyFindingView.Of(f, language))], [.. check.Tests.Select(t => PolicyTestView.Of(t, language))], changes, facts);
    }

    /// <summary>What differs between two texts, field by field; nothing where one of them is no document.</summary>
    public static IReadOnlyList<PolicyFieldChange> Changes(string before, string after)
    {
        var (old, now) = (DocReader.Read(before), DocReader.Read(after));
        return old.Ok && now.Ok ? [.. DocChanges.Between(old.Value, now.Value).Select(c => new PolicyFieldChange(c.Path, c.Before, c.After))] : [];
    }

    private static PolicyExamined Unreadable(IReadOnlyList<Refusal> refusals, string? hash, ShelvedPolicy? parent, IReadOnlyList<PolicyFieldChange> changes, Language language) =>
        new(false, false, hash, parent?.Shipped.Policy.Hash, [.. refusals.Select(r => PolicyFindingView.Of(r, language))], [], changes, []);
}
