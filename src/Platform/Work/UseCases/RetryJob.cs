using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work.Model;
using Zhirong.Platform.Work.Storage;

namespace Zhirong.Platform.Work.UseCases;

/// <summary>Takes up a job that failed or was cancelled; shards that are done are not done again.</summary>
internal static class RetryJob
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/jobs/{id:guid}/retry", Answer)
        .WithName("retryJob").WithSummary("Take up a job that failed or was cancelled").Produces<JobDetail>().ProducesProblem(404).ProducesProblem(409).Act("work.job.retry");

    public static async Task<Result<JobDetail>> Retry(ZhirongContext work, Guid id, Language language)
    {
        if (await OpenJob.Visible(work, id) is not { } job)
        {
            return WebRefusals.NotFound("jobs", $"{id}");
        }

        if (!JobStates.Resumable(job.State))
        {
            return WorkRefusals.NothingToRetry(job.State);
        }

        if (await work.Set<Job>().AsNoTracking().FirstOrDefaultAsync(j => j.OwnerId == job.OwnerId && j.Kind == job.Kind && j.InputHash == job.InputHash && j.FinishedAt == null) is { } other)
        {
            return WorkRefusals.UnderWay(other.Id);
        }

        work.Session.Execute(
            "UPDATE work_job SET state = 'waiting', finished_at = NULL, cancelled_by = NULL, reason = NULL, retries = retries + 1, turn = 0 WHERE id = @p0 AND state IN ('failed', 'cancelled')", RowValues.Of(id));
        work.Session.Execute("UPDATE work_shard SET state = 'waiting', worker = NULL, lease_until = NULL, tries = 0, next_at = 0, error = NULL WHERE job_id = @p0 AND state <> 'done'", RowValues.Of(id));
        return await OpenJob.View(work, (await OpenJob.Visible(work, id))!, language);
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<JobChangeRequest> body, HttpContext context, Store store, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Retry(work, id, RequestLanguage.Of(context)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, WorkRefusals.NothingToRetryCode, WorkRefusals.UnderWayCode);
    }
}
