using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>挂牌清单: a file of rights somebody offers, as it was taken in; never changed.</summary>
internal sealed class ListingFile : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>The file's own id.</summary>
    public required string Code { get; init; }

    /// <summary>Of the file as it came.</summary>
    public required string Name { get; init; }

    /// <summary>The day its listings are of.</summary>
    public DateOnly? Day { get; init; }

    public required string Source { get; init; }

    /// <summary>Of its bytes, hex; taken in once.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Rights listed.</summary>
    public required int Listings { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>The bytes of a file of listings.</summary>
internal sealed class ListingFileContent
{
    public required Guid FileId { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>候选清单: rights chosen for a need out of a file, with the need as it was.</summary>
internal sealed class Shortlist : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required string Name { get; init; }

    public required Guid FileId { get; init; }

    /// <summary><c>zhirong/need/v1</c> as JSON.</summary>
    public required string Need { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>A right of a shortlist with its place and the reasons for it.</summary>
internal sealed class ShortlistItem
{
    public required Guid ShortlistId { get; init; }

    public required string ListingId { get; init; }

    /// <summary>Place among everything that fits the need.</summary>
    public required int Rank { get; init; }

    /// <summary>Millionths; orders the listings of one answer and is no value.</summary>
    public required long Millionths { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string Owner { get; init; }

    /// <summary>Stretches of the need that stand in it, one a line.</summary>
    public required string Found { get; init; }

    /// <summary>The closest pair of IPC symbols; empty where none is near.</summary>
    public required string Ipc { get; init; }

    /// <summary>How it may be had, words one a line.</summary>
    public required string Modes { get; init; }

    public long? PriceFen { get; init; }
}
