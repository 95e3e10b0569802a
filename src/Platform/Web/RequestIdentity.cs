using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Zhirong.Platform.Web;

/// <summary>Gives every request an id that stands in its answer, its log lines and its problem document.</summary>
internal sealed class RequestIdentity(RequestDelegate next)
{
    public const string Header = "X-Request-Id";

    public Task Invoke(HttpContext context)
    {
        context.TraceIdentifier = $"ZR-{Convert.ToHexString(RandomNumberGenerator.GetBytes(6))}";
        context.Response.Headers[Header] = context.TraceIdentifier;
        return next(context);
    }
}
