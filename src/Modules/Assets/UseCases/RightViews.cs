using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>A state on a day.</summary>
/// <param name="Since">First day; null for always.</param>
/// <param name="Estimated">The first day is only the day of the record.</param>
/// <param name="AsOf">The newest day a source stands at.</param>
/// <param name="UnknownSince">From when the sources are too old to tell.</param>
/// <param name="LastKnown">What it was as far as the sources reach, where it now reads unknown.</param>
public sealed record StateView(string State, string StateTitle, bool InForce, DateOnly? Since, bool Estimated, DateOnly? AsOf, DateOnly? UnknownSince, string? LastKnown, string? LastKnownTitle)
{
    internal static StateView Of((Standing Standing, Standing Last, DateOnly? UnknownSince) fresh, DateOnly? newest, Language language)
    {
        var stale = fresh.Standing != fresh.Last;
        return new(
            fresh.Standing.State.Word(), fresh.Standing.State.Title().In(language), fresh.Standing.State.InForce(), fresh.Standing.From, fresh.Standing.Estimated, newest, fresh.UnknownSince, stale ? fresh.Last.State.Word() : null, stale ? fresh.Last.State.Title().In(language) : null);
    }
}

/// <summary>A right as lists show it.</summary>
/// <param name="Holders">Who holds it now.</param>
/// <param name="Expires">First day no longer in force by law.</param>
/// <param name="Encumbered">The kinds of encumbrance that stand on the day asked about.</param>
/// <param name="Stub">Only events or other records speak of it.</param>
/// <param name="Questions">Open questions about it.</param>
public sealed record RightRow(
    Guid Id, string Number, string Office, string Kind, string KindTitle, string Title, string? TitleEn, IReadOnlyList<string> Holders, string? Ipc, string? Family, DateOnly? Filed, DateOnly? Granted, DateOnly? Expires, StateView State, IReadOnlyList<string> Encumbered, bool Stub, int Questions, int Version, string ChangedAt, string ChangedBy);

/// <summary>A page of rights.</summary>

/// <summary>Rows of rights with what they are on a day.</summary>
internal static class RightRows
{
    /// <summary>In the order of the numbers.</summary>
    public static List<RightRow> Of(ZhirongContext read, IReadOnlyList<long> nos, DateOnly day, RegisterLaw law, Language language)
    {
        if (nos.Count == 0)
        {
            return [];
        }

        var (places, values) = In(nos);
        var standings = Grouped(read.Session, nos, list => $"SELECT right_no, state, from_day, until_day, estimated, because FROM ast_standing WHERE right_no IN ({list}) ORDER BY right_no, n", StandingOf);
        var lying = Grouped(read.Session, nos, list => $"SELECT right_no, kind, from_day, until_day FROM ast_encumbrance WHERE right_no IN ({list}) ORDER BY right_no, from_day", row => (Kind: row.Text(1), From: row.DateOrNull(2), Until: row.DateOrNull(3)));
        var rows = new Dictionary<long, RightRow>();
        read.Session.Query(
            $"SELECT no, id, number, office, kind, title, title_en, holder, ipc, family, filed, granted, expires, newest, stub, questions, version, changed_at, changed_by FROM ast_right WHERE no IN ({places})",
            row =>
            {
                var (no, kind, newest) = (row.Long(0), RightKinds.Read(row.Text(4)), row.DateOrNull(13));
                var state = StateView.Of(Standings.Fresh(standings.GetValueOrDefault(no) ?? [], day, newest, law.Policy.MaxAgeDays), newest, language);
                rows[no] = new(
                    row.Id(1), row.Text(2), row.Text(3), row.Text(4), kind?.Title().In(language) ?? "", row.Text(5), row.TextOrNull(6), Lines(row.Text(7)), row.TextOrNull(8), row.TextOrNull(9), row.DateOrNull(10), row.DateOrNull(11), row.DateOrNull(12), state,
                    [.. (lying.GetValueOrDefault(no) ?? []).Where(e => (e.From is null || e.From <= day) && (e.Until is null || e.Until > day)).Select(e => e.Kind).Distinct()], row.Int(14) == 1, row.Int(15), row.Int(16), Instant.Text(row.Long(17)), row.Text(18));
            },
            values);
        return [.. nos.Where(rows.ContainsKey).Select(no => rows[no])];
    }

    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The number its rows hang on; null where there is no such right for the viewer, who in a work must be allowed to change it.</summary>
    public static long? No(ZhirongContext context, Guid id) => context.Set<RegisteredRight>().Where(r => r.Id == id).Select(r => (long?)r.No).SingleOrDefault();

    internal static Standing StandingOf(IRow row) => new(
        RightStates.Read(row.Text(1)) ?? RightState.Unknown, row.Text(2).Length == 0 ? null : row.Date(2), row.Text(3) == RegisterShapes.Open ? null : row.Date(3), row.Long(4) == 1, RightEffects.Read(row.Text(5)) ?? RightEffect.None);

    /// <summary>Most numbers that become values of a statement; more of them stand in its text.</summary>
    private const int MostValues = 512;

    /// <summary>
    /// Place holders of a list of numbers and their values, filled up to a power of two with the last one: so that few texts of a statement serve
    /// lists of every length.
    /// </summary>
    internal static (string Places, object?[] Values) In(IReadOnlyCollection<long> nos)
    {
        if (nos.Count is 0 or > MostValues)
        {
            return (nos.Count == 0 ? "NULL" : string.Join(", ", nos), []);
        }

        var values = new object?[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)nos.Count)];
        var last = 0L;
        foreach (var (n, no) in nos.Index())
        {
            (values[n], last) = (no, no);
        }

        values.AsSpan(nos.Count).Fill(last);
        return (string.Join(", ", Enumerable.Range(0, values.Length).Select(n => $"@p{n}")), values);
    }

    /// <summary>Rows of rights by the number they hang on.</summary>
    /// <param name="session">Reads.</param>
    /// <param name="nos">Numbers of the rights.</param>
    /// <param name="sql">The statement, given the list of numbers; its first column is the number.</param>
    /// <param name="read">Reads a row.</param>
    internal static Dictionary<long, List<T>> Grouped<T>(Session session, IReadOnlyCollection<long> nos, Func<string, string> sql, Func<IRow, T> read)
    {
        var (places, values) = In(nos);
        var groups = new Dictionary<long, List<T>>();
        session.Query(
            sql(places),
            row =>
            {
                if (!groups.TryGetValue(row.Long(0), out var group))
                {
                    groups[row.Long(0)] = group = [];
                }

                group.Add(read(row));
            },
            values);
        return groups;
    }
}
