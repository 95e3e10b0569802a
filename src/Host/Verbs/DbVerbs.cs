using System.CommandLine;
using Zhirong.Engine.Basics;
using Zhirong.Host.Serve;
using Zhirong.Host.Tables;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Host.Verbs;

/// <summary><c>db migrate | backup FILE | restore FILE | verify</c>: care of the database, also while the server runs.</summary>
internal static class DbVerbs
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "数据目录，或 PostgreSQL 连接串 / data folder, or a PostgreSQL connection string",
        DefaultValueFactory = _ => Path.Combine(Home.Folder, ".data"),
        Recursive = true,
    };

    public static Command Command()
    {
        var language = CommandLine.LanguageOption();
        return new Command("db", "数据库维护 / storage care") { Data, language, Migrate(language), Backup(language), Restore(language), Verify(language) };
    }

    private static Command Migrate(Option<string> language)
    {
        var command = new Command("migrate", "升级数据库结构 / bring the schema up to date");
        command.SetAction(parsed => Do(parsed, language, target =>
        {
            Store.Open(target, DeskServer.Models()).DisposeAsync().AsTask().GetAwaiter().GetResult();
            return new("数据库结构已是最新", "The schema is up to date");
        }));
        return command;
    }

    private static Command Backup(Option<string> language)
    {
        var file = new Argument<string>("FILE") { Description = "备份文件，不得已存在 / the backup, a new file" };
        var command = new Command("backup", "备份，服务可照常运行 / back up, also while the server runs") { file };
        command.SetAction(parsed => Do(parsed, language, target =>
        {
            var path = parsed.GetValue(file)!;
            StoreCare.Backup(target, path);
            var size = new FileInfo(path).Length;
            return new(
                $"已备份到 {path}（{size:N0} 字节）。存证日志的私钥不在其中，请另行保管 keys 目录",
                $"Backed up to {path} ({size:N0} bytes). The private keys of the evidence log are not in it: keep the folder keys apart");
        }));
        return command;
    }

    private static Command Restore(Option<string> language)
    {
        var file = new Argument<string>("FILE") { Description = "db backup 做的文件 / a file made by db backup" };
        var replace = new Option<bool>("--replace") { Description = "替换已有数据（SQLite 旧文件保留在旁）/ replace data that is there (SQLite keeps the old file beside)" };
        var command = new Command("restore", "从备份恢复；须先停止服务 / restore a backup; stop the server first") { file, replace };
        command.SetAction(parsed => Do(parsed, language, target =>
        {
            StoreCare.Restore(target, parsed.GetValue(file)!, parsed.GetValue(replace));
            return new($"已恢复到 {Shown(target)}", $"Restored to {Shown(target)}");
        }));
        return command;
    }

    private static Command Verify(Option<string> language)
    {
        var json = new Option<bool>("--json");
        var keys = new Option<string?>("--keys") { Description = "存证日志的密钥目录，默认为数据旁的 keys / folder of the log's keys; by default keys beside the data" };
        var kept = new Option<string[]>("--checkpoint") { Description = "另存的检查点或证据文件，可多次 / a checkpoint or bundle kept elsewhere; may come several times", DefaultValueFactory = _ => [] };
        var command = new Command("verify", "核对账本、存证与数据库结构 / check ledger, evidence and the database itself") { json, keys, kept };
        command.SetAction(parsed => Report(parsed, language, parsed.GetValue(json), session => EvidenceRoom.Against(session, KeyFolder(parsed.GetValue(Data)!, parsed.GetValue(keys)), parsed.GetValue(kept)!)));
        return command;
    }

    /// <summary>The folder that was named, else the one the server would use, where it is there.</summary>
    private static string? KeyFolder(string target, string? named) =>
        named ?? (new ServeOptions(0, target).KeyFolder is var folder && Directory.Exists(folder) ? folder : null);

    private static int Report(ParseResult parsed, Option<string> option, bool json, Func<Session, IEnumerable<StoreCheck>> outside)
    {
        var (language, target) = (CommandLine.LanguageOf(parsed, option), parsed.GetValue(Data)!);
        try
        {
            var checks = StoreCare.Verify(target, DeskServer.Models(), outside);
            if (json)
            {
                Answer.Json(writer => VerifyTable.Json(writer, checks, language));
            }
            else
            {
                VerifyTable.Print(Shown(target), checks, language);
            }

            return checks.All(c => c.Holds) ? Exit.Done : Exit.No;
        }
        catch (StorageException refused)
        {
            return Answer.Refuse(Shown(target), [refused.Refusal], language);
        }
    }

    private static int Do(ParseResult parsed, Option<string> option, Func<string, Words> work)
    {
        var (language, target) = (CommandLine.LanguageOf(parsed, option), parsed.GetValue(Data)!);
        try
        {
            Console.Error.WriteLine(work(target).In(language));
            return Exit.Done;
        }
        catch (StorageException refused)
        {
            return Answer.Refuse(Shown(target), [refused.Refusal], language);
        }
    }

    /// <summary>A connection string is shown without its password.</summary>
    private static string Shown(string target) => target.Contains('=', StringComparison.Ordinal)
        ? string.Join(';', target.Split(';').Where(part => !part.TrimStart().StartsWith("Password", StringComparison.OrdinalIgnoreCase)))
        : target;
}
