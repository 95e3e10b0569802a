using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit;

/// <summary>
/// 综合融资成本: what a financing really costs a borrower in a year, from dated flows: the loan's own, and every fee, deposit
/// and subsidy on the day it moves.
/// </summary>
/// <remarks>
/// Three rates, never one: without subsidies, with those received, and with those applied for as well. Each is the internal
/// rate (XIRR) of the flows, with the reason when there is none or more than one: a subsidy paid after the last repayment
/// changes the sign of the flows twice, and then there may be no <em>the</em> cost.
/// </remarks>
public sealed record AllInCost
{
    private AllInCost(IReadOnlyList<DatedAmount> loan, IReadOnlyList<CostItem> items)
    {
        Loan = loan;
        Items = items;
        GrossFlows = Flows(loan, items.Where(i => !i.Kind.IsSubsidy()));
        NetFlows = Flows(loan, items.Where(i => i.Kind != CostKind.SubsidyApplied));
        GrantedFlows = Flows(loan, items);
        Gross = Xirr.Solve(GrossFlows);
        Net = Xirr.Solve(NetFlows);
        NetIfGranted = Xirr.Solve(GrantedFlows);
    }

    /// <summary>The loan's own flows: in positive, out negative.</summary>
    public IReadOnlyList<DatedAmount> Loan { get; }

    /// <summary>Every item, also those that others pay.</summary>
    public IReadOnlyList<CostItem> Items { get; }

    /// <summary>Loan, fees and deposits by date, without subsidies.</summary>
    public IReadOnlyList<DatedAmount> GrossFlows { get; }

    /// <summary>The same with the subsidies received.</summary>
    public IReadOnlyList<DatedAmount> NetFlows { get; }

    /// <summary>The same with the subsidies applied for as well.</summary>
    public IReadOnlyList<DatedAmount> GrantedFlows { get; }

    /// <summary>Cost a year before any subsidy.</summary>
    public XirrOutcome Gross { get; }

    /// <summary>Cost a year after the subsidies that were really paid.</summary>
    public XirrOutcome Net { get; }

    /// <summary>Cost a year if the subsidies applied for are granted too.</summary>
    public XirrOutcome NetIfGranted { get; }

    /// <summary>Yuan paid out beyond yuan received, before any subsidy.</summary>
    public Money GrossTotal => Total(GrossFlows);

    /// <summary>Yuan paid out beyond yuan received, after the subsidies received.</summary>
    public Money NetTotal => Total(NetFlows);

    /// <param name="flows">The borrower's side of the loan: disbursement in (positive), interest and principal out (negative).</param>
    /// <param name="items">Everything beside it.</param>
    public static AllInCost Of(IReadOnlyList<DatedAmount> flows, IReadOnlyList<CostItem> items)
    {
        foreach (var item in items)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(item.Amount.Fen, item.Id);
        }

        return new(flows, items);
    }

    /// <summary>The cost of several borrowers together: the rate of their summed flows, not a mean of their rates.</summary>
    public static AllInCost Pool(IReadOnlyList<AllInCost> borrowers) =>
        new([.. borrowers.SelectMany(b => b.Loan)], [.. borrowers.SelectMany(b => b.Items)]);

    /// <summary>Sum of the items of one kind that move the borrower's money.</summary>
    public Money Sum(CostKind kind) => Money.OfFen(Items.Where(i => i.Kind == kind && i.Moves).Sum(i => i.Amount.Fen));

    private static List<DatedAmount> Flows(IEnumerable<DatedAmount> loan, IEnumerable<CostItem> items) =>
        [.. loan.Concat(items.Where(i => i.Moves).Select(i => i.Flow))
            .GroupBy(f => f.Date)
            .Select(day => new DatedAmount(day.Key, Money.OfFen(day.Sum(f => f.Amount.Fen))))
            .OrderBy(f => f.Date)];

    private static Money Total(IEnumerable<DatedAmount> flows) => Money.OfFen(-flows.Sum(f => f.Amount.Fen));
}
