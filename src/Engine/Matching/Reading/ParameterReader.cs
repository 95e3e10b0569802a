using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Parameters;

namespace Zhirong.Engine.Matching.Reading;

/// <summary>Reads the data a ranking goes by: <c>zhirong/match-weights/v1</c>, <c>zhirong/match-stops/v1</c>, <c>zhirong/match-synonyms/v1</c>.</summary>
public static class ParameterReader
{
    public const string WeightsSchema = "zhirong/match-weights/v1";

    public const string StopsSchema = "zhirong/match-stops/v1";

    public const string SynonymsSchema = "zhirong/match-synonyms/v1";

    public static Result<MatchWeights> Weights(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, WeightsSchema, WeightsOf);

    public static Result<StopWords> Stops(ReadOnlyMemory<byte> bytes) =>
        FileFields.File(bytes, StopsSchema, (root, refusals) => new StopWords(MatchFields.Origin(root, refusals), MatchFields.Texts(root, "words", refusals, 10_000, required: true)));

    /// <summary>Synonyms are words as the stop words leave them.</summary>
    public static Result<Synonyms> Synonyms(ReadOnlyMemory<byte> bytes, StopWords stops) => FileFields.File(bytes, SynonymsSchema, (root, refusals) => new Synonyms(
        MatchFields.Origin(root, refusals), root.Ratio("weight", 0, 1, required: true) ?? 0, Groups(root, refusals, stops)));

    private static MatchWeights WeightsOf(FieldReader root, List<Refusal> refusals)
    {
        var (origin, k1, fields) = (MatchFields.Origin(root, refusals), root.Ratio("k1", 0.01m, 100, required: true) ?? 1, Fields(root, refusals));
        var need = root.Map("need", required: true);
        var (text, keywords) = (Part(need, "text"), Part(need, "keywords"));
        need?.Finish();
        var ipc = root.Map("ipc", required: true);
        var (share, closeness) = (ipc?.Ratio("share", 0, 10, required: true) ?? 0, Closeness(ipc, refusals));
        ipc?.Finish();
        return new(origin, k1, fields, text, keywords, share, closeness);
    }

    private static decimal Part(FieldReader? map, string key) => map?.Ratio(key, 0.001m, 10, required: true) ?? 1;

    private static List<FieldWeight> Fields(FieldReader root, List<Refusal> refusals)
    {
        var (made, fields) = (new List<FieldWeight>(), root.Map("fields", required: true));
        foreach (var key in ListingFields.Keys)
        {
            var field = fields?.Map(key, required: true);
            made.Add(new(field?.Ratio("weight", 0, 100, required: true) ?? 1, field?.Ratio("b", 0, 1, required: true) ?? 0));
            field?.Finish();
        }

        fields?.Finish();
        if (fields is not null && made.All(f => f.Weight == 0))
        {
            refusals.Add(MatchRefusals.NoFieldCounts(fields.Path).At(fields.Line, fields.Column));
        }

        return made;
    }

    private static List<decimal> Closeness(FieldReader? ipc, List<Refusal> refusals)
    {
        var made = new List<decimal> { 0 };
        foreach (var key in IpcLevels.Keys.Skip(1))
        {
            var closeness = ipc?.Ratio(key, 0, 1, required: true) ?? made[^1];
            if (closeness < made[^1])
            {
                var node = ipc!.Node(key)!;
                refusals.Add(MatchRefusals.Falling(ipc.Join(key), closeness, made[^1]).At(node.Line, node.Column));
            }

            made.Add(closeness);
        }

        return made;
    }

    private static List<IReadOnlyList<Synonym>> Groups(FieldReader root, List<Refusal> refusals, StopWords stops)
    {
        var (made, nodes) = (new List<IReadOnlyList<Synonym>>(), root.List("groups", required: true));
        for (var i = 0; i < nodes.Count; i++)
        {
            var path = $"{root.Join("groups")}.{i}";
            if (nodes[i] is not DocList list)
            {
                refusals.Add(FieldRefusals.Type(path, nodes[i], new("一组词", "a list of words")));
                continue;
            }

            var group = new List<Synonym>();
            for (var j = 0; j < list.Items.Count; j++)
            {
                if (root.TextOf(list.Items[j], $"{path}.{j}") is not { } text)
                {
                    continue;
                }

                if (Parameters.Synonyms.Member(text, stops) is { } member)
                {
                    group.Add(member);
                }
                else
                {
                    refusals.Add(MatchRefusals.NoWord($"{path}.{j}", text).At(list.Items[j].Line, list.Items[j].Column));
                }
            }

            if (list.Items.Count < 2)
            {
                refusals.Add(MatchRefusals.AloneInGroup(path).At(list.Line, list.Column));
            }

            made.Add(group);
        }

        return made;
    }
}
