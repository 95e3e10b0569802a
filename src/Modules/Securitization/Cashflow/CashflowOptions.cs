using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>In which unit amounts are shown.</summary>
public enum AmountUnit
{
    Yuan,

    /// <summary>万元: the same figures divided by ten thousand, nothing rounded.</summary>
    Wan,
}

/// <summary>How a cash-flow table is written.</summary>
public sealed record CashflowOptions
{
    public Language Language { get; init; } = Language.Zh;

    /// <summary>Unit of the csv file and of the table 现金流（万元） in the workbook; formulas always work in yuan.</summary>
    public AmountUnit Unit { get; init; } = AmountUnit.Yuan;

    /// <summary>SHA-256 of the input, to be printed; empty when not known.</summary>
    public string InputHash { get; init; } = "";
}
