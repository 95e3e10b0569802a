using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.SignIn;

/// <param name="Organisation">One he has a role in today.</param>
public sealed record SwitchRequest(Guid Organisation);

/// <summary>Goes on acting for another organisation, in every window of this session.</summary>
internal static class SwitchOrganisation
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/access/switch", Answer)
        .WithName("switchOrganisation").ForOneself().WithSummary("Act for another organisation").Produces<Me>().ProducesProblem(401).ProducesProblem(422);

    private static async Task<IResult> Answer(BodyOf<SwitchRequest> body, HttpContext context, Store store, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var asker = Asker.Of(context);
        var wanted = body.Value.Value.Organisation;
        var switched = await store.Commits.Write(asker.Viewer, work => Task.FromResult(Switch(work, asker, wanted, clock)));
        return switched.Ok ? WhoAmI.Answer(store, clock, switched.Value) : Problems.Of(context, switched.Refusals);
    }

    private static Result<Asker> Switch(ZhirongContext work, Asker asker, Guid wanted, TimeProvider clock)
    {
        var organisation = WhoAmI.Organisations(work.Session, asker.Viewer.User, Days.Today(clock)).FirstOrDefault(o => o.Id == wanted);
        if (organisation is null)
        {
            return SignInRefusals.NotAMember(wanted);
        }

        if (!organisation.Active)
        {
            return GateRefusals.OrganisationClosed(organisation.Name);
        }

        work.Session.Execute("UPDATE access_session SET org_id = @p0 WHERE id = @p1", RowValues.Of(wanted), RowValues.Of(asker.Session ?? Guid.Empty));
        return asker with { Viewer = asker.Viewer with { Organisation = wanted } };
    }
}
