using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Storage;

/// <summary>机构自有政策: a credit policy under its code; what it says lies in its texts.</summary>
internal sealed class OwnPolicy : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Number of its newest text.</summary>
    public int Version { get; set; }

    public required string Code { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A version of a credit policy; never changed.</summary>
internal sealed class PolicyText
{
    public required Guid PolicyId { get; init; }

    public required int Number { get; init; }

    /// <summary>The text's own version.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>Of the content, as decisions name it: <c>sha256:…</c>.</summary>
    public required string Hash { get; init; }

    /// <summary>Number it started from; 0 is the shipped one, or none.</summary>
    public required int Parent { get; init; }

    /// <summary>The first day it decides.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The last day it decides; null without end.</summary>
    public DateOnly? EffectiveTo { get; init; }

    public required string Reason { get; init; }

    public required long SavedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string SavedBy { get; init; }

    /// <summary>Who approved it; empty where nobody else could.</summary>
    public required string CheckedBy { get; init; }

    /// <summary>The case in which it was approved.</summary>
    public Guid? ApprovalId { get; init; }
}
