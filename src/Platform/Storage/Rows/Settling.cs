namespace Zhirong.Platform.Storage.Rows;

/// <summary>Waits until the numbers of a sequence that were given are to be seen, or never will be.</summary>
public static class Settling
{
    /// <summary>
    /// The number up to which nothing can come any more: numbers given so far are held by transactions that hold the name, and once
    /// those have ended, whoever comes later is given a larger one. Where one program writes at a time that is every number.
    /// </summary>
    /// <param name="session">Outside the commit queue, since transactions of other programs are waited for.</param>
    /// <param name="holders">What every transaction held before it took a number, see <see cref="Session.Shared"/>.</param>
    public static long Last(Session session, string table, string column, string holders, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.Kind == DatabaseKind.Sqlite)
        {
            return long.MaxValue;
        }

        var last = session.First($"SELECT last_value FROM {table}_{column}_seq", row => row.Long(0));
        for (var open = session.Holders(holders); open.Overlaps(session.Holders(holders));)
        {
            cancel.WaitHandle.WaitOne(1);
            cancel.ThrowIfCancellationRequested();
        }

        return last;
    }
}
