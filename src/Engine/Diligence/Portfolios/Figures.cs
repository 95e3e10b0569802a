using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Diligence.Portfolios;

/// <summary>Figures of citations and families.</summary>
internal static class Figures
{
    public static List<CitationFigure> Citations(PortfolioCase of, AnalysisPolicy policy)
    {
        var others = (of.Compared?.Items ?? []).Where(c => !of.FirmNames.Contains(c.Applicant, StringComparer.Ordinal) && c is { CitedBy: not null, Filed: not null })
            .ToLookup(c => (TechnologyField.Of(c.Ipc), c.Filed!.Value.Year), c => c.CitedBy!.Value);
        return [.. of.Rights.Where(IsPatent).Select(right =>
        {
            var (field, year) = (TechnologyField.Of(right.Ipc), right.Filed?.Year);
            List<int> sample = field is null || year is null ? [] : [.. others[(field, year.Value)]];
            decimal? percentile = right.CitedBy is { } cited && sample.Count >= policy.LeastSample
                ? Rounding.Decimals((sample.Count(c => c < cited) + (sample.Count(c => c == cited) / 2m)) / sample.Count, 6)
                : null;
            return new CitationFigure(right.Id, field, year, right.CitedBy, percentile, sample.Count);
        })];
    }

    public static FamilyFigures Families(PortfolioCase of)
    {
        var patents = of.Rights.Where(IsPatent).ToList();
        var sizes = patents.Select(p => p.FamilySize).OfType<int>().ToList();
        return new(patents.Count, sizes.Count, sizes.Count(s => s > 1), sizes.Count == 0 ? null : sizes.Max(), sizes.Count == 0 ? null : Rounding.Decimals((decimal)sizes.Sum() / sizes.Count, 4));
    }

    internal static bool IsPatent(PortfolioRight right) => right.Kind is "invention" or "utility_model" or "design";
}
