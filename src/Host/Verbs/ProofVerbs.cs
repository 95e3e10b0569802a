using System.CommandLine;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Proof;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>proof verify</c>: checks an evidence bundle without the log, the server or a network.</summary>
internal static class ProofVerbs
{
    public static Command Command() => new("proof", "存证 / evidence") { Verify() };

    private static Command Verify()
    {
        var file = new Argument<string>("file") { Description = "zhirong/evidence-bundle/v1, - = stdin" };
        var log = new Option<string?>("--log") { Description = "可信的日志公钥文件 / trusted log key file, zhirong/evidence-log/v1" };
        var checkpoint = new Option<string[]>("--checkpoint") { Description = "自留的检查点或证据 / checkpoints or bundles kept from elsewhere", AllowMultipleArgumentsPerToken = false };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("verify", "离线核验证据 / check evidence offline") { file, log, checkpoint, json, language };
        command.SetAction(parsed => Run(new(
            parsed.GetValue(file)!, parsed.GetValue(log), parsed.GetValue(checkpoint) ?? [], parsed.GetValue(json), CommandLine.LanguageOf(parsed, language))));
        return command;
    }

    private sealed record Request(string File, string? Log, IReadOnlyList<string> Checkpoints, bool Json, Language Language);

    private static int Run(Request request)
    {
        LogIdentity? pinned = null;
        if (request.Log is { } path)
        {
            var log = Open(path, LogIdentity.Read);
            if (!log.Ok)
            {
                return Answer.Refuse(path, log.Refusals, request.Language);
            }

            pinned = log.Value;
        }

        var known = new List<KnownCheckpoint>();
        foreach (var kept in request.Checkpoints)
        {
            var checkpoint = Open(kept, KnownCheckpoint.Read);
            if (!checkpoint.Ok)
            {
                return Answer.Refuse(kept, checkpoint.Refusals, request.Language);
            }

            known.Add(checkpoint.Value);
        }

        var report = Open(request.File, bytes => BundleVerification.Full.Verify(bytes, pinned, known));
        return report.Ok ? Show(request, report.Value) : Answer.Refuse(request.File, report.Refusals, request.Language);
    }

    private static Result<T> Open<T>(string path, Func<ReadOnlyMemory<byte>, Result<T>> read)
    {
        var bytes = InputFiles.Read(path, ProofLimits.Bytes);
        return bytes.Ok ? read(bytes.Value) : Result<T>.Refused(bytes.Refusals);
    }

    private static int Show(Request request, ProofReport report)
    {
        if (request.Json)
        {
            Answer.Json(writer => ProofTable.Write(writer, report, request.Language));
        }
        else
        {
            ProofTable.Print(request.File, report, request.Language);
        }

        return report.Passed ? Exit.Done : Exit.No;
    }
}
