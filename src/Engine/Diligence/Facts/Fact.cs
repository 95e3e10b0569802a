using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Diligence.Facts;

/// <summary>Where something said comes from.</summary>
/// <param name="Source">The document or record; empty when nobody shows one.</param>
/// <param name="Date">The day the source stands at.</param>
public sealed record Provenance(string Source, DateOnly? Date)
{
    /// <summary>The source in English, where the product itself named it; null where somebody wrote it down in his own words.</summary>
    public string? SourceEn { get; init; }

    public string In(Language language) => language == Language.En ? SourceEn ?? Source : Source;

    public static Provenance None { get; } = new("", null);
}

/// <summary>Something known of a right or a firm.</summary>
/// <param name="Name">A name the checklist declares: <c>holder</c>, <c>freeze</c>.</param>
/// <param name="Value">A word of the fact's list, a decimal or a date, as text.</param>
/// <param name="From">Where it comes from.</param>
/// <param name="Assumed">A rule of law or of the policy stands in for a document: equal shares of co-owners.</param>
public sealed record Fact(string Name, string Value, Provenance From, bool Assumed = false)
{
    /// <summary>What nobody shows a source for may weigh against a right, never for it.</summary>
    public bool Sourced => From.Source.Length > 0 && !Assumed;
}

/// <summary>A list that is known: empty says there is none; a list that is absent says nobody knows.</summary>
public sealed record Known<T>(IReadOnlyList<T> Items, Provenance From);

/// <summary>All that is known of one subject. Several sources may speak of one thing: none of them is dropped.</summary>
public sealed class FactSheet
{
    private readonly ILookup<string, Fact> facts;

    public FactSheet(IEnumerable<Fact> facts) => this.facts = facts.ToLookup(f => f.Name, StringComparer.Ordinal);

    /// <summary>Empty where nobody says.</summary>
    public IEnumerable<Fact> Of(string name) => facts[name];
}
