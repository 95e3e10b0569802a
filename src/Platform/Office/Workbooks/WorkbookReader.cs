using System.Text;
using System.Xml;
using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>Reads any xlsx into plain cells, whatever the file tries: bounded in size, without DTD, macros or links.</summary>
public static class WorkbookReader
{
    private static readonly byte[] OleMagic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The content, or one refusal (OFF-0101 … OFF-0113). Never throws on bad bytes.</summary>
    public static Result<WorkbookContent> Read(ReadOnlyMemory<byte> bytes, WorkbookLimits? limits = null)
    {
        limits ??= WorkbookLimits.Default;
        if (Door(bytes.Span, limits) is { } refused)
        {
            return refused;
        }

        try
        {
            using var parts = new PackageParts(bytes, limits);
            return Read(parts, limits);
        }
        catch (OfficeRefused problem)
        {
            return problem.Refusal;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return OfficeRefusals.Damaged(problem.GetType().Name);
        }
    }

    /// <summary>What the first bytes tell.</summary>
    private static Refusal? Door(ReadOnlySpan<byte> bytes, WorkbookLimits limits)
    {
        if (bytes.IsEmpty)
        {
            return OfficeRefusals.Empty();
        }

        if (bytes.Length > limits.MaxBytes)
        {
            return OfficeRefusals.TooLarge(bytes.Length, limits.MaxBytes);
        }

        if (bytes.StartsWith(OleMagic))
        {
            return bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? OfficeRefusals.Encrypted() : OfficeRefusals.OldFormat();
        }

        return bytes.StartsWith("PK"u8) ? null : OfficeRefusals.NotZip(Convert.ToHexString(bytes[..Math.Min(8, bytes.Length)]));
    }

    private static Result<WorkbookContent> Read(PackageParts parts, WorkbookLimits limits)
    {
        var book = Named("_rels/.rels", () => parts.Relations("").Values.FirstOrDefault(relation => relation.Kind == "officeDocument").Part) ?? "xl/workbook.xml";
        if (!parts.Has(book) || book.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            return OfficeRefusals.NotWorkbook(parts.Has(book) ? book : "—");
        }

        var relations = Named(book, () => parts.Relations(book));
        var (sheets, from1904) = Named(book, () => Sheets(parts, book, limits));
        string? related(string kind) => relations.Values.FirstOrDefault(relation => relation.Kind == kind).Part;
        var formats = related("styles") is { } styles && parts.Has(styles) ? Named(styles, () => NumberFormats.Read(parts, styles)) : NumberFormats.None;
        var texts = related("sharedStrings") is { } shared && parts.Has(shared) ? Named(shared, () => SharedTexts.Read(parts, shared)) : [];
        var reader = new SheetReader(parts, formats, texts, from1904, limits.MaxCells);
        var contents = new List<SheetContent>();
        foreach (var (name, id, hidden) in sheets)
        {
            if (relations.TryGetValue(id, out var relation) && relation.Kind == "worksheet")
            {
                contents.Add(Named(relation.Part, () => reader.Read(relation.Part, name, hidden)));
            }
        }

        return new WorkbookContent(
            contents,
            parts.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)),
            parts.Names.Any(name => name.Contains("/externalLinks/", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Names the part in whatever goes wrong while it is read.</summary>
    private static T Named<T>(string part, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException problem) when (problem.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new OfficeRefused(OfficeRefusals.Dtd(part));
        }
        catch (XmlException problem)
        {
            throw new OfficeRefused(OfficeRefusals.BadPart(part, $"{problem.LineNumber}:{problem.LinePosition}"));
        }
    }

    private static (List<(string Name, string Id, bool Hidden)> Sheets, bool From1904) Sheets(PackageParts parts, string book, WorkbookLimits limits)
    {
        var sheets = new List<(string, string, bool)>();
        var from1904 = false;
        using var reader = parts.Open(book);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                from1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.LocalName == "sheet")
            {
                sheets.Add((CellText.Unescape(reader.GetAttribute("name") ?? ""), Id(reader), reader.GetAttribute("state") is "hidden" or "veryHidden"));
                if (sheets.Count > limits.MaxSheets)
                {
                    throw new OfficeRefused(OfficeRefusals.TooManySheets(sheets.Count, limits.MaxSheets));
                }
            }
        }

        return (sheets, from1904);
    }

    /// <summary>The relation id, whichever namespace (transitional or strict) it is written in.</summary>
    private static string Id(XmlReader reader) =>
        reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
}
