using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Reading.Firms;

/// <summary>What a file says about one firm: statements of some years and the latest, revenue by product.</summary>
public sealed record FirmRecord
{
    /// <summary>Line of the first row about it.</summary>
    public required RecordPlace Place { get; init; }

    /// <summary>Empty where the file only gives the code.</summary>
    public required string Name { get; init; }

    /// <summary>Unified social credit code; null where not given.</summary>
    public string? Code { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<FirmStatement> Statements { get; init; }

    public required IReadOnlyList<ProductRevenue> Products { get; init; }
}

/// <param name="Period">When it ends and how long it runs.</param>
/// <param name="Figures">By our words: revenue, net_profit, total_assets, …; yuan, exact to the fen.</param>
/// <param name="Employees">Null where not given.</param>
public sealed record FirmStatement(FirmPeriod Period, IReadOnlyDictionary<string, Money> Figures, int? Employees);

/// <param name="Months">12 for a year; fewer for the months of a year up to its end.</param>
public readonly record struct FirmPeriod(DateOnly End, int Months)
{
    /// <summary><c>2023</c>, <c>2024-09</c>.</summary>
    public override string ToString() => Months == 12 ? $"{End:yyyy}" : $"{End:yyyy-MM}";
}

/// <summary>Revenue of one product in one period.</summary>
public sealed record ProductRevenue(FirmPeriod Period, string Product, Money Revenue);

/// <summary>What reading a file of firms gave.</summary>
public abstract record FirmItem
{
    private FirmItem()
    {
    }

    public sealed record Taken(FirmRecord Record) : FirmItem;

    public sealed record Refused(Refusal Reason) : FirmItem;

    public sealed record Warned(Refusal Reason) : FirmItem;

    public sealed record Unused(string Name, long Count = 1) : FirmItem;
}
