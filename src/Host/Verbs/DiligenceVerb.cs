using System.CommandLine;
using System.Security.Cryptography;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Engine.Diligence.Reading;
using Zhirong.Engine.Diligence.Writing;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>diligence FILE</c>: examines rights by a checklist. <c>--checklist FILE</c> takes one of one's own.</summary>
internal static class DiligenceVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("file") { Description = "zhirong/diligence-request/v1 (YAML/JSON), - = stdin" };
        var checklist = new Option<string?>("--checklist") { Description = "另一清单文件 / a checklist of one's own, zhirong/diligence-checklist/v1" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("diligence", "尽职调查 / due diligence of rights") { file, checklist, json, language };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(checklist), parsed.GetValue(json), CommandLine.LanguageOf(parsed, language)));
        return command;
    }

    private static int Run(string path, string? checklistPath, bool json, Language language)
    {
        var list = Home.Checklist();
        if (checklistPath is not null)
        {
            var own = InputFiles.Read(checklistPath);
            var read = own.Ok ? ChecklistReader.Read(own.Value) : Result<Checklist>.Refused(own.Refusals);
            if (!read.Ok)
            {
                return Answer.Refuse(checklistPath, read.Refusals, language);
            }

            list = read.Value;
        }

        var bytes = InputFiles.Read(path);
        var request = bytes.Ok ? CaseReader.Read(bytes.Value, list) : Result<Engine.Diligence.Cases.DiligenceCase>.Refused(bytes.Refusals);
        if (!request.Ok)
        {
            return Answer.Refuse(path, request.Refusals, language);
        }

        var made = DiligenceResult.Of(request.Value, list);
        if (json)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Value));
            Answer.Json(writer => DiligenceJson.Write(writer, made, hash, CommandLine.Version, language));
        }
        else
        {
            DiligenceTable.Print(made, language);
        }

        return made.Conclusion.Answer == ConclusionAnswer.No ? Exit.No : Exit.Done;
    }
}
