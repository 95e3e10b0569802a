using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Organisations;
using Zhirong.Platform.Access.SignIn;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.People;

/// <summary>A password to be told to the person once.</summary>
/// <param name="Password">Shown now and never again; he must change it when he signs in.</param>
public sealed record IssuedPassword(string Login, string Password);

/// <summary>
/// Issues a first password, or a new one to who forgot his; it serves until he chooses his own. The organisation that runs the
/// installation may also issue the very first one of an account of another.
/// </summary>
internal static class IssuePassword
{
    // No idempotency key: an answer that holds a password is kept nowhere.
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/access/users/{id:guid}/password", Answer)
        .WithName("issuePassword").Act("access.password.issue").WithSummary("Issue a password that must be changed at the next sign-in").Produces<IssuedPassword>().ProducesProblem(404).ProducesProblem(422);

    private static async Task<IResult> Answer(Guid id, HttpContext context, Store store, Passwords passwords, IWitness witness, TimeProvider clock)
    {
        var password = Secrets.FirstPassword();
        var hash = await passwords.Hash(password);
        var login = await store.Commits.Once<string>(RequestViewer.Of(context), null, clock, work => Task.FromResult(Issue(work, id, hash, witness, clock)));
        context.Response.Headers.CacheControl = "no-store";
        return login.Value is { } known ? Results.Json(new IssuedPassword(known, password), WebJson.Options) : Answers.Written(context, login, null);
    }

    private static Result<string> Issue(ZhirongContext work, Guid id, string hash, IWitness witness, TimeProvider clock)
    {
        var first = work.Set<User>().Find(id) is { PasswordHash: null } fresh && Operators.IsOne(work) ? fresh : null;
        var own = first is null ? ChangeUser.Own(work, id) : first;
        if (!own.Ok)
        {
            return Result<string>.Refused(own.Refusals);
        }

        if (id == work.Viewer.User)
        {
            return PeopleRefusals.Oneself();
        }

        var user = own.Value;
        (user.PasswordHash, user.MustChange, user.LockedUntil, user.Failed, user.Version) = (hash, 1, null, 0, user.Version + 1);
        work.SaveChanges();
        Sessions.EndAll(work, id, null, Instant.Now(clock));
        witness.Record(work, "PasswordIssued", "user", RowValues.Of(id), new JsonObject { ["login"] = user.Login });
        return user.Login;
    }
}
