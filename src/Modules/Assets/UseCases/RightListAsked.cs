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

    /// <summary>Ids of chosen rights, at most <see cref="MostChosen"/>, with points or commas between them.</summary>
    public string? Chosen { get; init; }

    /// <summary>Rights that may be chosen at once: as many as a page shows, and as an address holds.</summary>
    private const int MostChosen = 200;

    public Result<RightQuery> Read(DateOnly today)
    {
        IReadOnlyList<string> states = [.. RightSearch.Groups.Keys, .. RightStates.Words];
        if (!string.IsNullOrEmpty(Kind) && RightKinds.Read(Kind) is null)
        {
            return WebRefusals.OneOf("kind", Kind, RightKinds.Words);
        }

        if (!string.IsNullOrEmpty(State) && !states.Contains(State))
        {
            return WebRefusals.OneOf("state", State, states);
        }

        if (!string.IsNullOrEmpty(Sort) && !RightOrder.Sorts.Contains(Sort))
        {
            return WebRefusals.OneOf("sort", Sort, RightOrder.Sorts);
        }

        var chosen = (Chosen ?? "").Split(['.', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (chosen.Length > MostChosen || chosen.FirstOrDefault(id => !Guid.TryParse(id, out _)) is not null)
        {
            return WebRefusals.Query("chosen", chosen.Length > MostChosen ? $"{chosen.Length}" : chosen.First(id => !Guid.TryParse(id, out _)), new($"至多 {MostChosen} 项权利的编号", $"ids of at most {MostChosen} rights"));
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
            Chosen = chosen.Length == 0 ? null : [.. chosen.Select(Guid.Parse).Distinct()],
            ExpiringBefore = ExpiringBefore,
            Sort = string.IsNullOrEmpty(Sort) ? ExpiringBefore is null ? "newest" : "expires" : Sort,
        };
    }

    private static string? Short(string? text) => text?.Trim() is { Length: > 0 } words ? words.Length > 100 ? words[..100] : words : null;
}
