using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Zhirong.Host.Serve;

/// <summary>
/// What the address shows while the founding cases are played into a new demonstration: how far it is, looked up again every two
/// seconds until the product itself answers in its place. Takes the port at once, so that one in use is told before the work and not after.
/// </summary>
internal sealed class FirstPage : IAsyncDisposable
{
    /// <summary>Looks again until the product answers; while nobody listens, between this page and the product, it stays as it is.</summary>
    private const string Script =
        "setInterval(async () => { try { const answer = await fetch('/', { cache: 'no-store' }); if (answer.status !== 503) { location.reload(); return; } " +
        "document.querySelector('main').innerHTML = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main').innerHTML; } catch { } }, 2000);";

    private static readonly string Policy =
        $"default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'";

    private readonly WebApplication server;
    private volatile string step = "";
    private volatile int done, all = 1;

    private FirstPage(WebApplication server) => this.server = server;

    /// <summary>Its address; the port is chosen by the system where 0 was asked for.</summary>
    public string Address => DeskServer.Address(server);

    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<FirstPage> Open(IPAddress listen, int port, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(listen, port);
        });
        var server = builder.Build();
        var page = new FirstPage(server);
        server.Run(page.Answer);
        try
        {
            await server.StartAsync(cancel);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return page;
    }

    /// <summary>Says how far it is.</summary>
    /// <param name="count">Cases played.</param>
    /// <param name="of">Cases there are.</param>
    /// <param name="title">The case played now.</param>
    public void Tell(int count, int of, string title) => (done, all, step) = (count, of, title);

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }

    private Task Answer(HttpContext context)
    {
        var answer = context.Response;
        answer.StatusCode = StatusCodes.Status503ServiceUnavailable;
        answer.ContentType = "text/html; charset=utf-8";
        answer.Headers.RetryAfter = "2";
        answer.Headers.CacheControl = "no-store";
        answer.Headers.ContentSecurityPolicy = Policy;
        answer.Headers.XContentTypeOptions = "nosniff";
        return answer.WriteAsync(Text(done, all, step));
    }

    private static string Text(int done, int all, string step) => $$"""
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>知融 Zhirong</title>
        <style>
        body { font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1f2933; background: #f7f8fa; margin: 0; }
        main { max-width: 34rem; margin: 22vh auto 0; padding: 0 1.5rem; }
        h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
        progress { width: 100%; height: .6rem; accent-color: #1d4f91; }
        small { color: #52606d; }
        </style><noscript><meta http-equiv="refresh" content="3"></noscript></head>
        <body><main>
        <h1>知融正在准备演示数据</h1>
        <p>首次启动会把创始案例逐一在系统中办理一遍，完成后自动进入。</p>
        <progress value="{{done}}" max="{{all}}" aria-label="{{done}} / {{all}}"></progress>
        <p><strong>{{done}} / {{all}}</strong>　{{WebUtility.HtmlEncode(step)}}</p>
        <small lang="en">Zhirong is preparing its demonstration: every founding case is played on the product once. This page goes on by itself.</small>
        </main><script>{{Script}}</script></body></html>
        """;
}
