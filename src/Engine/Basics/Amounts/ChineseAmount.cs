using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Zhirong.Engine.Basics;

/// <summary>Reads and writes amounts the way Chinese documents put them: in 元, 万元 and 亿元.</summary>
/// <remarks>Reading and writing are exact: nothing is rounded, an amount that would lose a fen is refused or written in full.</remarks>
public static partial class ChineseAmount
{
    private const int LongestText = 64;

    private static readonly (string Name, BigInteger Yuan)[] Units =
    [
        ("万亿", 1_000_000_000_000), ("千亿", 100_000_000_000), ("百亿", 10_000_000_000), ("十亿", 1_000_000_000),
        ("亿", 100_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("十万", 100_000),
        ("万", 10_000), ("千", 1_000), ("百", 100), ("", 1),
    ];

    /// <summary>
    /// Reads <c>2300万</c>, <c>1.45亿</c>, <c>1亿4500万</c>, <c>23，000，000.00元</c>, <c>¥100</c>, <c>CNY 100</c>, full-width
    /// digits, and capitals such as <c>壹亿肆仟伍佰万元整</c>.
    /// </summary>
    /// <returns>
    /// The amount, or one refusal, in this order: <c>MONY-0101</c> empty, <c>MONY-0102</c> not an amount (also NaN, 1e5,
    /// brackets), <c>MONY-0103</c> misplaced separators, <c>MONY-0104</c> ambiguous units (1亿4500, 1.5亿300万),
    /// <c>MONY-0105</c> negative, <c>MONY-0106</c> smaller than a fen, <c>MONY-0107</c> 10^15 yuan or more;
    /// <c>MONY-0108</c> for capitals that are not well formed.
    /// </returns>
    /// <param name="text">The text as written.</param>
    /// <param name="path">Where it stands, for the refusal.</param>
    /// <param name="allowNegative">Whether a leading minus is read.</param>
    public static Result<Money> Read(string text, string path = "", bool allowNegative = false)
    {
        var plain = Plain(text);
        if (plain.Length == 0)
        {
            return AmountRefusals.Empty(path);
        }

        if (CapitalAmount.LooksLike(plain))
        {
            return CapitalAmount.Read(plain, path, allowNegative);
        }

        var match = plain.Length <= LongestText ? Form().Match(plain) : Match.Empty;
        return match.Success ? Parts(match, text, path, allowNegative) : AmountRefusals.NotAnAmount(path, text);
    }

    /// <summary>The figure of a column headed 万元: <c>13,775.00</c>; more decimals (at most six) only where exactness needs them.</summary>
    public static string Wan(Money amount) => Grouped(amount.Yuan / 10_000m, 2, 6);

    /// <summary>
    /// <c>1.45亿元</c> or <c>CNY 145.00 million</c>: the largest unit in which four decimals are exact, else the full figure
    /// in 元, <c>145,000,000.01元</c>.
    /// </summary>
    public static string Short(Money amount, Language language) =>
        language == Language.Zh ? ShortZh(amount) : ShortEn(amount);

    /// <summary>人民币大写 without the leading 人民币: <c>壹亿肆仟伍佰万元整</c>.</summary>
    /// <inheritdoc cref="CapitalAmount.Write(Money)" path="/remarks"/>
    public static string Capital(Money amount) => CapitalAmount.Write(amount);

    /// <summary>Reads 人民币大写, with or without 人民币 in front; refuses what the rules would not have written (<c>MONY-0108</c>).</summary>
    public static Result<Money> ReadCapital(string text, string path = "", bool allowNegative = false) =>
        CapitalAmount.Read(Plain(text), path, allowNegative);

    [GeneratedRegex(
        "^(CNY|RMB|人民币)?(¥?(?<minus>-)?|(?<minus>-)¥)"
            + "((?<number>[0-9][0-9,]*(\\.[0-9]+)?)(?<unit>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|(?=[元圆整正]|$)))+"
            + "(?<yuan>[元圆])?[整正]?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    private static Result<Money> Parts(Match match, string text, string path, bool allowNegative)
    {
        var numbers = match.Groups["number"].Captures;
        var units = match.Groups["unit"].Captures;
        if (numbers.Any(number => !WellSeparated(number.Value)))
        {
            return AmountRefusals.Separators(path, text);
        }

        // Everything in 10^-64 yuan, so that any decimals that fit in the text stay whole.
        var scale = BigInteger.Pow(10, LongestText);
        var total = BigInteger.Zero;
        for (var i = 0; i < numbers.Count; i++)
        {
            var value = Scaled(numbers[i].Value) * UnitOf(units[i].Value);
            var bare = i > 0 && units[i].Value.Length == 0 && !match.Groups["yuan"].Success;
            var last = i == numbers.Count - 1;
            if (bare || (!last && numbers[i].Value.Contains('.')) || (i > 0 && value >= UnitOf(units[i - 1].Value) * scale))
            {
                return AmountRefusals.Units(path, text);
            }

            total += value;
        }

        return Checked(total, scale, match.Groups["minus"].Success, text, path, allowNegative);
    }

    private static Result<Money> Checked(
        BigInteger total, BigInteger scale, bool minus, string text, string path, bool allowNegative)
    {
        if (minus && !allowNegative && !total.IsZero)
        {
            return AmountRefusals.Negative(path, text);
        }

        var fen = BigInteger.DivRem(total * 100, scale, out var rest);
        if (!rest.IsZero)
        {
            return AmountRefusals.SubFen(path, text);
        }

        return fen > Money.Limit.Fen
            ? AmountRefusals.TooLarge(path, text)
            : Money.OfFen((long)(minus ? -fen : fen));
    }

    /// <summary>Half-width, without blanks; one sign each for yuan, minus and separator.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                plain.Append(c switch
                {
                    '￥' => '¥',
                    '−' => '-',
                    >= '！' and <= '～' => (char)(c - 0xFEE0),
                    _ => c,
                });
            }
        }

        return plain.ToString();
    }

    private static bool WellSeparated(string number)
    {
        var whole = number.Split('.')[0].Split(',');
        return whole.Length == 1 || (whole[0].Length is >= 1 and <= 3 && whole.Skip(1).All(group => group.Length == 3));
    }

    private static BigInteger Scaled(string number)
    {
        var digits = number.Replace(",", "", StringComparison.Ordinal);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        return BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal)) * BigInteger.Pow(10, LongestText - decimals);
    }

    private static BigInteger UnitOf(string name) => Array.Find(Units, unit => unit.Name == name).Yuan;

    private static string ShortZh(Money amount)
    {
        var size = Math.Abs(amount.Yuan);
        return size switch
        {
            >= 100_000_000m when Exact(size / 100_000_000m) => Grouped(amount.Yuan / 100_000_000m, 0, 4) + "亿元",
            >= 10_000m when Exact(size / 10_000m) => Grouped(amount.Yuan / 10_000m, 0, 4) + "万元",
            _ => Grouped(amount.Yuan, 2, 2) + "元",
        };
    }

    private static string ShortEn(Money amount)
    {
        var millions = amount.Yuan / 1_000_000m;
        return Math.Abs(millions) >= 1 && Exact(millions)
            ? $"CNY {Grouped(millions, 2, 4)} million"
            : $"CNY {Grouped(amount.Yuan, 2, 2)}";
    }

    private static bool Exact(decimal figure) => decimal.Round(figure, 4) == figure;

    private static string Grouped(decimal figure, int least, int most) =>
        figure.ToString("#,##0." + new string('0', least) + new string('#', most - least));
}
