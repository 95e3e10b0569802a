using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Evidence;

/// <content>Where other rooms find the evidence of their own records.</content>
public static partial class EvidenceLeaves
{
    /// <summary>
    /// The leaves about a record, oldest first, each with its index in the log; null while no checkpoint covers it. The caller has
    /// made sure that its viewer may see the record.
    /// </summary>
    public static IReadOnlyList<(Guid Id, long? Index)> Find(Session session, string subjectKind, string subjectId)
    {
        var leaves = session.List(
            "SELECT id, arrival FROM evd_leaf WHERE subject_kind = @p0 AND subject_id = @p1 ORDER BY arrival", row => (Id: row.Id(0), Arrival: row.Long(1)), subjectKind, subjectId);
        return [.. leaves.Select(leaf => (leaf.Id, IndexOf(session, leaf.Arrival)))];
    }

    /// <summary>Those of one event alone.</summary>
    /// <inheritdoc cref="Find(Session, string, string)"/>
    public static IReadOnlyList<(Guid Id, long? Index)> Find(Session session, string subjectKind, string subjectId, string happened)
    {
        var leaves = session.List(
            "SELECT id, arrival FROM evd_leaf WHERE subject_kind = @p0 AND subject_id = @p1 AND event = @p2 ORDER BY arrival", row => (Id: row.Id(0), Arrival: row.Long(1)), subjectKind, subjectId, happened);
        return [.. leaves.Select(leaf => (leaf.Id, IndexOf(session, leaf.Arrival)))];
    }

    /// <summary>Leaves before the round that took it in, and its place in that round; a round may have gaps among its arrivals.</summary>
    private static long? IndexOf(Session session, long arrival)
    {
        var (size, before, first, last) = session.First(
            "SELECT size, size_before, first_arrival, last_arrival FROM evd_checkpoint WHERE last_arrival >= @p0 ORDER BY last_arrival LIMIT 1",
            row => (row.Long(0), row.Long(1), row.Long(2), row.Long(3)),
            arrival);
        return size == 0 || arrival < first ? null
            : last - first + 1 == size - before ? before + arrival - first
            : before + session.First("SELECT count(*) FROM evd_leaf WHERE arrival >= @p0 AND arrival < @p1", row => row.Long(0), first, arrival);
    }
}
