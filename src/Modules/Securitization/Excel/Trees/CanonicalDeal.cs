using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Securitization.Excel.Trees;

/// <summary>Brings the short spellings of the deal language into the one the template has columns for; the meaning stays.</summary>
/// <remarks>
/// <c>name: X</c> → <c>name: {zh: X}</c>; a list item's <c>name</c> → <c>zh</c>, <c>en</c> when it has neither; <c>cap: 800</c> →
/// <c>cap: {amount: 800}</c>; <c>payment_dates: […]</c> → <c>{list: […]}</c>.
/// </remarks>
internal static class CanonicalDeal
{
    public static DocMap Of(DocMap deal)
    {
        deal = Change(deal, "name", Named);
        deal = Change(deal, "dates", dates => dates is DocMap map
            ? Change(map, "payment_dates", node => node is DocList list ? Wrap("list", list) : node) : dates);
        deal = Change(deal, "pool", pool => pool is DocMap map ? Each(map, "obligors", item => Change(item, "name", Named)) : pool);
        foreach (var key in (string[])["tranches", "fees", "support", "triggers"])
        {
            deal = Each(deal, key, Titled);
        }

        deal = Each(deal, "fees", Capped);
        return Change(deal, "waterfalls", orders => orders is DocMap map
            ? map with { Entries = [.. map.Entries.Select(entry => entry with { Value = Items(entry.Value, Capped) })] } : orders);
    }

    private static DocNode Named(DocNode name) => name is DocScalar { IsNull: false } ? Wrap("zh", name) : name;

    private static DocMap Capped(DocMap item) => Change(item, "cap", cap => cap is DocScalar { IsNull: false } ? Wrap("amount", cap) : cap);

    private static DocMap Titled(DocMap item)
    {
        if (Given(item, "zh") || Given(item, "en"))
        {
            return item;
        }

        var entries = item.Entries.Where(entry => entry.Key is not ("zh" or "en")).ToList();
        var at = entries.FindIndex(entry => entry.Key == "name");
        if (at < 0 || Titles(entries[at].Value) is not { } titles)
        {
            return item;
        }

        return item with { Entries = [.. entries.Take(at), .. titles, .. entries.Skip(at + 1)] };
    }

    private static IReadOnlyList<DocEntry>? Titles(DocNode name) => name switch
    {
        DocScalar { IsNull: false } => ((DocMap)Wrap("zh", name)).Entries,
        DocMap map when map.Entries.Count > 0 && map.Entries.All(entry => entry.Key is "zh" or "en" && entry.Value is DocScalar { IsNull: false }) => map.Entries,
        _ => null,
    };

    private static bool Given(DocMap item, string key) => item[key] is { } node and not DocScalar { IsNull: true };

    private static DocMap Each(DocMap map, string key, Func<DocMap, DocMap> change) => Change(map, key, node => Items(node, change));

    private static DocNode Items(DocNode node, Func<DocMap, DocMap> change) =>
        node is DocList list ? list with { Items = [.. list.Items.Select(item => item is DocMap map ? change(map) : item)] } : node;

    private static DocMap Change(DocMap map, string key, Func<DocNode, DocNode> change) =>
        map with { Entries = [.. map.Entries.Select(entry => entry.Key == key ? entry with { Value = change(entry.Value) } : entry)] };

    private static DocMap Wrap(string key, DocNode node) => new([new(key, node.Line, node.Column, node)], node.Line, node.Column);
}
