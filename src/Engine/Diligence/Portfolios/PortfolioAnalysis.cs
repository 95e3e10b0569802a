using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Diligence.Portfolios;

/// <summary>A cell of the map.</summary>
/// <param name="Field">Null where the class is not known.</param>
/// <param name="Year">Of filing; null where not known.</param>
/// <param name="Standing"><c>in_force</c>, <c>pending</c>, <c>over</c>, <c>unknown</c>.</param>
public sealed record MapCell(string Kind, string? Field, int? Year, string Standing, int Count);

/// <summary>How often a right is cited against others of its field and year.</summary>
/// <param name="Percentile">Part of the sample cited less often, equals counted half; null where unknown.</param>
/// <param name="Sample">Rights of others of the same field and filing year whose citations are known.</param>
public sealed record CitationFigure(string RightId, string? Field, int? Year, int? CitedBy, decimal? Percentile, int Sample);

/// <summary>Families of the firm's patents.</summary>
/// <param name="Known">Patents whose family is known.</param>
/// <param name="Largest">The largest family; null where none is known.</param>
public sealed record FamilyFigures(int Patents, int Known, int BeyondOne, int? Largest, decimal? Mean);

/// <param name="What"><c>term</c> or <c>fee</c>.</param>
public sealed record Ending(string RightId, string What, DateOnly On, int Days);

/// <param name="Late">Copied before it was granted or registered; null where that day is not known.</param>
public sealed record InfringedRight(string RightId, Infringement First, int Times, bool? Late);

/// <summary>Filings of a field by year, all applicants and the firm's.</summary>
public sealed record FieldTrend(string Field, IReadOnlyList<YearFilings> Years);

public sealed record YearFilings(int Year, int All, int Own);

/// <summary>Who files in a field in the recent years.</summary>
/// <param name="Concentration">HHI, 0 to 1.</param>
/// <param name="OwnShare">The firm's part of the filings.</param>
public sealed record FieldCompetition(string Field, int Filings, decimal Concentration, decimal OwnShare, IReadOnlyList<ApplicantFilings> Applicants);

public sealed record ApplicantFilings(string Applicant, int Filings);

/// <summary>Something that is not protected, or late, with the reason and what to file.</summary>
/// <param name="Kind">A word of <see cref="GapKinds"/>.</param>
/// <param name="Subject">A product's id, a field, or a right's id.</param>
/// <param name="File">What to file: a coverage group of the policy, or <c>none</c> where nothing is to be filed.</param>
public sealed record Gap(string Kind, string Subject, string File, IReadOnlyList<string> Rights, Words Reason, Words Advice);

/// <summary>Something the analysis could not look at.</summary>
public sealed record AnalysisUnknown(string What, Words Text);

/// <summary>专利/技术/竞争分析.</summary>
public sealed record PortfolioAnalysis(
    PortfolioCase Case, AnalysisPolicy Policy, IReadOnlyList<MapCell> Map, IReadOnlyList<CitationFigure> Citations, FamilyFigures Families, IReadOnlyList<Ending> Endings,
    IReadOnlyList<InfringedRight> Infringed, IReadOnlyList<FieldTrend> Trends, IReadOnlyList<FieldCompetition> Competition, IReadOnlyList<Gap> Gaps, IReadOnlyList<AnalysisUnknown> Unknowns)
{
    public static PortfolioAnalysis Of(PortfolioCase of, AnalysisPolicy policy)
    {
        var (competition, endings, infringed) = (Fields.Competition(of, policy), EndingsOf(of, policy), InfringedOf(of));
        return new(
            of, policy, CellsOf(of), Figures.Citations(of, policy), Figures.Families(of), endings, infringed, Fields.Trends(of, policy), competition,
            GapSearch.Of(of, policy, competition, endings, infringed), AnalysisUnknowns.Of(of));
    }

    private static List<MapCell> CellsOf(PortfolioCase of) =>
        [.. of.Rights.GroupBy(r => (r.Kind, Field: TechnologyField.Of(r.Ipc), r.Filed?.Year, Standing: Standing(r.State)))
            .Select(g => new MapCell(g.Key.Kind, g.Key.Field, g.Key.Year, g.Key.Standing, g.Count()))
            .OrderBy(c => DiligenceWords.Kinds.ToList().IndexOf(c.Kind)).ThenBy(c => c.Field, StringComparer.Ordinal).ThenBy(c => c.Year).ThenBy(c => c.Standing, StringComparer.Ordinal)];

    internal static string Standing(string? state) => state switch
    {
        null => "unknown",
        "applied" or "published" or "examination" => "pending",
        _ => DiligenceWords.InForce.Contains(state) ? "in_force" : "over",
    };

    private static List<Ending> EndingsOf(PortfolioCase of, AnalysisPolicy policy)
    {
        var found = new List<Ending>();
        foreach (var right in of.Rights.Where(r => r.InForce))
        {
            Add(right, "term", right.TermEnd, policy.TermDays);
            Add(right, "fee", right.FeeDue, policy.FeeDays);
        }

        return [.. found.OrderBy(e => e.On).ThenBy(e => e.RightId, StringComparer.Ordinal).ThenBy(e => e.What, StringComparer.Ordinal)];

        void Add(PortfolioRight right, string what, DateOnly? on, int within)
        {
            if (on is { } day && day.DayNumber - of.Day.DayNumber <= within)
            {
                found.Add(new(right.Id, what, day, day.DayNumber - of.Day.DayNumber));
            }
        }
    }

    private static List<InfringedRight> InfringedOf(PortfolioCase of) =>
        [.. of.Rights.Select(r => (Right: r, On: r.Infringements.Where(i => i.On <= of.Day).OrderBy(i => i.On).ThenBy(i => i.Text, StringComparer.Ordinal).ToList())).Where(x => x.On.Count > 0)
            .Select(x => new InfringedRight(x.Right.Id, x.On[0], x.On.Count, (x.Right.Granted ?? x.Right.Filed) is { } granted ? x.On[0].On < granted : null))
            .OrderBy(i => i.First.On).ThenBy(i => i.RightId, StringComparer.Ordinal)];
}
