using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Zhirong.Platform.Storage.Sqlite;

/// <summary>
/// A connection that keeps the commands it was done with under their text: EF makes a new command for every query, and preparing its
/// statement costs SQLite more than running it.
/// </summary>
internal sealed class KeptConnection(string text) : SqliteConnection(text)
{
    private readonly Dictionary<string, Stack<SqliteCommand>> shelf = new(StringComparer.Ordinal);

    /// <summary>Commands kept at most: a connection that lives as long as the server would else gather every text it ever met.</summary>
    internal const int Most = 500;

    /// <summary>How many are kept now.</summary>
    internal int Kept { get; private set; }

    /// <summary>How often a command was made because none of its text was kept.</summary>
    internal int Made { get; private set; }

    /// <summary>Commands taken and not given back.</summary>
    internal int Out { get; private set; }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        Forget();
        base.Dispose(disposing);
    }

    internal SqliteCommand Take(string text)
    {
        Out++;
        if (shelf.TryGetValue(text, out var same) && same.TryPop(out var kept))
        {
            Kept--;
            (kept.Transaction, kept.CommandTimeout) = (Transaction, DefaultTimeout);
            return kept;
        }

        Made++;
        var command = CreateCommand();
        command.CommandText = text;
        return command;
    }

    /// <summary>Takes back a command; one whose rows are still being read is given up.</summary>
    internal void GiveBack(SqliteCommand command, bool read)
    {
        Out--;
        if (!read || State != ConnectionState.Open)
        {
            command.Dispose();
            return;
        }

        if (Kept >= Most)
        {
            Forget();
        }

        command.Parameters.Clear();
        command.Transaction = null;
        if (!shelf.TryGetValue(command.CommandText, out var same))
        {
            shelf[command.CommandText] = same = new();
        }

        same.Push(command);
        Kept++;
    }

    private void Forget()
    {
        foreach (var command in shelf.Values.SelectMany(same => same))
        {
            command.Dispose();
        }

        shelf.Clear();
        Kept = 0;
    }
}

/// <summary>A command whose prepared statement outlives it; its text is known before its parameters are.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private SqliteCommand? command;
    private SqliteDataReader? reader;
    private bool over;

    [AllowNull]
    public override string CommandText
    {
        get => command?.CommandText ?? "";
        set
        {
            if (command is null)
            {
                command = connection.Take(value ?? "");
            }
            else
            {
                command.CommandText = value ?? "";
            }
        }
    }

    public override int CommandTimeout
    {
        get => Inner.CommandTimeout;
        set => Inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => Inner.CommandType;
        set => Inner.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource
    {
        get => Inner.UpdatedRowSource;
        set => Inner.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A command belongs to its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => Inner.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => Inner.Transaction;
        set => Inner.Transaction = (SqliteTransaction?)value;
    }

    private SqliteCommand Inner
    {
        get
        {
            ObjectDisposedException.ThrowIf(over, this);
            return command ??= connection.Take("");
        }
    }

    public override void Cancel() => Inner.Cancel();

    public override int ExecuteNonQuery() => Inner.ExecuteNonQuery();

    public override object? ExecuteScalar() => Inner.ExecuteScalar();

    public override void Prepare() => Inner.Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => reader = Inner.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing && !over)
        {
            over = true;
            if (command is { } done)
            {
                connection.GiveBack(done, read: reader is null or { IsClosed: true });
            }
        }

        base.Dispose(disposing);
    }
}
