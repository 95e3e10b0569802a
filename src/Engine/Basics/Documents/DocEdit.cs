namespace Zhirong.Engine.Basics.Documents;

/// <summary>Replaces one value inside a document tree, addressed by a dotted path (list items by <c>id</c>, else by index).</summary>
public static class DocEdit
{
    /// <summary>
    /// The tree with <paramref name="path"/> set to <paramref name="value"/>. The last step may name a new key of an existing map;
    /// every earlier step must exist (DOC-0021).
    /// </summary>
    public static Result<DocNode> Set(DocNode root, string path, string value) =>
        Set(root, path, new DocScalar(value, true, root.Line, root.Column));

    public static Result<DocNode> Set(DocNode root, string path, DocNode value)
    {
        var steps = path.Split('.');
        return steps.Length > 32 ? NotFound(path, path) : Set(root, steps, 0, path, value);
    }

    private static Result<DocNode> Set(DocNode node, string[] steps, int depth, string path, DocNode value)
    {
        if (depth == steps.Length)
        {
            return Place(value, node);
        }

        var step = steps[depth];
        if (node is DocMap map)
        {
            return SetInMap(map, steps, depth, path, value);
        }

        if (node is DocList list && Index(list, step) is var at and >= 0)
        {
            var item = Set(list.Items[at], steps, depth + 1, path, value);
            return item.Ok ? list with { Items = [.. list.Items.Take(at), item.Value, .. list.Items.Skip(at + 1)] } : item;
        }

        return NotFound(path, step);
    }

    private static Result<DocNode> SetInMap(DocMap map, string[] steps, int depth, string path, DocNode value)
    {
        var step = steps[depth];
        for (var i = 0; i < map.Entries.Count; i++)
        {
            if (map.Entries[i].Key == step)
            {
                var inner = Set(map.Entries[i].Value, steps, depth + 1, path, value);
                return inner.Ok
                    ? map with { Entries = [.. map.Entries.Take(i), map.Entries[i] with { Value = inner.Value }, .. map.Entries.Skip(i + 1)] }
                    : inner;
            }
        }

        return depth == steps.Length - 1
            ? map with { Entries = [.. map.Entries, new(step, map.Line, map.Column, Place(value, map))] }
            : NotFound(path, step);
    }

    /// <summary>A new value keeps the place of what it replaces, so that later findings point there.</summary>
    private static DocNode Place(DocNode value, DocNode at) => value is DocScalar scalar ? scalar with { Line = at.Line, Column = at.Column } : value;

    private static int Index(DocList list, string step)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is DocMap map && map["id"] is DocScalar id && id.Text == step)
            {
                return i;
            }
        }

        return int.TryParse(step, out var at) && at >= 0 && at < list.Items.Count ? at : -1;
    }

    private static Refusal NotFound(string path, string step) => new()
    {
        Code = "DOC-0021",
        Path = path,
        Found = step,
        Expected = new("文件中已有的路径", "a path that exists in the file"),
        Message = new($"路径 {path} 在文件中不存在", $"The path {path} does not exist in the file"),
    };
}
