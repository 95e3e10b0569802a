using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Promises;

/// <summary>Units, directions, consequences and states of promised indicators.</summary>
internal static class PromiseWords
{
    public const string Yuan = "yuan";
    public const string Percent = "percent";
    public const string Count = "count";
    public const string AtLeast = "at_least";
    public const string AtMost = "at_most";
    public const string Nothing = "none";
    public const string Task = "task";
    public const string RateStep = "rate_step";
    public const string Open = "open";
    public const string Kept = "kept";
    public const string Missed = "missed";
    public const string Withdrawn = "withdrawn";

    private static readonly (string Word, Words Title)[] UnitTitles = [(Yuan, new("元", "yuan")), (Percent, Words.Same("%")), (Count, new("个", "count"))];
    private static readonly (string Word, Words Title)[] DirectionTitles = [(AtLeast, new("不低于", "at least")), (AtMost, new("不高于", "at most"))];
    private static readonly (string Word, Words Title)[] ConsequenceTitles = [(Nothing, new("仅记录", "kept on record only")), (Task, new("限期整改", "to be put right by a day")), (RateStep, new("提出利率上调建议", "a higher rate is proposed"))];
    private static readonly (string Word, Words Title)[] StateTitles = [(Open, new("待测量", "to be measured")), (Kept, new("已兑现", "kept")), (Missed, new("未兑现", "missed")), (Withdrawn, new("已撤销", "withdrawn"))];

    public static IReadOnlyList<string> Units { get; } = [.. UnitTitles.Select(u => u.Word)];

    public static IReadOnlyList<string> Directions { get; } = [.. DirectionTitles.Select(d => d.Word)];

    public static IReadOnlyList<string> Consequences { get; } = [.. ConsequenceTitles.Select(c => c.Word)];

    public static Words Unit(string unit) => UnitTitles.First(u => u.Word == unit).Title;

    public static Words Direction(string direction) => DirectionTitles.First(d => d.Word == direction).Title;

    public static Words Consequence(string kind) => ConsequenceTitles.First(c => c.Word == kind).Title;

    public static Words State(string state) => StateTitles.First(s => s.Word == state).Title;
}
