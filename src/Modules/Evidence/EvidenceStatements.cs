using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Evidence;

/// <summary>What a leaf states about a record of its room.</summary>
/// <param name="Leaf">Id of the leaf.</param>
/// <param name="At">UTC microseconds.</param>
/// <param name="By">As the leaf says it, see <see cref="Model.Signer"/>.</param>
/// <param name="Content">Canonical JSON; null when it is not there.</param>
/// <param name="Erased">It is not there and a later leaf says that it was erased.</param>
public sealed record Stated(Guid Leaf, long Arrival, string Event, long At, string By, string? Content, bool Erased);

/// <content>Where other rooms compare their records with what was stated about them.</content>
public static partial class EvidenceLeaves
{
    private const string ErasedEvent = "ContentErased";

    private static readonly TableShape Statements = new(
        "evd_leaf",
        TableShape.Text("subject_id"), TableShape.Text("subject_kind"), TableShape.Long("arrival"), TableShape.Text("id"), TableShape.Text("event"), TableShape.Long("at"), TableShape.Text("by"));

    private static readonly TableShape OfSubject = new("evd_leaf", TableShape.Text("subject_id"), TableShape.Text("subject_kind"), TableShape.Text("event"));

    /// <summary>All that was stated about some subjects, by subject, the first statement first; absent where nothing was.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Stated>> Stated(Session session, string subjectKind, IReadOnlyCollection<string> subjectIds)
    {
        var found = new List<(string Subject, Stated Stated)>();
        session.Find(Statements, "subject_id", [.. subjectIds], row =>
        {
            if (row.Text(1) == subjectKind)
            {
                found.Add((row.Text(0), new(row.Id(3), row.Long(2), row.Text(4), row.Long(5), row.Text(6), null, false)));
            }
        });
        var contents = new Dictionary<long, string>();
        session.Find(Contents, "arrival", [.. found.Select(f => (object)f.Stated.Arrival)], row => contents[row.Long(0)] = row.Text(2));
        var erased = Erased(session, [.. found.Where(f => !contents.ContainsKey(f.Stated.Arrival)).Select(f => RowValues.Of(f.Stated.Leaf))]);
        return found.GroupBy(f => f.Subject, StringComparer.Ordinal).ToDictionary(
            subject => subject.Key,
            subject => (IReadOnlyList<Stated>)[.. subject.Select(f => f.Stated with { Content = contents.GetValueOrDefault(f.Stated.Arrival), Erased = erased.Contains(RowValues.Of(f.Stated.Leaf)) }).OrderBy(s => s.Arrival)],
            StringComparer.Ordinal);
    }

    /// <summary>Of which subjects an event was stated, in the order of arrival behind one; at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<(long Arrival, string Subject)> SubjectsOf(Session session, string @event, string subjectKind, long after, int most) => session.List(
        $"SELECT arrival, subject_id FROM evd_leaf WHERE arrival > @p0 AND event = @p1 AND subject_kind = @p2 ORDER BY arrival LIMIT {most}", row => (row.Long(0), row.Text(1)), after, @event, subjectKind);

    /// <summary>Which of some leaves, by their ids, have a leaf that says their content was erased.</summary>
    internal static IReadOnlySet<string> Erased(Session session, IReadOnlyCollection<string> leaves)
    {
        var erased = new HashSet<string>(StringComparer.Ordinal);
        session.Find(OfSubject, "subject_id", [.. leaves], row =>
        {
            if (row.Text(1) == "evidence" && row.Text(2) == ErasedEvent)
            {
                erased.Add(row.Text(0));
            }
        });
        return erased;
    }
}
