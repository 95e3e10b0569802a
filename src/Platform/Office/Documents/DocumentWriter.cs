using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Zhirong.Platform.Office.Documents;

/// <summary>Writes a text document as docx (ECMA-376); the bytes depend on the content alone.</summary>
public static class DocumentWriter
{
    private const string HeaderId = "rIdHeader";
    private const string FooterId = "rIdFooter";

    /// <summary>A4 and its margins in twentieths of a point.</summary>
    private const int Short = 11906;
    private const int Long = 16838;
    private const int Side = 1020;
    private const int Top = 1250;
    private const int Bottom = 1134;

    public static byte[] Write(TextDocument document)
    {
        if (document.Sections.Count == 0)
        {
            throw new ArgumentException("A document needs a section.", nameof(document));
        }

        using var package = new MemoryStream();
        using (var file = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var part = file.AddMainDocumentPart();
            file.ChangeIdOfPart(part, "rId1");
            part.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DocumentStyles.Sheet(document.Language);
            part.AddNewPart<FontTablePart>("rIdFonts").Fonts = DocumentStyles.Table();
            part.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Settings();
            part.AddNewPart<HeaderPart>(HeaderId).Header = Head(document);
            part.AddNewPart<FooterPart>(FooterId).Footer = new(PageNumbers(document.PageNumbers));
            part.Document = new(Body(document, part));
            Properties(file, document);
        }

        return FixedPackage.Of(package);
    }

    private static Header Head(TextDocument document)
    {
        var line = Paragraph("Header", document.Head);
        if (document.Watermark is { Length: > 0 } mark)
        {
            line.Append(Watermarks.Across(mark));
        }

        return new(line);
    }

    private static Body Body(TextDocument document, MainDocumentPart part)
    {
        var body = new Body();
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var section = document.Sections[i];
            Fill(body, section, part);
            if (i + 1 < document.Sections.Count)
            {
                // The end of a section lies in its last paragraph, here an empty one of no height.
                body.Append(new Paragraph(new ParagraphProperties(
                    new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact },
                    Page(section.Landscape))));
            }
        }

        body.Append(Page(document.Sections[^1].Landscape));
        return body;
    }

    private static void Fill(Body body, DocumentSection section, MainDocumentPart part)
    {
        var width = (section.Landscape ? Long : Short) - (2 * Side);
        for (var i = 0; i < section.Blocks.Count; i++)
        {
            if (section.Blocks[i] is DocumentParagraph paragraph)
            {
                body.Append(Paragraph(DocumentStyles.Id(paragraph.Style), paragraph.Text, paragraph.FreshPage));
                continue;
            }

            if (section.Blocks[i] is DocumentChart chart)
            {
                body.Append(DocumentCharts.Of(chart, width, part));
                continue;
            }

            body.Append(DocumentTables.Of((DocumentTable)section.Blocks[i], width));
            if (i + 1 < section.Blocks.Count && section.Blocks[i + 1] is DocumentTable)
            {
                // Two tables that touch would become one.
                body.Append(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Line = "160", LineRule = LineSpacingRuleValues.Exact })));
            }
        }
    }

    private static Paragraph Paragraph(string style, string text, bool freshPage = false) => new(
        freshPage ? new ParagraphProperties(new ParagraphStyleId { Val = style }, new PageBreakBefore()) : new ParagraphProperties(new ParagraphStyleId { Val = style }),
        new Run(new Text(DocumentText.Printable(text)) { Space = SpaceProcessingModeValues.Preserve }));

    private static Paragraph PageNumbers(PageNumberWords words) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
        Plain(words.Before),
        new SimpleField(Plain("1")) { Instruction = " PAGE " },
        Plain(words.Between),
        new SimpleField(Plain("1")) { Instruction = " NUMPAGES " },
        Plain(words.After));

    private static Run Plain(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static SectionProperties Page(bool landscape) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderId },
        new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
        new SectionType { Val = SectionMarkValues.NextPage },
        new PageSize { Width = (uint)(landscape ? Long : Short), Height = (uint)(landscape ? Short : Long), Orient = landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait },
        new PageMargin { Top = Top, Bottom = Bottom, Left = Side, Right = Side, Header = 567, Footer = 567, Gutter = 0 });

    private static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    private static void Properties(WordprocessingDocument file, TextDocument document)
    {
        var part = file.AddCoreFilePropertiesPart();
        file.ChangeIdOfPart(part, "rId2");
        using var writer = XmlWriter.Create(part.GetStream(FileMode.Create));
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string elements = "http://purl.org/dc/elements/1.1/";
        writer.WriteStartElement("cp", "coreProperties", core);
        writer.WriteElementString("dc", "title", elements, DocumentText.Printable(document.Title));
        writer.WriteElementString("dc", "subject", elements, DocumentText.Printable(document.Subject));
        writer.WriteElementString("dc", "language", elements, document.Language);
        Moment(writer, "created", document.Created);
        Moment(writer, "modified", document.Created);
        writer.WriteEndElement();
    }

    private static void Moment(XmlWriter writer, string name, DateOnly day)
    {
        writer.WriteStartElement("dcterms", name, "http://purl.org/dc/terms/");
        writer.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
        writer.WriteString(day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
        writer.WriteEndElement();
    }
}
