namespace Zhirong.Modules.Payments.Reconciling;

/// <summary>How far apart a line and a payment may lie and still be one.</summary>
/// <param name="DaysApart">Most days between the date expected and the date booked.</param>
public readonly record struct ReconciliationTolerance(int DaysApart)
{
    /// <summary>Five days: a weekend and what banks take; nothing in amount or name.</summary>
    public static ReconciliationTolerance Usual { get; } = new(5);
}
