using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Applications;

/// <param name="Act"><c>submit</c>, <c>withdraw</c>, <c>contest</c> (复议, of a refusal); of a review <c>assess</c> and <c>return</c> (退回补件).</param>
/// <param name="BaseVersion">The version the step was decided on.</param>
/// <param name="Note">Why; needed to contest and to return.</param>
/// <param name="Items">What is asked for; of a return.</param>
/// <param name="Policy">The credit policy; of an assessment. Left out: three-views.</param>
public sealed record MoveApplicationRequest(string Act, int BaseVersion, string? Note = null, IReadOnlyList<string>? Items = null, string? Policy = null);

/// <summary>办理申请: the steps of whoever applies, and those of whoever reviews. Of two people who take one step the second is told.</summary>
internal static class MoveApplication
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/lending/applications/{id:guid}/steps", (Guid id, BodyOf<MoveApplicationRequest> body, HttpContext context, Origination desk) => Answer(id, body, ApplicationStates.Applicants, context, desk))
            .WithName("moveApplication").WithSummary("Submit, withdraw or contest an application").Produces<ApplicationDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.application.step");
        api.MapPost("/lending/applications/{id:guid}/review", (Guid id, BodyOf<MoveApplicationRequest> body, HttpContext context, Origination desk) => Answer(id, body, ApplicationStates.Reviewers, context, desk))
            .WithName("reviewApplication").WithSummary("Assess an application, or return it for papers").Produces<ApplicationDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.review.step");
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<MoveApplicationRequest> body, IReadOnlyList<string> acts, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Move(desk, RequestViewer.Of(context), id, body.Value.Value, acts, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }

    /// <summary>What is read and computed before the commit queue; the work only looks whether it still stands.</summary>
    private sealed record Ready(string? Snapshot, Made? Made);

    private sealed record Made(AssessmentText By, Assessment Assessment);

    public static async Task<Written<ApplicationDetail>> Move(Origination desk, Viewer viewer, Guid id, MoveApplicationRequest request, IReadOnlyList<string> acts, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        form.Word("act", request.Act, acts);
        var note = form.Text("note", request.Note, 2_000, required: request.Act is ApplicationStates.Contest or ApplicationStates.Return);
        form.Count("items", request.Items?.Count ?? 0, request.Act == ApplicationStates.Return ? 1 : 0, 50);
        List<string> items = [.. (request.Items ?? []).Select((item, n) => form.Text($"items.{n}", item, 300))];
        if (form.Faults.Count > 0)
        {
            return new() { Refusals = form.Faults };
        }

        Result<Ready> ready;
        await using (var read = desk.Lending.Store.Read(viewer))
        {
            ready = Prepare(read, desk, id, request);
        }

        return !ready.Ok ? new() { Refusals = ready.Refusals } : await desk.Lending.Store.Commits.Once<ApplicationDetail>(viewer, key, desk.Lending.Clock, async work =>
        {
            var found = await Standing(work, id, request.BaseVersion, request.Act);
            if (!found.Ok)
            {
                return Result<ApplicationDetail>.Refused(found.Refusals);
            }

            var application = found.Value;
            var content = new JsonObject { ["act"] = request.Act, ["note"] = note, ["number"] = application.Number };
            if (request.Act == ApplicationStates.Submit)
            {
                content["snapshot"] = $"sha256:{Freeze(work, desk, application, ready.Value.Snapshot!)}";
            }
            else if (request.Act == ApplicationStates.Assess)
            {
                Keep(work, desk, application, ready.Value.Made!);
                (content["outcome"], content["result"]) = (ready.Value.Made!.Assessment.Outcome.ToString().ToLowerInvariant(), $"sha256:{ready.Value.Made.Assessment.Hash}");
            }

            Step(work, desk, application, request.Act, note, items);
            application.Asked = request.Act == ApplicationStates.Return ? ApplicationJson.Of(items) : "";
            if (request.Act == ApplicationStates.Contest)
            {
                (application.Outcome, application.GrantedFen, application.ExpiresOn, application.Resolution) = ("", null, null, "");
            }

            await work.SaveChangesAsync();
            content["items"] = new JsonArray([.. items.Select(i => (JsonNode)i)]);
            EvidenceLeaves.Record(work, new("ApplicationMoved", "loan_application", RowValues.Of(application.Id), content), desk.Lending.Clock);
            return OpenApplication.Detail(work, application, language);
        });
    }

    /// <summary>The application where it is there, unchanged, and in a state that takes the act.</summary>
    internal static async Task<Result<LoanApplication>> Standing(ZhirongContext work, Guid id, int baseVersion, string act)
    {
        if (await work.Set<LoanApplication>().SingleOrDefaultAsync(a => a.Id == id) is not { } application)
        {
            return OpenApplication.Missing(work, id);
        }

        if (application.Version != baseVersion)
        {
            return LendingRefusals.Stale(baseVersion, application.Version);
        }

        return ApplicationStates.Possible(application.State, application.Outcome).Contains(act) ? application : OriginationRefusals.Step(act, application.State);
    }

    /// <summary>Writes the step and moves the application.</summary>
    internal static void Step(ZhirongContext work, Origination desk, LoanApplication application, string act, string note, IReadOnlyList<string> items)
    {
        var state = ApplicationStates.After(application.State, act)!;
        var (n, at) = (work.Set<LoanApplicationStep>().Count(s => s.ApplicationId == application.Id) + 1, Instant.Now(desk.Lending.Clock));
        work.Add(new LoanApplicationStep { ApplicationId = application.Id, N = n, Act = act, State = state, Note = note, Items = ApplicationJson.Of(items), At = at, By = work.Viewer.Person });
        (application.State, application.Waits, application.Version, application.ChangedAt, application.ChangedBy) = (state, ApplicationStates.Waits(state), application.Version + 1, at, work.Viewer.Person);
        application.SubmittedBy = act == ApplicationStates.Submit ? work.Viewer.Person : application.SubmittedBy;
    }

    private static Result<Ready> Prepare(ZhirongContext read, Origination desk, Guid id, MoveApplicationRequest request)
    {
        // What is not there, or not as it was, the work refuses in its own order.
        if (request.Act is not (ApplicationStates.Submit or ApplicationStates.Assess) || read.Set<LoanApplication>().AsNoTracking().SingleOrDefault(a => a.Id == id) is not { } application || application.Version != request.BaseVersion || ApplicationStates.After(application.State, request.Act) is null)
        {
            return new Ready(null, null);
        }

        if (request.Act == ApplicationStates.Submit)
        {
            var snapshot = SnapshotMaking.Of(read, desk, id, application.Number, ApplicationForm.Read(application.Form));
            return snapshot.Ok ? new Ready(snapshot.Value, null) : Result<Ready>.Refused(snapshot.Refusals);
        }

        var frozen = read.Set<ApplicationSnapshot>().AsNoTracking().Single(s => s.ApplicationId == id && s.N == application.Snapshot);
        var by = AssessmentText.Now(read, desk, application.Product, request.Policy);
        var made = by.Ok ? by.Value.Assess(frozen.Facts) : Result<Assessment>.Refused(by.Refusals);
        return made.Ok ? new Ready(null, new(by.Value, made.Value)) : Result<Ready>.Refused(made.Refusals);
    }

    private static string Freeze(ZhirongContext work, Origination desk, LoanApplication application, string facts)
    {
        var snapshot = new ApplicationSnapshot { ApplicationId = application.Id, N = application.Snapshot + 1, Facts = facts, Hash = CanonicalText.Hash(facts), At = Instant.Now(desk.Lending.Clock), By = work.Viewer.Person };
        work.Add(snapshot);
        application.Snapshot = snapshot.N;
        return snapshot.Hash;
    }

    private static void Keep(ZhirongContext work, Origination desk, LoanApplication application, Made made)
    {
        var (by, policy) = (made.By, made.By.Resolved.Policy.Definition);
        work.Add(new CreditAssessment
        {
            ApplicationId = application.Id,
            N = ++application.Assessment,
            Snapshot = application.Snapshot,
            Product = by.Resolved.Product.Id,
            ProductNumber = by.Resolved.Number,
            ProductText = by.ProductText,
            Policy = policy.Id,
            PolicyVersion = policy.Version,
            PolicyHash = policy.Hash,
            PolicyTexts = ApplicationJson.Of(by.PolicyTexts),
            Engine = by.Resolved.Engine,
            ResultZh = made.Assessment.Zh,
            ResultEn = made.Assessment.En,
            ResultHash = made.Assessment.Hash,
            Outcome = made.Assessment.Outcome.ToString().ToLowerInvariant(),
            LimitFen = made.Assessment.Limit?.Fen,
            At = Instant.Now(desk.Lending.Clock),
            By = work.Viewer.Person,
        });
    }
}
