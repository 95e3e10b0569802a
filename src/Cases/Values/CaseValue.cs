using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Cases.Values;

/// <summary>What kind of thing a part computed.</summary>
public enum ValueKind
{
    /// <summary>Yuan, whole fen.</summary>
    Money,

    /// <summary>A fraction: 0.022 is 2.2 %.</summary>
    Rate,

    /// <summary>A count or a number of years.</summary>
    Number,

    Date,

    Text,

    List,

    /// <summary>Accepted, or refused with its reasons.</summary>
    Decision,

    /// <summary>Could not be computed; the reason says why. Every check of it fails.</summary>
    Missing,
}

/// <summary>One computed value in the one form in which it is compared and printed.</summary>
public sealed record CaseValue
{
    private CaseValue(ValueKind kind, string text) => (Kind, Text) = (kind, text);

    public ValueKind Kind { get; }

    /// <summary>As in JSON: decimal string, ISO date, text; a decision says why.</summary>
    public string Text { get; private init; }

    /// <summary>Yuan, fraction or number; 0 for the others.</summary>
    public decimal Number { get; private init; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public Words? Reason { get; private init; }

    /// <summary>A decision as a sentence for people; null for the others.</summary>
    public Words? Said { get; private init; }

    /// <summary>The items of a list; the reasons of a refusal as <c>code path</c>.</summary>
    public IReadOnlyList<string> Items { get; private init; } = [];

    public static CaseValue Of(Money money) => new(ValueKind.Money, money.ToString()) { Number = money.Yuan };

    public static CaseValue Rate(decimal fraction) => new(ValueKind.Rate, Trimmed(fraction)) { Number = fraction };

    public static CaseValue Of(decimal number) => new(ValueKind.Number, Trimmed(number)) { Number = number };

    public static CaseValue Of(DateOnly date) => new(ValueKind.Date, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static CaseValue Of(string text) => new(ValueKind.Text, text);

    public static CaseValue List(IEnumerable<string> items)
    {
        IReadOnlyList<string> all = [.. items];
        return new(ValueKind.List, string.Join("、", all)) { Items = all };
    }

    /// <summary>A decision; the detail carries the figures it rests on, so that a changed limit shows even where the answer stays.</summary>
    public static CaseValue Decision(IReadOnlyList<Refusal> refusals, string detail)
    {
        IReadOnlyList<string> reasons = [.. refusals.Select(r => $"{r.Code} {r.Path}").Distinct()];
        var word = reasons.Count == 0 ? "accepted" : "refused " + string.Join(", ", reasons);
        return new(ValueKind.Decision, $"{word} ({detail})") { Items = reasons, Said = Sentence(refusals, detail) };
    }

    private static Words Sentence(IReadOnlyList<Refusal> refusals, string detail) => refusals.Count == 0
        ? new($"受理（{detail}）", $"accepted ({detail})")
        : new($"拒绝：{string.Join("；", refusals.Select(r => r.Message.Zh))}（{detail}）", $"refused: {string.Join("; ", refusals.Select(r => r.Message.En))} ({detail})");

    public static CaseValue Missing(Words reason) => new(ValueKind.Missing, "") { Reason = reason };

    /// <summary>As printed: the text, or why there is none.</summary>
    public string In(Language language) => Reason is { } reason ? reason.In(language) : Text;

    private static string Trimmed(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
