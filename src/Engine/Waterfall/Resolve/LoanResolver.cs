using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Resolve;

/// <summary>Builds each debt's instalments and the pool's base cash by payment period.</summary>
internal static class LoanResolver
{
    public static ResolvedLoan[] Loans(DealDefinition deal, IReadOnlyList<ResolvedPeriod> periods) =>
        [.. deal.Pool.Obligors.Select(o => Loan(deal, o, periods))];

    private static ResolvedLoan Loan(DealDefinition deal, ObligorTerms obligor, IReadOnlyList<ResolvedPeriod> periods)
    {
        var contract = obligor.Contract;
        var all = ContractSchedule.Build(obligor.Principal.Fen, contract, deal.Dates, deal.Money.Rounding);
        var skipped = deal.Pool.ClosingCollectionsToOriginator ? all.TakeWhile(r => r.DueDate <= deal.Dates.Closing).Count() : 0;
        var rows = skipped == 0 ? all : all[skipped..];

        var first = new int[periods.Count + 1];
        var row = 0;
        for (var k = 0; k < periods.Count; k++)
        {
            first[k] = row;
            while (row < rows.Length && rows[row].DueDate <= periods[k].Date)
            {
                row++;
            }
        }

        first[periods.Count] = row;
        var loan = new ResolvedLoan
        {
            Terms = obligor,
            Opening = rows.Length == 0 ? 0 : rows[0].BalanceBefore,
            Rows = rows,
            StartsInAdvance = contract.InAdvance && skipped == 0,
            FirstRow = first,
            Accrued = Accrued(deal, contract, rows, first, periods, skipped == 0 ? deal.Dates.Cutoff : all[skipped - 1].DueDate),
            PeriodRate = ContractSchedule.PeriodRate(contract, deal.Dates),
            Base = new(periods.Count),
        };
        BaseTotals(loan, periods.Count);
        return loan;
    }

    private static Fraction[] Accrued(DealDefinition deal, ContractTerms contract, ContractRow[] rows, int[] first, IReadOnlyList<ResolvedPeriod> periods, DateOnly last)
    {
        var accrued = new Fraction[periods.Count];
        if (contract.Amortisation == ContractAmortisation.Discount)
        {
            return accrued;
        }

        var rate = Fraction.FromDecimal(contract.Rate);
        for (var k = 0; k < periods.Count; k++)
        {
            if (first[k + 1] > first[k])
            {
                last = rows[first[k + 1] - 1].DueDate;
            }

            accrued[k] = first[k + 1] > first[k] || periods[k].Date <= last
                ? Fraction.Zero
                : rate * DayCounts.YearFraction(contract.DayCount ?? DayCountConvention.Act365F, last, periods[k].Date, new(last, periods[k].Date), periods[^1].Date);
        }

        return accrued;
    }

    private static void BaseTotals(ResolvedLoan loan, int periods)
    {
        var balance = loan.Opening;
        for (var k = 0; k < periods; k++)
        {
            for (var r = loan.FirstRow[k]; r < loan.FirstRow[k + 1]; r++)
            {
                loan.Base.Interest[k] += loan.Rows[r].Interest;
                loan.Base.Principal[k] += loan.Rows[r].Principal;
                loan.Base.Discount[k] += loan.Rows[r].Discount;
                balance -= loan.Rows[r].Principal;
            }

            loan.Base.Balance[k] = balance;
            loan.Base.Count[k] = balance > 0 ? 1 : 0;
        }
    }

    public static PoolTotals Total(ResolvedLoan[] loans, int periods)
    {
        var total = new PoolTotals(periods);
        foreach (var loan in loans)
        {
            for (var k = 0; k < periods; k++)
            {
                total.Interest[k] += loan.Base.Interest[k];
                total.Principal[k] += loan.Base.Principal[k];
                total.Discount[k] += loan.Base.Discount[k];
                total.Balance[k] += loan.Base.Balance[k];
                total.Count[k] += loan.Base.Count[k];
            }
        }

        return total;
    }
}
