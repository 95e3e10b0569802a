using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Lending.Registration.Rules;

/// <summary>Reads a registry's rules: <c>zhirong/pledge-registry/v1</c>.</summary>
internal static class RegistryReader
{
    public const string Schema = "zhirong/pledge-registry/v1";

    /// <summary>The rules; wrong types, unknown keys, a set before another's end and a ground's code used twice are refused, all of them.</summary>
    public static Result<RegistryRules> Read(ReadOnlyMemory<byte> file) => FileFields.File(file, Schema, (root, refusals) =>
    {
        var rules = new RegistryRules
        {
            Code = FileFields.Id(root, refusals, "code"),
            Title = Title(root),
            Version = root.Whole("version", 1, 10_000, required: true) ?? 1,
            Origin = root.Text("origin", required: true) ?? "",
            Source = Source(root),
            Kinds = [.. Kinds(root, refusals)],
            Exclusive = root.Flag("exclusive") == true,
            Term = Term(root),
            Limits = Limits(root, refusals),
            Duties = FileFields.Items(root, "duties", refusals, item => (Id: FileFields.Id(item, refusals), Limit: Limit(item))).DistinctBy(d => d.Id).ToDictionary(d => d.Id, d => d.Limit),
            Forms = FileFields.Items(root, "forms", refusals, item => new FormTitle(Form(item), Title(item)), required: true, named: "form"),
            Documents = FileFields.Items(root, "documents", refusals, item => new FilingDocument(FileFields.Id(item, refusals), Title(item), item.Flag("required") == true), required: true),
            Sets = FileFields.Items(root, "sets", refusals, item => Set(item, refusals), required: true),
        };
        root.Date("dated", required: true);
        Order(rules, root, refusals);
        return rules;
    });

    private static Words Source(FieldReader root)
    {
        if (root.Map("source", required: true) is not { } source)
        {
            return Words.Same("");
        }

        var words = Title(source);
        source.Finish();
        return words;
    }

    private static IEnumerable<RightKind> Kinds(FieldReader root, List<Refusal> refusals)
    {
        foreach (var node in root.List("kinds", required: true))
        {
            if (root.TextOf(node, root.Join("kinds")) is not { } word)
            {
                continue;
            }

            if (RightKinds.Read(word) is { } kind)
            {
                yield return kind;
            }
            else
            {
                refusals.Add(LendingRefusals.RuleKind(root.Join("kinds"), word).At(node.Line, node.Column));
            }
        }
    }

    private static TermRule Term(FieldReader root)
    {
        if (root.Map("term", required: true) is not { } term)
        {
            return new(false, null, null);
        }

        var rule = new TermRule(term.OneOf("end", ["none", "agreed"], required: true) == "agreed", term.Whole("least_years", 0, 100), term.Whole("most_years", 0, 100));
        term.Finish();
        return rule;
    }

    private static Dictionary<(FormKind Form, string Channel), DayLimit> Limits(FieldReader root, List<Refusal> refusals)
    {
        var limits = new Dictionary<(FormKind, string), DayLimit>();
        foreach (var (i, node) in root.List("limits", required: true).Index())
        {
            if (FieldReader.Open(node, $"limits.{i}", refusals) is { } item)
            {
                var (form, channel) = (Form(item), item.OneOf("channel", RegistryWords.Channels, required: true) ?? "online");
                if (!limits.TryAdd((form, channel), Limit(item)))
                {
                    refusals.Add(LendingRefusals.RuleTwice(item.Join("form"), $"{form.Word()} {channel}").At(item.Line, item.Column));
                }

                item.Finish();
            }
        }

        return limits;
    }

    private static DayLimit Limit(FieldReader item) => new(
        item.Whole("days", 0, 3_650, required: true) ?? 0, item.OneOf("unit", ["working", "calendar"], required: true) == "working", item.Text("law", required: true) ?? "", item.Flag("verified") == true);

    private static FormKind Form(FieldReader item) => item.OneOf("form", RegistryWords.Forms, required: true) is { } word ? (FormKind)RegistryWords.Forms.ToList().IndexOf(word) : FormKind.Register;

    private static GroundSet Set(FieldReader item, List<Refusal> refusals)
    {
        var (id, from, until) = (FileFields.Id(item, refusals), item.Date("from", required: true) ?? default, item.Date("until"));
        if (until <= from)
        {
            refusals.Add(LendingRefusals.RuleDays(item.Join("until"), $"{until:yyyy-MM-dd}", from).At(item.Line, item.Column));
        }

        return new(id, from, until, item.Text("law", required: true) ?? "", FileFields.Items(item, "grounds", refusals, ground => new Ground(
            FileFields.Id(ground, refusals, "code"),
            ground.OneOf("check", RegistryWords.Checks, required: true) is { } check ? (GroundCheck)RegistryWords.Checks.ToList().IndexOf(check) : GroundCheck.Other,
            ground.OneOf("kind", RegistryWords.Kinds, required: true) is { } kind ? (GroundKind)RegistryWords.Kinds.ToList().IndexOf(kind) : GroundKind.Hard,
            Title(ground), ground.Text("source", required: true) ?? "", ground.Flag("verified") == true), required: true, named: "code"));
    }

    private static Words Title(FieldReader item) => new(item.Text("zh", required: true) ?? "", item.Text("en", required: true) ?? "");

    /// <summary>On no day two sets are in force.</summary>
    private static void Order(RegistryRules rules, FieldReader root, List<Refusal> refusals)
    {
        var sets = rules.Sets.OrderBy(s => s.From).ToList();
        foreach (var (earlier, later) in sets.Zip(sets.Skip(1)).Where(p => p.First.Until is null || p.First.Until > p.Second.From))
        {
            refusals.Add(LendingRefusals.RuleDays(root.Join($"sets.{earlier.Id}.until"), $"{earlier.Until:yyyy-MM-dd}", later.From).At(root.Line, root.Column));
        }
    }
}
