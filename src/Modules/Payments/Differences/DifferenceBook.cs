using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Payments.Differences;

/// <summary>A difference as it is seen.</summary>
/// <param name="SubjectKind">Of the record it is about.</param>
/// <param name="Subject">What people call the record.</param>
/// <param name="Held">What the bank said and is taken only once a person has explained the difference.</param>
internal sealed record Seen(string Kind, Guid? Account, string SubjectKind, string SubjectId, string Subject, string Ours, string Theirs, string? Held = null);

/// <summary>Keeps differences: one seen again stays the one it is, one explained stays explained while nothing about it changes.</summary>
internal sealed class DifferenceBook(ZhirongContext work, PaymentDesk desk)
{
    private readonly Dictionary<string, List<PayDifference>> known = new(StringComparer.Ordinal);

    /// <summary>Reads what is known of some records, which the following speak of.</summary>
    public async Task Load(IEnumerable<string> subjects)
    {
        List<string> missing = [.. subjects.Where(s => !known.ContainsKey(s)).Distinct()];
        if (missing.Count > 0)
        {
            var rows = (await work.Set<PayDifference>().Where(d => missing.Contains(d.SubjectId)).ToListAsync()).ToLookup(d => d.SubjectId);
            missing.ForEach(subject => known[subject] = [.. rows[subject]]);
        }
    }

    /// <summary>Records what is seen; the row that stands for it.</summary>
    public async Task<PayDifference> Record(Guid owner, DateOnly day, Seen seen)
    {
        await Load([seen.SubjectId]);
        var now = Instant.Now(desk.Clock);
        var row = known[seen.SubjectId].Where(d => d.OwnerId == owner && d.Kind == seen.Kind && (d.Day == day || (!DifferenceWords.OfADay(seen.Kind) && StillStands(d, seen)))).MaxBy(d => d.Day);
        if (row is null)
        {
            row = New(owner, day, seen, now);
            known[seen.SubjectId].Add(row);
            work.Add(row);
            return row;
        }

        var changed = row.Ours != seen.Ours || row.Theirs != seen.Theirs;
        if (row.State == DifferenceWords.Gone || (row.State == DifferenceWords.Explained && changed))
        {
            (row.State, row.Note, row.DecidedBy, row.DecidedAt, row.DecidedUser) = (DifferenceWords.Open, "", null, null, null);
        }

        (row.Ours, row.Theirs, row.Held, row.SeenAt) = (seen.Ours, seen.Theirs, seen.Held ?? row.Held, now);
        row.Version++;
        return row;
    }

    /// <summary>Open differences of the kinds about a record are no longer there. Loaded before.</summary>
    public void Close(string subject, IReadOnlyCollection<string> kinds)
    {
        foreach (var open in Of(subject).Where(d => kinds.Contains(d.Kind)))
        {
            (open.State, open.DecidedAt, open.DecidedBy) = (DifferenceWords.Gone, Instant.Now(desk.Clock), work.Viewer.Person);
            open.Version++;
        }
    }

    /// <summary>Whether an open difference about the records forbids paying again. Loaded before.</summary>
    public bool Forbids(IEnumerable<string> subjects) => subjects.SelectMany(Of).Any(d => DifferenceWords.ForbidsPaying(d.Kind));

    private static bool StillStands(PayDifference row, Seen seen) =>
        row.State == DifferenceWords.Open || (row.State == DifferenceWords.Explained && row.Ours == seen.Ours && row.Theirs == seen.Theirs);

    private List<PayDifference> Of(string subject) => [.. known[subject].Where(d => d.State == DifferenceWords.Open)];

    private PayDifference New(Guid owner, DateOnly day, Seen seen, long now) => new()
    {
        Id = desk.NewId(),
        OwnerId = owner,
        Version = 1,
        Day = day,
        Kind = seen.Kind,
        AccountId = seen.Account,
        SubjectKind = seen.SubjectKind,
        SubjectId = seen.SubjectId,
        Subject = seen.Subject,
        Ours = seen.Ours,
        Theirs = seen.Theirs,
        Held = seen.Held,
        State = DifferenceWords.Open,
        Note = "",
        FoundAt = now,
        SeenAt = now,
    };
}
