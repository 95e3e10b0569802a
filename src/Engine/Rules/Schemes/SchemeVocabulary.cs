using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>
/// The names a scheme's expressions may use: every fact by its name, each word of a word fact as a flag
/// (<c>firm.size.small</c>), each reference rate as <c>rate.&lt;id&gt;</c>.
/// </summary>
public sealed class SchemeVocabulary : IRuleVocabulary
{
    private readonly Dictionary<string, SchemeFact> facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Slot, RuleType Type)> names = new(StringComparer.Ordinal);
    private readonly List<Slot> slots = [];

    public SchemeVocabulary(IEnumerable<SchemeFact> own, IEnumerable<string> rates)
    {
        foreach (var fact in StandardFacts.All.Concat(own))
        {
            if (!facts.TryAdd(fact.Name, fact))
            {
                continue;
            }

            if (fact.Kind == FactKind.Word)
            {
                for (var i = 0; i < fact.Words.Count; i++)
                {
                    Add($"{fact.Name}.{fact.Words[i]}", RuleType.Flag, new(fact, i, null));
                }
            }
            else
            {
                Add(fact.Name, fact.Kind switch { FactKind.Date => RuleType.Date, FactKind.Flag => RuleType.Flag, _ => RuleType.Number }, new(fact, -1, null));
            }
        }

        foreach (var rate in rates)
        {
            Add($"rate.{rate}", RuleType.Number, new(null, -1, rate));
        }
    }

    public IReadOnlyCollection<string> Names => names.Keys;

    /// <summary>Every fact that may be given.</summary>
    public IReadOnlyCollection<SchemeFact> Facts => facts.Values;

    public SchemeFact? Fact(string name) => facts.GetValueOrDefault(name);

    public bool TryFind(string name, out int slot, out RuleType type)
    {
        var found = names.TryGetValue(name, out var known);
        (slot, type) = known;
        return found;
    }

    /// <summary>The facts an expression reads, with the reference rates as <c>rate.&lt;id&gt;</c>.</summary>
    internal IEnumerable<string> Reads(RuleExpression expression) =>
        expression.Names.Select(n => slots[n.Slot] is var slot && slot.Fact is { } fact ? fact.Name : $"rate.{slot.Rate}").Distinct(StringComparer.Ordinal);

    internal RuleValue Value(int slot, FactSheet sheet, IReadOnlyDictionary<string, decimal?> rates)
    {
        var at = slots[slot];
        if (at.Fact is not { } fact)
        {
            return rates.GetValueOrDefault(at.Rate!) is { } rate ? RuleValue.Of(rate) : RuleValue.Unknown(RuleType.Number);
        }

        return (sheet.Of(fact.Name), fact.Kind) switch
        {
            (null, FactKind.Date) => RuleValue.Unknown(RuleType.Date),
            (null, FactKind.Flag or FactKind.Word) => RuleValue.Unknown(RuleType.Flag),
            (null, _) => RuleValue.Unknown(RuleType.Number),
            ({ } said, FactKind.Money) => RuleValue.Of(said.Raw / 100m),
            ({ } said, FactKind.Date) => RuleValue.OfRaw(RuleType.Date, said.Raw),
            ({ } said, FactKind.Flag) => RuleValue.Of(said.Raw != 0),
            ({ } said, FactKind.Word) => RuleValue.Of(said.Raw == at.Word),
            ({ } said, _) => RuleValue.Of(said.Raw),
        };
    }

    private void Add(string name, RuleType type, Slot slot)
    {
        if (names.TryAdd(name, (slots.Count, type)))
        {
            slots.Add(slot);
        }
    }

    private sealed record Slot(SchemeFact? Fact, int Word, string? Rate);
}

/// <summary>The facts of one case behind a vocabulary.</summary>
internal sealed class SheetFacts(SchemeVocabulary vocabulary, FactSheet sheet, IReadOnlyDictionary<string, decimal?> rates) : IRuleFacts
{
    public RuleValue Get(int slot) => vocabulary.Value(slot, sheet, rates);
}

/// <summary>What is known of a case: facts by name, amounts already used of caps, other applications to a pool, balances over time.</summary>
public sealed record FactSheet
{
    public string Id { get; init; } = "";

    public IReadOnlyDictionary<string, FactValue> Facts { get; init; } = new Dictionary<string, FactValue>(StringComparer.Ordinal);

    /// <summary>Fen used of each cap by its id; null: nobody knows. A cap that is not named was not used.</summary>
    public IReadOnlyDictionary<string, long>? Used { get; init; }

    /// <summary>Fen approved for others from the same pool before and after this case; null: nobody knows.</summary>
    public PoolOthers? Pool { get; init; }

    /// <summary>The drawn balance from a day on, days rising; empty: nobody says.</summary>
    public IReadOnlyList<DatedAmount> Balances { get; init; } = [];

    public FactValue? Of(string name) => Facts.GetValueOrDefault(name);

    /// <summary>A money fact in fen.</summary>
    public long? Fen(string name) => Of(name) is { } said ? (long)said.Raw : null;

    public DateOnly? Day(string name) => Of(name) is { } said ? DateOnly.FromDayNumber((int)said.Raw) : null;
}

/// <summary>What a pool owes to others, in the order of approval, fen.</summary>
public sealed record PoolOthers(IReadOnlyList<long> Before, IReadOnlyList<long> After);
