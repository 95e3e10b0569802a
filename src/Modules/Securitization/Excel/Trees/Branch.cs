using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Securitization.Excel.Trees;

/// <summary>A document while it is put together: a scalar, a map, a list, or nothing yet.</summary>
internal sealed class Branch
{
    private OrderedDictionary<string, Branch>? map;
    private List<Branch>? list;

    public DocScalar? Leaf { get; private set; }

    public int Line { get; set; } = 1;

    public int Column { get; set; } = 1;

    public bool Empty => Leaf is null && map is null && list is null;

    public int Count => list?.Count ?? 0;

    /// <summary>The child under a key, made when it is not there; null when this is no map.</summary>
    public Branch? Child(string key)
    {
        if (Leaf is not null || list is not null)
        {
            return null;
        }

        map ??= [];
        if (!map.TryGetValue(key, out var child))
        {
            map[key] = child = new();
        }

        return child;
    }

    /// <summary>The branch at a dotted path of plain keys.</summary>
    /// <exception cref="InvalidOperationException">Something on the way is no map: a template that contradicts itself.</exception>
    public Branch At(string path) => path.Length == 0
        ? this
        : path.Split('.').Aggregate(this, (at, key) => at.Child(key) ?? throw new InvalidOperationException(path));

    /// <summary>A further item of the list this becomes; null when this is no list.</summary>
    public Branch? Add()
    {
        if (Leaf is not null || map is not null)
        {
            return null;
        }

        var item = new Branch();
        (list ??= []).Add(item);
        return item;
    }

    /// <summary>The item at a place; the place after the last makes one; null elsewhere.</summary>
    public Branch? Item(int index) => index == Count ? Add() : index < Count ? list![index] : null;

    /// <summary>The item whose <c>id</c> is given.</summary>
    public Branch? Item(string id) => list?.Find(item => item.map is not null && item.map.TryGetValue("id", out var own) && own.Leaf?.Text == id);

    /// <summary>Takes a node whole; false when there is something already.</summary>
    public bool Put(DocNode node)
    {
        if (!Empty)
        {
            return false;
        }

        (Line, Column) = (node.Line, node.Column);
        switch (node)
        {
            case DocScalar scalar:
                Leaf = scalar;
                break;
            case DocList items:
                list = [];
                foreach (var item in items.Items)
                {
                    Add()!.Put(item);
                }

                break;
            case DocMap entries:
                map = [];
                foreach (var entry in entries.Entries)
                {
                    Child(entry.Key)!.Put(entry.Value);
                }

                break;
        }

        return true;
    }

    /// <summary>Becomes an empty map or list unless it is one already; false when it is something else.</summary>
    public bool Become(bool asList)
    {
        if (Leaf is not null || (asList ? map is not null : list is not null))
        {
            return false;
        }

        if (asList)
        {
            list ??= [];
        }
        else
        {
            map ??= [];
        }

        return true;
    }

    /// <summary>Lengthens the text of a scalar.</summary>
    public bool Append(string more)
    {
        if (Leaf is null)
        {
            return false;
        }

        Leaf = Leaf with { Text = Leaf.Text + more };
        return true;
    }

    /// <summary>Puts the given keys first, in their order; the others keep theirs.</summary>
    public void Sort(IReadOnlyList<string> keys)
    {
        if (map is null)
        {
            return;
        }

        var old = map;
        map = [];
        foreach (var key in keys.Where(old.ContainsKey).Concat(old.Keys.Where(key => !keys.Contains(key))))
        {
            map[key] = old[key];
        }
    }

    /// <summary>The finished node; null for a branch nothing was put on.</summary>
    public DocNode? Node() => Leaf is not null ? Leaf
        : list is not null ? new DocList([.. list.Select(item => item.Node() ?? new DocMap([], item.Line, item.Column))], Line, Column)
        : map is not null ? Map() : null;

    private DocMap Map()
    {
        var entries = new List<DocEntry>();
        foreach (var (key, child) in map!)
        {
            if (child.Node() is { } node)
            {
                entries.Add(new(key, node.Line, node.Column, node));
            }
        }

        return new(entries, Line, Column);
    }
}
