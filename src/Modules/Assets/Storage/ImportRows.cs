using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Which titles of columns stand for which field, under a name the organisation gave it.</summary>
internal sealed class MappingRow : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    /// <summary><c>rights</c> or <c>firms</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Title to field as JSON; an empty field leaves the column unread.</summary>
    public required string Columns { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A large file that waits until a worker takes it in; gone when that is done.</summary>
internal sealed class UploadRow : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required long Size { get; init; }

    public required long At { get; init; }
}

/// <summary>A piece of a waiting file.</summary>
internal sealed class UploadPartRow
{
    public required Guid UploadId { get; init; }

    /// <summary>From 0.</summary>
    public required int N { get; init; }

    public required byte[] Content { get; init; }
}
