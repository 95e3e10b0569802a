using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Postgres;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Sqlite;

namespace Zhirong.Platform.Storage;

/// <summary>What differs between the databases, and nothing else.</summary>
internal abstract class Database : IDisposable
{
    public abstract DatabaseKind Kind { get; }

    /// <summary>A data folder is SQLite, a connection string (<c>Host=…;Database=…</c>) PostgreSQL.</summary>
    public static Database At(string target) => target.Contains('=', StringComparison.Ordinal) ? new PostgresDatabase(target) : new SqliteDatabase(target);

    /// <summary>Before the first connection: folder, locks, settings of the file.</summary>
    public abstract void Prepare();

    /// <summary>Lets one program at a time change the schema, until what is returned is disposed; a program that was killed holds nothing.</summary>
    public virtual IDisposable? AloneToMigrate(DbContext context) => null;

    /// <summary>Options for contexts with connections of their own, each in its viewer's name.</summary>
    public abstract void Use(DbContextOptionsBuilder builder);

    /// <summary>Options for contexts that change the schema or look through all of it.</summary>
    public virtual void UseAsOwner(DbContextOptionsBuilder builder) => Use(builder);

    /// <summary>Lets the database itself keep rows from whoever may not see them, where it can.</summary>
    public virtual void Guard(ZhirongContext context)
    {
    }

    /// <summary>Tells an open connection in whose name its statements run from now on.</summary>
    public virtual void Speak(Session session, SpokenFor name)
    {
    }

    /// <summary>Options for contexts on an open connection.</summary>
    public abstract void Use(DbContextOptionsBuilder builder, DbConnection connection);

    /// <summary>The commands of an open connection.</summary>
    public abstract Session Over(DbConnection connection);

    /// <summary>An open connection of its own, durable when it commits; the owner's, who sees everything.</summary>
    public abstract Session Open();

    /// <summary>An open connection for a unit of work that only reads; null where each has one of its own, in its viewer's name.</summary>
    public virtual LentSession? Lend() => null;

    /// <summary>The connection of the commit queue's writer.</summary>
    public virtual Session OpenWriter() => Open();

    /// <summary>A transaction that may write from its first statement on.</summary>
    public abstract DbTransaction Begin(DbConnection connection);

    /// <summary>A transaction that sees one committed state and keeps nobody from writing.</summary>
    public abstract DbTransaction BeginReading(DbConnection connection);

    /// <summary>What the database's own error means to the user; null when it is a bug.</summary>
    public abstract Refusal? Explain(Exception problem);

    /// <summary>The connection broke off in the middle of something.</summary>
    public abstract Refusal Lost(string found);

    /// <summary>Whether doing the same again can succeed: somebody else was faster or stood in the way.</summary>
    public abstract bool WorthRepeating(Exception problem);

    /// <summary>
    /// Whether transactions waited for each other in a ring and this one was chosen to end: everything in it is done again, since what
    /// the others wait for may be held by an earlier part of it.
    /// </summary>
    public abstract bool Deadlock(Exception problem);

    /// <summary>Whether the whole transaction is lost with this error, not only the part that met it.</summary>
    public abstract bool Breaks(Exception problem);

    /// <summary>What the writer does for its database between transactions.</summary>
    /// <param name="idle">Nobody waits to write.</param>
    public virtual void Tend(Session session, bool idle)
    {
    }

    /// <summary>Checks the database's own structures.</summary>
    public abstract IEnumerable<StoreCheck> Verify(Session session);

    /// <summary>Copies one committed state to a file while others go on writing.</summary>
    /// <exception cref="StorageException">The file exists or cannot be written.</exception>
    public abstract void Backup(string file);

    /// <summary>Puts a backup in the database's place; nothing may use it.</summary>
    /// <exception cref="StorageException">The file is no backup, data would be overwritten, or a program uses it.</exception>
    public abstract void Restore(string file, bool replace);

    public abstract void Dispose();
}

/// <summary>In whose name a connection's statements run.</summary>
/// <param name="Organisation">Empty when everything is seen.</param>
/// <param name="Everything">Why everything is seen; empty for an ordinary viewer.</param>
/// <param name="Today">The day on which shares must be valid.</param>
internal readonly record struct SpokenFor(string Organisation, string Everything, string Today)
{
    public static SpokenFor Of(Viewer viewer, DateOnly today) =>
        new(viewer.EverythingBecause is null ? RowValues.Of(viewer.Organisation) : "", viewer.EverythingBecause ?? "", RowValues.Of(today));
}
