using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Securitization.Excel.Template;
using Zhirong.Modules.Securitization.Excel.Trees;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel.Cells;

/// <summary>Reads one cell as the value its column holds; what cannot be read is a finding with the cell's address.</summary>
internal sealed partial class CellValue(string sheet, Findings findings)
{
    private static readonly Words Yuan = new("元，不小于 0、至多两位小数，如 23000000、2300万、1.45亿", "yuan, at least 0, at most two decimals, such as 23000000, 2300万, 1.45亿");
    private static readonly Words AnyNumber = new("数字，如 0.042 或 4.2%", "a number such as 0.042 or 4.2%");

    public string At(ReadCell cell) => $"{sheet}!{cell.Address}";

    /// <summary>The value; null for a blank cell and for one that was refused.</summary>
    public DocNode? Read(Field field, ReadCell cell)
    {
        if (cell.Kind == ReadKind.Error)
        {
            return Refused(ExcelRefusals.ErrorValue(At(cell), cell.Text));
        }

        if (cell.Kind == ReadKind.Pending)
        {
            return Refused(ExcelRefusals.NotComputed(At(cell), cell.Text));
        }

        var text = cell.Text.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (cell.Formula)
        {
            findings.Add(ExcelRefusals.FormulaTaken(At(cell), text));
        }

        return field.Kind switch
        {
            FieldKind.Money => Money(cell, text),
            FieldKind.MoneyOrWord => Word(field, text) is { } word ? Plain(word, cell) : Money(cell, text),
            FieldKind.Ratio or FieldKind.Decimal or FieldKind.Whole => Number(cell, text),
            FieldKind.Date => Date(cell, text),
            FieldKind.Flag => Flag(text) is { } flag ? Plain(flag, cell) : Refused(ExcelRefusals.NotWord(At(cell), text, null, field.Offered)),
            FieldKind.Word => Word(field, text) is { } word ? Plain(word, cell) : Refused(ExcelRefusals.NotWord(At(cell), text, FieldRefusals.Nearest(text, field.Offered), field.Offered)),
            FieldKind.Texts or FieldKind.TextsOrOne or FieldKind.Decimals or FieldKind.FlagOrTexts or FieldKind.Counts => Listed(field, cell, text),
            _ => Text(TextList.Bare(text), cell),
        };
    }

    private static DocScalar Plain(string text, ReadCell cell) => new(text, false, cell.Row, cell.Column);

    private static DocScalar Text(string text, ReadCell cell) => new(text, PlainText.LooksTyped(text), cell.Row, cell.Column);

    private DocNode? Refused(Refusal refusal)
    {
        findings.Add(refusal);
        return null;
    }

    /// <summary>A word of the file, or what it means in Chinese or English.</summary>
    private static string? Word(Field field, string text) =>
        field.Words.FirstOrDefault(word => word.Word == text)?.Word
        ?? field.Words.FirstOrDefault(word => word.Word.Equals(text, StringComparison.OrdinalIgnoreCase) || word.Zh == text || word.En.Equals(text, StringComparison.OrdinalIgnoreCase))?.Word;

    private static string? Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "是" or "1" => "true",
        "false" or "no" or "否" or "0" => "false",
        _ => null,
    };

    private DocNode? Money(ReadCell cell, string text)
    {
        if (cell.Kind is ReadKind.Number && FieldReader.TryNumber(text, out var number))
        {
            return number >= 0 && number < 1_000_000_000_000_000m && number * 100m == decimal.Truncate(number * 100m)
                ? Plain(FieldCell.Plain(number), cell)
                : Refused(ExcelRefusals.NotNumber(At(cell), text, Yuan));
        }

        var amount = cell.Kind == ReadKind.Text ? ChineseAmount.Read(text, At(cell)) : AmountsOnly;
        if (!amount.Ok)
        {
            return Refused(ExcelRefusals.NotNumber(At(cell), text, Yuan));
        }

        var yuan = FieldCell.Plain(amount.Value.Yuan);
        Told(cell, text, yuan);
        return Plain(yuan, cell);
    }

    private static Result<Money> AmountsOnly => ChineseAmount.Read("");

    private DocNode? Number(ReadCell cell, string text)
    {
        if (cell.Kind is ReadKind.Number)
        {
            return Plain(text, cell);
        }

        var plain = cell.Kind == ReadKind.Text ? HalfWidth(text) : "";
        var percent = plain.EndsWith('%');
        plain = percent ? plain[..^1].TrimEnd() : plain;
        plain = Grouped().IsMatch(plain) ? plain.Replace(",", "", StringComparison.Ordinal) : plain;
        if (!FieldReader.TryNumber(plain, out var number))
        {
            return Refused(ExcelRefusals.NotNumber(At(cell), text, AnyNumber));
        }

        var value = FieldCell.Plain(percent ? number / 100m : number);
        Told(cell, text, value);
        return Plain(value, cell);
    }

    /// <summary>Figures too long for a spreadsheet's numbers stand as text on purpose.</summary>
    private void Told(ReadCell cell, string text, string value)
    {
        if (text != value || text.TrimStart('-', '0', '.').Count(char.IsAsciiDigit) <= 15)
        {
            findings.Add(ExcelRefusals.TextTaken(At(cell), text, value));
        }
    }

    private DocNode? Date(ReadCell cell, string text)
    {
        if (cell.Kind == ReadKind.Date && text.Length == 10)
        {
            return Plain(text, cell);
        }

        var match = cell.Kind is ReadKind.Text or ReadKind.Number ? WrittenDate().Match(HalfWidth(text)) : Match.Empty;
        var iso = match.Success ? $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}" : "";
        if (!DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return Refused(ExcelRefusals.NotDate(At(cell), text));
        }

        findings.Add(ExcelRefusals.TextTaken(At(cell), text, iso));
        return Plain(iso, cell);
    }

    private DocNode? Listed(Field field, ReadCell cell, string text)
    {
        if (text == TextList.Nothing)
        {
            return new DocList([], cell.Row, cell.Column);
        }

        if (field.Kind == FieldKind.FlagOrTexts && (cell.Kind == ReadKind.Flag || FieldCell.FlagWord(text) is not null))
        {
            return Plain(FieldCell.FlagWord(text)!, cell);
        }

        if (TextList.Split(text) is not { Count: > 0 } texts)
        {
            return Refused(ExcelRefusals.NotList(At(cell), text));
        }

        if (field.Kind == FieldKind.Decimals)
        {
            return Decimals(cell, texts);
        }

        if (field.Kind == FieldKind.Counts && texts.Exists(TextList.IsCount))
        {
            return Counts(cell, texts);
        }

        return field.Kind == FieldKind.TextsOrOne && field.Key == "basis" && texts.Count == 1
            ? Text(texts[0], cell)
            : new DocList([.. texts.Select(item => Text(item, cell))], cell.Row, cell.Column);
    }

    private DocNode? Decimals(ReadCell cell, List<string> texts)
    {
        var wrong = texts.Find(item => !FieldReader.TryNumber(HalfWidth(item), out _));
        return wrong is null
            ? new DocList([.. texts.Select(item => Plain(FieldCell.Plain(HalfWidth(item)), cell))], cell.Row, cell.Column)
            : Refused(ExcelRefusals.NotNumber(At(cell), wrong, new("以逗号分隔的数字，不写千位分隔符", "numbers separated by commas, without thousands separators")));
    }

    private DocNode? Counts(ReadCell cell, List<string> texts)
    {
        var entries = new List<DocEntry>();
        foreach (var text in texts)
        {
            var at = text.AsSpan().IndexOfAny(':', '：');
            var (name, number) = at < 0 ? ("", "") : (text[..at].Trim(), HalfWidth(text[(at + 1)..].Trim()));
            if (name.Length == 0 || !FieldReader.TryNumber(number, out _) || entries.Exists(entry => entry.Key == name))
            {
                return Refused(ExcelRefusals.NotList(At(cell), text));
            }

            entries.Add(new(name, cell.Row, cell.Column, Plain(FieldCell.Plain(number), cell)));
        }

        return new DocMap(entries, cell.Row, cell.Column);
    }

    /// <summary>Full-width digits and signs as half-width ones.</summary>
    private static string HalfWidth(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            plain[i] = source[i] is >= '！' and <= '～' ? (char)(source[i] - 0xFEE0) : source[i] == '−' ? '-' : source[i];
        }
    });

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^((?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})|(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})日|(?<y>\d{4})(?<m>\d{2})(?<d>\d{2}))\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WrittenDate();
}
