using System.CommandLine;
using System.Security.Cryptography;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Reading;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Engine.Credit.Writing;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>loan schedule FILE</c>: the instalments of a loan.</summary>
internal static class LoanVerbs
{
    public static Command Command() => new("loan", "贷款 / loans") { Schedule() };

    private static Command Schedule()
    {
        var file = new Argument<string>("file") { Description = "zhirong/loan-terms/v1 (JSON/YAML), - = stdin" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("schedule", "还款计划 / instalments") { file, json, language };
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

        var terms = LoanTermsReader.Read(bytes.Value);
        if (!terms.Ok)
        {
            return Answer.Refuse(path, terms.Refusals, language);
        }

        var loan = terms.Value.Resolve(new(Home.Holidays(), DayKind.Bank), Home.Lpr());
        var schedule = loan.Ok ? LoanSchedule.Of(loan.Value) : Result<LoanSchedule>.Refused(loan.Refusals);
        if (!schedule.Ok)
        {
            var document = Engine.Basics.Documents.DocReader.Read(bytes.Value).Value;
            return Answer.Refuse(path, [.. schedule.Refusals.Select(r => Places.Of(r, document))], language);
        }

        if (json)
        {
            var hash = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes.Value))}";
            Answer.Json(writer => LoanScheduleJson.Write(writer, schedule.Value, hash, language));
        }
        else
        {
            ScheduleTable.Print(schedule.Value, language);
        }

        return Exit.Done;
    }
}
