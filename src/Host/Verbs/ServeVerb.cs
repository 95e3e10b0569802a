using System.CommandLine;
using Zhirong.Host.Serve;

namespace Zhirong.Host.Verbs;

/// <summary><c>serve</c>: the server with its pages, on this machine only.</summary>
internal static class ServeVerb
{
    public static Command Command()
    {
        var port = new Option<int>("--port") { Description = "127.0.0.1 端口 / port, 0 = 任意 any", DefaultValueFactory = _ => 8080 };
        var data = new Option<string>("--data") { Description = "数据目录 / data folder", DefaultValueFactory = _ => Path.Combine(Home.Folder, ".data") };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                result.AddError("--port: 0…65535");
            }
        });
        var command = new Command("serve", "启动服务与网页 / start server and pages") { port, data };
        command.SetAction((parsed, cancel) => DeskServer.Run(new(parsed.GetValue(port), parsed.GetValue(data)!), cancel));
        return command;
    }
}
