using System.Net;
using Microsoft.AspNetCore.Http;

namespace Zhirong.Platform.Web;

/// <summary>Answers only requests addressed to this machine by its loopback names: no foreign name may be bound to it.</summary>
internal sealed class OwnHostOnly(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        var host = context.Request.Host.Host.Trim('[', ']');
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
        {
            return next(context);
        }

        return Problems.Of(context, WebRefusals.Foreign(host), StatusCodes.Status421MisdirectedRequest).ExecuteAsync(context);
    }
}
