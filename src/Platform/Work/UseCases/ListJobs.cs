using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work.Model;
using Zhirong.Platform.Work.Storage;

namespace Zhirong.Platform.Work.UseCases;

/// <summary>How much is under way, and the newest jobs of the reader: what a page asks every few seconds.</summary>
public sealed record JobPulse(int Active, IReadOnlyList<JobRow> Mine);

/// <summary>The jobs of the reader's organisation, newest first.</summary>
internal static class ListJobs
{
    /// <summary>Newest jobs of the reader that a pulse carries.</summary>
    private const int Newest = 20;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", Answer).WithName("listJobs").WithSummary("Jobs, newest first").Produces<PageOf<JobRow>>().ProducesProblem(422).Reads("work");
        api.MapGet("/jobs/pulse", Pulse).WithName("jobPulse").WithSummary("How many jobs are under way, and the reader's newest").Produces<JobPulse>().Reads("work");
    }

    private static async Task<IResult> Answer(HttpContext context, Store store, string? state, string? kind, string? subjectKind, string? subjectId, int? page, int? pageSize)
    {
        if (state is { Length: > 0 } && !JobStates.All.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, JobStates.All));
        }

        var wanted = PageRequest.Of(page, pageSize);
        await using var read = store.Read(RequestViewer.Of(context));
        IQueryable<Job> jobs = read.Set<Job>();
        jobs = state is { Length: > 0 } ? jobs.Where(j => j.State == state) : jobs;
        jobs = kind is { Length: > 0 } ? jobs.Where(j => j.Kind == kind) : jobs;
        jobs = subjectKind is { Length: > 0 } ? jobs.Where(j => j.SubjectKind == subjectKind) : jobs;
        jobs = subjectId is { Length: > 0 } ? jobs.Where(j => j.SubjectId == subjectId) : jobs;
        var total = await jobs.CountAsync(context.RequestAborted);
        var rows = await Light(jobs).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<JobRow>(await JobRow.Of(read, rows, context.RequestAborted), total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> Pulse(HttpContext context, Store store)
    {
        await using var read = store.Read(RequestViewer.Of(context));
        var (user, person) = (read.Viewer.User, read.Viewer.Person);
        var active = await read.Set<Job>().CountAsync(j => j.FinishedAt == null, context.RequestAborted);
        var mine = read.Set<Job>().Where(j => user == Guid.Empty ? j.StartedBy == person : j.StartedByUser == user);
        return Results.Json(new JobPulse(active, await JobRow.Of(read, await Light(mine).Take(Newest).ToListAsync(context.RequestAborted), context.RequestAborted)), WebJson.Options);
    }

    /// <summary>Newest first, without inputs and results, which may be large.</summary>
    private static IQueryable<Job> Light(IQueryable<Job> jobs) => jobs.OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).Select(j => new Job
    {
        Id = j.Id,
        OwnerId = j.OwnerId,
        Kind = j.Kind,
        TitleZh = j.TitleZh,
        TitleEn = j.TitleEn,
        SubjectKind = j.SubjectKind,
        SubjectId = j.SubjectId,
        Input = "",
        InputHash = j.InputHash,
        State = j.State,
        Done = j.Done,
        Total = j.Total,
        Worked = j.Worked,
        StartedBy = j.StartedBy,
        StartedByUser = j.StartedByUser,
        CreatedAt = j.CreatedAt,
        StartedAt = j.StartedAt,
        FinishedAt = j.FinishedAt,
    });
}
