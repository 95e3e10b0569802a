using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit;

/// <summary>The rule by which costs of the whole issue fall on its borrowers; it is stated with every split.</summary>
public enum SplitRule
{
    /// <summary>按融资额分摊.</summary>
    ByPrincipal,

    /// <summary>按户平均.</summary>
    Equally,
}

/// <summary>前期费用分摊: costs paid once for the issue, split to the fen; the parts always sum to the whole.</summary>
public static class IssueCostSplit
{
    /// <summary>The words written in files, in the order of <see cref="SplitRule"/>.</summary>
    public static IReadOnlyList<string> RuleWords { get; } = ["principal", "equal"];

    /// <summary>The rule as a sentence.</summary>
    public static Words Statement(SplitRule rule) => rule == SplitRule.ByPrincipal
        ? new("按融资额比例分摊，尾差按最大余额法归位", "in proportion to principal, odd fen by largest remainder")
        : new("按户平均分摊，尾差归前列", "equally, odd fen to the first");

    /// <summary>One part for each borrower, in the same order.</summary>
    /// <param name="total">The cost of the whole issue, not negative.</param>
    /// <param name="principals">Each borrower's principal; at least one positive.</param>
    /// <param name="rule">The stated rule.</param>
    public static IReadOnlyList<Money> Of(Money total, IReadOnlyList<Money> principals, SplitRule rule)
    {
        ArgumentOutOfRangeException.ThrowIfZero(principals.Count);
        var weights = principals.Select(p => rule == SplitRule.ByPrincipal ? p.Fen : 1).ToArray();
        var parts = new long[weights.Length];
        Rounding.Split(total.Fen, weights, parts);
        return [.. parts.Select(Money.OfFen)];
    }
}
