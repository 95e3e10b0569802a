using System.Numerics;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Terms;

namespace Zhirong.Engine.Credit.Schedules;

/// <summary>What is left of a loan from some day on, ready to be laid out in instalments.</summary>
internal sealed record ScheduleOrder
{
    public required RepaymentMethod Method { get; init; }

    public required LoanConvention Convention { get; init; }

    /// <summary>Whether the last instalment is smoothed.</summary>
    public bool Smooth { get; init; }

    /// <summary>Fen outstanding, not negative.</summary>
    public required long Balance { get; init; }

    public required IReadOnlyList<LoanPeriod> Periods { get; init; }

    public required YearParts Parts { get; init; }

    public required IReadOnlyList<RateStep> Rates { get; init; }

    /// <summary>So many first periods repay nothing.</summary>
    public int Grace { get; init; }

    public Money? Multiple { get; init; }

    /// <summary>A custom plan's principal, one amount of fen for each period.</summary>
    public IReadOnlyList<long> Planned { get; init; } = [];

    /// <summary>Number of the first instalment.</summary>
    public int First { get; init; } = 1;

    /// <summary>A level instalment (equal principal: its part) that stands until the loan is repaid; null: computed from the periods.</summary>
    public long? Level { get; init; }

    /// <summary>The level instalment in force, which stands until a period begins under another rate.</summary>
    public long? Standing { get; init; }

    /// <summary>Interest already run up in the first period and not rounded yet, and the day up to which it is.</summary>
    public InterestFactor Carried { get; init; } = new(0, 1);

    /// <summary>The day from which the first period's interest is still to be counted; null: its own first day.</summary>
    public DateOnly? From { get; init; }

    public RoundingMode Rounding => Convention == LoanConvention.Cn ? RoundingMode.HalfUp : RoundingMode.HalfEven;
}

/// <summary>Lays a loan out in instalments, one period after the other.</summary>
internal sealed class ScheduleRun
{
    private readonly ScheduleOrder order;
    private readonly List<InterestFactor> factors;
    private readonly (long Each, long Total) flat;
    private readonly long part;
    private long level;
    private decimal levelRate;

    private ScheduleRun(ScheduleOrder order)
    {
        this.order = order;
        factors = [.. order.Periods.Select(p => InterestFactor.Of(p, order.Parts, order.Rates))];
        flat = order.Method == RepaymentMethod.Flat ? Flat() : default;
        part = order.Method is RepaymentMethod.EqualPrincipal or RepaymentMethod.Flat
            ? order.Level ?? LevelInstalment.Multiple(Rounding.MulDiv(order.Balance, 1, Amortising, order.Rounding), order.Multiple, order.Rounding)
            : 0;
    }

    private int Count => order.Periods.Count;

    private int Amortising => Math.Max(1, Count - order.Grace);

    public static List<Instalment> Of(ResolvedLoan loan) => Of(Order(loan));

    /// <summary>The whole loan, as agreed.</summary>
    public static ScheduleOrder Order(ResolvedLoan loan) => new()
    {
        Method = loan.Terms.Method,
        Convention = loan.Terms.Convention,
        Smooth = loan.Terms is { Convention: LoanConvention.Fineract, Engine: FineractEngine.Progressive } && loan.Rates.Count == 1,
        Balance = loan.Terms.Financed.Fen,
        Periods = loan.Periods,
        Parts = loan.Parts,
        Rates = loan.Rates,
        Grace = loan.Terms.GraceOnPrincipal,
        Multiple = loan.Terms.InstalmentMultiple,
        Planned = loan.Terms.Method == RepaymentMethod.Custom ? Planned(loan.Terms) : [],
    };

    /// <summary>The plan's principal by period, matched before any date was rolled.</summary>
    private static List<long> Planned(LoanTerms terms)
    {
        var byDate = terms.Plan.ToDictionary(p => p.Date, p => p.Amount.Fen);
        return [.. LoanDates.Periods(terms).Select(p => byDate.GetValueOrDefault(p.To))];
    }

    public static List<Instalment> Of(ScheduleOrder order)
    {
        if (order.Periods.Count == 0)
        {
            return [];
        }

        if (order.Method != RepaymentMethod.EqualInstalments)
        {
            return new ScheduleRun(order).Rows(null);
        }

        var run = new ScheduleRun(order);
        var rows = run.Rows(order.Level);
        return order.Smooth && order.Level is null && run.Amortising > 1 ? run.Smoothed(rows) : rows;
    }

    /// <summary>
    /// Fineract's one pass: when the last instalment differs from the one before by more than half a cent a period, the
    /// difference is spread over all of them, and kept if it has become smaller.
    /// </summary>
    private List<Instalment> Smoothed(List<Instalment> rows)
    {
        var (gap, tried) = (Gap(rows), level);
        if (Math.Abs(gap) <= Amortising / 2)
        {
            return rows;
        }

        var other = LevelInstalment.Multiple(tried + Rounding.MulDiv(gap, 1, Amortising, order.Rounding), order.Multiple, order.Rounding);
        var smoother = other == tried ? rows : Rows(other);
        return Math.Abs(Gap(smoother)) < Math.Abs(gap) ? smoother : rows;
    }

    private static long Gap(List<Instalment> rows) => rows[^1].Due.Fen - rows[^2].Due.Fen;

    private List<Instalment> Rows(long? fixedLevel)
    {
        var (rows, balance) = (new List<Instalment>(Count), order.Balance);
        (level, levelRate) = order.Standing is { } standing ? (standing, order.Rates[InterestFactor.RateAt(order.Rates, order.Periods[0].From)].Annual) : (fixedLevel ?? 0, -1);
        for (var k = 0; k < Count; k++)
        {
            var period = order.Periods[k];
            var interest = Interest(k, balance);
            var principal = k == Count - 1 ? balance : Math.Clamp(Principal(k, balance, interest, fixedLevel), 0, balance);
            balance -= principal;
            rows.Add(new(order.First + k, period, order.Parts.Days(period), Money.OfFen(interest), Money.OfFen(principal), Money.OfFen(balance)));
            if (balance == 0 && order.Level is not null)
            {
                // A level that stands ends the loan early (缩短期限).
                break;
            }
        }

        return rows;
    }

    private long Interest(int k, long balance)
    {
        if (order.Method == RepaymentMethod.Flat)
        {
            return order.Convention == LoanConvention.Cn ? factors[k].Of(order.Balance, order.Rounding)
                : k == Count - 1 ? flat.Total - (flat.Each * (Count - 1)) : flat.Each;
        }

        if (k > 0 || order.From is not { } from)
        {
            return factors[k].Of(balance, order.Rounding);
        }

        var rest = InterestFactor.Between(order.Periods[0], order.Parts, order.Rates, from, order.Periods[0].To);
        return RunUp(order.Carried, rest, balance);
    }

    private long RunUp(InterestFactor carried, InterestFactor rest, long balance) =>
        (long)Rounding.Div((carried.Numerator * rest.Denominator) + (balance * rest.Numerator * carried.Denominator), carried.Denominator * rest.Denominator, order.Rounding);

    private long Principal(int k, long balance, long interest, long? fixedLevel)
    {
        switch (order.Method)
        {
            case RepaymentMethod.Custom:
                return order.Planned[k];
            case RepaymentMethod.EqualPrincipal:
                return k < order.Grace ? 0 : part;
            case RepaymentMethod.Flat:
                return k < order.Grace ? 0 : order.Multiple is null ? part : FlatInstalment() - interest;
            case RepaymentMethod.EqualInstalments when k >= order.Grace:
                SetLevel(k, balance, fixedLevel);
                return level - interest;
            default:
                return 0;
        }
    }

    /// <summary>The level is computed when repayment begins and again from the first period that begins under a new rate.</summary>
    private void SetLevel(int k, long balance, long? fixedLevel)
    {
        var rate = order.Rates[InterestFactor.RateAt(order.Rates, order.Periods[k].From)];
        if (fixedLevel is not null || rate.Annual == levelRate)
        {
            return;
        }

        levelRate = rate.Annual;
        var exact = order.Convention == LoanConvention.Cn
            ? Annuity.LevelPayment(balance, Fraction.FromDecimal(rate.Annual) * order.Parts.Nominal(), Count - k, order.Rounding)
            : LevelInstalment.Of(balance, [.. order.Periods.Skip(k).Select(p => InterestFactor.Of(p, order.Parts, [rate]))], order.Rounding);
        level = LevelInstalment.Multiple(exact, order.Multiple, order.Rounding);
    }

    private (long Each, long Total) Flat()
    {
        var (numerator, denominator) = (BigInteger.Zero, BigInteger.One);
        foreach (var factor in factors)
        {
            (numerator, denominator) = ((numerator * factor.Denominator) + (factor.Numerator * denominator), denominator * factor.Denominator);
        }

        var total = new InterestFactor(numerator, denominator).Of(order.Balance, order.Rounding);
        return (Rounding.MulDiv(total, 1, Count, order.Rounding), total);
    }

    private long FlatInstalment() => LevelInstalment.Multiple(
        Rounding.MulDiv(checked(order.Balance + flat.Total), 1, Amortising, order.Rounding), order.Multiple, order.Rounding);
}
