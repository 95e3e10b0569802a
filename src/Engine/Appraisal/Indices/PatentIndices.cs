using Zhirong.Engine.Appraisal.Options;

namespace Zhirong.Engine.Appraisal.Indices;

/// <summary>One patent family: how relevant its technology is, how large the markets that protect it.</summary>
/// <param name="TechnologyRelevance">Citations, put right for age, office and field; 1 is the mean of its peers.</param>
/// <param name="MarketCoverage">Gross national income of the protecting countries ÷ that of the United States.</param>
/// <param name="IsActive">A family no longer in force counts nothing.</param>
public sealed record FamilyStrength(double TechnologyRelevance, double MarketCoverage, bool IsActive)
{
    public double CompetitiveImpact => IsActive ? TechnologyRelevance * MarketCoverage : 0;
}

/// <summary>The five national criteria of a high-value patent (高价值发明专利); null where it is not known.</summary>
/// <param name="EmergingIndustry">战略性新兴产业.</param>
/// <param name="ForeignFamily">海外有同族.</param>
/// <param name="KeptTenYears">维持超过 10 年.</param>
/// <param name="LargePledge">较高质押融资金额.</param>
/// <param name="NationalPrize">国家科学技术奖或中国专利奖.</param>
public sealed record HighValueFlags(bool? EmergingIndustry, bool? ForeignFamily, bool? KeptTenYears, bool? LargePledge, bool? NationalPrize)
{
    private IEnumerable<bool?> All => [EmergingIndustry, ForeignFamily, KeptTenYears, LargePledge, NationalPrize];

    /// <summary>One criterion met is enough; null when none is met and some are not known.</summary>
    public bool? IsHighValue => All.Any(f => f == true) ? true : All.Any(f => f is null) ? null : false;
}

/// <summary>M15: open indices, each from figures anybody can look up.</summary>
public static class PatentIndices
{
    private static readonly (double From, string Grade)[] Grades =
    [
        (0.95, "A+"), (0.85, "A"), (0.75, "A-"), (0.67, "B+"), (0.40, "B"), (0.30, "B-"), (0.20, "C+"), (0.05, "C"),
    ];

    /// <summary>Portfolio strength: sum of relevance × coverage over the active families.</summary>
    public static double PortfolioStrength(IEnumerable<FamilyStrength> families) => families.Sum(f => f.CompetitiveImpact);

    /// <summary>Part of peers (same IPC main group and filing year) with fewer citations, ties counted half.</summary>
    public static double Percentile(double citations, IReadOnlyCollection<double> peers)
    {
        ArgumentOutOfRangeException.ThrowIfZero(peers.Count);
        return (peers.Count(p => p < citations) + (peers.Count(p => p == citations) / 2.0)) / peers.Count;
    }

    /// <summary>Grade by percentile: B between the 40th and the 60th and on to 67th, A+ the best twentieth, C− the last.</summary>
    public static string Grade(double percentile)
    {
        foreach (var (from, grade) in Grades)
        {
            if (percentile >= from)
            {
                return grade;
            }
        }

        return "C-";
    }

    /// <summary>
    /// What the market's answer to a grant says (Kogan, Papanikolaou, Seru and Stoffman 2017): research on listed firms only.
    /// </summary>
    /// <param name="dayReturn">R, the firm's return around the grant less the market's.</param>
    /// <param name="sigma">σ of the noise in it.</param>
    /// <param name="marketValue">M, in any unit.</param>
    /// <param name="grantsSameDay">N.</param>
    /// <param name="gamma">Signal-to-noise regression; 0.0146 in the paper.</param>
    /// <param name="successRate">π̄; 0.56 in the paper.</param>
    /// <returns>Value of one patent, in the unit of M.</returns>
    public static double MarketResponse(double dayReturn, double sigma, double marketValue, int grantsSameDay, double gamma, double successRate)
    {
        var delta = 1 - Math.Exp(-gamma);
        var z = Math.Sqrt(delta) * dayReturn / sigma;
        var expected = (delta * dayReturn) + (Math.Sqrt(delta) * sigma * NormalCurve.Density(z) / NormalCurve.Cdf(z));
        return expected * marketValue / grantsSameDay / (1 - successRate);
    }
}
