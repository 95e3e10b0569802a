using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets;

/// <summary>What rights are asked for; what is null does not narrow.</summary>
/// <param name="Day">The day on which the state, the holder and encumbrances are asked.</param>
public sealed record RightQuery(DateOnly Day)
{
    /// <summary>Of titles, or a number in any spelling.</summary>
    public string? Words { get; init; }

    /// <summary>Words of a holder's name.</summary>
    public string? Owner { get; init; }

    public RightKind? Kind { get; init; }

    /// <summary>A word of <see cref="RightStates"/>, or <c>in_force</c>, <c>pending</c>, <c>over</c>.</summary>
    public string? State { get; init; }

    public string? IpcPrefix { get; init; }

    public Guid? Firm { get; init; }

    public string? Family { get; init; }

    public bool? Encumbered { get; init; }

    /// <summary>Rights of which this source says something it was the first to say.</summary>
    public Guid? Source { get; init; }

    /// <summary>These rights alone.</summary>
    public IReadOnlyList<Guid>? Chosen { get; init; }

    /// <summary>In force by its term on <see cref="Day"/>, and no longer on this day.</summary>
    public DateOnly? ExpiringBefore { get; init; }

    /// <summary><c>newest</c> (taken in last first), <c>number</c>, <c>filed</c>, <c>expires</c> (those whose end is known), <c>title</c> and <c>holder</c> (by code point), <c>state</c> (as a right lives).</summary>
    public string Sort { get; init; } = "newest";

    /// <summary>The page behind a row, or before it; null for the first one.</summary>
    public PlaceInList? Place { get; init; }

    public int Take { get; init; } = 50;

    /// <summary>What is asked, without the page and the day: a place of one list is none of another.</summary>
    internal string Asked => string.Join('\u001F', Words, Owner, Kind?.Word(), State, IpcPrefix, Firm, Family, Encumbered, Source, ExpiringBefore?.DayNumber, Sort, Chosen is null ? null : string.Join(',', Chosen));
}
