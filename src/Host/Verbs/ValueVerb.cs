using System.CommandLine;
using System.Security.Cryptography;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>value FILE</c>: appraises a group of rights.</summary>
internal static class ValueVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("file") { Description = "zhirong/value-request/v1 (YAML/JSON), - = stdin" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("value", "价值评估 / appraise a group of rights") { file, json, language };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(json), CommandLine.LanguageOf(parsed, language)));
        return command;
    }

    private static int Run(string path, bool json, Language language)
    {
        var bytes = InputFiles.Read(path);
        if (!bytes.Ok)
        {
            return Answer.Refuse(path, bytes.Refusals, language);
        }

        var document = DocReader.Read(bytes.Value);
        if (!document.Ok)
        {
            return Answer.Refuse(path, document.Refusals, language);
        }

        var parameters = Home.Appraisal();
        var request = ValueRequestReader.Read(document.Value, parameters);
        if (!request.Ok)
        {
            return Answer.Refuse(path, request.Refusals, language);
        }

        var value = GroupAppraisal.Of(request.Value, parameters);
        if (!value.Ok)
        {
            return Answer.Refuse(path, [.. value.Refusals.Select(r => Places.Of(r, document.Value))], language, Exit.No);
        }

        if (json)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Value));
            Answer.Json(writer => ValueResultJson.Write(writer, value.Value, hash, CommandLine.Version, language));
        }
        else
        {
            ValueTable.Print(value.Value, language);
        }

        return Exit.Done;
    }
}

/// <summary>Gives a refusal without a place the place of the nearest node its path names.</summary>
internal static class Places
{
    public static Refusal Of(Refusal refusal, DocNode document)
    {
        if (refusal.Line > 0)
        {
            return refusal;
        }

        var at = document;
        foreach (var step in refusal.Path.Split('.'))
        {
            var next = at switch
            {
                DocMap map => map[step],
                DocList list => list.Items.FirstOrDefault(i => (i as DocMap)?["id"] is DocScalar id && id.Text == step) ?? (int.TryParse(step, out var n) && n >= 0 && n < list.Items.Count ? list.Items[n] : null),
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            at = next;
        }

        return refusal.At(at.Line, at.Column);
    }
}
