namespace Zhirong.Platform.Storage.Rows;

/// <summary>A connection with its prepared commands, lent to one unit of work; disposing gives it back.</summary>
internal sealed class LentSession(Session session, Action<Session> back) : IDisposable
{
    private Session? session = session;

    public Session Session => session ?? throw new ObjectDisposedException(nameof(LentSession));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref session, null) is { } lent)
        {
            back(lent);
        }
    }
}
