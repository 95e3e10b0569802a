using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.People;
using Zhirong.Platform.Access.SignIn;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Installation;

/// <param name="Kind">Of his organisation.</param>
/// <param name="Roles">Role codes.</param>
public sealed record DemoPerson(string Login, string Name, string Organisation, string Kind, IReadOnlyList<string> Roles);

/// <summary>Who may sign in to the demonstration.</summary>
/// <param name="Password">The same for all.</param>
/// <param name="People">In the order of the sign-in page.</param>
public sealed record DemoList(string Password, IReadOnlyList<DemoPerson> People);

/// <summary>Puts the demo people into an installation without users and lists them on its sign-in page.</summary>
internal sealed class DemoDoor(AccessSettings settings)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/access/demo", (HttpContext context, DemoDoor door) => door.Answer(context))
        .WithName("demoPeople").ForAnybody().WithSummary("Who may sign in to the demonstration; 404 in a real installation").Produces<DemoList>().ProducesProblem(404);

    /// <summary>Fits the people in the store to what the installation is.</summary>
    /// <exception cref="StorageException">A real installation holds demo users, or a demonstration holds real ones.</exception>
    public async Task Prepare(Store store, TimeProvider clock)
    {
        using var passwords = new Passwords();
        var state = Read(store);
        if (state.Users > 0 && state.Demo != settings.Demo)
        {
            throw new StorageException(settings.Demo ? InstallationRefusals.RealData() : InstallationRefusals.DemoData());
        }

        if (settings.Demo && state.Users == 0)
        {
            var hash = passwords.HashKnown(DemoPeople.Password);
            var prints = new AccessKeys(settings).Prints;
            await store.Commits.Write(new(Viewer.FoundingOrganisation, "system"), work => Make(work, hash, prints, clock));
        }
    }

    private static (int Users, bool Demo) Read(Store store)
    {
        using var read = store.Read(Viewer.Everything("whether this is a demonstration"));
        return (
            read.Session.First("SELECT count(*) FROM access_user", row => row.Int(0)),
            read.Session.First("SELECT count(*) FROM access_user WHERE id = @p0", row => row.Int(0), RowValues.Of(DemoPeople.UserId(DemoPeople.Everything))) > 0);
    }

    private static async Task<int> Make(ZhirongContext work, string hash, byte[] prints, TimeProvider clock)
    {
        work.Session.Alone("access setup");
        if (work.Session.First("SELECT count(*) FROM access_user", row => row.Int(0)) > 0)
        {
            return 0;
        }

        var (now, today) = (Instant.Now(clock), Days.Today(clock));
        var grower = DemoPeople.Grower + IdentityNumber.Check(DemoPeople.Grower);
        work.AddRange(DemoPeople.Organisations.Select(o => new Organisation
        {
            Id = o.Id,
            Version = 1,
            Code = o.Code,
            Name = o.Name,
            Kind = o.Kind,
            IdMasked = o.Code is null ? IdentityNumber.Mask(grower) : null,
            IdPrint = o.Code is null ? IdentityNumber.Print(grower, prints) : null,
            Operator = o.Number == 1 ? 1 : 0,
            Active = 1,
            AddedAt = now,
            AddedBy = "system",
        }));
        var organisations = DemoPeople.Organisations.ToDictionary(o => o.Number, o => o.Id);
        work.AddRange(DemoPeople.Users.Select(u => new User { Id = u.Id, HomeId = organisations[u.Organisation], Version = 1, Login = u.Login, LoginKey = Logins.Key(u.Login), Name = u.Name, PasswordHash = hash, AddedAt = now, AddedBy = "system" }));
        var roles = DemoPeople.Users.SelectMany(u => u.Roles.Select(role => (User: u.Id, u.Organisation, Role: role)))
            .Concat(DemoPeople.Elsewhere.Select(e => (User: DemoPeople.UserId(DemoPeople.Everything), e.Organisation, e.Role)));
        work.AddRange(roles.Select(r => new Member { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserId = r.User, OrgId = organisations[r.Organisation], Role = r.Role, FromOn = today, AddedAt = now, AddedBy = "system" }));
        return await work.SaveChangesAsync();
    }

    private IResult Answer(HttpContext context)
    {
        if (!settings.Demo)
        {
            return Problems.Of(context, WebRefusals.NotFound("path", context.Request.Path), StatusCodes.Status404NotFound);
        }

        var organisations = DemoPeople.Organisations.ToDictionary(o => o.Number);
        return Results.Json(new DemoList(DemoPeople.Password, [.. DemoPeople.Users.Select(u => new DemoPerson(u.Login, u.Name, organisations[u.Organisation].Name, organisations[u.Organisation].Kind, u.Roles))]), WebJson.Options);
    }
}
