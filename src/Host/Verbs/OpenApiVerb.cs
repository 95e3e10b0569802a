using System.CommandLine;
using Zhirong.Host.Serve;

namespace Zhirong.Host.Verbs;

/// <summary><c>openapi</c>: prints the OpenAPI document of the server without starting it.</summary>
internal static class OpenApiVerb
{
    public static Command Command()
    {
        var command = new Command("openapi", "打印接口文档 / print the OpenAPI document");
        command.SetAction(async (_, cancel) =>
        {
            Console.Out.Write(await DeskServer.Document(cancel));
            return Exit.Done;
        });
        return command;
    }
}
