using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Outbox;

/// <summary>
/// Delivers events to their handlers: each handler gets each event in effect once, events of one record in their order. A handler
/// that throws is tried again, later each time; its event and those behind it on the same record wait, others go on.
/// </summary>
public sealed class OutboxPump(Store store, IReadOnlyList<IEventHandler> handlers, TimeProvider clock)
{
    /// <summary>Events read at a time.</summary>
    private const int Some = 200;

    private static readonly TableShape Deliveries = new(
        "platform_delivery", TableShape.Text("handler"), TableShape.Long("event_seq"), TableShape.Int("done"), TableShape.Int("tries"), TableShape.Long("next_at"), TableShape.Text("error"))
    {
        Conflict = "ON CONFLICT (handler, event_seq) DO UPDATE SET done = excluded.done, tries = excluded.tries, next_at = excluded.next_at, error = excluded.error",
    };

    /// <summary>Delivers until nothing is due; returns how many deliveries succeeded.</summary>
    public async Task<int> Deliver(CancellationToken cancel = default)
    {
        for (var all = 0; ;)
        {
            var done = await Once(cancel);
            all += done;
            if (done == 0)
            {
                return all;
            }
        }
    }

    /// <summary>Goes once through all that is undelivered, so that a record whose events wait keeps nobody else's waiting.</summary>
    private async Task<int> Once(CancellationToken cancel)
    {
        var (done, waiting) = (0, new HashSet<(string, string)>());
        for (var events = await Undelivered(0); events.Count > 0; events = await Undelivered(events[^1].Sequence))
        {
            foreach (var happened in events)
            {
                if (!waiting.Contains((happened.RootKind, happened.RootId)))
                {
                    done += await DeliverOne(happened, waiting, cancel);
                }
            }
        }

        return done;
    }

    private async Task<int> DeliverOne(RoomEvent happened, HashSet<(string, string)> waiting, CancellationToken cancel)
    {
        var (done, open) = (0, false);
        foreach (var handler in handlers.Where(h => h.Takes(happened.Kind)))
        {
            var outcome = await To(handler, happened, cancel);
            done += outcome == Outcome.Delivered ? 1 : 0;
            open |= outcome == Outcome.Waits;
        }

        if (open)
        {
            waiting.Add((happened.RootKind, happened.RootId));
            return done;
        }

        await store.Commits.Write(Viewer.Everything("close a delivered event"), context => Task.FromResult(context.Session.Execute("UPDATE platform_event SET delivered = 1 WHERE seq = @p0", happened.Sequence)), cancel);
        return done;
    }

    private enum Outcome
    {
        Delivered,
        Before,
        Waits,
    }

    private async Task<Outcome> To(IEventHandler handler, RoomEvent happened, CancellationToken cancel)
    {
        try
        {
            return await store.Commits.Write(Viewer.Everything($"deliver {happened.Kind} to {handler.Name}"), async context =>
            {
                context.Session.Alone($"outbox {handler.Name}");
                if (State(context.Session, handler, happened) is { } known && (known.Done || known.NextAt > Instant.Now(clock)))
                {
                    return known.Done ? Outcome.Before : Outcome.Waits;
                }

                await handler.Handle(context, happened);
                context.Session.Insert(new RowSet(Deliveries).Add(handler.Name, happened.Sequence, 1, 1, 0L, null));
                return Outcome.Delivered;
            }, cancel);
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or StorageException))
        {
            await Failed(handler, happened, problem, cancel);
            return Outcome.Waits;
        }
    }

    private static (bool Done, int Tries, long NextAt)? State(Session session, IEventHandler handler, RoomEvent happened) => session.First<(bool, int, long)?>(
        "SELECT done, tries, next_at FROM platform_delivery WHERE handler = @p0 AND event_seq = @p1", row => (row.Int(0) == 1, row.Int(1), row.Long(2)), handler.Name, happened.Sequence);

    /// <summary>Tried again after 1, 2, 4 … seconds, at most an hour.</summary>
    private Task<int> Failed(IEventHandler handler, RoomEvent happened, Exception problem, CancellationToken cancel) =>
        store.Commits.Write(Viewer.Everything("note a failed delivery"), context =>
        {
            // Another program may have delivered it meanwhile: what is done stays done.
            context.Session.Alone($"outbox {handler.Name}");
            if (State(context.Session, handler, happened) is { Done: true })
            {
                return Task.FromResult(0);
            }

            var tries = 1 + (State(context.Session, handler, happened)?.Tries ?? 0);
            var next = Instant.Now(clock) + (1_000_000L * Math.Min(3600, 1L << Math.Min(tries - 1, 12)));
            var error = problem.Message.Length <= 500 ? problem.Message : problem.Message[..500];
            return Task.FromResult(context.Session.Insert(new RowSet(Deliveries).Add(handler.Name, happened.Sequence, 0, tries, next, error)));
        }, cancel);

    private async Task<List<RoomEvent>> Undelivered(long after)
    {
        await using var read = store.Read(Viewer.Everything("deliver events"));
        return read.Session.List(
            "SELECT seq, id, kind, root_kind, root_id, payload, at FROM platform_event WHERE delivered = 0 AND seq > @p0 ORDER BY seq LIMIT @p1",
            row => new RoomEvent(row.Long(0), row.Id(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Long(6)),
            after,
            Some);
    }
}
