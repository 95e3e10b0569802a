using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Facts;

/// <summary>The numbered refusals and warnings of an appraisal, by what they concern: 01 figures, 02 guards, 03 concluding, 04 categories, 05 groups, 06 roll-forward.</summary>
public static class AppraisalRefusals
{
    /// <summary>A figure a method needs is not there: 待核实, never a default.</summary>
    public static Refusal Unknown(string path, Words what) => Make("VAL-0101", path, "—", what,
        new($"待核实：{path} 没有数据，不以默认值代替", $"To be verified: {path} is not known and no default takes its place"));

    public static Refusal OutOfRange(string path, decimal found, Words expected) => Make("VAL-0102", path, Figure.Text(found), expected,
        new($"{path} 超出可用范围", $"{path} is out of range"));

    public static Refusal LifeOver(string path, decimal years) => Make("VAL-0103", path, Figure.Text(years), new("大于 0 年", "more than 0 years"),
        new("基准日已无剩余经济寿命", "No economic life is left on the base date"));

    public static Refusal NoIncome(string path) => Make("VAL-0104", path, "0", new("寿命期内至少一年的收益", "income in at least one year of the life"),
        new("剩余寿命内没有任何预测收益", "No income is forecast within the life"));

    /// <summary>A warning: the figure was used, nothing shows it.</summary>
    public static Refusal WithoutEvidence(string path, string value) => Make("VAL-0105", path, value, new("有来源的数据", "a figure with a source"),
        new($"待核实：{path} 未附证据", $"To be verified: no evidence for {path}"), Severity.Warning);

    public static Refusal NotANumber(string path) => Make("VAL-0106", path, "NaN", new("有限的数", "a finite number"),
        new("计算结果不是有限的数", "The computation gives no finite number"));

    public static Refusal TooLarge() => Make("VAL-0107", "", "> 10^16", new("不超过 10^16 元的金额与结果", "amounts and results below 10^16 yuan"),
        new("数值过大，无法精确计算", "The figures are too large to be computed exactly"));

    public static Refusal TaxMismatch(TaxBasis income, TaxBasis rate) => Make("VAL-0201", "discount", Word(rate), new($"与收益口径一致（{TermWords.Title(income).Zh}）", $"the income's basis ({TermWords.Title(income).En})"),
        new("折现率与收益的税基口径不一致", "The discount rate and the income are not on one tax basis"));

    public static Refusal ShareOfOther(string share, string income) => Make("VAL-0202", "share", share, new($"以{income}为基数的分成率", $"a share of {income}"),
        new("分成率的基数与收益口径不一致：利润分成率只用于利润，收入分成率只用于收入", "The share rate belongs to another measure of income: a profit share goes with profit, a revenue share with revenue"));

    public static Refusal QualityTwice(string uses) => Make("VAL-0203", "quality", uses, new("只影响一处，或写明 confirmed: true 与理由", "one place only, or confirmed: true with a reason"),
        new("同一质量评分同时影响多个参数，价值被重复调整", "One quality score moves several parameters: the value is adjusted twice"));

    public static Refusal QualityTwiceConfirmed(string uses, string reason) => Make("VAL-0204", "quality", uses, new("只影响一处", "one place only"),
        new($"质量评分同时影响多个参数，已由使用者确认：{reason}", $"One quality score moves several parameters, confirmed by the user: {reason}"), Severity.Warning);

    public static Refusal BeyondLife(int year, decimal life) => Make("VAL-0205", "income", $"{year}", new($"不超过剩余寿命 {Figure.Text(life)} 年", $"within the life of {Figure.Text(life)} years"),
        new("剩余寿命之后的预测收益未计入", "Income forecast beyond the life is left out"), Severity.Warning);

    public static Refusal ForecastShort(int lastYear, decimal life) => Make("VAL-0206", "income", $"{lastYear}", new($"覆盖剩余寿命 {Figure.Text(life)} 年", $"a forecast over the life of {Figure.Text(life)} years"),
        new("预测期短于剩余寿命，之后的收益按 0 计，未外推", "The forecast ends before the life; nothing is extrapolated"), Severity.Warning);

    public static Refusal WeightsSum(string path, decimal sum) => Make("VAL-0301", path, Figure.Text(sum), new("合计为 1", "weights that sum to 1"),
        new("权重合计不等于 1", "The weights do not sum to 1"));

    public static Refusal ReasonMissing(string path) => Make("VAL-0302", path, "—", new("书面理由", "a written reason"),
        new("结论必须写明选取或加权的理由", "A conclusion needs a written reason"));

    public static Refusal UnknownMethod(string path, string id, string known) => Make("VAL-0303", path, id, Words.Same(known),
        new("结论所指的方法没有得出结果", "The conclusion names a method that gave no value"));

    public static Refusal Spread(decimal ratio, decimal limit) => Make("VAL-0304", "conclusion", Figure.Text(Rounding.Decimals(ratio, 4)), new($"不超过 {Figure.Text(limit)}", $"at most {Figure.Text(limit)}"),
        new("各方法结果最大与最小之比过大，须说明差异原因", "The highest result is too far above the lowest; the difference has to be explained"), Severity.Warning);

    public static Refusal NothingToConclude() => Make("VAL-0305", "methods", "0", new("至少一个方法得出结果", "a value from at least one method"),
        new("没有方法得出结果，不出结论", "No method gave a value, so there is no conclusion"));

    public static Refusal ApproachUnconsidered(Approach approach) => Make("VAL-0306", "considered", "—", new($"采用{Methods.Title(approach).Zh}，或写明不采用的理由", $"the {Methods.Title(approach).En}, or why it is not used"),
        new($"未说明不采用{Methods.Title(approach).Zh}的理由", $"Nothing says why the {Methods.Title(approach).En} is not used"), Severity.Warning);

    public static Refusal NotForKind(string kind, Method method) => Make("VAL-0401", "methods", method.Word(), new($"{kind} 的常用方法", $"a method usual for {kind}"),
        new($"{method.Title().Zh}不是该类权利的常用方法，须说明理由", $"{method.Title().En} is not usual for this category and needs a reason"), Severity.Warning);

    public static Refusal KindNote(string kind, Words note) => Make("VAL-0402", "group.rights", kind, new("在报告中说明，或附证明", "said in the report, or proved"), note, Severity.Warning);

    public static Refusal RightTwice(string right, string group) => Make("VAL-0501", "group.rights", right, new("每项权利只计一次", "each right once"),
        new($"权利 {right} 已在产品组 {group} 中计价", $"The right {right} is already valued in the group {group}"));

    public static Refusal NoRights(string group) => Make("VAL-0502", "group.rights", group, new("至少一项权利", "at least one right"),
        new("产品组没有权利", "The group has no right"));

    public static Refusal AgainstFirm(string measure, decimal ratio, decimal limit) => Make("VAL-0503", $"firm.{measure}", Figure.Text(Rounding.Decimals(ratio, 4)), new($"不超过 {Figure.Text(limit)}", $"at most {Figure.Text(limit)}"),
        new($"评估总额与企业{measure}之比超过政策值", $"The total is too large against the firm's {measure}"), Severity.Warning);

    public static Refusal FirmLoses(string measure, decimal found) => Make("VAL-0504", $"firm.{measure}", Figure.Text(found), new("大于 0", "more than 0"),
        new($"企业{measure}不为正，评估总额无可比对", $"The firm's {measure} is not positive, so the total cannot be held against it"), Severity.Warning);

    public static Refusal BasisTooLarge(Basis basis, Money found, Money limit) => Make("VAL-0505", "bases", found.ToString(), new($"不超过 {limit}", $"at most {limit}"),
        new($"{TermWords.Title(basis).Zh}超过该口径的金额上限", $"{TermWords.Title(basis).En} exceeds the limit of its basis"), Severity.Warning);

    public static Refusal PurposeTest(Purpose purpose, string path, Words what) => Make("VAL-0506", path, "—", what,
        new($"未见{TermWords.Title(purpose).Zh}目的所要求的材料或结论", $"Something that is required for {TermWords.Title(purpose).En} is not there"), Severity.Warning);

    public static Refusal EventLater(string what, DateOnly date) => Make("VAL-0601", "events", $"{what} {date:yyyy-MM-dd}", new("不晚于新的基准日", "on or before the new base date"),
        new("事件在新的基准日之后生效，未计入", "The event takes effect after the new base date and is left out"), Severity.Info);

    public static Refusal BackInTime(DateOnly from, DateOnly to) => Make("VAL-0602", "to", $"{to:yyyy-MM-dd}", new($"晚于 {from:yyyy-MM-dd}", $"after {from:yyyy-MM-dd}"),
        new("动态重估只能向后推移基准日", "A roll-forward goes to a later base date"));

    private static string Word(TaxBasis basis) => TermWords.TaxBases[(int)basis];

    private static Refusal Make(string code, string path, string found, Words expected, Words message, Severity severity = Severity.Error) =>
        new() { Code = code, Path = path, Found = found, Expected = expected, Message = message, Severity = severity };
}
