using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Terms;

/// <summary>The words of loan files, each list in the order of its enumeration.</summary>
public static class LoanWords
{
    public static IReadOnlyList<string> Methods { get; } = ["bullet", "interestThenBullet", "equalInstalment", "equalPrincipal", "flat", "custom"];

    public static IReadOnlyList<string> Conventions { get; } = ["cn", "fineract"];

    public static IReadOnlyList<string> Engines { get; } = ["progressive", "cumulative"];

    public static IReadOnlyList<string> MonthEnds { get; } = ["clamp", "firstOfNext"];

    public static IReadOnlyList<string> InterestPeriods { get; } = ["daily", "same"];

    public static IReadOnlyList<string> Rolls { get; } = ["none", "following", "modifiedFollowing", "preceding", "modifiedPreceding"];

    public static IReadOnlyList<string> RollInterest { get; } = ["actual", "agreed"];

    /// <summary>The day counts a loan may name.</summary>
    public static IReadOnlyList<string> DayCounts { get; } = ["ACT/360", "ACT/365F", "ACT/364", "ACT/ACT", "30/360"];

    public static string Word(this RepaymentMethod method) => Methods[(int)method];

    public static Words Title(this RepaymentMethod method) => method switch
    {
        RepaymentMethod.Bullet => new("一次还本付息", "bullet"),
        RepaymentMethod.InterestThenBullet => new("按期付息到期还本", "interest, then bullet"),
        RepaymentMethod.EqualInstalments => new("等额本息", "equal instalments"),
        RepaymentMethod.EqualPrincipal => new("等额本金", "equal principal"),
        RepaymentMethod.Flat => new("等本等息", "flat"),
        _ => new("自定义计划", "custom plan"),
    };
}
