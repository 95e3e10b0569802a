using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.People;
using Zhirong.Platform.Access.SignIn;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Organisations;

/// <param name="Name">1 to 60 characters.</param>
/// <param name="IdNumber">公民身份号码, kept as mask and print only.</param>
/// <param name="Login">Of an account with the role of a borrower; may be left out.</param>
public sealed record AddPersonRequest(string Name, string IdNumber, string? Login = null);

/// <summary>Adds a natural person, such as a grower. His identity number is read, masked, and kept nowhere: no key is kept for the request either.</summary>
internal sealed class AddPerson(Store store, AccessKeys keys, IWitness witness, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/access/persons", (BodyOf<AddPersonRequest> body, HttpContext context, AddPerson door) => door.Answer(body, context))
        .WithName("addPerson").Act("access.person.add").WithSummary("Add a natural person; the identity number is kept masked").Produces<OrganisationRow>(201).ProducesProblem(422);

    private async Task<IResult> Answer(BodyOf<AddPersonRequest> body, HttpContext context)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var request = body.Value.Value;
        var number = request.IdNumber.Trim().ToUpperInvariant();
        IReadOnlyList<Refusal> faults =
        [
            .. UserChecks.Name(request.Name) is { } name ? [name] : Array.Empty<Refusal>(),
            .. IdentityNumber.IsValid(number, Days.Today(clock)) ? Array.Empty<Refusal>() : [PeopleRefusals.Identity()],
            .. request.Login is null || Logins.Fit(request.Login) ? Array.Empty<Refusal>() : [PeopleRefusals.Login("—")],
        ];
        if (faults.Count > 0)
        {
            return Problems.Of(context, faults);
        }

        var (mask, print) = (IdentityNumber.Mask(number), IdentityNumber.Print(number, keys.Prints));
        var written = await store.Commits.Once(RequestViewer.Of(context), null, clock, work => Task.FromResult(Add(work, request.Name.Trim(), request.Login, mask, print)));
        return Answers.Written(context, written, null, StatusCodes.Status201Created);
    }

    private Result<OrganisationRow> Add(ZhirongContext work, string name, string? login, string mask, string print)
    {
        if (!Operators.IsOne(work))
        {
            return PeopleRefusals.OperatorOnly();
        }

        if (work.Session.First("SELECT 1 FROM access_org WHERE id_print = @p0", row => row.Int(0), print) == 1)
        {
            return PeopleRefusals.IdentityTaken();
        }

        var now = clock.GetUtcNow();
        var person = new Organisation { Id = Guid.CreateVersion7(now), Version = 1, Name = name, Kind = OrganisationKinds.Person, IdMasked = mask, IdPrint = print, Active = 1, AddedAt = Instant.Of(now), AddedBy = work.Viewer.Person };
        work.Add(person);
        work.SaveChanges();
        witness.Record(work, "OrganisationAdded", "organisation", RowValues.Of(person.Id), new JsonObject { ["idMasked"] = mask, ["kind"] = person.Kind, ["name"] = name });
        if (login is not null && AddUser.Add(work, person.Id, new(login, name, "borrower"), witness, clock) is { Ok: false } refused)
        {
            return Result<OrganisationRow>.Refused(refused.Refusals);
        }

        return ListOrganisations.One(work, person.Id)!;
    }
}
