using System.Data.Common;

namespace Zhirong.Platform.Storage.Rows;

/// <summary>The databases behind the one model.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>
/// An open connection with prepared commands. On the commit queue it runs inside the batch's transaction; a reader's sees one
/// committed state per statement.
/// </summary>
/// <remarks>
/// Parameters are written <c>@p0</c>, <c>@p1</c> … and first appear in that order. Values are <c>string</c>, <c>long</c>,
/// <c>int</c>, <c>byte[]</c> or null; ids and dates as <see cref="RowValues"/> writes them. Not safe for several threads.
/// </remarks>
public abstract class Session(DbConnection connection) : IDisposable
{
    public DbConnection Connection { get; } = connection;

    public abstract DatabaseKind Kind { get; }

    /// <summary>Inserts the rows; returns how many went in (fewer where the shape passes over conflicts).</summary>
    public abstract int Insert(RowSet rows);

    /// <summary>Sets the columns of the rows whose first column is given; returns how many were there.</summary>
    public abstract int Update(RowSet rows);

    /// <summary>
    /// Reads the columns of every row whose key column is one of the keys. With <paramref name="locked"/> the rows stay locked to
    /// the end of the transaction, taken in the order of their keys.
    /// </summary>
    public abstract void Find(TableShape shape, string key, IReadOnlyCollection<object> keys, Action<IRow> read, bool locked = false);

    /// <summary>
    /// The next numbers of a table's sequence column, rising. On SQLite they follow the largest number in the table and leave no
    /// gap; on PostgreSQL they come from the sequence <c>table_column_seq</c>.
    /// </summary>
    public abstract long[] Next(string table, string column, int count);

    public abstract void Query(string sql, Action<IRow> read, params ReadOnlySpan<object?> values);

    /// <summary>Runs a statement; returns the rows it changed.</summary>
    public abstract int Execute(string sql, params ReadOnlySpan<object?> values);

    public List<T> List<T>(string sql, Func<IRow, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        Query(sql, row => rows.Add(read(row)), values);
        return rows;
    }

    /// <summary>The first row, or <c>default</c> when there is none.</summary>
    public T? First<T>(string sql, Func<IRow, T> read, params ReadOnlySpan<object?> values)
    {
        T? found = default;
        var taken = false;
        Query(
            sql,
            row =>
            {
                if (!taken)
                {
                    (found, taken) = (read(row), true);
                }
            },
            values);
        return found;
    }

    /// <summary>Lets nobody else do the named thing until the transaction ends; where only one may write it holds already.</summary>
    public abstract void Alone(string name);

    /// <summary>As <see cref="Alone"/>, but does not wait: false when somebody else is at it.</summary>
    public abstract bool TryAlone(string name);

    /// <summary>Holds the name until the transaction ends; several may do so at once.</summary>
    public abstract void Shared(string name);

    /// <summary>
    /// The transactions that hold the name now. Who waits until none of them is left, instead of for <see cref="Alone"/>, keeps nobody
    /// waiting and cannot stand in a ring of those who wait for each other.
    /// </summary>
    public abstract IReadOnlySet<string> Holders(string name);

    public abstract void Dispose();
}
