using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Registration.Model;

/// <summary>Where a registration stands.</summary>
internal enum RegistrationState
{
    Draft,

    /// <summary>双方签章.</summary>
    SignedByBoth,
    Submitted,

    /// <summary>材料不全: the registry wants papers before it takes the filing.</summary>
    Incomplete,
    Accepted,
    UnderExam,

    /// <summary>补正通知.</summary>
    DefectNotified,

    /// <summary>视为撤回.</summary>
    DeemedWithdrawn,

    /// <summary>告知待声明.</summary>
    AwaitingDeclaration,

    /// <summary>中止.</summary>
    Suspended,
    Registered,
    Refused,
    ChangePending,
    ExtensionPending,
    CancelPending,
    Cancelled,

    /// <summary>撤销: void from the beginning.</summary>
    Revoked,
    Expired,

    /// <summary>质权实现, to be cancelled.</summary>
    RealisedByDisposal,
    Withdrawn,
}

/// <summary>What moves a registration.</summary>
internal enum RegistrationAct
{
    Sign,
    Submit,
    Withdraw,
    AnswerDefect,
    Declare,
    DeemWithdrawn,
    RequestChange,
    RequestExtension,
    RequestCancel,
    Realise,
    Expire,

    // What follows is the registry's.
    FindIncomplete,
    Accept,
    Examine,
    NotifyDefect,
    Inform,
    Suspend,
    Resume,
    Register,
    Refuse,
    ConfirmChange,
    ConfirmExtension,
    ConfirmCancel,
    DenyRequest,
    Revoke,
}

/// <summary>How states and acts are written and read.</summary>
internal static class RegistrationWords
{
    private static readonly (string Word, Words Title)[] AllStates =
    [
        ("draft", new("草稿", "draft")),
        ("signed_by_both", new("双方已签章", "signed by both")),
        ("submitted", new("已提交", "submitted")),
        ("incomplete", new("材料不全", "incomplete")),
        ("accepted", new("已受理", "accepted")),
        ("under_exam", new("审查中", "under examination")),
        ("defect_notified", new("待补正", "defect notified")),
        ("deemed_withdrawn", new("视为撤回", "deemed withdrawn")),
        ("awaiting_declaration", new("告知待声明", "awaiting declaration")),
        ("suspended", new("中止", "suspended")),
        ("registered", new("已登记", "registered")),
        ("refused", new("不予登记", "refused")),
        ("change_pending", new("变更办理中", "change pending")),
        ("extension_pending", new("延期办理中", "extension pending")),
        ("cancel_pending", new("注销办理中", "cancellation pending")),
        ("cancelled", new("已注销", "cancelled")),
        ("revoked", new("已撤销（自始无效）", "revoked, void from the beginning")),
        ("expired", new("已届满", "expired")),
        ("realised", new("质权已实现", "realised by disposal")),
        ("withdrawn", new("已撤回", "withdrawn")),
    ];

    private static readonly (string Word, Words Title)[] AllActs =
    [
        ("sign", new("双方签章", "sign")),
        ("submit", new("提交", "submit")),
        ("withdraw", new("撤回", "withdraw")),
        ("answer_defect", new("答复补正", "answer the defect notice")),
        ("declare", new("声明继续办理", "declare that it goes on")),
        ("deem_withdrawn", new("视为撤回", "deem withdrawn")),
        ("request_change", new("申请变更", "request a change")),
        ("request_extension", new("申请延期", "request an extension")),
        ("request_cancel", new("申请注销", "request cancellation")),
        ("realise", new("质权实现", "realise the pledge")),
        ("expire", new("届满", "expire")),
        ("find_incomplete", new("通知材料不全", "find incomplete")),
        ("accept", new("受理", "accept")),
        ("examine", new("进入审查", "examine")),
        ("notify_defect", new("通知补正", "notify a defect")),
        ("inform", new("告知待声明", "inform")),
        ("suspend", new("中止", "suspend")),
        ("resume", new("恢复", "resume")),
        ("register", new("准予登记", "register")),
        ("refuse", new("不予登记", "refuse")),
        ("confirm_change", new("准予变更", "confirm the change")),
        ("confirm_extension", new("准予延期", "confirm the extension")),
        ("confirm_cancel", new("准予注销", "confirm the cancellation")),
        ("deny_request", new("不予变更、延期或注销", "deny the request")),
        ("revoke", new("撤销登记", "revoke")),
    ];

    public static IReadOnlyList<string> States { get; } = [.. AllStates.Select(s => s.Word)];

    public static IReadOnlyList<string> Acts { get; } = [.. AllActs.Select(a => a.Word)];

    public static IReadOnlyList<string> OwnActs { get; } = [.. Enum.GetValues<RegistrationAct>().Where(a => !a.OfTheRegistry()).Select(a => a.Word())];

    public static IReadOnlyList<string> RegistryActs { get; } = [.. Enum.GetValues<RegistrationAct>().Where(a => a.OfTheRegistry()).Select(a => a.Word())];

    public static string Word(this RegistrationState state) => AllStates[(int)state].Word;

    public static Words Title(this RegistrationState state) => AllStates[(int)state].Title;

    public static string Word(this RegistrationAct act) => AllActs[(int)act].Word;

    public static Words Title(this RegistrationAct act) => AllActs[(int)act].Title;

    public static RegistrationState State(string word) => (RegistrationState)Array.FindIndex(AllStates, s => s.Word == word);

    /// <returns>Null for a word that names no act.</returns>
    public static RegistrationAct? Act(string word) => Array.FindIndex(AllActs, a => a.Word == word) is var at and >= 0 ? (RegistrationAct)at : null;

    /// <summary>The registry does it; the parties only hear of it.</summary>
    public static bool OfTheRegistry(this RegistrationAct act) => act >= RegistrationAct.FindIncomplete;

    /// <summary>The pledge stands: what it secures is secured.</summary>
    public static bool Stands(this RegistrationState state) => state is RegistrationState.Registered or RegistrationState.ChangePending or RegistrationState.ExtensionPending or RegistrationState.CancelPending or RegistrationState.RealisedByDisposal;

    /// <summary>With the registry, not decided yet.</summary>
    public static bool Filed(this RegistrationState state) => state is RegistrationState.Submitted or RegistrationState.Incomplete or RegistrationState.Accepted or RegistrationState.UnderExam or RegistrationState.DefectNotified or RegistrationState.AwaitingDeclaration or RegistrationState.Suspended;

    public static bool Over(this RegistrationState state) => !state.Stands() && !state.Filed() && state is not (RegistrationState.Draft or RegistrationState.SignedByBoth);
}
