using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Access.People;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;
using RowSession = Zhirong.Platform.Storage.Rows.Session;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>An organisation somebody has roles in.</summary>
/// <param name="Kind">A word of the kinds of organisation.</param>
/// <param name="Operator">Whether it runs the installation.</param>
/// <param name="Roles">Role codes he holds there today.</param>
public sealed record MyOrganisation(Guid Id, string Name, string Kind, bool Operator, bool Active, IReadOnlyList<string> Roles);

/// <summary>Who is signed in, for whom he acts and what he may.</summary>
/// <param name="Id">The user.</param>
/// <param name="Login">As written.</param>
/// <param name="Name">What is written under changes.</param>
/// <param name="MustChange">Only the password may be changed until it is.</param>
/// <param name="SecondFactor">Whether a one-time code is asked for.</param>
/// <param name="Organisation">The one acted for; null where the last role in it has ended.</param>
/// <param name="Organisations">All he has roles in today, by name.</param>
/// <param name="Grants">What his roles in the present organisation let him do.</param>
public sealed record Me(Guid Id, string Login, string Name, bool MustChange, bool SecondFactor, MyOrganisation? Organisation, IReadOnlyList<MyOrganisation> Organisations, IReadOnlyList<Grant> Grants);

/// <summary>Tells the person who asks about himself.</summary>
internal static class WhoAmI
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/access/me", (HttpContext context, Store store, TimeProvider clock) => Answer(store, clock, Asker.Of(context)))
        .WithName("me").ForOneself().WithSummary("Who is signed in, for whom, and what he may do").Produces<Me>().ProducesProblem(401);

    public static IResult Answer(Store store, TimeProvider clock, Asker asker)
    {
        using var read = store.Read(asker.Viewer);
        var (user, today) = (asker.Viewer.User, Days.Today(clock));
        var all = Organisations(read.Session, user, today);
        var grants = PeopleReading.GrantsOf(PeopleReading.Held(read.Session, user, asker.Viewer.Organisation, today));
        var factor = read.Session.First("SELECT totp_on FROM access_user WHERE id = @p0", row => row.Int(0) == 1, RowValues.Of(user));
        return Results.Json(new Me(user, asker.Login, asker.Viewer.Person, asker.MustChange, factor, all.FirstOrDefault(o => o.Id == asker.Viewer.Organisation), all, grants.All), WebJson.Options);
    }

    /// <summary>The organisations a person has roles in on a day, by name.</summary>
    public static IReadOnlyList<MyOrganisation> Organisations(RowSession session, Guid user, DateOnly on)
    {
        var rows = session.List(
            """
            SELECT DISTINCT o.id, o.name, o.kind, o.operator, o.active, m.role FROM access_member m JOIN access_org o ON o.id = m.org_id
            WHERE m.user_id = @p0 AND m.from_on <= @p1 AND (m.until_on IS NULL OR m.until_on >= @p2) ORDER BY o.name, o.id, m.role
            """,
            row => (Org: new MyOrganisation(row.Id(0), row.Text(1), row.Text(2), row.Int(3) == 1, row.Int(4) == 1, []), Role: row.Text(5)),
            RowValues.Of(user),
            RowValues.Of(on),
            RowValues.Of(on));
        return [.. rows.GroupBy(r => r.Org.Id).Select(g => g.First().Org with { Roles = [.. g.Select(r => r.Role)] })];
    }
}
