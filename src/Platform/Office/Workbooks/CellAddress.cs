namespace Zhirong.Platform.Office.Workbooks;

/// <summary>Addresses as spreadsheets write them: <c>C12</c>, <c>$C$12</c>, <c>'资产'!C12</c>. Rows and columns count from 1.</summary>
public static class CellAddress
{
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    public static string Of(int row, int column, bool absolute = false) =>
        absolute ? $"${Letters(column)}${row}" : $"{Letters(column)}{row}";

    public static string Range(int firstRow, int firstColumn, int lastRow, int lastColumn, bool absolute = false) =>
        $"{Of(firstRow, firstColumn, absolute)}:{Of(lastRow, lastColumn, absolute)}";

    /// <summary>A sheet's name as it stands in a formula.</summary>
    public static string Quoted(string sheetName) => $"'{sheetName.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>1 → A, 27 → AA.</summary>
    public static string Letters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column, LastColumn);
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>Reads <c>C12</c> or <c>$C$12</c>; false for anything else and outside the sheet.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int row, out int column)
    {
        (row, column) = (0, 0);
        var at = 0;
        if (at < text.Length && text[at] == '$')
        {
            at++;
        }

        for (; at < text.Length && char.IsAsciiLetter(text[at]) && column <= LastColumn; at++)
        {
            column = (column * 26) + (text[at] & ~0x20) - 'A' + 1;
        }

        if (at < text.Length && text[at] == '$')
        {
            at++;
        }

        for (; at < text.Length && char.IsAsciiDigit(text[at]) && row <= LastRow; at++)
        {
            row = (row * 10) + text[at] - '0';
        }

        return at == text.Length && row is >= 1 and <= LastRow && column is >= 1 and <= LastColumn;
    }
}
