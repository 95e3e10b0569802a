using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Facts;

/// <summary>价值类型.</summary>
public enum ValueStandard
{
    Market,
    Investment,
    InUse,
    Liquidation,
    Residual,
}

/// <summary>评估目的: changes what has to be tested and said.</summary>
public enum Purpose
{
    Pledge,
    Transfer,
    BalanceSheet,
    Securitization,
}

/// <summary>Whose figure it is.</summary>
public enum Basis
{
    /// <summary>外部评估: a signed report of an appraiser.</summary>
    Outside,

    /// <summary>内部评估: ours.</summary>
    Internal,

    /// <summary>协商作价: what the parties agreed on.</summary>
    Agreed,
}

/// <summary>Whether a rate or an income is before or after income tax.</summary>
public enum TaxBasis
{
    PreTax,
    AfterTax,
}

/// <summary>When within a period its income is taken to arrive.</summary>
public enum TimingConvention
{
    /// <summary>期末: the default of Chinese reports.</summary>
    EndOfPeriod,

    /// <summary>期中.</summary>
    MidPeriod,
}

/// <summary>What every method of one appraisal shares.</summary>
/// <param name="BaseDate">评估基准日.</param>
/// <param name="Standard">价值类型.</param>
/// <param name="Purpose">评估目的.</param>
/// <param name="Timing">When income arrives within a period.</param>
public sealed record AppraisalTerms(DateOnly BaseDate, ValueStandard Standard, Purpose Purpose, TimingConvention Timing = TimingConvention.EndOfPeriod);

/// <summary>Words of the closed lists, in files and for people.</summary>
public static class TermWords
{
    public static IReadOnlyList<string> Standards { get; } = ["market", "investment", "in_use", "liquidation", "residual"];

    public static IReadOnlyList<string> Purposes { get; } = ["pledge", "transfer", "balance_sheet", "securitization"];

    public static IReadOnlyList<string> Bases { get; } = ["outside", "internal", "agreed"];

    public static IReadOnlyList<string> Timings { get; } = ["end", "mid"];

    public static IReadOnlyList<string> TaxBases { get; } = ["pre_tax", "after_tax"];

    public static Words Title(ValueStandard standard) => standard switch
    {
        ValueStandard.Market => new("市场价值", "market value"),
        ValueStandard.Investment => new("投资价值", "investment value"),
        ValueStandard.InUse => new("在用价值", "value in use"),
        ValueStandard.Liquidation => new("清算价值", "liquidation value"),
        _ => new("残余价值", "residual value"),
    };

    public static Words Title(Purpose purpose) => purpose switch
    {
        Purpose.Pledge => new("质押融资", "pledge lending"),
        Purpose.Transfer => new("转让许可", "transfer or licence"),
        Purpose.BalanceSheet => new("资产入表", "balance-sheet recognition"),
        _ => new("证券化", "securitization"),
    };

    public static Words Title(Basis basis) => basis switch
    {
        Basis.Outside => new("外部评估", "outside appraisal"),
        Basis.Internal => new("内部评估", "internal appraisal"),
        _ => new("协商作价", "agreed price"),
    };

    public static Words Title(TaxBasis basis) => basis == TaxBasis.PreTax ? new("税前", "before tax") : new("税后", "after tax");
}
