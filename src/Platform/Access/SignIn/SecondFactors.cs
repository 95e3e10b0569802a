using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>What an authenticator app needs.</summary>
/// <param name="Secret">In base32, to be typed.</param>
/// <param name="Address"><c>otpauth://totp/…</c>, to be shown as a QR code.</param>
public sealed record FactorStart(string Secret, string Address);

/// <param name="Code">Six digits.</param>
public sealed record FactorCode(string Code);

/// <summary>The second factor of one's own account: begun, confirmed with a first code, switched off with a code.</summary>
internal sealed class SecondFactors(Store store, AccessKeys keys, IWitness witness, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/access/totp/start", (HttpContext context, SecondFactors door) => door.Start(context)).WithName("startSecondFactor").ForOneself().WithSummary("A new secret for an authenticator app; not on before it is confirmed").Produces<FactorStart>().ProducesProblem(422);
        api.MapPost("/access/totp/confirm", (BodyOf<FactorCode> body, HttpContext context, SecondFactors door) => door.Switch(body, context, true)).WithName("confirmSecondFactor").ForOneself().WithSummary("Switch the second factor on with its first code").Produces(204).ProducesProblem(422);
        api.MapPost("/access/totp/off", (BodyOf<FactorCode> body, HttpContext context, SecondFactors door) => door.Switch(body, context, false)).WithName("endSecondFactor").ForOneself().WithSummary("Switch the second factor off with a code").Produces(204).ProducesProblem(422);
    }

    /// <summary>Uses a code up; false where it is not right.</summary>
    public bool Take(User user, string code)
    {
        if (user.TotpSecret is null || keys.Unprotect(user.TotpSecret) is not { } secret || OneTimeCode.Step(secret, code, clock.GetUtcNow(), user.TotpStep) is not { } step)
        {
            return false;
        }

        user.TotpStep = step;
        return true;
    }

    private async Task<IResult> Start(HttpContext context)
    {
        var asker = Asker.Of(context);
        var secret = OneTimeCode.NewSecret();
        var kept = keys.Protect(secret);
        var begun = await store.Commits.Write(asker.Viewer, async work =>
        {
            var user = await work.Set<User>().SingleAsync(u => u.Id == asker.Viewer.User);
            if (user.TotpOn == 0)
            {
                (user.TotpSecret, user.Version) = (kept, user.Version + 1);
                await work.SaveChangesAsync();
            }

            return user.TotpOn == 0;
        });
        return begun ? Results.Json(new FactorStart(secret, OneTimeCode.Address(secret, asker.Login)), WebJson.Options) : Problems.Of(context, SignInRefusals.FactorState(true));
    }

    private async Task<IResult> Switch(BodyOf<FactorCode> body, HttpContext context, bool on)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var asker = Asker.Of(context);
        var refusal = await store.Commits.Write(asker.Viewer, async work =>
        {
            var user = await work.Set<User>().SingleAsync(u => u.Id == asker.Viewer.User);
            var no = Switch(work, user, body.Value.Value.Code, on);
            await work.SaveChangesAsync();
            return no;
        });
        return refusal is null ? Results.NoContent() : Problems.Of(context, refusal);
    }

    private Refusal? Switch(ZhirongContext work, User user, string code, bool on)
    {
        if (user.TotpSecret is null || (user.TotpOn == 1) == on)
        {
            return SignInRefusals.FactorState(user.TotpOn == 1 && on);
        }

        var now = Instant.Now(clock);
        if (Lockout.Holds(user, now))
        {
            return SignInRefusals.Locked(Instant.Text(user.LockedUntil!.Value));
        }

        user.Version++;
        if (!Take(user, code))
        {
            Lockout.Count(user, now);
            return SignInRefusals.CodeWrong();
        }

        (user.TotpOn, user.TotpSecret, user.Failed) = (on ? 1 : 0, on ? user.TotpSecret : null, 0);
        witness.Record(work, on ? "SecondFactorOn" : "SecondFactorOff", "user", RowValues.Of(user.Id), new JsonObject { ["login"] = user.Login });
        return null;
    }
}
