using System.Text.RegularExpressions;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>Reads <c>zhirong/rubric/v1</c>; a wrong field is refused with its place, the rest is still read.</summary>
public static partial class RubricReader
{
    public const string Schema = "zhirong/rubric/v1";

    private static readonly string[] Modes = ["auto", "expert", "either"];
    private static readonly string[] Effects = ["zero", "stop", "warning"];

    public static Result<Rubric> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Read(document.Value) : Result<Rubric>.Refused(document.Refusals);
    }

    public static Result<Rubric> Read(DocNode document) => FileFields.Node(document, Schema, (root, refusals) => Root(root, document, refusals));

    private static Rubric Root(FieldReader root, DocNode document, List<Refusal> refusals)
    {
        var id = FileFields.Id(root, refusals);
        var version = root.Text("version", required: true) ?? "";
        var sides = FileFields.Items(root, "level1", refusals, side => Side(side, refusals), required: true, max: 10);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var twice in sides.SelectMany(s => s.Groups).SelectMany(g => g.Indicators).Where(i => !seen.Add(i.Id)))
        {
            refusals.Add(RubricRefusals.IdTwice("level1", twice.Id).At(root.Line, root.Column));
        }

        return new()
        {
            Id = id,
            Version = version,
            Title = FileFields.Title(root, id),
            Statement = Statement(root, version, refusals),
            Source = root.Text("source", required: true) ?? "",
            From = Effective(root),
            Coverage = root.Ratio("coverage", 0, 1, required: true) ?? 0,
            Sides = sides,
            Scenarios = FileFields.Items(root, "scenarios", refusals, item => Scenario(item, sides, refusals), required: true, max: 50),
            Vetoes = FileFields.Items(root, "vetoes", refusals, item => Veto(item, refusals), max: 100),
            Grades = Grades(root, refusals),
            Document = document,
        };
    }

    /// <summary>The sentence beside every result; a claim of conformity is refused (RUB-0105).</summary>
    private static Words Statement(FieldReader root, string version, List<Refusal> refusals)
    {
        if (root.Map("statement", required: true) is not { } map)
        {
            return default;
        }

        var (zh, en) = (map.Text("zh", required: true) ?? "", map.Text("en", required: true) ?? "");
        foreach (var (key, text) in new[] { ("zh", zh), ("en", en) })
        {
            if (Conformity().IsMatch(text))
            {
                refusals.Add(RubricRefusals.ClaimsConformity(map.Join(key), text.Length > 60 ? text[..60] : text).At(map.Node(key)!.Line, map.Node(key)!.Column));
            }
        }

        map.Finish();
        return new(zh.Replace("{version}", version, StringComparison.Ordinal), en.Replace("{version}", version, StringComparison.Ordinal));
    }

    private static DateOnly? Effective(FieldReader root)
    {
        if (root.Map("effective") is not { } map)
        {
            return null;
        }

        var from = map.Date("from", required: true);
        map.Finish();
        return from;
    }

    private static ValueSide Side(FieldReader side, List<Refusal> refusals)
    {
        var id = FileFields.Id(side, refusals);
        var groups = FileFields.Items(side, "level2", refusals, item => Group(item, refusals), required: true, max: 50);
        if (groups.Count > 0)
        {
            SumToOne(side, "level2", groups.Sum(g => g.Weight), refusals);
        }

        decimal? below = null;
        var factor = 1m;
        if (side.Map("floor") is { } floor)
        {
            below = floor.Ratio("below", 0, 100, required: true);
            factor = floor.Ratio("factor", 0, 1, required: true) ?? 1;
            floor.Finish();
        }

        return new(id, FileFields.Title(side, id), groups, below, factor);
    }

    private static IndicatorGroup Group(FieldReader group, List<Refusal> refusals)
    {
        var id = FileFields.Id(group, refusals);
        return new(id, FileFields.Title(group, id), group.Ratio("weight", 0, 1, required: true) ?? 0,
            FileFields.Items(group, "level3", refusals, item => Indicator(item, refusals), required: true, max: 50));
    }

    private static Indicator Indicator(FieldReader item, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        var mode = item.OneOf("mode", Modes, required: true);
        LinearScale? scale = null;
        if (item.Map("scale") is { } map)
        {
            var low = map.Ratio("low", -1_000_000_000, 1_000_000_000, required: true) ?? 0;
            scale = new(low, map.Ratio("high", low + 0.000001m, 2_000_000_000, required: true) ?? low + 1);
            map.Finish();
        }

        var anchors = Anchors(item, refusals);
        var fact = item.Text("fact");
        var indicator = new Indicator { Id = id, Title = FileFields.Title(item, id), Mode = mode is null ? IndicatorMode.Expert : (IndicatorMode)Array.IndexOf(Modes, mode), Fact = fact, Anchors = anchors, Scale = scale };
        var conditions = scale is not null || anchors.Any(a => a.In.Count > 0 || a.From is not null || a.To is not null);
        if ((scale is null) == (anchors.Count == 0) || (indicator.Mode != IndicatorMode.Expert && (fact is null || !conditions)))
        {
            refusals.Add(RubricRefusals.NoTable(item.Path).At(item.Line, item.Column));
        }

        return indicator;
    }

    private static List<Anchor> Anchors(FieldReader item, List<Refusal> refusals)
    {
        var made = new List<Anchor>();
        var nodes = item.List("anchors");
        for (var i = 0; i < nodes.Count && i < 100; i++)
        {
            if (FieldReader.Open(nodes[i], $"{item.Join("anchors")}.{i}", refusals) is not { } anchor)
            {
                continue;
            }

            var score = anchor.Ratio("score", 0, 100, required: true) ?? 0;
            made.Add(new(score, FileFields.Title(anchor, ""), anchor.Number("from"), anchor.Number("to"), Texts(anchor, "in")));
            anchor.Finish();
        }

        return made;
    }

    private static Scenario Scenario(FieldReader item, List<ValueSide> sides, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        var weights = new decimal[sides.Count];
        if (item.Map("weights", required: true) is { } map)
        {
            for (var s = 0; s < sides.Count; s++)
            {
                weights[s] = map.Ratio(sides[s].Id, 0, 1, required: true) ?? 0;
            }

            map.Finish();
            SumToOne(item, "weights", weights.Sum(), refusals);
        }

        return new(id, FileFields.Title(item, id), weights);
    }

    private static Veto Veto(FieldReader item, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        var effect = item.OneOf("effect", Effects, required: true);
        return new(id, FileFields.Title(item, id), item.Text("fact", required: true) ?? "", Texts(item, "in", required: true), Texts(item, "kinds"), Texts(item, "scenarios"),
            effect is null ? VetoEffect.Warning : (VetoEffect)Array.IndexOf(Effects, effect));
    }

    private static List<GradeStep> Grades(FieldReader root, List<Refusal> refusals)
    {
        var grades = FileFields.Items(root, "grades", refusals,
            item => new GradeStep(item.Text("grade", required: true) ?? "", item.Ratio("from", 0, 100, required: true) ?? 0), required: true, max: 20, named: "grade");
        if (grades.Count > 0 && (grades[^1].From != 0 || grades.Zip(grades.Skip(1), (a, b) => a.From > b.From).Any(falls => !falls)))
        {
            refusals.Add(RubricRefusals.Grades("grades").At(root.Node("grades")!.Line, root.Node("grades")!.Column));
        }

        return grades;
    }

    private static List<string> Texts(FieldReader reader, string key, bool required = false) =>
        [.. reader.List(key, required).Select(node => reader.TextOf(node, reader.Join(key)) ?? "")];

    // Parts such as 1/45 have no end in decimals.
    private static void SumToOne(FieldReader at, string key, decimal sum, List<Refusal> refusals)
    {
        if (Math.Abs(sum - 1) > 0.000_000_001m)
        {
            refusals.Add(RubricRefusals.WeightsSum(at.Join(key), sum).At(at.Line, at.Column));
        }
    }

    [GeneratedRegex(@"(?<!不|未)(?:符合|遵循|满足)\s*《?\s*(?:GB|国家标准|国标|专利评估指引)|\b(?:conform|compl)\w*\s+(?:to|with)\s+(?:GB|the\s+(?:national\s+)?standard)", RegexOptions.IgnoreCase)]
    private static partial Regex Conformity();
}
