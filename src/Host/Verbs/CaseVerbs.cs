using System.CommandLine;
using Zhirong.Cases;
using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Host.Serve;
using Zhirong.Host.Tables;
using Zhirong.Platform.Storage;

namespace Zhirong.Host.Verbs;

/// <summary><c>case list</c> and <c>case run</c>.</summary>
internal static class CaseVerbs
{
    public static Command Command() => new("case", "真实案例复现 / replay founding cases") { List(), Run() };

    private static Command List()
    {
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("list", "列出案例 / list cases") { json, language };
        command.SetAction(parsed => ListCases(parsed.GetValue(json), CommandLine.LanguageOf(parsed, language)));
        return command;
    }

    private static int ListCases(bool json, Language language)
    {
        var cases = new List<CaseDefinition>();
        foreach (var id in CaseFolders.Ids)
        {
            var source = CaseFolders.Open(id);
            var read = source.Ok ? CaseRun.Read(source.Value) : new(null, [.. source.Refusals.Select(r => new CaseRefusal(id, r))]);
            if (read.Case is null)
            {
                return Refuse(read.Refusals, language);
            }

            cases.Add(read.Case);
        }

        if (json)
        {
            Answer.Json(writer => CaseRunJson.WriteList(writer, cases, language));
        }
        else
        {
            CaseTable.Print(cases, language);
        }

        return Exit.Done;
    }

    private static Command Run()
    {
        var cases = new Argument<string[]>("case") { Description = "案例 id、文件或 all / ids, a file, or all", Arity = ArgumentArity.OneOrMore };
        var part = new Option<string[]>("--part") { Description = "只看这些环节，逗号分隔 / only these parts, comma-separated" };
        var set = new Option<string[]>("--set") { Description = "路径=值，可多次 / path=value, repeatable" };
        var keep = new Option<string?>("--keep") { Description = "案例留在这个数据目录或 PostgreSQL 数据库，供 serve 打开 / the store stays in this folder or PostgreSQL database, for serve" };
        var records = new Option<bool>("--records") { Description = "同时列出全部数值和本次运行形成的记录 / also every figure and the records the run made" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("run", "逐项对照公布数字 / every published figure beside the computed one") { cases, part, set, keep, records, json, language };
        command.SetAction(parsed => RunCases(new(
            parsed.GetValue(cases)!, parsed.GetValue(part) ?? [], parsed.GetValue(set) ?? [], parsed.GetValue(keep), parsed.GetValue(records),
            parsed.GetValue(json), CommandLine.LanguageOf(parsed, language))));
        return command;
    }

    private sealed record RunRequest(string[] Cases, string[] Parts, string[] Sets, string? Keep, bool Records, bool Json, Language Language);

    private static int RunCases(RunRequest request)
    {
        if (request.Keep is { } taken && Store.IsThere(taken))
        {
            return Refuse([new("--keep", CaseRefusals.Keep(taken))], request.Language);
        }

        IReadOnlyList<string>? parts = request.Parts.Length == 0 ? null : [.. request.Parts.SelectMany(p => p.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        var references = CaseFolders.References();
        var runs = new List<CaseRun>();
        using var kept = request.Keep is { } target ? CaseServer.Open(target, [.. Chosen(request.Cases)]) : null;
        foreach (var name in Chosen(request.Cases))
        {
            var source = CaseFolders.Open(name);
            if (!source.Ok)
            {
                return Refuse([.. source.Refusals.Select(r => new CaseRefusal(name, r))], request.Language);
            }

            CaseServer? own = null;
            CaseOutcome outcome;
            try
            {
                outcome = CaseRun.Play(source.Value, references, request.Sets, parts, new(() => (kept ?? (own ??= CaseServer.Open(null, [name]))).Desk, kept is not null));
            }
            finally
            {
                own?.Dispose();
            }

            if (outcome.Run is not { } run)
            {
                return Refuse(outcome.Refusals, request.Language);
            }

            foreach (var (part, reason) in run.Stopped)
            {
                Console.Error.WriteLine($"{run.Case.Id} {part}: {reason.Sentence(request.Language)}");
            }

            runs.Add(run);
        }

        return UnknownPart(parts, runs) is { } refusal ? Refuse([new("--part", refusal)], request.Language) : Show(runs, request);
    }

    private static IEnumerable<string> Chosen(string[] names) => names.SelectMany(n => n == "all" ? CaseFolders.Ids : [n]).Distinct();

    /// <summary>A part that none of the cases plays is a slip of the hand.</summary>
    private static Refusal? UnknownPart(IReadOnlyList<string>? parts, List<CaseRun> runs)
    {
        List<string> known = [.. runs.SelectMany(r => r.Case.Parts.Select(p => p.Key)).Distinct()];
        return parts?.FirstOrDefault(p => !known.Contains(p)) is { } unknown ? CaseRefusals.PartUnknown(unknown, known) : null;
    }

    private static int Show(List<CaseRun> runs, RunRequest request)
    {
        var single = request.Cases.Length == 1 && request.Cases[0] != "all";
        if (request.Json)
        {
            Answer.Json(writer =>
            {
                if (single)
                {
                    CaseRunJson.Write(writer, runs[0], request.Language, request.Records);
                }
                else
                {
                    CaseRunJson.Write(writer, runs, request.Language, request.Records);
                }
            });
        }
        else
        {
            foreach (var run in runs)
            {
                if (run != runs[0])
                {
                    Page.Line();
                }

                CaseTable.Print(run, request.Language, request.Records);
            }
        }

        return runs.TrueForAll(r => r.AllPass) ? Exit.Done : Exit.No;
    }

    private static int Refuse(IReadOnlyList<CaseRefusal> refusals, Language language)
    {
        foreach (var (file, refusal) in refusals)
        {
            Answer.Refuse(file, [refusal], language);
        }

        return Exit.BadInput;
    }
}
