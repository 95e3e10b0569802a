using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>One debt that is paid instalment by instalment; after every change of balance its instalment is computed anew, the term kept.</summary>
internal sealed class ReferenceDebt
{
    private readonly ContractTerms contract;
    private readonly DateTerms deal;
    private readonly MidpointRounding rounding;
    private readonly List<DateOnly> dates;
    private readonly decimal principal;
    private readonly List<(decimal Before, decimal Part)> plan = [];
    private int at;
    private decimal level;
    private bool changed;

    public ReferenceDebt(ObligorTerms obligor, DateTerms deal, MidpointRounding rounding)
    {
        (contract, this.deal, this.rounding) = (obligor.Contract, deal, rounding);
        Balance = principal = obligor.Principal.Yuan;
        dates = Dates();
        Plan();
        level = Instalment(Balance, dates.Count, first: true);
    }

    public decimal Balance { get; private set; }

    public DateOnly? Next => at < dates.Count ? dates[at] : null;

    private bool OneDate => contract.Amortisation == ContractAmortisation.Discount
        || (contract.Amortisation == ContractAmortisation.Bullet && contract.InterestAtMaturity);

    private Tenor? Interval => contract.Every ?? deal.PaymentsEvery;

    /// <summary>A level contract without a day count, or one that says nominal/N, earns the nominal rate of a period whatever the days.</summary>
    private bool Nominal => !OneDate && (contract.NominalPeriodsPerYear is not null
        || (contract.DayCount is null && contract.Amortisation == ContractAmortisation.Level && Interval is not null));

    /// <summary>Takes the next instalment.</summary>
    public (decimal Interest, decimal Principal, decimal Discount) Instalment()
    {
        var last = at == dates.Count - 1;
        var discounted = contract.Amortisation == ContractAmortisation.Discount;
        var income = Fen(Earned(Balance));
        var interest = discounted ? 0 : income;
        if (changed)
        {
            level = Instalment(Balance, dates.Count - at, first: at == 0);
        }

        var part = last ? Balance : Math.Min(Balance, contract.Amortisation switch
        {
            ContractAmortisation.Level => Math.Max(0, level - interest),
            ContractAmortisation.EqualPrincipal => level,
            ContractAmortisation.Schedule => Balance == plan[at].Before ? plan[at].Part : plan[at].Before == 0 ? 0 : Fen(Balance * plan[at].Part / plan[at].Before),
            _ => 0,
        });
        var discount = discounted ? Fen(Earned(part)) : 0;
        changed = false;
        Balance -= part;
        at++;
        return (interest, part, discount);
    }

    /// <summary>A part is lost or prepaid between instalments.</summary>
    public void Shrink(decimal by)
    {
        Balance -= by;
        changed = true;
    }

    /// <summary>Interest on what is prepaid on a date, from the last contract date on; nothing on a discounted receivable.</summary>
    public decimal Accrued(decimal prepaid, DateOnly date)
    {
        var from = at == 0 ? deal.Cutoff : dates[at - 1];
        return contract.Amortisation == ContractAmortisation.Discount || date <= from ? 0 : ReferenceDays.Interest(prepaid, contract.Rate, contract.DayCount, from, date);
    }

    /// <summary>Discount earned when part of a receivable is repaid before its maturity: at face, so all that was taken off it.</summary>
    public decimal DiscountIn(decimal prepaid) => contract.Amortisation == ContractAmortisation.Discount ? Fen(Earned(prepaid)) : 0;

    private decimal Fen(decimal yuan) => Math.Round(yuan, 2, rounding);

    private decimal Earned(decimal balance)
    {
        var from = at == 0 ? deal.Cutoff : dates[at - 1];
        return contract.InAdvance && at == 0 ? 0
            : Nominal ? balance * PeriodRate().Rate / PeriodRate().Basis
            : dates[at] <= from ? 0 : ReferenceDays.Interest(balance, contract.Rate, contract.DayCount, from, dates[at]);
    }

    /// <summary>Level: what is paid on each date. Equal principal: the principal of each date.</summary>
    private decimal Instalment(decimal balance, int remaining, bool first)
    {
        if (contract.Amortisation == ContractAmortisation.EqualPrincipal)
        {
            return Fen(balance / remaining);
        }

        if (contract.Amortisation != ContractAmortisation.Level)
        {
            return 0;
        }

        var i = PeriodRate().Rate / PeriodRate().Basis;
        var grown = 1m;
        for (var n = 0; n < remaining; n++)
        {
            grown *= 1 + i;
        }

        var arrears = i == 0 ? balance / remaining : balance * i * grown / (grown - 1);
        return Fen(contract.InAdvance && first ? arrears / (1 + i) : arrears);
    }

    /// <summary>The nominal rate of one period, as a quotient that is divided last.</summary>
    private (decimal Rate, decimal Basis) PeriodRate()
    {
        if (contract.NominalPeriodsPerYear is { } perYear)
        {
            return (contract.Rate, perYear);
        }

        return Interval is { } every
            ? every.Unit switch
            {
                TenorUnit.Month => (contract.Rate * every.Count, 12),
                TenorUnit.Year => (contract.Rate * every.Count, 1),
                TenorUnit.Week => (contract.Rate * every.Count * 7, 365),
                _ => (contract.Rate * every.Count, 365),
            }
            : (contract.Rate * (deal.PaymentDates[^1].DayNumber - deal.Cutoff.DayNumber), 365m * deal.PaymentDates.Count);
    }

    /// <summary>The schedule's parts as agreed, against which a changed balance is scaled.</summary>
    private void Plan()
    {
        var left = principal;
        for (var n = 0; n < dates.Count && contract.Amortisation == ContractAmortisation.Schedule; n++)
        {
            var part = n == dates.Count - 1 ? left : Math.Min(left, Fen(principal * contract.Schedule[n] / 100));
            plan.Add((left, part));
            left -= part;
        }
    }

    /// <summary>Start + n × every, never chained; the deal's payment dates when no interval is agreed; the maturity ends them.</summary>
    private List<DateOnly> Dates()
    {
        var regular = Regular();
        if (OneDate)
        {
            return [contract.Maturity ?? (contract.Every is not null && contract.Periods is not null ? regular[^1] : deal.PaymentDates[^1])];
        }

        return contract.Maturity is { } maturity ? [.. regular.Where(d => d < maturity), maturity] : regular;
    }

    private List<DateOnly> Regular()
    {
        if (contract.Every is not { } every)
        {
            return [.. deal.PaymentDates.Take(contract.Periods ?? int.MaxValue)];
        }

        var result = new List<DateOnly>();
        for (var n = 0; result.Count < (contract.Periods ?? 600); n++)
        {
            var date = contract.First is { } first ? Plus(first, every, n) : Plus(deal.Cutoff, every, contract.InAdvance ? n : n + 1);
            if (contract.Periods is null && date > (contract.Maturity ?? deal.PaymentDates[^1]))
            {
                break;
            }

            result.Add(date);
        }

        return result;
    }

    private static DateOnly Plus(DateOnly start, Tenor every, int times) => every.Unit switch
    {
        TenorUnit.Day => start.AddDays(every.Count * times),
        TenorUnit.Week => start.AddDays(7 * every.Count * times),
        TenorUnit.Month => start.AddMonths(every.Count * times),
        _ => start.AddMonths(12 * every.Count * times),
    };
}
