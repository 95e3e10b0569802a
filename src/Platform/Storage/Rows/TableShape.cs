namespace Zhirong.Platform.Storage.Rows;

/// <summary>The four kinds of value a column holds, the same on every database.</summary>
public enum ColumnKind
{
    /// <summary>Text, ids and dates included.</summary>
    Text,

    /// <summary>64 bits: fen, scaled rates, microseconds, sequences.</summary>
    Long,

    /// <summary>32 bits: counts, versions, flags.</summary>
    Int,

    Blob,
}

/// <summary>A column by its name in the database.</summary>
public readonly record struct Column(string Name, ColumnKind Kind);

/// <summary>
/// Columns of one table written or read together by prepared commands, many rows at a time: for what is written too often to be
/// tracked as entities.
/// </summary>
/// <param name="table">Table name with its room's prefix.</param>
/// <param name="columns">For an update the first column is the key.</param>
public sealed class TableShape(string table, params IReadOnlyList<Column> columns)
{
    public string Table { get; } = table;

    public IReadOnlyList<Column> Columns { get; } = columns;

    /// <summary>What an insert does on a row that is there, such as <c>ON CONFLICT (a) DO NOTHING</c>; both databases read it.</summary>
    public string Conflict { get; init; } = "";

    internal string Names => string.Join(", ", Columns.Select(c => c.Name));

    public static Column Text(string name) => new(name, ColumnKind.Text);

    public static Column Long(string name) => new(name, ColumnKind.Long);

    public static Column Int(string name) => new(name, ColumnKind.Int);

    public static Column Blob(string name) => new(name, ColumnKind.Blob);
}

/// <summary>Rows of one shape to be written in one go.</summary>
public sealed class RowSet(TableShape shape)
{
    private readonly List<object?> values = [];

    public TableShape Shape { get; } = shape;

    public int Count => values.Count / Shape.Columns.Count;

    /// <summary>Adds a row: a value for each column, <c>string</c>, <c>long</c>, <c>int</c>, <c>byte[]</c> or null.</summary>
    public RowSet Add(params ReadOnlySpan<object?> row)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, Shape.Columns.Count);
        values.AddRange(row);
        return this;
    }

    internal object? this[int row, int column] => values[(row * Shape.Columns.Count) + column];
}

/// <summary>One row of an answer, read in place; valid only inside the call that gets it.</summary>
public interface IRow
{
    bool IsNull(int column);

    long Long(int column);

    string Text(int column);

    byte[] Blob(int column);
}

/// <summary>Readings of a row's columns that follow the store's conventions.</summary>
public static class RowReading
{
    public static int Int(this IRow row, int column) => checked((int)row.Long(column));

    public static Guid Id(this IRow row, int column) => Guid.ParseExact(row.Text(column), "D");

    public static DateOnly Date(this IRow row, int column) => DateOnly.ParseExact(row.Text(column), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string? TextOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.Text(column);

    public static long? LongOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.Long(column);

    public static Guid? IdOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.Id(column);

    public static DateOnly? DateOrNull(this IRow row, int column) => row.IsNull(column) ? null : row.Date(column);
}

/// <summary>Values as columns hold them.</summary>
public static class RowValues
{
    public static string Of(Guid id) => id.ToString("D");

    public static string? Of(Guid? id) => id?.ToString("D");

    public static string Of(DateOnly date) => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? date) => date is { } known ? Of(known) : null;
}
