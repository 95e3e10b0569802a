using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules;

/// <summary>The built-in functions of a policy's expressions. There is none that draws luck, reads a clock or opens anything.</summary>
public enum RuleFunction
{
    Abs,
    Ceil,
    Floor,
    Round,
    Sum,
    Average,
    Median,
    Least,
    Greatest,
    Length,
    Upper,
    Lower,
    StartsWith,
    EndsWith,
    Contains,
    Matches,
    ToText,
    ToNumber,
    ToFlag,
    ToDate,
    Year,
    Month,
    AddMonths,
    Joined,
    Slice,
    In,
    Some,
    All,
    None,
}

/// <summary>How the functions are called, which types they take, and what they give.</summary>
internal static class RuleFunctions
{
    /// <summary>Names in expressions; <c>min</c>, <c>max</c> and <c>if</c> belong to the grammar.</summary>
    public static IReadOnlyDictionary<string, RuleFunction> Names { get; } = new Dictionary<string, RuleFunction>(StringComparer.Ordinal)
    {
        ["abs"] = RuleFunction.Abs,
        ["ceil"] = RuleFunction.Ceil,
        ["floor"] = RuleFunction.Floor,
        ["round"] = RuleFunction.Round,
        ["sum"] = RuleFunction.Sum,
        ["avg"] = RuleFunction.Average,
        ["median"] = RuleFunction.Median,
        ["len"] = RuleFunction.Length,
        ["upper"] = RuleFunction.Upper,
        ["lower"] = RuleFunction.Lower,
        ["startsWith"] = RuleFunction.StartsWith,
        ["endsWith"] = RuleFunction.EndsWith,
        ["contains"] = RuleFunction.Contains,
        ["matches"] = RuleFunction.Matches,
        ["string"] = RuleFunction.ToText,
        ["number"] = RuleFunction.ToNumber,
        ["bool"] = RuleFunction.ToFlag,
        ["date"] = RuleFunction.ToDate,
        ["year"] = RuleFunction.Year,
        ["month"] = RuleFunction.Month,
        ["addMonths"] = RuleFunction.AddMonths,
        ["some"] = RuleFunction.Some,
        ["all"] = RuleFunction.All,
        ["none"] = RuleFunction.None,
    };

    /// <summary>The type a call gives; null when it does not take these arguments.</summary>
    public static RuleType? Gives(RuleFunction function, IReadOnlyList<RuleNode> arguments)
    {
        RuleType? one = arguments.Count > 0 ? arguments[0].Type : null, two = arguments.Count > 1 ? arguments[1].Type : null;
        return (function, arguments.Count) switch
        {
            (RuleFunction.Abs or RuleFunction.Ceil or RuleFunction.Floor or RuleFunction.Round, 1) when one == RuleType.Number => RuleType.Number,
            (RuleFunction.Round or RuleFunction.Ceil or RuleFunction.Floor, 2) when one == RuleType.Number && two == RuleType.Number => RuleType.Number,
            (RuleFunction.Sum or RuleFunction.Average or RuleFunction.Median or RuleFunction.Least or RuleFunction.Greatest, 1) when one == RuleType.Numbers => RuleType.Number,
            (RuleFunction.Length, 1) when one is RuleType.Text or RuleType.Numbers or RuleType.Texts => RuleType.Number,
            (RuleFunction.Upper or RuleFunction.Lower, 1) when one == RuleType.Text => RuleType.Text,
            (RuleFunction.StartsWith or RuleFunction.EndsWith or RuleFunction.Matches, 2) when one == RuleType.Text && two == RuleType.Text => RuleType.Flag,
            (RuleFunction.Contains, 2) when (one, two) is (RuleType.Text, RuleType.Text) or (RuleType.Texts, RuleType.Text) or (RuleType.Numbers, RuleType.Number) => RuleType.Flag,
            (RuleFunction.ToText, 1) => RuleType.Text,
            (RuleFunction.ToNumber, 1) when one is RuleType.Text or RuleType.Flag or RuleType.Number => RuleType.Number,
            (RuleFunction.ToFlag, 1) when one is RuleType.Text or RuleType.Flag or RuleType.Number => RuleType.Flag,
            (RuleFunction.ToDate, 1) when one == RuleType.Text => RuleType.Date,
            (RuleFunction.Year or RuleFunction.Month, 1) when one == RuleType.Date => RuleType.Number,
            (RuleFunction.AddMonths, 2) when one == RuleType.Date && two == RuleType.Number => RuleType.Date,
            _ => null,
        };
    }

    /// <summary>The value for known arguments; unknown where there is none (a text that is no number, a median of nothing).</summary>
    public static RuleValue Of(RuleNode.Call call, ReadOnlySpan<RuleValue> a)
    {
        try
        {
            return Number(call.Function, a) is { } number ? RuleValue.Of(number)
                : Flag(call, a) is { } flag ? RuleValue.Of(flag)
                : Text(call.Function, a) is { } text ? RuleValue.Of(text)
                : Date(call.Function, a) is { } date ? RuleValue.Of(date)
                : RuleValue.Unknown(call.Type);
        }
        catch (OverflowException)
        {
            return RuleValue.Unknown(call.Type);
        }
    }

    /// <summary>A pattern that matches in time linear in the text; null when it is malformed or longer than 200 characters.</summary>
    public static Regex? Pattern(string pattern)
    {
        try
        {
            return pattern.Length <= 200 ? new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) : null;
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static decimal? Number(RuleFunction function, ReadOnlySpan<RuleValue> a) => function switch
    {
        RuleFunction.Abs => Math.Abs(a[0].Raw),
        RuleFunction.Ceil => a.Length == 1 ? decimal.Ceiling(a[0].Raw) : Step(a[1].Raw) is { } step ? decimal.Ceiling(a[0].Raw / step) * step : null,
        RuleFunction.Floor => a.Length == 1 ? decimal.Floor(a[0].Raw) : Step(a[1].Raw) is { } step ? decimal.Floor(a[0].Raw / step) * step : null,
        RuleFunction.Round => a.Length == 1 ? Rounding.Decimals(a[0].Raw, 0) : a[1].Raw is >= 0 and <= 12 ? Rounding.Decimals(a[0].Raw, (int)a[1].Raw) : null,
        RuleFunction.Sum => a[0].Numbers.Sum(),
        RuleFunction.Average => a[0].Numbers.Count == 0 ? null : a[0].Numbers.Sum() / a[0].Numbers.Count,
        RuleFunction.Median => Median(a[0].Numbers),
        RuleFunction.Least => a[0].Numbers.Count == 0 ? null : a[0].Numbers.Min(),
        RuleFunction.Greatest => a[0].Numbers.Count == 0 ? null : a[0].Numbers.Max(),
        RuleFunction.Length => a[0].Type switch { RuleType.Text => a[0].Text.Length, RuleType.Numbers => a[0].Numbers.Count, _ => a[0].Texts.Count },
        RuleFunction.ToNumber => a[0].Type == RuleType.Text ? RuleValue.Parse(RuleType.Number, a[0].Text)?.Raw : a[0].Raw,
        RuleFunction.Year => Day(a[0])?.Year,
        RuleFunction.Month => Day(a[0])?.Month,
        _ => null,
    };

    private static bool? Flag(RuleNode.Call call, ReadOnlySpan<RuleValue> a) => call.Function switch
    {
        RuleFunction.StartsWith => a[0].Text.StartsWith(a[1].Text, StringComparison.Ordinal),
        RuleFunction.EndsWith => a[0].Text.EndsWith(a[1].Text, StringComparison.Ordinal),
        RuleFunction.Contains => Contains(a[0], a[1]),
        RuleFunction.In => Contains(a[1], a[0]),
        RuleFunction.Matches => call.Pattern?.IsMatch(a[0].Text),
        RuleFunction.ToFlag => a[0].Type == RuleType.Text ? RuleValue.Parse(RuleType.Flag, a[0].Text)?.IsTrue : a[0].Raw != 0,
        _ => null,
    };

    private static string? Text(RuleFunction function, ReadOnlySpan<RuleValue> a) => function switch
    {
        RuleFunction.Upper => a[0].Text.ToUpperInvariant(),
        RuleFunction.Lower => a[0].Text.ToLowerInvariant(),
        RuleFunction.ToText => a[0].ToString(),
        RuleFunction.Joined => string.Concat(a.ToArray().Select(v => v.ToString())),
        RuleFunction.Slice => Slice(a[0].Text, a[1].Raw, a[2].Raw),
        _ => null,
    };

    private static DateOnly? Date(RuleFunction function, ReadOnlySpan<RuleValue> a) => function switch
    {
        RuleFunction.ToDate => RuleValue.Parse(RuleType.Date, a[0].Text) is { } date ? Day(date) : null,
        RuleFunction.AddMonths => Day(a[0]) is { } day && Math.Abs(a[1].Raw) <= 2400 && a[1].Raw == decimal.Truncate(a[1].Raw) && day.Year is > 250 and < 9750 ? day.AddMonths((int)a[1].Raw) : null,
        _ => null,
    };

    private static bool Contains(RuleValue whole, RuleValue part) => whole.Type switch
    {
        RuleType.Text => whole.Text.Contains(part.Text, StringComparison.Ordinal),
        RuleType.Texts => whole.Texts.Contains(part.Text),
        _ => whole.Numbers.Contains(part.Raw),
    };

    /// <summary>Both ends inclusive, counted from zero; an end beyond the text is the text's end.</summary>
    private static string Slice(string text, decimal from, decimal to)
    {
        var (start, end) = ((int)Math.Clamp(from, 0, text.Length), (int)Math.Clamp(to, -1, text.Length - 1));
        return end < start ? "" : text[start..(end + 1)];
    }

    private static decimal? Step(decimal step) => step > 0 ? step : null;

    private static decimal? Median(IReadOnlyList<decimal> numbers)
    {
        if (numbers.Count == 0)
        {
            return null;
        }

        var sorted = numbers.Order().ToList();
        return numbers.Count % 2 == 1 ? sorted[numbers.Count / 2] : (sorted[(numbers.Count / 2) - 1] + sorted[numbers.Count / 2]) / 2;
    }

    private static DateOnly? Day(RuleValue date) => date.Raw >= 0 && date.Raw <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)date.Raw) : null;
}
