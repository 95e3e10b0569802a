using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Evidence.Storage;

/// <summary>A leaf of the log: what was stated, without what is confidential.</summary>
internal sealed class LeafRecord : IOwned
{
    /// <summary>Order of arrival; without gaps on SQLite.</summary>
    public required long Arrival { get; init; }

    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Event { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>UTC microseconds, as the leaf states.</summary>
    public required long At { get; init; }

    public required string By { get; init; }

    /// <summary>Canonical JSON, the bytes that are hashed.</summary>
    public required string Leaf { get; init; }

    public required byte[] Sha256 { get; init; }

    public required byte[] Sm3 { get; init; }
}

/// <summary>What a leaf commits to; can be erased without touching the log.</summary>
internal sealed class ContentRecord
{
    /// <summary>The leaf's arrival.</summary>
    public required long Arrival { get; init; }

    public required byte[] Salt { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Content { get; init; }
}

/// <summary>Up to 256 node hashes of one tree (c2sp tlog-tiles).</summary>
internal sealed class TileRecord
{
    /// <summary>Tree × 2⁵⁶ + level × 2⁴⁸ + number; tree 0 SHA-256, 1 SM3.</summary>
    public required long Id { get; init; }

    public required byte[] Hashes { get; init; }
}

/// <summary>A signed state of the log, with the arrivals that brought it there.</summary>
internal sealed class CheckpointRecord
{
    /// <summary>Leaves in the log.</summary>
    public required long Size { get; init; }

    /// <summary>Leaves before this round.</summary>
    public required long SizeBefore { get; init; }

    public required long FirstArrival { get; init; }

    public required long LastArrival { get; init; }

    public required long At { get; init; }

    /// <summary>Canonical JSON, the bytes that are signed.</summary>
    public required string Checkpoint { get; init; }

    /// <summary>JSON list of signatures.</summary>
    public required string Signatures { get; init; }
}

/// <summary>The log itself: its origin and the public keys it signs with.</summary>
internal sealed class LogRecord
{
    public required int Id { get; init; }

    public required string Origin { get; init; }

    /// <summary>JSON list of public keys.</summary>
    public required string Keys { get; init; }

    public required long OpenedAt { get; init; }
}
