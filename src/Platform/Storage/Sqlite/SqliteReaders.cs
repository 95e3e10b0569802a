using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Sqlite;

/// <summary>
/// Open connections that units of work borrow to read: with them stay their prepared statements, and the functions EF gives a connection
/// are given once and not with every unit of work.
/// </summary>
/// <param name="open">Opens one.</param>
internal sealed class SqliteReaders(Func<SqliteSession> open) : IDisposable
{
    /// <summary>Connections that wait at most: what a burst opened beyond that is closed when it comes back.</summary>
    internal const int Most = 16;

    private readonly ConcurrentStack<SqliteSession> waiting = new();
    private bool closed;

    /// <summary>How many wait to be borrowed.</summary>
    internal int Waiting => waiting.Count;

    public LentSession Lend() => new(waiting.TryPop(out var session) ? session : New(), Back);

    public void Dispose()
    {
        closed = true;
        while (waiting.TryPop(out var session))
        {
            session.Dispose();
        }
    }

    private SqliteSession New()
    {
        var session = open();
        GiveFunctions(session);
        return session;
    }

    /// <summary>What EF's translations call in SQLite: given to a connection by the context that is first made over it.</summary>
    internal static void GiveFunctions(Session session)
    {
        using var functions = new DbContext(new DbContextOptionsBuilder().UseSqlite(session.Connection).Options);
        functions.Database.GetDbConnection();
    }

    /// <summary>A reader in the middle of something would hold an old state of the database: it is closed.</summary>
    private void Back(Session session)
    {
        var own = (SqliteSession)session;
        if (closed || waiting.Count >= Most || !own.Rests)
        {
            own.Dispose();
            return;
        }

        waiting.Push(own);
    }
}
