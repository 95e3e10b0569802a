using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Documents;

namespace Zhirong.Platform.Office.Reports;

/// <summary>Sentences and figures of a report in its language.</summary>
public sealed record Wording(Language Language)
{
    /// <summary>For none.</summary>
    public const string None = "—";

    /// <summary>Longer texts from outside are cut, with an ellipsis: a report is read on paper.</summary>
    private const int Longest = 600;

    public bool En => Language == Language.En;

    /// <summary>The amounts' units.</summary>
    public string YuanUnit => T("单位：元", "CNY");

    public string WanUnit => T("单位：万元", "CNY 10,000");

    /// <summary>For what exists but is not known.</summary>
    public string Unknown => T("待核实", "to be verified");

    public string T(string zh, string en) => En ? en : zh;

    public string T(Words words) => words.In(Language);

    /// <summary>A name in the language, else what identifies it.</summary>
    public string Name(string zh, string en, string id) => Plain(!En ? zh : en.Length > 0 && en != zh ? en : id);

    /// <summary>Text from outside: printable, not endless; a dash when there is none.</summary>
    public static string Plain(string? text)
    {
        var printable = DocumentText.Printable(text ?? "").Trim();
        return printable.Length == 0 ? None : printable.Length <= Longest ? printable : string.Concat(printable.AsSpan(0, Longest), "…");
    }

    /// <summary>145,000,000.00 from fen.</summary>
    public static string Yuan(long fen) => Grouped(Money.FenText(fen));

    public static ReportCell YuanCell(long fen) => new(Yuan(fen), Mark(fen));

    /// <summary>14,500.00 from fen: 万元, half up to two decimals.</summary>
    public static string Wan(long fen) => Rounding.Decimals(fen / 1_000_000m, 2).ToString("#,##0.00", CultureInfo.InvariantCulture);

    public static ReportCell WanCell(long fen) => new(Wan(fen), Mark(fen));

    /// <summary>A difference with its sign.</summary>
    public static ReportCell YuanChange(long fen) => new((fen > 0 ? "+" : "") + Yuan(fen), fen == 0 ? CellMark.Zero : fen < 0 ? CellMark.Alarm : CellMark.None);

    /// <summary>An amount as the views carry it: yuan as a decimal string.</summary>
    public static long Fen(string yuan) => Money.Cny(decimal.Parse(yuan, NumberStyles.Number, CultureInfo.InvariantCulture)).Fen;

    /// <summary>4.20% from 0.042; a dash for none.</summary>
    public static string Percent(decimal? fraction) => fraction is { } value ? Rounding.Decimals(value * 100, 2).ToString("#,##0.00", CultureInfo.InvariantCulture) + "%" : None;

    public static string Percent(string? fraction) => Percent(fraction is null ? null : Number(fraction));

    /// <summary>A rate with all its decimals, two at least: 2.20%, 0.005%.</summary>
    public static string Rate(decimal fraction) => (fraction * 100).ToString("#,##0.00########", CultureInfo.InvariantCulture) + "%";

    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026年1月20日, or 20 January 2026.</summary>
    public string Day(DateOnly date) => En ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : $"{date.Year}年{date.Month}月{date.Day}日";

    public ReportText Body(string zh, string en) => new(TextRole.Body, T(zh, en));

    /// <summary>A paragraph that stays with what follows.</summary>
    public ReportText Lead(string zh, string en) => new(TextRole.Lead, T(zh, en));

    public ReportText Note(string zh, string en) => new(TextRole.Note, T(zh, en));

    /// <summary>Words of a list with the language's comma.</summary>
    public string List(IEnumerable<string> words) => string.Join(T("、", ", "), words);

    private static CellMark Mark(long fen) => fen == 0 ? CellMark.Zero : fen < 0 ? CellMark.Alarm : CellMark.None;

    private static string Grouped(string plain)
    {
        var number = decimal.Parse(plain, NumberStyles.Number, CultureInfo.InvariantCulture);
        return number.ToString("#,##0.00", CultureInfo.InvariantCulture);
    }
}
