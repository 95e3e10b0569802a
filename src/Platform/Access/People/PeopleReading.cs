using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access.People;

/// <summary>Reads people, organisations and roles by prepared commands: asked with every request.</summary>
internal sealed class PeopleReading : IPeople
{
    private const string Persons = "SELECT u.id, u.login, u.name, u.disabled FROM access_user u";

    public PersonFacts? Person(Session session, Guid user) => session.First($"{Persons} WHERE u.id = @p0", Read, RowValues.Of(user));

    public PersonFacts? PersonOf(Session session, string login) => session.First($"{Persons} WHERE u.login_key = @p0", Read, Logins.Key(login));

    public OrganisationFacts? Organisation(Session session, Guid organisation) => session.First(
        "SELECT id, code, name, kind, active FROM access_org WHERE id = @p0",
        row => new OrganisationFacts(row.Id(0), row.TextOrNull(1), row.Text(2), row.Text(3), row.Int(4) == 1),
        RowValues.Of(organisation));

    public IReadOnlyList<PersonFacts> Holders(Session session, Guid organisation, IReadOnlyCollection<string> roles, DateOnly on)
    {
        if (roles.Count == 0)
        {
            return [];
        }

        var conditions = new Conditions();
        conditions.And($"m.org_id = {conditions.Value(RowValues.Of(organisation))}");
        conditions.And($"m.role IN ({string.Join(", ", roles.Select(role => conditions.Value(role)))})");
        conditions.And($"m.from_on <= {conditions.Value(RowValues.Of(on))}");
        conditions.And($"(m.until_on IS NULL OR m.until_on >= {conditions.Value(RowValues.Of(on))})");
        return session.List($"{Persons} WHERE u.disabled = 0 AND u.id IN (SELECT m.user_id FROM access_member m{conditions.Where}) ORDER BY u.name, u.id", Read, conditions.Values);
    }

    public IReadOnlyList<string> RolesOf(Session session, Guid user, Guid organisation, DateOnly on) => [.. Held(session, user, organisation, on).Select(h => h.Role)];

    public Grants GrantsOf(Session session, Guid user, Guid organisation, DateOnly on) => GrantsOf(Held(session, user, organisation, on));

    public Words? RoleTitle(Session session, Guid organisation, string role) => RolePresets.Of(role)?.Title ?? session.First<Words?>(
        "SELECT zh, en FROM access_role WHERE owner_id = @p0 AND code = @p1",
        row => new Words(row.Text(0), row.Text(1)),
        RowValues.Of(organisation),
        role);

    public static Grants GrantsOf(IEnumerable<HeldRole> held) =>
        new([.. held.SelectMany(h => RolePresets.Of(h.Role)?.Grants ?? (h.Grants is null ? [] : Grants.Read(h.Grants)))]);

    /// <summary>The roles of a person on a day, each once, with the grants of those the organisation made itself.</summary>
    public static List<HeldRole> Held(Session session, Guid user, Guid organisation, DateOnly on) => session.List(
        """
        SELECT DISTINCT m.role, r.grants FROM access_member m
        LEFT JOIN access_role r ON r.owner_id = m.org_id AND r.code = m.role AND r.active = 1
        WHERE m.user_id = @p0 AND m.org_id = @p1 AND m.from_on <= @p2 AND (m.until_on IS NULL OR m.until_on >= @p3) ORDER BY m.role
        """,
        row => new HeldRole(row.Text(0), row.TextOrNull(1)),
        RowValues.Of(user),
        RowValues.Of(organisation),
        RowValues.Of(on),
        RowValues.Of(on));

    private static PersonFacts Read(IRow row) => new(row.Id(0), row.Text(1), row.Text(2), row.Int(3) == 1);
}

/// <param name="Grants">JSON of an own role; null for a preset and for a role that was put away.</param>
internal sealed record HeldRole(string Role, string? Grants);

/// <summary>How logins are written.</summary>
internal static class Logins
{
    public static string Key(string login) => login.Trim().ToLowerInvariant();

    /// <summary>2 to 64 characters: letters of any script, digits, points, hyphens, underlines, at signs.</summary>
    public static bool Fit(string login) => login.Length is >= 2 and <= 64 && login.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@');
}
