using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Queue;

/// <summary>The writer's connection and the transaction open on it.</summary>
internal sealed class Writer(Database database, Session session, Func<Viewer, DbContextOptions<ZhirongContext>, Session, ZhirongContext> contexts, DbContextOptions<ZhirongContext> options, Func<DateOnly> today) : IDisposable
{
    private DbTransaction? transaction;
    private SpokenFor? spokenFor;

    public Session Session { get; } = session;

    /// <summary>The transaction is gone: nothing more may be done in it.</summary>
    public bool Lost { get; private set; }

    /// <summary>Nothing is in the transaction yet that a failing part would have to leave alone.</summary>
    private bool empty;

    public void Begin() => (transaction, empty) = (database.Begin(Session.Connection), true);

    public ZhirongContext Context(Viewer viewer)
    {
        var context = contexts(viewer, options, Session);
        context.Database.AutoSavepointsEnabled = false;
        context.Database.SetDbConnection(Session.Connection);
        context.Database.UseTransaction(transaction);
        return context;
    }

    /// <summary>Runs a part in a viewer's name, so that its failure undoes the part alone.</summary>
    /// <remarks>The first needs no savepoint, which would keep a copy of every page it changes: with it the transaction begins anew.</remarks>
    public void Part(Viewer viewer, Action part)
    {
        Speak(SpokenFor.Of(viewer, today()));
        if (empty)
        {
            First(part);
            return;
        }

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

    private void First(Action part)
    {
        try
        {
            part();
            empty = false;
        }
        catch
        {
            Anew();
            throw;
        }
    }

    /// <summary>Said before the savepoint, which would take it back; not said again while the name stays the same.</summary>
    private void Speak(SpokenFor name)
    {
        if (spokenFor != name)
        {
            database.Speak(Session, name);
            spokenFor = name;
        }
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

    private void Anew()
    {
        spokenFor = null;
        try
        {
            transaction!.Rollback();
            transaction.Dispose();
            Begin();
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
        spokenFor = null;
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
