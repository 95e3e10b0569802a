using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Securitization.Excel.Template;

/// <summary>The fields of every table and form, keyed as in the deal language.</summary>
internal static class DealFields
{
    private static readonly Words Comma = new("多项以逗号分隔", "several, separated by commas");
    private static readonly Words Tenor = new("如 3M、1Y、2W、15D", "such as 3M, 1Y, 2W, 15D");
    private static readonly Words Expression = new("表达式，如 pool.cum_default_ratio > 0.08", "an expression, such as pool.cum_default_ratio > 0.08");

    public static IReadOnlyList<Field> Deal { get; } =
    [
        new("schema", FieldKind.Text, "格式", "format") { Required = true, Note = new("固定为 ipabs/v1", "always ipabs/v1") },
        new("id", FieldKind.Text, "项目代码", "deal code") { Required = true, Note = new("字母、数字、_ - /", "letters, digits, _ - /") },
        new("name.zh", FieldKind.Text, "项目名称", "name (Chinese)"),
        new("name.en", FieldKind.Text, "英文名称", "name (English)"),
        new("market", FieldKind.Word, "发行场所", "market") { Required = true, Words = DealWords.Market },
        new("structure", FieldKind.Word, "交易结构", "structure") { Required = true, Words = DealWords.Structure },
        new("currency", FieldKind.Word, "币种", "currency") { Words = DealWords.Currency },
        new("size", FieldKind.Money, "发行规模（元）", "issue size (yuan)") { Required = true, Note = new("等于各档规模之和", "the sum of all tranches") },
        new("money.scale", FieldKind.Whole, "金额小数位", "decimals of money") { Note = new("固定为 2", "always 2") },
        new("money.rounding", FieldKind.Word, "舍入方式", "rounding") { Words = DealWords.Rounding },
        new("money.unit_face", FieldKind.Money, "每份面值（元）", "face of one unit (yuan)"),
        new("money.unit_decimals", FieldKind.Whole, "每份兑付小数位", "decimals per unit"),
        new("payout.channel", FieldKind.Texts, "放款渠道", "payout channels") { Note = Comma },
        new("payout.closed_loop", FieldKind.Flag, "闭环管理", "closed loop"),
        new("payout.purpose", FieldKind.Texts, "资金用途", "purposes") { Note = Comma },
        new("reports", FieldKind.Texts, "报告清单", "reports") { Note = Comma },
    ];

    public static IReadOnlyList<Field> Parties { get; } =
    [
        new("role", FieldKind.OpenWord, "角色", "role") { Required = true, Words = DealWords.Role },
        new("name", FieldKind.Text, "机构名称", "name") { Required = true },
    ];

    public static IReadOnlyList<Field> Vehicles { get; } =
    [
        new("id", FieldKind.Text, "载体代码", "vehicle id") { Required = true },
        new("kind", FieldKind.Text, "种类", "kind"),
        new("name", FieldKind.Text, "名称", "name"),
    ];

    public static IReadOnlyList<Field> Dates { get; } =
    [
        new("closing", FieldKind.Date, "设立日", "closing") { Required = true },
        new("cutoff", FieldKind.Date, "基准日", "cut-off"),
        new("expected_maturity", FieldKind.Date, "预期到期日", "expected maturity"),
        new("legal_maturity", FieldKind.Date, "法定到期日", "legal maturity"),
        new("payment_dates.every", FieldKind.Text, "兑付间隔", "payment interval") { Note = Tenor },
        new("payment_dates.first", FieldKind.Date, "首个兑付日", "first payment date"),
        new("payment_dates.last", FieldKind.Date, "最后兑付日", "last payment date"),
        new("calendar", FieldKind.Word, "日历", "calendar") { Words = DealWords.Calendar },
        new("roll", FieldKind.Word, "遇非工作日", "roll rule") { Words = DealWords.Roll },
        .. Offsets(),
    ];

    public static IReadOnlyList<Field> PaymentDates { get; } =
        [new("date", FieldKind.Date, "逐个列明的兑付日", "payment dates one by one") { Required = true, Note = new("与间隔写法二选一", "instead of an interval") }];

    public static IReadOnlyList<Field> Pool { get; } =
    [
        new("asset_kind", FieldKind.Text, "资产种类", "kind of assets"),
        new("closing_collections", FieldKind.Word, "封包期回款", "collections before closing") { Words = DealWords.ClosingCollections },
        new("ip_kinds", FieldKind.Texts, "知识产权种类", "kinds of rights") { Note = Comma },
        new("eligibility", FieldKind.Texts, "合格标准", "eligibility") { Note = Comma },
        new("appraised", FieldKind.Money, "评估总值（元）", "appraised value (yuan)"),
        .. Contract("合同", ""),
        new("limits.min_obligors", FieldKind.Whole, "最少债务人数", "fewest obligors"),
        new("limits.max_single_share", FieldKind.Ratio, "单一债务人占比上限", "largest single share"),
        new("limits.max_top5_share", FieldKind.Ratio, "前五大占比上限", "largest share of five"),
    ];

    public static IReadOnlyList<Field> Obligors { get; } =
    [
        new("id", FieldKind.Text, "债务人代码", "obligor id") { Required = true },
        new("name.zh", FieldKind.Text, "名称", "name (Chinese)") { Width = 24 },
        new("name.en", FieldKind.Text, "英文名称", "name (English)"),
        new("principal", FieldKind.Money, "本金余额（元）", "principal (yuan)") { Required = true },
        new("industry", FieldKind.Text, "行业", "industry"),
        new("ip", FieldKind.Whole, "知识产权件数", "number of rights"),
        new("appraised", FieldKind.Money, "评估值（元）", "appraised value (yuan)"),
        new("credit_code", FieldKind.Text, "统一社会信用代码", "credit code") { Width = 22 },
        new("region", FieldKind.Text, "地区", "region"),
        new("grade", FieldKind.Text, "内部等级", "grade"),
        new("rating", FieldKind.Text, "外部评级", "rating"),
        new("pledge_no", FieldKind.Text, "质押登记号", "pledge number"),
        new("ip_kinds", FieldKind.Counts, "各类权利件数", "rights by kind") { Note = new("如 patent: 9, trademark: 2", "such as patent: 9, trademark: 2"), Width = 36 },
        new("tags", FieldKind.Texts, "标签", "tags") { Note = Comma },
        .. Contract("本户合同", "own "),
        .. Licence("first_licence", "许可", "licence "),
        .. Licence("back_licence", "反授权", "licence back "),
    ];

    public static IReadOnlyList<Field> Tranches { get; } =
    [
        new("id", FieldKind.Text, "档别代码", "tranche id") { Required = true, Width = 11 },
        .. Names(),
        new("size", FieldKind.Money, "规模（元）", "size (yuan)") { Required = true },
        new("coupon", FieldKind.Ratio, "票面利率", "coupon"),
        new("day_count", FieldKind.OpenWord, "计息规则", "day count") { Words = DealWords.DayCount, Width = 13 },
        new("amort", FieldKind.Word, "还本方式", "amortisation") { Words = DealWords.NoteAmort },
        new("unit_principal", FieldKind.Decimals, "每百元各期本金", "principal per 100") { Note = Comma, Width = 40 },
        new("target_balance", FieldKind.Decimals, "各期目标余额（元）", "target balances (yuan)") { Note = Comma },
        new("residual", FieldKind.Flag, "次级（剩余）", "residual"),
        new("expected_maturity", FieldKind.Date, "预期到期日", "expected maturity"),
        new("holder", FieldKind.Text, "持有人", "holder"),
        new("rating", FieldKind.Text, "评级", "rating") { Width = 9 },
    ];

    public static IReadOnlyList<Field> Fees { get; } =
    [
        new("id", FieldKind.Text, "费用代码", "fee id") { Required = true, Width = 13 },
        .. Names(),
        new("kind", FieldKind.Word, "种类", "kind") { Required = true, Words = DealWords.FeeKind, Width = 13 },
        new("basis", FieldKind.TextsOrOne, "计费基数", "basis") { Words = DealWords.FeeBasis, Note = Comma, Width = 22 },
        new("rate", FieldKind.Ratio, "年费率", "rate"),
        new("amount", FieldKind.Money, "金额（元）", "amount (yuan)"),
        new("vat", FieldKind.Ratio, "增值税率", "VAT"),
        new("surcharge", FieldKind.Ratio, "附加税率", "surcharges"),
        new("cap.amount", FieldKind.Money, "上限金额（元）", "cap (yuan)"),
        new("cap.rate", FieldKind.Ratio, "上限费率", "cap (rate)"),
        new("fee_arrears", FieldKind.Flag, "欠付累计", "arrears"),
        new("on", FieldKind.Word, "兑付口径", "on") { Words = DealWords.FeeOn, Width = 11 },
        new("payee", FieldKind.Text, "收款方", "payee"),
    ];

    public static IReadOnlyList<Field> Supports { get; } =
    [
        new("id", FieldKind.Text, "增信代码", "support id") { Required = true, Width = 13 },
        .. Names(),
        new("kind", FieldKind.Word, "种类", "kind") { Words = DealWords.SupportKind, Width = 14 },
        new("provider", FieldKind.Text, "提供方", "provider") { Width = 24 },
        new("order", FieldKind.Whole, "动用次序", "order"),
        new("limit", FieldKind.MoneyOrWord, "额度（元）", "limit (yuan)") { Words = DealWords.Unlimited },
        new("initial", FieldKind.Money, "初始金额（元）", "initial (yuan)"),
        new("target", FieldKind.Money, "目标金额（元）", "target (yuan)"),
        new("covers", FieldKind.Texts, "覆盖项目", "covers") { Required = true, Note = new("tax、fees 或行名如 A.interest，逗号分隔", "tax, fees or lines such as A.interest, separated by commas"), Width = 34 },
        new("claim", FieldKind.Word, "追偿", "claim") { Words = DealWords.Claim, Width = 22 },
        new("draw_in", FieldKind.Texts, "可动用的顺序", "drawn in") { Note = Comma },
    ];

    public static IReadOnlyList<Field> Triggers { get; } =
    [
        new("id", FieldKind.Text, "触发代码", "trigger id") { Required = true },
        .. Names(),
        new("when", FieldKind.Long, "条件", "when") { Required = true, Note = Expression, Width = 64 },
        new("then", FieldKind.OpenWord, "后果", "then") { Required = true, Words = DealWords.Then, Width = 18 },
    ];

    public static IReadOnlyList<Field> Steps { get; } =
    [
        new("order", FieldKind.Word, "顺序", "order") { Required = true, Words = DealWords.Mode, Width = 14 },
        new("no", FieldKind.Decimal, "序号", "no.") { Width = 7, Note = new("同一顺序内由小到大；不填则跟随上一行", "rising within an order; blank follows the row above") },
        new("do", FieldKind.Word, "动作", "do") { Required = true, Words = DealWords.Do, Width = 19 },
        new("what", FieldKind.TextsOrOne, "对象", "what") { Note = Comma, Width = 24 },
        new("amount", FieldKind.Word, "本金口径", "amount") { Words = DealWords.Amount, Width = 13 },
        new("when", FieldKind.Long, "条件", "when") { Note = Expression, Width = 34 },
        new("cap.amount", FieldKind.Money, "上限金额（元）", "cap (yuan)"),
        new("cap.rate", FieldKind.Ratio, "上限费率", "cap (rate)"),
        new("pari_passu", FieldKind.FlagOrTexts, "同比例", "pari passu") { Note = new("true，或同比例的对象", "true, or those who share"), Width = 16 },
        new("from_account", FieldKind.Text, "付款账户", "from account") { Width = 12 },
        new("to_account", FieldKind.Text, "收款账户", "to account") { Width = 12 },
        new("id", FieldKind.Text, "步骤代码", "step id") { Width = 12 },
        new("zh", FieldKind.Text, "说明", "note") { Width = 20 },
    ];

    public static IReadOnlyList<Field> Accounts { get; } =
    [
        new("id", FieldKind.Text, "账户代码", "account id") { Required = true },
        .. Names(),
        new("receives", FieldKind.Texts, "收入何种回款", "receives") { Words = DealWords.Receives, Note = Comma },
    ];

    public static IReadOnlyList<Field> Shelf { get; } =
    [
        new("id", FieldKind.Text, "储架代码", "shelf id") { Required = true },
        new("cap", FieldKind.Money, "储架额度（元）", "cap (yuan)") { Required = true },
        new("series", FieldKind.Whole, "可发期数", "series allowed") { Required = true },
        new("no_objection", FieldKind.Date, "无异议函日期", "no-objection letter") { Required = true },
        new("valid_months", FieldKind.Whole, "有效期（月）", "valid (months)") { Required = true },
        new("max_term_years", FieldKind.Decimal, "最长期限（年）", "longest term (years)"),
        new("per_obligor.min", FieldKind.Money, "单户下限（元）", "least per obligor (yuan)"),
        new("per_obligor.max", FieldKind.Money, "单户上限（元）", "most per obligor (yuan)"),
    ];

    public static IReadOnlyList<Field> ShelfUsed { get; } =
    [
        new("series", FieldKind.Whole, "已发期次", "series issued") { Required = true },
        new("size", FieldKind.Money, "规模（元）", "size (yuan)") { Required = true },
        new("established", FieldKind.Date, "设立日", "established"),
    ];

    public static IReadOnlyList<Field> Quote { get; } =
    [
        new("lpr", FieldKind.Word, "LPR 期限", "LPR tenor") { Words = DealWords.Lpr },
        new("date", FieldKind.Date, "报价日", "date"),
        new("spread_bp", FieldKind.Decimal, "加点（基点）", "spread (basis points)"),
        new("day_count", FieldKind.OpenWord, "计息规则", "day count") { Words = DealWords.DayCount },
        new("method", FieldKind.Word, "还款方式", "method") { Words = DealWords.LoanMethod },
        new("every", FieldKind.Text, "还款间隔", "interval") { Note = Tenor },
    ];

    public static IReadOnlyList<Field> Costs { get; } =
    [
        new("id", FieldKind.Text, "项目代码", "item id") { Required = true },
        .. Names(),
        new("kind", FieldKind.Word, "种类", "kind") { Required = true, Words = DealWords.CostKind },
        new("date", FieldKind.Date, "日期", "date"),
        new("rate", FieldKind.Ratio, "费率", "rate"),
        new("of", FieldKind.OpenWord, "费率的基数", "rate of") { Words = DealWords.CostOf, Note = new("或前面某项的代码", "or the id of an item above") },
        new("amount", FieldKind.Money, "金额（元）", "amount (yuan)"),
        new("per", FieldKind.Word, "金额按", "per") { Words = DealWords.CostPer, Width = 12 },
        new("split", FieldKind.Word, "分摊", "split") { Words = DealWords.CostSplit, Width = 12 },
        new("cap", FieldKind.Money, "每户上限（元）", "cap per firm (yuan)"),
        new("payer", FieldKind.Text, "承担方", "payer"),
        new("source", FieldKind.Text, "依据", "source") { Width = 30 },
    ];

    public static IReadOnlyList<Field> Waivers { get; } =
    [
        new("id", FieldKind.Text, "豁免代码", "waiver id"),
        new("code", FieldKind.Text, "检查代码", "finding code") { Required = true },
        new("reason", FieldKind.Long, "理由", "reason") { Required = true, Width = 64 },
    ];

    public static IReadOnlyList<Field> Origins { get; } =
    [
        new("id", FieldKind.Text, "代码", "id") { Width = 12 },
        new("path", FieldKind.Text, "字段路径", "path") { Required = true, Width = 36 },
        new("kind", FieldKind.Word, "性质", "kind") { Required = true, Words = DealWords.OriginKind, Width = 14 },
        new("source", FieldKind.Long, "出处", "source") { Width = 40 },
        new("date", FieldKind.Date, "日期", "date"),
        new("note", FieldKind.Long, "备注", "note") { Width = 40 },
    ];

    public static IReadOnlyList<Field> Loose { get; } =
    [
        new("path", FieldKind.Text, "字段路径", "path") { Required = true, Width = 40 },
        new("kind", FieldKind.Word, "类型", "kind") { Required = true, Words = DealWords.LooseKind, Width = 12 },
        new("value", FieldKind.Long, "值", "value") { Required = true, Width = 80 },
    ];

    private static IEnumerable<Field> Names() =>
        [new("zh", FieldKind.Text, "名称", "name (Chinese)") { Width = 18 }, new("en", FieldKind.Text, "英文名称", "name (English)") { Width = 18 }];

    private static IEnumerable<Field> Offsets() => new (string Key, string Zh, string En)[]
    {
        ("calc", "计算日", "calculation"), ("servicer_report", "资产服务报告日", "servicer report"), ("remittance", "回收款转付日", "remittance"),
        ("custodian_report", "托管报告日", "custodian report"), ("shortfall_notice", "差额通知日", "shortfall notice"), ("shortfall_pay", "差额支付日", "shortfall payment"),
        ("guarantee_notice", "担保通知日", "guarantee notice"), ("guarantee_pay", "担保履约日", "guarantee payment"), ("manager_report", "管理人报告日", "manager report"),
        ("custodian_transfer", "托管划款日", "custodian transfer"), ("record", "权益登记日", "record date"),
    }.Select(offset => new Field($"offsets.{offset.Key}", FieldKind.Whole, $"{offset.Zh}（T 工作日）", $"{offset.En} (business days from T)"));

    private static IEnumerable<Field> Contract(string zh, string en) =>
    [
        new("contract.amort", FieldKind.Word, $"{zh}：还款方式", $"{en}contract: amortisation") { Words = DealWords.ContractAmort, Required = en.Length == 0 },
        new("contract.rate", FieldKind.Ratio, $"{zh}：年利率", $"{en}contract: rate") { Required = en.Length == 0 },
        new("contract.period_rate", FieldKind.Text, $"{zh}：期利率", $"{en}contract: period rate") { Note = Words.Same("nominal/4 | actual") },
        new("contract.day_count", FieldKind.OpenWord, $"{zh}：计息规则", $"{en}contract: day count") { Words = DealWords.DayCount },
        new("contract.interest", FieldKind.Word, $"{zh}：付息", $"{en}contract: interest") { Words = DealWords.Interest },
        new("contract.every", FieldKind.Text, $"{zh}：间隔", $"{en}contract: interval") { Note = Tenor, Width = 11 },
        new("contract.periods", FieldKind.Whole, $"{zh}：期数", $"{en}contract: periods"),
        new("contract.first", FieldKind.Date, $"{zh}：首期日", $"{en}contract: first date"),
        new("contract.maturity", FieldKind.Date, $"{zh}：到期日", $"{en}contract: maturity"),
        new("contract.schedule", FieldKind.Decimals, $"{zh}：还本计划", $"{en}contract: schedule") { Note = Comma },
        new("contract.timing", FieldKind.Word, $"{zh}：先付后付", $"{en}contract: timing") { Words = DealWords.Timing },
    ];

    private static IEnumerable<Field> Licence(string key, string zh, string en) =>
    [
        new($"{key}.id", FieldKind.Text, $"{zh}：合同号", $"{en}id"),
        new($"{key}.type", FieldKind.Word, $"{zh}：方式", $"{en}type") { Words = DealWords.LicenceType },
        new($"{key}.rights", FieldKind.Texts, $"{zh}：权利号", $"{en}rights") { Note = Comma },
        new($"{key}.date", FieldKind.Date, $"{zh}：起始日", $"{en}date"),
        new($"{key}.until", FieldKind.Date, $"{zh}：截止日", $"{en}until"),
        new($"{key}.record_no", FieldKind.Text, $"{zh}：备案号", $"{en}record number"),
        new($"{key}.fee", FieldKind.Money, $"{zh}：许可费（元）", $"{en}fee (yuan)"),
        new($"{key}.royalty", FieldKind.Money, $"{zh}：每期许可费（元）", $"{en}royalty (yuan)"),
    ];
}
