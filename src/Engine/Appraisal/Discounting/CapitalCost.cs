using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Discounting;

/// <summary>CAPM and the weighted average cost of capital.</summary>
public sealed record CapitalCost
{
    public required Figure RiskFree { get; init; }

    public required Figure Beta { get; init; }

    /// <summary>市场风险溢价.</summary>
    public required Figure MarketPremium { get; init; }

    /// <summary>企业特有风险.</summary>
    public required Figure Specific { get; init; }

    /// <summary>Part of equity in capital, 0 to 1; debt is the rest.</summary>
    public required Figure EquityShare { get; init; }

    public required Figure DebtRate { get; init; }

    public required Figure Tax { get; init; }

    /// <summary>R_e = r_f + β·ERP + specific.</summary>
    public decimal EquityReturn => RiskFree.Value + (Beta.Value * MarketPremium.Value) + Specific.Value;

    /// <summary>E·R_e + D·R_d·(1 − τ), after tax.</summary>
    public decimal AfterTax => (EquityShare.Value * EquityReturn) + ((1 - EquityShare.Value) * DebtRate.Value * (1 - Tax.Value));

    /// <summary>WACCBT = WACC ÷ (1 − τ).</summary>
    public decimal PreTax => AfterTax / (1 - Tax.Value);

    internal IReadOnlyList<AppraisalInput> Inputs => [RiskFree.Shown, Beta.Shown, MarketPremium.Shown, Specific.Shown, EquityShare.Shown, DebtRate.Shown, Tax.Shown];

    internal IReadOnlyList<Step> Steps =>
    [
        new(new("权益资本成本", "cost of equity"), $"{Figure.Text(RiskFree.Value)} + {Figure.Text(Beta.Value)} × {Figure.Text(MarketPremium.Value)} + {Figure.Text(Specific.Value)}", EquityReturn),
        new(new("加权平均资本成本（税后）", "WACC, after tax"), $"E × {Figure.Text(EquityReturn)} + D × {Figure.Text(DebtRate.Value)} × (1 − {Figure.Text(Tax.Value)})", AfterTax),
        new(new("加权平均资本成本（税前）", "WACC, before tax"), $"{Figure.Text(AfterTax)} ÷ (1 − {Figure.Text(Tax.Value)})", PreTax),
    ];

    /// <summary>The firm's cost of capital on the basis wanted.</summary>
    public Result<DiscountRate> Rate(TaxBasis tax) => Problem is { } problem
        ? problem
        : DiscountRate.Checked(DiscountWay.Capital, RiskFree.Name, tax == TaxBasis.PreTax ? PreTax : AfterTax, tax, Inputs, Steps);

    internal Refusal? Problem =>
        Tax.Value is < 0 or >= 1 ? AppraisalRefusals.OutOfRange(Tax.Name, Tax.Value, new("不小于 0、小于 1", "from 0 to below 1"))
        : EquityShare.Value is < 0 or > 1 ? AppraisalRefusals.OutOfRange(EquityShare.Name, EquityShare.Value, new("0 到 1", "0 to 1"))
        : null;
}

/// <summary>资产回报率拆分: what is left of the firm's return for the intangible, once working capital and fixed assets have theirs.</summary>
public sealed record AssetReturn
{
    public required CapitalCost Capital { get; init; }

    /// <summary>W_c, part of working capital in the assets.</summary>
    public required Figure WorkingShare { get; init; }

    public required Figure WorkingReturn { get; init; }

    /// <summary>W_f, part of fixed assets.</summary>
    public required Figure FixedShare { get; init; }

    public required Figure FixedReturn { get; init; }

    /// <summary>W_i = 1 − W_c − W_f.</summary>
    public decimal IntangibleShare => 1 - WorkingShare.Value - FixedShare.Value;

    /// <summary>R_i = (WACCBT − W_c·R_c − W_f·R_f) ÷ W_i; after tax all three returns are taken after tax.</summary>
    public Result<DiscountRate> Rate(TaxBasis tax)
    {
        if (Capital.Problem is { } problem)
        {
            return problem;
        }

        if (IntangibleShare <= 0)
        {
            return AppraisalRefusals.OutOfRange(WorkingShare.Name, WorkingShare.Value + FixedShare.Value, new("两项占比合计小于 1", "two shares that sum to less than 1"));
        }

        var kept = tax == TaxBasis.PreTax ? 1m : 1 - Capital.Tax.Value;
        var whole = tax == TaxBasis.PreTax ? Capital.PreTax : Capital.AfterTax;
        var rate = (whole - (WorkingShare.Value * WorkingReturn.Value * kept) - (FixedShare.Value * FixedReturn.Value * kept)) / IntangibleShare;
        return DiscountRate.Checked(DiscountWay.AssetReturn, WorkingShare.Name, rate, tax,
            [.. Capital.Inputs, WorkingShare.Shown, WorkingReturn.Shown, FixedShare.Shown, FixedReturn.Shown],
            [.. Capital.Steps, new(new("无形资产回报率", "return of the intangible"), $"({Figure.Text(whole)} − W_c·R_c − W_f·R_f) ÷ {Figure.Text(IntangibleShare)}", rate)]);
    }
}
