using System.CommandLine;
using System.Net;
using System.Text.RegularExpressions;
using Zhirong.Host.Serve;
using Zhirong.Platform.Work.Worker;

namespace Zhirong.Host.Verbs;

/// <summary><c>serve</c>: the server with its pages, on this machine only unless it is told where to listen and which names are its own.</summary>
internal static partial class ServeVerb
{
    public static Command Command()
    {
        var port = new Option<int>("--port") { Description = "端口 / port, 0 = 任意 any", DefaultValueFactory = _ => 8080 };
        var (data, keys) = (DataOption(), new Option<string?>("--keys") { Description = "私钥目录 / folder of the private keys" });
        var listen = new Option<string>("--listen") { Description = "监听地址，缺省只限本机 / address to listen on, this machine only by default", DefaultValueFactory = _ => "127.0.0.1" };
        var host = new Option<string[]>("--host") { Description = "对外域名，逗号分隔 / names the server is reached by, with commas between", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var work = WorkOption("同时处理的任务分片，0 = 不处理 / shards of jobs done at once, 0 = none", least: 0);
        var real = new Option<bool>("--real") { Description = "正式系统：无演示用户与演示数据，首次打开为初始设置页 / a real installation: no demo users or data, first a setup page (ZHIRONG_REAL=1)", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ZHIRONG_REAL") == "1" };
        Within(port, 0, 65535);
        listen.Validators.Add(result =>
        {
            if (!IPAddress.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError("--listen: 127.0.0.1 | 0.0.0.0 | ::1 | IP");
            }
        });
        host.Validators.Add(result =>
        {
            if (Names(result.GetValueOrDefault<string[]>() ?? []).FirstOrDefault(name => !HostName().IsMatch(name)) is { } wrong)
            {
                result.AddError($"--host: {wrong}");
            }
        });
        var command = new Command("serve", "启动服务与网页 / start server and pages") { port, data, keys, real, listen, host, work };
        command.Validators.Add(result =>
        {
            // A server others can reach must know its names, or any name bound to it would be taken for its own.
            if (IPAddress.TryParse(result.GetValue(listen), out var address) && !IPAddress.IsLoopback(address) && !Names(result.GetValue(host) ?? []).Any())
            {
                result.AddError("--listen 开放给其他机器时，须用 --host 写明域名 / --listen to other machines needs --host with the names of this server");
            }
        });
        command.SetAction((parsed, cancel) => DeskServer.Run(
            new(parsed.GetValue(port), parsed.GetValue(data)!, parsed.GetValue(keys), parsed.GetValue(real)) { Listen = IPAddress.Parse(parsed.GetValue(listen)!), Hosts = [.. Names(parsed.GetValue(host) ?? [])], AtOnce = parsed.GetValue(work) },
            cancel));
        return command;
    }

    internal static Option<string> DataOption() =>
        new("--data") { Description = "数据目录，或 PostgreSQL 连接串 / data folder, or a PostgreSQL connection string", DefaultValueFactory = _ => Path.Combine(Home.Folder, ".data") };

    internal static Option<int> WorkOption(string description, int least)
    {
        var work = new Option<int>(least == 0 ? "--work" : "--at-once") { Description = description, DefaultValueFactory = _ => WorkerOptions.OfMachine };
        Within(work, least, 64);
        return work;
    }

    /// <summary>Refuses a number outside; what is no number at all is refused by the parser itself.</summary>
    internal static void Within(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens is [.., var given] && int.TryParse(given.Value, out var value) && (value < least || value > most))
        {
            result.AddError($"{option.Name}: {least}…{most}");
        }
    });

    private static IEnumerable<string> Names(IEnumerable<string> given) => given.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\.[A-Za-z0-9][A-Za-z0-9-]{0,62})*$|^[0-9A-Fa-f:]+$")]
    private static partial Regex HostName();
}
