using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work.Model;
using Zhirong.Platform.Work.Storage;

namespace Zhirong.Platform.Work.UseCases;

/// <summary>One job.</summary>
internal static class OpenJob
{
    private const int MostShards = 50;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/jobs/{id:guid}", Answer).WithName("openJob").WithSummary("A job with its input, its result and what is being done").Produces<JobDetail>().ProducesProblem(404).Reads("work");

    public static Task<Job?> Visible(ZhirongContext context, Guid id, CancellationToken cancel = default) => context.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, cancel);

    public static async Task<JobDetail> View(ZhirongContext read, Job job, Language language, CancellationToken cancel = default)
    {
        // What another worker still had in hand when the job ended is of no more use to anybody.
        var going = JobStates.Active(job.State);
        var shards = await read.Set<Shard>().AsNoTracking()
            .Where(s => s.JobId == job.Id && ((going && s.State == ShardStates.Running) || s.State == ShardStates.Failed || (s.State == ShardStates.Waiting && s.Error != null)))
            .OrderBy(s => s.No).Take(MostShards).ToListAsync(cancel);
        var row = (await JobRow.Of(read, [job], cancel))[0];
        return new(
            row,
            job.Retries,
            job.CancelledBy,
            KeptRefusal.Read(job.Reason, language),
            [.. shards.Select(s => new ShardRow(s.No, s.State, s.Tries, s.Error, s.TakenAt is { } at ? Instant.Text(at) : null))],
            Json(job.Input)!.Value,
            Json(job.Result));
    }

    private static async Task<IResult> Answer(Guid id, HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        return await Visible(read, id, context.RequestAborted) is { } job
            ? Results.Json(await View(read, job, RequestLanguage.Of(context), context.RequestAborted), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("jobs", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static JsonElement? Json(string? text)
    {
        if (text is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
