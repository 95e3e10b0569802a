using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.SignIn;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.People;

/// <param name="Name">What is written under changes from now on.</param>
/// <param name="Disabled">A disabled account cannot sign in; its sessions end.</param>
/// <param name="BaseVersion">The version that was changed.</param>
public sealed record ChangeUserRequest(string Name, bool Disabled, int BaseVersion);

/// <summary>Changes an account the organisation looks after: its name, whether it may be used, its lock, its second factor.</summary>
internal static class ChangeUser
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/access/users/{id:guid}", Answer).WithName("changeUser").Act("access.user.change").WithSummary("Change an account's name, or disable it").Produces<UserRow>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapPost("/access/users/{id:guid}/unlock", (Guid id, HttpContext context, Store store, IWitness witness, TimeProvider clock) =>
            Now(id, context, store, witness, clock, "UserUnlocked", (_, user) => (user.LockedUntil, user.Failed) = (null, 0))).WithName("unlockUser").Act("access.user.unlock").WithSummary("Lift the lock of wrong passwords").Produces<UserRow>().ProducesProblem(404).ProducesProblem(422);
        api.MapPost("/access/users/{id:guid}/totp-off", (Guid id, HttpContext context, Store store, IWitness witness, TimeProvider clock) =>
            Now(id, context, store, witness, clock, "SecondFactorRemoved", (work, user) =>
            {
                (user.TotpOn, user.TotpSecret) = (0, null);
                Sessions.EndAll(work, user.Id, null, Instant.Now(clock));
            })).WithName("removeSecondFactor").Act("access.factor.remove").WithSummary("Take the second factor off a person who lost it; his sessions end").Produces<UserRow>().ProducesProblem(404).ProducesProblem(422);
    }

    /// <summary>The account, where the organisation looks after it.</summary>
    public static Result<User> Own(ZhirongContext work, Guid id)
    {
        var user = work.Set<User>().Find(id);
        var member = user is not null && work.Set<Member>().Any(m => m.UserId == id && m.OrgId == work.Viewer.Organisation);
        return user is null || (user.HomeId != work.Viewer.Organisation && !member) ? WebRefusals.NotFound("users", $"{id}")
            : user.HomeId != work.Viewer.Organisation ? PeopleRefusals.OtherHome(user.Login)
            : user;
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<ChangeUserRequest> body, HttpContext context, Store store, IWitness witness, TimeProvider clock)
    {
        var refusals = !body.Value.Ok ? body.Value.Refusals : UserChecks.Name(body.Value.Value.Name) is { } fault ? [fault] : [];
        if (refusals.Count > 0)
        {
            return Problems.Of(context, refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Change(work, id, body.Value.Value, witness, clock)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PeopleRefusals.StaleCode);
    }

    private static Result<UserRow> Change(ZhirongContext work, Guid id, ChangeUserRequest request, IWitness witness, TimeProvider clock)
    {
        var own = Own(work, id);
        if (!own.Ok)
        {
            return Result<UserRow>.Refused(own.Refusals);
        }

        var user = own.Value;
        if (user.Version != request.BaseVersion)
        {
            return PeopleRefusals.Stale(request.BaseVersion, user.Version);
        }

        if (request.Disabled && id == work.Viewer.User)
        {
            return PeopleRefusals.Oneself();
        }

        if (request.Disabled)
        {
            Sessions.EndAll(work, id, null, Instant.Now(clock));
        }

        var name = (request.Disabled, user.Disabled == 1) switch { (true, false) => "UserDisabled", (false, true) => "UserEnabled", _ => "UserChanged" };
        var facts = new JsonObject { ["login"] = user.Login, ["before"] = user.Name, ["name"] = request.Name.Trim() };
        (user.Name, user.Disabled, user.Version) = (request.Name.Trim(), request.Disabled ? 1 : 0, user.Version + 1);
        work.SaveChanges();
        witness.Record(work, name, "user", RowValues.Of(id), facts);
        return ListPeople.One(work, id, clock)!;
    }

    /// <summary>A change that needs no further facts.</summary>
    private static async Task<IResult> Now(Guid id, HttpContext context, Store store, IWitness witness, TimeProvider clock, string @event, Action<ZhirongContext, User> change)
    {
        var written = await store.Commits.Once<UserRow>(RequestViewer.Of(context), null, clock, work =>
        {
            var own = Own(work, id);
            if (!own.Ok)
            {
                return Task.FromResult(Result<UserRow>.Refused(own.Refusals));
            }

            change(work, own.Value);
            own.Value.Version++;
            work.SaveChanges();
            witness.Record(work, @event, "user", RowValues.Of(id), new JsonObject { ["login"] = own.Value.Login });
            return Task.FromResult<Result<UserRow>>(ListPeople.One(work, id, clock)!);
        });
        return Answers.Written(context, written, null);
    }
}
