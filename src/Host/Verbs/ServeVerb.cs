using System.CommandLine;
using Zhirong.Host.Serve;

namespace Zhirong.Host.Verbs;

/// <summary><c>serve</c>: the server with its pages, on this machine only.</summary>
internal static class ServeVerb
{
    public static Command Command()
    {
        var port = new Option<int>("--port") { Description = "127.0.0.1 端口 / port, 0 = 任意 any", DefaultValueFactory = _ => 8080 };
        var data = new Option<string>("--data") { Description = "数据目录，或 PostgreSQL 连接串 / data folder, or a PostgreSQL connection string", DefaultValueFactory = _ => Path.Combine(Home.Folder, ".data") };
        var keys = new Option<string?>("--keys") { Description = "存证日志私钥目录 / folder of the evidence log's private keys" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                result.AddError("--port: 0…65535");
            }
        });
        var command = new Command("serve", "启动服务与网页 / start server and pages") { port, data, keys };
        command.SetAction((parsed, cancel) => DeskServer.Run(new(parsed.GetValue(port), parsed.GetValue(data)!, parsed.GetValue(keys)), cancel));
        return command;
    }
}
