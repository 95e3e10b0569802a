using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Zhirong.Platform.Web;

/// <summary>The OpenAPI document of every endpoint.</summary>
public static class ApiDocument
{
    public const string Name = "v1";

    internal static void Describe(OpenApiOptions options, string version)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "知融 Zhirong API",
                Version = "v1",
                Description = $"Same JSON rules as the command line: camelCase, money and rates as decimal strings, dates ISO. Errors are application/problem+json with a permanent code. Product version {version}.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
    }
}
