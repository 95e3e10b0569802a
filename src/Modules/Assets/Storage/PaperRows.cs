using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>企业材料: a document a firm handed in once, whatever applications use it.</summary>
internal sealed class FirmPaper : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid FirmId { get; init; }

    /// <summary>A word of <see cref="Papers.PaperKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Of the file.</summary>
    public required string Name { get; init; }

    /// <summary>Of its bytes, hex; a firm hands the same bytes in once.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Last day it may be relied on, where it names one.</summary>
    public DateOnly? ValidUntil { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>The bytes of a document; never changed.</summary>
internal sealed class FirmPaperContent
{
    public required Guid PaperId { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>A record a document is used for, by its kind and id in the room that keeps it.</summary>
internal sealed class FirmPaperUse
{
    public required Guid PaperId { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}
