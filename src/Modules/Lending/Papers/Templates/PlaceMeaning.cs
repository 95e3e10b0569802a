using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Papers.Templates;

/// <summary>What a field of a record is: how it may be written, and what it says.</summary>
/// <param name="Kind"><c>money</c> (yuan), <c>rate</c> (a decimal fraction), <c>day</c>, <c>number</c>, <c>text</c>.</param>
internal sealed record PlaceMeaning(string Kind, Words Title)
{
    /// <summary>Ways to write it, the usual one first; empty where it is written as it stands.</summary>
    public IReadOnlyList<string> Formats => Kind switch { "money" => ["money", "capital"], "rate" => ["percent"], "day" => ["day"], _ => [] };

    /// <summary>The places that write a field of it, the usual one first.</summary>
    public IReadOnlyList<string> Places(string field) => [.. Formats.Select(f => string.Concat("{", field, "|", f, "}")), string.Concat("{", field, "}")];
}

/// <summary>The meanings of all fields of all records; a field of a list may mean something else than the record's own of that name.</summary>
internal static class PlaceMeanings
{
    private static readonly Dictionary<string, PlaceMeaning> Known = Read(
        """
        number text 编号/Number
        day day 快照日/Day of the snapshot
        borrower text 借款人/Borrower
        borrower_code text 借款人统一社会信用代码/Borrower's credit code
        purpose text 借款用途/Purpose
        amount money 金额/Amount
        months number 期限（月）/Term (months)
        lender text 贷款人/Lender
        lender_code text 贷款人统一社会信用代码/Lender's credit code
        product text 产品/Product
        product_number text 产品标识与版本/Product id and version
        policy text 政策/Policy
        policy_version text 政策版本/Version of the policy
        policy_hash text 政策校验值/Hash of the policy
        snapshot_hash text 快照校验值/Hash of the snapshot
        assessment number 第几次测算/Number of the assessment
        assessment_hash text 测算结果校验值/Hash of the assessment
        assessed_by text 测算人/Assessed by
        assessed_on day 测算日/Assessed on
        outcome text 测算结论/Outcome of the assessment
        limit money 测算额度/Limit of the assessment
        binding text 起约束作用的上限/Ceilings that bind
        value_total money 权利价值合计/Value of the rights in all
        policy_rate rate 政策质押率/Pledge rate by policy
        asked_rate rate 申请质押率/Pledge rate asked for
        exception_rate rate 例外质押率/Pledge rate of the exception
        exception_support text 例外的增信支持/Support of the exception
        exception_reason text 例外的理由/Reason of the exception
        exception_approver text 例外的批准人/Who granted the exception
        rate rate 年利率/Annual rate
        lpr rate LPR/LPR
        lpr_published day LPR 公布日/LPR published on
        lpr_tenor text LPR 期限品种/LPR tenor
        spread_bp number 加点（基点）/Spread (base points)
        method text 还款方式/Repayment
        cost_gross rate 年化综合成本/Annual cost in all
        cost_after_aid rate 扣除补贴后的年化成本/Annual cost after aid
        interest_total money 利息合计/Interest in all
        fee_total money 费用合计/Fees in all
        aid_total money 补贴合计/Aid in all
        diligence_id text 尽调编号/Number of the diligence
        diligence_day day 尽调日/Day of the diligence
        diligence_answer text 尽调结论/Answer of the diligence
        resolution text 审批结论/Resolution
        granted money 批准金额/Amount granted
        expires_on day 批复有效期至/Resolution expires on
        note text 审批意见/Note of the resolution
        decided_by text 审批人/Decided by
        decided_on day 审批日/Decided on
        kind text 类别/Kind
        from day 起始日/From
        until day 截止日/Until
        resolution_no text 借款决议编号/Number of the resolution to borrow
        resolution_until day 借款决议有效期至/Resolution to borrow until
        uses text 约定用途（顿号分隔）/Uses agreed, in one line
        most_ltv rate 质押率上限/Highest loan to value
        state text 状态/State
        application text 对应申请编号/Number of the application
        granted_on day 批复日/Granted on
        overdue_uplift rate 逾期加收比例/Overdue uplift
        misuse_uplift rate 挪用加收比例/Misuse uplift
        grace_days number 宽限期（天）/Days of grace
        servicing text 服务规则/Servicing rules
        servicing_verified text 服务规则是否已核实/Whether the servicing rules are verified
        contract_no text 质押合同编号/Pledge contract
        main_contract_no text 主合同编号/Main contract
        pledgor text 出质人（顿号分隔）/Pledgors, in one line
        pledgee text 质权人/Pledgee
        pledgee_code text 质权人统一社会信用代码/Pledgee's credit code
        pledgee_address text 质权人住所/Pledgee's address
        debtor text 债务人/Debtor
        debtor_code text 债务人统一社会信用代码/Debtor's credit code
        debtor_address text 债务人住所/Debtor's address
        claim_kind text 债权种类/Kind of claim
        maximum text 是否最高额/Whether of a maximum amount
        secured money 担保金额/Secured amount
        debt_from day 债务履行期起/Debt from
        debt_to day 债务履行期止/Debt to
        scope text 担保范围/Scope of security
        rights_count number 权利项数/How many rights
        facility text 额度合同编号/Number of the line
        principal money 本金/Principal
        disbursed_on day 放款日/Paid out on
        maturity day 到期日/Maturity
        instalment_count number 期数/Instalments
        officer text 客户经理/Officer
        pledge_contracts text 质押合同编号（顿号分隔）/Pledge contracts, in one line
        class text 五级分类/Class
        past_due number 逾期天数/Days past due
        balance money 贷款余额/Balance
        gap_count number 缺口数/How many gaps
        facts. 企业与权利事实/Facts of firm and rights
        facts.title text 事实/Fact
        facts.value text 值/Value
        facts.source text 来源/Source
        facts.date day 来源日期/Day of the source
        ratings. 政策所用事实/Facts the policy goes by
        ratings.title text 事实/Fact
        ratings.value text 值/Value
        ratings.source text 来源/Source
        ratings.date day 来源日期/Day of the source
        views. 评分指标/Indicators
        views.title text 指标/Indicator
        views.has text 取值/Has
        views.points number 得分/Points
        views.max number 满分/Most points
        views.weight rate 权重/Weight
        views.lost number 失分/Points lost
        figures. 政策得出的数/Figures of the policy
        figures.title text 名称/Figure
        figures.value text 值/Value
        figures.unit text 单位/Unit
        missing. 待核实事项/What is to be verified
        missing.title text 事项/What
        missing.why text 原因/Why
        missing.source text 应由何处取得/Where it comes from
        reasons. 结论理由/Reasons of the outcome
        reasons.code text 理由码/Code
        reasons.sentence text 理由/Reason
        screen. 准入核查/Screen
        screen.title text 项目/What
        screen.state text 状态/State
        screen.text text 说明/Text
        conditions. 条件/Conditions
        conditions.title text 条件/Condition
        conditions.state text 状态/State
        conditions.text text 说明/Text
        conditions.margin text 与要求的差距/By how much
        conditions.n number 序号/No.
        conditions.met text 是否落实/Whether met
        conditions.document text 证明文件/Paper
        conditions.sha256 text 文件校验值/Hash of the paper
        conditions.met_on day 落实日/Met on
        conditions.met_by text 落实人/Shown by
        risks. 风险点/Risks
        risks.title text 项目/What
        risks.state text 状态/State
        risks.text text 说明/Text
        risks.margin text 与要求的差距/By how much
        ceilings. 额度上限/Ceilings of the limit
        ceilings.why text 上限/Ceiling
        ceilings.amount money 金额/Amount
        ceilings.binds text 是否起约束/Whether it binds
        carried. 逐项权利可承载/What each right carries
        carried.right_number text 权利号/Number of the right
        carried.value money 价值/Value
        carried.carried money 可承载/Carries
        carried.outcome text 结论/Outcome
        carried.why text 依据/Why
        rights. 权利/Rights
        rights.n number 序号/No.
        rights.right_number text 权利号/Number of the right
        rights.kind text 类别/Kind
        rights.title text 名称/Title
        rights.expires day 届满日/Expires
        rights.usable text 是否可用/Whether usable
        rights.why text 原因/Why
        rights.value money 价值/Value
        rights.report text 评估报告编号/Number of the report
        rights.filed day 申请日/Filed on
        rights.granted day 授权公告日/Granted on
        rights.registry text 登记机构/Registry
        rights.allocated money 分摊金额/Allocated
        rights.value_source text 价值来源/Source of the value
        reports. 评估报告/Reports
        reports.report text 报告编号/Number
        reports.name text 评估机构/Who made it
        reports.base_date day 基准日/Base date
        reports.rights number 权利项数/How many rights
        reports.value money 价值/Value
        fees. 费用/Fees
        fees.title text 费用/Fee
        fees.amount money 金额/Amount
        fees.borrower_pays money 借款人承担/The borrower pays
        fees.payer text 承担人/Payer
        fees.source text 依据/Source
        aid. 补贴政策/Aid
        aid.code text 政策标识/Code
        aid.title text 政策/Scheme
        aid.state text 状态/State
        aid.amount money 金额/Amount
        aid.why text 原因/Why
        assumptions. 假设与参数/Assumptions
        assumptions.title text 名称/Assumption
        assumptions.value text 值/Value
        assumptions.unit text 单位/Unit
        assumptions.source text 来源/Source
        granted_conditions. 批复条件/Conditions of the resolution
        granted_conditions.n number 序号/No.
        granted_conditions.text text 条件/Condition
        refusal_reasons. 不同意的理由/Reasons of the refusal
        refusal_reasons.n number 序号/No.
        refusal_reasons.text text 理由/Reason
        steps. 经办步骤/Steps
        steps.title text 步骤/Step
        steps.at day 日期/On
        steps.by text 经办人/By
        steps.note text 说明/Note
        approvers. 审批人/Approvers
        approvers.person text 姓名/Person
        approvers.decision text 决定/Decision
        approvers.on day 日期/On
        approvers.note text 意见/Note
        use_items. 约定用途/Uses agreed
        use_items.n number 序号/No.
        use_items.text text 用途/Use
        pledges. 质押/Pledges
        pledges.contract_no text 质押合同编号/Contract
        pledges.secured money 担保金额/Secured
        pledges.state text 状态/State
        members. 用款成员/Members
        members.n number 序号/No.
        members.member_no text 成员编号/Number
        members.name text 名称/Name
        members.kind text 类别/Kind
        members.cap money 限额/Cap
        pledgors. 出质人/Pledgors
        pledgors.name text 名称/Name
        pledgors.code text 统一社会信用代码/Credit code
        pledgors.address text 住所/Address
        registrations. 登记/Registrations
        registrations.contract_no text 质押合同编号/Pledge contract
        registrations.registry text 登记机构/Registry
        registrations.state text 状态/State
        registrations.registration_no text 登记号/Registration number
        registrations.submitted_on day 报送日/Filed on
        registrations.registered_on day 登记日/Registered on
        registrations.expires_on day 登记期限至/Expires on
        schedule. 还款计划/Schedule
        schedule.n number 期次/No.
        schedule.due_on day 应还日/Due on
        schedule.days number 天数/Days
        schedule.interest money 利息/Interest
        schedule.principal money 本金/Principal
        schedule.due money 应还/Due
        schedule.balance money 余额/Balance
        payouts. 受托支付/Payouts
        payouts.n number 序号/No.
        payouts.payee text 收款人/Payee
        payouts.account text 收款账号/Account
        payouts.contract_no text 交易合同编号/Contract
        payouts.purpose text 用途/Purpose
        payouts.amount money 金额/Amount
        payouts.batch text 支付批次/Batch
        payouts.state text 状态/State
        payouts.paid_on day 支付日/Paid on
        happenings. 放款后的记录/What happened since
        happenings.effective day 生效日/Effective on
        happenings.recorded day 记录日/Recorded on
        happenings.kind text 事项/What
        happenings.amount money 金额/Amount
        happenings.undone_on day 撤回日/Taken back on
        happenings.note text 说明/Note
        happenings.by text 经办人/By
        breaches. 违约事项/Breaches
        breaches.kind text 类别/Kind
        breaches.opened_on day 发现日/Opened on
        breaches.due_on day 限期/Due on
        breaches.assigned text 责任人/Assigned to
        breaches.short money 缺口金额/Short by
        breaches.outcome text 结果/Outcome
        breaches.note text 说明/Note
        breaches.closed_by text 办结人/Closed by
        contacts. 催收记录/Contacts
        contacts.on day 日期/On
        contacts.channel text 方式/Channel
        contacts.person text 对方/Person
        contacts.said text 内容/What was said
        contacts.promised_on day 承诺还款日/Promised for
        contacts.by text 经办人/By
        proceeds. 贷款用途凭证/Use of proceeds
        proceeds.n number 序号/No.
        proceeds.payee text 收款人/Payee
        proceeds.purpose text 用途/Purpose
        proceeds.paid money 已支付/Paid
        proceeds.proved money 已证明/Proved
        proceeds.unproved money 未证明/Not proved
        proceeds.due_on day 最迟证明日/To be proved by
        proceeds.papers text 凭证/Proofs
        checks. 贷后检查/Checks after the loan
        checks.n number 序号/No.
        checks.kind text 种类/Kind
        checks.state text 状态/State
        checks.due_on day 应查日/Due on
        checks.done_on day 检查日/Done on
        checks.way text 方式/Way
        checks.place text 地点/Place
        checks.met text 访谈对象/Person met
        checks.findings text 发现/Findings
        checks.result text 结论/Result
        checks.conclusion text 结论说明/Conclusion
        checks.papers text 留存文件/Files
        checks.corrects text 更正/Corrects
        checks.by text 检查人/By
        promises. 承诺指标/Promised indicators
        promises.title text 指标/Indicator
        promises.baseline text 基准值/Baseline
        promises.target text 承诺值/Target
        promises.due_on day 测量日/Measured by
        promises.measured text 测量值/Measured
        promises.measured_on day 测量于/Measured on
        promises.state text 结果/Result
        promises.reason text 未达原因/Why missed
        promises.proposal text 建议/Proposal
        promises.papers text 依据/Papers
        promises.by text 测量人/By
        gaps. 档案缺口/Gaps
        gaps.n number 序号/No.
        gaps.stage text 阶段/Stage
        gaps.what text 缺少什么/What is missing
        """);

    /// <summary>What a field says; of a list's items where one is named.</summary>
    public static PlaceMeaning Of(string? list, string field) => Known[list is null ? field : $"{list}.{field}"];

    /// <summary>What a list holds.</summary>
    public static Words List(string list) => Known[$"{list}."].Title;

    private static Dictionary<string, PlaceMeaning> Read(string lines) => lines.Split('\n').Select(Line).ToDictionary(l => l.Name, l => l.Meaning, StringComparer.Ordinal);

    private static (string Name, PlaceMeaning Meaning) Line(string line)
    {
        var parts = line.Trim().Split(' ', line.Split(' ')[0].EndsWith('.') ? 2 : 3);
        var words = parts[^1].Split('/');
        return (parts[0], new(parts.Length == 3 ? parts[1] : "list", new(words[0], words[1])));
    }
}
