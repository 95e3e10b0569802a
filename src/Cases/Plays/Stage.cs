using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Lint;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Cases.Plays;

/// <summary>A value and the inputs it was read from.</summary>
internal readonly record struct Traced<T>(T Value, IReadOnlyList<string> From);

/// <summary>What every part plays on: the case's tree, the deal, the records taken so far, the outputs.</summary>
internal sealed class Stage(CaseTree tree, CaseReferences references)
{
    private DealPreparation? deal;
    private FirmRegister? firms;
    private RightRegister? rights;

    public CaseTree Tree { get; } = tree;

    public CaseReferences References { get; } = references;

    public Outputs Outputs { get; } = new();

    /// <summary>The deal as it would run without a scenario. A deal of the wrong shape is bad input.</summary>
    public DealPreparation Deal => deal ??= Prepare(ScenarioDefinition.Base);

    public DealDefinition Definition => Deal.Definition!;

    public FirmRegister Firms => firms ??= FirmRegister.Read(this);

    public RightRegister Rights => rights ??= RightRegister.Read(this);

    public bool HasFile(string name) => Tree.FileNode(name) is not null;

    /// <summary>The first lint error, which stops every figure of a run; null when the deal may run.</summary>
    public Refusal? LintError => Deal.Findings.FirstOrDefault(f => f.Severity == Severity.Error);

    public DealPreparation Prepare(ScenarioDefinition scenario)
    {
        var prepared = DealPreparation.From(File("deal", "parts"), scenario, null, References.Holidays);
        if (prepared.RefusedFile == InputFile.Scenario)
        {
            CaseStoppedException.If(Tree.File, [.. prepared.ShapeRefusals.Select(r => DealLint.Locate(Tree.Root, r with { Path = $"parts.stress.{r.Path}", Line = 0 }))]);
        }

        CaseStoppedException.If(Tree.FileOf("deal"), prepared.ShapeRefusals);
        return prepared;
    }

    /// <summary>A named file's document; a part that needs it refuses the case when it is not named.</summary>
    public DocNode File(string name, string part) => Tree.FileNode(name)
        ?? throw CaseStoppedException.At(Tree.File, CaseRefusals.NeedsFile(part, name, Tree.Root.Line, Tree.Root.Column));

    public IEnumerable<string> Origins(params IEnumerable<string> paths) => paths.SelectMany(Tree.Origins);

    /// <summary>
    /// A number of a part's parameters: written out, or the path of a fact, an assumption or a figure of a file.
    /// </summary>
    public Traced<decimal>? Number(FieldReader at, string key, List<Refusal> refusals, bool required = true)
    {
        if (Scalar(at, key, refusals, required) is not { } scalar)
        {
            return null;
        }

        if (FieldReader.TryNumber(scalar.Value.Text, out var number))
        {
            return new(number, scalar.From);
        }

        refusals.Add(FieldRefusals.Type(at.Join(key), scalar.Value, new("十进制数，或其路径", "a decimal number, or the path of one")));
        return null;
    }

    public Traced<Money>? Money(FieldReader at, string key, List<Refusal> refusals, bool required = true)
    {
        if (Number(at, key, refusals, required) is not { } number)
        {
            return null;
        }

        if (number.Value >= 0 && number.Value < 1_000_000_000_000m && number.Value * 100m == decimal.Truncate(number.Value * 100m))
        {
            return new(Engine.Basics.Money.Cny(number.Value), number.From);
        }

        refusals.Add(CaseRefusals.Value(at.Join(key), $"{number.Value}", new("元，不小于 0，至多两位小数", "yuan, at least 0, at most two decimals"), at.Line, at.Column));
        return null;
    }

    /// <summary>A fraction within bounds, at most twelve places.</summary>
    public Traced<decimal>? Ratio(FieldReader at, string key, decimal most, List<Refusal> refusals)
    {
        if (Number(at, key, refusals) is not { } number)
        {
            return null;
        }

        if (number.Value >= 0 && number.Value <= most && number.Value.Scale <= 12)
        {
            return number;
        }

        refusals.Add(CaseRefusals.Value(at.Join(key), $"{number.Value}", new($"0 到 {most} 之间的小数", $"a decimal from 0 to {most}"), at.Line, at.Column));
        return null;
    }

    public Traced<DateOnly>? Date(FieldReader at, string key, List<Refusal> refusals)
    {
        if (Scalar(at, key, refusals, required: true) is not { } scalar)
        {
            return null;
        }

        if (FieldReader.TryDate(scalar.Value.Text, out var date))
        {
            return new(date, scalar.From);
        }

        refusals.Add(FieldRefusals.Type(at.Join(key), scalar.Value, new("日期 yyyy-MM-dd，或其路径", "a date yyyy-MM-dd, or the path of one")));
        return null;
    }

    /// <summary>A text, or what stands at the path it names.</summary>
    public Traced<string>? Text(FieldReader at, string key, List<Refusal> refusals) =>
        Scalar(at, key, refusals, required: true) is { } scalar ? new(scalar.Value.Text, scalar.From) : null;

    private Traced<DocScalar>? Scalar(FieldReader at, string key, List<Refusal> refusals, bool required)
    {
        var node = required ? at.Required(key) : at.Node(key);
        if (node is null || at.TextOf(node, at.Join(key)) is not { } text)
        {
            return null;
        }

        var root = text.Split('.')[0];
        if (!text.Contains('.') || (root is not ("facts" or "assumptions") && !HasFile(root)))
        {
            return new((DocScalar)node, [at.Join(key)]);
        }

        if (Tree.ValueNode(text) is DocScalar found)
        {
            return new(found, Tree.Origins(text));
        }

        var parent = text[..text.LastIndexOf('.')];
        refusals.Add(CaseRefusals.Unknown(at.Join(key), text, Tree.Children(parent), node));
        return null;
    }
}
