using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access.Approvals.Interception;

/// <summary>
/// Does what was approved: a case stays approved until its outcome is written, so that a server that stops in between takes it up again;
/// the endpoint's kept answer makes the second time harmless. Cases nobody decided in time are closed.
/// </summary>
internal sealed partial class ApprovedRuns(Store store, ApprovedRun run, RequestKeys keys, IEnumerable<IWitness> witnesses, TimeProvider clock, ILogger<ApprovedRuns> log) : IDisposable
{
    /// <summary>Longest answer kept on a case, in characters.</summary>
    private const int LongestAnswer = 100_000;

    /// <summary>How often our own fault is tried again before the case is closed with it.</summary>
    private const int Times = 12;

    /// <summary>How long nobody else takes up a case that is being done.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly Viewer Everything = Viewer.Everything("do what was approved");

    private readonly SemaphoreSlim wake = new(0);

    /// <summary>Something was approved: do not wait for the next round.</summary>
    public void Wake() => wake.Release();

    public void Dispose() => wake.Dispose();

    public Task<bool> Wait(TimeSpan longest, CancellationToken cancel) => wake.WaitAsync(longest, cancel);

    /// <summary>Does all that is due; returns how many cases got their outcome.</summary>
    public async Task<int> Due(CancellationToken cancel = default)
    {
        var done = 0;
        foreach (var id in await Ids("state = 'approved' AND next_at <= @p0", Instant.Now(clock)))
        {
            done += await One(id, cancel) ? 1 : 0;
        }

        return done;
    }

    /// <summary>Closes the cases whose days are over; returns how many.</summary>
    public async Task<int> Expire()
    {
        var (today, closed) = (Days.Today(clock), 0);
        foreach (var id in await Ids("((state IN ('open', 'returned') AND decide_by < @p0) OR (state IN ('conditional', 'approved') AND valid_until < @p1))", RowValues.Of(today), RowValues.Of(today)))
        {
            closed += await store.Commits.Write(await System(id), work =>
            {
                work.Session.Alone($"approval {id:D}");
                var known = ApprovalReading.One(work, id)!;
                var after = known.Case.On(today, known.Tries > 0);
                if (after.State == known.Case.State)
                {
                    return Task.FromResult(0);
                }

                ApprovalWriting.Update(work, known, after, clock);
                foreach (var witness in witnesses)
                {
                    witness.Record(work, "ApprovalExpired", "approval", RowValues.Of(id), new JsonObject { ["act"] = known.Case.Act, ["was"] = known.Case.State.Word() });
                }

                return Task.FromResult(1);
            });
        }

        return closed;
    }

    /// <summary>The system itself in the organisation of a case.</summary>
    private Task<Viewer> System(Guid id)
    {
        using var read = store.Read(Everything);
        return Task.FromResult(new Viewer(ApprovalReading.One(read, id)!.Organisation, "system"));
    }

    private async Task<bool> One(Guid id, CancellationToken cancel)
    {
        if (await Claim(id) is not { } approved)
        {
            return false;
        }

        RunAnswer answer;
        try
        {
            answer = await run.Run(approved, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            Failed(log, problem, approved.Case.Act, approved.Id);
            answer = new(500, "");
        }

        if (answer.Again && approved.Tries < Times)
        {
            await Postpone(approved);
            return false;
        }

        await Close(approved, answer.Again ? ApprovedRun.Fault(approved.Tries) : answer);
        return true;
    }

    /// <summary>Takes a case so that no other server does; null when another has it, or its resolution is too old.</summary>
    private Task<StoredCase?> Claim(Guid id) => store.Commits.Write(Everything, work =>
    {
        work.Session.Alone($"approval {id:D}");
        if (ApprovalReading.One(work, id) is not { } known || known.Case.On(Days.Today(clock), known.Tries > 0).State != CaseState.Approved)
        {
            return Task.FromResult<StoredCase?>(null);
        }

        var claimed = work.Session.Execute(
            "UPDATE access_approval SET tries = tries + 1, next_at = @p0 WHERE id = @p1 AND state = 'approved' AND next_at <= @p2",
            Instant.Of(clock.GetUtcNow() + Lease),
            RowValues.Of(id),
            Instant.Now(clock));
        return Task.FromResult(claimed == 1 ? known with { Tries = known.Tries + 1 } : null);
    });

    /// <summary>Tried again after 1, 2, 4 … seconds, at most an hour.</summary>
    private Task<int> Postpone(StoredCase approved) => store.Commits.Write(Everything, work => Task.FromResult(work.Session.Execute(
        "UPDATE access_approval SET next_at = @p0 WHERE id = @p1 AND state = 'approved'",
        Instant.Of(clock.GetUtcNow().AddSeconds(Math.Min(3600, 1L << Math.Min(approved.Tries - 1, 12)))),
        RowValues.Of(approved.Id))));

    private Task<bool> Close(StoredCase approved, RunAnswer answer) => store.Commits.Write(approved.Viewer, work =>
    {
        var closed = work.Session.Execute(
            "UPDATE access_approval SET state = @p0, status = @p1, answer = @p2, version = version + 1, changed_at = @p3 WHERE id = @p4 AND state = 'approved'",
            (answer.Done ? CaseState.Done : CaseState.Failed).Word(),
            answer.Status,
            answer.Text.Length <= LongestAnswer ? keys.Kept(answer.Text) : null,
            Instant.Now(clock),
            RowValues.Of(approved.Id)) == 1;
        foreach (var witness in closed ? witnesses : [])
        {
            witness.Record(work, answer.Done ? "ApprovedActDone" : "ApprovedActFailed", "approval", RowValues.Of(approved.Id), new JsonObject { ["act"] = approved.Case.Act, ["status"] = answer.Status });
        }

        return Task.FromResult(closed);
    });

    private Task<List<Guid>> Ids(string condition, params object?[] values)
    {
        using var read = store.Read(Everything);
        return Task.FromResult(read.Session.List($"SELECT id FROM access_approval WHERE {condition} ORDER BY changed_at, id LIMIT 200", row => row.Id(0), values));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The approved act {Act} ({Approval}) failed; it is tried again")]
    private static partial void Failed(ILogger log, Exception problem, string act, Guid approval);
}

/// <summary>Runs while the server runs; a round that fails is tried again with the next.</summary>
internal sealed partial class ApprovedLoop(ApprovedRuns runs, TimeProvider clock, ILogger<ApprovedLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        for (var expire = DateTimeOffset.MinValue; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await runs.Due(stoppingToken);
                if (clock.GetUtcNow() >= expire)
                {
                    await runs.Expire();
                    expire = clock.GetUtcNow().AddMinutes(1);
                }

                await runs.Wait(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                Failed(log, problem);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Doing what was approved failed; it is tried again")]
    private static partial void Failed(ILogger log, Exception problem);
}

/// <summary>Approved acts whose outcome is not written yet.</summary>
internal sealed class ApprovedActs : IBacklog
{
    public string Left => "SELECT COUNT(*) FROM access_approval WHERE state = 'approved'";
}
