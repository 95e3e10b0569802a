using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Writing;

/// <summary>Words and figures of decisions, the same in every form of answer.</summary>
public static class PolicyWords
{
    public static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    /// <summary>A type as files write it.</summary>
    public static string Word(RuleType type) => Reading.PolicyFields.Word(type);

    public static Words Title(Outcome outcome) => outcome switch
    {
        Outcome.Approve => new("通过", "approved"),
        Outcome.Decline => new("不通过", "declined"),
        Outcome.Refer => new("待核实", "referred"),
        _ => new("已计算", "computed"),
    };

    public static Words Title(Absence why) => why switch
    {
        Absence.TooOld => new("资料过期", "its source is too old"),
        Absence.Undated => new("资料没有日期", "its source has no date"),
        _ => new("未提供", "not given"),
    };

    /// <summary>A number without needless zeros, cut to twelve places; anything else as it reads.</summary>
    public static string? Text(RuleValue value) => !value.Known ? null : value.Type == RuleType.Number ? Text(value.Raw) : value.ToString();

    public static string Text(decimal number) => Rounding.Decimals(number, 12).ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A figure with the places the policy names.</summary>
    public static string? Text(GivenFigure figure) => figure is { Value: { Known: true, Type: RuleType.Number } value, Figure.Places: { } places }
        ? value.Raw.ToString($"F{places}", CultureInfo.InvariantCulture)
        : Text(figure.Value);

    /// <summary>
    /// What an applicant needs: an approving row's condition itself, the contrary of a row that declines or refers. <c>&lt; 60</c> that
    /// declines is <c>&gt;= 60</c> wanted.
    /// </summary>
    public static string Wanted(ConditionTrace condition, Outcome outcome)
    {
        if (outcome is Outcome.Approve or Outcome.Computed)
        {
            return condition.Needs;
        }

        var needs = condition.Needs.Trim();
        foreach (var (sign, contrary) in Contraries)
        {
            if (needs.StartsWith(sign, StringComparison.Ordinal))
            {
                return IsOne(needs[sign.Length..]) ? $"{contrary} {needs[sign.Length..].Trim()}" : $"not({needs})";
            }
        }

        return $"not({needs})";
    }

    /// <summary>A reason's condition from the applicant's side: <c>评分 须 &gt;= 60，实际 57，差 3</c>.</summary>
    public static Words Sentence(ConditionTrace condition, Outcome outcome)
    {
        if (outcome is Outcome.Approve or Outcome.Computed)
        {
            return Sentence(condition);
        }

        var (has, wanted, margin) = (Text(condition.Has) ?? "?", Wanted(condition, outcome), condition.Margin is { } m ? Text(Math.Abs(m)) : null);
        return new($"{condition.Title.Zh} 须 {wanted}，实际 {has}{(margin is null ? "" : $"，差 {margin}")}", $"{condition.Title.En} needs {wanted}, has {has}{(margin is null ? "" : $", short by {margin}")}");
    }

    private static readonly (string Sign, string Contrary)[] Contraries = [(">=", "<"), ("<=", ">"), ("==", "!="), ("!=", "=="), (">", "<="), ("<", ">=")];

    /// <summary>One comparison, not several.</summary>
    private static bool IsOne(string rest) => !rest.Contains(',', StringComparison.Ordinal) && !rest.Contains(" or ", StringComparison.Ordinal) && !rest.Contains(" and ", StringComparison.Ordinal);

    /// <summary><c>评分 要求 &gt;= 60，实际 57，差 3</c>.</summary>
    public static Words Sentence(ConditionTrace condition)
    {
        var (has, margin) = (Text(condition.Has), condition.Margin is { } m ? Text(Math.Abs(m)) : null);
        var (zh, en) = (condition.Met, margin) switch
        {
            (null, _) => ("，不知", ", not known"),
            (true, null) => ("，符合", ", holds"),
            (false, null) => ("，不符", ", fails"),
            (true, _) => ($"，符合，余 {margin}", $", holds by {margin}"),
            _ => ($"，不符，差 {margin}", $", fails by {margin}"),
        };
        return new($"{condition.Title.Zh} 要求 {condition.Needs}，实际 {has ?? "?"}{zh}", $"{condition.Title.En} needs {condition.Needs}, has {has ?? "?"}{en}");
    }
}
