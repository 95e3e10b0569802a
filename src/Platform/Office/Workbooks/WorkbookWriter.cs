using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>Writes a workbook as xlsx (ECMA-376): rows are streamed, the bytes depend on the content alone.</summary>
public static class WorkbookWriter
{
    private const string WordSheet = "_words";

    /// <summary>The workbook's bytes. A workbook without a visible sheet is a caller's bug.</summary>
    public static byte[] Write(Workbook book)
    {
        if (!book.Sheets.Any(sheet => !sheet.Hidden))
        {
            throw new ArgumentException("A workbook needs a visible sheet.", nameof(book));
        }

        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var part = document.AddWorkbookPart();
            document.ChangeIdOfPart(part, "rId1");
            var styles = part.AddNewPart<WorkbookStylesPart>("rIdStyles");
            styles.Stylesheet = StyleTable.Stylesheet();
            styles.Stylesheet.Save();
            var words = new WordLists();
            var entries = new List<S.Sheet>();
            foreach (var sheet in book.Sheets)
            {
                entries.Add(Entry(part, sheet, entries.Count + 1, words));
            }

            if (words.Sheet(WordSheet) is { } lists)
            {
                entries.Add(Entry(part, lists, entries.Count + 1, words));
            }

            part.Workbook = Contents(book, entries);
            part.Workbook.Save();
            Properties(document, book);
        }

        return FixedPackage.Of(package);
    }

    private static S.Sheet Entry(WorkbookPart part, Sheet sheet, int number, WordLists words)
    {
        var id = $"rIdSheet{number}";
        SheetWriter.Write(part.AddNewPart<WorksheetPart>(id), sheet, words, number == 1);
        return new() { Name = sheet.Name, SheetId = (uint)number, Id = id, State = sheet.Hidden ? S.SheetStateValues.Hidden : null };
    }

    private static S.Workbook Contents(Workbook book, List<S.Sheet> entries)
    {
        var names = new List<S.DefinedName>();
        for (var i = 0; i < book.Sheets.Count; i++)
        {
            if (Repeated(book.Sheets[i]) is { Length: > 0 } repeated)
            {
                names.Add(new(repeated) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }
        }

        names.AddRange(book.Names.Select(name => new S.DefinedName(name.Value) { Name = name.Key }));
        var contents = new S.Workbook(new S.WorkbookProperties { DefaultThemeVersion = 124226u }, new S.BookViews(new S.WorkbookView { ActiveTab = (uint)FirstVisible(book) }), new S.Sheets(entries));
        if (names.Count > 0)
        {
            contents.Append(new S.DefinedNames(names));
        }

        contents.Append(new S.CalculationProperties { CalculationId = 191029u, FullCalculationOnLoad = true });
        return contents;
    }

    /// <summary>The rows and columns that every printed page begins with; empty when there are none.</summary>
    private static string Repeated(Sheet sheet)
    {
        var name = CellAddress.Quoted(sheet.Name);
        var columns = sheet.RepeatColumns > 0 ? $"{name}!$A:${CellAddress.Letters(sheet.RepeatColumns)}" : "";
        var rows = sheet.RepeatRows > 0 ? $"{name}!$1:${sheet.RepeatRows}" : "";
        return columns.Length > 0 && rows.Length > 0 ? $"{columns},{rows}" : columns + rows;
    }

    private static int FirstVisible(Workbook book) => book.Sheets.ToList().FindIndex(sheet => !sheet.Hidden);

    private static void Properties(SpreadsheetDocument document, Workbook book)
    {
        var part = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(part, "rId2");
        using var writer = XmlWriter.Create(part.GetStream(FileMode.Create));
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string terms = "http://purl.org/dc/elements/1.1/";
        writer.WriteStartElement("cp", "coreProperties", core);
        writer.WriteElementString("dc", "title", terms, CellText.Escape(book.Title));
        writer.WriteElementString("dc", "subject", terms, CellText.Escape(book.Subject));
        writer.WriteEndElement();
    }
}

/// <summary>Word lists too long to stand inside a cell's validation: each becomes a column of one hidden sheet.</summary>
internal sealed class WordLists
{
    private const int LongestInline = 255;
    private readonly List<(string Key, IReadOnlyList<string> Words)> lists = [];

    /// <summary>The validation's formula: the words themselves, or where they stand.</summary>
    public string Formula(IReadOnlyList<string> words)
    {
        var inline = string.Join(',', words);
        if (inline.Length <= LongestInline && !words.Any(word => word.AsSpan().IndexOfAny(",\"") >= 0))
        {
            return $"\"{inline}\"";
        }

        var key = string.Join('\u0001', words);
        var at = lists.FindIndex(list => list.Key == key);
        if (at < 0)
        {
            at = lists.Count;
            lists.Add((key, words));
        }

        return $"{CellAddress.Quoted("_words")}!{CellAddress.Range(1, at + 1, words.Count, at + 1, absolute: true)}";
    }

    public Sheet? Sheet(string name)
    {
        if (lists.Count == 0)
        {
            return null;
        }

        var sheet = new Sheet(name) { Hidden = true };
        for (var column = 0; column < lists.Count; column++)
        {
            for (var row = 0; row < lists[column].Words.Count; row++)
            {
                sheet.Set(row + 1, column + 1, Cell.Text(lists[column].Words[row]));
            }
        }

        return sheet;
    }
}
