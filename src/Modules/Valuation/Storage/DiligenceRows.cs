using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Storage;

/// <summary>尽职调查: a checklist answered on a day; never changed, a new one says what is different.</summary>
internal sealed class DiligenceFile : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public Guid? FirmId { get; init; }

    public required string FirmName { get; init; }

    public required DateOnly Day { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Id and version of the checklist.</summary>
    public required string Checklist { get; init; }

    /// <summary>Version of the program that answered it.</summary>
    public required string Engine { get; init; }

    /// <summary>The one before it, of the same firm and purpose.</summary>
    public Guid? PreviousId { get; init; }

    /// <summary>The appraisal whose parts it was held against.</summary>
    public Guid? AppraisalId { get; init; }

    public required int Rights { get; init; }

    public required int Items { get; init; }

    public required int Fatal { get; init; }

    public required int Major { get; init; }

    public required int Minor { get; init; }

    public required int Unknown { get; init; }

    /// <summary><c>no</c>, <c>open</c>, <c>conditions</c> or <c>yes</c>.</summary>
    public required string Answer { get; init; }

    public long? BeforeFen { get; init; }

    public long? AfterFen { get; init; }

    /// <summary>Canonical JSON of <c>zhirong/diligence-request/v1</c>: it can be answered again.</summary>
    public required string Request { get; init; }

    /// <summary>SHA-256 of the request, hex.</summary>
    public required string InputHash { get; init; }

    /// <summary><c>zhirong/diligence-result/v1</c> with Chinese sentences.</summary>
    public required string ResultZh { get; init; }

    public required string ResultEn { get; init; }

    public required long MadeAt { get; init; }

    public required string MadeBy { get; init; }
}

/// <summary>A right of a diligence and what its findings leave of a value.</summary>
internal sealed class DiligenceRight
{
    public required Guid DiligenceId { get; init; }

    public required int N { get; init; }

    public required Guid RightId { get; init; }

    public required string RightNumber { get; init; }

    public required string Answer { get; init; }

    /// <summary>In 10⁻¹².</summary>
    public required long Factor { get; init; }

    public required int Fatal { get; init; }

    public required int Major { get; init; }

    public required int Minor { get; init; }

    public required int Unknown { get; init; }
}

/// <summary>What a person says of a right or a firm that the register does not know; a later answer stands in its place.</summary>
internal sealed class DiligenceAnswer : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary><c>right</c> or <c>firm</c>.</summary>
    public required string Subject { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>A fact of the checklist.</summary>
    public required string Fact { get; init; }

    public required string Value { get; init; }

    /// <summary>The day it happened, where that matters: each day of a fact is answered for itself.</summary>
    public DateOnly? HappenedOn { get; init; }

    public required string Source { get; init; }

    public required DateOnly SourceDate { get; init; }

    public required string Note { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>专利、技术与竞争分析 of a firm's rights; never changed.</summary>
internal sealed class AnalysisFile : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid FirmId { get; init; }

    public required string FirmName { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Id and version of the thresholds and words.</summary>
    public required string Policy { get; init; }

    public required string Engine { get; init; }

    public required int Rights { get; init; }

    /// <summary>Rights of others it was held against; null without a comparison set.</summary>
    public int? Compared { get; init; }

    public required int Infringed { get; init; }

    public required int Gaps { get; init; }

    /// <summary>What was asked, as JSON.</summary>
    public required string Asked { get; init; }

    /// <summary><c>zhirong/analysis-result/v1</c> with Chinese sentences.</summary>
    public required string ResultZh { get; init; }

    public required string ResultEn { get; init; }

    public required long MadeAt { get; init; }

    public required string MadeBy { get; init; }
}
