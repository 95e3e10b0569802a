using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Template;
using Zhirong.Modules.Securitization.Excel.Trees;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel;

/// <summary>A deal as a workbook and back, without loss: everything of <c>ipabs/v1</c> has its cell.</summary>
public static class DealWorkbook
{
    /// <summary>The deal as a workbook. Same deal and language, same bytes.</summary>
    /// <param name="deal">A map as in a deal file; anything else is a caller's bug. It need not be a correct deal.</param>
    /// <param name="language">The language of headings and notes; what is read back does not depend on it.</param>
    public static byte[] Write(DocNode deal, Language language = Language.Zh) => deal is DocMap map
        ? WorkbookWriter.Write(new DealSheetWriter(language).Write(KeyOrder.Sorted(CanonicalDeal.Of(map))))
        : throw new ArgumentException("A deal is a map of keys.", nameof(deal));

    /// <summary>The empty template: headings, drop-downs, notes and its version.</summary>
    public static byte[] Template(Language language = Language.Zh)
    {
        static DocEntry entry(string key, string text) => new(key, 1, 1, new DocScalar(text, false, 1, 1));
        return Write(new DocMap([entry("schema", "ipabs/v1"), entry("currency", "CNY")], 1, 1), language);
    }

    /// <summary>Reads a workbook. Whatever the bytes, there is an answer: the deal, or numbered refusals, and the rest is still looked at.</summary>
    public static DealImport Read(ReadOnlyMemory<byte> bytes)
    {
        var content = WorkbookReader.Read(bytes);
        return content.Ok ? new DealSheetReader(content.Value).Read() : new() { Refusals = content.Refusals, Report = [] };
    }
}
