using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Sqlite;

/// <summary>Prepared statements on SQLite's own interface: a row costs about a microsecond, a tracked entity some fifty.</summary>
internal sealed class SqliteSession(SqliteConnection connection, bool owned) : Session(connection)
{
    private readonly Dictionary<string, sqlite3_stmt> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<TableShape, (string Insert, string Update)> texts = [];
    private byte[] buffer = [];

    private const int LongestText = 64 * 1024;

    /// <summary>Statements kept at most: a connection that lives as long as the server would else gather every text it ever met.</summary>
    internal const int MostStatements = 1_000;

    /// <summary>How many are kept now.</summary>
    internal int Statements => statements.Count;

    /// <summary>How often SQLite had to prepare one of them again.</summary>
    internal int Reprepared => statements.Values.Sum(s => raw.sqlite3_stmt_status(s, ReprepareCount, 0));

    /// <summary>No transaction is open and no command is still out, perhaps in the middle of its rows.</summary>
    internal bool Rests => Connection is KeptConnection { State: System.Data.ConnectionState.Open, Out: 0 } && raw.sqlite3_get_autocommit(Handle) != 0;

    /// <summary>SQLITE_STMTSTATUS_REPREPARE.</summary>
    private const int ReprepareCount = 5;

    public override DatabaseKind Kind => DatabaseKind.Sqlite;

    private sqlite3 Handle => ((SqliteConnection)Connection).Handle!;

    public override int Insert(RowSet rows) => ForEach(rows, Texts(rows.Shape).Insert);

    public override int Update(RowSet rows) => ForEach(rows, Texts(rows.Shape).Update);

    public override void Find(TableShape shape, string key, IReadOnlyCollection<object> keys, Action<IRow> read, bool locked = false)
    {
        var statement = Prepared($"SELECT {shape.Names} FROM {shape.Table} WHERE {key} = ?");
        var row = new Row(statement);
        foreach (var value in keys)
        {
            Bind(statement, 1, value);
            Steps(statement, row, read);
        }
    }

    public override long[] Next(string table, string column, int count)
    {
        var last = First($"SELECT coalesce(max({column}), 0) FROM {table}", row => row.Long(0));
        var numbers = new long[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = last + 1 + i;
        }

        return numbers;
    }

    public override void Query(string sql, Action<IRow> read, params ReadOnlySpan<object?> values)
    {
        var statement = Bound(sql, values);
        Steps(statement, new Row(statement), read);
    }

    public override int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        Steps(Bound(sql, values), null, null);
        return raw.sqlite3_changes(Handle);
    }

    /// <summary>Nothing to do: there is one writer.</summary>
    public override void Alone(string name)
    {
    }

    public override bool TryAlone(string name) => true;

    public override void Shared(string name)
    {
    }

    /// <summary>Nobody: what a reader sees is committed, and numbers rise in the order of commits.</summary>
    public override IReadOnlySet<string> Holders(string name) => new HashSet<string>();

    public override void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        statements.Clear();
        if (owned)
        {
            Connection.Dispose();
        }
    }

    private int ForEach(RowSet rows, string sql)
    {
        var statement = Prepared(sql);
        var (changed, columns) = (0, rows.Shape.Columns.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                // What is bound stays bound: an owner or a word that the row before had too is not copied again.
                if (row == 0 || !ReferenceEquals(rows[row, column], rows[row - 1, column]))
                {
                    Bind(statement, column + 1, rows[row, column]);
                }
            }

            Steps(statement, null, null);
            changed += raw.sqlite3_changes(Handle);
        }

        return changed;
    }

    private (string Insert, string Update) Texts(TableShape shape)
    {
        if (!texts.TryGetValue(shape, out var known))
        {
            var places = string.Join(", ", shape.Columns.Select((_, i) => $"?{i + 1}"));
            var set = string.Join(", ", shape.Columns.Skip(1).Select((c, i) => $"{c.Name} = ?{i + 2}"));
            texts[shape] = known = (
                $"INSERT INTO {shape.Table} ({shape.Names}) VALUES ({places}) {shape.Conflict}",
                $"UPDATE {shape.Table} SET {set} WHERE {shape.Columns[0].Name} = ?1");
        }

        return known;
    }

    private sqlite3_stmt Bound(string sql, ReadOnlySpan<object?> values)
    {
        var statement = Prepared(sql);
        if (raw.sqlite3_bind_parameter_count(statement) != values.Length)
        {
            throw new ArgumentException($"{values.Length} values for: {sql}");
        }

        for (var i = 0; i < values.Length; i++)
        {
            Bind(statement, i + 1, values[i]);
        }

        return statement;
    }

    private sqlite3_stmt Prepared(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            if (statements.Count >= MostStatements)
            {
                Forget();
            }

            Check(raw.sqlite3_prepare_v3(Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
            statements[sql] = statement;
        }

        return statement;
    }

    /// <summary>Gives up all statements but those whose rows are being read.</summary>
    private void Forget()
    {
        foreach (var (sql, statement) in statements.Where(s => raw.sqlite3_stmt_busy(s.Value) == 0).ToList())
        {
            statement.Dispose();
            statements.Remove(sql);
        }
    }

    private void Bind(sqlite3_stmt statement, int place, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => BindText(statement, place, text),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentException($"No column holds a {value.GetType().Name}."),
    });

    /// <summary>Through one buffer: a copy of every text for the garbage collector would cost as much as writing it.</summary>
    private int BindText(sqlite3_stmt statement, int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (text.Length == 0 || most > LongestText)
        {
            return raw.sqlite3_bind_text(statement, place, text);
        }

        buffer = buffer.Length < most ? new byte[Math.Max(most, 1_024)] : buffer;
        return raw.sqlite3_bind_text(statement, place, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
    }

    private void Steps(sqlite3_stmt statement, Row? row, Action<IRow>? read)
    {
        try
        {
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                read?.Invoke(row!);
            }

            if (code != raw.SQLITE_DONE)
            {
                Check(code);
            }
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(Handle).utf8_to_string(), code, raw.sqlite3_extended_errcode(Handle));
        }
    }

    private sealed class Row(sqlite3_stmt statement) : IRow
    {
        public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

        public long Long(int column) => raw.sqlite3_column_int64(statement, column);

        public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

        public byte[] Blob(int column) => raw.sqlite3_column_blob(statement, column).ToArray();
    }
}
