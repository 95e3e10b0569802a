using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Waterfall.Terms;

/// <summary>基础资产池.</summary>
public sealed record PoolTerms
{
    public string? AssetKind { get; init; }

    public required IReadOnlyList<ObligorTerms> Obligors { get; init; }

    public LimitTerms Limits { get; init; } = new(null, null, null);

    /// <summary>封包期: whether collections between cut-off and closing belong to the pool (default) or the originator.</summary>
    public bool ClosingCollectionsToOriginator { get; init; }

    public IReadOnlyList<string> IpKinds { get; init; } = [];

    public IReadOnlyList<string> Eligibility { get; init; } = [];

    /// <summary>Appraised value of all rights, when it is not given by obligor.</summary>
    public Money? Appraised { get; init; }

    /// <summary>Appraised value of all rights: as given, else the sum of the obligors' where each has one; null otherwise.</summary>
    public Money? AppraisedInAll => Appraised ?? (Obligors.Count > 0 && Obligors.All(o => o.Appraised is not null) ? Money.OfFen(Obligors.Sum(o => o.Appraised!.Value.Fen)) : null);

    public bool Revolving { get; init; }
}

public sealed record LimitTerms(int? MinObligors, decimal? MaxSingleShare, decimal? MaxTop5Share);

public sealed record ObligorTerms
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Outstanding principal at cut-off; the face amount for a discounted receivable.</summary>
    public required Money Principal { get; init; }

    public string? Industry { get; init; }

    /// <summary>Number of rights behind the debt.</summary>
    public int? Rights { get; init; }

    /// <summary>Rights by category (<c>ip_kinds: {patent: 9, trademark: 2}</c>), by name; empty when not said.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> RightsByKind { get; init; } = [];

    public Money? Appraised { get; init; }

    /// <summary>The pool's contract, overlaid by the obligor's own terms.</summary>
    public required ContractTerms Contract { get; init; }

    /// <summary>许可: the licence granted by the firm against an upfront fee at closing.</summary>
    public LicenceTerms? FirstLicence { get; init; }

    /// <summary>反授权: the licence back, whose royalties are the pool's claim.</summary>
    public LicenceTerms? BackLicence { get; init; }
}

/// <summary>A licence of rights, out (许可) or back (反授权).</summary>
public sealed record LicenceTerms
{
    public required string Id { get; init; }

    /// <summary>独占许可: no second exclusive licence on the same right while it runs. Not said = exclusive.</summary>
    public required bool Exclusive { get; init; }

    public IReadOnlyList<string> Rights { get; init; } = [];

    /// <summary>一次性许可使用费, paid to the firm at closing; equals the claim's principal unless written.</summary>
    public Money? Fee { get; init; }

    /// <summary>Royalty of one regular date as the contract states it; checked against the computed one.</summary>
    public Money? Royalty { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>许可备案号.</summary>
    public string? RecordNumber { get; init; }
}

public enum ContractAmortisation
{
    Bullet,
    Level,
    EqualPrincipal,
    InterestThenBullet,
    Schedule,
    Discount,
}

/// <summary>How one debt is repaid.</summary>
public sealed record ContractTerms
{
    public required ContractAmortisation Amortisation { get; init; }

    /// <summary>Annual nominal rate; the discount rate for a discounted receivable.</summary>
    public required decimal Rate { get; init; }

    /// <summary>Contract dates: <c>start + n × every</c>; null = the deal's payment dates.</summary>
    public Tenor? Every { get; init; }

    public int? Periods { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Maturity { get; init; }

    /// <summary>Interest by days; null lets the amortisation decide (level: nominal per period, else ACT/365F).</summary>
    public DayCountConvention? DayCount { get; init; }

    /// <summary><c>nominal/N</c> gives N; null otherwise.</summary>
    public int? NominalPeriodsPerYear { get; init; }

    /// <summary>Interest paid with the principal at maturity, not period by period (bullet only).</summary>
    public bool InterestAtMaturity { get; init; }

    /// <summary>Principal per 100 on each contract date, for <see cref="ContractAmortisation.Schedule"/>.</summary>
    public IReadOnlyList<decimal> Schedule { get; init; } = [];

    /// <summary>Instalments at the beginning of each period (先付租金) instead of its end.</summary>
    public bool InAdvance { get; init; }
}
