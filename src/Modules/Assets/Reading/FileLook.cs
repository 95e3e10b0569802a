using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Modules.Assets.Reading.Xml;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Assets.Reading;

/// <summary>What a file is, told by its beginning.</summary>
/// <param name="Format">By its word.</param>
/// <param name="Encoding"><c>utf-8</c>, <c>gb18030</c>, <c>utf-16</c>, or <c>xlsx</c>.</param>
/// <param name="Tables">Of a table: its columns with what each is taken for; empty for XML.</param>
/// <param name="Untitled">No row of titles is known: the tables' titles are only a guess.</param>
public sealed record FileLook(string Format, string Encoding, IReadOnlyList<PreviewTable> Tables, bool Untitled = false)
{
    /// <summary>Looks at the beginning of a file; or why nothing can be read of it.</summary>
    /// <param name="open">Opens the file from its beginning; called more than once.</param>
    public static Result<FileLook> Of(Func<Stream> open, HeaderAliases aliases)
    {
        ArgumentNullException.ThrowIfNull(open);
        try
        {
            using var file = open();
            using var stream = new PeekedStream(file);
            var kind = TextEncodings.Kind(stream.First);
            if (kind == FileKind.Xml)
            {
                var encoding = Name(TextEncodings.OfXml(stream));
                return new FileLook(XmlReading.First(stream).Word(), encoding, []);
            }

            var word = kind == FileKind.Workbook ? "xlsx" : Name(TextEncodings.Likely(stream));
            try
            {
                return new FileLook(RegisterFormat.CnTable.Word(), word, TablePreview.Of(stream, kind, aliases));
            }
            catch (ImportRefused refused) when (refused.Refusal.Code == ImportRefusals.NoTitlesCode)
            {
                using var again = open();
                using var second = new PeekedStream(again);
                return TablePreview.Unknown(second, kind) is { Count: > 0 } guessed ? new FileLook(RegisterFormat.CnTable.Word(), word, guessed, true) : refused.Refusal;
            }
        }
        catch (Exception problem) when (RightsReader.Reason(problem, 0) is { } reason)
        {
            return reason;
        }
    }

    private static string Name(Encoding encoding) => encoding.WebName.ToLowerInvariant();
}
