using System.CommandLine;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Reading;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>deal check</c> and <c>deal run</c>.</summary>
internal static class DealVerbs
{
    public static Command Command() => new("deal", "交易文件 / deal files") { Check(), Run() };

    private static Command Check()
    {
        var file = new Argument<string>("file") { Description = "ipabs/v1 (YAML/JSON), - = stdin" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("check", "校验交易文件 / lint a deal file") { file, json, language };
        command.SetAction(parsed => CheckFile(parsed.GetValue(file)!, parsed.GetValue(json), CommandLine.LanguageOf(parsed, language)));
        return command;
    }

    private static int CheckFile(string path, bool json, Language language)
    {
        var bytes = InputFiles.Read(path);
        if (!bytes.Ok)
        {
            return Answer.Refuse(path, bytes.Refusals, language);
        }

        var prepared = DealPreparation.From(bytes.Value, null, Home.Holidays());
        var shape = prepared.ShapeRefusals.Count > 0;
        IReadOnlyList<Refusal> findings = shape ? prepared.ShapeRefusals : [.. prepared.Findings, .. prepared.Deal?.Warnings ?? []];
        if (json)
        {
            Answer.Json(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("schema", "zhirong/deal-check/v1");
                writer.WriteStartArray("findings");
                findings.ToList().ForEach(f => Answer.Finding(writer, f, language));
                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        }
        else if (!shape)
        {
            FindingTable.Print(path, prepared.Definition!, findings, language);
        }

        if (shape)
        {
            return Answer.Refuse(path, findings, language);
        }

        return prepared.HasLintErrors ? Exit.No : Exit.Done;
    }

    private static Command Run()
    {
        var file = new Argument<string>("file") { Description = "ipabs/v1 (YAML/JSON), - = stdin" };
        var scenario = new Option<string?>("--scenario") { Description = "ipabs-scenario/v1" };
        var despite = new Option<bool>("--despite-lint") { Description = "有校验错误也运行 / run although lint finds errors" };
        var why = new Option<string?>("--why") { Description = "k:line，如 / such as 1:A.interest" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("run", "精确现金流 / exact cash flows") { file, scenario, despite, why, json, language };
        command.SetAction(parsed => RunFile(new(
            parsed.GetValue(file)!, parsed.GetValue(scenario), parsed.GetValue(despite), parsed.GetValue(why),
            parsed.GetValue(json), CommandLine.LanguageOf(parsed, language))));
        return command;
    }

    private sealed record RunRequest(string File, string? Scenario, bool DespiteLint, string? Why, bool Json, Language Language);

    private static int RunFile(RunRequest request)
    {
        var deal = InputFiles.Read(request.File);
        if (!deal.Ok)
        {
            return Answer.Refuse(request.File, deal.Refusals, request.Language);
        }

        ReadOnlyMemory<byte>? scenario = null;
        if (request.Scenario is { } path)
        {
            var read = InputFiles.Read(path);
            if (!read.Ok)
            {
                return Answer.Refuse(path, read.Refusals, request.Language);
            }

            scenario = read.Value;
        }

        var prepared = DealPreparation.From(deal.Value, scenario, Home.Holidays());
        if (prepared.ShapeRefusals.Count > 0)
        {
            return Answer.Refuse(prepared.RefusedFile == InputFile.Scenario ? request.Scenario! : request.File, prepared.ShapeRefusals, request.Language);
        }

        var errors = prepared.Findings.Where(f => f.Severity == Severity.Error).ToList();
        if (prepared.Deal is null || (errors.Count > 0 && !request.DespiteLint))
        {
            return Answer.Refuse(request.File, errors, request.Language, Exit.No);
        }

        DealRun run;
        try
        {
            run = new ExactMachine(prepared.Deal).Run(prepared.Scenario!);
        }
        catch (OverflowException)
        {
            return Answer.Refuse(request.File, [DealRefusals.TooLarge()], request.Language);
        }

        using (run)
        {
            return request.Why is { } line ? Why(run, line, request) : Show(run, prepared, request);
        }
    }

    private static int Show(DealRun run, DealPreparation prepared, RunRequest request)
    {
        List<Refusal> warnings = [.. prepared.Findings.Where(f => f.Severity != Severity.Info), .. RunWarnings.Of(run)];
        if (request.Json)
        {
            Answer.Json(writer => DealRunJson.Write(writer, run, prepared.InputHash, warnings, request.Language));
        }
        else
        {
            RunTable.Print(run, warnings, request.Language);
        }

        return Exit.Done;
    }

    private static int Why(DealRun run, string text, RunRequest request)
    {
        var parts = text.Split(':', 2);
        var period = parts.Length == 2 && int.TryParse(parts[0], out var k) ? k : 0;
        var reasons = LineReason.Of(run, period, parts.Length == 2 ? parts[1] : text);
        if (!reasons.Ok)
        {
            return Answer.Refuse("--why", reasons.Refusals, request.Language);
        }

        if (request.Json)
        {
            Answer.Json(writer => WhyJson.Write(writer, reasons.Value, request.Language));
        }
        else
        {
            WhyTable.Print(run, reasons.Value, request.Language);
        }

        return Exit.Done;
    }
}
