using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Firms;

/// <summary>Periods, units and figures as firms' statements write them.</summary>
internal static partial class FirmText
{
    private static readonly (string Word, decimal Yuan)[] Units = [("亿元", 100_000_000m), ("万元", 10_000m), ("千元", 1_000m), ("元", 1m)];

    /// <summary>2023, 2023年, 2023年度, 2023-12-31, 2024年9月, 2024年1-9月, 2024年9月末, 2024年三季度; null for anything else.</summary>
    public static FirmPeriod? Period(string text)
    {
        var match = PeriodShape().Match(Folding.Key(text));
        if (!match.Success)
        {
            return null;
        }

        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        var month = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture)
            : match.Groups["q"].Success ? 3 * ("一二三四1234".IndexOf(match.Groups["q"].Value[0], StringComparison.Ordinal) % 4 + 1)
            : match.Groups["h"].Success ? 6 : 12;
        return year is >= 1990 and <= 2199 && month is >= 1 and <= 12 ? new(new(year, month, DateTime.DaysInMonth(year, month)), month) : null;
    }

    /// <summary>A title and the unit in it: <c>营业收入(万元)</c>.</summary>
    public static (string Title, decimal? Unit) Titled(string text)
    {
        var key = Folding.Key(text);
        foreach (var (word, yuan) in Units)
        {
            foreach (var written in (ReadOnlySpan<string>)[$"({word})", $"({word}:人民币)", $"/{word}"])
            {
                if (key.EndsWith(written, StringComparison.Ordinal))
                {
                    return (key[..^written.Length], yuan);
                }
            }
        }

        return (key, null);
    }

    /// <summary>A label without its numeral and the remarks around it: <c>一、营业收入</c>, <c>减:营业成本</c>, <c>净利润(净亏损以"-"号填列)</c>.</summary>
    public static string Bare(string key) => Before().Replace(key, "");

    /// <summary>The unit a text states: 单位:万元, 金额单位:人民币元.</summary>
    public static decimal? Unit(string text)
    {
        var key = Folding.Key(text);
        if (!key.Contains("单位:", StringComparison.Ordinal) || key.Contains("编制单位:", StringComparison.Ordinal) && !key.Contains('元', StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var (word, yuan) in Units)
        {
            if (key.EndsWith(word, StringComparison.Ordinal) || key.Contains($"单位:{word}", StringComparison.Ordinal) || key.Contains($"单位:人民币{word}", StringComparison.Ordinal))
            {
                return yuan;
            }
        }

        return null;
    }

    /// <summary>An amount; null for an empty cell or a dash, no value where it is something else.</summary>
    /// <param name="readable">False where the text is no amount.</param>
    public static Money? Amount(string text, decimal unit, out bool readable)
    {
        readable = true;
        var plain = Folding.Key(text).TrimStart('¥');
        if (plain is "" or "-" or "--" or "—" or "/" or "N/A" or "无" or "不适用")
        {
            return null;
        }

        if (plain.Length > 2 && plain[0] == '(' && plain[^1] == ')')
        {
            plain = "-" + plain[1..^1];
        }

        if (decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var figure) && Math.Abs(figure) < 1_000_000_000_000_000m)
        {
            var yuan = decimal.Round(figure * unit, 2, MidpointRounding.AwayFromZero);
            readable = Math.Abs(yuan) < Money.Limit.Yuan;
            return readable ? Money.Cny(yuan) : null;
        }

        var read = ChineseAmount.Read(plain, allowNegative: true);
        readable = read.Ok;
        return read.Ok ? read.Value : null;
    }

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])?(?:其中:|减:|加:)?|\(.{0,40}填列\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?:截至)?(?<y>(?:19|20)\d{2})(?:年?度?|年?末|(?:[-/.年](?:(?:0?1|1月?)[-~至])?(?<m>\d{1,2})(?:月末|月底|月|[-/.月]\d{1,2}日?)?)|年?(?:第?(?<q>[一二三四1234])季度末?|Q(?<q>[1-4]))|年?(?<h>上半年|半年度|中期))(?:余额|金额|数)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodShape();
}
