using System.Text;
using System.Xml;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Modules.Assets.Reading.Xml;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Assets.Reading;

/// <summary>Reads files of registers. Pure: a stream in, items out, in memory that does not grow with the file.</summary>
/// <param name="aliases">Titles of columns, the product's own with the reader's laid over them.</param>
public sealed class RightsReader(HeaderAliases aliases)
{
    /// <summary>
    /// The items of a file, read while they are asked for. What is wrong with the file as a whole is the last item, a refusal
    /// (IMP-01xx, IMP-03xx, OFF-01xx); what was read before it stands.
    /// </summary>
    /// <param name="file">Need not be seekable; stays open.</param>
    /// <param name="format">Null: recognised by content.</param>
    public IEnumerable<ReadItem> Read(Stream file, RegisterFormat? format = null) => Guarded(() => Open(file, format));

    private IEnumerable<ReadItem> Open(Stream file, RegisterFormat? format)
    {
        using var stream = new PeekedStream(file);
        var kind = TextEncodings.Kind(stream.First);
        if (kind == FileKind.Xml)
        {
            if (format is RegisterFormat.CnTable)
            {
                throw new ImportRefused(ImportRefusals.Unlike(RegisterFormat.CnTable.Word(), "XML"));
            }

            foreach (var item in XmlReading.Read(stream, format))
            {
                yield return item;
            }

            yield break;
        }

        if (format is { } other && other != RegisterFormat.CnTable)
        {
            throw new ImportRefused(ImportRefusals.Unlike(other.Word(), kind == FileKind.Workbook ? "xlsx" : "csv"));
        }

        var (tables, untitled) = TableFile.Open(stream, kind, aliases);
        foreach (var item in TableReading.Read(tables, untitled))
        {
            yield return item;
        }
    }

    /// <summary>Turns everything bad bytes can do into a last item that is a refusal.</summary>
    /// <param name="before">Lines of the file before what is read.</param>
    internal static IEnumerable<ReadItem> Guarded(Func<IEnumerable<ReadItem>> read, int before = 0)
    {
        using var items = read().GetEnumerator();
        while (true)
        {
            var refusal = default(Refusal);
            var more = false;
            try
            {
                more = items.MoveNext();
            }
            catch (Exception problem) when (Reason(problem, before) is { } reason)
            {
                refusal = reason;
            }

            if (refusal is not null)
            {
                yield return new ReadItem.Refused(refusal);
            }

            if (!more)
            {
                yield break;
            }

            yield return items.Current;
        }
    }

    internal static Refusal? Reason(Exception problem, int before) => problem switch
    {
        ImportRefused refused => refused.Refusal,
        FileFaultException fault => ImportRefusals.Of(fault),
        XmlException xml when xml.Message.Contains("undeclared entity", StringComparison.Ordinal) => ImportRefusals.Entity(xml.LineNumber + before, xml.LinePosition),
        XmlException xml => ImportRefusals.BadXml(xml.Message, xml.LineNumber + before, xml.LinePosition),
        DecoderFallbackException bytes => ImportRefusals.NotText("UTF-8 / GB18030", Convert.ToHexString(bytes.BytesUnknown ?? [])),
        IOException or UnauthorizedAccessException => ImportRefusals.Broken(problem.GetType().Name),
        _ => null,
    };
}
