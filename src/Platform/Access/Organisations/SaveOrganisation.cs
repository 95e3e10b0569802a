using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.People;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Organisations;

/// <param name="Name">1 to 100 characters.</param>
/// <param name="Kind">A word of the kinds of organisation; a natural person is added apart.</param>
/// <param name="Code">Unified social credit code; left out where it is not known.</param>
/// <param name="Administrator">Login of a first administrator; may be left out.</param>
/// <param name="AdministratorName">His name.</param>
public sealed record AddOrganisationRequest(string Name, string Kind, string? Code = null, string? Administrator = null, string? AdministratorName = null);

/// <param name="Active">Nobody acts for an organisation that is not.</param>
/// <param name="BaseVersion">The version that was changed.</param>
public sealed record ChangeOrganisationRequest(string Name, string? Code, bool Active, int BaseVersion);

/// <summary>Adds an organisation to the installation, with its first administrator, and changes it.</summary>
internal sealed class SaveOrganisation(Store store, IWitness witness, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/access/organisations", (BodyOf<AddOrganisationRequest> body, HttpContext context, SaveOrganisation door) => door.Add(body, context))
            .WithName("addOrganisation").Act("access.organisation.add").WithSummary("Add an organisation, with its first administrator").Produces<OrganisationRow>(201).ProducesProblem(422);
        api.MapPut("/access/organisations/{id:guid}", (Guid id, BodyOf<ChangeOrganisationRequest> body, HttpContext context, SaveOrganisation door) => door.Change(id, body, context))
            .WithName("changeOrganisation").Act("access.organisation.change").WithSummary("Change an organisation, or close it").Produces<OrganisationRow>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private async Task<IResult> Add(BodyOf<AddOrganisationRequest> body, HttpContext context)
    {
        var refusals = body.Value.Ok ? [.. Faults(body.Value.Value)] : body.Value.Refusals;
        if (refusals.Count > 0)
        {
            return Problems.Of(context, refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Add(work, body.Value.Value)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private Result<OrganisationRow> Add(ZhirongContext work, AddOrganisationRequest request)
    {
        var code = string.IsNullOrWhiteSpace(request.Code) ? null : request.Code.Trim();
        if (!Operators.IsOne(work))
        {
            return PeopleRefusals.OperatorOnly();
        }

        if (code is not null && Taken(work, "code", code))
        {
            return PeopleRefusals.CodeTaken(code);
        }

        var now = clock.GetUtcNow();
        var organisation = new Organisation
        {
            Id = Guid.CreateVersion7(now),
            Version = 1,
            Code = code,
            Name = request.Name.Trim(),
            Kind = request.Kind,
            Active = 1,
            AddedAt = Instant.Of(now),
            AddedBy = work.Viewer.Person,
        };
        work.Add(organisation);
        work.SaveChanges();
        witness.Record(work, "OrganisationAdded", "organisation", RowValues.Of(organisation.Id), new JsonObject { ["code"] = code, ["kind"] = organisation.Kind, ["name"] = organisation.Name });
        if (request.Administrator is { } login)
        {
            var user = AddUser.Add(work, organisation.Id, new(login, request.AdministratorName ?? "", RolePresets.Administrator), witness, clock);
            if (!user.Ok)
            {
                return Result<OrganisationRow>.Refused([.. user.Refusals.Select(r => r with { Path = "administrator" })]);
            }
        }

        return ListOrganisations.One(work, organisation.Id)!;
    }

    private async Task<IResult> Change(Guid id, BodyOf<ChangeOrganisationRequest> body, HttpContext context)
    {
        IReadOnlyList<Refusal> refusals = body.Value.Ok ? [.. new[] { OrganisationChecks.Name("name", body.Value.Value.Name), OrganisationChecks.Code(body.Value.Value.Code) }.OfType<Refusal>()] : body.Value.Refusals;
        if (refusals.Count > 0)
        {
            return Problems.Of(context, refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Change(work, id, body.Value.Value)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PeopleRefusals.StaleCode);
    }

    private Result<OrganisationRow> Change(ZhirongContext work, Guid id, ChangeOrganisationRequest request)
    {
        var code = string.IsNullOrWhiteSpace(request.Code) ? null : request.Code.Trim();
        if (!Operators.IsOne(work))
        {
            return PeopleRefusals.OperatorOnly();
        }

        if (work.Set<Organisation>().Find(id) is not { } organisation)
        {
            return WebRefusals.NotFound("organisations", $"{id}");
        }

        if (organisation.Version != request.BaseVersion)
        {
            return PeopleRefusals.Stale(request.BaseVersion, organisation.Version);
        }

        if (code is not null && code != organisation.Code && Taken(work, "code", code))
        {
            return PeopleRefusals.CodeTaken(code);
        }

        if (!request.Active && organisation.Operator == 1)
        {
            return PeopleRefusals.Oneself();
        }

        witness.Record(work, "OrganisationChanged", "organisation", RowValues.Of(id), new JsonObject { ["active"] = request.Active, ["before"] = organisation.Name, ["code"] = code, ["name"] = request.Name.Trim() });
        (organisation.Name, organisation.Code, organisation.Active, organisation.Version) = (request.Name.Trim(), code, request.Active ? 1 : 0, organisation.Version + 1);
        work.SaveChanges();
        return ListOrganisations.One(work, id)!;
    }

    private static bool Taken(ZhirongContext work, string column, string value) => work.Session.First($"SELECT 1 FROM access_org WHERE {column} = @p0", row => row.Int(0), value) == 1;

    private static IEnumerable<Refusal> Faults(AddOrganisationRequest request)
    {
        if (OrganisationChecks.Name("name", request.Name) is { } name)
        {
            yield return name;
        }

        if (OrganisationKinds.Of(request.Kind) is null || request.Kind == OrganisationKinds.Person)
        {
            yield return PeopleRefusals.Kind(request.Kind.Length <= 40 ? request.Kind : request.Kind[..40]);
        }

        if (OrganisationChecks.Code(request.Code) is { } code)
        {
            yield return code;
        }

        foreach (var fault in request.Administrator is { } login ? UserChecks.Faults(login, request.AdministratorName ?? "") : [])
        {
            yield return fault with { Path = fault.Path == "login" ? "administrator" : "administratorName" };
        }
    }
}
