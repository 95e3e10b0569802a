using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Subsidies;

/// <summary>Principal × years: the whole year, months of the term, or days counted, on the principal or on the drawn balance.</summary>
internal sealed class SubsidyYears(SubsidyTime time, string principalFact, FactSheet sheet, List<SchemeStep> steps, List<string> missing)
{
    public ExactAmount? PrincipalYears() => time switch
    {
        { OnBalances: true } => OnBalances(),
        { Convention: { } convention } => OnPrincipal(convention),
        { Basis: "months" } => OnMonths(),
        _ => Principal() is { } fen ? ExactAmount.OfFen(fen) : null,
    };

    private long? Principal()
    {
        if (sheet.Fen(principalFact) is not { } fen)
        {
            missing.Add(principalFact);
            return null;
        }

        var source = sheet.Of(principalFact)!.Source;
        steps.Add(SchemeStep.Of("base", "本金", "principal", Money.FenText(fen), ("fact", principalFact), ("source", source.Length == 0 ? null : source)));
        return fen;
    }

    private ExactAmount? OnMonths()
    {
        var principal = Principal();
        if (sheet.Of("loan.term_months") is not { } months)
        {
            missing.Add("loan.term_months");
            return null;
        }

        var counted = Math.Max(0, time.MaxMonths is { } most ? Math.Min(most, months.Raw) : months.Raw);
        steps.Add(SchemeStep.Of("time", "期限（月）", "months", counted.ToString(CultureInfo.InvariantCulture), ("given", months.Text), ("max_months", time.MaxMonths?.ToString(CultureInfo.InvariantCulture))));
        return principal is { } fen ? ExactAmount.OfFen(fen).Times(counted).Times(new Fraction(1, 12)) : null;
    }

    private ExactAmount? OnPrincipal(DayCountConvention convention)
    {
        var (principal, period) = (Principal(), Period());
        if (principal is not { } fen || period is not { } days)
        {
            return null;
        }

        var years = DayCounts.YearFraction(convention, days.From, days.To);
        Told(days, years);
        return ExactAmount.OfFen(fen).Times(years);
    }

    /// <summary>Each balance from its day to the next one's, inside the period.</summary>
    private ExactAmount? OnBalances()
    {
        if (sheet.Balances.Count == 0)
        {
            missing.Add("balances");
        }

        if (Period() is not { } days || sheet.Balances.Count == 0)
        {
            return null;
        }

        var sum = ExactAmount.OfFen(0);
        for (var i = 0; i < sheet.Balances.Count; i++)
        {
            var from = Later(sheet.Balances[i].Date, days.From);
            var to = i + 1 < sheet.Balances.Count ? Earlier(sheet.Balances[i + 1].Date, days.To) : days.To;
            if (from < to)
            {
                sum = sum.Plus(ExactAmount.OfFen(sheet.Balances[i].Amount.Fen).Times(DayCounts.YearFraction(time.Convention!.Value, from, to)));
            }
        }

        Told(days, DayCounts.YearFraction(time.Convention!.Value, days.From, days.To));
        steps.Add(SchemeStep.Of("base", "按日余额计算的本金×年", "principal × years on the daily balance", sum.Yuan()));
        return sum;
    }

    private (DateOnly From, DateOnly To)? Period()
    {
        var (from, to) = (sheet.Day(time.From), sheet.Day(time.To));
        if (from is null)
        {
            missing.Add(time.From);
        }

        if (to is null)
        {
            missing.Add(time.To);
        }

        if (from is not { } start || to is not { } end)
        {
            return null;
        }

        end = time.MaxMonths is { } most ? Earlier(end, start.AddMonths(most)) : end;
        return (start, Later(end, start));
    }

    private void Told((DateOnly From, DateOnly To) days, Fraction years) =>
        steps.Add(SchemeStep.Of("time", "计息期间", "period", years.ToString(), ("basis", time.Basis), ("from", Day(days.From)), ("to", Day(days.To)), ("days", $"{days.To.DayNumber - days.From.DayNumber}"), ("max_months", time.MaxMonths?.ToString(CultureInfo.InvariantCulture))));

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a < b ? b : a;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
