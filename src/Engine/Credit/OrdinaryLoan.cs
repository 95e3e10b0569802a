using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Engine.Credit.Terms;

namespace Zhirong.Engine.Credit;

/// <summary>The terms of an ordinary pledge loan as a bank would quote them.</summary>
public sealed record OrdinaryLoanTerms
{
    /// <summary>The words written in deal files for the first four methods, in the order of <see cref="RepaymentMethod"/>.</summary>
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

/// <summary>
/// The instalments of an ordinary loan after the convention of Chinese banks: due date n = disbursement + n × distance, never
/// chained; the last is the maturity.
/// </summary>
public static class OrdinaryLoanSchedule
{
    public static IReadOnlyList<LoanInstalment> Of(OrdinaryLoanTerms terms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(terms.Maturity, terms.Disbursed, nameof(terms));
        var rows = ScheduleRun.Of(new ScheduleOrder
        {
            Method = terms.Method,
            Convention = LoanConvention.Cn,
            Balance = terms.Principal.Fen,
            Periods = Periods(terms),
            Parts = new(terms.DayCount, terms.Every, InterestPeriod.Daily, LoanConvention.Cn, FineractEngine.Progressive, terms.Maturity),
            Rates = [new(terms.Disbursed, terms.Rate)],
        });
        return [.. rows.Select(r => new LoanInstalment(r.DueOn, r.Interest, r.Principal))];
    }

    private static List<LoanPeriod> Periods(OrdinaryLoanTerms terms)
    {
        var (periods, from) = (new List<LoanPeriod>(), terms.Disbursed);
        for (var n = 1; terms.Method != RepaymentMethod.Bullet && terms.Every.TryAddTo(terms.Disbursed, n, out var due) && due < terms.Maturity; n++)
        {
            periods.Add(new(from, due, due, 1));
            from = due;
        }

        var whole = terms.Method != RepaymentMethod.Bullet && terms.Every.TryAddTo(terms.Disbursed, periods.Count + 1, out var last) && last == terms.Maturity;
        return [.. periods, new(from, terms.Maturity, terms.Maturity, whole ? 1 : 0)];
    }
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
