using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;

namespace Zhirong.Cases.Values;

/// <summary>Puts a published text beside a computed value; nothing is rounded away.</summary>
public static class Comparison
{
    /// <summary>约 x %: two points to either side.</summary>
    private const decimal AboutPoints = 0.02m;

    /// <summary>近 x: from 95 % of it.</summary>
    private const decimal NearShare = 0.95m;

    /// <summary>
    /// Whether the value is what was published. Refused when the text cannot be read (CASE-0112), carries the mark of another
    /// comparator (CASE-0113), or the comparator does not fit the kind of value (CASE-0114).
    /// </summary>
    public static Result<bool> Holds(CheckDefinition check, CaseValue value) => value.Kind switch
    {
        ValueKind.Missing => false,
        ValueKind.Decision => Decision(check, value),
        ValueKind.List => List(check, value),
        ValueKind.Text or ValueKind.Date => Plain(check, value),
        _ => Number(check, value),
    };

    private static Result<bool> Decision(CheckDefinition check, CaseValue value) => check.Comparator switch
    {
        Comparator.Accepted => value.Items.Count == 0,
        Comparator.Refused => value.Items.Count > 0 && value.Items.All(reason => Matches(reason, check.Published[0])),
        _ => WrongKind(check, value),
    };

    /// <summary>Published <c>LINT-0124 shelf.cap</c>, or the code alone.</summary>
    private static bool Matches(string reason, string published) => reason == published || reason.Split(' ')[0] == published;

    private static Result<bool> List(CheckDefinition check, CaseValue value) => check.Comparator switch
    {
        Comparator.Contains => check.Published.All(value.Items.Contains),
        Comparator.Equals => check.Published.SequenceEqual(value.Items),
        _ => WrongKind(check, value),
    };

    private static Result<bool> Plain(CheckDefinition check, CaseValue value)
    {
        if (check.Comparator != Comparator.Equals || check.Published.Count != 1)
        {
            return WrongKind(check, value);
        }

        if (value.Kind == ValueKind.Text)
        {
            return check.Published[0] == value.Text;
        }

        return PublishedText.Date(check.Published[0]) is { } date
            ? date == value.Text
            : CaseRefusals.NotPublished($"checks.{check.Id}.published", check.Published[0], Words.Same("yyyy-MM-dd"), check.Line, check.Column);
    }

    private static Result<bool> Number(CheckDefinition check, CaseValue value)
    {
        if ((check.Comparator > Comparator.Above && check.Comparator != Comparator.Between)
            || check.Published.Count != 1
            || (check.Comparator == Comparator.AboutPercent && value.Kind != ValueKind.Rate))
        {
            return WrongKind(check, value);
        }

        var (text, mark, means) = PublishedText.Strip(check.Published[0]);
        if (means is { } asked && asked != check.Comparator)
        {
            return CaseRefusals.WrongMark($"checks.{check.Id}.comparator", check.Published[0], mark!, CheckDefinition.Comparators[(int)asked], check.Line, check.Column);
        }

        if (check.Comparator == Comparator.Between)
        {
            return Between(check, value, text);
        }

        return PublishedText.Figure(text, value.Kind) is { } figure && (check.Comparator != Comparator.Over || figure.LastDigit > 0)
            ? Bounded(check.Comparator, value.Number, figure)
            : Unreadable(check, value);
    }

    private static bool Bounded(Comparator comparator, decimal computed, PrintedFigure published) => comparator switch
    {
        Comparator.Near => computed >= NearShare * published.Value && computed < published.Value,
        Comparator.Over => computed > published.Value && computed < published.Value + published.LastDigit,
        Comparator.AboutPercent => Math.Abs(computed - published.Value) <= AboutPoints,
        Comparator.AtMost => computed <= published.Value,
        Comparator.AtLeast => computed >= published.Value,
        Comparator.Below => computed < published.Value,
        Comparator.Above => computed > published.Value,
        _ => computed == published.Value,
    };

    private static Result<bool> Between(CheckDefinition check, CaseValue value, string text) =>
        PublishedText.Range(text) is var (low, high)
            && PublishedText.Figure(low, value.Kind) is { } from && PublishedText.Figure(high, value.Kind) is { } to && from.Value <= to.Value
            ? value.Number >= from.Value && value.Number <= to.Value
            : Unreadable(check, value);

    private static Refusal Unreadable(CheckDefinition check, CaseValue value) => CaseRefusals.NotPublished(
        $"checks.{check.Id}.published",
        string.Join("、", check.Published),
        value.Kind switch
        {
            ValueKind.Money => Words.Same("1.45亿 | 2000多万 | 3,030,500.00"),
            ValueKind.Rate => Words.Same("2.2 % | 0.022 | 38 %–42 %"),
            _ => Words.Same("87 | 600余户"),
        },
        check.Line,
        check.Column);

    private static Refusal WrongKind(CheckDefinition check, CaseValue value) =>
        CaseRefusals.WrongKind($"checks.{check.Id}.comparator", CheckDefinition.Comparators[(int)check.Comparator], $"{value.Kind}", check.Line, check.Column);
}
