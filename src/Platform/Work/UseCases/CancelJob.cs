using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work.Model;

namespace Zhirong.Platform.Work.UseCases;

/// <summary>What cancelling and trying again are asked with: nothing but the job.</summary>
public sealed record JobChangeRequest();

/// <summary>Ends a job without a result; what its shards have done stays and is not done again when it is taken up.</summary>
internal static class CancelJob
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/jobs/{id:guid}/cancel", Answer)
        .WithName("cancelJob").WithSummary("Cancel a job").Produces<JobDetail>().ProducesProblem(404).ProducesProblem(409).Act("work.job.cancel");

    public static async Task<Result<JobDetail>> Cancel(ZhirongContext work, Guid id, Language language, TimeProvider clock)
    {
        if (await OpenJob.Visible(work, id) is not { } job)
        {
            return WebRefusals.NotFound("jobs", $"{id}");
        }

        var ended = work.Session.Execute(
            "UPDATE work_job SET state = 'cancelled', finished_at = @p0, cancelled_by = @p1 WHERE id = @p2 AND finished_at IS NULL",
            Instant.Now(clock), work.Viewer.Person, RowValues.Of(id));
        if (ended == 0)
        {
            return WorkRefusals.Ended(job.State);
        }

        work.Session.Execute($"UPDATE work_shard SET state = '{ShardStates.Waiting}', worker = NULL, lease_until = NULL, tries = 0 WHERE job_id = @p0 AND state = '{ShardStates.Running}'", RowValues.Of(id));
        return await OpenJob.View(work, (await OpenJob.Visible(work, id))!, language);
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<JobChangeRequest> body, HttpContext context, Store store, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Cancel(work, id, RequestLanguage.Of(context), clock));
        return Answers.Written(context, written, body.Key, conflicts: WorkRefusals.EndedCode);
    }
}
