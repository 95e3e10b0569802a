using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Outbox;

/// <summary>Something that happened in a room, told to others after its transaction.</summary>
/// <param name="Sequence">Place in the outbox; 0 before it is published.</param>
/// <param name="Id">UUIDv7 of the event.</param>
/// <param name="Kind">Past tense: <c>PledgeRegistered</c>.</param>
/// <param name="RootKind">Kind of the record it happened to.</param>
/// <param name="RootId">Its id; events of one record are delivered in their order.</param>
/// <param name="Payload">JSON.</param>
/// <param name="At">UTC microseconds.</param>
public sealed record RoomEvent(long Sequence, Guid Id, string Kind, string RootKind, string RootId, string Payload, long At);

/// <summary>A room that wants to hear of others' events.</summary>
public interface IEventHandler
{
    /// <summary>Never changes: deliveries are recorded under it.</summary>
    string Name { get; }

    bool Takes(string kind);

    /// <summary>Runs on the commit queue, in one transaction with the record that it was delivered.</summary>
    Task Handle(ZhirongContext context, RoomEvent happened);
}

/// <summary>Puts events into the outbox, in the transaction of what they tell.</summary>
public static class OutboxEvents
{
    private static readonly TableShape Shape = new(
        "platform_event",
        TableShape.Long("seq"), TableShape.Text("id"), TableShape.Text("kind"), TableShape.Text("root_kind"), TableShape.Text("root_id"), TableShape.Text("payload"), TableShape.Long("at"), TableShape.Int("delivered"));

    /// <summary>Publishes an event from a work on the commit queue.</summary>
    public static void Publish(ZhirongContext context, string kind, string rootKind, string rootId, string payload, TimeProvider clock) => Publish(context.Session, kind, rootKind, rootId, payload, clock);

    /// <summary>Publishes an event over the writer's own session.</summary>
    public static void Publish(Session session, string kind, string rootKind, string rootId, string payload, TimeProvider clock)
    {
        var sequence = session.Next("platform_event", "seq", 1)[0];
        session.Insert(new RowSet(Shape).Add(sequence, RowValues.Of(Guid.CreateVersion7(clock.GetUtcNow())), kind, rootKind, rootId, payload, Instant.Now(clock), 0));
    }
}
