using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Life;

/// <summary>Which life ends first.</summary>
public enum LifeBound
{
    Legal,
    Technical,
    Contract,
}

/// <summary>Remaining economic life on the base date: the shortest of legal, technical and contract life.</summary>
/// <param name="Years">Two decimals, rounded down so that no income beyond the life is counted.</param>
/// <param name="Bound">Which life binds; on a tie the legal one before the technical one before the contract.</param>
/// <param name="Inputs">The lives known, with their origins.</param>
public sealed record EconomicLife(decimal Years, LifeBound Bound, IReadOnlyList<AppraisalInput> Inputs)
{
    /// <summary>The shortest of what is known.</summary>
    /// <param name="legal">Remaining legal years; a life without a legal end says so by a contract or technical life.</param>
    /// <param name="technical">Remaining technical years.</param>
    /// <param name="contract">Remaining years of the contract the income rests on.</param>
    public static Result<EconomicLife> Of(Figure? legal, Figure? technical, Figure? contract)
    {
        var known = new List<(Figure Figure, LifeBound Bound)>();
        foreach (var (figure, bound) in new[] { (legal, LifeBound.Legal), (technical, LifeBound.Technical), (contract, LifeBound.Contract) })
        {
            if (figure is not null)
            {
                known.Add((figure, bound));
            }
        }

        if (known.Count == 0)
        {
            return AppraisalRefusals.Unknown("life", new("法定、技术或合同剩余年限", "a legal, technical or contract life"));
        }

        var shortest = known.MinBy(k => k.Figure.Value);
        var years = Rounding.Decimals(shortest.Figure.Value, 2, RoundingMode.Down);
        return years <= 0
            ? AppraisalRefusals.LifeOver(shortest.Figure.Name, shortest.Figure.Value)
            : new EconomicLife(years, shortest.Bound, [.. known.Select(k => k.Figure.Shown)]);
    }

    /// <summary>Years from a base date to an end date: whole years, then days of the year that is under way.</summary>
    public static decimal YearsBetween(DateOnly from, DateOnly to)
    {
        if (to <= from)
        {
            return 0;
        }

        var whole = to.Year - from.Year;
        if (from.AddYears(whole) > to)
        {
            whole--;
        }

        var anniversary = from.AddYears(whole);
        var days = anniversary.AddYears(1).DayNumber - anniversary.DayNumber;
        return whole + ((decimal)(to.DayNumber - anniversary.DayNumber) / days);
    }

    /// <summary>Technical life from the update cycle of the technology, as the score of its maturity allows: cycle × score, less the age.</summary>
    /// <param name="cycleYears">Years until the technology is replaced.</param>
    /// <param name="score">0 to 1.</param>
    /// <param name="ageYears">Years it has been in use.</param>
    public static decimal Technical(decimal cycleYears, decimal score, decimal ageYears) => Math.Max(0, (cycleYears * score) - ageYears);
}
