using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>授信额度: what a lender has promised under one contract, and how much of it is taken.</summary>
internal sealed class Facility : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    /// <summary>Number of the contract; an organisation uses it once.</summary>
    public required string Number { get; init; }

    /// <summary><c>single</c>, <c>revolving</c>, <c>collective</c>.</summary>
    public required string Kind { get; init; }

    public required string Borrower { get; init; }

    /// <summary>Unified social credit code; empty where none is given.</summary>
    public required string BorrowerCode { get; init; }

    public required long AmountFen { get; init; }

    /// <summary>Asked for and outstanding: never above the amount.</summary>
    public required long UsedFen { get; set; }

    public required DateOnly FromDay { get; init; }

    /// <summary>Last day on which money may be drawn.</summary>
    public required DateOnly UntilDay { get; init; }

    /// <summary>Number of the resolution (决议) that allows borrowing; empty where none is needed.</summary>
    public required string ResolutionNo { get; init; }

    public DateOnly? ResolutionUntil { get; init; }

    /// <summary>What the money may be used for, one a line; empty for whatever the contract says.</summary>
    public required string Uses { get; init; }

    /// <summary>Highest loan to value in millionths; null where every right has to be in force instead.</summary>
    public long? MostLtv { get; init; }

    /// <summary>The lender's book in the ledger.</summary>
    public required Guid BookId { get; init; }

    /// <summary><c>open</c>, <c>frozen</c>, <c>closed</c>.</summary>
    public required string State { get; set; }

    /// <summary>Why it is frozen or closed.</summary>
    public required string Because { get; set; }

    /// <summary>The application it came from; null where none is kept.</summary>
    public Guid? ApplicationId { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A pledge that secures a facility.</summary>
internal sealed class FacilityPledge
{
    public required Guid FacilityId { get; init; }

    public required Guid PledgeId { get; init; }
}

/// <summary>成员: who may draw under a collective line, and how much.</summary>
internal sealed class FacilityMember
{
    public required Guid FacilityId { get; init; }

    public required int N { get; init; }

    /// <summary>His number in the association; no identity number is kept.</summary>
    public required string MemberNo { get; init; }

    public required string Name { get; init; }

    /// <summary><c>person</c> or <c>firm</c>.</summary>
    public required string Kind { get; init; }

    public required long CapFen { get; init; }

    public required long UsedFen { get; set; }
}

/// <summary>放款前提条件: what has to be met before money is drawn.</summary>
internal sealed class FacilityCondition
{
    public required Guid FacilityId { get; init; }

    public required int N { get; init; }

    public required string Title { get; init; }

    /// <summary>1 once somebody has shown that it is met.</summary>
    public required int Met { get; set; }

    /// <summary>The paper that shows it; empty before.</summary>
    public required string Document { get; set; }

    /// <summary>Of the paper; empty where it is not kept.</summary>
    public required string Sha256 { get; set; }

    public DateOnly? MetOn { get; set; }

    public required string MetBy { get; set; }
}

/// <summary>违约事项: something about the security of a line that somebody has to put right by a day.</summary>
internal sealed class CovenantBreach : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid FacilityId { get; init; }

    /// <summary><c>coverage</c>, <c>right_lost</c>, <c>pledge_lost</c>, <c>over_line</c>, <c>unregistered</c>, <c>debtor_late</c>, <c>check</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What of its kind it is about, so that a line may have several; empty of kinds a line has once.</summary>
    public string About { get; init; } = "";

    public required DateOnly OpenedOn { get; init; }

    /// <summary>The day by which it has to be put right.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Who has to see to it.</summary>
    public required string Assigned { get; set; }

    public required long ExposureFen { get; set; }

    /// <summary>Value of the rights in force; null while one of them has none.</summary>
    public long? ValueFen { get; set; }

    /// <summary>What has to be repaid, or its worth put in, for the line to be covered again.</summary>
    public required long ShortFen { get; set; }

    /// <summary>The rights lost and why, or what is asked for, as JSON.</summary>
    public required string Facts { get; set; }

    /// <summary>1 until it is put right or set aside.</summary>
    public required int Open { get; set; }

    /// <summary><c>topped_up</c>, <c>replaced</c>, <c>prepaid</c>, <c>restored</c>, <c>remedied</c>, <c>waived</c>; empty while open.</summary>
    public required string Outcome { get; set; }

    public required string Note { get; set; }

    public required long At { get; init; }

    public required string By { get; init; }

    public string? ClosedBy { get; set; }
}
