using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Tables;

/// <summary>One row, asked by field; what cannot be read is noted and left empty.</summary>
internal sealed partial class RowCells(TableHead head, List<string> cells, int line, List<Refusal> warnings)
{
    public int Line => line;

    /// <summary>The first column of the field that holds something; empty when none does.</summary>
    public string this[RightsField field]
    {
        get
        {
            foreach (var column in head.Columns(field))
            {
                if (column < cells.Count && cells[column].Length > 0 && Folding.Clean(cells[column]) is { Length: > 0 } text && !IsNothing(text))
                {
                    return text;
                }
            }

            return "";
        }
    }

    public string OneLine(RightsField field) => Folding.Line(this[field]);

    public bool Has(RightsField field) => this[field].Length > 0;

    /// <summary>All values of all columns of the field, each once; a column whose title says it is the main one first.</summary>
    public IReadOnlyList<string> List(RightsField field)
    {
        var columns = head.Columns(field);
        if (columns.Length == 0)
        {
            return [];
        }

        if (columns.Length == 1)
        {
            return columns[0] < cells.Count ? Values(cells[columns[0]]) : [];
        }

        return [.. columns.OrderByDescending(c => head.Titles[c].Contains('主', StringComparison.Ordinal)).Where(c => c < cells.Count).SelectMany(c => Values(cells[c])).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A day; one that cannot be read is noted (IMP-0205).</summary>
    public DateOnly? Day(RightsField field)
    {
        foreach (var column in head.Columns(field))
        {
            if (column >= cells.Count || cells[column].Length == 0)
            {
                continue;
            }

            switch (DayText.Read(Folding.Clean(cells[column]), out var day))
            {
                case DayOutcome.Day:
                    return day;
                case DayOutcome.Unreadable:
                    warnings.Add(ImportRefusals.Date(field.Word(), cells[column], line));
                    return null;
            }
        }

        return null;
    }

    /// <summary>A count; one that cannot be read is noted (IMP-0215).</summary>
    public int? Count(RightsField field)
    {
        if (this[field] is not { Length: > 0 } text)
        {
            return null;
        }

        if (int.TryParse(text.TrimEnd('项', '件', '次', '个'), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) && count >= 0)
        {
            return count;
        }

        warnings.Add(ImportRefusals.Amount(field.Word(), text, line));
        return null;
    }

    /// <summary>Shares as fractions, 50%, 0.5, 1/2; noted and empty when they do not sum to one (IMP-0216).</summary>
    public IReadOnlyList<decimal> Shares(int owners)
    {
        if (List(RightsField.OwnerShare) is not { Count: > 0 } texts)
        {
            return [];
        }

        // Equal shares are written equally, so the list may name one value for all.
        var raw = head.Columns(RightsField.OwnerShare).Where(c => c < cells.Count).SelectMany(c => ListText.Split(cells[c])).ToList();
        var shares = raw.Select(Share).ToList();
        if (shares.TrueForAll(s => s is > 0 and <= 1) && shares.Count == Math.Max(1, owners) && Math.Abs(shares.Sum(s => s!.Value) - 1m) <= 0.0005m)
        {
            return [.. shares.Select(s => s!.Value)];
        }

        warnings.Add(ImportRefusals.Shares(string.Join(';', texts), line));
        return [];
    }

    private static decimal? Share(string text)
    {
        var match = ShareShape().Match(text.Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success)
        {
            return null;
        }

        decimal part(string group) => decimal.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return match.Groups["of"].Success ? part("of") == 0 ? null : part("n") / part("of") : match.Groups["p"].Success ? part("n") / 100m : part("n");
    }

    private static IReadOnlyList<string> Values(string cell)
    {
        var parts = ListText.Split(cell);
        return parts.Count == 1 && IsNothing(parts[0]) ? [] : parts;
    }

    private static bool IsNothing(string text) => text is "-" or "--" or "NULL" or "null" or "无" or "/" or "N/A";

    [GeneratedRegex(@"^(?<n>\d{1,12}(\.\d{1,12})?)(?:/(?<of>\d{1,12})|(?<p>%))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShareShape();
}
