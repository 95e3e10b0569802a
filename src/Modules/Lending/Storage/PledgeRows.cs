using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>质押: one contract that secures one debt with rights, registered with one or more registries.</summary>
internal sealed class Pledge : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    /// <summary>Number of the pledge contract; an organisation uses it once.</summary>
    public required string ContractNo { get; init; }

    public required string MainContractNo { get; set; }

    /// <summary>Names of the pledgors, one a line, for lists.</summary>
    public required string Pledgor { get; set; }

    public required string Pledgee { get; set; }

    public required string Debtor { get; set; }

    /// <summary>All parties as JSON: pledgors, pledgee, debtor, each with code and address.</summary>
    public required string Parties { get; set; }

    /// <summary><c>loan</c>, <c>credit_line</c>, <c>counter_guarantee</c>, <c>notes</c>.</summary>
    public required string ClaimKind { get; set; }

    /// <summary>1 for 最高额质押.</summary>
    public required int Maximum { get; set; }

    public required long SecuredFen { get; set; }

    public required DateOnly DebtFrom { get; set; }

    /// <summary>Last day of the period of performance.</summary>
    public required DateOnly DebtTo { get; set; }

    /// <summary>担保范围.</summary>
    public required string Scope { get; set; }

    /// <summary>1 where the contract holds a 流质 clause.</summary>
    public required int Forfeiture { get; set; }

    /// <summary>A word of <see cref="Pledges.PledgeStates"/>.</summary>
    public required string State { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A right of a pledge with its part of the secured amount.</summary>
internal sealed class PledgeItem
{
    public required Guid PledgeId { get; init; }

    public required int N { get; init; }

    public required Guid RightId { get; init; }

    /// <summary>What names the right whoever keeps it.</summary>
    public required string RightKey { get; init; }

    public required string RightNumber { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public DateOnly? Filed { get; init; }

    public DateOnly? Granted { get; init; }

    public required string Registry { get; init; }

    /// <summary>The registration it is in.</summary>
    public required Guid RegistrationId { get; set; }

    /// <summary>Its part of the secured amount; 0 once it is released or replaced.</summary>
    public required long AllocatedFen { get; set; }

    /// <summary>What it would be allocated once the right it replaces goes out; 0 otherwise.</summary>
    public required long ComingFen { get; set; }

    public long? ValueFen { get; init; }

    /// <summary>评估 or 约定, by whom and of which day.</summary>
    public required string ValueSource { get; init; }

    /// <summary>SHA-256 of the data handed over, of data IP; empty otherwise.</summary>
    public required string DataHash { get; init; }

    /// <summary><c>planned</c>, <c>held</c>, <c>leaving</c> (a cancellation is asked), <c>released</c>, <c>dropped</c> (its filing came to nothing).</summary>
    public required string State { get; set; }

    /// <summary>The item it comes in for; null where it replaces nothing.</summary>
    public int? Replaces { get; init; }

    public DateOnly? ReleasedOn { get; set; }

    /// <summary>The encumbrance in the register of rights.</summary>
    public Guid? EncumbranceId { get; set; }
}

/// <summary>A right that is in a pledge or being filed with a registry where it may be in one only.</summary>
internal sealed class PledgedRight
{
    public required Guid RegistrationId { get; init; }

    public required string RightKey { get; init; }

    /// <summary>1 from the filing until the pledge or its filing is over.</summary>
    public required int Live { get; set; }

    public required DateOnly SinceDay { get; init; }
}

/// <summary>Something about a pledge that a person has to act on.</summary>
internal sealed class PledgeIncident : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid PledgeId { get; init; }

    public required Guid RegistrationId { get; init; }

    /// <summary><c>revoked</c> or <c>expired</c>.</summary>
    public required string Kind { get; init; }

    public required DateOnly RecordedOn { get; init; }

    /// <summary>From when the pledge is gone: of a revocation the day it was created.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>What is no longer secured.</summary>
    public required long LostFen { get; init; }

    /// <summary>1 until somebody has dealt with it.</summary>
    public required int Open { get; set; }

    public required string Note { get; set; }

    public required long At { get; init; }

    public required string By { get; init; }

    public string? ClosedBy { get; set; }
}
