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
        ["AnswerRead"] = new("读取银行回执", "Bank answer read"),
        ["BalancesRead"] = new("导入余额文件", "Balances read"),
        ["BatchAmended"] = new("修改付款批次", "Payout batch amended"),
        ["BatchApproved"] = new("付款审批", "Payout batch approved"),
        ["BatchChecked"] = new("付款复核", "Payout batch checked"),
        ["BatchMade"] = new("付款制单", "Payout batch made"),
        ["BatchReopened"] = new("付款批次退回或撤销", "Payout batch taken back"),
        ["BatchSent"] = new("发送付款指令", "Payout instruction sent"),
        ["BookOpened"] = new("启用账簿", "Book opened"),
        ["BusinessDateMoved"] = new("推进营业日", "Business date moved"),
        ["ApprovalAsked"] = new("提请审批", "Approval asked for"),
        ["ApprovalDecided"] = new("审批表态", "Approval decided"),
        ["ApprovalExpired"] = new("审批过期", "Approval expired"),
        ["ApprovalSkipped"] = new("无人可审，直接办理", "Done without approval, nobody else could decide"),
        ["ApprovalSupplemented"] = new("补充审批材料", "Approval supplemented"),
        ["ApprovalWithdrawn"] = new("撤回审批", "Approval withdrawn"),
        ["ApprovedActDone"] = new("获批事项已办理", "Approved act done"),
        ["ApprovedActFailed"] = new("获批事项未能办理", "Approved act failed"),
        ["ConditionConfirmed"] = new("确认条件落实", "Condition confirmed"),
        ["ConditionMet"] = new("条件已落实", "Condition met"),
        ["ConflictDecided"] = new("处理利益冲突", "Conflict decided"),
        ["ConflictRaised"] = new("登记利益冲突", "Conflict reported"),
        ["ContentErased"] = new("删除存证内容", "Evidence content erased"),
        ["DealVersionSaved"] = new("保存交易版本", "Deal version saved"),
        ["DifferenceExplained"] = new("差异说明", "Difference explained"),
        ["DifferencesCounted"] = new("日终清点", "Differences counted"),
        ["DelegationEnded"] = new("终止委托", "Delegation ended"),
        ["DelegationGiven"] = new("委托审批", "Delegation given"),
        ["EntryPosted"] = new("记账", "Entry posted"),
        ["HoldExpired"] = new("预留到期", "Hold expired"),
        ["HoldPlaced"] = new("设立预留", "Hold placed"),
        ["HoldPosted"] = new("预留入账", "Hold posted"),
        ["HoldVoided"] = new("撤销预留", "Hold voided"),
        ["InstallationSetUp"] = new("完成初始设置", "Installation set up"),
        ["LineExplained"] = new("流水说明", "Statement line explained"),
        ["LineMatched"] = new("流水匹配", "Statement line matched"),
        ["LineUnmatched"] = new("撤销流水匹配", "Line match withdrawn"),
        ["MandateEnded"] = new("终止授权额度", "Mandate ended"),
        ["MandateMade"] = new("设立授权额度", "Mandate made"),
        ["MandateUsed"] = new("使用授权额度", "Mandate used"),
        ["MemberAdded"] = new("授予角色", "Role given"),
        ["MemberEnded"] = new("结束任职", "Role ended"),
        ["OrganisationAdded"] = new("登记机构", "Organisation added"),
        ["OrganisationChanged"] = new("变更机构", "Organisation changed"),
        ["PasswordChanged"] = new("修改密码", "Password changed"),
        ["PasswordIssued"] = new("签发初始密码", "Password issued"),
        ["PaymentAccountAdded"] = new("登记收付账户", "Payments account entered"),
        ["PaymentAccountChanged"] = new("变更收付账户", "Payments account changed"),
        ["PaymentQueried"] = new("查询付款结果", "Payment queried"),
        ["PaymentRetried"] = new("申请重付", "Payment retried"),
        ["PaymentsPosted"] = new("付款补记账", "Payments posted"),
        ["PlannedEntriesReplaced"] = new("登记计划分录", "Planned entries recorded"),
        ["PlannedMatched"] = new("计划与实际匹配", "Planned entry matched"),
        ["PlannedUnmatched"] = new("撤销匹配", "Match withdrawn"),
        ["QueryAnswered"] = new("查询答复", "Query answered"),
        ["ReceiptCancelled"] = new("取消应收款项", "Receipt cancelled"),
        ["ReceiptsPlanned"] = new("登记应收款项", "Receipts planned"),
        ["ReportMade"] = new("出具报告", "Report made"),
        ["RoleSaved"] = new("保存角色", "Role saved"),
        ["RoutesSaved"] = new("修改审批路径", "Approval routes changed"),
        ["RunKept"] = new("保留运行结果", "Run kept"),
        ["SecondFactorOff"] = new("关闭动态验证码", "Second factor switched off"),
        ["SecondFactorOn"] = new("开启动态验证码", "Second factor switched on"),
        ["SecondFactorRemoved"] = new("解除动态验证码", "Second factor taken off"),
        ["StatementImported"] = new("导入对账单", "Statement imported"),
        ["ShareEnded"] = new("结束共享", "Share ended"),
        ["ShareGranted"] = new("共享记录", "Record shared"),
        ["TokenMade"] = new("签发访问令牌", "Access token made"),
        ["TokenRevoked"] = new("吊销访问令牌", "Access token revoked"),
        ["UserAdded"] = new("开立账号", "User added"),
        ["UserChanged"] = new("变更账号", "User changed"),
        ["UserDisabled"] = new("停用账号", "User disabled"),
        ["UserEnabled"] = new("启用账号", "User enabled"),
        ["UserLocked"] = new("账号锁定", "User locked"),
        ["UserUnlocked"] = new("解除锁定", "User unlocked"),
    };

    /// <summary>Events with whose content the books are compared: it is part of the vouchers and is not erased.</summary>
    public static IReadOnlySet<string> Kept { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "AccountAdded", "AccountChanged", "BookOpened", "EntryPosted", "HoldExpired", "HoldPlaced", "HoldPosted", "HoldVoided",
    };

    /// <summary>The event's own name where it has no words yet.</summary>
    public static Words Title(string name) => Known.TryGetValue(name, out var words) ? words : Words.Same(name);
}
