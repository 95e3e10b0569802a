using System.Globalization;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Template;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel.Cells;

/// <summary>Writes one value of a deal as a cell.</summary>
internal static class FieldCell
{
    /// <summary>Spreadsheets keep fifteen significant digits; longer figures stand as text.</summary>
    private const int Digits = 15;

    private const int LongestText = 30_000;

    /// <summary>The cell; null when the column cannot hold the value, which then goes to the last sheet.</summary>
    public static Cell? Write(Field field, DocNode node) => node switch
    {
        DocScalar { IsNull: true } => Cell.Blank(field.Style),
        DocScalar { Text.Length: > LongestText } => null,
        DocScalar scalar => Scalar(field, scalar),
        DocList list => Listed(field, list),
        DocMap map when field.Kind == FieldKind.Counts => Counted(field, map),
        _ => null,
    };

    private static Cell? Scalar(Field field, DocScalar scalar)
    {
        switch (field.Kind)
        {
            case FieldKind.Money or FieldKind.MoneyOrWord or FieldKind.Ratio or FieldKind.Decimal or FieldKind.Whole:
                return Number(field, scalar.Text);
            case FieldKind.Date:
                return Day(field, scalar.Text);
            case FieldKind.Flag:
                return Cell.Text(FlagWord(scalar.Text) ?? scalar.Text, field.Style);
            case FieldKind.FlagOrTexts:
                return FlagWord(scalar.Text) is { } flag ? Cell.Text(flag, field.Style) : null;
            case FieldKind.Texts or FieldKind.Decimals or FieldKind.Counts:
                return null;
            case FieldKind.TextsOrOne:
                return Cell.Text(TextList.Join([scalar.Text]), field.Style);
            default:
                return Cell.Text(TextList.Guarded(scalar.Text), field.Style);
        }
    }

    private static Cell? Listed(Field field, DocList list)
    {
        if (list.Items.Any(item => item is not DocScalar { IsNull: false }))
        {
            return null;
        }

        var texts = list.Items.Select(item => ((DocScalar)item).Text).ToList();
        string? joined = field.Kind switch
        {
            FieldKind.Decimals when texts.TrueForAll(text => FieldReader.TryNumber(text, out _)) => string.Join(", ", texts.Select(Plain)),
            FieldKind.Texts or FieldKind.TextsOrOne => TextList.Join(texts),
            FieldKind.Counts when !texts.Exists(TextList.IsCount) => TextList.Join(texts),
            FieldKind.FlagOrTexts when texts.Count != 1 || FlagWord(texts[0]) is null => TextList.Join(texts),
            _ => null,
        };
        return joined is null or { Length: > LongestText } ? null : Cell.Text(list.Items.Count == 0 ? TextList.Nothing : joined, field.Style);
    }

    private static Cell? Counted(Field field, DocMap map)
    {
        var plain = map.Entries.Count > 0 && map.Entries.All(entry => TextList.MayCount(entry.Key) && entry.Value is DocScalar scalar && FieldReader.TryNumber(scalar.Text, out _));
        var joined = plain ? string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Plain(((DocScalar)entry.Value).Text)}")) : "";
        return joined.Length is 0 or > LongestText ? null : Cell.Text(joined, field.Style);
    }

    private static Cell Number(Field field, string text)
    {
        if (!FieldReader.TryNumber(text, out var number))
        {
            return Cell.Text(TextList.Guarded(text), field.Kind == FieldKind.MoneyOrWord ? CellStyle.Input : field.Style);
        }

        var plain = Plain(text);
        return plain.TrimStart('-', '0', '.').Count(char.IsAsciiDigit) <= Digits ? Cell.Number(number, field.Style) : Cell.Text(plain, field.Style);
    }

    private static Cell Day(Field field, string text) => FieldReader.TryDate(text, out var date)
        ? Cell.Date(date, field.Style)
        : Cell.Text(TextList.Guarded(text), field.Style);

    /// <summary>The same number without exponent, plus sign and idle zeros.</summary>
    public static string Plain(string text) => FieldReader.TryNumber(text, out var number) ? Plain(number) : text;

    public static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The flag a word of the deal language stands for.</summary>
    public static string? FlagWord(string text) => text switch
    {
        "true" or "True" or "yes" => "true",
        "false" or "False" or "no" => "false",
        _ => null,
    };
}
