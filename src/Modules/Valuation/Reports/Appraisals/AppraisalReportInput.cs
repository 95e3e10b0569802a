using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence;

namespace Zhirong.Modules.Valuation.Reports.Appraisals;

/// <summary>What an appraisal's report is made from: no clock is read, nothing is looked up.</summary>
internal sealed record AppraisalReportInput
{
    /// <summary>Name of the appraisal.</summary>
    public required string Name { get; init; }

    /// <summary>The request as it was kept.</summary>
    public required DocNode Request { get; init; }

    /// <summary>The result of that request.</summary>
    public required GroupValue Value { get; init; }

    public required Language Language { get; init; }

    /// <summary>报告日: the day the version was saved, or signed when it is.</summary>
    public required DateOnly ReportDate { get; init; }

    public required int Version { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string Engine { get; init; }

    public AppraisalParties Parties { get; init; } = new();

    /// <summary>Of this version.</summary>
    public IReadOnlyList<AppraiserSignature> Signatures { get; init; } = [];

    /// <summary>Where the evidence of the version lies; null when it has left none yet.</summary>
    public string? EvidenceId { get; init; }

    /// <summary>SHA-256 of the request as kept, hex; null when not given.</summary>
    public string? ContentHash { get; init; }

    /// <summary>What the register knows of each right, by the right's id in the request.</summary>
    public IReadOnlyDictionary<string, RightDetail> Details { get; init; } = new Dictionary<string, RightDetail>();

    public ScoredRights? Scores { get; init; }

    /// <summary>Null: no diligence of these rights at or before the day, 待核实.</summary>
    public AfterDiligence? After { get; init; }

    /// <summary>Two people, told apart by their certificates.</summary>
    public bool IsSigned => Signatures.DistinctBy(s => s.Certificate).DistinctBy(s => s.Name).Count() >= 2;
}

/// <summary>Who asked, who owns, who else may read; null where nobody said so.</summary>
internal sealed record AppraisalParties
{
    /// <summary>委托方.</summary>
    public string? Client { get; init; }

    /// <summary>产权持有者.</summary>
    public string? Owner { get; init; }

    /// <summary>其他报告使用者.</summary>
    public string? Users { get; init; }

    /// <summary>The institution the report is made for; stands over the seals.</summary>
    public string? Institution { get; init; }
}

/// <summary>A signature of an appraiser.</summary>
internal sealed record AppraiserSignature(string Name, string Certificate, DateOnly On);

/// <summary>What the register says of a right; null where it does not know.</summary>
/// <param name="Owner">Owners by name, with shares.</param>
/// <param name="Status">Its state in words.</param>
/// <param name="AsOf">The day the state speaks of.</param>
/// <param name="Burdens">Pledges, seizures, exclusive licences in words; empty for none known of.</param>
internal sealed record RightDetail(string? Owner, Words? Status, DateOnly? AsOf, string? Burdens);

/// <summary>Scores of the rights by one rubric and scenario.</summary>
internal sealed record ScoredRights(Rubric Rubric, Scenario Scenario, IReadOnlyList<SubjectScore> Subjects);

/// <summary>尽调后价值: each right's part × its factor.</summary>
internal sealed record AfterDiligence
{
    /// <summary>The diligence; several, where the rights were examined apart.</summary>
    public required string Id { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Those a diligence speaks of.</summary>
    public required IReadOnlyList<DiligencedRight> Rights { get; init; }

    /// <summary>Whether it speaks of every right of the appraisal.</summary>
    public required bool Whole { get; init; }

    /// <summary>Findings of each grade.</summary>
    public required IReadOnlyDictionary<RiskGrade, int> Findings { get; init; }

    /// <summary>Items of the checklist nobody could answer.</summary>
    public required int Unknown { get; init; }

    /// <summary>Null where a right was not examined: it is not taken for sound.</summary>
    public Money? Total => Whole ? Money.OfFen(Rights.Sum(r => r.After.Fen)) : null;
}

/// <param name="RightId">The right's id in the request.</param>
/// <param name="Before">Its part of the conclusion.</param>
/// <param name="Factor">0 to 1.</param>
/// <param name="After">Before × factor.</param>
/// <param name="Reason">Which findings moved it.</param>
internal sealed record DiligencedRight(string RightId, Money Before, decimal Factor, Money After, string Reason);
