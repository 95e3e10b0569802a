using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Facts;

namespace Zhirong.Engine.Diligence.Judging;

/// <summary>What an item came to.</summary>
public enum AnswerState
{
    Clear,
    Finding,

    /// <summary>待核实: never a pass.</summary>
    Unknown,
}

/// <summary>Why an item could not be answered.</summary>
public enum UnknownWhy
{
    NoFact,

    /// <summary>Somebody said so, no source shows it.</summary>
    NoSource,
    TooOld,

    /// <summary>What is said fits neither what is clear nor a finding.</summary>
    Undecided,
}

/// <summary>The answer to one item for one right, or for the firm.</summary>
/// <param name="RightId">Null for the firm.</param>
/// <param name="Facts">All that was said of what the item asks, each with source and date.</param>
/// <param name="Missing">Names of the facts nobody gives.</param>
/// <param name="Finding">What was found; null unless a finding.</param>
/// <param name="Factor">Times the value; null where the value stays.</param>
/// <param name="Why">Null unless unknown.</param>
public sealed record ItemAnswer(Chapter Chapter, ChecklistItem Item, string? RightId, AnswerState State, IReadOnlyList<Fact> Facts, IReadOnlyList<string> Missing, FindingRule? Finding = null, RiskGrade? Grade = null, decimal? Factor = null, UnknownWhy? Why = null)
{
    public static IReadOnlyList<string> StateWords { get; } = ["clear", "finding", "unknown"];

    public static IReadOnlyList<string> WhyWords { get; } = ["no_fact", "no_source", "too_old", "undecided"];

    public static Words Title(AnswerState state) => state switch
    {
        AnswerState.Clear => new("未见异常", "clear"),
        AnswerState.Finding => new("发现问题", "finding"),
        _ => new("待核实", "to be verified"),
    };

    public static Words Title(UnknownWhy why) => why switch
    {
        UnknownWhy.NoFact => new("没有资料", "nothing is known"),
        UnknownWhy.NoSource => new("有陈述而无来源", "said, but no source shows it"),
        UnknownWhy.TooOld => new("来源过旧", "the source is too old"),
        _ => new("资料不足以判断", "what is known does not decide it"),
    };

    /// <summary>Names the finding across runs: the item, what it is of, and which of the item's findings.</summary>
    public string Key => $"{Item.Id}:{RightId ?? "firm"}:{Finding?.Id ?? StateWords[(int)State]}";
}
