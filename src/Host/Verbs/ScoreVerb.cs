using System.CommandLine;
using System.Security.Cryptography;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>score FILE</c>: scores rights by a rubric. <c>--rubric FILE</c> adds a rubric of one's own.</summary>
internal static class ScoreVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("file") { Description = "zhirong/score-request/v1 (YAML/JSON), - = stdin" };
        var rubric = new Option<string?>("--rubric") { Description = "另一评分表文件 / a rubric file of one's own, zhirong/rubric/v1" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("score", "价值评分 / score rights by a rubric") { file, rubric, json, language };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(rubric), parsed.GetValue(json), CommandLine.LanguageOf(parsed, language)));
        return command;
    }

    private static int Run(string path, string? rubricPath, bool json, Language language)
    {
        var rubrics = Home.Rubrics();
        if (rubricPath is not null)
        {
            var own = InputFiles.Read(rubricPath);
            var read = own.Ok ? RubricReader.Read(own.Value) : Result<Rubric>.Refused(own.Refusals);
            if (!read.Ok)
            {
                return Answer.Refuse(rubricPath, read.Refusals, language);
            }

            rubrics = [.. rubrics, read.Value];
        }

        var bytes = InputFiles.Read(path);
        if (!bytes.Ok)
        {
            return Answer.Refuse(path, bytes.Refusals, language);
        }

        var request = ScoreRequestReader.Read(bytes.Value, rubrics, Home.Appraisal().Presets.KindWords);
        return request.Ok ? Score(path, bytes.Value, request.Value, json, language) : Answer.Refuse(path, request.Refusals, language);
    }

    private static int Score(string path, byte[] bytes, ScoreRequest request, bool json, Language language)
    {
        var (scores, refusals) = (new List<SubjectScore>(), new List<Refusal>());
        foreach (var subject in request.Subjects)
        {
            var score = Scorer.Of(request.Rubric, request.Scenario, subject);
            if (score.Ok)
            {
                scores.Add(score.Value);
            }
            else
            {
                refusals.AddRange(score.Refusals);
            }
        }

        if (refusals.Count > 0)
        {
            var document = Engine.Basics.Documents.DocReader.Read(bytes).Value;
            return Answer.Refuse(path, [.. refusals.Select(r => Places.Of(r, document))], language);
        }

        if (json)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            Answer.Json(writer => ScoreResultJson.Write(writer, request, scores, hash, CommandLine.Version, language));
        }
        else
        {
            ScoreTable.Print(request, scores, language);
        }

        return Exit.Done;
    }
}
