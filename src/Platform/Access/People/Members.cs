using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.People;

/// <param name="Login">Of a person of this organisation or of another.</param>
/// <param name="Role">A built-in role or one of this organisation.</param>
/// <param name="From">First day; today where it is left out.</param>
/// <param name="Until">Last day; null without end.</param>
public sealed record AddMemberRequest(string Login, string Role, DateOnly? From = null, DateOnly? Until = null);

/// <param name="Until">The last day; yesterday ends the role at once.</param>
public sealed record EndMemberRequest(DateOnly Until);

/// <summary>Gives a person a role in the organisation for a time, and ends it.</summary>
internal static class Members
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/access/members", AddAnswer).WithName("addMember").Act("access.member.add").WithSummary("Give a person a role in the organisation").Produces<UserRow>(201).ProducesProblem(404).ProducesProblem(422);
        api.MapPost("/access/members/{id:guid}/end", EndAnswer).WithName("endMember").Act("access.member.end").WithSummary("Say on which day a role ends").Produces<UserRow>().ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> AddAnswer(BodyOf<AddMemberRequest> body, HttpContext context, Store store, IWitness witness, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Add(work, body.Value.Value, witness, clock)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static Result<UserRow> Add(ZhirongContext work, AddMemberRequest request, IWitness witness, TimeProvider clock)
    {
        var (today, organisation) = (Days.Today(clock), work.Viewer.Organisation);
        var (from, until) = (request.From ?? today, request.Until);
        var people = new PeopleReading();
        if (people.PersonOf(work.Session, request.Login) is not { } person)
        {
            return WebRefusals.NotFound("login", request.Login.Length <= 64 ? request.Login : request.Login[..64]);
        }

        if (people.RoleTitle(work.Session, organisation, request.Role) is null)
        {
            return PeopleRefusals.Role(request.Role.Length <= 40 ? request.Role : request.Role[..40]);
        }

        if (until < from || until < today)
        {
            return PeopleRefusals.Dates($"{from:yyyy-MM-dd} … {until:yyyy-MM-dd}");
        }

        var held = work.Set<Member>().Where(m => m.UserId == person.Id && m.OrgId == organisation && m.Role == request.Role).AsNoTracking().ToList();
        if (held.Any(m => (until is null || m.FromOn <= until) && (m.UntilOn is null || m.UntilOn >= from)))
        {
            return PeopleRefusals.AlreadyHeld(request.Role);
        }

        var member = new Member { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserId = person.Id, OrgId = organisation, Role = request.Role, FromOn = from, UntilOn = until, AddedAt = Instant.Now(clock), AddedBy = work.Viewer.Person };
        work.Add(member);
        work.SaveChanges();
        witness.Record(work, "MemberAdded", "user", RowValues.Of(person.Id), Facts(person.Login, member));
        return ListPeople.One(work, person.Id, clock)!;
    }

    private static async Task<IResult> EndAnswer(Guid id, BodyOf<EndMemberRequest> body, HttpContext context, Store store, IWitness witness, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(End(work, id, body.Value.Value.Until, witness, clock)));
        return Answers.Written(context, written, body.Key);
    }

    private static Result<UserRow> End(ZhirongContext work, Guid id, DateOnly until, IWitness witness, TimeProvider clock)
    {
        var today = Days.Today(clock);
        var member = work.Set<Member>().SingleOrDefault(m => m.Id == id && m.OrgId == work.Viewer.Organisation);
        if (member is null || member.UntilOn < today)
        {
            return WebRefusals.NotFound("members", $"{id}");
        }

        if (until < today.AddDays(-1))
        {
            return PeopleRefusals.Dates($"{until:yyyy-MM-dd}");
        }

        if (member.UserId == work.Viewer.User && member.Role == RolePresets.Administrator)
        {
            return PeopleRefusals.Oneself();
        }

        member.UntilOn = until;
        work.SaveChanges();
        var person = new PeopleReading().Person(work.Session, member.UserId)!;
        witness.Record(work, "MemberEnded", "user", RowValues.Of(member.UserId), Facts(person.Login, member));
        return ListPeople.One(work, member.UserId, clock)!;
    }

    private static JsonObject Facts(string login, Member member) => new()
    {
        ["from"] = RowValues.Of(member.FromOn),
        ["login"] = login,
        ["organisation"] = RowValues.Of(member.OrgId),
        ["role"] = member.Role,
        ["until"] = RowValues.Of(member.UntilOn),
    };
}
