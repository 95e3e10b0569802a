using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Listings;

namespace Zhirong.Engine.Matching.Needs;

/// <summary>A condition a listing does not meet.</summary>
/// <param name="Condition">Its key in the need's file.</param>
/// <param name="Found">What the listing says; empty where it says nothing.</param>
public sealed record ConditionFailure(string Condition, string Found, Words Expected);

/// <summary>Holds listings against the conditions of a need.</summary>
public static class ConditionCheck
{
    /// <summary>Whether every condition is met.</summary>
    public static bool Meets(NeedConditions conditions, Listing listing) =>
        InRange(conditions, listing.Readiness) && OneOf(conditions.Kinds, listing.Kind) && Any(conditions.Modes, listing.Modes)
        && Affordable(conditions, listing.Price) && (!conditions.InForce || listing.InForce == true);

    /// <summary>Every condition that is not met, in the order of the file's keys.</summary>
    public static IReadOnlyList<ConditionFailure> Failures(NeedConditions conditions, Listing listing)
    {
        var made = new List<ConditionFailure>();
        if (!InRange(conditions, listing.Readiness))
        {
            var (from, to) = ($"{conditions.ReadinessFrom ?? 1}", $"{conditions.ReadinessTo ?? 9}");
            made.Add(new("trl", $"{listing.Readiness}", new($"{from} 至 {to} 级", $"{from} to {to}")));
        }

        if (!OneOf(conditions.Kinds, listing.Kind))
        {
            made.Add(new("kinds", listing.Kind ?? "", Words.Same(string.Join(" | ", conditions.Kinds))));
        }

        if (!Any(conditions.Modes, listing.Modes))
        {
            made.Add(new("modes", string.Join(", ", listing.Modes), Words.Same(string.Join(" | ", conditions.Modes))));
        }

        if (!Affordable(conditions, listing.Price))
        {
            var ceiling = Money.FenText(conditions.PriceCeiling!.Value.Fen);
            made.Add(new("price_ceiling", listing.Price is { } price ? Money.FenText(price.Fen) : "", new($"不超过 {ceiling} 元", $"at most {ceiling} yuan")));
        }

        if (conditions.InForce && listing.InForce != true)
        {
            made.Add(new("in_force", listing.InForce is null ? "" : "false", new("有效", "in force")));
        }

        return made;
    }

    private static bool InRange(NeedConditions conditions, int? level) =>
        (conditions.ReadinessFrom is null && conditions.ReadinessTo is null)
        || (level is { } known && known >= (conditions.ReadinessFrom ?? 1) && known <= (conditions.ReadinessTo ?? 9));

    private static bool OneOf(IReadOnlyList<string> wanted, string? found) => wanted.Count == 0 || (found is not null && wanted.Contains(found));

    private static bool Any(IReadOnlyList<string> wanted, IReadOnlyList<string> found) => wanted.Count == 0 || found.Any(wanted.Contains);

    private static bool Affordable(NeedConditions conditions, Money? price) => conditions.PriceCeiling is not { } ceiling || (price is { } known && known.Fen <= ceiling.Fen);
}
