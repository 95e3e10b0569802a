using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Sharing;

/// <summary>What came of a loss under a rule.</summary>
public enum ShareState
{
    Shared,

    /// <summary>The scheme does not cover the loan; the party outside bears all.</summary>
    NotCovered,

    /// <summary>Covered, but what makes it payable has not happened.</summary>
    NotDue,

    /// <summary>待核实: something is not known; nobody's part is stated.</summary>
    Open,
}

/// <summary>One party's part, fen.</summary>
/// <param name="SharedFen">Of the loss that is shared.</param>
/// <param name="OutsideFen">Of the loss that is not.</param>
/// <param name="ReturnedFen">Its part of the net recovery; a fen may run the other way, so that the final parts are those of the final loss.</param>
/// <param name="LimitedBy">The limit that cut its part, if any.</param>
public sealed record PartyLoss(ShareParty Party, long SharedFen, long OutsideFen, long ReturnedFen, string? LimitedBy)
{
    public long TotalFen => SharedFen + OutsideFen;

    public long FinalFen => TotalFen - ReturnedFen;
}

/// <summary>Whether a further loan may be filed with the fund.</summary>
/// <param name="Allowed">Null: not known.</param>
/// <param name="MostFen">Loans that may be filed in all; null without such a rule or where the fund's size is not known.</param>
public sealed record FilingAnswer(bool? Allowed, long? MostFen, IReadOnlyList<SchemeStep> Steps, IReadOnlyList<string> Missing);

/// <summary>A loss divided among the parties.</summary>
/// <param name="Parties">Empty while open or not due.</param>
/// <param name="LossFen">Principal and interest lost; null while not known.</param>
/// <param name="BaseFen">The part that is shared.</param>
/// <param name="NetRecoveryFen">After costs.</param>
/// <param name="SurplusFen">Recovered beyond the whole loss: it belongs to the debtor.</param>
public sealed record ShareResult(ShareRule Rule, FactSheet Sheet, ShareState State, IReadOnlyList<PartyLoss> Parties, long? LossFen, long? BaseFen, long NetRecoveryFen, long SurplusFen, FilingAnswer Filing, IReadOnlyList<ConditionAnswer> Conditions, IReadOnlyList<ConditionAnswer> Trigger, IReadOnlyList<SchemeStep> Steps, IReadOnlyList<string> Missing)
{
    public static IReadOnlyList<string> StateWords { get; } = ["shared", "not_covered", "not_due", "open"];
}
