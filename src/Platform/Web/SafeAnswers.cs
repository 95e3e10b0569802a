using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Web;

/// <summary>
/// Around every request: other sites cannot use the reader's browser to write, pages carry a strict content policy, and a fault of
/// ours becomes a problem document with the request's id.
/// </summary>
internal sealed partial class SafeAnswers(RequestDelegate next, ILogger<SafeAnswers> log)
{
    private const string Policy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    public async Task Invoke(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (Foreign(context.Request) is { } site)
        {
            await Problems.Of(context, WebRefusals.Foreign(site), StatusCodes.Status403Forbidden).ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader left; there is nobody to answer.
        }
        catch (Exception problem) when (Storage(context, problem) is { } refusal)
        {
            await Instead(context, refusal, refusal.Code == StorageRefusals.FullCode ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception problem)
        {
            Failed(log, problem, context.TraceIdentifier, context.Request.Method, context.Request.Path);
            await Instead(context, WebRefusals.Fault(context.TraceIdentifier), StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Answers a refusal in place of what was begun.</summary>
    private static async Task Instead(HttpContext context, Refusal refusal, int status)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.Headers[RequestIdentity.Header] = context.TraceIdentifier;
            await Problems.Of(context, refusal, status).ExecuteAsync(context);
        }
    }

    /// <summary>What the database's own no means: a full disk, a server that is away.</summary>
    private static Refusal? Storage(HttpContext context, Exception problem) =>
        (problem as StorageException)?.Refusal ?? context.RequestServices.GetService<Store>()?.Explain(problem);

    /// <summary>The site a writing request comes from, when it is not ours; programs send neither header.</summary>
    private static string? Foreign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
        {
            return site;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}" ? null : origin;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{RequestId} {Method} {Path} failed")]
    private static partial void Failed(ILogger log, Exception problem, string requestId, string method, string path);
}
