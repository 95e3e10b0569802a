using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Law;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets;

/// <summary>A number as somebody wrote it and the rights it names, as far as the viewer sees them.</summary>
/// <param name="Rights">None where the register knows it not; several where registers number alike.</param>
/// <param name="Fault">Why the text can be no number of a patent; null where it can, or where a right was found.</param>
public sealed record NumberedRights(string Text, IReadOnlyList<Guid> Rights, Refusal? Fault);

/// <summary>A fee that a receipt shows as paid.</summary>
public sealed record PaidFee(int Year, DateOnly On);

/// <summary>Another right of the register beside which one has to be looked at.</summary>
public sealed record RightBeside(Guid Id, string Number, string Title, string Kind, IReadOnlyList<string> Holders, RightState State);

/// <summary>A right on a day with everything that may stand in the way of disposing of it.</summary>
public sealed record RightOnDay
{
    public required Guid Id { get; init; }

    /// <summary>What names the right whoever keeps it: its strongest number with its office and register, <c>CN:a:201910561574.9</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The number people know it by.</summary>
    public required string Number { get; init; }

    public required RightKind? Kind { get; init; }

    public required string Title { get; init; }

    public required DateOnly? Filed { get; init; }

    public required DateOnly? Granted { get; init; }

    /// <summary>First day no longer in force by law; null while facts are missing.</summary>
    public required DateOnly? Expires { get; init; }

    /// <summary>The state on the day; unknown once the newest source is older than the policy allows.</summary>
    public required Standing State { get; init; }

    /// <summary>The state as far as the sources reach.</summary>
    public required Standing LastState { get; init; }

    /// <summary>The newest day a source stands at, and its name; null and empty where there is none.</summary>
    public required DateOnly? Newest { get; init; }

    public required string NewestSource { get; init; }

    /// <summary>Who holds it on the day.</summary>
    public required IReadOnlyList<Holder> Holders { get; init; }

    /// <summary>What stands on it on the day, from gazettes or typed in.</summary>
    public required IReadOnlyList<Encumbrance> Encumbrances { get; init; }

    /// <summary>The annual fees due by the day that no receipt shows as paid.</summary>
    public required IReadOnlyList<AnnualFee> Unpaid { get; init; }

    /// <summary>The latest fee a receipt shows; null where the register has none.</summary>
    public required PaidFee? LastPaid { get; init; }

    /// <summary>Whether its category owes annual fees at all, as far as the register's tables say.</summary>
    public required bool OwesFees { get; init; }

    /// <summary>Further facts sources state, by our names without <c>other.</c>; classes as <c>class.nice</c>, citations as <c>cited_by</c>.</summary>
    public required IReadOnlyDictionary<string, FieldSaid> Stated { get; init; }

    /// <summary>Of a utility model the inventions of a common holder filed on the same day.</summary>
    public required IReadOnlyList<RightBeside> SameDay { get; init; }

    /// <summary>Of a mark the other marks of a common holder with the same sign.</summary>
    public required IReadOnlyList<RightBeside> SameSign { get; init; }
}
