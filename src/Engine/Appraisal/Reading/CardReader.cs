using Zhirong.Engine.Appraisal.Weighing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>Reads <c>zhirong/score-card/v1</c>.</summary>
public static class CardReader
{
    public const string Schema = "zhirong/score-card/v1";

    private const int Deepest = 6;

    public static Result<ScoreCard> Read(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, Schema, Card);

    private static ScoreCard Card(FieldReader root, List<Refusal> refusals)
    {
        var id = FileFields.Id(root, refusals);
        var title = FileFields.Title(root, id);
        // Groups stand side by side and are never summed, so they have no weights of their own.
        var groups = root.Flag("groups") ?? false;
        var items = Items(root, refusals, !groups, 1);
        return new(id, root.Text("version", required: true) ?? "", title, root.Text("source", required: true) ?? "", new(id, title, 1, items));
    }

    private static List<CardItem> Items(FieldReader of, List<Refusal> refusals, bool weighted, int depth)
    {
        var items = FileFields.Items(of, "items", refusals, item =>
        {
            var id = FileFields.Id(item, refusals);
            return new CardItem(id, FileFields.Title(item, id), weighted ? item.Ratio("weight", 0, 1, required: true) ?? 0 : 1, item.Has("items") && depth < Deepest ? Items(item, refusals, true, depth + 1) : []);
        }, required: depth == 1, max: 60);
        if (weighted && items.Count > 0)
        {
            ParameterFields.SumToOne(of, "items", items.Select(i => i.Weight), refusals);
        }

        return items;
    }
}
