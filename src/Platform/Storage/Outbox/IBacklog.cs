namespace Zhirong.Platform.Storage.Outbox;

/// <summary>
/// What the product still has to do behind the answers it gave: events to tell, jobs to work, approved acts to do. Whoever waits for an
/// effect may stop waiting when nothing is left.
/// </summary>
public interface IBacklog
{
    /// <summary>A query for how many things are left, over all organisations; one number.</summary>
    string Left { get; }
}

/// <summary>Sums the backlogs of a running product.</summary>
public static class Backlogs
{
    /// <summary>
    /// Whether nothing is left to do. All are counted in one statement, so at one moment: what one backlog hands to another is in one of
    /// the two.
    /// </summary>
    public static bool Empty(Store store, IEnumerable<IBacklog> backlogs)
    {
        using var read = store.Read(Viewer.Everything("whether anything is left to do"));
        return read.Session.First($"SELECT {string.Join(" + ", backlogs.Select(b => $"({b.Left})"))} + 0", row => row.Long(0)) == 0;
    }
}

/// <summary>Events not yet told to everybody who wants to hear of them.</summary>
public sealed class UntoldEvents : IBacklog
{
    public string Left => "SELECT COUNT(*) FROM platform_event WHERE delivered = 0";
}
