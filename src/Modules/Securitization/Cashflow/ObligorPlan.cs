using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>One instalment as a formula needs it: its date, the payment date it falls to and its part of a year.</summary>
/// <param name="Period">One-based payment period; 0 when it belongs to the originator, one past the last when it is never collected.</param>
/// <param name="Days">Actual days from the date before, or null when interest does not go by days of 365, 360 or 364.</param>
/// <param name="Year">Part of a year the interest is for.</param>
internal sealed record InstalmentPlan(int Period, DateOnly Date, int? Days, Fraction Year);

/// <summary>How one obligor's cash is shown: by formulas of the contract, or as the run's figures with the reason.</summary>
internal sealed class ObligorPlan
{
    public ObligorPlan(ResolvedDeal deal, ObligorTerms terms, ObligorFlow flow)
    {
        (Terms, Flow) = (terms, flow);
        Reason = Why();
        if (Reason is null)
        {
            Rows = Instalments(deal);
        }
    }

    public ObligorTerms Terms { get; }

    public ObligorFlow Flow { get; }

    /// <summary>Why the cash is given as values; null when it is live.</summary>
    public Words? Reason { get; }

    public IReadOnlyList<InstalmentPlan> Rows { get; private set; } = [];

    private Words? Why() => Flow.Touched ? new Words("情景改变了该债务人的现金流", "the scenario changes this obligor's cash")
        : Terms.Contract.Amortisation is ContractAmortisation.Schedule or ContractAmortisation.Discount ? new Words("还款方式未以公式表示", "a kind of contract that is not put into formulas")
        : !ExactRounding.Holds(Terms.Contract.Rate) ? new Words("利率位数过多", "the rate has too many decimals")
        : null;

    /// <summary>The contract's dates with factors per unit of rate, so that the rate itself stays an input.</summary>
    private List<InstalmentPlan> Instalments(ResolvedDeal deal)
    {
        var (contract, dates) = (Terms.Contract with { Rate = 1 }, deal.Definition.Dates);
        var rows = ContractSchedule.Build(0, contract, dates, deal.Definition.Money.Rounding);
        var skipped = deal.Definition.Pool.ClosingCollectionsToOriginator ? rows.TakeWhile(r => r.DueDate <= dates.Closing).Count() : 0;
        var plans = new List<InstalmentPlan>();
        var previous = dates.Cutoff;
        foreach (var (n, row) in rows.Index())
        {
            var period = deal.Periods.FirstOrDefault(p => p.Date >= row.DueDate)?.Number ?? deal.PeriodCount + 1;
            var days = row.DueDate.DayNumber - previous.DayNumber;
            int? plain = days > 0 && contract.NominalPeriodsPerYear is null && Denominator(contract) is { } year && row.Factor == new Fraction(days, year) ? days : null;
            plans.Add(new(n < skipped ? 0 : period, row.DueDate, plain, row.Factor));
            previous = row.DueDate;
        }

        return plans;
    }

    /// <summary>Days of a year where interest goes by actual days; null otherwise.</summary>
    public static int? Denominator(ContractTerms contract) => (contract.DayCount ?? DayCountConvention.Act365F) switch
    {
        DayCountConvention.Act365F => 365,
        DayCountConvention.Act360 => 360,
        DayCountConvention.Act364 => 364,
        _ => null,
    };

    /// <summary>The length of one contract period as a part of a year, for level instalments.</summary>
    public static Fraction PeriodOfYear(ContractTerms contract, DateTerms deal)
    {
        if (contract.NominalPeriodsPerYear is { } n)
        {
            return new(1, n);
        }

        return (contract.Every ?? deal.PaymentsEvery) is { } every
            ? every.Unit switch
            {
                TenorUnit.Month => new(every.Count, 12),
                TenorUnit.Year => new(every.Count, 1),
                TenorUnit.Week => new(every.Count * 7, 365),
                _ => new(every.Count, 365),
            }
            : new(deal.PaymentDates[^1].DayNumber - deal.Cutoff.DayNumber, 365L * deal.PaymentDates.Count);
    }
}
