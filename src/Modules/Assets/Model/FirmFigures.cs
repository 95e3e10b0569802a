using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Model;

/// <summary>The figures of a firm's statements by our names, and what must hold between them.</summary>
public static class FirmFigures
{
    private static readonly (string Name, Words Title)[] All =
    [
        ("revenue", new("营业收入", "revenue")),
        ("cost", new("营业成本", "cost of sales")),
        ("gross_profit", new("毛利", "gross profit")),
        ("rd_expense", new("研发费用", "research and development expense")),
        ("interest_expense", new("利息费用", "interest expense")),
        ("depreciation", new("折旧", "depreciation")),
        ("amortisation", new("摊销", "amortisation")),
        ("operating_profit", new("营业利润", "operating profit")),
        ("total_profit", new("利润总额", "profit before tax")),
        ("income_tax", new("所得税费用", "income tax")),
        ("net_profit", new("净利润", "net profit")),
        ("cash", new("货币资金", "cash")),
        ("receivables", new("应收账款", "receivables")),
        ("inventory", new("存货", "inventory")),
        ("current_assets", new("流动资产合计", "current assets")),
        ("noncurrent_assets", new("非流动资产合计", "non-current assets")),
        ("intangible_assets", new("无形资产", "intangible assets")),
        ("fixed_assets", new("固定资产", "fixed assets")),
        ("total_assets", new("资产总计", "total assets")),
        ("current_liabilities", new("流动负债合计", "current liabilities")),
        ("noncurrent_liabilities", new("非流动负债合计", "non-current liabilities")),
        ("short_term_debt", new("短期借款", "short-term debt")),
        ("long_term_debt", new("长期借款", "long-term debt")),
        ("total_liabilities", new("负债合计", "total liabilities")),
        ("paid_in_capital", new("实收资本", "paid-in capital")),
        ("equity", new("所有者权益合计", "equity")),
        ("operating_cash_flow", new("经营活动现金流量净额", "operating cash flow")),
        ("tax_paid", new("支付的各项税费", "taxes paid")),
    ];

    /// <summary>Each sum with its parts; a part with a minus is taken off.</summary>
    private static readonly (string Sum, string[] Plus, string[] Minus)[] Balances =
    [
        ("total_assets", ["total_liabilities", "equity"], []),
        ("total_assets", ["current_assets", "noncurrent_assets"], []),
        ("total_liabilities", ["current_liabilities", "noncurrent_liabilities"], []),
        ("gross_profit", ["revenue"], ["cost"]),
        ("net_profit", ["total_profit"], ["income_tax"]),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(f => f.Name)];

    public static Words Title(string name) => All.First(f => f.Name == name).Title;

    /// <summary>What does not add up, each where all its parts are given.</summary>
    /// <param name="figures">In fen.</param>
    public static IReadOnlyList<Refusal> Findings(IReadOnlyDictionary<string, long> figures)
    {
        var findings = new List<Refusal>();
        foreach (var (sum, plus, minus) in Balances)
        {
            if (!figures.TryGetValue(sum, out var stated) || !plus.Concat(minus).All(figures.ContainsKey))
            {
                continue;
            }

            var counted = plus.Sum(p => figures[p]) - minus.Sum(m => figures[m]);
            if (counted != stated)
            {
                var formula = string.Join(" + ", plus.Select(p => Title(p).Zh)) + string.Concat(minus.Select(m => $" − {Title(m).Zh}"));
                var english = string.Join(" + ", plus.Select(p => Title(p).En)) + string.Concat(minus.Select(m => $" − {Title(m).En}"));
                findings.Add(RegisterRefusals.Warn("AST-0306", sum, Money.FenText(stated), Words.Same(Money.FenText(counted)), new($"勾稽不符：{Title(sum).Zh}不等于{formula}", $"Does not balance: {Title(sum).En} is not {english}")));
            }
        }

        return findings;
    }
}
