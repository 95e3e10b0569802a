using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Platform.Access.Approvals.Routes;

/// <summary>Reads approval routes (<c>zhirong/approvals/v1</c>, YAML or JSON); every refusal names the rule by its act.</summary>
public static partial class RouteReader
{
    public const string Schema = "zhirong/approvals/v1";

    /// <summary>Longest title of a rule, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>Longest reason of an exemption, in characters.</summary>
    public const int LongestReason = 400;

    /// <summary>Most rules of a file.</summary>
    public const int MostRules = 1_000;

    public static Result<RouteSet> Read(ReadOnlyMemory<byte> file)
    {
        var document = DocReader.Read(file);
        return document.Ok ? Read(document.Value) : Result<RouteSet>.Refused(document.Refusals);
    }

    public static Result<RouteSet> Read(DocNode document)
    {
        var refusals = new List<Refusal>();
        if (FieldReader.Open(document, "", refusals) is not { } root)
        {
            return Result<RouteSet>.Refused(refusals);
        }

        if (root.Text("schema", required: true) is { } schema && schema != Schema)
        {
            refusals.Add(RouteRefusals.Schema("schema", schema).At(root.Line, root.Column));
        }

        var set = new RouteSet
        {
            Code = root.Text("code", required: true) ?? "",
            Name = new(Text(root, "zh", LongestName, refusals), Text(root, "en", LongestName, refusals)),
            Version = root.Whole("version", 1, 10_000, required: true) ?? 1,
            Dated = root.Date("dated", required: true) ?? default,
            Source = Both(root, "source", refusals, LongestReason) ?? default,
            Origin = root.Text("origin", required: true) ?? "",
            Rules = Rules(root, refusals),
        };
        root.Finish();
        return refusals.Count == 0 ? set : Result<RouteSet>.Refused(refusals);
    }

    private static List<ApprovalRule> Rules(FieldReader root, List<Refusal> refusals)
    {
        var nodes = root.List("rules", required: true);
        if (root.Has("rules") && nodes.Count is 0 or > MostRules)
        {
            refusals.Add(RouteRefusals.Count("rules", nodes.Count, MostRules).At(root.Line, root.Column));
            return [];
        }

        var rules = new List<ApprovalRule>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (n, node) in nodes.Index())
        {
            if (FieldReader.Open(node, Path(node, n), refusals) is not { } item)
            {
                continue;
            }

            var rule = Rule(item, refusals);
            foreach (var kind in rule.Organisations.DefaultIfEmpty(""))
            {
                if (rule.Act.Length > 0 && !lines.TryAdd($"{rule.Act} {kind}", node.Line))
                {
                    refusals.Add(RouteRefusals.Twice($"rules[{n}].act", rule.Act, lines[$"{rule.Act} {kind}"]).At(node.Line, node.Column));
                }
            }

            rules.Add(rule);
        }

        return rules;
    }

    private static string Path(DocNode node, int index) =>
        node is DocMap map && map["act"] is DocScalar { Text: var act } && ActShape().IsMatch(act) ? $"rules.{act}" : $"rules[{index}]";

    private static ApprovalRule Rule(FieldReader item, List<Refusal> refusals)
    {
        var act = item.Text("act", required: true) ?? "";
        if (act.Length > 0 && (act.Length > 80 || !ActShape().IsMatch(act)))
        {
            refusals.Add(RouteRefusals.Act(item.Join("act"), act).At(item.Line, item.Column));
        }

        var rule = new ApprovalRule
        {
            Act = act,
            Title = new(Text(item, "zh", LongestName, refusals), Text(item, "en", LongestName, refusals)),
            Organisations = item.Has("organisations") ? Codes(item, "organisations", refusals) : [],
            Exempt = item.Has("exempt") ? Both(item, "exempt", refusals, LongestReason) : null,
            Mandate = item.Flag("mandate") ?? false,
            UnlessAlone = item.Flag("unless_alone") ?? false,
            Floor = item.Flag("floor") ?? false,
            Levels = StepReader.Levels(item, refusals),
        };
        if (item.Has("exempt") == item.Has("levels") || (item.Has("exempt") && (rule.Mandate || rule.UnlessAlone || rule.Floor)))
        {
            refusals.Add(RouteRefusals.Either(item.Join(item.Has("exempt") ? "exempt" : "levels"), item.Has("exempt") ? "exempt" : "—").At(item.Line, item.Column));
        }

        item.Finish();
        return rule;
    }

    private static Words? Both(FieldReader parent, string key, List<Refusal> refusals, int most = LongestName)
    {
        if (parent.Map(key, required: true) is not { } map)
        {
            return null;
        }

        var words = new Words(Text(map, "zh", most, refusals), Text(map, "en", most, refusals));
        map.Finish();
        return words;
    }

    private static string Text(FieldReader reader, string key, int most, List<Refusal> refusals)
    {
        var text = reader.Text(key, required: true) ?? "";
        if (reader.Has(key) && (text.Trim().Length == 0 || text.Length > most))
        {
            refusals.Add(RouteRefusals.Length(reader.Join(key), text.Length, most).At(reader.Line, reader.Column));
        }

        return text;
    }

    /// <summary>A list of different codes.</summary>
    internal static IReadOnlyList<string> Codes(FieldReader reader, string key, List<Refusal> refusals) =>
        Codes(reader, reader.Required(key), reader.Join(key), refusals);

    internal static IReadOnlyList<string> Codes(FieldReader reader, DocNode? node, string path, List<Refusal> refusals)
    {
        if (node is null)
        {
            return [];
        }

        var items = node is DocList list ? list.Items : [];
        var codes = items.OfType<DocScalar>().Select(item => item.Text).ToList();
        if (codes.Count is 0 or > 20 || codes.Count != items.Count || codes.Distinct().Count() != codes.Count || codes.FirstOrDefault(code => code.Length > 60 || !CodeShape().IsMatch(code)) is not null)
        {
            refusals.Add(RouteRefusals.Roles(path, codes.FirstOrDefault(code => code.Length > 60 || !CodeShape().IsMatch(code)) ?? node.Describe()).At(node.Line, node.Column));
            return [];
        }

        return codes;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(\.[a-z][a-z0-9-]*){1,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ActShape();

    [GeneratedRegex(@"^[a-z][a-z0-9_-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeShape();
}
