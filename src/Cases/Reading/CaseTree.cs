using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Reading;

/// <summary>
/// A case and the files it names as one tree: <c>facts.…</c>, <c>assumptions.…</c>, <c>parts.…</c>, and each file under its
/// name, <c>deal.tranches.A.size</c>. Built in this order: read, apply <c>--set</c>, compute the bindings.
/// </summary>
public sealed class CaseTree
{
    private static readonly string[] Settable = ["facts", "assumptions", "parts"];

    private readonly Dictionary<string, string> files;
    private readonly Dictionary<string, Binding> bindings = new(StringComparer.Ordinal);

    private CaseTree(string file, DocMap root, Dictionary<string, string> files)
    {
        File = file;
        Root = root;
        this.files = files;
    }

    /// <summary>The case file as people call it.</summary>
    public string File { get; }

    public DocMap Root { get; private set; }

    internal static CaseTree Read(CaseSource source, IReadOnlyList<string> sets)
    {
        var document = DocReader.Read(source.Bytes);
        CaseStoppedException.If(source.File, document.Refusals);
        if (document.Value is not DocMap root)
        {
            throw CaseStoppedException.At(source.File, FieldRefusals.Type("", document.Value, new("一组键值", "a map of keys")));
        }

        var tree = new CaseTree(source.File, root, []);
        tree.ReadFiles(source);
        var read = Binding.Read(tree);
        foreach (var binding in read)
        {
            tree.bindings[binding.Path] = binding;
        }

        foreach (var set in sets)
        {
            tree.Apply(set);
        }

        foreach (var binding in read)
        {
            tree.Bind(binding);
        }

        return tree;
    }

    /// <summary>The file a path lies in, for refusals: the case's own, or the named one.</summary>
    public string FileOf(string path) => files.GetValueOrDefault(path.Split('.')[0], File);

    /// <summary>The node of a named file; null when the case names none.</summary>
    public DocNode? FileNode(string name) => files.ContainsKey(name) ? Root[name] : null;

    /// <summary>The node at a path (list items by id, else by index); null when there is none.</summary>
    public DocNode? Find(string path)
    {
        DocNode? node = Root;
        foreach (var step in path.Split('.'))
        {
            node = Child(node, step);
        }

        return node;
    }

    /// <summary>The scalar or list at a path; an assumption gives its <c>value</c>.</summary>
    public DocNode? ValueNode(string path) => Find(path) is DocMap map && map["value"] is { } value ? value : Find(path);

    /// <summary>The inputs a path's value comes from: itself, or what its binding is computed from.</summary>
    public IReadOnlyList<string> Origins(string path) => bindings.TryGetValue(path, out var binding) ? binding.Sources : [path];

    /// <summary>Names that stand directly under a path.</summary>
    internal IReadOnlyList<string> Children(string path) => Find(path) switch
    {
        DocMap map => [.. map.Entries.Select(e => $"{path}.{e.Key}")],
        DocList list => [.. list.Items.OfType<DocMap>().Select(i => i["id"]).OfType<DocScalar>().Select(id => $"{path}.{id.Text}")],
        _ => [],
    };

    internal static DocNode? Child(DocNode? node, string step) => node switch
    {
        DocMap map => map[step],
        DocList list => list.Items.FirstOrDefault(i => i is DocMap map && map["id"] is DocScalar id && id.Text == step)
            ?? (int.TryParse(step, out var at) && at >= 0 && at < list.Items.Count ? list.Items[at] : null),
        _ => null,
    };

    private void ReadFiles(CaseSource source)
    {
        var refusals = new List<Refusal>();
        var named = Root["files"] as DocMap;
        foreach (var entry in named?.Entries ?? [])
        {
            var path = $"files.{entry.Key}";
            if (Root[entry.Key] is not null || CaseReader.Keys.Contains(entry.Key) || !entry.Key.All(c => c is (>= 'a' and <= 'z') or '_'))
            {
                refusals.Add(CaseRefusals.Reserved(path, new DocScalar(entry.Key, false, entry.KeyLine, entry.KeyColumn)));
            }
            else if (entry.Value is not DocScalar { Text: { Length: > 0 } name } || name.Contains("..", StringComparison.Ordinal) || name.IndexOfAny([':', '\\']) >= 0 || name[0] == '/')
            {
                refusals.Add(CaseRefusals.FileName(path, entry.Value));
            }
            else
            {
                Include(source, entry.Key, name);
            }
        }

        CaseStoppedException.If(File, refusals);
    }

    private void Include(CaseSource source, string name, string file)
    {
        var bytes = source.Read(file);
        CaseStoppedException.If(file, bytes.Refusals);
        var document = DocReader.Read(bytes.Value);
        CaseStoppedException.If(file, document.Refusals);
        files[name] = file;
        Root = Root with { Entries = [.. Root.Entries, new(name, 1, 1, document.Value)] };
    }

    private void Apply(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0)
        {
            throw CaseStoppedException.At("--set", CaseRefusals.SetShape(text));
        }

        var path = Target(text[..at].Trim());
        Replace("--set", path, NewValue(text[(at + 1)..].Trim()));
    }

    /// <summary>Where a <c>--set</c> really writes: into an assumption's value, or to what a copied path comes from.</summary>
    private string Target(string path)
    {
        var steps = path.Split('.');
        if (!Settable.Contains(steps[0]) && !files.ContainsKey(steps[0]))
        {
            throw CaseStoppedException.At("--set", CaseRefusals.SetRoot(path, [.. Settable, .. files.Keys]));
        }

        if (bindings.TryGetValue(path, out var binding))
        {
            return binding.IsCopy ? Target(binding.Text) : throw CaseStoppedException.At("--set", CaseRefusals.Bound(path, binding.Text));
        }

        if (Find(path) is DocMap map && map["value"] is not null)
        {
            return path + ".value";
        }

        // A file's record may be given a further key of its own; its reader knows which ones there are.
        var parent = string.Join('.', steps[..^1]);
        var mayAdd = files.ContainsKey(steps[0]) && steps.Length > 1 && Find(parent) is DocMap;
        return Find(path) is not null || mayAdd
            ? path
            : throw CaseStoppedException.At("--set", CaseRefusals.NoSuchPath(path, Siblings(path)));
    }

    /// <summary>What stands where the path leaves the tree.</summary>
    private IReadOnlyList<string> Siblings(string path)
    {
        var steps = path.Split('.');
        for (var known = steps.Length - 1; known > 0; known--)
        {
            var children = Children(string.Join('.', steps[..known]));
            if (children.Count > 0)
            {
                return children;
            }
        }

        return [.. Settable, .. files.Keys];
    }

    /// <summary>A list or map in flow style is read as such: <c>assumptions.modes=[normal]</c>; nothing after the sign takes the value away.</summary>
    private static DocNode NewValue(string text) =>
        text.StartsWith('[') || text.StartsWith('{') ? DocReader.Read(text) is { Ok: true } read ? read.Value : Scalar(text) : Scalar(text);

    private static DocScalar Scalar(string text) => new(text, text.Length > 0, 1, 1);

    private void Bind(Binding binding)
    {
        var value = binding.Compute(this);
        CaseStoppedException.If(File, value.Refusals);
        Replace(File, binding.Path, value.Value);
    }

    private void Replace(string file, string path, DocNode value)
    {
        var changed = DocEdit.Set(Root, path, value);
        CaseStoppedException.If(file, changed.Refusals);
        Root = (DocMap)changed.Value;
    }
}
