using System.Net;
using Microsoft.AspNetCore.Http;

namespace Zhirong.Platform.Web;

/// <summary>The names a server answers to: this machine's loopback names, and those it was given.</summary>
internal sealed class HostNames(IReadOnlyList<string> given)
{
    /// <param name="host">As the request names it, without port; IPv6 with or without brackets.</param>
    public bool Has(string host) => host.Trim('[', ']') is var name
        && (name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address))
            || given.Contains(name, StringComparer.OrdinalIgnoreCase));
}

/// <summary>Answers only requests addressed to the server by one of its names: no foreign name may be bound to it.</summary>
internal sealed class OwnHostOnly(RequestDelegate next, HostNames names)
{
    public Task Invoke(HttpContext context) => names.Has(context.Request.Host.Host)
        ? next(context)
        : Problems.Of(context, WebRefusals.Foreign(context.Request.Host.Host), StatusCodes.Status421MisdirectedRequest).ExecuteAsync(context);
}
