using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Facts;

namespace Zhirong.Engine.Diligence.Portfolios;

/// <summary>A firm's rights, what lies around them, and the products they are for.</summary>
public sealed record PortfolioCase
{
    /// <summary>Everything is asked as it is on this day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Today's name first, then former ones.</summary>
    public required IReadOnlyList<string> FirmNames { get; init; }

    public required IReadOnlyList<PortfolioRight> Rights { get; init; }

    /// <summary>Rights of others to hold them against; null where no comparison set is given.</summary>
    public Known<ComparedRight>? Compared { get; init; }

    public Known<ProductUse>? Products { get; init; }
}

/// <summary>A right of the firm; what is null is unknown.</summary>
public sealed record PortfolioRight
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    /// <summary>A word of <see cref="DiligenceWords.Kinds"/>.</summary>
    public required string Kind { get; init; }

    public required Words Title { get; init; }

    /// <summary>A word of <see cref="DiligenceWords.States"/>.</summary>
    public string? State { get; init; }

    /// <summary>The class as the source writes it.</summary>
    public string? Ipc { get; init; }

    /// <summary>Classes of goods a mark is registered for; null where no source says.</summary>
    public IReadOnlyList<int>? Classes { get; init; }

    public DateOnly? Filed { get; init; }

    public DateOnly? Granted { get; init; }

    public DateOnly? TermEnd { get; init; }

    /// <summary>The next fee that is not paid.</summary>
    public DateOnly? FeeDue { get; init; }

    public int? CitedBy { get; init; }

    public int? FamilySize { get; init; }

    /// <summary>Infringement by others, oldest first.</summary>
    public IReadOnlyList<Infringement> Infringements { get; init; } = [];

    public bool InForce => State is { } state && DiligenceWords.InForce.Contains(state);
}

/// <param name="Outcome">A word of <see cref="Matters.Outcomes"/>.</param>
public sealed record Infringement(DateOnly On, string Outcome, string Text, Provenance From);

/// <summary>A right of somebody else.</summary>
public sealed record ComparedRight(string Applicant, string Kind, string? Ipc, DateOnly? Filed, int? CitedBy);
