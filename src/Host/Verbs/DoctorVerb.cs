using System.CommandLine;
using Zhirong.Host.Doctor;
using Zhirong.Host.Serve;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>doctor</c>: looks at the installation and says what to do about what it finds; changes nothing.</summary>
internal static class DoctorVerb
{
    public static Command Command()
    {
        var (data, language) = (ServeVerb.DataOption(), CommandLine.LanguageOption());
        var keys = new Option<string?>("--keys") { Description = "存证日志私钥目录 / folder of the evidence log's private keys" };
        var json = new Option<bool>("--json");
        var command = new Command("doctor", "自检：环境、数据、时钟、日历 / self-check: machine, data, clock, calendars") { data, keys, json, language };
        command.SetAction(parsed =>
        {
            var options = new ServeOptions(0, parsed.GetValue(data)!, parsed.GetValue(keys));
            var symptoms = Examination.Of(new(options.Data, options.KeyFolder, TimeProvider.System));
            var reader = CommandLine.LanguageOf(parsed, language);
            if (parsed.GetValue(json))
            {
                Answer.Json(writer => DoctorTable.Json(writer, symptoms, reader));
            }
            else
            {
                DoctorTable.Print(symptoms, reader);
            }

            return symptoms.Any(s => s.Seriousness == Seriousness.Failure) ? Exit.No : Exit.Done;
        });
        return command;
    }
}
