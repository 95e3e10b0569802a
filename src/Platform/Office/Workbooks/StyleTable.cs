using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Zhirong.Platform.Office.Workbooks;

/// <summary>The style sheet of every workbook: one cell format for each <see cref="CellStyle"/>, then the same with a quote prefix.</summary>
internal static class StyleTable
{
    private const string Money = "#,##0.00;[Red]-#,##0.00";
    private const string Wan = "#,##0.00####;[Red]-#,##0.00####";
    private const string Blue = "FF1F3A5F";
    private const string Grey = "FF6B7280";
    private const string Red = "FFB42318";
    private const string Green = "FF1B7F4B";

    private static readonly CellStyle[] All = Enum.GetValues<CellStyle>();
    private static readonly bool[] Wrapping = Array.ConvertAll(All, style => Of(style).Wrap);

    /// <summary>The format's index; <paramref name="quoted"/> keeps text that looks like a formula text when it is edited.</summary>
    public static uint Index(CellStyle style, bool quoted) => (uint)style + (quoted ? (uint)All.Length : 0);

    /// <summary>Whether text in the style is broken into lines.</summary>
    public static bool Wraps(CellStyle style) => Wrapping[(int)style];

    public static S.Stylesheet Stylesheet()
    {
        var looks = Array.ConvertAll(All, Of);
        var formats = looks.Select(look => look.Format).Where(format => format.Length > 0).Distinct().ToList();
        var fonts = looks.Select(look => look.Face).Prepend(Of(CellStyle.General).Face).Distinct().ToList();
        var fills = looks.Select(look => look.Fill).Where(fill => fill.Length > 0).Distinct().ToList();
        S.CellFormat Format(Look look, bool quoted) => new()
        {
            NumberFormatId = look.Format.Length == 0 ? 0u : 164u + (uint)formats.IndexOf(look.Format),
            FontId = (uint)fonts.IndexOf(look.Face),
            FillId = look.Fill.Length == 0 ? 0u : 2u + (uint)fills.IndexOf(look.Fill),
            BorderId = (uint)look.Border,
            FormatId = 0u,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            QuotePrefix = quoted ? true : null,
            Alignment = new() { Vertical = S.VerticalAlignmentValues.Center, WrapText = look.Wrap ? true : null, Horizontal = look.Centre ? S.HorizontalAlignmentValues.Center : look.Indent ? S.HorizontalAlignmentValues.Left : null, Indent = look.Indent ? 1u : null },
        };
        return new(
            new S.NumberingFormats(formats.Select((format, i) => new S.NumberingFormat { NumberFormatId = 164u + (uint)i, FormatCode = format })),
            new S.Fonts(fonts.Select(Font)),
            new S.Fills(fills.Select(Solid).Prepend(Pattern(S.PatternValues.Gray125)).Prepend(Pattern(S.PatternValues.None))),
            new S.Borders(Border(null, null), Border("FFD0D5DD", "FFD0D5DD"), Border(null, "FF344054")),
            new S.CellStyleFormats(new S.CellFormat { NumberFormatId = 0u, FontId = 0u, FillId = 0u, BorderId = 0u }),
            new S.CellFormats([.. looks.Select(look => Format(look, false)), .. looks.Select(look => Format(look, true))]),
            new S.CellStyles(new S.CellStyle { Name = "Normal", FormatId = 0u, BuiltinId = 0u }),
            new S.DifferentialFormats(looks.Select(Differential)));
    }

    private static Look Of(CellStyle style) => style switch
    {
        CellStyle.Text => new("@"),
        CellStyle.Wrapped => new("@") { Wrap = true },
        CellStyle.Title => new("") { Face = new(16, true, false, Blue) },
        CellStyle.Subtitle => new("") { Face = new(12, true, false, Blue) },
        CellStyle.Header => new("") { Face = new(11, true, false, "FFFFFFFF"), Fill = Blue, Border = 1, Wrap = true, Centre = true },
        CellStyle.Key => new("") { Face = new(8, false, false, Grey), Fill = "FFF2F4F7", Border = 1, Centre = true },
        CellStyle.Note => new("") { Face = new(10, false, true, Grey), Wrap = true },
        CellStyle.Subtle => new("") { Face = new(10, false, true, Grey) },
        CellStyle.Label => new("@") { Border = 1, Wrap = true, Indent = true },
        CellStyle.Mark => new("@") { Face = new(6, false, false, "FFD0D5DD") },
        CellStyle.Money => new(Money),
        CellStyle.Wan => new(Wan),
        CellStyle.Percent => new("0.00%"),
        CellStyle.Percent4 => new("0.0000%"),
        CellStyle.Date => new("yyyy-mm-dd"),
        CellStyle.CentredDate => new("yyyy-mm-dd") { Centre = true },
        CellStyle.Whole => new("#,##0;[Red]-#,##0"),
        CellStyle.Decimal => new("0.############"),
        CellStyle.Input => Entered("@"),
        CellStyle.InputMoney => Entered(Money),
        CellStyle.InputPercent => Entered("0.00##########%"),
        CellStyle.InputDate => Entered("yyyy-mm-dd"),
        CellStyle.InputWhole => Entered("0"),
        CellStyle.InputDecimal => Entered("0.############"),
        CellStyle.InputLong => Entered("@") with { Wrap = true },
        CellStyle.Check => new(Money) { Face = new(11, false, true, Grey) },
        CellStyle.Total => new(Money) { Face = new(11, true, false, "FF000000"), Border = 2 },
        CellStyle.TotalText => new("@") { Face = new(11, true, false, "FF000000"), Border = 2 },
        CellStyle.Good => new("") { Face = new(11, false, false, Green) },
        CellStyle.Bad => new("") { Face = new(11, true, false, Red), Fill = "FFFEE4E2" },
        _ => new(""),
    };

    private static Look Entered(string format) => new(format) { Fill = "FFFFFDF2", Border = 1, Indent = format == "@" };

    private static S.Font Font(Face face)
    {
        var font = new S.Font();
        if (face.Bold)
        {
            font.Append(new S.Bold());
        }

        if (face.Italic)
        {
            font.Append(new S.Italic());
        }

        font.Append(new S.FontSize { Val = face.Size }, new S.Color { Rgb = face.Colour }, new S.FontName { Val = "等线" }, new S.FontFamilyNumbering { Val = 2 }, new S.FontCharSet { Val = 134 });
        return font;
    }

    private static S.Fill Pattern(S.PatternValues pattern) => new(new S.PatternFill { PatternType = pattern });

    private static S.Fill Solid(string colour) =>
        new(new S.PatternFill(new S.ForegroundColor { Rgb = colour }, new S.BackgroundColor { Indexed = 64u }) { PatternType = S.PatternValues.Solid });

    private static S.Border Border(string? sides, string? ends)
    {
        S.BorderStyleValues? style(string? colour) => colour is null ? null : S.BorderStyleValues.Thin;
        S.Color? of(string? colour) => colour is null ? null : new S.Color { Rgb = colour };
        var (left, right) = (new S.LeftBorder(), new S.RightBorder());
        var (top, bottom) = (new S.TopBorder(), new S.BottomBorder());
        foreach (var (line, colour) in new (S.BorderPropertiesType, string?)[] { (left, sides), (right, sides), (top, ends), (bottom, sides) })
        {
            line.Style = style(colour) is { } thin ? new EnumValue<S.BorderStyleValues>(thin) : null;
            line.Color = of(colour);
        }

        return new(left, right, top, bottom, new S.DiagonalBorder());
    }

    private static S.DifferentialFormat Differential(Look look)
    {
        var format = new S.DifferentialFormat(new S.Font(new S.Color { Rgb = look.Face.Colour }));
        if (look.Fill.Length > 0)
        {
            format.Append(new S.Fill(new S.PatternFill(new S.BackgroundColor { Rgb = look.Fill })));
        }

        return format;
    }

    private sealed record Face(double Size, bool Bold, bool Italic, string Colour);

    /// <param name="Format">The number format; empty for the general one.</param>
    private sealed record Look(string Format)
    {
        public Face Face { get; init; } = new(11, false, false, "FF000000");

        public string Fill { get; init; } = "";

        public int Border { get; init; }

        public bool Wrap { get; init; }

        public bool Centre { get; init; }

        public bool Indent { get; init; }
    }
}
