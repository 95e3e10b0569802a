using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Resolve;

/// <summary>One contract date of one debt.</summary>
/// <param name="DueDate">Unrolled contract date.</param>
/// <param name="Factor">Interest for the step as a fraction of the balance before it.</param>
/// <param name="BalanceBefore">Balance in fen before the instalment.</param>
/// <param name="Interest">Interest in fen.</param>
/// <param name="Principal">Principal in fen.</param>
/// <param name="Discount">Part of the principal that is discount income of a receivable bought below face, in fen.</param>
public readonly record struct ContractRow(DateOnly DueDate, Fraction Factor, long BalanceBefore, long Interest, long Principal, long Discount);

/// <summary>Builds the instalments of one debt: the six amortisations of <c>ipabs/v1</c>, rounded per debt and date.</summary>
public static class ContractSchedule
{
    /// <summary>The most dates a contract may have: as many as a level instalment can be computed over.</summary>
    public const int MostDates = Annuity.MostPeriods;

    private static readonly Fraction PerHundred = new(1, 100);

    /// <summary>The contract dates: <c>start + n × every</c> never chained, or the deal's payment dates; start is the cut-off.</summary>
    public static IReadOnlyList<DateOnly> Dates(ContractTerms contract, DateTerms deal)
    {
        if (contract.Amortisation is ContractAmortisation.Discount || (contract.Amortisation == ContractAmortisation.Bullet && contract.InterestAtMaturity))
        {
            return [contract.Maturity ?? LastOf(contract, deal)];
        }

        var dates = Regular(contract, deal);
        if (contract.Maturity is { } maturity)
        {
            dates = [.. dates.Where(d => d < maturity), maturity];
        }

        return dates;
    }

    private static DateOnly LastOf(ContractTerms contract, DateTerms deal) =>
        contract.Every is not null && contract.Periods is not null ? Regular(contract, deal)[^1] : deal.PaymentDates[^1];

    private static List<DateOnly> Regular(ContractTerms contract, DateTerms deal)
    {
        if (contract.Every is not { } every)
        {
            return [.. deal.PaymentDates.Take(contract.Periods ?? int.MaxValue)];
        }

        var (anchor, skip) = contract.First is { } first ? (first, 0) : (deal.Cutoff, contract.InAdvance ? 0 : 1);
        var dates = new List<DateOnly>();
        for (var n = 0; n < (contract.Periods ?? MostDates + 1); n++)
        {
            // What lies past the calendar lies past every payment date, and lint has said so.
            if (!every.TryAddTo(anchor, n + skip, out var date) || (contract.Periods is null && date > (contract.Maturity ?? deal.PaymentDates[^1])))
            {
                break;
            }

            dates.Add(date);
        }

        return dates;
    }

    /// <summary>The instalments of a debt of <paramref name="principal"/> fen under the contract.</summary>
    public static ContractRow[] Build(long principal, ContractTerms contract, DateTerms deal, RoundingMode rounding)
    {
        var dates = Dates(contract, deal);
        var rows = new ContractRow[dates.Count];
        var factors = Factors(contract, deal, dates);
        var level = contract.Amortisation == ContractAmortisation.Level ? LevelInstalment(principal, contract, deal, dates.Count, rounding) : 0;
        var balance = principal;
        for (var n = 0; n < rows.Length; n++)
        {
            var interest = contract.Amortisation == ContractAmortisation.Discount ? 0 : factors[n].Of(balance, rounding);
            var due = n == rows.Length - 1 ? balance : Math.Min(balance, PrincipalPart(contract, principal, level, interest, n, rows.Length, rounding));
            var discount = contract.Amortisation == ContractAmortisation.Discount ? factors[n].Of(balance, rounding) : 0;
            rows[n] = new(dates[n], factors[n], balance, interest, due, discount);
            balance -= due;
        }

        return rows;
    }

    private static long PrincipalPart(ContractTerms contract, long principal, long level, long interest, int n, int count, RoundingMode rounding) => contract.Amortisation switch
    {
        ContractAmortisation.Level => Math.Max(0, level - interest),
        ContractAmortisation.EqualPrincipal => Rounding.MulDiv(principal, 1, count, rounding),
        ContractAmortisation.Schedule => (Fraction.FromDecimal(contract.Schedule[n]) * PerHundred).Of(principal, rounding),
        _ => 0,
    };

    /// <summary>The level instalment of a balance over all dates, at the nominal rate of one period.</summary>
    private static long LevelInstalment(long balance, ContractTerms contract, DateTerms deal, int count, RoundingMode rounding)
    {
        var rate = PeriodRate(contract, deal);
        return contract.InAdvance ? Annuity.AdvancePayment(balance, rate, count, rounding) : Annuity.LevelPayment(balance, rate, count, rounding);
    }

    /// <summary>The nominal rate of one contract period: rate ÷ periods a year.</summary>
    internal static Fraction PeriodRate(ContractTerms contract, DateTerms deal)
    {
        var rate = Fraction.FromDecimal(contract.Rate);
        if (contract.NominalPeriodsPerYear is { } n)
        {
            return rate * new Fraction(1, n);
        }

        if ((contract.Every ?? deal.PaymentsEvery) is { } every)
        {
            return rate * every.Unit switch
            {
                TenorUnit.Month => new Fraction(every.Count, 12),
                TenorUnit.Year => new Fraction(every.Count, 1),
                TenorUnit.Week => new Fraction(every.Count * 7, 365),
                _ => new Fraction(every.Count, 365),
            };
        }

        // Dates listed one by one: the average interval stands for a period.
        var days = deal.PaymentDates[^1].DayNumber - deal.Cutoff.DayNumber;
        return rate * new Fraction(days, 365L * deal.PaymentDates.Count);
    }

    private static Fraction[] Factors(ContractTerms contract, DateTerms deal, IReadOnlyList<DateOnly> dates)
    {
        var factors = new Fraction[dates.Count];
        var previous = deal.Cutoff;
        var atMaturity = contract.Amortisation == ContractAmortisation.Discount || (contract.Amortisation == ContractAmortisation.Bullet && contract.InterestAtMaturity);
        var nominal = !atMaturity && (contract.NominalPeriodsPerYear is not null
            || (contract.DayCount is null && contract.Amortisation == ContractAmortisation.Level && (contract.Every ?? deal.PaymentsEvery) is not null));
        var rate = Fraction.FromDecimal(contract.Rate);
        for (var n = 0; n < factors.Length; n++)
        {
            factors[n] = contract.InAdvance && n == 0 ? Fraction.Zero
                : nominal ? PeriodRate(contract, deal)
                : dates[n] <= previous ? Fraction.Zero
                : rate * DayCounts.YearFraction(contract.DayCount ?? DayCountConvention.Act365F, previous, dates[n], new(previous, dates[n]), dates[^1]);
            previous = dates[n];
        }

        return factors;
    }
}
