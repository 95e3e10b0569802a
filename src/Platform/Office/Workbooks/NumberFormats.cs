using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>Which cell formats show a number as a date.</summary>
internal sealed partial class NumberFormats
{
    private const int MostFormats = 70_000;
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("yYmMdDhHsS年月日");
    private readonly List<bool> dates = [];

    public static NumberFormats None { get; } = new();

    public bool IsDate(int format) => format >= 0 && format < dates.Count && dates[format];

    public static NumberFormats Read(PackageParts parts, string part)
    {
        var formats = new NumberFormats();
        var custom = new Dictionary<int, bool>();
        var inCells = false;
        using var reader = parts.Open(part);
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                custom[Number(reader.GetAttribute("numFmtId"))] = ShowsDate(reader.GetAttribute("formatCode") ?? "");
            }
            else if (inCells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" } && formats.dates.Count < MostFormats)
            {
                var id = Number(reader.GetAttribute("numFmtId"));
                formats.dates.Add(custom.TryGetValue(id, out var date) ? date : BuiltIn(id));
            }
        }

        return formats;
    }

    /// <summary>Built-in formats that show a day or a time, those of the East Asian versions included (ECMA-376 part 1, 18.8.30).</summary>
    private static bool BuiltIn(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool ShowsDate(string code)
    {
        var plain = Literals().Replace(code.Split(';')[0], "");
        return !plain.Contains("General", StringComparison.OrdinalIgnoreCase) && plain.AsSpan().ContainsAny(DateLetters);
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>Quoted text, escaped characters, colours, locales, fill and space characters.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|[_*].", RegexOptions.CultureInvariant)]
    private static partial Regex Literals();
}
