using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Sharing;

/// <summary>Who bears a part of a loss: fund, bank, insurer, guarantor, appraiser, …</summary>
public sealed record ShareParty(string Id, Words Title);

/// <summary>How a tier applies.</summary>
public enum TierMode
{
    /// <summary>The tier the whole figure falls in holds for all of the loss: a cliff.</summary>
    Whole,

    /// <summary>Each slice of the figure has its own tier's shares.</summary>
    Marginal,
}

/// <summary>A party's share of what the parties before it leave.</summary>
public sealed record ChainLink(string Party, decimal Share);

/// <summary>The shares up to a figure.</summary>
/// <param name="UpToFen">Inclusive; null: without end.</param>
/// <param name="Shares">By party, summing to 1; null where the text does not show them or a chain stands instead.</param>
/// <param name="Chain">In order; the residual party takes what is left.</param>
public sealed record ShareTier(string Id, Words Title, long? UpToFen, IReadOnlyDictionary<string, decimal>? Shares, IReadOnlyList<ChainLink> Chain)
{
    /// <summary>Where this figure was read; empty: where the scheme was.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A layer of the loss from one amount to another and who bears it.</summary>
/// <param name="FromFen">Attachment.</param>
/// <param name="ToFen">Detachment; null: without end.</param>
public sealed record ShareLayer(string Id, Words Title, long FromFen, long? ToFen, IReadOnlyDictionary<string, decimal> Shares)
{
    /// <summary>Where this figure was read; empty: where the scheme was.</summary>
    public string Source { get; init; } = "";
}

/// <summary>What a limit is counted over.</summary>
public enum LimitScope
{
    Loan,
    Firm,
    Bank,

    /// <summary>What the fund holds; no amount of the rule.</summary>
    FundBalance,
}

/// <summary>The most a party pays; what is beyond falls to the residual party.</summary>
/// <param name="LimitFen">Null for the balance of the fund, or where the text does not show it.</param>
public sealed record ShareLimit(string Id, Words Title, string Party, LimitScope Scope, long? LimitFen)
{
    /// <summary>Where this figure was read; empty: where the scheme was.</summary>
    public string Source { get; init; } = "";

    /// <summary>As in files, in the order of <see cref="LimitScope"/>.</summary>
    public static IReadOnlyList<string> ScopeWords { get; } = ["loan", "firm", "bank", "fund_balance"];
}

/// <summary>When further loans may be filed with the fund.</summary>
/// <param name="Leverage">Loans filed at most so many times the fund's size; null: no such rule.</param>
/// <param name="SuspendAbove">No further filing while the rate of bad loans is above this; null: no such rule.</param>
public sealed record FilingRule(decimal? Leverage, decimal? SuspendAbove)
{
    /// <summary>Where this figure was read; empty: where the scheme was.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A scheme of risk sharing as data, <c>zhirong/share-rule/v1</c>.</summary>
public sealed record ShareRule
{
    public const string Schema = "zhirong/share-rule/v1";

    public const string LossBase = "loss.base";

    public static IReadOnlyList<string> LossWords { get; } = ["principal", "principal_and_interest"];

    public required SchemeHead Head { get; init; }

    public required SchemeVocabulary Vocabulary { get; init; }

    public IReadOnlyList<ReferenceRate> Rates { get; init; } = [];

    public IReadOnlyList<SchemeCondition> Conditions { get; init; } = [];

    /// <summary>One of these has to hold before anybody pays; none: due at once.</summary>
    public IReadOnlyList<SchemeCondition> Trigger { get; init; } = [];

    public required IReadOnlyList<ShareParty> Parties { get; init; }

    /// <summary>Takes what rounding and limits leave.</summary>
    public required string Residual { get; init; }

    /// <summary>Bears the part of the loss that is not shared, and all of it where the scheme does not cover the loan.</summary>
    public required string Outside { get; init; }

    public bool WithInterest { get; init; }

    /// <summary>Only the part of the loan secured by intellectual property is shared.</summary>
    public bool IpPortionOnly { get; init; }

    /// <summary>A money fact, or <see cref="LossBase"/>.</summary>
    public string TiersBy { get; init; } = "loan.balance";

    public TierMode TierMode { get; init; }

    /// <summary>Rising; empty where layers stand instead or nothing is published.</summary>
    public IReadOnlyList<ShareTier> Tiers { get; init; } = [];

    /// <summary>From 0, without a gap.</summary>
    public IReadOnlyList<ShareLayer> Layers { get; init; } = [];

    public IReadOnlyList<ShareLimit> Limits { get; init; } = [];

    public FilingRule Filing { get; init; } = new(null, null);

    /// <summary>The cost of recovery is taken from recoveries before they are returned.</summary>
    public bool CostsFirst { get; init; } = true;

    /// <summary>Ids of the limits whose use before counts.</summary>
    public IReadOnlyList<string> CountedLimits => [.. Limits.Where(l => l.Scope is LimitScope.Firm or LimitScope.Bank).Select(l => l.Id)];
}
