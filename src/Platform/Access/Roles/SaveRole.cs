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

namespace Zhirong.Platform.Access.Roles;

/// <summary>A role as it may be given in the organisation.</summary>
/// <param name="BuiltIn">Whether it comes with the product and cannot be changed.</param>
/// <param name="Active">A role that is not grants nothing to those who hold it.</param>
/// <param name="Version">0 for a built-in one.</param>
/// <param name="Holders">How many people hold it today.</param>
public sealed record RoleView(string Code, string Zh, string En, bool BuiltIn, bool Active, int Version, int Holders, IReadOnlyList<Grant> Grants);

public sealed record RoleList(IReadOnlyList<RoleView> Roles);

/// <param name="Zh">1 to 40 characters.</param>
/// <param name="En">1 to 60 characters.</param>
/// <param name="Grants">1 to 200.</param>
/// <param name="BaseVersion">The version that was changed; 0 for a new role.</param>
public sealed record SaveRoleRequest(string Zh, string En, IReadOnlyList<Grant> Grants, bool Active = true, int BaseVersion = 0);

/// <summary>The roles of an organisation: those that come with the product, and its own, which it makes and changes.</summary>
internal static class SaveRole
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/access/roles", (HttpContext context, Store store, TimeProvider clock) =>
        {
            using var read = store.Read(RequestViewer.Of(context));
            return Results.Json(new RoleList(All(read, clock)), WebJson.Options);
        }).WithName("listRoles").Reads("access").WithSummary("Roles that can be given in the organisation").Produces<RoleList>();
        api.MapPut("/access/roles/{code}", Answer).WithName("saveRole").Act("access.role.save").WithSummary("Make a role of the organisation, or change it").Produces<RoleView>().ProducesProblem(409).ProducesProblem(422);
    }

    private static IReadOnlyList<RoleView> All(ZhirongContext read, TimeProvider clock)
    {
        var today = RowValues.Of(Days.Today(clock));
        var organisation = RowValues.Of(read.Viewer.Organisation);
        var holders = read.Session.List(
            "SELECT role, count(DISTINCT user_id) FROM access_member WHERE org_id = @p0 AND from_on <= @p1 AND (until_on IS NULL OR until_on >= @p2) GROUP BY role",
            row => (Role: row.Text(0), Count: row.Int(1)),
            organisation,
            today,
            today).ToDictionary(r => r.Role, r => r.Count, StringComparer.Ordinal);
        var own = read.Session.List(
            "SELECT code, zh, en, active, version, grants FROM access_role WHERE owner_id = @p0 ORDER BY code",
            row => new RoleView(row.Text(0), row.Text(1), row.Text(2), false, row.Int(3) == 1, row.Int(4), holders.GetValueOrDefault(row.Text(0)), Grants.Read(row.Text(5))),
            organisation);
        return [.. RolePresets.All.Select(r => new RoleView(r.Code, r.Title.Zh, r.Title.En, true, true, 0, holders.GetValueOrDefault(r.Code), r.Grants)), .. own];
    }

    private static async Task<IResult> Answer(string code, BodyOf<SaveRoleRequest> body, HttpContext context, Store store, IWitness witness, TimeProvider clock)
    {
        var refusals = body.Value.Ok ? [.. Faults(code, body.Value.Value)] : body.Value.Refusals;
        if (refusals.Count > 0)
        {
            return Problems.Of(context, refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Save(work, code, body.Value.Value, witness, clock)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PeopleRefusals.StaleCode);
    }

    private static Result<RoleView> Save(ZhirongContext work, string code, SaveRoleRequest request, IWitness witness, TimeProvider clock)
    {
        var role = work.Set<OwnRole>().SingleOrDefault(r => r.Code == code);
        if ((role?.Version ?? 0) != request.BaseVersion)
        {
            return PeopleRefusals.Stale(request.BaseVersion, role?.Version ?? 0);
        }

        if (role is null)
        {
            role = new OwnRole { Id = Guid.CreateVersion7(clock.GetUtcNow()), OwnerId = work.Viewer.Organisation, Code = code, Zh = "", En = "", Grants = "", SavedAt = 0, SavedBy = "" };
            work.Add(role);
        }

        (role.Zh, role.En, role.Grants, role.Active) = (request.Zh.Trim(), request.En.Trim(), Grants.Write(request.Grants), request.Active ? 1 : 0);
        (role.Version, role.SavedAt, role.SavedBy) = (role.Version + 1, Instant.Now(clock), work.Viewer.Person);
        work.SaveChanges();
        witness.Record(work, "RoleSaved", "role", RowValues.Of(role.Id), new JsonObject
        {
            ["active"] = request.Active,
            ["code"] = code,
            ["grants"] = new JsonArray([.. request.Grants.Select(g => new JsonObject { ["act"] = g.Act, ["limit"] = g.Limit })]),
            ["version"] = role.Version,
        });
        return All(work, clock).Single(r => !r.BuiltIn && r.Code == code);
    }

    private static IEnumerable<Refusal> Faults(string code, SaveRoleRequest request)
    {
        if (code.Length is < 2 or > 40 || !code.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_') || RolePresets.Of(code) is not null)
        {
            yield return PeopleRefusals.RoleCode(code.Length <= 60 ? code : code[..60]);
        }

        foreach (var (path, text, most) in new[] { ("zh", request.Zh, 40), ("en", request.En, 60) })
        {
            if (text.Trim().Length == 0 || text.Trim().Length > most)
            {
                yield return PeopleRefusals.Text(path, text.Trim().Length, most);
            }
        }

        if (request.Grants.Count is 0 or > 200)
        {
            yield return PeopleRefusals.Grant("grants", $"{request.Grants.Count}");
        }

        for (var i = 0; i < Math.Min(request.Grants.Count, 200); i++)
        {
            var grant = request.Grants[i];
            if (!Grant.IsAct(grant.Act))
            {
                yield return PeopleRefusals.Grant($"grants[{i}].act", grant.Act.Length <= 90 ? grant.Act : grant.Act[..90]);
            }

            if (grant.Limit is { } limit && Grant.ReadLimit(limit) is null)
            {
                yield return PeopleRefusals.Grant($"grants[{i}].limit", limit.Length <= 40 ? limit : limit[..40]);
            }
        }
    }
}
