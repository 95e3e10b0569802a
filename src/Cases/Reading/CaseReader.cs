using Zhirong.Cases.Desk;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Reading;

/// <summary>Reads <c>zhirong/case/v1</c>; every fault is collected and refused with its place.</summary>
internal static class CaseReader
{
    public const string Schema = "zhirong/case/v1";

    /// <summary>The keys of a case file.</summary>
    public static readonly IReadOnlyList<string> Keys =
        ["schema", "id", "title", "sources", "files", "facts", "assumptions", "bindings", "parts", "checks", "variations"];

    /// <param name="tree">The case after <c>--set</c> and bindings.</param>
    /// <param name="partNames">The parts that can be played.</param>
    public static CaseDefinition Read(CaseTree tree, IReadOnlyList<string> partNames)
    {
        var refusals = new List<Refusal>();
        var map = new DocMap([.. tree.Root.Entries.Where(e => tree.FileNode(e.Key) is null)], tree.Root.Line, tree.Root.Column);
        var root = new FieldReader(map, "", refusals);
        root.OneOf("schema", [Schema], required: true);
        Texts(root, "sources");
        foreach (var key in (string[])["files", "facts", "bindings"])
        {
            root.Map(key);
        }

        var definition = new CaseDefinition
        {
            Id = root.Text("id", required: true) ?? "",
            Title = Named(root, "title", refusals, required: true) ?? default,
            Assumptions = Assumptions(root, refusals),
            Parts = Parts(root, partNames, refusals),
            Checks = Checks(root, refusals),
            Variations = Variations(root, refusals),
        };
        root.Finish();
        CheckNames(definition, root, refusals);
        CaseStoppedException.If(tree.File, [.. refusals.OrderBy(r => r.Line).ThenBy(r => r.Column).Take(200)]);
        return definition;
    }

    /// <summary>A text in one language or <c>{zh, en}</c>.</summary>
    public static Words? Named(FieldReader reader, string key, List<Refusal> refusals, bool required = false)
    {
        var node = required ? reader.Required(key) : reader.Node(key);
        if (node is not DocMap map)
        {
            return node is null ? null : reader.TextOf(node, reader.Join(key)) is { } text ? Words.Same(text) : null;
        }

        var words = new FieldReader(map, reader.Join(key), refusals);
        var zh = words.Text("zh", required: true) ?? "";
        var en = words.Text("en") ?? zh;
        words.Finish();
        return new(zh, en);
    }

    public static IReadOnlyList<string> Texts(FieldReader reader, string key, bool required = false)
    {
        var items = reader.List(key, required);
        return [.. items.Select((item, i) => reader.TextOf(item, $"{reader.Join(key)}.{i}")).OfType<string>()];
    }

    private static List<CaseAssumption> Assumptions(FieldReader root, List<Refusal> refusals)
    {
        var assumptions = new List<CaseAssumption>();
        if (root.Map("assumptions") is null)
        {
            return assumptions;
        }

        foreach (var entry in ((DocMap)root.Node("assumptions")!).Entries)
        {
            var path = $"assumptions.{entry.Key}";
            if (entry.Value is not DocMap map || map["value"] is null || map["reason"] is null)
            {
                refusals.Add(CaseRefusals.NeedsReason(path, entry.Value));
                continue;
            }

            var item = new FieldReader(map, path, refusals);
            var value = item.Required("value");
            var reason = Named(item, "reason", refusals, required: true);
            item.Finish();
            assumptions.Add(new(path, value is null ? "" : Text(value), reason ?? default));
        }

        return assumptions;
    }

    private static string Text(DocNode node) => node switch
    {
        DocScalar scalar => scalar.Text,
        DocList list => string.Join("、", list.Items.Select(Text)),
        _ => node.Describe(),
    };

    private static List<KeyValuePair<string, DocMap>> Parts(FieldReader root, IReadOnlyList<string> names, List<Refusal> refusals)
    {
        var parts = new List<KeyValuePair<string, DocMap>>();
        if (root.Map("parts", required: true) is null)
        {
            return parts;
        }

        foreach (var entry in ((DocMap)root.Node("parts")!).Entries)
        {
            var path = $"parts.{entry.Key}";
            if (!names.Contains(entry.Key) && !StepsPlay.Fits(entry.Value))
            {
                refusals.Add(CaseRefusals.Unknown(path, entry.Key, names, new DocScalar(entry.Key, false, entry.KeyLine, entry.KeyColumn)));
            }
            else if (entry.Value is DocMap map)
            {
                parts.Add(new(entry.Key, map));
            }
            else
            {
                refusals.Add(FieldRefusals.Type(path, entry.Value, new("一组键值，没有参数时写 {}", "a map of keys, {} when there are none")));
            }
        }

        return parts;
    }

    private static List<CheckDefinition> Checks(FieldReader root, List<Refusal> refusals)
    {
        var checks = new List<CheckDefinition>();
        foreach (var (id, item) in Rows.Of(root.Required("checks"), "checks", refusals))
        {
            var kind = item.OneOf("kind", CheckDefinition.Kinds, required: true);
            var comparator = item.OneOf("comparator", CheckDefinition.Comparators, required: true);
            var needs = item.OneOf("needs", MissingRooms.Words);
            checks.Add(new()
            {
                Id = id,
                Part = item.Text("part", required: true) ?? "",
                Kind = (CheckKind)Math.Max(0, IndexOf(CheckDefinition.Kinds, kind)),
                Title = Named(item, "title", refusals, required: true) ?? default,
                Published = Published(item),
                Comparator = (Comparator)Math.Max(0, IndexOf(CheckDefinition.Comparators, comparator)),
                Of = item.Text("of", required: !item.Has("needs")),
                Needs = needs,
                Source = Named(item, "source", refusals),
                Line = item.Line,
                Column = item.Column,
            });
            item.Finish();
        }

        return checks;
    }

    private static IReadOnlyList<string> Published(FieldReader item) => item.Required("published") switch
    {
        DocList => Texts(item, "published"),
        DocScalar scalar => [scalar.Text],
        { } other => item.TextOf(other, item.Join("published")) is { } text ? [text] : [],
        null => [],
    };

    private static List<CaseVariation> Variations(FieldReader root, List<Refusal> refusals)
    {
        var variations = new List<CaseVariation>();
        foreach (var (id, item) in root.Node("variations") is { } node ? Rows.Of(node, "variations", refusals) : [])
        {
            variations.Add(new(id, Named(item, "title", refusals, required: true) ?? default, Texts(item, "set", required: true), Texts(item, "mustFail", required: true)));
            item.Finish();
        }

        return variations;
    }

    /// <summary>Checks name parts of the case, variations name its checks.</summary>
    private static void CheckNames(CaseDefinition definition, FieldReader root, List<Refusal> refusals)
    {
        var parts = definition.Parts.Select(p => p.Key).ToList();
        foreach (var check in definition.Checks.Where(c => !parts.Contains(c.Part)))
        {
            refusals.Add(CaseRefusals.Unknown($"checks.{check.Id}.part", check.Part, parts, new DocScalar("", false, check.Line, check.Column)));
        }

        var checks = definition.Checks.Select(c => c.Id).ToList();
        foreach (var variation in definition.Variations)
        {
            foreach (var id in variation.MustFail.Where(id => !checks.Contains(id)))
            {
                var node = CaseTree.Child(root.Node("variations"), variation.Id)!;
                refusals.Add(CaseRefusals.Unknown($"variations.{variation.Id}.mustFail", id, checks, node));
            }
        }
    }

    private static int IndexOf(IReadOnlyList<string> words, string? word) => word is null ? 0 : words.ToList().IndexOf(word);
}
