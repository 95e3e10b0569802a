using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>Reads <c>zhirong/royalty-rates/v1</c>.</summary>
public static class RoyaltyReader
{
    public const string Schema = "zhirong/royalty-rates/v1";

    public static Result<RoyaltyTable> Read(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, Schema, (root, refusals) =>
    {
        root.OneOf("of", ["revenue"], required: true);
        return new RoyaltyTable(FileFields.Id(root, refusals), root.Text("version", required: true) ?? "", root.Text("source", required: true) ?? "",
            FileFields.Items(root, "industries", refusals, item =>
            {
                var id = FileFields.Id(item, refusals);
                var least = item.Ratio("least", 0, 1, required: true) ?? 0;
                return new IndustryRoyalty(id, FileFields.Title(item, id), least, item.Ratio("most", least, 1, required: true) ?? least);
            }, required: true, max: 200));
    });
}

/// <summary>Reads <c>zhirong/appraisal-presets/v1</c>.</summary>
public static class PresetReader
{
    public const string Schema = "zhirong/appraisal-presets/v1";

    public static Result<AppraisalPresets> Read(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, Schema, (root, refusals) =>
        new AppraisalPresets(root.Text("version", required: true) ?? "", root.Text("source", required: true) ?? "",
            FileFields.Items(root, "kinds", refusals, item => Kind(item, refusals), required: true, max: 100, named: "kind")));

    private static KindPreset Kind(FieldReader item, List<Refusal> refusals)
    {
        var kind = FileFields.Id(item, refusals, "kind");
        var methods = new List<Method>();
        foreach (var node in item.List("methods", required: true))
        {
            var word = item.TextOf(node, item.Join("methods")) ?? "";
            if (Methods.Read(word) is { } method)
            {
                methods.Add(method);
            }
            else
            {
                refusals.Add(FieldRefusals.NotOneOf(item.Join("methods"), node, word, Methods.Words));
            }
        }

        Words? said = null;
        if (item.Map("note") is { } note)
        {
            said = FileFields.Title(note, "");
            note.Finish();
        }

        return new(kind, methods, item.Ratio("longest", 0, 100), said);
    }
}

/// <summary>Reads <c>zhirong/appraisal-policy/v1</c>.</summary>
public static class PolicyReader
{
    public const string Schema = "zhirong/appraisal-policy/v1";

    public static Result<AppraisalPolicy> Read(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, Schema, Policy);

    private static AppraisalPolicy Policy(FieldReader root, List<Refusal> refusals)
    {
        var largest = new Dictionary<Basis, Money>();
        if (root.Map("largest") is { } amounts)
        {
            for (var i = 0; i < TermWords.Bases.Count; i++)
            {
                if (amounts.Money(TermWords.Bases[i]) is { } amount)
                {
                    largest[(Basis)i] = amount;
                }
            }

            amounts.Finish();
        }

        return new()
        {
            Id = FileFields.Id(root, refusals),
            Version = root.Text("version", required: true) ?? "",
            Source = root.Text("source", required: true) ?? "",
            Spread = root.Ratio("spread", 1, 1000, required: true) ?? 1,
            FewestDeals = root.Whole("fewest_deals", 1, 1000, required: true) ?? 1,
            TotalToRevenue = root.Ratio("total_to_revenue", 0, 1_000_000),
            TotalToProfit = root.Ratio("total_to_profit", 0, 1_000_000),
            TotalToNetAssets = root.Ratio("total_to_net_assets", 0, 1_000_000),
            Largest = largest,
        };
    }
}
