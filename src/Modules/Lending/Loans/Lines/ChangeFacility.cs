using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <param name="Document">The paper that shows it.</param>
/// <param name="On">The day from which it is met; not in the future.</param>
/// <param name="Sha256">Of the paper, where it is kept.</param>
public sealed record MeetPrecedentRequest(string Document, DateOnly On, int BaseVersion, string? Sha256 = null);

/// <param name="State"><c>open</c>, <c>frozen</c> or <c>closed</c>.</param>
/// <param name="Reason">Why.</param>
public sealed record SetFacilityStateRequest(string State, string Reason, int BaseVersion);

/// <summary>落实放款条件, 冻结、恢复与结清额度.</summary>
internal static class ChangeFacility
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/facilities/{id:guid}/conditions/{n:int}", Meet).WithName("meetPrecedent").WithSummary("Show that a condition precedent is met").Produces<FacilityDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.facility.condition");
        api.MapPost("/facilities/{id:guid}/state", Set).WithName("setFacilityState").WithSummary("Freeze a line, open it again, or close it").Produces<FacilityDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.facility.state");
    }

    private static Task<IResult> Meet(Guid id, int n, BodyOf<MeetPrecedentRequest> body, HttpContext context, LoanDesk desk)
    {
        return Change(id, body, context, desk, r => r.BaseVersion, Read, async (work, facility, request) =>
        {
            if (await work.Set<FacilityCondition>().SingleOrDefaultAsync(c => c.FacilityId == id && c.N == n && c.Met == 0) is not { } condition)
            {
                return LoanRefusals.MetBefore($"{n}");
            }

            (condition.Met, condition.Document, condition.Sha256, condition.MetOn, condition.MetBy) = (1, request.Document.Trim(), request.Sha256?.Trim().ToLowerInvariant() ?? "", request.On, work.Viewer.Person);
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, facility.OwnerId, new("PrecedentMet", "facility", RowValues.Of(id), new JsonObject { ["document"] = condition.Document, ["n"] = n, ["on"] = RowValues.Of(request.On), ["sha256"] = condition.Sha256, ["title"] = condition.Title }), desk.Clock)]);
            return null;
        });

        void Read(LendingForm form, MeetPrecedentRequest request)
        {
            form.Text("document", request.Document, 300);
            form.Hash("sha256", request.Sha256);
            if (form.Day("on", request.On) > desk.Today)
            {
                form.Faults.Add(LendingRefusals.Day("on", $"{request.On:yyyy-MM-dd}", Words.Same($"≤ {desk.Today:yyyy-MM-dd}")));
            }
        }
    }

    private static Task<IResult> Set(Guid id, BodyOf<SetFacilityStateRequest> body, HttpContext context, LoanDesk desk)
    {
        return Change(id, body, context, desk, r => r.BaseVersion, Read, (work, facility, request) => Task.FromResult(To(work, facility, request, desk)));

        static void Read(LendingForm form, SetFacilityStateRequest request)
        {
            form.Word("state", request.State, FacilityWords.States);
            form.Text("reason", request.Reason, 500);
        }
    }

    private static Refusal? To(ZhirongContext work, Facility facility, SetFacilityStateRequest request, LoanDesk desk)
    {
        if (facility.State == FacilityWords.Closed || facility.State == request.State)
        {
            return LoanRefusals.FacilityState(facility.State, string.Join(" | ", FacilityWords.States.Where(s => s != request.State && s != FacilityWords.Closed)));
        }

        if (request.State == FacilityWords.Closed && Outstanding(work, facility.Id) is > 0 and var owed)
        {
            return LoanRefusals.Owing(Money.FenText(owed));
        }

        (facility.State, facility.Because) = (request.State, request.State == FacilityWords.Open ? "" : request.Reason.Trim());
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, facility.OwnerId, new(Name(request.State), "facility", RowValues.Of(facility.Id), new JsonObject { ["reason"] = request.Reason.Trim(), ["state"] = request.State }), desk.Clock)]);
        return null;
    }

    private static string Name(string state) => state switch { FacilityWords.Frozen => "FacilityFrozen", FacilityWords.Closed => "FacilityClosed", _ => "FacilityReopened" };

    /// <summary>Principal outstanding and money on its way.</summary>
    private static long Outstanding(ZhirongContext work, Guid facility) =>
        work.Set<Loan>().Where(l => l.FacilityId == facility && l.State != LoanStates.Cancelled).Sum(l => l.BalanceFen + (l.State == LoanStates.Ordered ? l.PrincipalFen : 0));

    private static async Task<IResult> Change<T>(Guid id, BodyOf<T> body, HttpContext context, LoanDesk desk, Func<T, int> version, Action<LendingForm, T> read, Func<ZhirongContext, Facility, T, Task<Refusal?>> change)
        where T : class
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new LendingForm(), body.Value.Value, RequestLanguage.Of(context));
        read(form, request);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<FacilityDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            work.Session.Alone($"facility {id}");
            if (await work.Set<Facility>().SingleOrDefaultAsync(f => f.Id == id) is not { } facility)
            {
                return OpenFacility.Missing(work, id);
            }

            if (facility.Version != version(request))
            {
                return LendingRefusals.Stale(version(request), facility.Version);
            }

            if (await change(work, facility, request) is { } refusal)
            {
                return refusal;
            }

            (facility.Version, facility.ChangedAt, facility.ChangedBy) = (facility.Version + 1, Instant.Now(desk.Clock), work.Viewer.Person);
            await work.SaveChangesAsync();
            return OpenFacility.Detail(work, facility, desk, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }
}
