using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Weighing;

/// <summary>An item of a score card, or a group of items.</summary>
/// <param name="Id">Unique on the card.</param>
/// <param name="Title">For people.</param>
/// <param name="Weight">Within its group; the weights of a group sum to 1.</param>
/// <param name="Items">Empty for an item that is scored itself.</param>
public sealed record CardItem(string Id, Words Title, decimal Weight, IReadOnlyList<CardItem> Items);

/// <summary>An item with the score it got or that its items gave it.</summary>
public sealed record ScoredItem(string Id, Words Title, decimal Weight, decimal Score, IReadOnlyList<ScoredItem> Children);

/// <summary>A versioned card of items, weighted inside their groups: the share-rate card, the card of risks.</summary>
public sealed record ScoreCard(string Id, string Version, Words Title, string Source, CardItem Root)
{
    /// <summary>Ids of the items that need a score, in order.</summary>
    public IReadOnlyList<string> Leaves => [.. LeavesOf(Root).Select(i => i.Id)];

    /// <summary>Scores every group from its items; an item without a score is 待核实 and refused.</summary>
    /// <param name="scores">Named by item id; each 0 to 100.</param>
    public Result<ScoredItem> Evaluate(IReadOnlyList<Figure> scores)
    {
        var refusals = new List<Refusal>();
        var known = new Dictionary<string, Figure>();
        foreach (var score in scores)
        {
            var id = score.Name[(score.Name.LastIndexOf('.') + 1)..];
            if (score.Value is < 0 or > 100)
            {
                refusals.Add(AppraisalRefusals.OutOfRange(score.Name, score.Value, new("0 到 100 分", "a score from 0 to 100")));
            }

            known[id] = score;
        }

        var tree = Evaluate(Root, known, refusals);
        return refusals.Count == 0 ? tree : Result<ScoredItem>.Refused(refusals);
    }

    private static ScoredItem Evaluate(CardItem item, Dictionary<string, Figure> scores, List<Refusal> refusals)
    {
        if (item.Items.Count == 0)
        {
            if (!scores.TryGetValue(item.Id, out var score))
            {
                refusals.Add(AppraisalRefusals.Unknown($"scores.{item.Id}", new($"{item.Title.Zh}的评分", $"a score for {item.Title.En}")));
            }

            return new(item.Id, item.Title, item.Weight, score?.Value ?? 0, []);
        }

        List<ScoredItem> children = [.. item.Items.Select(i => Evaluate(i, scores, refusals))];
        return new(item.Id, item.Title, item.Weight, children.Sum(c => c.Weight * c.Score), children);
    }

    private static IEnumerable<CardItem> LeavesOf(CardItem item) => item.Items.Count == 0 ? [item] : item.Items.SelectMany(LeavesOf);
}
