using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.People;

/// <summary>A role of a person in the organisation that asks.</summary>
/// <param name="Until">The last day; null without end.</param>
/// <param name="Current">Whether it holds today.</param>
public sealed record MemberView(Guid Id, string Role, DateOnly From, DateOnly? Until, bool Current, string AddedBy);

/// <summary>A person with a role in the organisation, now or once, or whose account it looks after.</summary>
/// <param name="Own">Whether this organisation looks after the account.</param>
/// <param name="LockedUntil">ISO instant; null where it is not locked.</param>
/// <param name="HasPassword">False until a first password is issued.</param>
/// <param name="LastSeen">ISO instant of the latest request of a session; null where there was none.</param>
/// <param name="Members">His roles here, newest first.</param>
public sealed record UserRow(
    Guid Id, string Login, string Name, bool Own, bool Disabled, string? LockedUntil, bool SecondFactor, bool HasPassword, bool MustChange, string? LastSeen, int Version, IReadOnlyList<MemberView> Members);

/// <summary>The people of the organisation that asks.</summary>
internal static class ListPeople
{
    private const string Columns = "u.id, u.login, u.name, u.home_id, u.disabled, u.locked_until, u.totp_on, CASE WHEN u.password_hash IS NULL THEN 0 ELSE 1 END, u.must_change, u.version, (SELECT max(s.seen_at) FROM access_session s WHERE s.user_id = u.id)";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/access/users", List).WithName("listUsers").Reads("access").WithSummary("People of the organisation, by login").Produces<PageOf<UserRow>>();
        api.MapGet("/access/users/{id:guid}", (Guid id, HttpContext context, Store store, TimeProvider clock) =>
        {
            using var read = store.Read(RequestViewer.Of(context));
            return One(read, id, clock) is { } user ? Results.Json(user, WebJson.Options) : Problems.Of(context, WebRefusals.NotFound("users", $"{id}"), StatusCodes.Status404NotFound);
        }).WithName("openUser").Reads("access").WithSummary("A person of the organisation").Produces<UserRow>().ProducesProblem(404);
    }

    /// <summary>A person of the organisation; null where he is none.</summary>
    public static UserRow? One(ZhirongContext work, Guid id, TimeProvider clock)
    {
        var conditions = OfOrganisation(work.Viewer).And("u.id = @p2");
        return Rows(work, $"{conditions.Where}", [.. conditions.Values, RowValues.Of(id)], clock).FirstOrDefault();
    }

    private static IResult List(HttpContext context, Store store, TimeProvider clock, string? query, int? page, int? pageSize)
    {
        var wanted = PageRequest.Of(page, pageSize);
        using var read = store.Read(RequestViewer.Of(context));
        var conditions = OfOrganisation(read.Viewer);
        if (query?.Trim() is { Length: > 0 } words)
        {
            conditions.Contains(words, "u.login", "u.name");
        }

        var total = read.Session.First($"SELECT count(*) FROM access_user u{conditions.Where}", row => row.Int(0), conditions.Values);
        var where = $"{conditions.Where} ORDER BY u.login_key LIMIT {conditions.Value((long)wanted.PageSize)} OFFSET {conditions.Value((long)wanted.Skip)}";
        return Results.Json(new PageOf<UserRow>(Rows(read, where, conditions.Values, clock), total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static Conditions OfOrganisation(Viewer viewer)
    {
        var (conditions, organisation) = (new Conditions(), RowValues.Of(viewer.Organisation));
        return conditions.And($"(u.home_id = {conditions.Value(organisation)} OR u.id IN (SELECT m.user_id FROM access_member m WHERE m.org_id = {conditions.Value(organisation)}))");
    }

    private static List<UserRow> Rows(ZhirongContext read, string where, object?[] values, TimeProvider clock)
    {
        var (today, now) = (Days.Today(clock), Instant.Now(clock));
        var members = new Dictionary<Guid, List<MemberView>>();
        read.Session.Query(
            "SELECT user_id, id, role, from_on, until_on, added_by FROM access_member WHERE org_id = @p0 ORDER BY from_on DESC, id",
            row =>
            {
                var (from, until) = (row.Date(3), row.DateOrNull(4));
                var all = members.TryGetValue(row.Id(0), out var known) ? known : members[row.Id(0)] = [];
                all.Add(new(row.Id(1), row.Text(2), from, until, from <= today && (until is null || until >= today), row.Text(5)));
            },
            RowValues.Of(read.Viewer.Organisation));
        return read.Session.List(
            $"SELECT {Columns} FROM access_user u{where}",
            row => new UserRow(
                row.Id(0), row.Text(1), row.Text(2), row.Id(3) == read.Viewer.Organisation, row.Int(4) == 1, row.LongOrNull(5) is { } until && until > now ? Instant.Text(until) : null,
                row.Int(6) == 1, row.Int(7) == 1, row.Int(8) == 1, row.LongOrNull(10) is { } seen ? Instant.Text(seen) : null, row.Int(9), members.GetValueOrDefault(row.Id(0)) ?? []),
            values);
    }
}
