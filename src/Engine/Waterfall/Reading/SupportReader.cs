using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Reading;

/// <summary>Reads support (准备金、差额支付、担保、流动性支持) and triggers.</summary>
internal static class SupportReader
{
    private static readonly string[] Kinds = ["cash_reserve", "top_up", "guarantee", "liquidity"];

    public static IReadOnlyList<SupportTerms> Supports(FieldReader root, List<Refusal> refusals)
    {
        var supports = new List<SupportTerms>();
        foreach (var item in DealReader.Items(root, "support", refusals, max: 20))
        {
            supports.Add(Support(item, supports.Count + 1, refusals));
        }

        return supports;
    }

    private static SupportTerms Support(FieldReader item, int position, List<Refusal> refusals)
    {
        var word = item.OneOf("kind", Kinds);
        var kind = word is null ? SupportKind.TopUp : (SupportKind)Array.IndexOf(Kinds, word);
        var modes = DealReader.TextList(item, "draw_in");
        foreach (var mode in modes.Where(m => !OrderModes.Words.Contains(m)))
        {
            refusals.Add(FieldRefusals.NotOneOf(item.Join("draw_in"), item.Node("draw_in")!, mode, OrderModes.Words));
        }

        var support = new SupportTerms
        {
            Id = DealReader.Id(item, refusals, inExpressions: true),
            Name = DealReader.Title(item, refusals),
            Kind = kind,
            Provider = item.Text("provider"),
            Order = item.Whole("order", 0, 1000) ?? position,
            Limit = Limit(item),
            Initial = item.Money("initial") ?? Money.Zero,
            Target = item.Money("target") ?? Money.Zero,
            Covers = DealReader.TextList(item, "covers", required: true),
            Claims = item.OneOf("claim", ["subordinated_to_senior", "none"]) != "none",
            DrawIn = modes.Count == 0 ? [OrderMode.Normal] : [.. modes.Where(OrderModes.Words.Contains).Select(m => (OrderMode)OrderModes.Words.ToList().IndexOf(m))],
        };
        item.Finish();
        return support;
    }

    private static Money? Limit(FieldReader item)
    {
        var node = item.Node("limit");
        return node is null or DocScalar { Text: "unlimited" } ? null : item.MoneyOf(node, item.Join("limit"));
    }

    public static IReadOnlyList<TriggerTerms> Triggers(FieldReader root, List<Refusal> refusals)
    {
        var triggers = new List<TriggerTerms>();
        foreach (var item in DealReader.Items(root, "triggers", refusals, max: 100))
        {
            var id = DealReader.Id(item, refusals, inExpressions: true);
            var name = DealReader.Title(item, refusals);
            var when = item.Text("when", required: true) ?? "";
            var then = item.Text("then", required: true) ?? "";
            item.Finish();
            var mode = OrderModes.Words.ToList().IndexOf(then);
            if (mode <= 0 && (mode == 0 || !IsAct(then) || FieldRefusals.Nearest(then, OrderModes.Words) is not null) && then.Length > 0)
            {
                refusals.Add(FieldRefusals.NotOneOf(item.Join("then"), item.Node("then")!, then, ["accelerated", "post_default", "termination", "notify_obligors"]));
            }

            triggers.Add(new(id, name, when, mode > 0 ? (OrderMode)mode : null, mode > 0 ? null : then));
        }

        return triggers;
    }

    private static bool IsAct(string word) => word.Length <= 40 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
