using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Reading;

/// <summary>Lists of maps with an id each.</summary>
internal static class Rows
{
    /// <summary>Every item with its id, its path naming the id; items without one or with one already used are refused.</summary>
    public static IEnumerable<(string Id, FieldReader Item)> Of(DocNode? list, string path, List<Refusal> refusals)
    {
        if (list is not DocList { Items: var items })
        {
            if (list is not null)
            {
                refusals.Add(FieldRefusals.Type(path, list, new("列表", "a list")));
            }

            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var id = items[i] is DocMap { } map && map["id"] is DocScalar { IsNull: false } scalar ? scalar.Text : null;
            if (FieldReader.Open(items[i], $"{path}.{id ?? $"{i}"}", refusals) is not { } item)
            {
                continue;
            }

            item.Text("id", required: true);
            if (id is not null && !seen.Add(id))
            {
                refusals.Add(CaseRefusals.Twice(item.Path, id, items[i]));
            }

            yield return (id ?? "", item);
        }
    }
}
