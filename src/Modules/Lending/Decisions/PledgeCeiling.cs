using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;

namespace Zhirong.Modules.Lending.Decisions;

/// <summary>A right of a snapshot as the pledge-rate policy sees it.</summary>
/// <param name="Carried">Principal it carries; nothing where the policy declines it or cannot say.</param>
internal sealed record CarriedRight(string Number, Money Value, Money Carried, Decision Decision);

/// <summary>质押率例外: a rate above the policy's, granted by a person of the right level, with who stands behind it.</summary>
internal sealed record GrantedRate(decimal Rate, string Support, string Approver);

/// <summary>What the rights of a snapshot carry by a pledge-rate policy, right by right.</summary>
/// <param name="Value">Of the usable rights that are appraised.</param>
/// <param name="Exception">Null where none was granted before the snapshot.</param>
internal sealed record PledgeCeiling(Money Value, IReadOnlyList<CarriedRight> Rights, GrantedRate? Exception)
{
    /// <summary>Categories of the register as the policy names them; of any other the policy is told none, so that it refers.</summary>
    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal) { ["invention"] = "invention", ["utility_model"] = "utility_model", ["design"] = "design", ["trademark"] = "trademark", ["software"] = "copyright", ["work"] = "copyright", ["ic_layout"] = "layout_design", ["data_ip"] = "data", ["gi_mark"] = "trademark" };

    public Money ByPolicy => Money.OfFen(Rights.Sum(r => r.Carried.Fen));

    /// <summary>What is carried: by the exception on the whole value where one was granted, else by the policy.</summary>
    public Money Carried => Exception is { } granted ? Money.OfFen(Fraction.FromDecimal(granted.Rate).Of(Value.Fen, RoundingMode.Down)) : ByPolicy;

    public static PledgeCeiling Of(JsonObject root, ResolvedPolicy policy)
    {
        var ends = SnapshotReading.Day(root["day"]).AddMonths((int)decimal.Parse($"{root["facts"]!["loan.months"]!["value"]}", CultureInfo.InvariantCulture));
        var rights = root["rights"]!.AsArray().Select(r => r!.AsObject()).Where(r => r["usable"]!.GetValue<bool>() && r["value"] is not null).Select(r => Right(root, policy, r, ends)).ToList();
        var granted = root["limit"]!["exception"] is JsonObject e ? new GrantedRate(decimal.Parse($"{e["rate"]}", CultureInfo.InvariantCulture), $"{e["support"]}", $"{e["approver"]}") : null;
        return new(Money.OfFen(rights.Sum(r => r.Value.Fen)), rights, granted);
    }

    private static CarriedRight Right(JsonObject root, ResolvedPolicy policy, JsonObject right, DateOnly ends)
    {
        var (kind, day) = ($"{right["kind"]}", $"{root["day"]}");
        var facts = new JsonObject
        {
            ["ip.value"] = Fact($"{right["value"]}", $"{right["valueSource"]}", right["report"]?["day"]?.ToString()),
            ["ip.in_force"] = Fact("true", "权利登记", day),
            ["ip.seized"] = Fact("false", "权利登记", day),
            ["ip.pledged"] = Fact("false", "权利登记", day),
            ["loan.ends"] = Fact($"{ends:yyyy-MM-dd}", "申请表", day),
        };
        if (Categories.TryGetValue(kind, out var category))
        {
            facts["ip.category"] = Fact(category, "权利登记", day);
        }

        if (right["expires"] is { } expires)
        {
            facts["ip.expires"] = Fact($"{expires}", "权利登记", day);
        }

        var document = new JsonObject { ["schema"] = FactsReader.Schema, ["id"] = $"{right["number"]}", ["day"] = day, ["facts"] = facts };
        var read = FactsReader.Read(System.Text.Encoding.UTF8.GetBytes(CanonicalText.Of(document))).Value[0];
        var decision = policy.Decide(FactsReader.Bind(policy.Definition, read, new HashSet<string>(StringComparer.Ordinal)).Value);
        var limit = decision.Outcome == Outcome.Approve && decision.Granted("limit") is { Known: true } carried ? Money.Rounded(carried.Raw, RoundingMode.Down) : Money.Zero;
        return new($"{right["number"]}", Money.Cny(decimal.Parse($"{right["value"]}", CultureInfo.InvariantCulture)), limit, decision);
    }

    private static JsonObject Fact(string value, string source, string? day) => new() { ["value"] = value, ["source"] = source, ["date"] = day };
}
