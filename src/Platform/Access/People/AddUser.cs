using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.People;

/// <param name="Login">Unique in the installation, whatever the case of its letters.</param>
/// <param name="Name">What is written under changes.</param>
/// <param name="Role">A first role from today; may be left out.</param>
public sealed record AddUserRequest(string Login, string Name, string? Role = null);

/// <summary>Opens an account the organisation looks after; nobody can sign in to it before a first password is issued.</summary>
internal static class AddUser
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/access/users", Answer)
        .WithName("addUser").Act("access.user.add").WithSummary("Open an account; a first password is issued apart").Produces<UserRow>(201).ProducesProblem(422);

    /// <summary>Adds the account and its first role in a work.</summary>
    public static Result<User> Add(ZhirongContext work, Guid home, AddUserRequest request, IWitness witness, TimeProvider clock)
    {
        var key = Logins.Key(request.Login);
        if (work.Session.First("SELECT 1 FROM access_user WHERE login_key = @p0", row => row.Int(0), key) == 1)
        {
            return PeopleRefusals.LoginTaken(request.Login);
        }

        if (request.Role is { } role && new PeopleReading().RoleTitle(work.Session, home, role) is null)
        {
            return PeopleRefusals.Role(role);
        }

        var (now, by) = (clock.GetUtcNow(), work.Viewer.Person);
        var user = new User { Id = Guid.CreateVersion7(now), HomeId = home, Version = 1, Login = request.Login, LoginKey = key, Name = request.Name.Trim(), MustChange = 1, AddedAt = Instant.Of(now), AddedBy = by };
        work.Add(user);
        if (request.Role is not null)
        {
            work.Add(new Member { Id = Guid.CreateVersion7(now), UserId = user.Id, OrgId = home, Role = request.Role, FromOn = Days.Today(clock), AddedAt = Instant.Of(now), AddedBy = by });
        }

        work.SaveChanges();
        witness.Record(work, "UserAdded", "user", RowValues.Of(user.Id), new JsonObject { ["login"] = user.Login, ["name"] = user.Name, ["organisation"] = RowValues.Of(home), ["role"] = request.Role });
        return user;
    }

    private static async Task<IResult> Answer(BodyOf<AddUserRequest> body, HttpContext context, Store store, IWitness witness, TimeProvider clock)
    {
        var refusals = body.Value.Ok ? [.. UserChecks.Faults(body.Value.Value.Login, body.Value.Value.Name)] : body.Value.Refusals;
        if (refusals.Count > 0)
        {
            return Problems.Of(context, refusals);
        }

        var written = await store.Commits.Once<UserRow>(RequestViewer.Of(context), body.Key, clock, work =>
        {
            var user = Add(work, work.Viewer.Organisation, body.Value.Value, witness, clock);
            return Task.FromResult(user.Ok ? ListPeople.One(work, user.Value.Id, clock)! : Result<UserRow>.Refused(user.Refusals));
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }
}
