using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.People;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.SignIn;

/// <param name="Login">Whatever the case of its letters.</param>
/// <param name="Password">As typed.</param>
/// <param name="Code">The six digits of the second factor, where it is on.</param>
public sealed record SignInRequest(string Login, string Password, string? Code = null);

/// <summary>Begins a session with login, password and, where it is on, a one-time code.</summary>
internal sealed class SignIn(Store store, Passwords passwords, SecondFactors factors, IWitness witness, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/access/sign-in", (BodyOf<SignInRequest> body, HttpContext context, SignIn door) => door.Answer(body, context))
        .WithName("signIn").ForAnybody().WithSummary("Sign in; the session is kept in a cookie").Produces<Me>().ProducesProblem(401).ProducesProblem(403).ProducesProblem(422);

    private async Task<IResult> Answer(BodyOf<SignInRequest> body, HttpContext context)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var key = Secrets.New();
        var begun = await Begin(body.Value.Value, key, Sessions.Device(context));
        if (!begun.Ok)
        {
            return Problems.Of(context, begun.Refusals, begun.Refusals[0].Code == "ACC-0206" ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized);
        }

        Sessions.Give(context, key);
        return WhoAmI.Answer(store, clock, begun.Value);
    }

    /// <summary>The password is checked before the queue; what it means for the account is decided inside, where nobody else changes it.</summary>
    private async Task<Result<Asker>> Begin(SignInRequest request, string key, string device)
    {
        User? known;
        await using (var read = store.Read(Viewer.Everything("sign in")))
        {
            var login = Logins.Key(request.Login);
            known = await read.Set<User>().SingleOrDefaultAsync(u => u.LoginKey == login);
        }

        var right = await passwords.Verify(known?.PasswordHash, request.Password);
        if (known is null)
        {
            return SignInRefusals.Wrong();
        }

        var viewer = new Viewer(known.HomeId, known.Name) { User = known.Id };
        return await store.Commits.Write(viewer, async work =>
        {
            var user = await work.Set<User>().SingleAsync(u => u.Id == known.Id);
            var result = Decide(work, user, right && user.PasswordHash == known.PasswordHash, request.Code, key, device);
            await work.SaveChangesAsync();
            return result;
        });
    }

    /// <summary>A "no" is written too: it counts.</summary>
    private Result<Asker> Decide(ZhirongContext work, User user, bool right, string? code, string key, string device)
    {
        var now = clock.GetUtcNow();
        if (Lockout.Holds(user, Instant.Of(now)))
        {
            return SignInRefusals.Locked(Instant.Text(user.LockedUntil!.Value));
        }

        if (!right)
        {
            Wrong(work, user, now);
            return SignInRefusals.Wrong();
        }

        if (user.Disabled == 1)
        {
            return SignInRefusals.Disabled(user.Login);
        }

        if (user.TotpOn == 1)
        {
            if (string.IsNullOrWhiteSpace(code))
            {
                return SignInRefusals.CodeWanted();
            }

            if (!factors.Take(user, code))
            {
                Wrong(work, user, now);
                return SignInRefusals.CodeWrong();
            }
        }

        if (Organisation(work, user) is not { } organisation)
        {
            return SignInRefusals.NoOrganisation(user.Login);
        }

        (user.Failed, user.LockedUntil, user.Version) = (0, null, user.Version + 1);
        var session = Sessions.Begin(work, user.Id, organisation, key, device, clock);
        return new Asker { Viewer = new(organisation, user.Name) { User = user.Id }, Login = user.Login, MustChange = user.MustChange == 1, Session = session.Id };
    }

    private void Wrong(ZhirongContext work, User user, DateTimeOffset now)
    {
        user.Version++;
        if (Lockout.Count(user, Instant.Of(now)))
        {
            witness.Record(work, "UserLocked", "user", RowValues.Of(user.Id), new JsonObject { ["login"] = user.Login, ["until"] = Instant.Text(user.LockedUntil!.Value) });
        }
    }

    /// <summary>The organisation that looks after the account where he has a role there, else the first by name.</summary>
    private Guid? Organisation(ZhirongContext work, User user)
    {
        var all = WhoAmI.Organisations(work.Session, user.Id, Days.Today(clock)).Where(o => o.Active).ToList();
        return all.FirstOrDefault(o => o.Id == user.HomeId)?.Id ?? all.FirstOrDefault()?.Id;
    }
}
