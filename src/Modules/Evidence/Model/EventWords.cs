using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Evidence.Model;

/// <summary>What events are called; a new one adds its line here.</summary>
public static class EventWords
{
    /// <summary>By the event's name.</summary>
    public static IReadOnlyDictionary<string, Words> Known { get; } = new Dictionary<string, Words>(StringComparer.Ordinal)
    {
        ["AccountAdded"] = new("增设科目", "Account added"),
        ["AccountChanged"] = new("变更科目", "Account changed"),
        ["ApprovalAsked"] = new("提请审批", "Approval asked for"),
        ["ApprovalDecided"] = new("审批表态", "Approval decided"),
        ["ApprovalExpired"] = new("审批过期", "Approval expired"),
        ["ApprovalSkipped"] = new("无人可审，直接办理", "Done without approval, nobody else could decide"),
        ["ApprovalSupplemented"] = new("补充审批材料", "Approval supplemented"),
        ["ApprovalWithdrawn"] = new("撤回审批", "Approval withdrawn"),
        ["ApprovedActDone"] = new("获批事项已办理", "Approved act done"),
        ["ApprovedActFailed"] = new("获批事项未能办理", "Approved act failed"),
        ["BookOpened"] = new("启用账簿", "Book opened"),
        ["BusinessDateMoved"] = new("业务日前进", "Business date moved"),
        ["ConditionConfirmed"] = new("确认条件落实", "Condition confirmed"),
        ["ConditionMet"] = new("条件已落实", "Condition met"),
        ["ConflictDecided"] = new("处理利益冲突", "Conflict decided"),
        ["ConflictRaised"] = new("登记利益冲突", "Conflict reported"),
        ["ContentErased"] = new("删除存证内容", "Evidence content erased"),
        ["DealVersionSaved"] = new("保存交易版本", "Deal version saved"),
        ["DelegationEnded"] = new("终止委托", "Delegation ended"),
        ["DelegationGiven"] = new("委托审批", "Delegation given"),
        ["EntryPosted"] = new("记账", "Entry posted"),
        ["HoldExpired"] = new("预留到期", "Hold expired"),
        ["HoldPlaced"] = new("设立预留", "Hold placed"),
        ["HoldPosted"] = new("预留入账", "Hold posted"),
        ["HoldVoided"] = new("撤销预留", "Hold voided"),
        ["InstallationSetUp"] = new("完成初始设置", "Installation set up"),
        ["MandateEnded"] = new("终止授权额度", "Mandate ended"),
        ["MandateMade"] = new("设立授权额度", "Mandate made"),
        ["MandateUsed"] = new("使用授权额度", "Mandate used"),
        ["MemberAdded"] = new("授予角色", "Role given"),
        ["MemberEnded"] = new("结束任职", "Role ended"),
        ["OrganisationAdded"] = new("登记机构", "Organisation added"),
        ["OrganisationChanged"] = new("变更机构", "Organisation changed"),
        ["PasswordChanged"] = new("修改密码", "Password changed"),
        ["PasswordIssued"] = new("签发初始密码", "Password issued"),
        ["PlannedEntriesReplaced"] = new("登记计划分录", "Planned entries recorded"),
        ["PlannedMatched"] = new("计划与实际匹配", "Planned entry matched"),
        ["PlannedUnmatched"] = new("撤销匹配", "Match withdrawn"),
        ["ReportMade"] = new("出具报告", "Report made"),
        ["RoleSaved"] = new("保存角色", "Role saved"),
        ["RoutesSaved"] = new("修改审批路径", "Approval routes changed"),
        ["RunKept"] = new("保留运行结果", "Run kept"),
        ["SecondFactorOff"] = new("关闭动态验证码", "Second factor switched off"),
        ["SecondFactorOn"] = new("开启动态验证码", "Second factor switched on"),
        ["SecondFactorRemoved"] = new("解除动态验证码", "Second factor taken off"),
        ["TokenMade"] = new("签发访问令牌", "Access token made"),
        ["TokenRevoked"] = new("吊销访问令牌", "Access token revoked"),
        ["UserAdded"] = new("开立账号", "User added"),
        ["UserChanged"] = new("变更账号", "User changed"),
        ["UserDisabled"] = new("停用账号", "User disabled"),
        ["UserEnabled"] = new("启用账号", "User enabled"),
        ["UserLocked"] = new("账号锁定", "User locked"),
        ["UserUnlocked"] = new("解除锁定", "User unlocked"),
    };

    /// <summary>The event's own name where it has no words yet.</summary>
    public static Words Title(string name) => Known.TryGetValue(name, out var words) ? words : Words.Same(name);
}
