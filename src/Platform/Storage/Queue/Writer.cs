using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Queue;

/// <summary>The writer's connection and the transaction open on it.</summary>
internal sealed class Writer(Database database, Session session, Func<Viewer, DbContextOptions<ZhirongContext>, Session, ZhirongContext> contexts, DbContextOptions<ZhirongContext> options) : IDisposable
{
    private DbTransaction? transaction;

    public Session Session { get; } = session;

    /// <summary>The transaction is gone: nothing more may be done in it.</summary>
    public bool Lost { get; private set; }

    public void Begin() => transaction = database.Begin(Session.Connection);

    public ZhirongContext Context(Viewer viewer)
    {
        var context = contexts(viewer, options, Session);
        context.Database.AutoSavepointsEnabled = false;
        context.Database.UseTransaction(transaction);
        return context;
    }

    /// <summary>Runs a part so that its failure undoes the part alone.</summary>
    public void Part(Action part)
    {
        Session.Execute("SAVEPOINT part");
        try
        {
            part();
        }
        catch
        {
            Undo();
            throw;
        }

        Session.Execute("RELEASE SAVEPOINT part");
    }

    /// <summary>
    /// A full disk may have undone the whole transaction, a server that is gone has: then there is no part to undo, and what is told
    /// is the first error.
    /// </summary>
    private void Undo()
    {
        try
        {
            Session.Execute("ROLLBACK TO SAVEPOINT part");
            Session.Execute("RELEASE SAVEPOINT part");
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException or IOException)
        {
            Lost = true;
        }
    }

    public void Commit()
    {
        transaction!.Commit();
        Close();
    }

    /// <summary>Undoes the whole batch; false when the connection can no longer be used.</summary>
    public bool Rollback()
    {
        try
        {
            transaction?.Rollback();
            Close();
            return Session.Connection.State == System.Data.ConnectionState.Open;
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        try
        {
            transaction?.Dispose();
            Session.Dispose();
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException or IOException)
        {
            // The connection is gone already.
        }
    }

    private void Close()
    {
        transaction?.Dispose();
        (transaction, Lost) = (null, false);
    }
}
