using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>A fact a decision was made by, for people.</summary>
/// <param name="Name">As policies name it.</param>
/// <param name="Title">By the policy that asks for it; the name where none does.</param>
/// <param name="Value">Thousands separated, fractions as per cent, with unit.</param>
/// <param name="Source">Where it comes from, in the reader's language where the product itself said it.</param>
public sealed record InstantKnown(string Name, string Title, string Value, string Source, DateOnly? Date)
{
    /// <summary>The day the loan would end: asked of nobody, but frozen with the rest.</summary>
    private static readonly ProductFact Ends = new("loan.ends", RuleType.Date, new("", ""), new("贷款到期日", "last day of the loan"), []);

    /// <param name="facts"><c>zhirong/instant-facts/v1</c>.</param>
    /// <param name="texts">What the mandate decides by.</param>
    /// <param name="language">The reader's.</param>
    internal static IReadOnlyList<InstantKnown> Of(string facts, MandateTexts texts, Language language)
    {
        var declared = texts.Guard.Definition.Facts.Concat(texts.Index.Definition.Facts).Concat(texts.Loan.Definition.Facts).DistinctBy(f => f.Name).ToDictionary(f => f.Name, StringComparer.Ordinal);
        return [.. JsonNode.Parse(facts)!["facts"]!.AsObject().Select(f => One(f.Key, f.Value!, Fact(f.Key, declared), language))];
    }

    private static InstantKnown One(string name, JsonNode said, ProductFact? fact, Language language) => new(
        name, fact?.Title.In(language) ?? name, fact is null ? $"{said["value"]}" : Shown(fact, $"{said["value"]}").In(language), SourceWords.In($"{said["source"]}", language), said["date"] is { } day ? DateOnly.ParseExact($"{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);

    /// <summary>What is known of the fact itself; products word it best, for they know units and the titles of words.</summary>
    private static ProductFact? Fact(string name, Dictionary<string, FactDeclaration> declared) =>
        ProductFacts.Find(name) ?? (declared.TryGetValue(name, out var one) ? new(name, one.Type, Unit(one.Unit), one.Title, []) : name == "loan.ends" ? Ends : null);

    /// <summary>A policy names a unit in Chinese alone; signs are read in both languages.</summary>
    private static Words Unit(string unit) => unit == "CNY" ? new("元", "CNY") : new(unit, unit.All(char.IsAscii) ? unit : "");

    private static Words Shown(ProductFact fact, string value) => fact.Type switch
    {
        RuleType.Number => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? fact.Number(number) : Words.Same(value),
        RuleType.Flag => fact.Shown(RuleValue.Of(value == "true")),
        RuleType.Text => fact.Word(value),
        _ => Words.Same(value),
    };
}
