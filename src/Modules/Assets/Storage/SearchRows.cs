using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>保存的筛选: a search of the register under a name, one person's own or the whole organisation's.</summary>
internal sealed class KeptSearch : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    /// <summary>Unique for its holder.</summary>
    public required string Name { get; set; }

    /// <summary>The user whose own it is; empty where it is shared with the organisation.</summary>
    public required string Holder { get; set; }

    /// <summary>The user who made it, who alone takes it back from the organisation.</summary>
    public required string MadeBy { get; init; }

    /// <summary>What is asked, as JSON.</summary>
    public required string Asked { get; set; }

    /// <summary>The columns shown, by their words with points between them; empty for all.</summary>
    public required string Columns { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}
