using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Securitization.Excel.Template;

/// <summary>What a cell of the deal template holds.</summary>
internal enum FieldKind
{
    Text,

    /// <summary>Text long enough to be broken into lines.</summary>
    Long,

    /// <summary>One of the field's words.</summary>
    Word,

    /// <summary>Any text; the field's words are offered.</summary>
    OpenWord,

    /// <summary>Yuan, at most two decimals.</summary>
    Money,

    /// <summary>Yuan, or one of the field's words.</summary>
    MoneyOrWord,

    /// <summary>A fraction, shown in percent.</summary>
    Ratio,
    Decimal,
    Whole,
    Date,
    Flag,

    /// <summary>Texts separated by commas.</summary>
    Texts,

    /// <summary>Texts; a single one may stand in the file without brackets.</summary>
    TextsOrOne,

    /// <summary>Decimals separated by commas.</summary>
    Decimals,

    /// <summary>true or false, or texts.</summary>
    FlagOrTexts,

    /// <summary>Names with a number each, <c>patent: 9, trademark: 2</c>; or texts alone.</summary>
    Counts,
}

/// <summary>A word of the file with what it means.</summary>
internal sealed record FileWord(string Word, string Zh, string En)
{
    public Words Meaning => new(Zh, En);
}

/// <summary>One column of a table, or one row of a form.</summary>
/// <param name="Key">The dotted path inside the item, as in the deal file.</param>
internal sealed record Field(string Key, FieldKind Kind, string Zh, string En)
{
    public IReadOnlyList<FileWord> Words { get; init; } = [];

    /// <summary>The column must be there, and its form row too.</summary>
    public bool Required { get; init; }

    /// <summary>What the value means or how it is written; shown in the form and as a hint.</summary>
    public Words Note { get; init; }

    /// <summary>Width as a column, in characters.</summary>
    public double Width { get; init; }

    public double ColumnWidth => Width > 0 ? Width : Kind switch
    {
        FieldKind.Money or FieldKind.MoneyOrWord => 19,
        FieldKind.Date => 13,
        FieldKind.Ratio or FieldKind.Whole or FieldKind.Decimal or FieldKind.Flag => 11,
        FieldKind.Long => 44,
        FieldKind.Texts or FieldKind.TextsOrOne or FieldKind.Decimals or FieldKind.FlagOrTexts or FieldKind.Counts => 26,
        _ => 17,
    };

    public CellStyle Style => Kind switch
    {
        FieldKind.Money or FieldKind.MoneyOrWord => CellStyle.InputMoney,
        FieldKind.Ratio => CellStyle.InputPercent,
        FieldKind.Decimal => CellStyle.InputDecimal,
        FieldKind.Whole => CellStyle.InputWhole,
        FieldKind.Date => CellStyle.InputDate,
        FieldKind.Long or FieldKind.Texts or FieldKind.TextsOrOne or FieldKind.Decimals or FieldKind.Counts => CellStyle.InputLong,
        _ => CellStyle.Input,
    };

    /// <summary>The words a drop-down offers.</summary>
    public IReadOnlyList<string> Offered => Kind == FieldKind.Flag ? ["true", "false"] : [.. Words.Select(word => word.Word)];

    /// <summary>The heading with its note and the meaning of its words.</summary>
    public string Hint(Language language)
    {
        var words = Words.Count == 0 ? "" : string.Join(language == Language.En ? "; " : "；", Words.Select(word => $"{word.Word} {word.Meaning.In(language)}"));
        return string.Join("\n", new[] { Heading(language), Note.In(language) ?? "", words }.Where(line => line.Length > 0));
    }

    public string Heading(Language language) => language == Language.En ? En : Zh;
}
