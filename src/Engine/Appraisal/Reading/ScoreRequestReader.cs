using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>A request to score: by which rubric, for which use, what.</summary>
public sealed record ScoreRequest(string Id, DateOnly Date, Rubric Rubric, Scenario Scenario, IReadOnlyList<ScoreSubject> Subjects);

/// <summary>Reads <c>zhirong/score-request/v1</c>.</summary>
public static class ScoreRequestReader
{
    public const string Schema = "zhirong/score-request/v1";

    /// <summary>Most subjects of one file; larger sets are scored in columns.</summary>
    public const int MostSubjects = 5000;

    /// <param name="bytes">YAML or JSON.</param>
    /// <param name="rubrics">Rubrics that may be named, the newest last.</param>
    /// <param name="kinds">Words of the categories.</param>
    public static Result<ScoreRequest> Read(ReadOnlyMemory<byte> bytes, IReadOnlyList<Rubric> rubrics, IReadOnlyList<string> kinds)
    {
        var document = DocReader.Read(bytes);
        if (!document.Ok)
        {
            return Result<ScoreRequest>.Refused(document.Refusals);
        }

        // A request whose rubric or scenario is unknown was refused by its reading: the null is never seen.
        return FileFields.Node(document.Value, Schema, (root, refusals) => Root(root, rubrics, kinds, refusals)!);
    }

    private static ScoreRequest? Root(FieldReader root, IReadOnlyList<Rubric> rubrics, IReadOnlyList<string> kinds, List<Refusal> refusals)
    {
        var id = FileFields.Id(root, refusals);
        var date = root.Date("date", required: true);
        var name = root.Text("rubric", required: true);
        var scenarioId = root.Text("scenario", required: true);
        var subjects = FileFields.Items(root, "subjects", refusals, item => Subject(item, kinds, refusals), required: true, max: MostSubjects);
        var rubric = name is null ? null : rubrics.LastOrDefault(r => r.Name == name || r.Id == name);
        if (name is not null && rubric is null)
        {
            refusals.Add(RubricRefusals.UnknownRubric("rubric", name, rubrics.Select(r => r.Name)).At(root.Node("rubric")!.Line, root.Node("rubric")!.Column));
        }

        var scenario = scenarioId is null ? null : rubric?.Scenario(scenarioId);
        if (rubric is not null && scenarioId is not null && scenario is null)
        {
            refusals.Add(RubricRefusals.UnknownScenario("scenario", scenarioId, rubric.Scenarios.Select(s => s.Id)).At(root.Node("scenario")!.Line, root.Node("scenario")!.Column));
        }

        return rubric is null || scenario is null || date is null ? null : new(id, date.Value, rubric, scenario, subjects);
    }

    private static ScoreSubject Subject(FieldReader item, IReadOnlyList<string> kinds, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        return new(id, item.Text("number") ?? "", item.OneOf("kind", kinds, required: true) ?? "", FileFields.Title(item, id),
            Facts(item.Map("facts"), refusals), FactFields.All(item.Map("scores"), refusals, 0, 100));
    }

    /// <summary>Facts are words, numbers or flags; <c>{value, source, kind, date}</c> says where one comes from.</summary>
    private static List<ScoreFact> Facts(FieldReader? map, List<Refusal> refusals)
    {
        var facts = new List<ScoreFact>();
        foreach (var (key, _) in FactFields.Entries(map))
        {
            if (map!.Node(key) is not { } node)
            {
                continue;
            }

            if (node is DocMap inner)
            {
                var fields = new FieldReader(inner, map.Join(key), refusals);
                var (value, origin) = (fields.Text("value", required: true), FactFields.Origin(fields));
                fields.Finish();
                facts.Add(new(key, value ?? "", origin));
            }
            else if (map.TextOf(node, map.Join(key)) is { } text)
            {
                facts.Add(new(key, text, Origin.Unverified));
            }
        }

        map?.Finish();
        return facts;
    }
}
