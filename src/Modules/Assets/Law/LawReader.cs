using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets.Law;

/// <summary>Reads terms (<c>zhirong/right-terms/v1</c>), annual fees (<c>zhirong/annual-fees/v1</c>), what owners may still do (<c>zhirong/owners-acts/v1</c>) and the policy (<c>zhirong/register-policy/v1</c>).</summary>
public static class LawReader
{
    public static Result<TermRules> Terms(ReadOnlyMemory<byte> file) => Read(file, "zhirong/right-terms/v1", (root, version, refusals) =>
    {
        var rules = Maps(root, "rules", refusals, Rule);
        foreach (var twice in rules.GroupBy(r => r.Id).Where(g => g.Count() > 1))
        {
            refusals.Add(LawRefusals.Rule("rules", twice.Key, new("每个编号一条", "each id once")));
        }

        return new TermRules(version, rules);
    });

    public static Result<FeeRules> Fees(ReadOnlyMemory<byte> file) => Read(file, "zhirong/annual-fees/v1", (root, version, refusals) =>
    {
        var grace = root.Whole("grace_months", 0, 60, required: true) ?? 0;
        var steps = root.List("surcharge", required: true).Select((node, n) => root.RatioOf(node, $"surcharge.{n}", 0, 10) ?? 0).ToList();
        if (steps.Count != grace)
        {
            refusals.Add(LawRefusals.Rule("surcharge", $"{steps.Count}", new($"宽限期每月一项，共 {grace} 项", $"one for each of the {grace} months of grace")));
        }

        return new FeeRules(version, grace, steps, Maps(root, "fees", refusals, map => Scale(map, refusals)));
    });

    public static Result<RegisterPolicy> Policy(ReadOnlyMemory<byte> file) => Read(file, "zhirong/register-policy/v1", (root, version, _) =>
        new RegisterPolicy(version, root.Whole("max_age_days", 1, 36_500, required: true) ?? 1));

    public static Result<OwnersActs> Acts(ReadOnlyMemory<byte> file) => Read(file, "zhirong/owners-acts/v1", (root, version, refusals) => new OwnersActs(version, Maps(root, "rules", refusals, ActRule)));

    private static OwnersActRule? ActRule(FieldReader map)
    {
        var (when, act, answer) = (map.OneOf("when", OwnersActs.Conditions, required: true), map.OneOf("act", OwnersActs.ActWords, required: true), map.OneOf("answer", OwnersActs.AnswerWords, required: true));
        var (of, lifts, law) = (map.OneOf("of", ["holder", "co_owners"]), map.OneOf("lifts", OwnersActs.Conditions), map.Text("law", required: true) ?? "");
        return when is null || act is null || answer is null ? null
            : new(when, (OwnersAct)OwnersActs.ActWords.ToList().IndexOf(act), (ActAnswer)OwnersActs.AnswerWords.ToList().IndexOf(answer), of, lifts, law);
    }

    private static Result<T> Read<T>(ReadOnlyMemory<byte> file, string schema, Func<FieldReader, int, List<Refusal>, T> read)
    {
        var document = DocReader.Read(file);
        if (!document.Ok)
        {
            return Result<T>.Refused(document.Refusals);
        }

        var refusals = new List<Refusal>();
        if (FieldReader.Open(document.Value, "", refusals) is not { } root)
        {
            return Result<T>.Refused(refusals);
        }

        if (root.Text("schema", required: true) is { } found && found != schema)
        {
            refusals.Add(LawRefusals.Schema(found, schema));
        }

        root.Text("code", required: true);
        root.Text("zh", required: true);
        root.Text("en", required: true);
        var version = root.Whole("version", 1, 10_000, required: true) ?? 1;
        root.Date("dated", required: true);
        root.Text("origin", required: true);
        if (root.Map("source", required: true) is { } source)
        {
            source.Text("zh", required: true);
            source.Text("en", required: true);
            source.Finish();
        }

        var value = read(root, version, refusals);
        root.Finish();
        return refusals.Count > 0 ? Result<T>.Refused(refusals) : Result<T>.Of(value);
    }

    private static List<T> Maps<T>(FieldReader root, string key, List<Refusal> refusals, Func<FieldReader, T?> read)
        where T : class
    {
        var found = new List<T>();
        foreach (var (n, node) in root.List(key, required: true).Index())
        {
            if (FieldReader.Open(node, $"{key}.{n}", refusals) is { } map)
            {
                if (read(map) is { } value)
                {
                    found.Add(value);
                }

                map.Finish();
            }
        }

        return found;
    }

    private static TermRule? Rule(FieldReader map)
    {
        var kind = map.OneOf("kind", RightKinds.Words, required: true);
        var rule = new TermRule(
            map.Text("id", required: true) ?? "", map.Text("office", required: true) ?? "", RightKinds.Read(kind ?? "") ?? RightKind.Invention, map.Date("filed_from"), map.Date("filed_before"), map.Date("granted_from"), map.Whole("years", 1, 200), map.Whole("woody_years", 1, 200), Start(map, "from"), Start(map, "or"), Start(map, "earlier"),
            map.Whole("at_most_years", 1, 200), Start(map, "at_most_from"), map.Flag("year_end") == true, map.Flag("renewable") == true, map.Flag("adjustable") == true, map.Flag("agreement") == true, map.Text("law", required: true) ?? "");
        return kind is null ? null : rule;
    }

    private static TermStart? Start(FieldReader map, string key) => map.OneOf(key, TermRules.StartWords) is { } word ? (TermStart)TermRules.StartWords.ToList().IndexOf(word) : null;

    private static FeeScale? Scale(FieldReader map, List<Refusal> refusals)
    {
        var kind = map.OneOf("kind", RightKinds.Words, required: true);
        var office = map.Text("office", required: true) ?? "";
        var bands = new List<FeeBand>();
        foreach (var (n, node) in map.List("years", required: true).Index())
        {
            if (FieldReader.Open(node, $"{map.Path}.years.{n}", refusals) is { } band)
            {
                bands.Add(new(band.Whole("to", 1, 100, required: true) ?? 0, band.Money("amount", required: true) ?? Money.Zero));
                band.Finish();
            }
        }

        return kind is null ? null : new(office, RightKinds.Read(kind)!.Value, bands);
    }
}

/// <summary>What an installation holds of its register.</summary>
/// <param name="MaxAgeDays">How old the newest source may be before a state reads unknown.</param>
public sealed record RegisterPolicy(int Version, int MaxAgeDays);
