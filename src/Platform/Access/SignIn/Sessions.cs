using Microsoft.AspNetCore.Http;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>Sessions: a random key in a cookie, its hash in the database, so that they outlive the server and end when told.</summary>
internal static class Sessions
{
    public const string Cookie = "zr_session";

    /// <summary>How long nobody asks before one ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>How long one lasts at most.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromDays(7);

    /// <summary>When it was last seen is written at most this often.</summary>
    public static readonly TimeSpan Seen = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session in a work.</summary>
    public static OpenSession Begin(ZhirongContext work, Guid user, Guid organisation, string key, string device, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var session = new OpenSession
        {
            Id = Guid.CreateVersion7(now),
            TokenHash = Secrets.Hash(key),
            UserId = user,
            OrgId = organisation,
            CreatedAt = Instant.Of(now),
            SeenAt = Instant.Of(now),
            ExpiresAt = Instant.Of(now + Most),
            Device = device,
        };
        work.Add(session);
        return session;
    }

    /// <summary>Ends every session of a person but one.</summary>
    public static int EndAll(ZhirongContext work, Guid user, Guid? but, long now) => work.Session.Execute(
        "UPDATE access_session SET ended_at = @p0 WHERE user_id = @p1 AND ended_at IS NULL AND id <> @p2", now, RowValues.Of(user), RowValues.Of(but ?? Guid.Empty));

    public static void Give(HttpContext context, string key) => context.Response.Cookies.Append(Cookie, key, Options(context));

    public static void TakeBack(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    /// <summary>What the person signs in with, as far as it says; at most 200 characters.</summary>
    public static string Device(HttpContext context)
    {
        var agent = new string([.. context.Request.Headers.UserAgent.ToString().Where(c => !char.IsControl(c)).Take(200)]);
        return agent.Length == 0 ? "—" : agent;
    }

    private static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", IsEssential = true };
}
