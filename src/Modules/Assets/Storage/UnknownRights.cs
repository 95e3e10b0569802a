using System.Globalization;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>
/// Rights whose state of a day may read unknown, found by indexes whatever the day and the policy's age: those whose newest source is
/// older than the policy allows (by <c>newest</c>), and those the day comes before everything that is known of them (by
/// <c>known_from</c>, or by the filing day where the two are the same). Who leads here asks of each right still.
/// </summary>
internal sealed class UnknownRights(RightQuery query, RegisterLaw law)
{
    private readonly string day = RowValues.Of(query.Day);
    private readonly string oldest = RowValues.Of(query.Day.AddDays(-law.Policy.MaxAgeDays));

    /// <summary>Days of newest sources that are walked one by one: more would be slower than the register itself.</summary>
    private const int MostDays = 400;

    /// <summary>Whether no more than so many may read unknown.</summary>
    public bool AreFew(Session session, int most) => Few(session, most, Listed);

    /// <summary>Whether no more than so many are known only from a later day on.</summary>
    public bool BeforeAreFew(Session session, int most) => Few(session, most, Before);

    /// <summary>The numbers of all of them, each once.</summary>
    public string All(Conditions conditions) => $"SELECT DISTINCT no FROM ({Listed(conditions)}) AS all_of_them";

    /// <summary>The days older than the policy allows at which newest sources stand, the last first; null where they are too many to be walked one by one.</summary>
    public List<string>? StaleDays(Session session)
    {
        var days = new List<string>();
        for (var before = oldest; days.Count <= MostDays; before = days[^1])
        {
            if (session.First("SELECT max(newest) FROM ast_right WHERE newest < @p0", row => row.TextOrNull(0), before) is not { } last)
            {
                return days;
            }

            days.Add(last);
        }

        return null;
    }

    /// <summary>Only rights of which something is newer, and the day comes before everything that is known of them.</summary>
    public void OnlyBefore(Conditions conditions)
    {
        OnlyFresh(conditions);
        conditions.And($"r.no IN ({Before(conditions)})");
    }

    /// <summary>Only rights of which something is newer than the policy asks.</summary>
    public void OnlyFresh(Conditions conditions) => conditions.And($"r.newest >= {conditions.Value(oldest)}");

    /// <summary>Only rights whose newest source is older than the policy allows.</summary>
    public void OnlyStale(Conditions conditions) => conditions.And($"r.newest < {conditions.Value(oldest)}");

    private static bool Few(Session session, int most, Func<Conditions, string> which)
    {
        var conditions = new Conditions();
        return session.First($"SELECT count(*) FROM (SELECT 1 FROM ({which(conditions)}) AS u LIMIT {(most + 1).ToString(CultureInfo.InvariantCulture)}) AS few", row => row.Int(0), conditions.Values) <= most;
    }

    private string Listed(Conditions conditions) => $"{Stale(conditions)} UNION ALL {Before(conditions)}";

    private string Stale(Conditions conditions) => $"SELECT a.no FROM ast_right a WHERE a.newest IS NULL UNION ALL SELECT b.no FROM ast_right b WHERE b.newest < {conditions.Value(oldest)}";

    private string Before(Conditions conditions) =>
        $"SELECT c.no FROM ast_right c WHERE c.known_from IS NULL UNION ALL SELECT d.no FROM ast_right d WHERE d.known_from IS DISTINCT FROM d.filed AND d.known_from > {conditions.Value(day)}"
        + $" UNION ALL SELECT e.no FROM ast_right e WHERE e.filed > {conditions.Value(day)}";
}
