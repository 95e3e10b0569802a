using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Limits;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules;

namespace Zhirong.Modules.Lending.Decisions;

/// <summary>What a frozen snapshot says, as the engines take it.</summary>
internal static class SnapshotReading
{
    public static DateOnly Day(JsonNode? node) => DateOnly.ParseExact($"{node}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The facts of products.</summary>
    public static ProductCase Case(JsonObject root)
    {
        var facts = new Dictionary<string, ProductFactValue>(StringComparer.Ordinal);
        foreach (var (name, node) in root["facts"]!.AsObject())
        {
            if (ProductFacts.Find(name) is not { } fact)
            {
                continue;
            }

            var value = fact.Type == RuleType.Texts ? RuleValue.Of(node!["value"]!.AsArray().Select(t => $"{t}")) : RuleValue.Parse(fact.Type, $"{node!["value"]}") ?? RuleValue.Unknown(fact.Type);
            facts[name] = new(value, $"{node["source"]}", node["date"] is { } on ? Day(on) : null);
        }

        return new(Day(root["day"]), facts);
    }

    /// <summary>授信额度 by what is known: working-capital need, group, product's cap, value × pledge rate.</summary>
    public static Result<CreditLimit> Limit(JsonObject root, LoanProduct product, ProductCase asked, PledgeCeiling? pledge)
    {
        var limit = root["limit"]!.AsObject();
        decimal? Number(string key) => limit[key] is { } node ? decimal.Parse($"{node}", CultureInfo.InvariantCulture) : null;
        Money? Yuan(string key) => Number(key) is { } yuan ? Money.Rounded(yuan) : null;
        Money? need = asked.Number("firm.revenue") is { } revenue && Number("profitMargin") is { } margin && Number("growth") is { } growth && Number("turns") is { } turns
            ? new WorkingCapitalNeed(Money.Rounded(revenue), margin, growth, turns, Yuan("ownFunds") ?? Money.Zero, Yuan("presentLoans") ?? Money.Zero, Yuan("otherSources") ?? Money.Zero).Amount
            : null;
        var rate = product.Security.PledgeRate is { } most ? Rate(Number("pledgeRate"), most, product.Security.AboveOne) : (decimal?)null;
        return CreditLimit.Of(new()
        {
            WorkingCapital = need,
            GroupLeft = Yuan("groupLeft"),
            ProductCap = product.Terms.Most,
            Multiple = product.Terms.Multiple,
            // Without an appraisal nothing is lent on a value that is asked for.
            Value = rate is null ? null : Money.Rounded(asked.Number("ip.value") ?? 0),
            PledgeRate = pledge?.Exception?.Rate ?? (pledge is null ? rate ?? 1 : 1),
            Carried = pledge?.Carried,
            Support = pledge?.Exception is { } granted ? new(granted.Support, granted.Approver) : new($"{limit["support"]}", $"{limit["approver"]}"),
        });
    }

    /// <summary>The rate applied for, the product's at most; above it only where the product lets the rate pass 1.</summary>
    private static decimal Rate(decimal? asked, decimal most, bool aboveOne) => asked is not { } wanted ? most : aboveOne ? wanted : Math.Min(wanted, most);
}
