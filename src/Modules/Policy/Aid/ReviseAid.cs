using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Aid;

/// <param name="From">Version of the application.</param>
/// <param name="Facts">All facts as they are now, by name, each a value or <c>{value, source, date}</c>.</param>
public sealed record ReviseAidRequest(int From, JsonElement Facts);

/// <summary>修改草稿: other facts of an application that is still a draft, or of one that was returned; its amount is computed anew.</summary>
internal static class ReviseAid
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/policy/applications/{id:guid}/facts", Answer).WithName("reviseAid").WithSummary("State other facts in a draft; the amount is computed anew").Produces<AidDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.aid.revise");

    private static async Task<IResult> Answer(Guid id, BodyOf<ReviseAidRequest> body, HttpContext context, PolicyDesk desk)
    {
        var facts = body.Value.Ok ? StatedFacts.Document(body.Value.Value.Facts) : Result<string>.Refused(body.Value.Refusals);
        if (!facts.Ok)
        {
            return Problems.Of(context, facts.Refusals);
        }

        var (request, language) = (body.Value.Value, RequestLanguage.Of(context));
        var written = await desk.Store.Commits.Once<AidDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var revised = await Revise(work, desk, id, request.From, facts.Value);
            return revised.Ok ? AidDetail.Of(work, desk, revised.Value, language) : Result<AidDetail>.Refused(revised.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PolicyRefusals.StaleCode);
    }

    private static async Task<Result<AidApplication>> Revise(ZhirongContext work, PolicyDesk desk, Guid id, int from, string facts)
    {
        if (await work.Set<AidApplication>().SingleOrDefaultAsync(a => a.Id == id) is not { } application)
        {
            return WebRefusals.NotFound("applications", $"{id}");
        }

        if (from != application.Version)
        {
            return PolicyRefusals.Stale(from, application.Version);
        }

        if (!AidStates.Open.Contains(application.State))
        {
            return PolicyRefusals.NotNow(application.State, string.Join(" | ", AidStates.Open));
        }

        if (application.OwnerId != work.Viewer.Organisation)
        {
            return FirmAidRefusals.Whose(application.State);
        }

        application.Facts = facts;
        if (await YearLedger.Judge(work, desk, application) is { Count: > 0 } faults)
        {
            return Result<AidApplication>.Refused(faults);
        }

        MoveAid.Step(work, desk, application, application.State, application.AskedFen, "", desk.Today);
        await work.SaveChangesAsync();
        return application;
    }
}
