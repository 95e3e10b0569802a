using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>What each method does, in a formula and a sentence.</summary>
internal static class MethodFormulas
{
    public static string Of(Method method) => method switch
    {
        Method.RevenueShare or Method.ProfitShare => "P = Σ R_i × K_i × (1 − τ) ÷ (1 + r)^t_i",
        Method.ExcessEarnings => "P = Σ ΔR_i × (1 − τ) ÷ (1 + r)^t_i",
        Method.ContractFlow => "P = Σ F_i × q_i ÷ (1 + r)^t_i",
        Method.Replacement => "V = (C_d + C_i + I) × (1 + m) × (1 − d)",
        Method.Multiplier => "V = (C + β₁V₀) × (1 + L) ÷ (1 ∓ β₂)",
        Method.DataCost => "P = TC × (1 + R) × U",
        Method.Comparables => "V = Σ w_j × P_j × Π_k (S_k ÷ C_jk)",
        Method.RealOption => "C = S·e^(−qT)·N(d₁) − K·e^(−rT)·N(d₂)",
        Method.ResearchOption => "dK = −I dt + σ√(I·K) dz; dC = (α − η)·C dt + φ·C dw",
        _ => "V ≥ Σ (r_t − c_t)·β^(t−1)",
    };

    public static Words Meaning(Method method) => method switch
    {
        Method.RevenueShare => new("R 为产品收入，K 为收入分成率，τ 为所得税率，r 为折现率，t 为距基准日的年数", "R revenue, K share of revenue, τ tax, r discount rate, t years from the base date"),
        Method.ProfitShare => new("R 为利润，K 为利润分成率，τ 为所得税率，r 为折现率，t 为距基准日的年数", "R profit, K share of profit, τ tax, r discount rate, t years from the base date"),
        Method.ExcessEarnings => new("ΔR 为因权利取得的溢价、增量或节约，τ 为所得税率，r 为折现率", "ΔR premium, further volume or saving owed to the right, τ tax, r discount rate"),
        Method.ContractFlow => new("F 为合同约定的许可费，q 为按债务人信用计算的到账概率，r 为折现率", "F contracted fee, q chance that it is paid, r discount rate"),
        Method.Replacement => new("C_d、C_i 为直接和间接成本，I 为资金成本，m 为合理利润率，d 为贬值率", "C_d and C_i direct and indirect cost, I cost of capital, m profit, d depreciation"),
        Method.Multiplier => new("C 为物化劳动，V₀ 为活劳动，β₁ 为倍加系数，L 为投资回报率，β₂ 为研究风险", "C material, V₀ labour, β₁ its factor, L return, β₂ research risk"),
        Method.DataCost => new("TC 为总成本，R 为合理回报率，U 为效用系数", "TC total cost, R return, U utility"),
        Method.Comparables => new("P 为案例成交价，w 为权重，S 与 C 为评估对象与案例在各因素上的比较", "P price of a deal, w its weight, S and C subject and deal compared by factor"),
        Method.RealOption => new("S 为标的现值，K 为投资额，T 为期限，q 为延迟成本率，r 为无风险收益率", "S worth, K investment, T time, q cost of delay, r risk-free rate"),
        Method.ResearchOption => new("K 为尚需投入，C 为投产后的年现金流，投入和现金流均随机，可在不合算时放弃", "K cost to completion and C yearly cash flow are both uncertain; the project may be abandoned"),
        _ => new("c 为各年年费，r 为各年收益，β 为折现因子；权利人愿意缴费说明收益不低于年费", "c yearly fee, r yearly return, β discount factor: paying the fee shows that the return is no less"),
    };
}
