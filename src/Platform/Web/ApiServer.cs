using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Web;

/// <summary>What a server is made of.</summary>
public sealed record ServerOptions
{
    /// <summary>Port; 0 takes a free one.</summary>
    public required int Port { get; init; }

    /// <summary>The address listened on; this machine only unless another is given.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>
    /// Names the server answers to besides the loopback names. With one given, a proxy on this machine may say that the reader came by
    /// https (X-Forwarded-Proto); nobody else is believed.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    public required IReadOnlyList<IRoom> Rooms { get; init; }

    /// <summary>The open store; null for a server that only describes itself.</summary>
    public Store? Store { get; init; }

    /// <summary>The built pages; null when there are none.</summary>
    public string? Pages { get; init; }

    public required string Version { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>The HTTP server: <c>/api/v1</c> of every room, the OpenAPI document, the pages, <c>/healthz</c>. It listens on 127.0.0.1 unless told otherwise.</summary>
public static class ApiServer
{
    public static WebApplication Build(ServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            kestrel.Listen(options.Listen, options.Port);
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        // A port in use or a folder that cannot be opened is told in one line by who starts the server.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.ConfigureHttpJsonOptions(json => WebJson.Apply(json.SerializerOptions));
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ResponseCompressionDefaults.MimeTypes.Append("application/problem+json");
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddOpenApi(ApiDocument.Name, document => ApiDocument.Describe(document, options.Version));
        if (options.Store is { } store)
        {
            builder.Services.AddSingleton(store);
        }

        foreach (var room in options.Rooms)
        {
            room.Register(builder.Services);
        }

        var server = builder.Build();
        server.UseMiddleware<RequestIdentity>();
        if (options.Hosts.Count > 0)
        {
            server.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedFor });
        }

        server.UseMiddleware<OwnHostOnly>(new HostNames(options.Hosts));
        server.UseResponseCompression();
        server.UseMiddleware<SafeAnswers>();
        server.UseMiddleware<Gate>();
        Map(server, options);
        return server;
    }

    private static void Map(WebApplication server, ServerOptions options)
    {
        server.MapGet("/healthz", Health).ForAnybody().ExcludeFromDescription();
        server.MapOpenApi("/openapi/{documentName}.json").ForAnybody();
        var api = server.MapGroup("/api/v1");
        foreach (var room in options.Rooms)
        {
            room.Map(api);
        }

        api.MapFallback(context => Nothing(context).ExecuteAsync(context)).ForAnybody();
        if (options.Pages is { } folder && Directory.Exists(folder))
        {
            Pages(server, folder);
        }
    }

    private static IResult Health(HttpContext context) => context.RequestServices.GetServices<IHealth>().Select(part => part.Trouble).FirstOrDefault(trouble => trouble is not null) is { } trouble
        ? Results.Text($"{trouble.Code} {trouble.Sentence(Language.Zh)}\n{trouble.Sentence(Language.En)}", statusCode: StatusCodes.Status503ServiceUnavailable)
        : Results.Text("ok");

    /// <summary>No endpoint: the path is unknown, or a writing request has no JSON (routing passes by endpoints that take only JSON).</summary>
    private static IResult Nothing(HttpContext context) =>
        (HttpMethods.IsPost(context.Request.Method) || HttpMethods.IsPut(context.Request.Method)) && !context.Request.HasJsonContentType()
            ? Problems.Of(context, WebRefusals.ContentType(context.Request.ContentType ?? ""), StatusCodes.Status415UnsupportedMediaType)
            : Problems.Of(context, WebRefusals.NotFound("path", context.Request.Path), StatusCodes.Status404NotFound);

    /// <summary>The built pages: hashed files are kept by the browser, the entry page never.</summary>
    private static void Pages(WebApplication server, string folder)
    {
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        server.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = answer => answer.Context.Response.Headers.CacheControl =
                answer.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        server.MapFallback(async context =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.SendFileAsync(files.GetFileInfo("index.html"), context.RequestAborted);
        }).ForAnybody();
    }
}
