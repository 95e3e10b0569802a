using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation.Drafting;

/// <summary>What each method cannot do without, by the keys of <c>zhirong/value-request/v1</c>.</summary>
internal static class MethodNeeds
{
    private static readonly (string Key, Words Title) Share = ("share", new("分成率：自定、区间评分、三分或四分法、等效投资之一，并注明依据", "the share: typed, by interval and scores, third, quarter or equivalent investment, with its ground"));
    private static readonly (string Key, Words Title) Tax = ("tax", new("所得税率（折现率为税后时）", "the income tax rate, where the discount rate is after tax"));

    public static IReadOnlyList<(string Key, Words Title)> Of(Method method) => method switch
    {
        Method.RevenueShare => [("income.last", new("最近一年产品收入", "the product's revenue of the last year")), Growth, Years, Share, Tax],
        Method.ProfitShare => [("income.last", new("最近一年产品利润", "the product's profit of the last year")), Growth, Years, Share, Tax],
        Method.ExcessEarnings => [("income.last", new("最近一年超额收益", "the excess earnings of the last year")), Growth, Years, Tax],
        Method.ContractFlow => [("fees", new("合同约定的各期许可费：到期日与金额", "the fees agreed: due day and amount of each")), ("default_rate", new("债务人违约率", "the debtor's default rate")), ("recovery", new("违约回收率", "the recovery after default"))],
        Method.Replacement =>
        [
            ("direct", new("直接研发成本", "direct cost of making it")), ("indirect", new("间接成本", "indirect cost")), ("capital_rate", new("资金成本率", "cost of capital")), ("capital_years", new("研发历时（年）", "years it took")),
            ("profit_rate", new("成本利润率", "profit on cost")), ("used_years", new("已使用年限", "years used")), ("remaining_years", new("尚可使用年限", "years it can still be used")),
        ],
        Method.Multiplier => [("material", new("物化劳动（材料）", "material")), ("labour", new("活劳动", "labour")), ("labour_factor", new("创造性劳动倍加系数", "multiple of creative labour")), ("risk", new("研发风险系数", "risk of research")), ("return", new("科研平均回报率", "return on research")), ("risk_sign", new("风险项取扣除还是加计：deducted 或 added", "which sign the risk has: deducted or added"))],
        Method.DataCost => [("total_cost", new("总成本", "total cost")), ("return", new("成本回报率", "return on cost")), ("utility", new("效用系数", "utility"))],
        Method.Comparables => [("deals", new("可比交易：价格、权重与各项修正", "comparable deals: price, weight and adjustments"))],
        Method.RealOption => [("model", new("模型：black_scholes、binomial 或 simulation", "the model: black_scholes, binomial or simulation")), ("worth", new("标的现值", "worth of what it lets one have")), ("investment", new("行权投入", "the investment")), ("years", new("可等待年限", "years to wait")), ("rate", new("无风险利率", "the riskless rate")), ("volatility", new("波动率", "volatility"))],
        Method.ResearchOption => [("cash_flow", new("年现金流", "the yearly cash flow")), ("drift", new("增长率", "its drift")), ("risk_premium", new("风险溢价", "its risk premium")), ("cash_volatility", new("现金流波动率", "its volatility")), ("investment_a_year", new("每年研发投入", "investment a year")), ("cost", new("剩余研发成本", "the cost still to come")), ("failure_rate", new("失败率", "the rate of failure")), ("rate", new("无风险利率", "the riskless rate")), ("years", new("项目年限", "years"))],
        _ => [("fees", new("年费表", "the table of fees")), ("years_paid", new("已缴年费至第几年", "years whose fee is paid")), ("decay", new("收益年衰减系数", "yearly decay of the benefit")), ("rate", new("折现率", "the discount rate"))],
    };

    /// <summary>Methods that discount an income and so need a rate.</summary>
    public static bool Discounts(Method method) => method is Method.RevenueShare or Method.ProfitShare or Method.ExcessEarnings or Method.ContractFlow;

    private static (string Key, Words Title) Growth => ("income.growth", new("今后各年增长率，由评估人填写", "the growth from here on, which is the appraiser's to state"));

    private static (string Key, Words Title) Years => ("income.years", new("预测年数，由评估人填写", "the years of the forecast, which are the appraiser's to state"));
}
