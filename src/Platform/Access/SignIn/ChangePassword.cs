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

/// <param name="Current">The present password.</param>
/// <param name="Password">The new one.</param>
public sealed record PasswordRequest(string Current, string Password);

/// <summary>Changes one's own password and ends one's other sessions.</summary>
internal sealed class ChangePassword(Store store, Passwords passwords, IWitness witness, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/access/password", (BodyOf<PasswordRequest> body, HttpContext context, ChangePassword door) => door.Answer(body, context))
        .WithName("changePassword").ForOneself().WithSummary("Change one's own password; other sessions end").Produces(204).ProducesProblem(401).ProducesProblem(422);

    private async Task<IResult> Answer(BodyOf<PasswordRequest> body, HttpContext context)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (asker, request) = (Asker.Of(context), body.Value.Value);
        var fault = Passwords.Fault("password", request.Password, asker.Login) ?? (request.Password == request.Current ? SignInRefusals.Same() : null);
        if (fault is not null)
        {
            return Problems.Of(context, fault);
        }

        string? known;
        using (var read = store.Read(asker.Viewer))
        {
            known = read.Session.First("SELECT password_hash FROM access_user WHERE id = @p0", row => row.TextOrNull(0), RowValues.Of(asker.Viewer.User));
        }

        var right = await passwords.Verify(known, request.Current);
        var hash = right ? await passwords.Hash(request.Password) : "";
        var refusal = await store.Commits.Write(asker.Viewer, async work =>
        {
            var user = await work.Set<User>().SingleAsync(u => u.Id == asker.Viewer.User);
            var no = Change(work, user, right && user.PasswordHash == known, hash, asker);
            await work.SaveChangesAsync();
            return no;
        });
        return refusal is null ? Results.NoContent() : Problems.Of(context, refusal);
    }

    /// <summary>A wrong present password counts like one at the door.</summary>
    private Refusal? Change(ZhirongContext work, User user, bool right, string hash, Asker asker)
    {
        var now = Instant.Now(clock);
        if (Lockout.Holds(user, now))
        {
            return SignInRefusals.Locked(Instant.Text(user.LockedUntil!.Value));
        }

        user.Version++;
        if (!right)
        {
            if (Lockout.Count(user, now))
            {
                witness.Record(work, "UserLocked", "user", RowValues.Of(user.Id), new JsonObject { ["login"] = user.Login, ["until"] = Instant.Text(user.LockedUntil!.Value) });
            }

            return SignInRefusals.CurrentWrong();
        }

        (user.PasswordHash, user.MustChange, user.Failed) = (hash, 0, 0);
        Sessions.EndAll(work, user.Id, asker.Session, now);
        witness.Record(work, "PasswordChanged", "user", RowValues.Of(user.Id), new JsonObject { ["login"] = user.Login });
        return null;
    }
}
