namespace Zhirong.Engine.Basics.Documents;

/// <summary>One field that differs between two documents.</summary>
/// <param name="Path">Dotted path; list items by <c>id</c>, else by index.</param>
/// <param name="Before">The scalar as written; null when the field is new.</param>
/// <param name="After">The scalar as written; null when the field is gone.</param>
public sealed record DocChange(string Path, string? Before, string? After);

/// <summary>What differs between two documents, leaf by leaf, in file order. Comments, quoting and 100 against 100.00 are no difference.</summary>
public static class DocChanges
{
    public static IReadOnlyList<DocChange> Between(DocNode before, DocNode after)
    {
        var changes = new List<DocChange>();
        Compare(before, after, "", changes);
        return changes;
    }

    private static void Compare(DocNode? before, DocNode? after, string path, List<DocChange> changes)
    {
        Leaf(before as DocScalar, after as DocScalar, path, changes);
        var (old, now) = (before is DocScalar ? null : before, after is DocScalar ? null : after);
        if (old is DocMap or null && now is DocMap or null)
        {
            Children(Named(old as DocMap), Named(now as DocMap), path, changes);
        }
        else if (old is DocList or null && now is DocList or null)
        {
            Lists(old as DocList, now as DocList, path, changes);
        }
        else
        {
            // A map in place of a list or the other way round: all of the one is gone, all of the other is new.
            Compare(old, null, path, changes);
            Compare(null, now, path, changes);
        }
    }

    private static void Lists(DocList? before, DocList? after, string path, List<DocChange> changes)
    {
        var (old, now) = (Keyed(before), Keyed(after));
        Children(old, now, path, changes);
        var kept = old.Select(e => e.Key).Where(now.Select(e => e.Key).ToHashSet().Contains).ToList();
        var moved = now.Select(e => e.Key).Where(kept.ToHashSet().Contains).ToList();
        if (!kept.SequenceEqual(moved))
        {
            changes.Add(new(path, string.Join(", ", kept), string.Join(", ", moved)));
        }
    }

    private static void Children(IReadOnlyList<KeyValuePair<string, DocNode>> before, IReadOnlyList<KeyValuePair<string, DocNode>> after, string path, List<DocChange> changes)
    {
        var (old, now) = (before.ToDictionary(), after.ToDictionary());
        foreach (var key in before.Select(e => e.Key).Concat(after.Select(e => e.Key)).Distinct())
        {
            Compare(old.GetValueOrDefault(key), now.GetValueOrDefault(key), path.Length == 0 ? key : $"{path}.{key}", changes);
        }
    }

    private static void Leaf(DocScalar? before, DocScalar? after, string path, List<DocChange> changes)
    {
        if (before is null || after is null ? before != after : !Same(before, after))
        {
            changes.Add(new(path, before?.Text, after?.Text));
        }
    }

    private static bool Same(DocScalar before, DocScalar after) => before.Text == after.Text
        || (FieldReader.TryNumber(before.Text, out var b) && FieldReader.TryNumber(after.Text, out var a) && a == b);

    private static List<KeyValuePair<string, DocNode>> Named(DocMap? map) => [.. (map?.Entries ?? []).Select(e => KeyValuePair.Create(e.Key, e.Value))];

    /// <summary>Items by id where every item has one of its own, else by index.</summary>
    private static List<KeyValuePair<string, DocNode>> Keyed(DocList? list)
    {
        var items = list?.Items ?? [];
        var ids = items.Select(i => (i as DocMap)?["id"] is DocScalar { IsNull: false } id ? id.Text : null).ToList();
        var byId = items.Count > 0 && ids.TrueForAll(id => id is not null) && ids.Distinct().Count() == ids.Count;
        return [.. items.Select((item, i) => KeyValuePair.Create(byId ? ids[i]! : $"{i}", item))];
    }
}
