using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules;

namespace Zhirong.Cases.Reading;

/// <summary>
/// A value of a named file that the case gives: a copy of a fact or assumption, or an expression over them:
/// <c>deal.pool.contract.rate: facts.coupon + assumptions.borrower_margin</c>.
/// </summary>
internal sealed record Binding
{
    /// <summary>Where the text stands.</summary>
    public required DocNode Node { get; init; }

    /// <summary>The path that receives the value.</summary>
    public required string Path { get; init; }

    /// <summary>A path, or an expression.</summary>
    public required string Text { get; init; }

    public required bool IsCopy { get; init; }

    /// <summary>The facts and assumptions it reads.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public static IReadOnlyList<Binding> Read(CaseTree tree)
    {
        var refusals = new List<Refusal>();
        var bindings = new List<Binding>();
        foreach (var entry in (tree.Root["bindings"] as DocMap)?.Entries ?? [])
        {
            var binding = Read(tree, entry);
            refusals.AddRange(binding.Refusals);
            if (binding.Ok)
            {
                bindings.Add(binding.Value);
            }
        }

        CaseStoppedException.If(tree.File, refusals);
        return bindings;
    }

    private static Result<Binding> Read(CaseTree tree, DocEntry entry)
    {
        var path = $"bindings.{entry.Key}";
        if (entry.Value is not DocScalar { IsNull: false } text)
        {
            return FieldRefusals.Type(path, entry.Value, new("路径或算式", "a path or an expression"));
        }

        var parent = entry.Key.Contains('.') ? entry.Key[..entry.Key.LastIndexOf('.')] : "";
        if (tree.FileNode(entry.Key.Split('.')[0]) is null || tree.Find(parent) is not DocMap)
        {
            return CaseRefusals.Unknown(path, entry.Key, tree.Children(parent), new DocScalar(entry.Key, false, entry.KeyLine, entry.KeyColumn));
        }

        if (IsInput(text.Text) && tree.ValueNode(text.Text) is not null)
        {
            return new Binding { Node = text, Path = entry.Key, Text = text.Text, IsCopy = true, Sources = [text.Text] };
        }

        var compiled = RuleExpression.Compile(text.Text, new Vocabulary(tree), RuleType.Number);
        return compiled.Ok
            ? new Binding { Node = text, Path = entry.Key, Text = text.Text, IsCopy = false, Sources = [.. compiled.Value.Names.Select(n => n.Text)] }
            : CaseRefusals.Binding(path, compiled.Refusals[0], text);
    }

    private static bool IsInput(string path) => path.StartsWith("facts.", StringComparison.Ordinal) || path.StartsWith("assumptions.", StringComparison.Ordinal);

    /// <summary>The value as the tree stands, after every <c>--set</c>.</summary>
    public Result<DocNode> Compute(CaseTree tree)
    {
        if (IsCopy)
        {
            return Result<DocNode>.Of(tree.ValueNode(Text)!);
        }

        var vocabulary = new Vocabulary(tree);
        var compiled = RuleExpression.Compile(Text, vocabulary, RuleType.Number);
        if (!compiled.Ok)
        {
            return CaseRefusals.Binding($"bindings.{Path}", compiled.Refusals[0], Node);
        }

        var value = compiled.Value.Evaluate(vocabulary);
        return value.Known
            ? Result<DocNode>.Of(new DocScalar(value.ToString(), true, Node.Line, Node.Column))
            : CaseRefusals.BindingUnknown($"bindings.{Path}", Text, Node);
    }

    /// <summary>The numbers among facts and assumptions, by path.</summary>
    private sealed class Vocabulary : IRuleVocabulary, IRuleFacts
    {
        private readonly List<string> names = [];
        private readonly List<decimal> values = [];

        public Vocabulary(CaseTree tree)
        {
            foreach (var name in tree.Children("facts").Concat(tree.Children("assumptions")))
            {
                if (tree.ValueNode(name) is DocScalar scalar && FieldReader.TryNumber(scalar.Text, out var number))
                {
                    names.Add(name);
                    values.Add(number);
                }
            }
        }

        public IReadOnlyCollection<string> Names => names;

        public bool TryFind(string name, out int slot, out RuleType type)
        {
            (slot, type) = (names.IndexOf(name), RuleType.Number);
            return slot >= 0;
        }

        public RuleValue Get(int slot) => RuleValue.Of(values[slot]);
    }
}
