using Zhirong.Modules.Assets.Law;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Modules.Assets.Deriving;

/// <summary>Many rights as they are on a day, read by sets: a few statements whatever their number.</summary>
internal sealed class RightsOnDay
{
    private const int AtOnce = 400;

    private readonly ZhirongContext read;
    private readonly DateOnly day;
    private readonly RegisterLaw law;
    private readonly Dictionary<long, List<Standing>> standings;
    private readonly Dictionary<long, List<Holder>> holders;
    private readonly Dictionary<long, List<Encumbrance>> lying;
    private readonly Dictionary<long, List<Said>> said;
    private readonly Dictionary<long, List<PaidFee>> paid;
    private readonly Dictionary<long, string> keys;
    private readonly List<(Guid Id, DateOnly? Filed, RightBeside Row)> beside;

    private RightsOnDay(ZhirongContext read, List<RegisteredRight> rows, DateOnly day, RegisterLaw law)
    {
        (this.read, this.day, this.law) = (read, day, law);
        var nos = rows.ConvertAll(r => r.No);
        var session = read.Session;
        standings = RightRows.Grouped(session, nos, list => $"SELECT right_no, state, from_day, until_day, estimated, because FROM ast_standing WHERE right_no IN ({list}) ORDER BY right_no, n", RightRows.StandingOf);
        holders = RightRows.Grouped(session, nos, list => $"SELECT right_no, name, code, share, from_day, until_day, because FROM ast_holder WHERE right_no IN ({list}) ORDER BY right_no, n", HolderOf);
        lying = RightRows.Grouped(session, nos, list => $"SELECT right_no, kind, registration_no, holder, grantor, from_day, until_day, estimated FROM ast_encumbrance WHERE right_no IN ({list}) ORDER BY right_no, from_day, id", EncumbranceOf);
        said = RightRows.Grouped(session, nos, list => $"SELECT s.right_no, s.source_no, coalesce(f.name, s.by), s.as_of, s.print, s.at, s.record FROM ast_said s LEFT JOIN ast_source f ON f.no = s.source_no WHERE s.right_no IN ({list}) ORDER BY s.right_no, s.n", SaidOf);
        paid = RightRows.Grouped(session, nos, list => $"SELECT right_no, facts, recorded_on, effective_on, taken_on FROM ast_event WHERE right_no IN ({list}) AND effect = 'fee_paid' ORDER BY right_no, n", PaidOf);
        keys = RightRows.Grouped(session, nos, list => $"SELECT right_no, key FROM ast_number WHERE right_no IN ({list}) ORDER BY right_no, CASE use WHEN 'application' THEN 0 WHEN 'registration' THEN 1 WHEN 'grant' THEN 2 WHEN 'publication' THEN 3 ELSE 4 END, key", row => row.Text(1)).ToDictionary(k => k.Key, k => k.Value[0]);
        beside = Beside(rows);
    }

    /// <summary>In the order asked; rights the viewer cannot see are left out.</summary>
    public static IReadOnlyList<RightOnDay> Of(ZhirongContext read, IReadOnlyList<Guid> rights, DateOnly day, RegisterLaw law)
    {
        var found = new Dictionary<Guid, RightOnDay>();
        foreach (var part in rights.Distinct().Chunk(AtOnce))
        {
            var rows = read.Set<RegisteredRight>().Where(r => part.Contains(r.Id)).ToList();
            if (rows.Count > 0)
            {
                var all = new RightsOnDay(read, rows, day, law);
                rows.ForEach(row => found[row.Id] = all.One(row));
            }
        }

        return [.. rights.Distinct().Where(found.ContainsKey).Select(id => found[id])];
    }

    private RightOnDay One(RegisteredRight row)
    {
        var (statements, kind) = (said.GetValueOrDefault(row.No) ?? [], RightKinds.Read(row.Kind));
        var (facts, fresh) = (RightFacts.Of(statements), Standings.Fresh(standings.GetValueOrDefault(row.No) ?? [], day, row.Newest, law.Policy.MaxAgeDays));
        var (own, receipts) = (Holders.On(holders.GetValueOrDefault(row.No) ?? [], day), paid.GetValueOrDefault(row.No) ?? []);
        var fees = Fees(row, kind, receipts);
        return new()
        {
            Id = row.Id,
            Key = keys.GetValueOrDefault(row.No, row.Number),
            Number = row.Number,
            Kind = kind,
            Title = row.Title,
            Filed = row.Filed,
            Granted = row.Granted,
            Expires = row.Expires,
            State = fresh.Standing,
            LastState = fresh.Last,
            Newest = row.Newest,
            NewestSource = statements.OrderBy(s => s.AsOf).ThenBy(s => s.At).LastOrDefault()?.SourceName ?? "",
            Holders = own,
            Encumbrances = [.. (lying.GetValueOrDefault(row.No) ?? []).Where(e => e.Stands(day)).Index().DistinctBy(e => e.Item.RegistrationNo.Length > 0 ? $"{e.Item.Kind} {e.Item.RegistrationNo}" : $"{e.Index}").Select(e => e.Item)],
            Unpaid = [.. fees.Where(f => f.State is "due" or "missed")],
            LastPaid = receipts.OrderBy(r => r.Year).ThenBy(r => r.On).LastOrDefault(),
            OwesFees = kind is { } known && law.Fees.Scales.Any(s => s.Office == row.Office && s.Kind == known),
            Stated = facts.Fields.Where(f => f.Field == "cited_by" || (f.Field.StartsWith("other.", StringComparison.Ordinal) && f.Field != "other.cited_by") || f.Field.StartsWith("class.", StringComparison.Ordinal)).ToDictionary(f => f.Field.StartsWith("other.", StringComparison.Ordinal) ? f.Field["other.".Length..] : f.Field, StringComparer.Ordinal),
            SameDay = kind == RightKind.UtilityModel ? [.. beside.Where(b => b.Id != row.Id && b.Filed == row.Filed && b.Row.Kind == RightKind.Invention.Word() && Common(b.Row, own)).Select(b => b.Row)] : [],
            SameSign = kind is RightKind.Trademark or RightKind.GiMark ? [.. beside.Where(b => b.Id != row.Id && b.Row.Kind != RightKind.Invention.Word() && b.Row.Title == row.Title && Common(b.Row, own)).Select(b => b.Row)] : [],
        };
    }

    /// <summary>A divisional's years run from its parent's filing.</summary>
    private IReadOnlyList<AnnualFee> Fees(RegisteredRight row, RightKind? kind, List<PaidFee> receipts)
    {
        if (kind is not { } known || row.Filed is not { } filed || row.Granted is not { } granted || row.Expires is not { } until)
        {
            return [];
        }

        var from = row.ParentKey is null ? filed : RightReading.Derive(read.Session, row.OwnerId, row.No, law).Term.From ?? filed;
        return law.Fees.Of(row.Office, known, from, granted, until, receipts.Select(r => r.Year).ToHashSet(), day);
    }

    private static bool Common(RightBeside other, IReadOnlyList<Holder> own) => own.Any(h => other.Holders.Contains(h.Name));

    /// <summary>Inventions filed on the day of a utility model, and marks of the same sign, of whoever holds one of the rights.</summary>
    private List<(Guid Id, DateOnly? Filed, RightBeside Row)> Beside(List<RegisteredRight> rows)
    {
        var names = holders.Values.SelectMany(h => Holders.On(h, day)).Select(h => h.Name).Distinct(StringComparer.Ordinal).ToList();
        var filed = rows.Where(r => r.Kind == RightKind.UtilityModel.Word() && r.Filed is not null).Select(r => RowValues.Of(r.Filed)!).Distinct(StringComparer.Ordinal).ToList();
        var signs = rows.Where(r => Signs.Contains(r.Kind)).Select(r => r.Title).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0 || filed.Count + signs.Count == 0)
        {
            return [];
        }

        var found = new Dictionary<long, (Guid Id, DateOnly? Filed, RightBeside Row)>();
        var conditions = new Conditions();
        conditions.And($"r.no IN (SELECT h.right_no FROM ast_holder h WHERE h.name IN ({Values(conditions, names)}))");
        conditions.And($"((r.kind = 'invention' AND r.filed IN ({Values(conditions, filed)})) OR (r.kind IN ('trademark', 'gi_mark') AND r.title IN ({Values(conditions, signs)})))").VisibleOrOwn(read, "right", "r");
        read.Session.Query(
            $"SELECT r.no, r.id, r.number, r.title, r.kind, r.holder, r.filed FROM ast_right r{conditions.Where} ORDER BY r.number, r.no",
            row => found[row.Long(0)] = (row.Id(1), row.DateOrNull(6), new(row.Id(1), row.Text(2), row.Text(3), row.Text(4), RightRows.Lines(row.Text(5)), RightState.Unknown)),
            conditions.Values);
        if (found.Count == 0)
        {
            return [];
        }

        var states = RightRows.Grouped(read.Session, found.Keys, list => $"SELECT right_no, state, from_day, until_day, estimated, because FROM ast_standing WHERE right_no IN ({list}) ORDER BY right_no, n", RightRows.StandingOf);
        return [.. found.Select(f => (f.Value.Id, f.Value.Filed, f.Value.Row with { State = Standings.At(states.GetValueOrDefault(f.Key) ?? [], day).State }))];
    }

    private static readonly string[] Signs = [RightKind.Trademark.Word(), RightKind.GiMark.Word()];

    /// <summary>Place holders of a list; one that nothing equals where it is empty.</summary>
    private static string Values(Conditions conditions, List<string> values) => values.Count == 0 ? "NULL" : string.Join(", ", values.Select(conditions.Value));

    private static Holder HolderOf(IRow row) => new(
        row.Text(1), row.TextOrNull(2), row.LongOrNull(3) is { } share ? share / 1_000_000m : null, row.Text(4).Length == 0 ? null : row.Date(4), row.Text(5) == RegisterShapes.Open ? null : row.Date(5), row.Text(6));

    private static Encumbrance EncumbranceOf(IRow row) => new(
        EncumbranceKinds.Read(row.Text(1)) ?? EncumbranceKind.Licence, row.Text(2), row.Text(3), row.Text(4), row.DateOrNull(5), row.DateOrNull(6), row.Long(7) == 1);

    private static Said SaidOf(IRow row) => new Said(row.Long(1), row.Text(2), row.Date(3), row.Text(4), Said.Read(row.Text(6))) { At = row.Long(5) };

    private static PaidFee PaidOf(IRow row)
    {
        var facts = FactsJson.Read(row.Text(1));
        return new(int.TryParse(facts.GetValueOrDefault(EventFacts.FeeYear), out var year) ? year : 0, row.DateOrNull(3) ?? row.DateOrNull(2) ?? row.Date(4));
    }
}
