using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>What a list of rights is asked for, on a page or in an export.</summary>
internal sealed class RightListAsked
{
    /// <summary>Words of titles, or a number in any spelling.</summary>
    public string? Query { get; init; }

    /// <summary>Words of a holder's name.</summary>
    public string? Owner { get; init; }

    public string? Kind { get; init; }

    public string? State { get; init; }

    /// <summary>The day of the state; today where it is not given.</summary>
    public DateOnly? Day { get; init; }

    public string? Ipc { get; init; }

    public Guid? Firm { get; init; }

    public string? Family { get; init; }

    /// <summary>Rights this source was the first to say something of.</summary>
    public Guid? Source { get; init; }

    public bool? Encumbered { get; init; }

    public DateOnly? ExpiringBefore { get; init; }

    public string? Sort { get; init; }

    public Result<RightQuery> Read(DateOnly today)
    {
        IReadOnlyList<string> states = [.. RightSearch.Groups.Keys, .. RightStates.Words];
        if (!string.IsNullOrEmpty(Kind) && RightKinds.Read(Kind) is null)
        {
            return WebRefusals.Query("kind", Kind, Words.Same(string.Join(" | ", RightKinds.Words)));
        }

        if (!string.IsNullOrEmpty(State) && !states.Contains(State))
        {
            return WebRefusals.Query("state", State, Words.Same(string.Join(" | ", states)));
        }

        if (!string.IsNullOrEmpty(Sort) && !RightSearch.Sorts.Contains(Sort))
        {
            return WebRefusals.Query("sort", Sort, Words.Same(string.Join(" | ", RightSearch.Sorts)));
        }

        return new RightQuery(Day ?? today)
        {
            Words = Short(Query),
            Owner = Short(Owner),
            Kind = string.IsNullOrEmpty(Kind) ? null : RightKinds.Read(Kind),
            State = State,
            IpcPrefix = Short(Ipc)?.ToUpperInvariant(),
            Firm = Firm,
            Family = Short(Family),
            Source = Source,
            Encumbered = Encumbered,
            ExpiringBefore = ExpiringBefore,
            Sort = string.IsNullOrEmpty(Sort) ? ExpiringBefore is null ? "newest" : "expires" : Sort,
        };
    }

    private static string? Short(string? text) => text?.Trim() is { Length: > 0 } words ? words.Length > 100 ? words[..100] : words : null;
}
