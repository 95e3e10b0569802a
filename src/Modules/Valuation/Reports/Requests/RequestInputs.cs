using System.Globalization;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Valuation.Reports.Requests;

/// <summary>One figure or word of a request with what stands behind it.</summary>
/// <param name="Path">Its place, ids instead of indices.</param>
/// <param name="Key">Last key of the path.</param>
/// <param name="Text">As written.</param>
/// <param name="Origin">Null where the request itself is the source: an id, a date, a weight.</param>
internal sealed record RequestInput(string Path, string Key, string Text, Origin? Origin);

/// <summary>Every leaf of a request, in its order: nothing is left out.</summary>
internal static class RequestInputs
{
    public static IReadOnlyList<RequestInput> Of(DocNode request, GroupValue value)
    {
        // Bare figures the engine counts without evidence.
        var unverified = value.Methods.SelectMany(m => m.Inputs).Concat(Others(value)).Where(i => !i.Origin.IsVerified).Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        return [.. Leaves(request, "", "", null).Select(leaf => leaf.Origin is null && unverified.Contains(leaf.Path) ? leaf with { Origin = Origin.Unverified } : leaf)];
    }

    private static IEnumerable<AppraisalInput> Others(GroupValue value)
    {
        var (firm, pledge) = (value.Case.Firm, value.Case.Pledge);
        return new[] { firm?.Revenue, firm?.Profit, firm?.NetAssets, pledge?.Valid, pledge?.FireSale, pledge?.SellYears, pledge?.Rate }.OfType<Figure>().Select(f => f.Shown);
    }

    private static IEnumerable<RequestInput> Leaves(DocNode node, string path, string key, Origin? origin)
    {
        switch (node)
        {
            case DocScalar { IsNull: false } scalar:
                yield return new(path, key, scalar.Text, origin);
                break;
            case DocMap map:
                var own = Stated(map) ?? origin;
                foreach (var entry in map.Entries)
                {
                    if (entry.Key is "source" or "kind" or "date" && Stated(map) is not null)
                    {
                        continue;
                    }

                    foreach (var leaf in Entry(map, entry, path, key, own))
                    {
                        yield return leaf;
                    }
                }

                break;
            case DocList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    foreach (var leaf in Leaves(list.Items[i], Join(path, Name(list.Items[i], i)), key, origin))
                    {
                        yield return leaf;
                    }
                }

                break;
        }
    }

    /// <summary>A figure's value stands for the figure; yearly amounts are named by their year.</summary>
    private static IEnumerable<RequestInput> Entry(DocMap map, DocEntry entry, string path, string key, Origin? origin)
    {
        if (entry.Key == "yearly" && entry.Value is DocList yearly && int.TryParse(Text(map, "first_year"), NumberStyles.None, CultureInfo.InvariantCulture, out var first))
        {
            return yearly.Items.SelectMany((item, i) => Leaves(item, Join(path, $"{first + i}"), "yearly", origin));
        }

        var figure = entry.Key == "value" && map["basis"] is null;
        return Leaves(entry.Value, figure ? path : Join(path, entry.Key), figure ? key : entry.Key, origin);
    }

    /// <summary>Source, kind and date of a map that states them; a right's kind is no kind of source.</summary>
    private static Origin? Stated(DocMap map)
    {
        var kind = Array.IndexOf([.. Origin.KindWords], Text(map, "kind"));
        if (Text(map, "source") is null && kind < 0)
        {
            return null;
        }

        DateOnly? date = DateOnly.TryParseExact(Text(map, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return new(kind < 0 ? OriginKind.Evidence : (OriginKind)kind, Text(map, "source") ?? "", date);
    }

    private static string? Text(DocMap map, string key) => map[key] is DocScalar { IsNull: false } scalar ? scalar.Text : null;

    private static string Name(DocNode item, int index) => item is DocMap map ? Text(map, "id") ?? Text(map, "factor") ?? $"{index + 1}" : $"{index + 1}";

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
