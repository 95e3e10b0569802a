using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>质押登记: one filing with one registry, from its draft to its end.</summary>
internal sealed class PledgeRegistration : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid PledgeId { get; init; }

    public int Version { get; set; }

    public required string Registry { get; init; }

    public required string State { get; set; }

    /// <summary><c>online</c> or <c>paper</c>; empty before it is filed.</summary>
    public required string Channel { get; set; }

    /// <summary>The list of grounds it was filed under, and the version of the rules; empty before.</summary>
    public required string GroundSet { get; set; }

    /// <summary>受理号 of the registry.</summary>
    public required string ReceiptNo { get; set; }

    /// <summary>登记号.</summary>
    public required string RegistrationNo { get; set; }

    public DateOnly? SubmittedOn { get; set; }

    /// <summary>The day of the record.</summary>
    public DateOnly? RegisteredOn { get; set; }

    /// <summary>From when the pledge counts in law.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Its last day; null where registrations there do not end by themselves.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>First day it stands no longer; of one void from the beginning the day it began.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>The next day by which something is due, and what: <c>office</c>, <c>cure</c>, <c>extend</c>, <c>cancel_old</c>.</summary>
    public DateOnly? Due { get; set; }

    public required string DueKind { get; set; }

    /// <summary>1 where the year of the due day is not published yet, so that it may move.</summary>
    public required int DueProvisional { get; set; }

    /// <summary>The day of the last step.</summary>
    public DateOnly? LastOn { get; set; }

    /// <summary>The end asked for, or what of a change is asked, while it is pending.</summary>
    public DateOnly? AskedExpires { get; set; }

    public required string AskedNote { get; set; }

    /// <summary>The registration whose rights it replaces.</summary>
    public Guid? Replaces { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A step of a registration; never changed.</summary>
internal sealed class RegistrationStep
{
    public required Guid RegistrationId { get; init; }

    public required int N { get; init; }

    public required string Act { get; init; }

    public required string FromState { get; init; }

    public required string ToState { get; init; }

    /// <summary>The day of the record.</summary>
    public required DateOnly OnDay { get; init; }

    /// <summary>The day from which it counts in law.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Number of the registry's paper.</summary>
    public required string ReceiptNo { get; init; }

    public required string Note { get; init; }

    /// <summary>Papers as JSON: name and SHA-256 of each.</summary>
    public required string Documents { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary><c>hand</c>, or the id of the file of answers it was read from.</summary>
    public required string Origin { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>What somebody declared, agreed to or confirmed on a ground.</summary>
internal sealed class GroundStatement
{
    public required Guid RegistrationId { get; init; }

    public required int N { get; init; }

    /// <summary><c>declaration</c>, <c>consent</c>, <c>confirmation</c>.</summary>
    public required string Kind { get; init; }

    public required string Ground { get; init; }

    /// <summary>Null for every right of the registration.</summary>
    public Guid? RightId { get; init; }

    public required string Who { get; init; }

    public required string Document { get; init; }

    /// <summary>Of the paper; empty where there is none.</summary>
    public required string Sha256 { get; init; }

    public required DateOnly OnDay { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>A file of a registry's answers, with what became of each line.</summary>
internal sealed class AnswerFile : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Registry { get; init; }

    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    public required int Lines { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>One answer of a file.</summary>
internal sealed class AnswerLine
{
    public required Guid FileId { get; init; }

    public required int N { get; init; }

    public required int Line { get; init; }

    /// <summary>The same answer has the same print, in whatever file it comes again.</summary>
    public required string Print { get; init; }

    public required string Reference { get; init; }

    public required string Act { get; init; }

    public string? OnDay { get; init; }

    public Guid? RegistrationId { get; init; }

    /// <summary><c>taken</c>, <c>repeated</c> or <c>refused</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why it was not taken, as JSON; empty where it was.</summary>
    public required string Reason { get; init; }
}
