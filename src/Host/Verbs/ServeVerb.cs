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
        var keys = new Option<string?>("--keys") { Description = "私钥目录 / folder of the private keys" };
        var real = new Option<bool>("--real") { Description = "正式系统：无演示用户与演示数据，首次打开为初始设置页 / a real installation: no demo users or data, first a setup page (ZHIRONG_REAL=1)", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ZHIRONG_REAL") == "1" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                result.AddError("--port: 0…65535");
            }
        });
        var command = new Command("serve", "启动服务与网页 / start server and pages") { port, data, keys, real };
        command.SetAction((parsed, cancel) => DeskServer.Run(new(parsed.GetValue(port), parsed.GetValue(data)!, parsed.GetValue(keys), parsed.GetValue(real)), cancel));
        return command;
    }
}
