using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Judging;

namespace Zhirong.Engine.Diligence.Reading;

/// <summary>Reads <c>zhirong/diligence-checklist/v1</c>.</summary>
public static class ChecklistReader
{
    public const string Schema = "zhirong/diligence-checklist/v1";

    private static readonly string[] Scopes = ["right", "firm"];
    private static readonly string[] Shapes = ["word", "number", "flag"];

    public static Result<Checklist> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? FileFields.Node(document.Value, Schema, Root) : Result<Checklist>.Refused(document.Refusals);
    }

    private static Checklist Root(FieldReader root, List<Refusal> refusals)
    {
        var id = FileFields.Id(root, refusals);
        var parameters = FileFields.Items(root, "parameters", refusals, p => new Parameter(FileFields.Id(p, refusals), FileFields.Title(p, ""), p.Text("path") ?? ""), required: true);
        var facts = FileFields.Items(root, "facts", refusals, f => FactWord(f, refusals), required: true, named: "name");
        var names = new Names(parameters, facts.DistinctBy(f => f.Name).ToDictionary(f => f.Name, StringComparer.Ordinal));
        var made = new Checklist
        {
            Id = id,
            Version = root.Text("version", required: true) ?? "",
            Dated = root.Date("dated", required: true) ?? default,
            Title = FileFields.Title(root, id),
            Source = root.Text("source", required: true) ?? "",
            Statement = Statement(root, refusals),
            Parameters = parameters,
            Facts = facts,
            Chapters = FileFields.Items(root, "chapters", refusals, c => Chapter(c, names, refusals), required: true),
            RightConclusions = Conclusions(root, "right_conclusions", refusals),
            CaseConclusions = Conclusions(root, "case_conclusions", refusals),
        };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var twice in made.Chapters.SelectMany(c => c.Items).Where(i => !seen.Add(i.Id)))
        {
            refusals.Add(FieldRefusals.Type($"chapters.{twice.Id}", root.Node("chapters")!, new("不重复的标识", "an id used once")));
        }

        return made;
    }

    private static Words Statement(FieldReader root, List<Refusal> refusals)
    {
        var node = root.Required("statement");
        var words = DiligenceFields.Title(FieldReader.Open(node, "statement", refusals));
        if (node is DocMap && (!words.Zh.Contains("假设", StringComparison.Ordinal) || !words.En.Contains("assumption", StringComparison.OrdinalIgnoreCase)))
        {
            refusals.Add(DiligenceRefusals.ClaimsTooMuch("statement", words.Zh.Length > 60 ? words.Zh[..60] : words.Zh).At(node.Line, node.Column));
        }

        return words;
    }

    private static FactWord FactWord(FieldReader item, List<Refusal> refusals)
    {
        var name = FileFields.Id(item, refusals, "name");
        var shape = item.OneOf("shape", Shapes, required: true) switch { "number" => FactShape.Number, "flag" => FactShape.Flag, _ => FactShape.Word };
        var words = shape == FactShape.Flag ? ["yes", "no"] : DiligenceFields.Texts(item, "words", required: shape == FactShape.Word);
        return new(name, FileFields.Title(item, name), shape, words, item.OneOf("scope", Scopes) == "firm", DiligenceFields.Title(item.Map("ask")));
    }

    private static Chapter Chapter(FieldReader item, Names names, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        return new(id, FileFields.Title(item, id), FileFields.Items(item, "items", refusals, i => Item(i, names, refusals)));
    }

    private static ChecklistItem Item(FieldReader item, Names names, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        var firm = item.OneOf("scope", Scopes) == "firm";
        var touches = item.Text("touches", required: true) ?? "";
        if (touches.Length > 0 && !names.Parameters.Exists(p => p.Id == touches))
        {
            refusals.Add(DiligenceRefusals.Undeclared(item.Join("touches"), touches, [.. names.Parameters.Select(p => p.Id)]).At(item.Line, item.Column));
        }

        var clear = ConditionReader.Of(item, "clear", firm, names, refusals);
        if (clear.Count == 0)
        {
            refusals.Add(DiligenceRefusals.NeverClear(item.Join("clear")).At(item.Line, item.Column));
        }

        var findings = FileFields.Items(item, "findings", refusals, f => Finding(f, firm, names, refusals));
        return new()
        {
            Id = id,
            Title = FileFields.Title(item, id),
            OfFirm = firm,
            Kinds = DiligenceFields.WordsOf(item, "kinds", DiligenceWords.Kinds, refusals),
            Purposes = [.. DiligenceFields.WordsOf(item, "purposes", DiligenceWords.Purposes, refusals).Where(DiligenceWords.Purposes.Contains).Select(Purpose)],
            Asks = [.. clear.Concat(findings.SelectMany(f => f.When)).Select(c => c.Fact).Concat(Also(item, firm, names, refusals)).Distinct(StringComparer.Ordinal)],
            Must = item.Flag("must") ?? false,
            FreshDays = item.Whole("fresh", 1, 36500),
            Touches = touches,
            Clear = clear,
            Findings = findings,
        };
    }

    private static List<string> Also(FieldReader item, bool firm, Names names, List<Refusal> refusals)
    {
        var also = DiligenceFields.Texts(item, "also");
        also.ForEach(name => names.Check(item.Join("also"), name, firm, item, refusals));
        return also;
    }

    private static FindingRule Finding(FieldReader item, bool firm, Names names, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        var weights = new Dictionary<DiligencePurpose, Weight>();
        if (item.Map("purposes") is { } purposes)
        {
            foreach (var word in DiligenceWords.Purposes)
            {
                if (purposes.Map(word) is { } own)
                {
                    weights[Purpose(word)] = Weight(own, refusals);
                    own.Finish();
                }
            }

            purposes.Finish();
        }

        return new(id, ConditionReader.Of(item, "when", firm, names, refusals, required: true), Weight(item, refusals), weights, FileFields.Title(item, id), DiligenceFields.Title(item.Map("do")));
    }

    private static Weight Weight(FieldReader item, List<Refusal> refusals)
    {
        var grade = item.OneOf("grade", DiligenceWords.Grades, required: true) switch { "fatal" => RiskGrade.Fatal, "major" => RiskGrade.Major, _ => RiskGrade.Minor };
        if (item.Node("factor") is not { } node)
        {
            return new(grade, null, false);
        }

        return node is DocScalar { Text: "own_share" } ? new(grade, null, true) : new(grade, item.RatioOf(node, item.Join("factor"), 0, 1), false);
    }

    private static List<ConclusionRule> Conclusions(FieldReader root, string key, List<Refusal> refusals)
    {
        var rules = FileFields.Items(root, key, refusals, item =>
        {
            var id = FileFields.Id(item, refusals);
            var answer = item.OneOf("answer", Conclusion.AnswerWords, required: true);
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            if (item.Map("when") is { } when)
            {
                foreach (var name in Conclusion.Counts)
                {
                    if (when.Whole(name, 1, 1_000_000) is { } least)
                    {
                        counts[name] = least;
                    }
                }

                when.Finish();
            }

            return new ConclusionRule(id, answer is null ? ConclusionAnswer.Open : (ConclusionAnswer)Conclusion.AnswerWords.ToList().IndexOf(answer), counts, FileFields.Title(item, id));
        }, required: true);
        if (rules.Count > 0 && rules[^1].AtLeast.Count > 0)
        {
            var node = root.Node(key)!;
            refusals.Add(DiligenceRefusals.ConclusionOpen(key).At(node.Line, node.Column));
        }

        return rules;
    }

    private static DiligencePurpose Purpose(string word) => (DiligencePurpose)DiligenceWords.Purposes.ToList().IndexOf(word);
}
