using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Decisions;

/// <param name="Outcome"><c>approved</c>, <c>conditions</c> or <c>refused</c>.</param>
/// <param name="Amount">What is granted, in yuan; not with a refusal.</param>
/// <param name="ExpiresOn">The last day the resolution may be used; not with a refusal.</param>
/// <param name="Conditions">What has to be done before the money goes out; with <c>conditions</c>.</param>
/// <param name="Reasons">Why it is refused, in words for the borrower; with <c>refused</c>.</param>
/// <param name="Note">Why the assessment is overridden; needed where it declines or refers and the application is approved.</param>
public sealed record DecideApplicationRequest(string Outcome, int BaseVersion, string? Amount = null, DateOnly? ExpiresOn = null, IReadOnlyList<string>? Conditions = null, IReadOnlyList<string>? Reasons = null, string? Note = null);

/// <summary>作出决定: the resolution on an application, by the assessment of its snapshot.</summary>
internal static class DecideApplication
{
    public static IReadOnlyList<string> Outcomes { get; } = ["approved", "conditions", "refused"];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/applications/{id:guid}/resolution", Answer).WithName("decideApplication").WithSummary("Decide an application that was assessed").Produces<ApplicationDetail>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.resolution.make");

    private static async Task<IResult> Answer(Guid id, BodyOf<DecideApplicationRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Decide(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, LendingRefusals.StaleCode);
    }

    public static async Task<Written<ApplicationDetail>> Decide(Origination desk, Viewer viewer, Guid id, DecideApplicationRequest request, WriteKey? key, Language language)
    {
        var asked = Read(request, desk.Lending.Today);
        return !asked.Ok ? new() { Refusals = asked.Refusals } : await desk.Lending.Store.Commits.Once<ApplicationDetail>(viewer, key, desk.Lending.Clock, async work =>
        {
            var found = await MoveApplication.Standing(work, id, request.BaseVersion, ApplicationStates.Decide);
            if (!found.Ok)
            {
                return Result<ApplicationDetail>.Refused(found.Refusals);
            }

            var (application, resolution) = (found.Value, asked.Value);
            if (await Against(work, application, resolution) is { } refusal)
            {
                return refusal;
            }

            resolution = resolution with { Assessment = application.Assessment, By = work.Viewer.Person };
            MoveApplication.Step(work, desk, application, ApplicationStates.Decide, resolution.Note, [.. resolution.Conditions, .. resolution.Reasons]);
            (application.Outcome, application.ExpiresOn, application.GrantedFen) = (resolution.Outcome, resolution.ExpiresOn, resolution.Amount is { } granted ? new LendingForm().Amount("", granted) : null);
            application.Resolution = JsonSerializer.Serialize(resolution, LendingJson.Options);
            await work.SaveChangesAsync();
            EvidenceLeaves.Record(work, new("ApplicationDecided", "loan_application", RowValues.Of(application.Id), new JsonObject { ["amount"] = resolution.Amount, ["assessment"] = application.Assessment, ["expiresOn"] = resolution.ExpiresOn is { } day ? RowValues.Of(day) : null, ["number"] = application.Number, ["outcome"] = resolution.Outcome, ["resolution"] = $"sha256:{CanonicalText.Hash(application.Resolution)}" }), desk.Lending.Clock);
            return OpenApplication.Detail(work, application, language);
        });
    }

    /// <summary>What can be said of a resolution without the application.</summary>
    public static Result<ResolutionView> Read(DecideApplicationRequest request, DateOnly today)
    {
        var form = new LendingForm();
        var outcome = form.Word("outcome", request.Outcome, Outcomes);
        var refused = outcome == "refused";
        var amount = refused ? null : form.Amount("amount", request.Amount, required: true);
        form.Count("conditions", request.Conditions?.Count ?? 0, outcome == "conditions" ? 1 : 0, outcome == "conditions" ? 50 : 0);
        form.Count("reasons", request.Reasons?.Count ?? 0, refused ? 1 : 0, refused ? 50 : 0);
        List<string> conditions = [.. (request.Conditions ?? []).Select((c, n) => form.Text($"conditions.{n}", c, 500))];
        List<string> reasons = [.. (request.Reasons ?? []).Select((r, n) => form.Text($"reasons.{n}", r, 500))];
        var note = form.Text("note", request.Note, 2_000, required: false);
        if (!refused && (request.ExpiresOn is not { } last || last <= today || last > today.AddYears(2)))
        {
            form.Faults.Add(OriginationRefusals.Expired(request.ExpiresOn ?? default, today));
        }

        return form.Faults.Count > 0 ? Result<ResolutionView>.Refused(form.Faults) : new ResolutionView(outcome, amount is { } fen ? Money.FenText(fen) : null, refused ? null : request.ExpiresOn, conditions, reasons, note, 0, "", today);
    }

    /// <summary>What the assessment says against a resolution: none of the snapshot (LEN-0701), more than the limit (LEN-0702), an override without a reason (LEN-0703).</summary>
    public static async Task<Refusal?> Against(ZhirongContext read, LoanApplication application, ResolutionView resolution)
    {
        if (await read.Set<CreditAssessment>().AsNoTracking().SingleOrDefaultAsync(a => a.ApplicationId == application.Id && a.N == application.Assessment) is not { } assessment || assessment.Snapshot != application.Snapshot)
        {
            return OriginationRefusals.Unassessed($"{application.Version}");
        }

        if (resolution.Outcome == "refused")
        {
            return null;
        }

        if (new LendingForm().Amount("", resolution.Amount) > (assessment.LimitFen ?? 0))
        {
            return OriginationRefusals.AboveLimit(resolution.Amount!, assessment.LimitFen is { } fen ? Money.FenText(fen) : "—");
        }

        return assessment.Outcome != "approve" && resolution.Note.Length == 0 ? OriginationRefusals.Declined(assessment.Outcome) : null;
    }
}
