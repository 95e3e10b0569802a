using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Storage;

/// <summary>价值分析: its place in lists; what it says lies in its versions.</summary>
internal sealed class Appraisal : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Rises with every saved version and equals the newest one's number.</summary>
    public int Version { get; set; }

    public required string Name { get; set; }

    public Guid? FirmId { get; set; }

    public required string FirmName { get; set; }

    public required DateOnly BaseDate { get; set; }

    public required string Purpose { get; set; }

    public required string ValueType { get; set; }

    public required int Rights { get; set; }

    /// <summary>The concluded value; null while nobody concluded.</summary>
    public long? TotalFen { get; set; }

    public long? LowFen { get; set; }

    public long? HighFen { get; set; }

    /// <summary><c>simulation</c>, <c>methods</c> or <c>single_method</c>; null without any value.</summary>
    public string? RangeBasis { get; set; }

    /// <summary><c>open</c>, <c>concluded</c> or <c>signed</c>.</summary>
    public required string State { get; set; }

    /// <summary>The batch it came from.</summary>
    public Guid? BatchId { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A saved state of an appraisal; never changed.</summary>
internal sealed class AppraisalVersion
{
    public required Guid AppraisalId { get; init; }

    public required int Number { get; init; }

    public int? Parent { get; init; }

    /// <summary>Canonical JSON of <c>zhirong/value-request/v1</c>.</summary>
    public required string Request { get; init; }

    /// <summary>SHA-256 of the request, hex.</summary>
    public required string InputHash { get; init; }

    /// <summary><c>zhirong/value-result/v1</c> with Chinese sentences.</summary>
    public required string ResultZh { get; init; }

    public required string ResultEn { get; init; }

    /// <summary>Version of the program that computed it.</summary>
    public required string Engine { get; init; }

    /// <summary>Versions of the parameter files.</summary>
    public required string Parameters { get; init; }

    public long? TotalFen { get; init; }

    public long? LowFen { get; init; }

    public long? HighFen { get; init; }

    public required string Reason { get; init; }

    public required long SavedAt { get; init; }

    public required string SavedBy { get; init; }
}

/// <summary>A right's part of a version, with what the register said of the right when it was saved.</summary>
internal sealed class AppraisedRight
{
    public required Guid AppraisalId { get; init; }

    public required int Number { get; init; }

    public required int N { get; init; }

    /// <summary>Its id in the request.</summary>
    public required string Ref { get; init; }

    /// <summary>The register's right; null where the request names none.</summary>
    public Guid? RightId { get; init; }

    public required string RightNumber { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Its part of the total, in 10⁻¹².</summary>
    public required long Weight { get; init; }

    public long? Fen { get; init; }

    public long? LowFen { get; init; }

    public long? HighFen { get; init; }

    /// <summary>Main class.</summary>
    public string? Ipc { get; init; }

    public DateOnly? Filed { get; init; }

    public int? Trl { get; init; }
}

/// <summary>A person's signature under one version.</summary>
internal sealed class AppraisalSignature
{
    public required Guid AppraisalId { get; init; }

    public required int Number { get; init; }

    public required int N { get; init; }

    public required string Name { get; init; }

    /// <summary>Number of the appraiser's certificate.</summary>
    public required string Certificate { get; init; }

    /// <summary>The user who signed; his name where the machine's own user did.</summary>
    public required string Signer { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>批量价值分析: many product groups valued by one template.</summary>
internal sealed class AppraisalBatch : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Name { get; init; }

    public required DateOnly BaseDate { get; init; }

    public required string Purpose { get; init; }

    /// <summary>The job that does it.</summary>
    public required Guid JobId { get; init; }

    /// <summary>What was asked, as JSON.</summary>
    public required string Asked { get; init; }

    public required int Groups { get; init; }

    public required int Rights { get; init; }

    public required long MadeAt { get; init; }

    public required string MadeBy { get; init; }
}

/// <summary>One product group of a batch and what came of it.</summary>
internal sealed class BatchGroup
{
    public required Guid BatchId { get; init; }

    public required int No { get; init; }

    /// <summary>The appraisal it was kept as; null where it could not be valued.</summary>
    public Guid? AppraisalId { get; init; }

    /// <summary>The shard's result as JSON.</summary>
    public required string Result { get; init; }
}
