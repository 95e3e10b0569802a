using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Proof;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Evidence.UseCases;

/// <summary>One check of a bundle.</summary>
/// <param name="State">pass, fail or skipped.</param>
public sealed record CheckView(string Name, string State, string? Found, string? Expected, string Message);

public sealed record VerifyAnswer(bool Passed, IReadOnlyList<CheckView> Checks);

/// <summary>Checks a bundle against this installation's log; the page and <c>proof verify</c> do it without.</summary>
internal static class VerifyBundle
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/evidence/verify", Answer).WithName("verifyBundle").Reads("evidence").WithSummary("Check an evidence bundle against this log")
        .WithMetadata(new AcceptsMetadata(["application/json"], typeof(object))).Produces<VerifyAnswer>().ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Answer(HttpContext context, Store store)
    {
        var bytes = await RequestBytes.Read(context, ProofLimits.Bytes);
        if (!bytes.Ok)
        {
            return Problems.Of(context, bytes.Refusals);
        }

        await using var read = store.Read(RequestViewer.Of(context));
        if (new EvidenceLog(read.Session).Identity is not { } pinned)
        {
            return Problems.Of(context, EvidenceRefusals.NotFounded(), StatusCodes.Status409Conflict);
        }

        var report = BundleVerification.Full.Verify(bytes.Value, pinned);
        var language = RequestLanguage.Of(context);
        return report.Ok
            ? Results.Json(
                new VerifyAnswer(report.Value.Passed, [.. report.Value.Checks.Select(c => new CheckView(c.Name, c.State switch { CheckState.Pass => "pass", CheckState.Fail => "fail", _ => "skipped" }, c.Found, c.Expected, c.Message.In(language)))]),
                WebJson.Options)
            : Problems.Of(context, report.Refusals);
    }
}
