using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Model;

/// <summary>What a legal event does to a right, whatever code its office gives it.</summary>
public enum RightEffect
{
    /// <summary>Nothing the register keeps a state of.</summary>
    None,

    /// <summary>The code or the text leaves open which of several things happened: a person must say.</summary>
    Ambiguous,
    Filed,
    Published,
    Examination,
    Granted,
    Lapsed,
    Expired,
    Ended,
    Abandoned,

    /// <summary>放弃以避免重复授权.</summary>
    AbandonedDouble,
    AbandonedPart,
    Invalid,
    InvalidPart,
    Revoked,
    RevokedPart,
    Rejected,
    Withdrawn,
    Restored,
    Renewed,
    TermAdjusted,
    FeePaid,
    OwnerChanged,
    ApplicantChanged,
    HolderRenamed,
    PledgeOn,
    PledgeChanged,
    PledgeOff,
    FreezeOn,
    FreezeOff,
    LicenceOn,
    LicenceChanged,
    LicenceOff,
    OpenLicenceOn,
    OpenLicenceOff,

    /// <summary>A source that contradicts what is known; made by the register itself, never read.</summary>
    Contradicted,
}

/// <summary>How effects are written and read.</summary>
public static class RightEffects
{
    private static readonly (string Word, Words Title)[] All =
    [
        ("none", new("其他事项", "other matter")),
        ("ambiguous", new("含义待定", "ambiguous")),
        ("filed", new("申请", "filed")),
        ("published", new("公布", "published")),
        ("examination", new("进入实质审查", "examination begun")),
        ("granted", new("授权或登记", "granted or registered")),
        ("lapsed", new("未缴年费终止", "lapsed for an unpaid fee")),
        ("expired", new("有效期届满", "expired")),
        ("ended", new("终止", "ended")),
        ("abandoned", new("放弃", "abandoned")),
        ("abandoned_double", new("放弃以避免重复授权", "abandoned to avoid double patenting")),
        ("abandoned_part", new("部分放弃", "abandoned in part")),
        ("invalid", new("宣告全部无效", "invalidated")),
        ("invalid_part", new("宣告部分无效", "invalidated in part")),
        ("revoked", new("撤销", "revoked")),
        ("revoked_part", new("部分撤销", "revoked in part")),
        ("rejected", new("驳回", "rejected")),
        ("withdrawn", new("撤回或视为撤回", "withdrawn")),
        ("restored", new("权利恢复", "restored")),
        ("renewed", new("续展", "renewed")),
        ("term_adjusted", new("期限补偿", "term adjusted")),
        ("fee_paid", new("缴费", "fee paid")),
        ("owner_changed", new("权利转移", "owner changed")),
        ("applicant_changed", new("申请权转移", "applicant changed")),
        ("holder_renamed", new("权利人名称或地址变更", "holder renamed")),
        ("pledge_on", new("质押登记", "pledge registered")),
        ("pledge_changed", new("质押变更", "pledge changed")),
        ("pledge_off", new("质押注销", "pledge cancelled")),
        ("freeze_on", new("保全（冻结）", "preservation ordered")),
        ("freeze_off", new("保全解除", "preservation lifted")),
        ("licence_on", new("许可备案", "licence recorded")),
        ("licence_changed", new("许可变更", "licence changed")),
        ("licence_off", new("许可备案注销", "licence cancelled")),
        ("open_licence_on", new("开放许可声明", "open licence declared")),
        ("open_licence_off", new("撤回开放许可", "open licence withdrawn")),
        ("contradicted", new("来源矛盾", "contradicted by a source")),
    ];

    /// <summary>The words a person or a file may use.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(e => e.Word).Where(w => w != "contradicted")];

    public static string Word(this RightEffect effect) => All[(int)effect].Word;

    public static Words Title(this RightEffect effect) => All[(int)effect].Title;

    /// <returns>Null for a word that names no effect.</returns>
    public static RightEffect? Read(string word)
    {
        var at = Array.FindIndex(All, e => e.Word == word);
        return at < 0 ? null : (RightEffect)at;
    }

    /// <summary>Whether it can move the state of a right.</summary>
    public static bool MovesState(this RightEffect effect) => effect is >= RightEffect.Filed and <= RightEffect.Restored or RightEffect.Contradicted;
}
