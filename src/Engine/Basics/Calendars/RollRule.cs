namespace Zhirong.Engine.Basics;

/// <summary>What happens to a date that is not a business day. ISDA 2006 §4.12.</summary>
public enum RollRule
{
    /// <summary>不调整: the date stays.</summary>
    None,

    /// <summary>顺延: the next business day. Whether interest runs on is the contract's own term, not the calendar's.</summary>
    Following,

    /// <summary>The next business day, but the one before when the next is in another month.</summary>
    ModifiedFollowing,

    /// <summary>提前: the business day before.</summary>
    Preceding,

    /// <summary>The business day before, but the next one when that before is in another month.</summary>
    ModifiedPreceding,
}

/// <summary>The names of the roll rules in files.</summary>
public static class RollRules
{
    /// <summary>顺延期间不另计息: the name in deal files of <see cref="RollRule.Following"/> that accrues no extra interest.</summary>
    public const string FollowingNoExtraInterest = "following_no_extra_interest";

    /// <summary>Reads <c>none</c>, <c>following</c>, <c>following_no_extra_interest</c> (= following), <c>modified_following</c>, <c>preceding</c>, <c>modified_preceding</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RollRule rule)
    {
        RollRule? found = text switch
        {
            "none" => RollRule.None,
            "following" or FollowingNoExtraInterest => RollRule.Following,
            "modified_following" => RollRule.ModifiedFollowing,
            "preceding" => RollRule.Preceding,
            "modified_preceding" => RollRule.ModifiedPreceding,
            _ => null,
        };
        rule = found.GetValueOrDefault();
        return found is not null;
    }

    /// <summary>The name written in files: <c>modified_following</c>.</summary>
    public static string Name(RollRule rule) => rule switch
    {
        RollRule.None => "none",
        RollRule.Following => "following",
        RollRule.ModifiedFollowing => "modified_following",
        RollRule.Preceding => "preceding",
        RollRule.ModifiedPreceding => "modified_preceding",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };
}
