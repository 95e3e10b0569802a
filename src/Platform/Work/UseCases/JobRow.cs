using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work.Model;
using Zhirong.Platform.Work.Storage;

namespace Zhirong.Platform.Work.UseCases;

/// <summary>A job in a list.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Kind"><c>room.noun</c>.</param>
/// <param name="TitleZh">What it is called.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="SubjectKind">Kind of the record it is about.</param>
/// <param name="SubjectId">Its id.</param>
/// <param name="State">waiting, running, done, failed or cancelled.</param>
/// <param name="Done">Shards done.</param>
/// <param name="Total">Shards of the job.</param>
/// <param name="LeftSeconds">Estimate of what is left; null while unknown.</param>
/// <param name="By">Who started it.</param>
/// <param name="Mine">Whether the reader started it.</param>
/// <param name="CreatedAt">ISO instant.</param>
/// <param name="StartedAt">First shard taken.</param>
/// <param name="FinishedAt">Done, failed or cancelled.</param>
public sealed record JobRow(
    Guid Id, string Kind, string TitleZh, string TitleEn, string SubjectKind, string SubjectId, string State, int Done, int Total, long? LeftSeconds, string By, bool Mine, string CreatedAt, string? StartedAt, string? FinishedAt)
{
    internal static JobRow Of(Job job, int atOnce, Viewer viewer) => new(
        job.Id,
        job.Kind,
        job.TitleZh,
        job.TitleEn,
        job.SubjectKind,
        job.SubjectId,
        job.State,
        job.Done,
        job.Total,
        JobStates.Active(job.State) ? TimeLeft.Seconds(job.Done, job.Total, job.Worked, atOnce) : null,
        job.StartedBy,
        viewer.User == Guid.Empty ? job.StartedBy == viewer.Person : job.StartedByUser == viewer.User,
        Instant.Text(job.CreatedAt),
        job.StartedAt is { } started ? Instant.Text(started) : null,
        job.FinishedAt is { } finished ? Instant.Text(finished) : null);

    /// <summary>Rows with how many shards of each are being done now.</summary>
    internal static async Task<IReadOnlyList<JobRow>> Of(ZhirongContext read, IReadOnlyList<Job> jobs, CancellationToken cancel)
    {
        var active = jobs.Where(j => j.State == JobStates.Running).Select(j => j.Id).ToList();
        var atOnce = active.Count == 0 ? [] : await read.Set<Shard>().Where(s => active.Contains(s.JobId) && s.State == ShardStates.Running)
            .GroupBy(s => s.JobId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. jobs.Select(j => Of(j, atOnce.GetValueOrDefault(j.Id), read.Viewer))];
    }
}

/// <summary>A shard being done, or that went wrong.</summary>
/// <param name="No">From 0.</param>
/// <param name="Tries">Times it was taken in hand.</param>
/// <param name="Error">What went wrong last.</param>
public sealed record ShardRow(int No, string State, int Tries, string? Error, string? TakenAt);

/// <summary>A job with what it was asked, what came of it, and what is being done.</summary>
/// <param name="Findings">Why it failed.</param>
/// <param name="Shards">Shards in hand while the job goes on, failed, or waiting for another try; at most 50.</param>
/// <param name="Input">What it was asked.</param>
/// <param name="Result">What came of it; null until it is done.</param>
public sealed record JobDetail(JobRow Job, int Retries, string? CancelledBy, IReadOnlyList<Finding> Findings, IReadOnlyList<ShardRow> Shards, JsonElement Input, JsonElement? Result);
