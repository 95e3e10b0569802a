using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Credit.Accounts;

namespace Zhirong.Engine.Credit.Reading;

/// <summary>Reads <c>zhirong/loan-servicing/v1</c> and <c>zhirong/loan-classification/v1</c>: how loans are serviced and classed, as data.</summary>
public static class ServicingReader
{
    public const string PolicySchema = "zhirong/loan-servicing/v1";
    public const string ClassesSchema = "zhirong/loan-classification/v1";

    private static readonly string[] Kinds = ["fee", "penalty", "compound", "interest", "principal"];
    private static readonly string[] Compounds = ["none", "contract", "penalty"];
    private static readonly string[] Sweeps = ["by_kind", "by_instalment"];

    /// <summary>The policy; refused with DOC, FLD.</summary>
    public static Result<ServicingPolicy> Policy(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, PolicySchema, Policy);

    /// <summary>The rules by day; refused with DOC, FLD.</summary>
    public static Result<ClassificationTable> Classes(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, ClassesSchema, Classes);

    private static ServicingPolicy Policy(FieldReader root, List<Refusal> refusals)
    {
        root.Date("dated");
        root.Text("zh");
        root.Text("en");
        root.Text("source");
        var id = FileFields.Id(root, refusals);
        var version = root.Text("version", required: true) ?? "";
        var penalty = root.Map("penalty", required: true);
        var (overdue, misuse) = (penalty?.Ratio("overdue", 0, 10, required: true), penalty?.Ratio("misuse", 0, 10, required: true));
        FourDecimals(penalty, "overdue", overdue, refusals);
        FourDecimals(penalty, "misuse", misuse, refusals);
        penalty?.Finish();
        var limits = FileFields.Items(root, "extensions", refusals, Extension, named: "up_to_months");
        var compound = root.OneOf("compound", Compounds, required: true);
        return new()
        {
            Id = id,
            Version = version,
            Verified = root.Flag("verified") ?? false,
            OverdueUplift = overdue ?? 0,
            MisuseUplift = misuse ?? 0,
            Compound = (CompoundRate)Math.Max(0, Array.IndexOf(Compounds, compound)),
            GraceDays = root.Whole("grace_days", 0, 365) ?? 0,
            Allocation = Order(root.Map("allocation", required: true), refusals) ?? new([], false),
            ImpairedAfterDays = root.Whole("impaired_after_days", 0, 10_000) ?? 90,
            Impaired = Order(root.Map("impaired"), refusals),
            AccrualStopAfterDays = root.Whole("accrual_stop_after_days", 0, 10_000) ?? 90,
            Extensions = limits,
        };
    }

    private static void FourDecimals(FieldReader? penalty, string key, decimal? uplift, List<Refusal> refusals)
    {
        if (penalty is not null && uplift is { } share && decimal.Round(share, 4) != share)
        {
            refusals.Add(FieldRefusals.Type(penalty.Join(key), penalty.Node(key)!, new("至多四位小数", "at most four decimals")));
        }
    }

    private static ExtensionLimit Extension(FieldReader item) => new(
        item.Whole("up_to_months", 1, 12_000, required: true) ?? 0,
        item.Ratio("share", 0, 100, required: true) ?? 0,
        item.Whole("most_months", 1, 12_000));

    private static AllocationOrder? Order(FieldReader? reader, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var kinds = reader.List("order", required: true).Select(n => Array.IndexOf(Kinds, (n as DocScalar)?.Text ?? "")).ToList();
        if (reader.Has("order") && !kinds.Order().SequenceEqual(Enumerable.Range(0, Kinds.Length)))
        {
            refusals.Add(FieldRefusals.Type(reader.Join("order"), reader.Node("order")!, new($"{string.Join("、", Kinds)} 各一次", $"{string.Join(", ", Kinds)}, each once")));
        }

        var sweep = reader.OneOf("sweep", Sweeps);
        reader.Finish();
        return new([.. kinds.Select(k => (DueKind)Math.Max(0, k))], sweep == "by_instalment");
    }

    private static ClassificationTable Classes(FieldReader root, List<Refusal> refusals)
    {
        root.Text("id");
        root.Text("version");
        root.Date("dated");
        root.Text("note");
        var rules = FileFields.Items(root, "rules", refusals, item => Rule(item, refusals), required: true);
        if (rules.Count == 0 || !rules.Select(r => r.From).SequenceEqual(rules.Select(r => r.From).Distinct().Order()))
        {
            refusals.Add(FieldRefusals.Type("rules", root.Node("rules") ?? new DocScalar("", false, root.Line, root.Column), new("至少一套规则，from 递增", "at least one rule, from rising")));
        }

        return new(rules);
    }

    private static ClassificationRule Rule(FieldReader item, List<Refusal> refusals)
    {
        var steps = new List<(int BeyondDays, LoanClass AtLeast)>();
        var nodes = item.List("steps", required: true);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (FieldReader.Open(nodes[i], $"{item.Join("steps")}.{i}", refusals) is { } step)
            {
                steps.Add((step.Whole("beyond_days", 0, 100_000, required: true) ?? 0, Class(step, "at_least")));
                step.Finish();
            }
        }

        if (item.Node("steps") is { } node && !steps.Zip(steps.Skip(1)).All(p => p.First.BeyondDays < p.Second.BeyondDays && p.First.AtLeast < p.Second.AtLeast))
        {
            refusals.Add(FieldRefusals.Type(item.Join("steps"), node, new("天数与类别都递增", "days and classes that both rise")));
        }

        var restructured = item.Map("restructured");
        var rule = new ClassificationRule
        {
            Id = FileFields.Id(item, refusals),
            From = item.Date("from", required: true) ?? default,
            Title = FileFields.Title(item, ""),
            Source = item.Text("source", required: true) ?? "",
            Verified = item.Flag("verified") ?? false,
            TechnicalDays = item.Whole("technical_days", 0, 365) ?? 0,
            Steps = steps,
            RestructuredAtLeast = restructured is null ? LoanClass.Pass : Class(restructured, "at_least"),
            RestructuredMonths = restructured?.Whole("months", 0, 1200) ?? 0,
        };
        restructured?.Finish();
        return rule;
    }

    private static LoanClass Class(FieldReader reader, string key) =>
        (LoanClass)Math.Max(0, LoanClasses.Words.ToList().IndexOf(reader.OneOf(key, LoanClasses.Words, required: true) ?? ""));
}
