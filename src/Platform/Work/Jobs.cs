using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Work.Model;
using Zhirong.Platform.Work.Storage;
using Zhirong.Platform.Work.UseCases;

namespace Zhirong.Platform.Work;

/// <summary>What is wanted.</summary>
/// <param name="Kind">Name of the kind of job.</param>
/// <param name="Title">What people call this job.</param>
/// <param name="SubjectKind">Kind of the record it is about.</param>
/// <param name="SubjectId">Its id.</param>
/// <param name="Input">JSON of the kind's own form.</param>
public sealed record JobOrder(string Kind, Words Title, string SubjectKind, string SubjectId, string Input);

/// <summary>An order cut into shards, ready to be written.</summary>
public sealed class PreparedJob
{
    internal PreparedJob(JobOrder order, IReadOnlyList<string> shards) => (Order, Shards) = (order, shards);

    internal JobOrder Order { get; }

    internal IReadOnlyList<string> Shards { get; }
}

/// <summary>Starts jobs; the workers find them.</summary>
public sealed class Jobs(IEnumerable<IJobKind> kinds, TimeProvider clock)
{
    /// <summary>Shards of one job at most.</summary>
    public const int MostShards = 20_000;

    private static readonly TableShape Shape = new(
        "work_shard",
        TableShape.Text("job_id"), TableShape.Int("no"), TableShape.Text("input"), TableShape.Text("input_hash"), TableShape.Text("state"), TableShape.Int("tries"), TableShape.Long("next_at"));

    /// <summary>Cuts an order into shards; before the commit queue.</summary>
    public Result<PreparedJob> Prepare(JobOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var kind = kinds.SingleOrDefault(k => k.Name == order.Kind) ?? throw new ArgumentException($"No room does {order.Kind}.", nameof(order));
        var plan = kind.Plan(order.Input);
        return !plan.Ok ? Result<PreparedJob>.Refused(plan.Refusals)
            : plan.Value.Count is 0 or > MostShards ? WorkRefusals.Shards(plan.Value.Count, MostShards)
            : new PreparedJob(order, plan.Value);
    }

    /// <summary>Writes the job. The same order of the same organisation that has not ended yet is not started twice: its job is the answer.</summary>
    public async Task<JobRow> Start(ZhirongContext work, PreparedJob prepared)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(prepared);
        var (order, hash) = (prepared.Order, Hash(prepared.Order.Input));
        var owner = work.Viewer.Organisation;
        var going = await work.Set<Job>().SingleOrDefaultAsync(j => j.OwnerId == owner && j.Kind == order.Kind && j.InputHash == hash && (j.State == JobStates.Waiting || j.State == JobStates.Running));
        if (going is not null)
        {
            return JobRow.Of(going, 0, work.Viewer);
        }

        var job = new Job
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OwnerId = owner,
            Kind = order.Kind,
            TitleZh = order.Title.Zh,
            TitleEn = order.Title.En,
            SubjectKind = order.SubjectKind,
            SubjectId = order.SubjectId,
            Input = order.Input,
            InputHash = hash,
            State = JobStates.Waiting,
            Total = prepared.Shards.Count,
            StartedBy = work.Viewer.Person,
            StartedByUser = work.Viewer.User,
            CreatedAt = Instant.Now(clock),
        };
        work.Add(job);
        await work.SaveChangesAsync();
        var rows = new RowSet(Shape);
        for (var no = 0; no < prepared.Shards.Count; no++)
        {
            rows.Add(RowValues.Of(job.Id), no, prepared.Shards[no], Hash(prepared.Shards[no]), ShardStates.Waiting, 0, 0L);
        }

        work.Session.Insert(rows);
        return JobRow.Of(job, 0, work.Viewer);
    }

    internal static string Hash(string input) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(input)));
}
