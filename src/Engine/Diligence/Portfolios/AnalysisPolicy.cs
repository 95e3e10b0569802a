using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Diligence.Portfolios;

/// <summary>Thresholds and words of an analysis: data with a version, all of it assumptions.</summary>
public sealed record AnalysisPolicy
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required DateOnly Dated { get; init; }

    public required string Source { get; init; }

    public required Words Statement { get; init; }

    /// <summary>A term that ends within so many days is told.</summary>
    public required int TermDays { get; init; }

    public required int FeeDays { get; init; }

    /// <summary>Below it a percentile is not given.</summary>
    public required int LeastSample { get; init; }

    public required int TrendYears { get; init; }

    public required int RecentYears { get; init; }

    /// <summary>So many competitors with so many filings in the recent years make a field one the firm lacks.</summary>
    public required int LeastCompetitors { get; init; }

    public required int LeastFilings { get; init; }

    /// <summary>What a product may be covered by: groups of categories.</summary>
    public required IReadOnlyList<Coverage> Coverages { get; init; }

    /// <summary>Words of each gap and what to file.</summary>
    public required IReadOnlyDictionary<string, Advice> Advices { get; init; }

    public string Name => $"{Id}/{Version}";
}

/// <param name="Kinds">Words of <see cref="DiligenceWords.Kinds"/>, any of which covers.</param>
public sealed record Coverage(string Id, Words Title, IReadOnlyList<string> Kinds);

/// <summary>Words with places in braces.</summary>
public sealed record Advice(Words Reason, Words What);

/// <summary>The gaps that are looked for.</summary>
public static class GapKinds
{
    public static IReadOnlyList<string> All { get; } = ["product_uncovered", "class_uncovered", "field_open", "sold_before_filing", "protected_late", "term_ending", "fee_due"];
}
