using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Writing;

namespace Zhirong.Modules.Lending.Decisions;

/// <summary>Writes what rights carry: by the policy, right by right with the reasons, by an exception, and the rate the application asks for.</summary>
internal static class PledgeJson
{
    public static void Write(Utf8JsonWriter w, PledgeCeiling pledge, JsonObject root, PolicyDefinition policy, Language language)
    {
        var asked = decimal.Parse($"{root["facts"]!["loan.amount"]!["value"]}", CultureInfo.InvariantCulture);
        w.WriteStartObject();
        w.WriteString("policy", policy.Id);
        w.WriteString("version", policy.Version);
        w.WriteString("hash", policy.Hash);
        w.WriteString("value", $"{pledge.Value}");
        w.WriteString("byPolicy", $"{pledge.ByPolicy}");
        w.WriteString("carried", $"{pledge.Carried}");
        w.WriteString("policyRate", Rate(pledge.ByPolicy.Yuan, pledge.Value.Yuan));
        w.WriteString("askedRate", Rate(asked, pledge.Value.Yuan));
        w.WritePropertyName("exception");
        Exception(w, pledge.Exception);
        w.WriteStartArray("rights");
        foreach (var right in pledge.Rights)
        {
            w.WriteStartObject();
            w.WriteString("number", right.Number);
            w.WriteString("value", $"{right.Value}");
            w.WriteString("carried", $"{right.Carried}");
            w.WriteString("outcome", PolicyWords.Word(right.Decision.Outcome));
            w.WriteString("why", string.Join(language == Language.Zh ? '；' : ';', right.Decision.Reasons.Select(r => r.Sentence.In(language))));
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteEndObject();
    }

    private static void Exception(Utf8JsonWriter w, GrantedRate? granted)
    {
        if (granted is null)
        {
            w.WriteNullValue();
            return;
        }

        w.WriteStartObject();
        w.WriteString("rate", granted.Rate.ToString("0.######", CultureInfo.InvariantCulture));
        w.WriteString("support", granted.Support);
        w.WriteString("approver", granted.Approver);
        w.WriteEndObject();
    }

    /// <summary>A fraction with four decimals; null without a value.</summary>
    private static string? Rate(decimal part, decimal whole) => whole > 0 ? Rounding.Decimals(part / whole, 4).ToString("0.0000", CultureInfo.InvariantCulture) : null;
}
