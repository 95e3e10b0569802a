using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Securitization.Excel.Template;

/// <summary>Puts the keys of a deal into the template's order, unknown ones last, so that a workbook does not depend on how a file was typed.</summary>
internal static class KeyOrder
{
    private static readonly Dictionary<string, List<string>> Forms = Of(
        [.. DealTemplate.RootKeys, .. DealTemplate.PoolKeys.Select(key => $"pool.{key}"), .. DealFields.Deal.Select(field => field.Key),
            .. Under("dates", DealFields.Dates), "dates.payment_dates.list", .. Under("pool", DealFields.Pool), .. Under("shelf", DealFields.Shelf), "shelf.used",
            .. DealWords.Mode.Select(mode => $"waterfalls.{mode.Word}"), "costs.items", "costs.quote", .. Under("costs.quote", DealFields.Quote), "costs.quote.items"]);

    private static readonly Dictionary<string, Dictionary<string, List<string>>> Lists = new()
    {
        ["spv"] = Of(Under("", DealFields.Vehicles)),
        ["pool.obligors"] = Of(Under("", DealFields.Obligors)),
        ["tranches"] = Of(Under("", DealFields.Tranches)),
        ["fees"] = Of(Under("", DealFields.Fees)),
        ["support"] = Of(Under("", DealFields.Supports)),
        ["triggers"] = Of(Under("", DealFields.Triggers)),
        ["accounts"] = Of(Under("", DealFields.Accounts)),
        ["shelf.used"] = Of(Under("", DealFields.ShelfUsed)),
        ["costs.items"] = Of(Under("", DealFields.Costs)),
        ["costs.quote.items"] = Of(Under("", DealFields.Costs)),
        ["waivers"] = Of(Under("", DealFields.Waivers)),
        ["origins"] = Of(Under("", DealFields.Origins)),
        ["waterfalls.normal"] = Of(Under("", DealFields.Steps)),
        ["waterfalls.accelerated"] = Of(Under("", DealFields.Steps)),
        ["waterfalls.post_default"] = Of(Under("", DealFields.Steps)),
        ["waterfalls.termination"] = Of(Under("", DealFields.Steps)),
    };

    public static DocMap Sorted(DocMap deal) => Sorted(deal, "", Forms);

    private static DocMap Sorted(DocMap map, string path, Dictionary<string, List<string>> orders)
    {
        if (!orders.TryGetValue(path, out var order))
        {
            return map;
        }

        var entries = map.Entries.OrderBy(entry => order.IndexOf(entry.Key) is var at and >= 0 ? at : order.Count)
            .Select(entry => entry with { Value = Inner(entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", orders) });
        return map with { Entries = [.. entries] };
    }

    private static DocNode Inner(DocNode node, string path, Dictionary<string, List<string>> orders) => node switch
    {
        DocMap map => Sorted(map, path, orders),
        DocList list when orders == Forms && Lists.TryGetValue(path, out var own) => list with { Items = [.. list.Items.Select(item => item is DocMap map ? Sorted(map, "", own) : item)] },
        _ => node,
    };

    private static IEnumerable<string> Under(string path, IEnumerable<Field> fields) => fields.Select(field => path.Length == 0 ? field.Key : $"{path}.{field.Key}");

    /// <summary>For each map its keys in the order they first appear.</summary>
    private static Dictionary<string, List<string>> Of(IEnumerable<string> paths)
    {
        var orders = new Dictionary<string, List<string>>();
        foreach (var path in paths)
        {
            for (var (at, parent) = (0, ""); at >= 0;)
            {
                var end = path.IndexOf('.', at);
                var key = end < 0 ? path[at..] : path[at..end];
                if (!orders.TryGetValue(parent, out var keys))
                {
                    orders[parent] = keys = [];
                }

                if (!keys.Contains(key))
                {
                    keys.Add(key);
                }

                parent = parent.Length == 0 ? key : $"{parent}.{key}";
                at = end < 0 ? -1 : end + 1;
            }
        }

        return orders;
    }
}
