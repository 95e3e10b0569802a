using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Subsidies;

/// <summary>What an aid is a part of.</summary>
public enum BaseKind
{
    /// <summary>Interest actually paid.</summary>
    InterestPaid,

    /// <summary>A fee or premium actually paid.</summary>
    FeePaid,

    /// <summary>Principal × a published rate × time.</summary>
    ReferenceRate,

    /// <summary>Principal × a percentage × time.</summary>
    Percent,

    /// <summary>A fixed amount, where named times a count.</summary>
    Amount,
}

/// <summary>The figure an aid is computed from.</summary>
/// <param name="Fact">The money fact: what was paid, or the principal; empty for a fixed amount.</param>
/// <param name="Rate">Id of the reference rate.</param>
/// <param name="LowerActual">Takes the loan's own rate where it is lower than the reference rate.</param>
/// <param name="AtMost">A money fact the base may not exceed, before the multiplier.</param>
/// <param name="Times">A number fact a fixed amount is multiplied with.</param>
public sealed record SubsidyGround(BaseKind Kind, string Fact, string? Rate, decimal? Percent, long? AmountFen, bool LowerActual, string? AtMost, string? Times)
{
    /// <summary>As in files, in the order of <see cref="BaseKind"/>.</summary>
    public static IReadOnlyList<string> KindWords { get; } = ["interest_paid", "fee_paid", "reference_rate", "percent", "amount"];
}

/// <summary>A row of a multiplier: the first whose condition holds counts.</summary>
/// <param name="Value">0 to 10; null: the text does not show it.</param>
public sealed record MultiplierRow(string Id, Words Title, RuleExpression? When, decimal? Value)
{
    /// <summary>Where this figure was read; empty: where the scheme was.</summary>
    public string Source { get; init; } = "";
}

/// <summary>How long the aid runs.</summary>
/// <param name="Basis"><c>whole_year</c>, <c>months</c>, or the name of a day count.</param>
/// <param name="Convention">The day count; null for the other two.</param>
/// <param name="From">First day, a date fact.</param>
/// <param name="To">Last day, not counted, a date fact.</param>
/// <param name="MaxMonths">Beyond this no aid runs.</param>
/// <param name="OnBalances">Runs on the drawn balance day by day and not on the principal.</param>
public sealed record SubsidyTime(string Basis, DayCountConvention? Convention, string From, string To, int? MaxMonths, bool OnBalances)
{
    public static SubsidyTime WholeYear { get; } = new("whole_year", null, "loan.drawn", "loan.due", null, false);
}

/// <summary>What a cap is counted over.</summary>
public enum CapScope
{
    /// <summary>This item of this application; nothing used before counts.</summary>
    Item,
    Loan,
    FirmYear,
    FirmLifetime,
}

/// <summary>A ceiling.</summary>
/// <param name="LimitFen">Null: the text does not show it.</param>
/// <param name="When">Where it holds; null: always.</param>
public sealed record SubsidyCap(string Id, Words Title, CapScope Scope, long? LimitFen, RuleExpression? When)
{
    /// <summary>Where this figure was read; empty: where the scheme was.</summary>
    public string Source { get; init; } = "";

    /// <summary>As in files, in the order of <see cref="CapScope"/>.</summary>
    public static IReadOnlyList<string> ScopeWords { get; } = ["item", "loan", "firm_year", "firm_lifetime"];
}

/// <summary>One cost that is aided.</summary>
public sealed record SubsidyItem(string Id, Words Title, IReadOnlyList<SchemeCondition> Conditions, SubsidyGround Base, IReadOnlyList<MultiplierRow> Multiplier, SubsidyTime Time, IReadOnlyList<SubsidyCap> Caps)
{
    /// <summary>Where this figure was read; empty: where the scheme was.</summary>
    public string Source { get; init; } = "";
}

/// <summary>Items with a ceiling together; what exceeds it is cut from the last item backwards.</summary>
public sealed record CapGroup(string Id, Words Title, IReadOnlyList<string> Items, IReadOnlyList<SubsidyCap> Caps);

/// <summary>The money of a year; when more is approved than there is, every application gets the same part of its own.</summary>
/// <param name="LimitFen">Null: the text does not show it.</param>
public sealed record SubsidyPool(string Id, Words Title, long? LimitFen)
{
    /// <summary>Where this figure was read; empty: where the scheme was.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A scheme of aid as data, <c>zhirong/subsidy-rule/v1</c>.</summary>
public sealed record SubsidyRule
{
    public const string Schema = "zhirong/subsidy-rule/v1";

    public required SchemeHead Head { get; init; }

    public required SchemeVocabulary Vocabulary { get; init; }

    public IReadOnlyList<ReferenceRate> Rates { get; init; } = [];

    public IReadOnlyList<SchemeCondition> Conditions { get; init; } = [];

    public IReadOnlyList<FilingWindow> Windows { get; init; } = [];

    public IReadOnlyList<SubsidyItem> Items { get; init; } = [];

    public IReadOnlyList<CapGroup> Groups { get; init; } = [];

    public SubsidyPool? Pool { get; init; }

    /// <summary>Every cap, in the order it binds.</summary>
    public IEnumerable<SubsidyCap> Caps => Items.SelectMany(i => i.Caps).Concat(Groups.SelectMany(g => g.Caps));

    /// <summary>Ids of the caps whose use before counts.</summary>
    public IReadOnlyList<string> CountedCaps => [.. Caps.Where(c => c.Scope != CapScope.Item).Select(c => c.Id)];
}
