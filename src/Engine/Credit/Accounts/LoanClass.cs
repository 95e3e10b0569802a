using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>五级分类, best first.</summary>
public enum LoanClass
{
    /// <summary>正常.</summary>
    Pass,

    /// <summary>关注.</summary>
    SpecialMention,

    /// <summary>次级.</summary>
    Substandard,

    /// <summary>可疑.</summary>
    Doubtful,

    /// <summary>损失.</summary>
    Loss,
}

/// <summary>The classes' names.</summary>
public static class LoanClasses
{
    /// <summary>The words written in files, in the order of <see cref="LoanClass"/>.</summary>
    public static IReadOnlyList<string> Words { get; } = ["pass", "special_mention", "substandard", "doubtful", "loss"];

    public static Words Title(this LoanClass of) => of switch
    {
        LoanClass.Pass => new("正常", "pass"),
        LoanClass.SpecialMention => new("关注", "special mention"),
        LoanClass.Substandard => new("次级", "substandard"),
        LoanClass.Doubtful => new("可疑", "doubtful"),
        _ => new("损失", "loss"),
    };
}

/// <summary>One rule of classification in force from a day.</summary>
public sealed record ClassificationRule
{
    public required string Id { get; init; }

    public required DateOnly From { get; init; }

    public required Words Title { get; init; }

    public required string Source { get; init; }

    public bool Verified { get; init; }

    /// <summary>技术性逾期: up to so many days past due leave the class alone.</summary>
    public int TechnicalDays { get; init; }

    /// <summary>At least this class beyond so many days past due; days rise.</summary>
    public required IReadOnlyList<(int BeyondDays, LoanClass AtLeast)> Steps { get; init; }

    /// <summary>At least this class after a restructuring, for so many months.</summary>
    public LoanClass RestructuredAtLeast { get; init; }

    public int RestructuredMonths { get; init; }

    /// <summary>The class by days past due alone.</summary>
    /// <param name="daysPastDue">Calendar days after the oldest due date not paid; 0 when nothing is overdue.</param>
    public LoanClass Of(int daysPastDue)
    {
        var found = LoanClass.Pass;
        foreach (var (beyond, atLeast) in Steps)
        {
            found = daysPastDue > Math.Max(beyond, TechnicalDays) ? atLeast : found;
        }

        return found;
    }
}

/// <summary>Rules of classification by the day they came into force.</summary>
public sealed record ClassificationTable(IReadOnlyList<ClassificationRule> Rules)
{
    /// <summary>The rule in force on a day; the first one before it came.</summary>
    public ClassificationRule At(DateOnly day) => Rules.LastOrDefault(r => r.From <= day) ?? Rules[0];
}
