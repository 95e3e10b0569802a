using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.Organisations;
using Zhirong.Platform.Access.People;
using Zhirong.Platform.Access.SignIn;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Installation;

/// <summary>Whether the installation waits for its first administrator.</summary>
/// <param name="Needed">True until somebody can sign in.</param>
/// <param name="Demo">Whether this is a demonstration.</param>
public sealed record SetUpState(bool Needed, bool Demo);

/// <summary>The organisation that runs the installation and its first administrator.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="Kind">A kind of organisation, not a natural person and no supervisor.</param>
/// <param name="Code">Unified social credit code; may be left out.</param>
/// <param name="Login">Of the administrator.</param>
/// <param name="Name">His name.</param>
/// <param name="Password">His password.</param>
public sealed record SetUpRequest(string Organisation, string Kind, string? Code, string Login, string Name, string Password);

/// <summary>The first start of a real installation: nobody can sign in yet, and there is no password to begin with.</summary>
internal sealed class SetUp(Store store, Passwords passwords, AccessSettings settings, IWitness witness, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/access/setup", (SetUp door) => door.State()).WithName("setUpState").ForAnybody().WithSummary("Whether the installation waits for its first administrator").Produces<SetUpState>();
        api.MapPost("/access/setup", (BodyOf<SetUpRequest> body, HttpContext context, SetUp door) => door.Answer(body, context)).WithName("setUp").ForAnybody()
            .WithSummary("Make the first organisation and its administrator; once, before there is any user").Produces<SetUpState>(201).ProducesProblem(409).ProducesProblem(422);
    }

    private IResult State()
    {
        using var read = store.Read(Viewer.Everything("whether the installation is set up"));
        return Results.Json(new SetUpState(!Any(read.Session), settings.Demo), WebJson.Options);
    }

    private async Task<IResult> Answer(BodyOf<SetUpRequest> body, HttpContext context)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var request = body.Value.Value;
        using (var read = store.Read(Viewer.Everything("whether the installation is set up")))
        {
            if (Any(read.Session))
            {
                return Problems.Of(context, SignInRefusals.AlreadySetUp(), StatusCodes.Status409Conflict);
            }
        }

        var faults = Faults(request).ToList();
        if (faults.Count > 0)
        {
            return Problems.Of(context, faults);
        }

        var hash = await passwords.Hash(request.Password);
        var done = await store.Commits.Write(new(Viewer.FoundingOrganisation, request.Name.Trim()), work => Make(work, request, hash));
        return done ? Results.Json(new SetUpState(false, settings.Demo), WebJson.Options, statusCode: StatusCodes.Status201Created)
            : Problems.Of(context, SignInRefusals.AlreadySetUp(), StatusCodes.Status409Conflict);
    }

    private async Task<bool> Make(ZhirongContext work, SetUpRequest request, string hash)
    {
        work.Session.Alone("access setup");
        if (Any(work.Session))
        {
            return false;
        }

        var (now, by) = (clock.GetUtcNow(), request.Name.Trim());
        var organisation = new Organisation
        {
            Id = Viewer.FoundingOrganisation,
            Version = 1,
            Code = string.IsNullOrWhiteSpace(request.Code) ? null : request.Code.Trim(),
            Name = request.Organisation.Trim(),
            Kind = request.Kind,
            Operator = 1,
            Active = 1,
            AddedAt = Instant.Of(now),
            AddedBy = by,
        };
        var user = new User { Id = Guid.CreateVersion7(now), HomeId = organisation.Id, Version = 1, Login = request.Login, LoginKey = Logins.Key(request.Login), Name = by, PasswordHash = hash, AddedAt = Instant.Of(now), AddedBy = by };
        work.Add(organisation);
        work.Add(user);
        work.Add(new Member { Id = Guid.CreateVersion7(now), UserId = user.Id, OrgId = organisation.Id, Role = RolePresets.Administrator, FromOn = Days.Today(clock), AddedAt = Instant.Of(now), AddedBy = by });
        await work.SaveChangesAsync();
        witness.Record(work, "InstallationSetUp", "organisation", RowValues.Of(organisation.Id), new JsonObject { ["organisation"] = organisation.Name, ["kind"] = organisation.Kind, ["administrator"] = user.Login });
        return true;
    }

    private static bool Any(Zhirong.Platform.Storage.Rows.Session session) => session.First("SELECT 1 FROM access_user LIMIT 1", row => row.Int(0)) == 1;

    private static IEnumerable<Refusal> Faults(SetUpRequest request)
    {
        if (OrganisationChecks.Name("organisation", request.Organisation) is { } name)
        {
            yield return name;
        }

        if (OrganisationKinds.Of(request.Kind) is null || request.Kind is OrganisationKinds.Person or OrganisationKinds.Supervisor)
        {
            yield return PeopleRefusals.Kind(request.Kind);
        }

        if (OrganisationChecks.Code(request.Code) is { } code)
        {
            yield return code;
        }

        foreach (var fault in UserChecks.Faults(request.Login, request.Name))
        {
            yield return fault;
        }

        if (Passwords.Fault("password", request.Password, request.Login) is { } weak)
        {
            yield return weak;
        }
    }
}
