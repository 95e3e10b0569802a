using Zhirong.Engine.Credit;

namespace Zhirong.Modules.Securitization.Excel.Template;

/// <summary>The closed words of the deal language with their meaning, in the order a person would choose from.</summary>
internal static class DealWords
{
    public static readonly FileWord[] Market = [new("SSE", "上交所", "Shanghai"), new("SZSE", "深交所", "Shenzhen"), new("BSE", "北交所", "Beijing"), new("IB", "银行间", "interbank")];

    public static readonly FileWord[] Structure =
    [
        new("pledge_loan", "质押贷款", "pledged loans"), new("licence_back", "许可与反授权", "licence and licence-back"), new("finance_lease", "融资租赁", "finance lease"),
        new("micro_loan", "小额贷款", "micro loans"), new("factoring", "保理", "factoring"), new("abn_trust", "资产支持票据信托", "note trust"),
    ];

    /// <summary>Categories of rights with a column of their own; others stand on the sheet of leftovers.</summary>
    public static readonly FileWord[] Rights =
    [
        new("patent", "专利", "patents"), new("trademark", "商标", "trademarks"), new("copyright", "著作权", "copyrights"), new("data_ip", "数据知识产权", "data rights"),
        new("ic_layout", "集成电路布图设计", "layout designs"),
    ];

    public static readonly FileWord[] Currency = [new("CNY", "人民币", "renminbi")];

    public static readonly FileWord[] Rounding = [new("half_up", "四舍五入", "half up"), new("half_even", "四舍六入五成双", "half even"), new("down", "舍去", "down")];

    public static readonly FileWord[] Calendar =
    [
        new("SSE", "上交所交易日", "Shanghai trading days"), new("SZSE", "深交所交易日", "Shenzhen trading days"), new("BSE", "北交所交易日", "Beijing trading days"),
        new("IB", "银行间工作日", "interbank days"), new("bank", "银行工作日", "bank days"), new("exchange", "交易日", "trading days"),
    ];

    public static readonly FileWord[] Roll =
    [
        new("none", "不调整", "none"), new("following", "顺延", "following"), new("following_no_extra_interest", "顺延且不另计息", "following, no extra interest"),
        new("modified_following", "顺延不跨月", "modified following"), new("preceding", "提前", "preceding"), new("modified_preceding", "提前不跨月", "modified preceding"),
    ];

    public static readonly FileWord[] DayCount =
    [
        new("ACT/365F", "实际天数/365", "actual/365 fixed"), new("ACT/360", "实际天数/360", "actual/360"), new("ACT/364", "实际天数/364", "actual/364"),
        new("ACT/ACT", "实际天数/实际天数", "actual/actual"), new("30/360", "30/360", "30/360"), new("30E/360", "30E/360", "30E/360"),
    ];

    public static readonly FileWord[] ContractAmort =
    [
        new("bullet", "到期一次还本", "at maturity"), new("level", "等额本息", "level instalments"), new("equal_principal", "等额本金", "equal principal"),
        new("interest_then_bullet", "先息后本", "interest, then principal"), new("schedule", "按计划还本", "by schedule"), new("discount", "贴现", "discounted"),
    ];

    public static readonly FileWord[] Interest = [new("at_maturity", "利随本清", "with the principal"), new("each_period", "按期付息", "each period")];

    public static readonly FileWord[] Timing = [new("arrears", "后付", "in arrears"), new("advance", "先付", "in advance")];

    public static readonly FileWord[] LicenceType = [new("exclusive", "独占", "exclusive"), new("sole", "排他", "sole"), new("ordinary", "普通", "ordinary")];

    public static readonly FileWord[] ClosingCollections = [new("pool", "归资产池", "to the pool"), new("originator", "归原始权益人", "to the originator")];

    public static readonly FileWord[] NoteAmort =
    [
        new("bullet", "到期还本", "at maturity"), new("unit_schedule", "按每百元计划", "schedule per 100"), new("target_balance", "按目标余额", "target balance"),
        new("pass_through", "过手", "pass-through"), new("residual", "剩余", "residual"),
    ];

    public static readonly FileWord[] FeeKind = [new("tax", "税", "tax"), new("rate", "按费率", "by rate"), new("fixed", "固定金额", "fixed"), new("payout_rate", "按兑付额", "on payouts")];

    public static readonly FileWord[] FeeOn = [new("planned", "计划兑付额", "planned payout"), new("paid", "实际兑付额", "paid out")];

    public static readonly FileWord[] FeeBasis =
    [
        new("size", "发行规模", "issue size"), new("pool.balance", "资产池余额", "pool balance"), new("interest_collected", "当期利息回收", "interest collected"),
    ];

    public static readonly FileWord[] SupportKind =
    [
        new("cash_reserve", "准备金", "cash reserve"), new("top_up", "差额支付", "shortfall payment"), new("guarantee", "担保", "guarantee"), new("liquidity", "流动性支持", "liquidity"),
    ];

    public static readonly FileWord[] Claim = [new("subordinated_to_senior", "受偿后于优先级", "after the senior notes"), new("none", "不追偿", "none")];

    public static readonly FileWord[] Unlimited = [new("unlimited", "不限", "unlimited")];

    public static readonly FileWord[] Mode =
    [
        new("normal", "正常", "normal"), new("accelerated", "加速清偿", "accelerated"), new("post_default", "违约后", "post-default"), new("termination", "终止", "termination"),
    ];

    public static readonly FileWord[] Then =
    [
        new("accelerated", "转入加速清偿", "to accelerated"), new("post_default", "转入违约后", "to post-default"), new("termination", "转入终止", "to termination"),
        new("notify_obligors", "通知债务人", "notify obligors"),
    ];

    public static readonly FileWord[] Do =
    [
        new("pay_tax", "付税", "pay tax"), new("pay_fee", "付费", "pay a fee"), new("pay_interest", "付息", "pay interest"), new("pay_principal", "还本", "pay principal"),
        new("pay_support_claim", "偿还增信方", "repay support"), new("repay_liquidity", "归还流动性", "repay liquidity"), new("fund_reserve", "补足准备金", "fund a reserve"),
        new("release_reserve", "释放准备金", "release a reserve"), new("draw_support", "动用增信", "draw support"), new("transfer", "账户划转", "transfer"),
        new("buy_assets", "循环购买", "buy assets"), new("write_off", "核减", "write off"), new("pay_residual", "付剩余", "pay the residual"), new("trap_cash", "留存现金", "trap cash"),
    ];

    public static readonly FileWord[] Amount =
    [
        new("scheduled", "计划本金", "scheduled"), new("target", "目标余额", "target"), new("pass_through", "过手本金", "pass-through"), new("all", "全部", "all"),
    ];

    public static readonly FileWord[] Receives = [new("interest", "利息", "interest"), new("principal", "本金", "principal"), new("recovery", "回收", "recoveries")];

    public static readonly FileWord[] OriginKind =
    [
        new("published", "公开披露", "published"), new("imported", "导入", "imported"), new("entered", "录入", "entered"), new("assumed", "假设", "assumed"), new("computed", "计算", "computed"),
    ];

    public static readonly FileWord[] Role =
    [
        new("originator", "原始权益人", "originator"), new("manager", "计划管理人", "plan manager"), new("servicer", "资产服务机构", "servicer"), new("custodian", "托管人", "custodian"),
        new("support", "增信机构", "support provider"), new("underwriter", "承销商", "underwriter"), new("rating", "评级机构", "rating agency"), new("lawyer", "律师", "lawyer"), new("auditor", "会计师", "auditor"),
    ];

    public static readonly FileWord[] Lpr = [new("1Y", "一年期", "one year"), new("5Y", "五年期以上", "over five years")];

    public static readonly FileWord[] LoanMethod =
    [
        new("bullet", "到期一次还本", "at maturity"), new("interest_then_bullet", "先息后本", "interest, then principal"), new("equal_instalments", "等额本息", "level instalments"), new("equal_principal", "等额本金", "equal principal"),
    ];

    public static readonly FileWord[] CostKind = [.. CostKinds.Words.Select(word => new FileWord(word, CostKinds.Parse(word)!.Value.Title().Zh, CostKinds.Parse(word)!.Value.Title().En))];

    public static readonly FileWord[] CostOf = [new("principal", "本金", "principal"), new("interest", "利息", "interest")];

    public static readonly FileWord[] CostPer = [new("firm", "每户", "each firm"), new("right", "每件权利", "each right")];

    public static readonly FileWord[] CostSplit = [new("principal", "按融资额", "by principal"), new("equal", "平均", "equally")];

    /// <summary>Kinds of a row of the last sheet.</summary>
    public static readonly FileWord[] LooseKind =
    [
        new("text", "文本", "text"), new("plain", "数值、日期或真假", "number, date or flag"), new("map", "空的键值组", "empty map"), new("list", "空的列表", "empty list"), new("more", "接上一行", "continues the row above"),
    ];
}
