using Microsoft.AspNetCore.Http;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>Lets in whoever holds a session or a token, as far as his roles reach.</summary>
internal sealed class AccessGate(AskerReading askers) : IGate
{
    private const string Bearer = "Bearer ";

    public Task<IResult?> Enter(HttpContext context, ActOf act)
    {
        var known = RequestViewer.IsKnown(context);
        var asker = known ? askers.ByViewer(RequestViewer.Of(context)) : Identify(context);
        if (!asker.Ok)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Task.FromResult<IResult?>(Problems.Of(context, asker.Refusals, StatusCodes.Status401Unauthorized));
        }

        asker.Value.Keep(context);
        if (!known)
        {
            RequestViewer.Set(context, asker.Value.Viewer);
        }

        return Task.FromResult(Refuses(asker.Value, act, context.Request.Path) is { } refusal ? Problems.Of(context, refusal, StatusCodes.Status403Forbidden) : null);
    }

    /// <summary>Why somebody may not do an act, in the order of the codes; null where he may.</summary>
    public static Refusal? Refuses(Asker asker, ActOf act, string path)
    {
        if (act.Code == ActOf.Own)
        {
            return asker.Token is null ? null : GateRefusals.NotForTokens(path);
        }

        return asker.MustChange && asker.Token is null ? GateRefusals.MustChange(asker.Login)
            : asker.Organisation is { Active: false } closed ? GateRefusals.OrganisationClosed(closed.Name)
            : act.Writes && asker.Organisation?.Kind == OrganisationKinds.Supervisor ? GateRefusals.Supervisor(act.Code)
            : !asker.Grants.Allow(act.Code) ? GateRefusals.NotGranted(act.Code)
            : asker.Scopes is { } scopes && !scopes.Allow(act.Code) ? GateRefusals.OutOfScope(act.Code)
            : null;
    }

    private Result<Asker> Identify(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            return header.StartsWith(Bearer + Secrets.TokenMark, StringComparison.Ordinal)
                ? askers.ByToken(header[Bearer.Length..])
                : GateRefusals.Token(new("访问令牌写法有误", "The access token cannot be read"));
        }

        return context.Request.Cookies[Sessions.Cookie] is { Length: > 0 } key ? askers.BySession(key) : GateRefusals.Anonymous();
    }
}
