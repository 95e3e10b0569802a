using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Facts;

/// <summary>The methods that give a value.</summary>
public enum Method
{
    /// <summary>收入分成法, relief from royalty.</summary>
    RevenueShare,

    /// <summary>利润分成法.</summary>
    ProfitShare,

    /// <summary>超额收益法: a price premium, further volume, a cost saved.</summary>
    ExcessEarnings,

    /// <summary>许可合同收益折现: contracted fees with the debtor's credit.</summary>
    ContractFlow,

    /// <summary>重置成本法.</summary>
    Replacement,

    /// <summary>倍加系数法.</summary>
    Multiplier,

    /// <summary>数据成本法: total cost with a return and a utility factor.</summary>
    DataCost,

    /// <summary>市场法.</summary>
    Comparables,

    /// <summary>实物期权法: the right to invest, with the cost of waiting.</summary>
    RealOption,

    /// <summary>研发期权法 (Schwartz 2004).</summary>
    ResearchOption,

    /// <summary>续展下界: what the fees paid show.</summary>
    RenewalBound,
}

/// <summary>The three approaches the guidance asks to consider.</summary>
public enum Approach
{
    Income,
    Cost,
    Market,
    Option,
}

/// <summary>Words of the methods.</summary>
public static class Methods
{
    private static readonly (Method Method, Approach Approach, string Word, Words Title)[] All =
    [
        (Method.RevenueShare, Approach.Income, "revenue_share", new("收入分成法", "relief from royalty")),
        (Method.ProfitShare, Approach.Income, "profit_share", new("利润分成法", "profit share")),
        (Method.ExcessEarnings, Approach.Income, "excess_earnings", new("超额收益法", "excess earnings")),
        (Method.ContractFlow, Approach.Income, "contract_flow", new("许可合同收益折现法", "contracted fees")),
        (Method.Replacement, Approach.Cost, "replacement", new("重置成本法", "replacement cost")),
        (Method.Multiplier, Approach.Cost, "multiplier", new("倍加系数法", "cost multiplier")),
        (Method.DataCost, Approach.Cost, "data_cost", new("数据成本法", "data cost")),
        (Method.Comparables, Approach.Market, "comparables", new("市场比较法", "comparable deals")),
        (Method.RealOption, Approach.Option, "real_option", new("实物期权法", "real option")),
        (Method.ResearchOption, Approach.Option, "research_option", new("研发期权法", "research option")),
        (Method.RenewalBound, Approach.Cost, "renewal_bound", new("续展下界", "renewal lower bound")),
    ];

    /// <summary>In the order of the methods.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(m => m.Word)];

    public static string Word(this Method method) => All[(int)method].Word;

    public static Words Title(this Method method) => All[(int)method].Title;

    public static Approach ApproachOf(this Method method) => All[(int)method].Approach;

    /// <returns>Null for a word that names no method.</returns>
    public static Method? Read(string word)
    {
        var at = Array.FindIndex(All, m => m.Word == word);
        return at < 0 ? null : All[at].Method;
    }

    public static Words Title(Approach approach) => approach switch
    {
        Facts.Approach.Income => new("收益法", "income approach"),
        Facts.Approach.Cost => new("成本法", "cost approach"),
        Facts.Approach.Market => new("市场法", "market approach"),
        _ => new("期权法", "option approach"),
    };
}
