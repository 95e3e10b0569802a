using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>A column of a table that was looked at: its title, the field it stands for, some of what it holds.</summary>
/// <param name="Field">By its word; null for a column nobody reads.</param>
public sealed record PreviewColumn(string Title, string? Field, IReadOnlyList<string> Samples);

/// <param name="Sheet">Empty for csv.</param>
/// <param name="TitleLine">One-based line of the titles.</param>
public sealed record PreviewTable(string Sheet, int TitleLine, IReadOnlyList<PreviewColumn> Columns);

/// <summary>Looks at a table before it is imported, so that a person can set its titles right.</summary>
public static class TablePreview
{
    private const int Samples = 5;

    /// <summary>The tables of a csv or xlsx with what each column is taken for; or why there is none.</summary>
    public static Result<IReadOnlyList<PreviewTable>> Read(Stream file, HeaderAliases aliases)
    {
        try
        {
            using var stream = new PeekedStream(file);
            var kind = TextEncodings.Kind(stream.First);
            if (kind == FileKind.Xml)
            {
                return ImportRefusals.OtherKind("XML");
            }

            return Result<IReadOnlyList<PreviewTable>>.Of([.. TableFile.Open(stream, kind, aliases).Tables.Select(Table)]);
        }
        catch (Exception problem) when (RightsReader.Reason(problem, 0) is { } reason)
        {
            return reason;
        }
    }

    private static PreviewTable Table(OpenTable table)
    {
        List<List<string>> rows = [.. table.Rows.Where(r => r.Fault is null).Take(Samples).Select(r => r.Cells)];
        var fields = new string?[table.Head.Titles.Count];
        for (var f = 0; f < RightsFields.Words.Count; f++)
        {
            foreach (var column in table.Head.Columns((RightsField)f))
            {
                fields[column] = RightsFields.Words[f];
            }
        }

        return new(table.Sheet, table.Head.Row + 1, [.. table.Head.Titles.Select((title, c) => new PreviewColumn(title, fields[c], [.. rows.Where(r => c < r.Count && r[c].Length > 0).Select(r => r[c])]))]);
    }
}
