using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit;

/// <summary>How an ordinary loan is repaid.</summary>
public enum RepaymentMethod
{
    /// <summary>到期一次还本付息.</summary>
    Bullet,

    /// <summary>按期付息、到期还本.</summary>
    InterestThenBullet,

    /// <summary>等额本息.</summary>
    EqualInstalments,

    /// <summary>等额本金.</summary>
    EqualPrincipal,
}

/// <summary>The terms of an ordinary pledge loan as a bank would quote them.</summary>
public sealed record OrdinaryLoanTerms
{
    /// <summary>The words written in files, in the order of <see cref="RepaymentMethod"/>.</summary>
    public static IReadOnlyList<string> MethodWords { get; } = ["bullet", "interest_then_bullet", "equal_instalments", "equal_principal"];

    public required Money Principal { get; init; }

    public required DateOnly Disbursed { get; init; }

    public required DateOnly Maturity { get; init; }

    /// <summary>The loan prime rate in force, as a fraction.</summary>
    public required decimal Lpr { get; init; }

    /// <summary>Spread over it in basis points; may be negative.</summary>
    public required decimal SpreadBasisPoints { get; init; }

    public required DayCountConvention DayCount { get; init; }

    public required RepaymentMethod Method { get; init; }

    /// <summary>The distance of instalments; not used by a bullet.</summary>
    public required Tenor Every { get; init; }

    /// <summary>LPR and spread as one annual rate.</summary>
    public decimal Rate => Lpr + (SpreadBasisPoints / 10_000m);
}

/// <param name="DueDate">Contract date, not rolled.</param>
/// <param name="Interest">Rounded half up per instalment.</param>
/// <param name="Principal">The last instalment takes the rest.</param>
public readonly record struct LoanInstalment(DateOnly DueDate, Money Interest, Money Principal);

/// <summary>The instalments of an ordinary loan: due date n = disbursement + n × distance, never chained; the last is the maturity.</summary>
public static class OrdinaryLoanSchedule
{
    public static IReadOnlyList<LoanInstalment> Of(OrdinaryLoanTerms terms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(terms.Maturity, terms.Disbursed, nameof(terms));
        var dates = Dates(terms);
        var rate = Fraction.FromDecimal(terms.Rate);
        var level = terms.Method == RepaymentMethod.EqualInstalments
            ? Annuity.LevelPayment(terms.Principal, PeriodRate(terms, rate, dates.Count), dates.Count)
            : Money.Zero;
        var rows = new List<LoanInstalment>();
        var (balance, previous) = (terms.Principal, terms.Disbursed);
        foreach (var date in dates)
        {
            var years = DayCounts.YearFraction(terms.DayCount, previous, date, new(previous, date), terms.Maturity);
            var interest = (rate * years).Of(balance);
            var principal = rows.Count == dates.Count - 1 ? balance : Part(terms, level, interest, dates.Count);
            principal = principal > balance ? balance : principal;
            rows.Add(new(date, interest, principal));
            (balance, previous) = (balance - principal, date);
        }

        return rows;
    }

    private static Money Part(OrdinaryLoanTerms terms, Money level, Money interest, int count) => terms.Method switch
    {
        RepaymentMethod.EqualPrincipal => new Fraction(1, count).Of(terms.Principal),
        RepaymentMethod.EqualInstalments when level > interest => level - interest,
        _ => Money.Zero,
    };

    private static List<DateOnly> Dates(OrdinaryLoanTerms terms)
    {
        var dates = new List<DateOnly>();
        for (var n = 1; terms.Method != RepaymentMethod.Bullet && terms.Every.AddTo(terms.Disbursed, n) < terms.Maturity; n++)
        {
            dates.Add(terms.Every.AddTo(terms.Disbursed, n));
        }

        return [.. dates, terms.Maturity];
    }

    /// <summary>The nominal rate of one period; where a year is no whole number of periods, of the average one.</summary>
    private static Fraction PeriodRate(OrdinaryLoanTerms terms, Fraction rate, int count) => terms.Every.PerYear is { } perYear
        ? rate * new Fraction(1, perYear)
        : rate * DayCounts.YearFraction(DayCountConvention.Act365F, terms.Disbursed, terms.Maturity) * new Fraction(1, count);
}

/// <summary>What an ordinary pledge loan would cost the same firm for the same amount and term, from a quote and not from a table.</summary>
public sealed record OrdinaryLoanQuote
{
    private OrdinaryLoanQuote(OrdinaryLoanTerms terms, IReadOnlyList<LoanInstalment> instalments, AllInCost cost)
    {
        Terms = terms;
        Instalments = instalments;
        Cost = cost;
    }

    public OrdinaryLoanTerms Terms { get; }

    public IReadOnlyList<LoanInstalment> Instalments { get; }

    /// <summary>With the quote's own items: appraisal, guarantee, registration.</summary>
    public AllInCost Cost { get; }

    public static OrdinaryLoanQuote Of(OrdinaryLoanTerms terms, IReadOnlyList<CostItem> items)
    {
        var rows = OrdinaryLoanSchedule.Of(terms);
        List<DatedAmount> flows = [new(terms.Disbursed, terms.Principal), .. rows.Select(r => new DatedAmount(r.DueDate, -(r.Interest + r.Principal)))];
        return new(terms, rows, AllInCost.Of(flows, items));
    }

    /// <summary>
    /// 降幅: 1 − cost ÷ the quote's net cost, ten decimals; null when either has no single rate or the quote costs nothing.
    /// </summary>
    public decimal? ReductionBy(XirrOutcome cost) =>
        cost.Status == XirrStatus.One && Cost.Net.Status == XirrStatus.One && Cost.Net.Rate > 0
            ? Rounding.Decimals(1m - (cost.Rate / Cost.Net.Rate), 10)
            : null;
}
