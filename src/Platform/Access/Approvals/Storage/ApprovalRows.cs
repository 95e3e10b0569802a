using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.Approvals.Storage;

/// <summary>An act that waits for approval, with its route as it was when it began.</summary>
internal sealed class Approval : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Act { get; init; }

    public required string TitleZh { get; init; }

    public required string TitleEn { get; init; }

    public string? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    public long? AmountFen { get; init; }

    public required Guid InitiatorId { get; init; }

    public required string Initiator { get; init; }

    /// <summary>JSON of the level.</summary>
    public required string Route { get; init; }

    /// <summary>Code and version of the routes it stood in.</summary>
    public required string RouteOf { get; init; }

    /// <summary>A word of <see cref="Model.ApprovalWords.States"/>.</summary>
    public required string State { get; set; }

    public int Round { get; set; }

    public int Step { get; set; }

    /// <summary>JSON list of user ids.</summary>
    public required string Members { get; set; }

    public required DateOnly DecideBy { get; set; }

    public DateOnly? ValidUntil { get; set; }

    public required long OpenedAt { get; init; }

    public required long ChangedAt { get; set; }

    /// <summary>How often it was begun to be done.</summary>
    public int Tries { get; set; }

    /// <summary>Not before this instant.</summary>
    public long NextAt { get; set; }

    /// <summary>HTTP status of what was done; null before.</summary>
    public int? Status { get; set; }

    /// <summary>The endpoint's answer; null before, and where it was too long to keep.</summary>
    public string? Answer { get; set; }
}

/// <summary>The request a case is about; one more after each supplement.</summary>
internal sealed class ApprovalRequest
{
    public required Guid ApprovalId { get; init; }

    public required int Round { get; init; }

    /// <summary>The endpoint by its name.</summary>
    public required string Endpoint { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Query { get; init; }

    /// <summary>JSON of the route's values.</summary>
    public required string RouteValues { get; init; }

    public string? ContentType { get; init; }

    public required string Language { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>1 where the body is protected with the installation's keys, since it holds a secret.</summary>
    public int IsProtected { get; init; }

    /// <summary>SHA-256 of the body as sent, hex.</summary>
    public required string BodyHash { get; init; }

    /// <summary>JSON of the fields before and after, as those who decide see them.</summary>
    public required string Shown { get; init; }

    public required long At { get; init; }
}

/// <summary>One decision.</summary>
internal sealed class ApprovalDecision
{
    public required Guid ApprovalId { get; init; }

    public required int No { get; init; }

    public required int Round { get; init; }

    public required int Step { get; init; }

    public required string Kind { get; init; }

    public required Guid UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>Who gave the delegation it was made under; null for the person himself.</summary>
    public Guid? ForId { get; init; }

    public string? ForName { get; init; }

    public Guid? DelegationId { get; init; }

    /// <summary>Roles that counted, JSON.</summary>
    public required string Roles { get; init; }

    public required string Note { get; init; }

    /// <summary>JSON list.</summary>
    public required string Conditions { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required long At { get; init; }
}

/// <summary>One condition.</summary>
internal sealed class ApprovalCondition
{
    public required Guid ApprovalId { get; init; }

    public required int No { get; init; }

    public required int Round { get; init; }

    public required int Step { get; init; }

    public required string Text { get; init; }

    public required Guid SetBy { get; init; }

    public string? Met { get; set; }

    public Guid? ConfirmedBy { get; set; }

    public string? ConfirmedName { get; set; }
}

/// <summary>A delegation.</summary>
internal sealed class DelegationRow : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid FromId { get; init; }

    public required string FromName { get; init; }

    public required Guid ToId { get; init; }

    public required string ToName { get; init; }

    /// <summary>JSON list of acts.</summary>
    public required string Acts { get; init; }

    public required DateOnly FirstOn { get; init; }

    public required DateOnly LastOn { get; init; }

    public required string Note { get; init; }

    public required long GivenAt { get; init; }

    public long? EndedAt { get; set; }

    public string? EndedBy { get; set; }
}

/// <summary>A mandate: acts that run at once up to a limit.</summary>
internal sealed class Mandate : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Act { get; init; }

    /// <summary>Product it is for; empty for all.</summary>
    public required string Product { get; init; }

    public required string Title { get; init; }

    public required long LimitFen { get; init; }

    public required long DailyFen { get; init; }

    public required DateOnly FirstOn { get; init; }

    public required DateOnly UntilOn { get; init; }

    public required string Note { get; init; }

    /// <summary>The case in which it was approved; null where nobody else could decide.</summary>
    public Guid? ApprovalId { get; init; }

    public required long MadeAt { get; init; }

    public required string MadeBy { get; init; }

    public long? EndedAt { get; set; }

    public string? EndedBy { get; set; }
}

/// <summary>What of a mandate was used on a day.</summary>
internal sealed class MandateDay
{
    public required Guid MandateId { get; init; }

    public required DateOnly UsedOn { get; init; }

    public required long Fen { get; set; }

    public required int Uses { get; set; }
}

/// <summary>One use of a mandate.</summary>
internal sealed class MandateUse
{
    public required Guid Id { get; init; }

    public required Guid MandateId { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    public required DateOnly UsedOn { get; init; }

    public required long Fen { get; init; }

    public required long At { get; init; }

    public required string UsedBy { get; init; }
}

/// <summary>An organisation's own routes, version by version.</summary>
internal sealed class RouteVersion : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required int No { get; init; }

    public required string Text { get; init; }

    /// <summary>SHA-256 of the text, hex.</summary>
    public required string Sha256 { get; init; }

    public required string Note { get; init; }

    public required long SavedAt { get; init; }

    public required string SavedBy { get; init; }
}
