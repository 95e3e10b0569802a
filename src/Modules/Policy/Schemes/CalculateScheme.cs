using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Engine.Rules.Subsidies;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Schemes;

/// <param name="Kind"><c>subsidy</c> or <c>share</c>.</param>
/// <param name="Number">Of the scheme's text; the newest where none is named.</param>
/// <param name="Facts">By name, each a value or <c>{value, source, date}</c>.</param>
/// <param name="Used">What was used of caps before; left out: not known.</param>
/// <param name="Pool">What is approved for others from the pool, <c>{before, after}</c>.</param>
/// <param name="Balances">The drawn balance, <c>[{from, balance}]</c>.</param>
/// <param name="Text">A rule as it is being written, tried in place of a kept one.</param>
public sealed record CalculateSchemeRequest(string Kind, string Code, JsonElement Facts, int? Number = null, JsonElement? Used = null, JsonElement? Pool = null, JsonElement? Balances = null, string? Text = null);

/// <param name="Result"><c>zhirong/subsidy-result/v1</c> or <c>zhirong/share-result/v1</c>.</param>
public sealed record SchemeCalculated(string Kind, string Code, int Number, JsonElement Result);

/// <summary>测算: what a scheme gives for a case, every step; nothing is kept.</summary>
internal static class CalculateScheme
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/policy/calculate", Answer).WithName("calculateScheme").WithSummary("What a scheme gives for a case; nothing is kept").Produces<SchemeCalculated>().ProducesProblem(422).Reads("policy");

    private static async Task<IResult> Answer(BodyOf<CalculateSchemeRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (request, form) = (body.Value.Value, new PolicyForm());
        form.Word("kind", request.Kind, [ShippedScheme.AidKind, ShippedScheme.ShareKind]);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (request.Text is { } text)
        {
            var tried = SaveScheme.Check(new(request.Kind, request.Code ?? "", 0, text, "—"));
            var made = tried.Ok ? Calculated(tried.Value, request, desk.Rates, RequestLanguage.Of(context)) : Result<string>.Refused(tried.Refusals);
            return made.Ok ? Results.Json(new SchemeCalculated(request.Kind, tried.Value.Head.Id, 0, PolicyDesk.Element(made.Value)), WebJson.Options) : Problems.Of(context, made.Refusals);
        }

        if (SchemeShelf.Find(read, desk, request.Kind, request.Code ?? "", request.Number) is not { } found)
        {
            return Problems.Of(context, PolicyRefusals.NoScheme("code", request.Code ?? "—"));
        }

        var language = RequestLanguage.Of(context);
        var result = Calculated(found.Scheme, request, desk.Rates, language);
        return result.Ok ? Results.Json(new SchemeCalculated(request.Kind, request.Code!, found.Number, PolicyDesk.Element(result.Value)), WebJson.Options) : Problems.Of(context, result.Refusals);
    }

    private static Result<string> Calculated(ShippedScheme scheme, CalculateSchemeRequest request, IReferenceRates rates, Language language)
    {
        var document = StatedFacts.Document(request.Facts, request.Used, request.Pool, request.Balances);
        if (!document.Ok)
        {
            return document;
        }

        var hash = PolicyDesk.Hash(scheme.Text + document.Value);
        if (scheme.Aid is { } aid)
        {
            var sheet = StatedFacts.Read(document.Value, aid.Vocabulary, aid.CountedCaps);
            var made = sheet.Ok ? SubsidyCalculation.Of(aid, sheet.Value, rates) : Result<SubsidyResult>.Refused(sheet.Refusals);
            return made.Ok ? PolicyDesk.Written(w => SubsidyJson.Write(w, made.Value, hash, PolicyDesk.Engine, language)) : Result<string>.Refused(made.Refusals);
        }

        var share = scheme.Share!;
        var facts = StatedFacts.Read(document.Value, share.Vocabulary, share.CountedLimits);
        var shared = facts.Ok ? LossSharing.Of(share, facts.Value, rates) : Result<ShareResult>.Refused(facts.Refusals);
        return shared.Ok ? PolicyDesk.Written(w => ShareJson.Write(w, shared.Value, hash, PolicyDesk.Engine, language)) : Result<string>.Refused(shared.Refusals);
    }
}
