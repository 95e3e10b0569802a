using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Diligence.Portfolios;

/// <summary>Who files what in a field, over the years. Without a comparison set nothing is said.</summary>
internal static class Fields
{
    /// <summary>Filings of others and the firm's own that name a field and a year, up to the day.</summary>
    private static List<(string Applicant, string Field, int Year, bool Own)> Filings(PortfolioCase of) =>
    [
        .. (of.Compared?.Items ?? []).Where(c => !of.FirmNames.Contains(c.Applicant, StringComparer.Ordinal) && c.Filed <= of.Day && TechnologyField.Of(c.Ipc) is not null).Select(c => (c.Applicant, TechnologyField.Of(c.Ipc)!, c.Filed!.Value.Year, false)),
        .. of.Rights.Where(r => Figures.IsPatent(r) && r.Filed <= of.Day && TechnologyField.Of(r.Ipc) is not null).Select(r => (of.FirmNames[0], TechnologyField.Of(r.Ipc)!, r.Filed!.Value.Year, true)),
    ];

    /// <summary>The firm's fields, and those of others that lie near them.</summary>
    private static HashSet<string> Looked(List<(string Applicant, string Field, int Year, bool Own)> filings)
    {
        var near = filings.Where(f => f.Own).Select(f => TechnologyField.Near(f.Field)).ToHashSet(StringComparer.Ordinal);
        return [.. filings.Select(f => f.Field).Where(f => near.Contains(TechnologyField.Near(f)))];
    }

    public static IReadOnlyList<FieldTrend> Trends(PortfolioCase of, AnalysisPolicy policy)
    {
        if (of.Compared is null)
        {
            return [];
        }

        var filings = Filings(of);
        return [.. Looked(filings).Order(StringComparer.Ordinal).Select(field => new FieldTrend(field, [.. Enumerable.Range(of.Day.Year - policy.TrendYears + 1, policy.TrendYears)
            .Select(year => new YearFilings(year, filings.Count(f => f.Field == field && f.Year == year), filings.Count(f => f.Own && f.Field == field && f.Year == year)))]))];
    }

    public static IReadOnlyList<FieldCompetition> Competition(PortfolioCase of, AnalysisPolicy policy)
    {
        if (of.Compared is null)
        {
            return [];
        }

        var filings = Filings(of);
        var recent = filings.Where(f => f.Year > of.Day.Year - policy.RecentYears).ToList();
        return [.. Looked(filings).Order(StringComparer.Ordinal).Select(field => Field(field, [.. recent.Where(f => f.Field == field)])).OfType<FieldCompetition>()];
    }

    private static FieldCompetition? Field(string field, List<(string Applicant, string Field, int Year, bool Own)> filings)
    {
        if (filings.Count == 0)
        {
            return null;
        }

        var applicants = filings.GroupBy(f => f.Applicant, StringComparer.Ordinal).Select(g => new ApplicantFilings(g.Key, g.Count())).OrderByDescending(a => a.Filings).ThenBy(a => a.Applicant, StringComparer.Ordinal).ToList();
        var squares = applicants.Sum(a => (long)a.Filings * a.Filings);
        return new(field, filings.Count, Rounding.Decimals((decimal)squares / ((long)filings.Count * filings.Count), 6), Rounding.Decimals((decimal)filings.Count(f => f.Own) / filings.Count, 6), applicants);
    }
}
