using System.Text.Json;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access.Approvals.Storage;

/// <summary>Reads who is in an organisation on a day, and who may decide for whom.</summary>
internal static class StaffReading
{
    public static Staff Of(Session session, Guid organisation, DateOnly on)
    {
        var roles = new Dictionary<Guid, (string Name, HashSet<string> Roles)>();
        session.Query(
            """
            SELECT u.id, u.name, m.role FROM access_member m JOIN access_user u ON u.id = m.user_id
            WHERE m.org_id = @p0 AND u.disabled = 0 AND m.from_on <= @p1 AND (m.until_on IS NULL OR m.until_on >= @p2) ORDER BY u.name, u.id
            """,
            row =>
            {
                if (!roles.TryGetValue(row.Id(0), out var known))
                {
                    roles.Add(row.Id(0), known = (row.Text(1), []));
                }

                known.Roles.Add(row.Text(2));
            },
            RowValues.Of(organisation),
            RowValues.Of(on),
            RowValues.Of(on));
        return new([.. roles.Select(r => new Officer(r.Key, r.Value.Name, r.Value.Roles))], Delegations(session, organisation, on));
    }

    /// <summary>Delegations that hold on a day.</summary>
    public static List<Delegation> Delegations(Session session, Guid organisation, DateOnly on) => session.List(
        "SELECT id, from_id, to_id, acts, first_on, last_on FROM access_delegation WHERE owner_id = @p0 AND ended_at IS NULL AND first_on <= @p1 AND last_on >= @p2 ORDER BY given_at, id",
        row => new Delegation(row.Id(0), row.Id(1), row.Id(2), Texts(row.Text(3)), row.Date(4), row.Date(5)),
        RowValues.Of(organisation),
        RowValues.Of(on),
        RowValues.Of(on));

    public static IReadOnlyList<string> Texts(string json) => JsonSerializer.Deserialize<List<string>>(json)!;
}
