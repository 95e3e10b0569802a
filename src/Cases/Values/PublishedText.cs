using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;

namespace Zhirong.Cases.Values;

/// <summary>A printed figure: its value, and the worth of one unit of its last non-zero digit.</summary>
/// <param name="Value">Yuan, fraction or number.</param>
/// <param name="LastDigit">2000多万: 10,000,000; 9.9万: 1,000; 40 %: 0.1.</param>
internal readonly record struct PrintedFigure(decimal Value, decimal LastDigit);

/// <summary>Reads figures the way announcements print them.</summary>
internal static partial class PublishedText
{
    // Longer marks first: 不超过 is not 超过.
    private static readonly (string Mark, Comparator Means)[] Marks =
    [
        ("不超过", Comparator.AtMost), ("以内", Comparator.AtMost), ("≤", Comparator.AtMost),
        ("不低于", Comparator.AtLeast), ("不少于", Comparator.AtLeast), ("至少", Comparator.AtLeast), ("≥", Comparator.AtLeast),
        ("超过", Comparator.Over), ("突破", Comparator.Over), ("超", Comparator.Over), ("余", Comparator.Over), ("多", Comparator.Over),
        ("低于", Comparator.Below), ("不到", Comparator.Below), ("<", Comparator.Below),
        ("高于", Comparator.Above), (">", Comparator.Above),
        ("接近", Comparator.Near), ("近", Comparator.Near),
        ("左右", Comparator.AboutPercent), ("约", Comparator.AboutPercent),
    ];

    /// <summary>The text without marks and blanks, and the comparator its first mark asks for (null without a mark).</summary>
    public static (string Text, string? Mark, Comparator? Means) Strip(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(HalfWidth));
        (string? found, Comparator? means) = (null, null);
        foreach (var (mark, comparator) in Marks)
        {
            if (plain.Contains(mark, StringComparison.Ordinal))
            {
                plain = plain.Replace(mark, "", StringComparison.Ordinal);
                (found, means) = found is null ? (mark, comparator) : (found, means);
            }
        }

        return (plain, found, means);
    }

    private static char HalfWidth(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;

    /// <summary>A figure of the kind; null when the text is none.</summary>
    public static PrintedFigure? Figure(string text, ValueKind kind) => kind switch
    {
        ValueKind.Money => Yuan(text),
        ValueKind.Rate => Plain(text, text.EndsWith('%') ? 0.01m : 1m, "%"),
        ValueKind.Number => Plain(text, 1m, "件户家期个项年笔天条"),
        _ => null,
    };

    /// <summary>The two ends of <c>38 %–42 %</c>.</summary>
    public static (string Low, string High)? Range(string text) =>
        RangeShape().Match(text) is { Success: true } match ? (match.Groups["low"].Value, match.Groups["high"].Value) : null;

    /// <summary><c>2021-12-28</c> or <c>2021年12月28日</c> as an ISO date; null when the text is none.</summary>
    public static string? Date(string text) =>
        DateOnly.TryParseExact(text.Replace(" ", ""), ["yyyy-MM-dd", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static PrintedFigure? Yuan(string text)
    {
        var money = ChineseAmount.Read(text);
        var group = LastGroup().Match(text);
        if (!money.Ok || !group.Success)
        {
            return null;
        }

        var unit = group.Groups["unit"].Value;
        var scale = unit.Length == 0 ? 1m : ChineseAmount.Read("1" + unit).Value.Yuan;
        return new(money.Value.Yuan, LastDigit(group.Groups["number"].Value) * scale);
    }

    private static PrintedFigure? Plain(string text, decimal scale, string units)
    {
        var digits = text.Length > 1 && units.Contains(text[^1]) ? text[..^1] : text;
        return PlainShape().IsMatch(digits) && decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new(number * scale, LastDigit(digits.TrimStart('-')) * scale)
            : null;
    }

    /// <summary>2000 → 1000, 9.9 → 0.1, 107.25 → 0.01; 0 has no last non-zero digit and gives 0.</summary>
    private static decimal LastDigit(string number)
    {
        var digits = number.Replace(",", "");
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var last = digits.AsSpan().LastIndexOfAnyInRange('1', '9');
        if (last < 0)
        {
            return 0m;
        }

        var places = point < 0 ? digits.Length - 1 - last : last < point ? point - 1 - last : point - last;
        var unit = 1m;
        for (; places > 0; places--)
        {
            unit *= 10m;
        }

        for (; places < 0; places++)
        {
            unit /= 10m;
        }

        return unit;
    }

    [GeneratedRegex("(?<number>[0-9][0-9,]*(?:\\.[0-9]+)?)(?<unit>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?[元圆]?$", RegexOptions.CultureInvariant)]
    private static partial Regex LastGroup();

    [GeneratedRegex("^-?[0-9]{1,3}(?:,?[0-9]{3})*(?:\\.[0-9]+)?$|^-?[0-9]+(?:\\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainShape();

    [GeneratedRegex("^(?<low>[^~–—至]+?)(?:~|–|—|至|(?<=[0-9%万亿元])-)(?<high>[^~–—至]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex RangeShape();
}
