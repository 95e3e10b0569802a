using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Model;

/// <summary>A role every organisation may give without making it first.</summary>
/// <param name="Code">Permanent word.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Grants">What it lets its holders do.</param>
public sealed record RolePreset(string Code, Words Title, IReadOnlyList<Grant> Grants);

/// <summary>
/// The built-in roles. Who administers people does no business, who makes does not check, who checks does not make; an organisation that
/// divides its work otherwise makes roles of its own. Whoever reads the register keeps searches of it, save who only inspects.
/// </summary>
public static class RolePresets
{
    public const string Administrator = "administrator";
    public const string SupervisorReader = "supervisor_reader";

    public static IReadOnlyList<RolePreset> All { get; } =
    [
        Of(Administrator, "管理员", "Administrator", "access.*", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("loan_officer", "客户经理", "Loan officer", "lending.*", "assets.*", "valuation.*", "access.share.*", "approvals.*", "work.*", "*.read"),
        Of("risk_manager", "风险经理", "Risk manager", "lending.*", "valuation.*", "monitoring.*", "access.conflict.*", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("approver", "审批人", "Approver", "approvals.*", "access.conflict.*", "assets.search.*", "*.read"),
        Of("committee_member", "审议委员", "Committee member", "approvals.*", "assets.search.*", "*.read"),
        Of("arranger", "项目安排人", "Arranger", "securitization.*", "evidence.*", "access.conflict.raise", "access.share.*", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("plan_manager", "计划管理人", "Plan manager", "securitization.run.*", "ledger.*", "evidence.*", "access.conflict.raise", "access.share.*", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("custodian_officer", "托管经办", "Custodian officer", "payments.answer.*", "payments.statement.*", "payments.match.*", "payments.line.*", "payments.batch.check", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("payments_maker", "付款经办", "Payments maker", "payments.account.*", "payments.batch.make", "payments.batch.send", "payments.batch.post", "payments.item.*", "payments.query.*", "payments.answer.*", "payments.statement.*", "payments.match.*", "payments.line.*", "payments.receipt.*", "payments.balances.*", "payments.difference.*", "payments.differences.*", "ledger.entry.post", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("payments_checker", "付款复核", "Payments checker", "payments.batch.check", "payments.batch.approve", "payments.difference.*", "payments.differences.*", "approvals.*", "assets.search.*", "*.read"),
        Of("underwriter", "核保人", "Underwriter", "insurance.policy.*", "insurance.product.*", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("claims_handler", "理赔人", "Claims handler", "insurance.claim.*", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("exchange_clerk", "交易所经办", "Exchange clerk", "exchange.*", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("guarantor_officer", "担保经办", "Guarantor officer", "lending.guarantee.*", "policy.claim.*", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("bureau_officer", "主管部门经办", "Bureau officer", "policy.*", "approvals.*", "work.*", "assets.search.*", "*.read"),
        Of("borrower", "借款人", "Borrower", "lending.application.*", "lending.aid.*", "policy.aid.draft", "policy.aid.revise", "policy.aid.submit", "policy.aid.withdraw", "assets.right.*", "assets.paper.*", "assets.search.*", "approvals.case.withdraw", "access.share.*", "lending.read", "assets.read", "policy.read", "access.read", "approvals.read"),
        Of("investor", "投资者", "Investor", "securitization.read", "evidence.read", "access.read"),
        Of("auditor", "审计", "Auditor", "assets.search.*", "*.read"),
        Of(SupervisorReader, "监管查阅", "Supervisory reader", "*.read"),
    ];

    private static readonly Dictionary<string, RolePreset> ByCode = All.ToDictionary(r => r.Code, StringComparer.Ordinal);

    public static RolePreset? Of(string code) => ByCode.GetValueOrDefault(code);

    private static RolePreset Of(string code, string zh, string en, params IReadOnlyList<string> acts) => new(code, new(zh, en), [.. acts.Select(a => new Grant(a))]);
}
