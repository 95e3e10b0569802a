using System.Text;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.Taking;

/// <summary>What became of the rights of one batch.</summary>
/// <param name="New">Rights the register did not know.</param>
/// <param name="Touched">Numbers of all rights it speaks of, in the order of the batch.</param>
internal sealed record BatchOutcome(int New, int Changed, IReadOnlyList<long> Touched)
{
    /// <summary>Prints of the statements that were written, one after the other: what the register had heard before is not among them.</summary>
    public string Said { get; init; } = "";

    /// <summary>Prints of the events that were written.</summary>
    public string Events { get; init; } = "";

    /// <summary>Of two batches.</summary>
    public static BatchOutcome Both(BatchOutcome one, BatchOutcome next) => new(one.New + next.New, one.Changed + next.Changed, [.. one.Touched, .. next.Touched]) { Said = one.Said + next.Said, Events = one.Events + next.Events };
}

/// <summary>Writes prepared rights in a work on the commit queue: new ones, more about known ones, and what two turn out to be one.</summary>
internal sealed class RightBatch(ZhirongContext work, RegisterLaw law, TimeProvider clock, long sourceNo)
{
    /// <summary>Divisionals by their parent.</summary>
    private static readonly TableShape Waiting = new("ast_right", TableShape.Long("no"), TableShape.Text("owner_id"), TableShape.Text("parent_key"));

    private readonly Guid owner = work.Viewer.Organisation;
    private readonly HashSet<long> renew = [];
    private readonly RightWriting writing = new(work.Session, clock, work.Viewer.Organisation, work.Viewer.Person);
    private readonly StringBuilder said = new();
    private readonly StringBuilder happened = new();
    private int changed;

    private Session Session => work.Session;

    public BatchOutcome Write(IReadOnlyList<PreparedRight> rights)
    {
        Session.Alone($"register of {owner}");
        var known = Known(rights.SelectMany(r => r.Numbers.Select(n => n.Key)));
        var fresh = rights.Where(r => !r.Numbers.Any(n => known.ContainsKey(n.Key))).ToList();
        var nos = fresh.Count == 0 ? [] : Session.Next("ast_right", "no", fresh.Count);
        var (next, touched) = (0, new List<long>(rights.Count));
        foreach (var right in rights)
        {
            var found = right.Numbers.Where(n => known.ContainsKey(n.Key)).Select(n => known[n.Key]).Distinct().ToList();
            touched.Add(found.Count == 0 ? New(nos[next++], right) : More(found.Count == 1 ? found[0] : Join(found, known), right, known));
            writing.FlushWhenFull();
        }

        writing.Flush();
        Parents(fresh);
        Renew();
        return new(fresh.Count, changed, touched) { Said = said.ToString(), Events = happened.ToString() };
    }

    private long New(long no, PreparedRight right)
    {
        writing.New(no, Guid.CreateVersion7(clock.GetUtcNow()), right.Sheet);
        foreach (var (key, number) in right.Numbers)
        {
            writing.Number(key, no, number);
        }

        foreach (var (n, said) in right.Statements.Index())
        {
            writing.Statement(no, n + 1, said);
            this.said.Append(said.Print);
        }

        foreach (var (n, (e, print)) in right.Events.Index())
        {
            writing.Event(no, n + 1, e, print, sourceNo);
            happened.Append(print);
        }

        if (right.Sheet.ParentKey is not null)
        {
            renew.Add(no);
        }

        return no;
    }

    /// <summary>Adds what the register has not heard before; nothing new leaves the right as it is.</summary>
    private long More(long no, PreparedRight right, Dictionary<string, long> known)
    {
        var before = renew.Count;
        foreach (var (key, number) in right.Numbers.Where(n => !known.ContainsKey(n.Key)))
        {
            writing.Number(key, no, number);
            known[key] = no;
            renew.Add(no);
        }

        var said = Prints("ast_said", no);
        foreach (var statement in right.Statements.Where(s => said.Prints.Add(s.Print)))
        {
            writing.Statement(no, ++said.Last, statement);
            this.said.Append(statement.Print);
            renew.Add(no);
        }

        var events = right.Events.Count == 0 ? default : Prints("ast_event", no);
        foreach (var (e, print) in right.Events.Where(e => events.Prints.Add(e.Print)))
        {
            writing.Event(no, ++events.Last, e, print, sourceNo);
            happened.Append(print);
            renew.Add(no);
        }

        changed += renew.Count > before ? 1 : 0;
        return no;
    }

    private (HashSet<string> Prints, long Last) Prints(string table, long no)
    {
        var (prints, last) = (new HashSet<string>(StringComparer.Ordinal), 0L);
        Session.Query($"SELECT n, print FROM {table} WHERE right_no = @p0", row => (last, _) = (Math.Max(last, row.Long(0)), prints.Add(row.Text(1))), no);
        return (prints, last);
    }

    /// <summary>
    /// A record names two rights by two numbers. Those without an application number of their own are the same right seen from elsewhere
    /// and are joined to the other; two applications cannot be one, and a person is asked.
    /// </summary>
    private long Join(List<long> found, Dictionary<string, long> known)
    {
        writing.Flush();
        var applications = found.ToDictionary(no => no, no => Session.List("SELECT key FROM ast_number WHERE right_no = @p0 AND use = 'application'", row => row.Text(0), no));
        var kept = found.OrderByDescending(no => applications[no].Count > 0).ThenBy(no => no).First();
        foreach (var other in found.Where(no => no != kept))
        {
            if (applications[other].Count > 0 && applications[kept].Count > 0)
            {
                Session.Execute(
                    "INSERT INTO ast_question (id, owner_id, right_no, kind, event_print, text, open, note, asked_at) VALUES (@p0, @p1, @p2, 'number_conflict', @p3, @p4, 1, '', @p5) ON CONFLICT (right_no, kind, event_print) DO NOTHING",
                    RowValues.Of(Guid.CreateVersion7(clock.GetUtcNow())), RowValues.Of(owner), kept, applications[other][0], $"{applications[kept][0]} / {applications[other][0]}", Instant.Now(clock));
                renew.Add(kept);
                continue;
            }

            RightJoining.Join(work, kept, other, clock);
            foreach (var key in known.Where(k => k.Value == other).Select(k => k.Key).ToList())
            {
                known[key] = kept;
            }

            renew.Remove(other);
            renew.Add(kept);
        }

        return kept;
    }

    /// <summary>Divisionals that were waiting for the filing day of a parent now known.</summary>
    private void Parents(List<PreparedRight> fresh)
    {
        var keys = fresh.SelectMany(r => r.Numbers).Where(n => n.Number.Use == NumberUse.Application).Select(n => n.Key).ToList();
        Session.Find(Waiting, "parent_key", keys, row =>
        {
            if (row.Text(1) == RowValues.Of(owner))
            {
                renew.Add(row.Long(0));
            }
        });
    }

    private void Renew()
    {
        if (renew.Count == 0)
        {
            return;
        }

        var again = new RightWriting(Session, clock, owner, work.Viewer.Person);
        var waiting = new HashSet<string>(StringComparer.Ordinal);
        foreach (var no in renew.Order())
        {
            var right = RightReading.Renew(work, again, owner, no, law);
            waiting.UnionWith(right.Facts.Numbers.Where(n => n.Use == NumberUse.Application).Select(n => Model.NumberKeys.Of(n, right.Facts.Kind)));
        }

        again.Flush();

        // A parent whose filing day has changed moves the terms of its divisionals.
        var children = new List<long>();
        Session.Find(Waiting, "parent_key", waiting, row => children.AddRange(row.Text(1) == RowValues.Of(owner) && !renew.Contains(row.Long(0)) ? [row.Long(0)] : []));
        if (children.Count > 0)
        {
            var last = new RightWriting(Session, clock, owner, work.Viewer.Person);
            children.ForEach(no => RightReading.Renew(work, last, owner, no, law));
            last.Flush();
        }
    }

    private Dictionary<string, long> Known(IEnumerable<string> keys)
    {
        var (known, mine) = (new Dictionary<string, long>(StringComparer.Ordinal), RowValues.Of(owner));
        Session.Find(RegisterShapes.NumberKeys, "key", [.. keys.Distinct(StringComparer.Ordinal)], row =>
        {
            if (row.Text(1) == mine)
            {
                known[row.Text(0)] = row.Long(2);
            }
        });
        return known;
    }
}
