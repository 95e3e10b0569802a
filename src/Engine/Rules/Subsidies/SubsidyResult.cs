using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Subsidies;

/// <summary>What came of an item or of the whole.</summary>
public enum AidState
{
    Granted,

    /// <summary>A condition is known not to hold.</summary>
    Refused,

    /// <summary>待核实: something is not known; never zero, never paid.</summary>
    Open,
}

/// <summary>One item's aid.</summary>
/// <param name="AmountFen">Null while open; 0 when refused.</param>
/// <param name="AtMostFen">While open: what it would be if all that is unknown were in favour; null where not even that can be said.</param>
/// <param name="Missing">Names of facts, rates and uses of caps that are not known.</param>
public sealed record ItemAid(SubsidyItem Item, AidState State, long? AmountFen, long? AtMostFen, IReadOnlyList<ConditionAnswer> Conditions, IReadOnlyList<SchemeStep> Steps, IReadOnlyList<string> Missing);

/// <summary>The aid of one case under one rule.</summary>
/// <param name="TotalFen">Null while open.</param>
/// <param name="Steps">Steps of the whole: force, windows, groups, pool.</param>
/// <param name="CapUses">Fen this aid uses of each counted cap, in the order of the rule.</param>
public sealed record SubsidyResult(SubsidyRule Rule, FactSheet Sheet, AidState State, long? TotalFen, long? AtMostFen, IReadOnlyList<ItemAid> Items, IReadOnlyList<ConditionAnswer> Conditions, IReadOnlyList<SchemeStep> Steps, IReadOnlyList<string> Missing, IReadOnlyList<KeyValuePair<string, long>> CapUses)
{
    public static IReadOnlyList<string> StateWords { get; } = ["granted", "refused", "open"];
}
