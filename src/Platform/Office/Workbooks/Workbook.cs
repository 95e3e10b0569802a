namespace Zhirong.Platform.Office.Workbooks;

/// <summary>One workbook to be written; the same content gives the same bytes.</summary>
public sealed class Workbook
{
    private readonly List<Sheet> sheets = [];

    /// <summary>The sheets in the order of their tabs.</summary>
    public IReadOnlyList<Sheet> Sheets => sheets;

    /// <summary>Defined names and what they stand for: <c>'Sheet'!$A$1</c>.</summary>
    public IDictionary<string, string> Names { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public string Title { get; set; } = "";

    public string Subject { get; set; } = "";

    /// <summary>Adds a sheet. A name that is empty, longer than 31 characters, used already, or holds <c>[ ] : * ? / \</c> is a caller's bug.</summary>
    public Sheet Add(string name)
    {
        var allowed = name.Length is > 0 and <= 31 && name.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\']) < 0 && name[0] != '\'' && name[^1] != '\'';
        if (!allowed || sheets.Exists(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"'{name}' cannot name a further sheet.", nameof(name));
        }

        var added = new Sheet(name);
        sheets.Add(added);
        return added;
    }
}
