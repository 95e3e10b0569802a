using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Model;

/// <summary>What a right is on a day.</summary>
public enum RightState
{
    /// <summary>No source says, the newest is too old, or sources contradict each other.</summary>
    Unknown,
    Applied,
    Published,
    Examination,

    /// <summary>授权 of a patent, 注册 or 登记 of any other right.</summary>
    Granted,

    /// <summary>In force after part of it was invalidated, revoked or given up.</summary>
    InForceInPart,

    /// <summary>In force again after it had ended.</summary>
    Restored,

    /// <summary>Ended because a fee was not paid.</summary>
    Lapsed,
    Expired,
    Abandoned,

    /// <summary>Held never to have existed.</summary>
    Invalidated,
    Revoked,

    /// <summary>Ended, the source does not say why.</summary>
    Ended,
    Rejected,
    Withdrawn,
}

/// <summary>How states are written and read.</summary>
public static class RightStates
{
    private static readonly (string Word, Words Title)[] All =
    [
        ("unknown", new("待核实", "unknown")),
        ("applied", new("已申请", "applied for")),
        ("published", new("已公布", "published")),
        ("examination", new("审查中", "in examination")),
        ("granted", new("授权（登记）有效", "granted or registered")),
        ("in_force_in_part", new("部分有效", "in force in part")),
        ("restored", new("恢复有效", "restored")),
        ("lapsed", new("未缴费终止", "lapsed for an unpaid fee")),
        ("expired", new("期限届满", "expired")),
        ("abandoned", new("放弃", "abandoned")),
        ("invalidated", new("全部无效", "invalidated")),
        ("revoked", new("撤销", "revoked")),
        ("ended", new("终止", "ended")),
        ("rejected", new("驳回", "rejected")),
        ("withdrawn", new("撤回", "withdrawn")),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(s => s.Word)];

    public static string Word(this RightState state) => All[(int)state].Word;

    public static Words Title(this RightState state) => All[(int)state].Title;

    /// <returns>Null for a word that names no state.</returns>
    public static RightState? Read(string word)
    {
        var at = Array.FindIndex(All, s => s.Word == word);
        return at < 0 ? null : (RightState)at;
    }

    /// <summary>Whether others must respect it.</summary>
    public static bool InForce(this RightState state) => state is RightState.Granted or RightState.InForceInPart or RightState.Restored;

    public static bool Pending(this RightState state) => state is RightState.Applied or RightState.Published or RightState.Examination;

    /// <summary>Over, unless it is restored.</summary>
    public static bool Over(this RightState state) => state >= RightState.Lapsed;
}
