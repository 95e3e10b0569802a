using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Work.Model;

namespace Zhirong.Platform.Work.Storage;

/// <summary>A shard in hand.</summary>
/// <param name="Owner">Organisation of the job.</param>
/// <param name="Tries">Which try this is, from 1.</param>
internal sealed record TakenShard(Guid Job, string Kind, Guid Owner, string By, Guid User, string Input, int No, string Shard, string InputHash, int Tries);

/// <summary>Who does what: taking shards, keeping them, giving them back. Every change names the state it starts from, so that of two workers one is first.</summary>
/// <param name="session">Inside a transaction of the commit queue.</param>
internal sealed class JobBoard(Session session)
{
    private static readonly TableShape Results = new(
        "work_result",
        TableShape.Text("job_id"), TableShape.Int("no"), TableShape.Text("input_hash"), TableShape.Text("result"), TableShape.Text("worker"), TableShape.Long("at"))
    {
        Conflict = "ON CONFLICT (job_id, no, input_hash) DO NOTHING",
    };

    /// <summary>Whether any job may have something to do.</summary>
    public bool Anything => session.First("SELECT 1 FROM work_job WHERE finished_at IS NULL LIMIT 1", row => row.Long(0)) == 1;

    /// <summary>Takes the next shard of the job whose turn it is; null when there is nothing to do for the kinds this worker knows.</summary>
    public TakenShard? Take(IReadOnlySet<string> kinds, string worker, long now, long until)
    {
        foreach (var (id, kind) in session.List("SELECT id, kind FROM work_job WHERE finished_at IS NULL ORDER BY turn, created_at, id", row => (Id: row.Text(0), Kind: row.Text(1))))
        {
            while (kinds.Contains(kind) && Next(id, now) is var (no, tries, dead) && no >= 0)
            {
                if (dead && tries >= Patience.Deaths)
                {
                    Fail(id, no, [WorkRefusals.ShardKills(no, tries)], now);
                    break;
                }

                if (session.Execute(
                    "UPDATE work_shard SET state = 'running', tries = tries + 1, worker = @p0, lease_until = @p1, taken_at = @p2 WHERE job_id = @p3 AND no = @p4 AND (state = 'waiting' OR (state = 'running' AND lease_until < @p5))",
                    worker, until, now, id, no, now) == 1)
                {
                    session.Execute("UPDATE work_job SET turn = @p0, state = 'running', started_at = coalesce(started_at, @p1) WHERE id = @p2 AND finished_at IS NULL", now, now, id);
                    return Read(id, no);
                }
            }
        }

        return null;
    }

    /// <summary>Jobs whose shards are all done and whose result is still to be put together.</summary>
    public List<(Guid Id, string Kind, string Input)> Complete() =>
        session.List("SELECT id, kind, input FROM work_job WHERE finished_at IS NULL AND done = total", row => (row.Id(0), row.Text(1), row.Text(2)));

    public List<string> ResultsOf(Guid job) => session.List("SELECT result FROM work_result WHERE job_id = @p0 ORDER BY no", row => row.Text(0), RowValues.Of(job));

    /// <summary>Keeps a shard longer; false when it is no longer this worker's or its job has ended.</summary>
    public bool Keep(TakenShard shard, string worker, long until) => session.Execute(
        "UPDATE work_shard SET lease_until = @p0 WHERE job_id = @p1 AND no = @p2 AND state = 'running' AND worker = @p3 AND EXISTS (SELECT 1 FROM work_job j WHERE j.id = work_shard.job_id AND j.finished_at IS NULL)",
        until, RowValues.Of(shard.Job), shard.No, worker) == 1;

    /// <summary>Whether a shard is still wanted from this worker.</summary>
    public bool Wanted(TakenShard shard, string worker) => session.First(
        "SELECT 1 FROM work_shard s JOIN work_job j ON j.id = s.job_id WHERE s.job_id = @p0 AND s.no = @p1 AND s.state = 'running' AND s.worker = @p2 AND j.finished_at IS NULL",
        row => row.Long(0), RowValues.Of(shard.Job), shard.No, worker) == 1;

    /// <summary>Writes a result; false when there is one already, or the job has ended: then nothing is to be written.</summary>
    public bool Finish(TakenShard shard, string worker, string result, long now, long took)
    {
        var job = RowValues.Of(shard.Job);
        if (session.Insert(new RowSet(Results).Add(job, shard.No, shard.InputHash, result, worker, now)) == 0)
        {
            return false;
        }

        if (session.Execute("UPDATE work_job SET done = done + 1, worked = worked + @p0 WHERE id = @p1 AND finished_at IS NULL", took, job) == 0)
        {
            session.Execute("DELETE FROM work_result WHERE job_id = @p0 AND no = @p1 AND input_hash = @p2", job, shard.No, shard.InputHash);
            return false;
        }

        session.Execute("UPDATE work_shard SET state = 'done', worker = NULL, lease_until = NULL, error = NULL WHERE job_id = @p0 AND no = @p1", job, shard.No);
        return true;
    }

    public void Close(Guid job, string result, long now) =>
        session.Execute("UPDATE work_job SET state = 'done', result = @p0, finished_at = @p1 WHERE id = @p2 AND finished_at IS NULL AND done = total", result, now, RowValues.Of(job));

    /// <summary>Gives a shard back for another try.</summary>
    public void Again(TakenShard shard, string worker, string error, long next) => session.Execute(
        "UPDATE work_shard SET state = 'waiting', worker = NULL, lease_until = NULL, error = @p0, next_at = @p1 WHERE job_id = @p2 AND no = @p3 AND state = 'running' AND worker = @p4",
        error, next, RowValues.Of(shard.Job), shard.No, worker);

    /// <summary>Gives a shard back as if it had not been taken.</summary>
    public void Untouched(TakenShard shard, string worker) => session.Execute(
        "UPDATE work_shard SET state = 'waiting', worker = NULL, lease_until = NULL, tries = tries - 1 WHERE job_id = @p0 AND no = @p1 AND state = 'running' AND worker = @p2",
        RowValues.Of(shard.Job), shard.No, worker);

    public void Fail(string job, int shard, IReadOnlyList<Refusal> why, long now)
    {
        session.Execute("UPDATE work_shard SET state = 'failed', worker = NULL, lease_until = NULL, error = @p0 WHERE job_id = @p1 AND no = @p2 AND state <> 'done'", why[0].Code, job, shard);
        Fail(job, why, now);
    }

    public void Fail(string job, IReadOnlyList<Refusal> why, long now) =>
        session.Execute("UPDATE work_job SET state = 'failed', reason = @p0, finished_at = @p1 WHERE id = @p2 AND finished_at IS NULL", KeptRefusal.Text(why), now, job);

    /// <summary>Workers that have shards in hand.</summary>
    public List<string> Workers() => session.List("SELECT DISTINCT worker FROM work_shard WHERE state = 'running' AND worker IS NOT NULL", row => row.Text(0));

    /// <summary>Lets others take at once what a dead worker had in hand.</summary>
    public void Release(string worker) => session.Execute("UPDATE work_shard SET lease_until = 0 WHERE state = 'running' AND worker = @p0", worker);

    private (int No, int Tries, bool Dead) Next(string job, long now)
    {
        var skip = session.Kind == DatabaseKind.Postgres ? " FOR UPDATE SKIP LOCKED" : "";
        var found = session.List($"SELECT no, tries FROM work_shard WHERE job_id = @p0 AND state = 'running' AND lease_until < @p1 ORDER BY no LIMIT 1{skip}", row => (row.Int(0), row.Int(1), true), job, now);
        found.AddRange(found.Count > 0 ? [] : session.List($"SELECT no, tries FROM work_shard WHERE job_id = @p0 AND state = 'waiting' AND next_at <= @p1 ORDER BY no LIMIT 1{skip}", row => (row.Int(0), row.Int(1), false), job, now));
        return found.Count > 0 ? found[0] : (-1, 0, false);
    }

    private TakenShard Read(string job, int no) => session.First(
        "SELECT j.id, j.kind, j.owner_id, j.started_by, j.started_by_user, j.input, s.no, s.input, s.input_hash, s.tries FROM work_shard s JOIN work_job j ON j.id = s.job_id WHERE s.job_id = @p0 AND s.no = @p1",
        row => new TakenShard(row.Id(0), row.Text(1), row.Id(2), row.Text(3), row.Id(4), row.Text(5), row.Int(6), row.Text(7), row.Text(8), row.Int(9)),
        job, no)!;
}
