using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Web;

/// <summary>Says who asks and whether he may; the room of people is it.</summary>
public interface IGate
{
    /// <summary>
    /// Sets the viewer of the request (<see cref="RequestViewer"/>), unless a part of the server set it already for a request it runs itself.
    /// </summary>
    /// <returns>The refusal to answer; null where the request may go on.</returns>
    Task<IResult?> Enter(HttpContext context, ActOf act);
}

/// <summary>Asked once for a writing request that its viewer may make, before the endpoint runs.</summary>
public interface IActHook
{
    /// <returns>What to answer in place of the endpoint; null where it may run.</returns>
    Task<IResult?> Before(HttpContext context, ActOf act);
}

/// <summary>Stands before every endpoint: one without an act is served to nobody, the others as the room of people says.</summary>
internal sealed class Gate(RequestDelegate next)
{
    /// <summary>Who asks where nobody need sign in: owns nothing and sees nothing.</summary>
    private static readonly Viewer Anybody = new(Guid.Empty, "—");

    public async Task Invoke(HttpContext context)
    {
        // Other endpoints than routed ones are the framework's own: wrong method, wrong type.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        if (endpoint.Metadata.GetMetadata<ActOf>() is not { } act)
        {
            await Problems.Of(context, WebRefusals.NoAct(endpoint.RoutePattern.RawText ?? ""), StatusCodes.Status500InternalServerError).ExecuteAsync(context);
            return;
        }

        if ((await Stopped(context, act)) is { } answer)
        {
            await answer.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private static async Task<IResult?> Stopped(HttpContext context, ActOf act)
    {
        if (context.RequestServices.GetService<IGate>() is not { } gate)
        {
            return null;
        }

        if (act.Code.Length == 0)
        {
            if (!RequestViewer.IsKnown(context))
            {
                RequestViewer.Set(context, Anybody);
            }

            return null;
        }

        if (await gate.Enter(context, act) is { } refused)
        {
            return refused;
        }

        foreach (var hook in act.Writes ? context.RequestServices.GetServices<IActHook>() : [])
        {
            if (await hook.Before(context, act) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }
}
