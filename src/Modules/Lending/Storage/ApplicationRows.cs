using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>贷款申请: what a firm asks for, from the draft to the resolution.</summary>
internal sealed class LoanApplication : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Rises with every save and every step.</summary>
    public int Version { get; set; }

    /// <summary>SQ, the day, and a number of that day; an organisation uses it once.</summary>
    public required string Number { get; init; }

    public Guid? FirmId { get; set; }

    public required string FirmName { get; set; }

    /// <summary>Code of the product; empty while none is chosen.</summary>
    public required string Product { get; set; }

    public long? AmountFen { get; set; }

    public int? Months { get; set; }

    /// <summary>A word of <c>ApplicationState</c>.</summary>
    public required string State { get; set; }

    /// <summary>Who has to act: <c>applicant</c>, <c>reviewer</c>, <c>approver</c>; empty when nobody.</summary>
    public required string Waits { get; set; }

    /// <summary>What is filled in, as JSON.</summary>
    public required string Form { get; set; }

    /// <summary>What was asked for when it was returned, as JSON; empty otherwise.</summary>
    public required string Asked { get; set; }

    /// <summary>Number of the newest snapshot; 0 before the first submission.</summary>
    public required int Snapshot { get; set; }

    /// <summary>Number of the newest assessment; 0 before the first.</summary>
    public required int Assessment { get; set; }

    public string? SubmittedBy { get; set; }

    /// <summary><c>approved</c>, <c>conditions</c> or <c>refused</c>; empty while undecided.</summary>
    public required string Outcome { get; set; }

    public long? GrantedFen { get; set; }

    /// <summary>The last day the resolution may be used.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>Conditions and reasons of the resolution, as JSON; empty while undecided.</summary>
    public required string Resolution { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A step of an application; never changed.</summary>
internal sealed class LoanApplicationStep
{
    public required Guid ApplicationId { get; init; }

    public required int N { get; init; }

    /// <summary>A word of <c>ApplicationAct</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The state it led to.</summary>
    public required string State { get; init; }

    public required string Note { get; init; }

    /// <summary>What was asked for, as JSON; empty otherwise.</summary>
    public required string Items { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>质押率例外 as it was granted; never changed.</summary>
internal sealed class RateException
{
    public required Guid ApplicationId { get; init; }

    public required int N { get; init; }

    /// <summary>In millionths of the appraised value.</summary>
    public required long Rate { get; init; }

    /// <summary>What the application asked for when it was granted; it does not serve a higher amount.</summary>
    public required long AmountFen { get; init; }

    public required string Support { get; init; }

    public required string Reason { get; init; }

    public required long At { get; init; }

    /// <summary>Who asked for it; who granted it stands in the approval.</summary>
    public required string By { get; init; }
}

/// <summary>申请快照: everything a decision is made by, frozen at submission; never changed.</summary>
internal sealed class ApplicationSnapshot
{
    public required Guid ApplicationId { get; init; }

    public required int N { get; init; }

    /// <summary>Canonical JSON, <c>zhirong/application-facts/v1</c>.</summary>
    public required string Facts { get; init; }

    /// <summary>SHA-256, hex.</summary>
    public required string Hash { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>评审测算: what the product and the policy say of a snapshot, with the texts they were in; never changed, so that it can be made again.</summary>
internal sealed class CreditAssessment
{
    public required Guid ApplicationId { get; init; }

    public required int N { get; init; }

    /// <summary>The snapshot it is of.</summary>
    public required int Snapshot { get; init; }

    public required string Product { get; init; }

    public required int ProductNumber { get; init; }

    public required string ProductText { get; init; }

    public required string Policy { get; init; }

    public required string PolicyVersion { get; init; }

    /// <summary>The policy's own hash, as its decisions name it.</summary>
    public required string PolicyHash { get; init; }

    /// <summary>All policy texts it may call, as a JSON list, the deciding one first.</summary>
    public required string PolicyTexts { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Engine { get; init; }

    public required string ResultZh { get; init; }

    public required string ResultEn { get; init; }

    /// <summary>SHA-256 of both results, hex.</summary>
    public required string ResultHash { get; init; }

    /// <summary><c>approve</c>, <c>refer</c> or <c>decline</c>.</summary>
    public required string Outcome { get; init; }

    public long? LimitFen { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}
