using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Needs;
using Zhirong.Engine.Matching.Parameters;

namespace Zhirong.Engine.Matching.Reading;

/// <summary>Reads <c>zhirong/need/v1</c>.</summary>
public static class NeedReader
{
    public const string Schema = "zhirong/need/v1";

    /// <summary>Longest text of a need.</summary>
    public const int LongestText = 20_000;

    /// <summary>A need without a word that would be looked for, and without an IPC symbol, is refused (MAT-0101).</summary>
    public static Result<Need> Read(ReadOnlyMemory<byte> bytes, MatchParameters parameters) => FileFields.File(bytes, Schema, (root, refusals) => Root(root, refusals, parameters));

    private static Need Root(FieldReader root, List<Refusal> refusals, MatchParameters parameters)
    {
        var before = refusals.Count;
        var text = MatchFields.Text(root, "text", refusals, LongestText);
        var need = new Need
        {
            Id = FileFields.Id(root, refusals),
            Firm = MatchFields.Text(root, "firm", refusals, 200),
            Text = text,
            Keywords = MatchFields.Texts(root, "keywords", refusals, 200),
            Ipc = [.. MatchFields.Symbols(root, "ipc", refusals).Ipc.Concat(IpcSymbol.Within(text)).Distinct()],
            Conditions = root.Map("conditions") is { } conditions ? Conditions(conditions, refusals) : new(),
        };
        if (refusals.Count == before && need.Ipc.Count == 0 && NeedWords.Of(need, parameters).All.Count == 0)
        {
            refusals.Add(MatchRefusals.NothingAsked().At(root.Line, root.Column));
        }

        return need;
    }

    private static NeedConditions Conditions(FieldReader conditions, List<Refusal> refusals)
    {
        var (from, to) = ((int?)null, (int?)null);
        if (conditions.Map("trl") is { } range)
        {
            (from, to) = (range.Whole("from", 1, 9), range.Whole("to", 1, 9));
            if (to < from)
            {
                var node = range.Node("to")!;
                refusals.Add(MatchRefusals.RangeBackwards(range.Join("to"), to.Value, from.Value).At(node.Line, node.Column));
            }

            range.Finish();
        }

        var made = new NeedConditions
        {
            ReadinessFrom = from,
            ReadinessTo = to,
            Kinds = MatchFields.WordsOf(conditions, "kinds", ListingWords.Kinds, refusals),
            Modes = MatchFields.WordsOf(conditions, "modes", ListingWords.Modes, refusals),
            PriceCeiling = conditions.Money("price_ceiling"),
            InForce = conditions.Flag("in_force") ?? false,
        };
        conditions.Finish();
        return made;
    }
}
