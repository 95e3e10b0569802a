using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Model;

/// <summary>States of a loan.</summary>
internal static class LoanStates
{
    public const string Ordered = "ordered";
    public const string Active = "active";
    public const string Repaid = "repaid";
    public const string WrittenOff = "written_off";
    public const string Cancelled = "cancelled";

    private static readonly (string Word, Words Title)[] All =
    [
        (Ordered, new("待放款", "to be paid out")),
        (Active, new("存续", "active")),
        (Repaid, new("已结清", "repaid")),
        (WrittenOff, new("已核销", "written off")),
        (Cancelled, new("已取消", "cancelled")),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(s => s.Word)];

    public static Words Title(string state) => All.First(s => s.Word == state).Title;
}

/// <summary>Kinds and states of facilities.</summary>
internal static class FacilityWords
{
    public const string Single = "single";
    public const string Revolving = "revolving";
    public const string Collective = "collective";
    public const string Open = "open";
    public const string Frozen = "frozen";
    public const string Closed = "closed";

    private static readonly (string Word, Words Title)[] KindTitles = [(Single, new("单笔额度", "single")), (Revolving, new("循环额度", "revolving")), (Collective, new("集体授信", "collective line"))];
    private static readonly (string Word, Words Title)[] StateTitles = [(Open, new("可用", "open")), (Frozen, new("冻结", "frozen")), (Closed, new("已结清", "closed"))];

    public static IReadOnlyList<string> Kinds { get; } = [.. KindTitles.Select(k => k.Word)];

    public static IReadOnlyList<string> States { get; } = [.. StateTitles.Select(k => k.Word)];

    public static Words KindTitle(string kind) => KindTitles.First(k => k.Word == kind).Title;

    public static Words StateTitle(string state) => StateTitles.First(k => k.Word == state).Title;
}

/// <summary>States of a payout to a payee.</summary>
internal static class PayoutStates
{
    public const string Ordered = "ordered";
    public const string Paid = "paid";
    public const string Rejected = "rejected";
    public const string Returned = "returned";
    public const string Cancelled = "cancelled";

    private static readonly (string Word, Words Title)[] All = [(Ordered, new("付款中", "ordered")), (Paid, new("已付", "paid")), (Rejected, new("银行拒绝", "rejected")), (Returned, new("退回", "returned")), (Cancelled, new("已取消", "cancelled"))];

    public static Words Title(string state) => All.First(s => s.Word == state).Title;
}

/// <summary>Kinds of breaches and of their outcomes.</summary>
internal static class BreachWords
{
    public const string Coverage = "coverage";
    public const string RightLost = "right_lost";
    public const string PledgeLost = "pledge_lost";
    public const string OverLine = "over_line";
    public const string Unregistered = "unregistered";
    public const string DebtorLate = "debtor_late";
    public const string Check = "check";
    public const string Misuse = "misuse";
    public const string Promise = "promise";
    public const string Waived = "waived";

    /// <summary>Kinds that follow from what secures a line, worked out anew whenever it is looked at.</summary>
    public static IReadOnlyList<string> OfSecurity { get; } = [Coverage, RightLost, PledgeLost];

    /// <summary>Kinds a person found: whether they are put right only a person can say.</summary>
    public static IReadOnlyList<string> Told { get; } = [Check, Misuse, Promise];

    private static readonly (string Word, Words Title)[] KindTitles =
    [
        (Coverage, new("质押覆盖不足", "coverage is short")),
        (RightLost, new("质押权利失效或冻结", "a pledged right is lost or frozen")),
        (PledgeLost, new("质权失去", "a pledge is lost")),
        (OverLine, new("放款超过额度", "paid out beyond the line")),
        (Unregistered, new("先放款后登记逾期未登记", "paid first, not registered in time")),
        (DebtorLate, new("质押应收账款债务人逾期付款", "a debtor of pledged receivables is late")),
        (Misuse, new("贷款未按约定用途使用", "money is not used as agreed")),
        (Promise, new("承诺指标未兑现", "a promised indicator is missed")),
        (Check, new("贷后检查要求整改", "a check asks for something to be put right")),
    ];

    private static readonly (string Word, Words Title)[] OutcomeTitles =
    [
        ("topped_up", new("补充质押", "topped up")),
        ("replaced", new("置换", "replaced")),
        ("prepaid", new("提前还款", "prepaid")),
        ("restored", new("权利恢复", "restored")),
        ("remedied", new("已整改", "put right")),
        (Waived, new("豁免", "waived")),
    ];

    public static IReadOnlyList<string> Outcomes { get; } = [.. OutcomeTitles.Select(o => o.Word)];

    public static Words KindTitle(string kind) => KindTitles.First(k => k.Word == kind).Title;

    public static Words OutcomeTitle(string outcome) => outcome.Length == 0 ? new("未办结", "open") : OutcomeTitles.First(o => o.Word == outcome).Title;
}
