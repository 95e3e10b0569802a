using System.Globalization;
using System.Xml;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>Reads worksheets one after the other; cells of all sheets count against one limit.</summary>
internal sealed class SheetReader(PackageParts parts, NumberFormats formats, List<string> texts, bool from1904, int maxCells)
{
    private const int MostMerges = 100_000;
    private int cells;

    public SheetContent Read(string part, string name, bool hidden)
    {
        var found = new List<ReadCell>();
        var merged = new List<CellRange>();
        var (row, column) = (0, 0);
        using var reader = parts.Open(part);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "row":
                    row = Row(reader.GetAttribute("r"), row + 1);
                    column = 0;
                    break;
                case "c":
                    (row, column) = Place(reader.GetAttribute("r"), row, column + 1, part);
                    Cell(reader, row, column, found);
                    break;
                case "mergeCell" when merged.Count < MostMerges && Range(reader.GetAttribute("ref")) is { } range:
                    merged.Add(range);
                    break;
            }
        }

        return new(name, hidden, found, merged);
    }

    private static int Row(string? text, int next) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= CellAddress.LastRow ? row : next;

    private static (int Row, int Column) Place(string? address, int row, int column, string part)
    {
        if (address is null)
        {
            return (Math.Clamp(row, 1, CellAddress.LastRow), Math.Min(column, CellAddress.LastColumn));
        }

        return CellAddress.TryRead(address, out var r, out var c) ? (r, c) : throw new OfficeRefused(OfficeRefusals.BadPart(part, address.Length <= 20 ? address : address[..20]));
    }

    private static CellRange? Range(string? text)
    {
        var ends = (text ?? "").Split(':');
        return ends.Length == 2 && CellAddress.TryRead(ends[0], out var r1, out var c1) && CellAddress.TryRead(ends[1], out var r2, out var c2)
            ? new(Math.Min(r1, r2), Math.Min(c1, c2), Math.Max(r1, r2), Math.Max(c1, c2))
            : null;
    }

    private void Cell(XmlReader reader, int row, int column, List<ReadCell> found)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var type = reader.GetAttribute("t") ?? "n";
        var format = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0;
        var (value, formula) = Inside(reader);
        var (kind, text) = value is { Length: > 0 } || (value is not null && type is "str" or "inlineStr")
            ? Value(type, value, format)
            : formula is null ? (ReadKind.Text, "") : (ReadKind.Pending, "=" + formula);
        if (text.Length == 0 && formula is null)
        {
            return;
        }

        if (++cells > maxCells)
        {
            throw new OfficeRefused(OfficeRefusals.TooManyCells(maxCells));
        }

        found.Add(new(row, column, kind, text, formula is not null));
    }

    /// <summary>The stored value and the formula of the cell the reader stands on; leaves it on the cell's end.</summary>
    private static (string? Value, string? Formula) Inside(XmlReader reader)
    {
        var depth = reader.Depth;
        string? value = null;
        string? formula = null;
        var at = "";
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                at = reader.LocalName;
                formula = at == "f" ? "" : formula;
                if (at == "is")
                {
                    value = SharedTexts.Text(reader);
                }
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                value = at == "v" ? value + reader.Value : value;
                formula = at == "f" ? formula + reader.Value : formula;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                at = "";
            }
        }

        return (value, formula);
    }

    private (ReadKind Kind, string Text) Value(string type, string value, int format)
    {
        switch (type)
        {
            case "s":
                return (ReadKind.Text, int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : "");
            case "inlineStr":
                return (ReadKind.Text, value);
            case "str":
                return (ReadKind.Text, CellText.Unescape(value));
            case "b":
                return (ReadKind.Flag, value is "1" or "true" ? "true" : "false");
            case "e":
                return (ReadKind.Error, value);
            case "d":
                return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? (ReadKind.Date, Moment(moment)) : (ReadKind.Text, value);
            default:
                return ShownNumber.TryRead(value, out var number, out var text)
                    ? formats.IsDate(format) && Day(number) is { } day ? (ReadKind.Date, day) : (ReadKind.Number, text)
                    : (ReadKind.Text, value);
        }
    }

    /// <summary>A serial number as a date; null for what no calendar shows, such as a bare time.</summary>
    private string? Day(decimal serial)
    {
        var whole = decimal.Truncate(serial);
        if (CellDates.Day(whole, from1904) is not { } date)
        {
            return null;
        }

        var seconds = (int)decimal.Round((serial - whole) * 86_400m);
        return Moment(date.ToDateTime(TimeOnly.MinValue).AddSeconds(date == DateOnly.MaxValue ? 0 : seconds));
    }

    private static string Moment(DateTime moment) =>
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
