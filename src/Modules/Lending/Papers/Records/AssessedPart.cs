using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Storage;

namespace Zhirong.Modules.Lending.Papers.Records;

/// <summary>What an assessment says, from both of its kept results.</summary>
internal static class AssessedPart
{
    public static void Put(JsonObject record, CreditAssessment assessment)
    {
        var (zh, en) = (JsonNode.Parse(assessment.ResultZh)!, JsonNode.Parse(assessment.ResultEn)!);
        record["outcome"] = RecordText.Both(zh["outcomeTitle"], en["outcomeTitle"]);
        record["screen"] = Lines(zh["screen"]!, en["screen"]!, _ => true);
        record["conditions"] = Lines(zh["conditions"]!, en["conditions"]!, _ => true);
        record["risks"] = new JsonArray([.. Lines(zh["screen"]!, en["screen"]!, Weighs).Concat(Lines(zh["conditions"]!, en["conditions"]!, Weighs)).Select(line => line!.DeepClone())]);
        Decision(record, zh["decision"]!, en["decision"]!);
        Limit(record, zh["limit"]!, en["limit"]!);
        Pledge(record, zh["pledge"], en["pledge"]);
    }

    /// <summary>The policy's facts as the snapshot holds them, in the policy's order.</summary>
    public static JsonArray Ratings(JsonObject ratings, AssessmentText kept) => RecordText.List(kept.Resolved.Policy.Definition.Facts.Where(f => ratings.ContainsKey(f.Name)), (f, _) => new() { ["title"] = RecordText.Of(f.Title), ["value"] = $"{ratings[f.Name]!["value"]}", ["source"] = $"{ratings[f.Name]!["source"]}", ["date"] = ratings[f.Name]!["date"]?.ToString() });

    private static bool Weighs(JsonNode line) => $"{line["state"]}" != "pass";

    private static JsonArray Lines(JsonNode zh, JsonNode en, Func<JsonNode, bool> which) => RecordText.List(zh.AsArray().Zip(en.AsArray()).Where(p => which(p.First!)), (p, _) => new()
    {
        ["title"] = RecordText.Both(p.First!["title"], p.Second!["title"]),
        ["state"] = RecordText.Of(State($"{p.First["state"]}")),
        ["text"] = RecordText.Both(p.First["text"], p.Second["text"]),
        ["margin"] = p.First["margin"]?.ToString(),
    });

    private static Words State(string state) => state switch { "pass" => new("通过", "pass"), "fail" => new("不符合", "fails"), _ => new("待核实", "to be verified") };

    private static void Decision(JsonObject record, JsonNode zh, JsonNode en)
    {
        IEnumerable<(JsonNode Zh, JsonNode En)> Of(string name) => zh[name]!.AsArray().Zip(en[name]!.AsArray()).Select(p => (p.First!, p.Second!));
        record["figures"] = RecordText.List(Of("figures"), (f, _) => new() { ["title"] = RecordText.Both(f.Zh["title"], f.En["title"]), ["value"] = $"{f.Zh["value"]}", ["unit"] = f.Zh["unit"]?.ToString() });
        record["missing"] = RecordText.List(Of("missing"), (m, _) => new() { ["title"] = RecordText.Both(m.Zh["title"], m.En["title"]), ["why"] = RecordText.Of($"{m.Zh["why"]}" switch { "too_old" => new("已过期", "too old"), "undated" => new("没有日期", "undated"), _ => new("未提供", "not given") }), ["source"] = $"{m.Zh["source"]}" });
        record["reasons"] = RecordText.List(Of("reasons"), (r, _) => new() { ["code"] = $"{r.Zh["code"]}", ["sentence"] = RecordText.Both(r.Zh["sentence"], r.En["sentence"]) });
        record["assumptions"] = RecordText.List(Of("assumptions"), (a, _) => new() { ["title"] = RecordText.Both(a.Zh["title"], a.En["title"]), ["value"] = $"{a.Zh["value"]}", ["unit"] = a.Zh["unit"]?.ToString(), ["source"] = $"{a.Zh["source"]}" });
        var views = Of("steps").SelectMany(s => s.Zh["indicators"]!.AsArray().Zip(s.En["indicators"]!.AsArray()));
        record["views"] = RecordText.List(views, (v, _) => new()
        {
            ["title"] = RecordText.Both(v.First!["title"], v.Second!["title"]),
            ["has"] = $"{v.First["has"]}" is "?" ? RecordText.Of(new("待核实", "to be verified")) : $"{v.First["has"]}",
            ["points"] = v.First["points"]?.ToString(),
            ["max"] = $"{v.First["max"]}",
            ["weight"] = $"{v.First["weight"]}",
            ["lost"] = v.First["lost"]?.ToString(),
        });
    }

    /// <summary>What each right carries by the pledge-rate policy; nothing where the product names none.</summary>
    private static void Pledge(JsonObject record, JsonNode? zh, JsonNode? en)
    {
        record["policy_rate"] = zh?["policyRate"]?.ToString();
        record["asked_rate"] = zh?["askedRate"]?.ToString();
        var rights = zh is null ? [] : zh["rights"]!.AsArray().Zip(en!["rights"]!.AsArray()).ToList();
        record["carried"] = RecordText.List(rights, (r, _) => new()
        {
            ["right_number"] = $"{r.First!["number"]}",
            ["value"] = $"{r.First["value"]}",
            ["carried"] = $"{r.First["carried"]}",
            ["outcome"] = RecordText.Of(State($"{r.First["outcome"]}" switch { "approve" => "pass", "decline" => "fail", _ => "unknown" })),
            ["why"] = RecordText.Both(r.First["why"], r.Second!["why"]),
        });
    }

    private static void Limit(JsonObject record, JsonNode zh, JsonNode en)
    {
        var ceilings = zh["ceilings"]!.AsArray().Zip(en["ceilings"]!.AsArray()).ToList();
        record["ceilings"] = RecordText.List(ceilings, (c, _) => new() { ["why"] = RecordText.Both(c.First!["why"], c.Second!["why"]), ["amount"] = $"{c.First["amount"]}", ["binds"] = RecordText.YesNo(c.First["binds"]!.GetValue<bool>()) });
        var binding = ceilings.Where(c => c.First!["binds"]!.GetValue<bool>()).ToList();
        record["binding"] = RecordText.Of(new(string.Join('、', binding.Select(c => $"{c.First!["why"]}")), string.Join(", ", binding.Select(c => $"{c.Second!["why"]}"))));
    }
}
