using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>Words of the deal language as a committee reads them; a word that is not known stays as written.</summary>
internal static class ReportTerms
{
    private static readonly Dictionary<string, Words> Markets = new()
    {
        ["SSE"] = new("上海证券交易所", "Shanghai Stock Exchange"),
        ["SZSE"] = new("深圳证券交易所", "Shenzhen Stock Exchange"),
        ["BSE"] = new("北京证券交易所", "Beijing Stock Exchange"),
        ["IB"] = new("银行间债券市场", "Interbank bond market"),
    };

    private static readonly Dictionary<string, Words> Structures = new()
    {
        ["pledge_loan"] = new("知识产权质押贷款", "Loans pledged by intellectual property"),
        ["licence_back"] = new("专利二次许可", "Licence and back-licence"),
        ["finance_lease"] = new("知识产权融资租赁", "Finance lease of intellectual property"),
        ["micro_loan"] = new("知识产权小额贷款", "Micro-loans on intellectual property"),
        ["factoring"] = new("知识产权保理", "Factoring of intellectual-property receivables"),
        ["abn_trust"] = new("信托型资产支持票据", "Asset-backed notes of a trust"),
    };

    private static readonly Dictionary<string, Words> Claims = new()
    {
        ["pledge_loan"] = new("贷款本息", "loan principal and interest"),
        ["licence_back"] = new("反授权许可使用费", "royalties under the back-licence"),
        ["finance_lease"] = new("租金", "rent"),
        ["micro_loan"] = new("贷款本息", "loan principal and interest"),
        ["factoring"] = new("应收账款", "receivables"),
        ["abn_trust"] = new("信托贷款本息", "trust loan principal and interest"),
    };

    private static readonly Dictionary<string, Words> Vehicles = new()
    {
        ["资产支持专项计划"] = new("资产支持专项计划", "asset-backed special plan"),
        ["单一资金信托"] = new("单一资金信托", "single-settlor fund trust"),
        ["集合资金信托"] = new("集合资金信托", "collective fund trust"),
        ["财产权信托"] = new("财产权信托", "property-rights trust"),
        ["plan"] = new("资产支持专项计划", "asset-backed special plan"),
        ["trust"] = new("信托", "trust"),
    };

    private static readonly Dictionary<string, Words> Roles = new()
    {
        ["originator"] = new("原始权益人", "Originator"),
        ["manager"] = new("计划管理人", "Plan manager"),
        ["arranger"] = new("牵头安排人", "Arranger"),
        ["underwriter"] = new("承销机构", "Underwriter"),
        ["custodian"] = new("托管人", "Custodian"),
        ["supervisory_bank"] = new("监管银行", "Supervisory bank"),
        ["servicer"] = new("资产服务机构", "Servicer"),
        ["support"] = new("增信机构", "Support provider"),
        ["guarantor"] = new("担保人", "Guarantor"),
        ["trustee"] = new("受托人", "Trustee"),
        ["registrar"] = new("登记结算机构", "Registrar"),
        ["rating"] = new("评级机构", "Rating agency"),
        ["rating_agency"] = new("评级机构", "Rating agency"),
        ["counsel"] = new("法律顾问", "Counsel"),
        ["accountant"] = new("会计师事务所", "Accountant"),
        ["appraiser"] = new("评估机构", "Appraiser"),
        ["holder"] = new("持有人", "Holder"),
    };

    private static readonly Dictionary<string, Words> IpKinds = new()
    {
        ["patent"] = new("专利", "patents"),
        ["trademark"] = new("商标", "trade marks"),
        ["copyright"] = new("著作权", "copyrights"),
        ["data_ip"] = new("数据知识产权", "data rights"),
        ["ic_layout"] = new("集成电路布图设计", "layout designs"),
        ["geographical_indication"] = new("地理标志", "geographical indications"),
        ["plant_variety"] = new("植物新品种", "plant varieties"),
    };

    private static readonly Dictionary<string, Words> Eligibility = new()
    {
        ["legal_valid"] = new("债权合法有效", "valid in law"),
        ["unencumbered"] = new("无其他权利负担", "unencumbered"),
        ["pledge_registered"] = new("质押已登记", "pledge registered"),
        ["not_negative_list"] = new("不在负面清单", "not on the negative list"),
        ["not_related_party"] = new("非关联方", "no related party"),
        ["no_overdue"] = new("无逾期", "nothing overdue"),
        ["remaining_ip_life_covers_term"] = new("权利剩余期限覆盖融资期限", "the rights outlive the term"),
        ["appraised"] = new("已评估", "appraised"),
    };

    private static readonly Dictionary<string, Words> SupportKinds = new()
    {
        ["cash_reserve"] = new("现金储备", "cash reserve"),
        ["top_up"] = new("差额支付", "top-up"),
        ["guarantee"] = new("保证担保", "guarantee"),
        ["liquidity"] = new("流动性支持", "liquidity support"),
    };

    private static readonly Dictionary<string, Words> FeeKinds = new()
    {
        ["tax"] = new("税", "tax"),
        ["rate"] = new("按年费率", "yearly rate"),
        ["fixed"] = new("每期定额", "fixed per date"),
        ["payout_rate"] = new("按兑付额", "rate on payout"),
    };

    private static readonly Dictionary<string, Words> Acts = new()
    {
        ["normal"] = OrderMode.Normal.Title(),
        ["accelerated"] = OrderMode.Accelerated.Title(),
        ["post_default"] = OrderMode.PostDefault.Title(),
        ["termination"] = OrderMode.Termination.Title(),
        ["notify_obligors"] = new("通知债务人直接付款（不动款）", "notify obligors (moves no money)"),
    };

    private static readonly Dictionary<string, Words> Origins = new()
    {
        ["published"] = new("公布", "published"),
        ["imported"] = new("导入", "imported"),
        ["entered"] = new("录入", "entered"),
        ["assumed"] = new("假设", "assumed"),
        ["computed"] = new("计算", "computed"),
    };

    private static readonly Dictionary<string, Words> Limits = new()
    {
        ["pool.limits.min_obligors"] = new("债务人户数不少于", "Obligors at least"),
        ["pool.limits.max_single_share"] = new("单户占比不超过", "Largest obligor at most"),
        ["pool.limits.max_top5_share"] = new("前五户占比不超过", "Five largest at most"),
    };

    private static readonly Dictionary<string, Words> CoverGroups = new()
    {
        ["tax"] = new("税", "taxes"),
        ["fees"] = new("费用", "fees"),
    };

    public static string Market(string word, Wording wording) => Said(Markets, word, wording);

    public static string Structure(string word, Wording wording) => Said(Structures, word, wording);

    /// <summary>What the obligors pay under a structure.</summary>
    public static string Claim(string structure, Wording wording) => Said(Claims, structure, wording);

    public static string Vehicle(string word, Wording wording) => Said(Vehicles, word, wording);

    public static string Role(string word, Wording wording) => Said(Roles, word, wording);

    public static string IpKind(string word, Wording wording) => Said(IpKinds, word, wording);

    public static string Standard(string word, Wording wording) => Said(Eligibility, word, wording);

    public static string SupportKind(string word, Wording wording) => Said(SupportKinds, word, wording);

    public static string FeeKind(string word, Wording wording) => Said(FeeKinds, word, wording);

    public static string Act(string word, Wording wording) => Said(Acts, word, wording);

    public static string Origin(string word, Wording wording) => Said(Origins, word, wording);

    public static string Limit(string path, Wording wording) => Said(Limits, path, wording);

    /// <summary>A group of lines; null when the word is the name of a line.</summary>
    public static string? CoverGroup(string word, Wording wording) => CoverGroups.TryGetValue(word, out var words) ? wording.T(words) : null;

    /// <summary>3 户; the word given for none.</summary>
    public static string Names(int? names, string never, Wording wording) => names is { } n ? wording.T($"{n} 户", n == 1 ? "1 name" : $"{n} names") : never;

    private static string Said(Dictionary<string, Words> known, string word, Wording wording) => known.TryGetValue(word, out var words) ? wording.T(words) : Wording.Plain(word);
}
