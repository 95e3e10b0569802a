using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Postgres;

/// <summary>Many rows per round trip: columns travel as arrays and are unnested by the server.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, bool owned) : Session(connection)
{
    private readonly Dictionary<TableShape, (string Insert, string Update)> texts = [];

    public override DatabaseKind Kind => DatabaseKind.Postgres;

    public override int Insert(RowSet rows) => rows.Count == 0 ? 0 : Send(rows, Texts(rows.Shape).Insert);

    public override int Update(RowSet rows) => rows.Count == 0 ? 0 : Send(rows, Texts(rows.Shape).Update);

    public override void Find(TableShape shape, string key, IReadOnlyCollection<object> keys, Action<IRow> read, bool locked = false)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var kind = shape.Columns.First(c => c.Name == key).Kind;
        var order = locked ? $" ORDER BY {key} FOR UPDATE" : "";
        using var command = new NpgsqlCommand($"SELECT {shape.Names} FROM {shape.Table} WHERE {key} = ANY(@p0){order}", (NpgsqlConnection)Connection);
        command.Parameters.Add(Array(kind, [.. keys]));
        Read(command, read);
    }

    public override long[] Next(string table, string column, int count) =>
        [.. List($"SELECT nextval('{table}_{column}_seq') FROM generate_series(1, @p0)", row => row.Long(0), count)];

    public override void Query(string sql, Action<IRow> read, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        Read(command, read);
    }

    public override int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public override void Alone(string name) => Query("SELECT pg_advisory_xact_lock(hashtext(@p0))", _ => { }, name);

    public override bool TryAlone(string name) => First("SELECT pg_try_advisory_xact_lock(hashtext(@p0))::int", row => row.Long(0), name) == 1;

    public override IReadOnlySet<string> Holders(string name) => List(
        """
        SELECT virtualtransaction FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND (classid::bigint << 32 | objid::bigint) = hashtext(@p0)
        """,
        row => row.Text(0),
        name).ToHashSet(StringComparer.Ordinal);

    public override void Shared(string name) => Query("SELECT pg_advisory_xact_lock_shared(hashtext(@p0))", _ => { }, name);

    public override void Dispose()
    {
        if (owned)
        {
            Connection.Dispose();
        }
    }

    private NpgsqlCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)Connection);
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.Add(values[i] switch
            {
                null => new() { ParameterName = $"p{i}", Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown },
                string or long or int or byte[] => new($"p{i}", values[i]),
                string[] or long[] => new NpgsqlParameter($"p{i}", values[i]),
                var other => throw new ArgumentException($"No column holds a {other.GetType().Name}."),
            });
        }

        return command;
    }

    private int Send(RowSet rows, string sql)
    {
        using var command = new NpgsqlCommand(sql, (NpgsqlConnection)Connection);
        for (var column = 0; column < rows.Shape.Columns.Count; column++)
        {
            var values = new object?[rows.Count];
            for (var row = 0; row < values.Length; row++)
            {
                values[row] = rows[row, column];
            }

            var parameter = Array(rows.Shape.Columns[column].Kind, values);
            parameter.ParameterName = $"p{column}";
            command.Parameters.Add(parameter);
        }

        return command.ExecuteNonQuery();
    }

    private static NpgsqlParameter Array(ColumnKind kind, object?[] values) => kind switch
    {
        ColumnKind.Text => new("p0", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = System.Array.ConvertAll(values, v => (string?)v) },
        ColumnKind.Long => new("p0", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = System.Array.ConvertAll(values, v => (long?)v) },
        ColumnKind.Int => new("p0", NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = System.Array.ConvertAll(values, v => (int?)v) },
        _ => new("p0", NpgsqlDbType.Array | NpgsqlDbType.Bytea) { Value = System.Array.ConvertAll(values, v => (byte[]?)v) },
    };

    private static void Read(NpgsqlCommand command, Action<IRow> read)
    {
        using var reader = command.ExecuteReader();
        var row = new Row(reader);
        while (reader.Read())
        {
            read(row);
        }
    }

    private (string Insert, string Update) Texts(TableShape shape)
    {
        if (!texts.TryGetValue(shape, out var known))
        {
            var arrays = string.Join(", ", shape.Columns.Select((c, i) => $"@p{i}::{Type(c.Kind)}[]"));
            var set = string.Join(", ", shape.Columns.Skip(1).Select(c => $"{c.Name} = v.{c.Name}"));
            texts[shape] = known = (
                $"INSERT INTO {shape.Table} ({shape.Names}) SELECT * FROM unnest({arrays}) {shape.Conflict}",
                $"UPDATE {shape.Table} AS t SET {set} FROM unnest({arrays}) AS v ({shape.Names}) WHERE t.{shape.Columns[0].Name} = v.{shape.Columns[0].Name}");
        }

        return known;
    }

    private static string Type(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "text",
        ColumnKind.Long => "bigint",
        ColumnKind.Int => "integer",
        _ => "bytea",
    };

    private sealed class Row(DbDataReader reader) : IRow
    {
        public bool IsNull(int column) => reader.IsDBNull(column);

        public long Long(int column) => reader.GetFieldType(column) == typeof(long) ? reader.GetInt64(column) : Convert.ToInt64(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);

        public string Text(int column) => reader.GetString(column);

        public byte[] Blob(int column) => (byte[])reader.GetValue(column);
    }
}
