using DocumentFormat.OpenXml.Wordprocessing;

namespace Zhirong.Platform.Office.Documents;

/// <summary>Fonts and paragraph styles of a document: 宋体 (SimSun) for the text, 黑体 (SimHei) for what stands above it, Times New Roman and Arial for Latin.</summary>
internal static class DocumentStyles
{
    /// <summary>The accent of headings and rules.</summary>
    public const string Accent = "1F3864";

    private const string Serif = "SimSun";
    private const string Sans = "SimHei";

    /// <summary>The style id of a paragraph.</summary>
    public static string Id(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Heading => "Heading1",
        ParagraphStyle.Subheading => "Heading2",
        ParagraphStyle.Body => "BodyText",
        ParagraphStyle.Listed => "Normal",
        _ => style.ToString(),
    };

    public static Styles Sheet(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(heading: false),
                new FontSize { Val = "21" },
                new FontSizeComplexScript { Val = "21" },
                new Languages { Val = language, EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", new(), new(), isDefault: true),
        Style("Title", "Title", Spaced(0, 60, JustificationValues.Center), Run(heading: true, 34)),
        Style("Subtitle", "Subtitle", Spaced(0, 160, JustificationValues.Center), Run(heading: true, 26)),
        Style("Heading1", "heading 1", Kept(Spaced(320, 120, JustificationValues.Left), 0), Run(heading: true, 28, Accent)),
        Style("Heading2", "heading 2", Kept(Spaced(200, 80, JustificationValues.Left), 1), Run(heading: true, 22)),
        Style("BodyText", "Body Text", Spaced(100, 100, JustificationValues.Both), new()),
        Style("Lead", "Lead", Kept(Spaced(60, 100, JustificationValues.Both), null), new()),
        Style("Caption", "caption", Kept(Spaced(160, 60, JustificationValues.Left), null), Run(heading: true, 19)),
        Style("Note", "Note", Spaced(50, 80, JustificationValues.Left), Run(heading: false, 17, "595959")),
        Style("Header", "header", Spaced(0, 0, JustificationValues.Left), Run(heading: false, 16, "595959")),
        Style("Footer", "footer", Spaced(0, 0, JustificationValues.Center), Run(heading: false, 18)));

    /// <summary>The fonts with the names they have in Chinese systems.</summary>
    public static Fonts Table() => new(Font(Serif, "宋体", FontFamilyValues.Roman), Font(Sans, "黑体", FontFamilyValues.Swiss));

    public static RunFonts Fonts(bool heading) => new()
    {
        Ascii = heading ? "Arial" : "Times New Roman",
        HighAnsi = heading ? "Arial" : "Times New Roman",
        EastAsia = heading ? Sans : Serif,
        ComplexScript = heading ? "Arial" : "Times New Roman",
    };

    private static Font Font(string name, string chinese, FontFamilyValues family) =>
        new(new AltName { Val = chinese }, new FontCharSet { Val = "86" }, new FontFamily { Val = family }, new Pitch { Val = FontPitchValues.Variable }) { Name = name };

    private static Style Style(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = id is "Note" or "Lead" ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }

    private static StyleParagraphProperties Spaced(int before, int after, JustificationValues side) => new(
        new SpacingBetweenLines { Before = $"{before}", After = $"{after}" },
        new Justification { Val = side });

    private static StyleParagraphProperties Kept(StyleParagraphProperties paragraph, int? outline)
    {
        paragraph.PrependChild(new KeepLines());
        paragraph.PrependChild(new KeepNext());
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        return paragraph;
    }

    private static StyleRunProperties Run(bool heading, int size, string? colour = null)
    {
        var run = new StyleRunProperties();
        if (heading)
        {
            run.Append(Fonts(heading: true), new Bold());
        }

        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }

        run.Append(new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        return run;
    }
}
