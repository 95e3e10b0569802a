using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Resolve;

/// <summary>The names a trigger or a step's condition may use, as fixed by <c>ipabs/v1</c>.</summary>
public sealed class DealVocabulary : IRuleVocabulary
{
    internal const int Date = 0, Closing = 1, ExpectedMaturity = 2, LegalMaturity = 3, Size = 4;
    internal const int PoolBalance = 5, CumDefaultRatio = 6, PoolCount = 7, SupportFailed = 8, ServicerRating = 9, ServicerInsolvent = 10;
    internal const int FirstTranche = 16;

    private readonly Dictionary<string, (int Slot, RuleType Type)> names = new(StringComparer.Ordinal)
    {
        ["date"] = (Date, RuleType.Date),
        ["closing"] = (Closing, RuleType.Date),
        ["expected_maturity"] = (ExpectedMaturity, RuleType.Date),
        ["legal_maturity"] = (LegalMaturity, RuleType.Date),
        ["size"] = (Size, RuleType.Number),
        ["pool.balance"] = (PoolBalance, RuleType.Number),
        ["pool.cum_default_ratio"] = (CumDefaultRatio, RuleType.Number),
        ["pool.count"] = (PoolCount, RuleType.Number),
        ["support.failed"] = (SupportFailed, RuleType.Flag),
        ["servicer.rating"] = (ServicerRating, RuleType.Grade),
        ["servicer.insolvent"] = (ServicerInsolvent, RuleType.Flag),
    };

    public DealVocabulary(DealDefinition deal)
    {
        TrancheCount = deal.Tranches.Count;
        for (var i = 0; i < TrancheCount; i++)
        {
            var slot = FirstTranche + (i * 3);
            names[$"{deal.Tranches[i].Id}.balance"] = (slot, RuleType.Number);
            names[$"{deal.Tranches[i].Id}.interest_unpaid"] = (slot + 1, RuleType.Number);
            names[$"{deal.Tranches[i].Id}.principal_unpaid"] = (slot + 2, RuleType.Number);
        }

        for (var i = 0; i < deal.Supports.Count; i++)
        {
            if (deal.Supports[i].Kind == SupportKind.CashReserve)
            {
                names[$"{deal.Supports[i].Id}.balance"] = (FirstSupport + i, RuleType.Number);
            }
        }
    }

    internal int TrancheCount { get; }

    internal int FirstSupport => FirstTranche + (TrancheCount * 3);

    /// <summary>The facts about outside parties that a scenario may give.</summary>
    public static IReadOnlyDictionary<string, RuleType> OutsideFacts { get; } = new Dictionary<string, RuleType>
    {
        ["servicer.rating"] = RuleType.Grade,
        ["servicer.insolvent"] = RuleType.Flag,
    };

    public IReadOnlyCollection<string> Names => names.Keys;

    public bool TryFind(string name, out int slot, out RuleType type)
    {
        var found = names.TryGetValue(name, out var entry);
        (slot, type) = entry;
        return found;
    }
}
