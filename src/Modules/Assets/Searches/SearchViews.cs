using System.Text.Json;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Searches;

/// <summary>What a kept search asks, by the names of <c>/rights</c>; what is null does not narrow.</summary>
public sealed record SearchAsked(
    string? Query = null, string? Owner = null, string? Kind = null, string? State = null, DateOnly? Day = null, string? Ipc = null, Guid? Firm = null, string? Family = null, Guid? Source = null, bool? Encumbered = null, DateOnly? ExpiringBefore = null, string? Sort = null)
{
    internal RightListAsked ToList() => new()
    {
        Query = Query,
        Owner = Owner,
        Kind = Kind,
        State = State,
        Day = Day,
        Ipc = Ipc,
        Firm = Firm,
        Family = Family,
        Source = Source,
        Encumbered = Encumbered,
        ExpiringBefore = ExpiringBefore,
        Sort = Sort,
    };
}

/// <param name="Name">1 to 40 characters, unique among one's own or among those shared.</param>
/// <param name="Shared">With everybody of the organisation; else for oneself alone.</param>
/// <param name="Columns">Words of the columns shown (<c>title</c>, <c>holder</c>, …); none or null for all.</param>
/// <param name="BaseVersion">The version that was changed; not needed for a new one.</param>
public sealed record KeepSearchRequest(string Name, bool Shared, SearchAsked Asked, IReadOnlyList<string>? Columns = null, int? BaseVersion = null);

/// <summary>A search as it is kept.</summary>
/// <param name="Mine">Made by whoever asks.</param>
/// <param name="Columns">The columns shown; none for all.</param>
public sealed record KeptSearchView(Guid Id, int Version, string Name, bool Shared, bool Mine, SearchAsked Asked, IReadOnlyList<string> Columns, string ChangedAt, string ChangedBy)
{
    internal static KeptSearchView Of(KeptSearch row, Viewer viewer) => new(
        row.Id, row.Version, row.Name, row.Holder.Length == 0, row.MadeBy == HolderOf(viewer), JsonSerializer.Deserialize<SearchAsked>(row.Asked, WebJson.Options)!, row.Columns.Length == 0 ? [] : row.Columns.Split('.'), Instant.Text(row.ChangedAt), row.ChangedBy);

    /// <summary>Whose own a search is that nobody else sees.</summary>
    internal static string HolderOf(Viewer viewer) => RowValues.Of(viewer.User);
}

/// <summary>One's own searches and those of the organisation, by name.</summary>
public sealed record KeptSearchList(IReadOnlyList<KeptSearchView> Searches);
