using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access.Approvals.Storage;

/// <summary>A case with what stands around it.</summary>
internal sealed record StoredCase
{
    public required Guid Id { get; init; }

    public required Guid Organisation { get; init; }

    public required int Version { get; init; }

    public required ApprovalCase Case { get; init; }

    public required Words Title { get; init; }

    public string? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    public Money? Amount { get; init; }

    public required string Initiator { get; init; }

    public required string RouteOf { get; init; }

    public required long OpenedAt { get; init; }

    public required long ChangedAt { get; init; }

    public int Tries { get; init; }

    public int? Status { get; init; }

    public string? Answer { get; init; }

    /// <summary>Whoever began it, as the request is run again.</summary>
    public Viewer Viewer => new(Organisation, Initiator) { User = Case.Initiator };
}

/// <summary>Reads cases whole.</summary>
internal static class ApprovalReading
{
    private const string Columns = """
        SELECT a.id, a.owner_id, a.version, a.act, a.title_zh, a.title_en, a.subject_kind, a.subject_id, a.amount_fen, a.initiator_id, a.initiator, a.route, a.route_of,
          a.state, a.round, a.step, a.members, a.decide_by, a.valid_until, a.opened_at, a.changed_at, a.tries, a.status, a.answer
        FROM access_approval a
        """;

    /// <summary>A case of the viewer's organisation; null when there is none.</summary>
    public static StoredCase? One(ZhirongContext context, Guid id) => Some(
        context,
        new Conditions().Given("a.id", "=", RowValues.Of(id)),
        "").FirstOrDefault();

    /// <summary>Cases the viewer's organisation owns and that fit; all organisations' for a viewer who sees everything.</summary>
    public static List<StoredCase> Some(ZhirongContext context, Conditions conditions, string tail)
    {
        if (context.Viewer.EverythingBecause is null)
        {
            conditions.Given("a.owner_id", "=", RowValues.Of(context.Viewer.Organisation));
        }

        var session = context.Session;
        var rows = session.List($"{Columns}{conditions.Where}{tail}", Read, conditions.Values);
        var (decisions, kept) = (Decisions(session, [.. rows.Select(r => r.Id)]), Kept(session, [.. rows.Select(r => r.Id)]));
        return [.. rows.Select(row => row with { Case = row.Case with { Decisions = decisions.GetValueOrDefault(row.Id, []), Conditions = kept.GetValueOrDefault(row.Id, []) } })];
    }

    private static StoredCase Read(IRow row) => new()
    {
        Id = row.Id(0),
        Organisation = row.Id(1),
        Version = row.Int(2),
        Title = new(row.Text(4), row.Text(5)),
        SubjectKind = row.TextOrNull(6),
        SubjectId = row.TextOrNull(7),
        Amount = row.LongOrNull(8) is { } fen ? Money.OfFen(fen) : null,
        Initiator = row.Text(10),
        RouteOf = row.Text(12),
        OpenedAt = row.Long(19),
        ChangedAt = row.Long(20),
        Tries = row.Int(21),
        Status = (int?)row.LongOrNull(22),
        Answer = row.TextOrNull(23),
        Case = new()
        {
            Act = row.Text(3),
            Initiator = row.Id(9),
            Route = RouteJson.Level(row.Text(11)),
            State = ApprovalWords.State(row.Text(13)),
            Round = row.Int(14),
            Step = row.Int(15),
            Members = JsonSerializer.Deserialize<List<Guid>>(row.Text(16))!,
            DecideBy = row.Date(17),
            ValidUntil = row.DateOrNull(18),
        },
    };

    private static Dictionary<Guid, List<Decision>> Decisions(Session session, IReadOnlyList<Guid> ids)
    {
        var found = new List<(Guid Case, int No, Decision Decision)>();
        session.Find(
            DecisionRows,
            "approval_id",
            [.. ids.Select(id => (object)RowValues.Of(id))],
            row => found.Add((row.Id(0), row.Int(1), Decision(row))));
        return found.GroupBy(f => f.Case).ToDictionary(g => g.Key, g => g.OrderBy(f => f.No).Select(f => f.Decision).ToList());
    }

    private static Decision Decision(IRow row)
    {
        var roles = StaffReading.Texts(row.Text(10)).ToHashSet();
        var principal = row.IdOrNull(7) is { } id ? new Officer(id, row.Text(8), roles) : null;
        var person = new Officer(row.Id(5), row.Text(6), principal is null ? roles : new HashSet<string>());
        return new(row.Int(2), row.Int(3), ApprovalWords.Kind(row.Text(4))!.Value, new(person, null, principal), row.Text(11), StaffReading.Texts(row.Text(12)), row.Date(13));
    }

    private static Dictionary<Guid, List<Condition>> Kept(Session session, IReadOnlyList<Guid> ids)
    {
        var found = new List<(Guid Case, int No, Condition Condition)>();
        session.Find(
            ConditionRows,
            "approval_id",
            [.. ids.Select(id => (object)RowValues.Of(id))],
            row => found.Add((row.Id(0), row.Int(1), new(row.Int(2), row.Int(3), row.Text(4), row.Id(5), row.TextOrNull(6), row.IdOrNull(7) is { } by ? new(by, row.Text(8), new HashSet<string>()) : null))));
        return found.GroupBy(f => f.Case).ToDictionary(g => g.Key, g => g.OrderBy(f => f.No).Select(f => f.Condition).ToList());
    }

    internal static readonly TableShape DecisionRows = new(
        "access_approval_decision",
        TableShape.Text("approval_id"), TableShape.Int("no"), TableShape.Int("round"), TableShape.Int("step"), TableShape.Text("kind"), TableShape.Text("user_id"), TableShape.Text("user_name"), TableShape.Text("for_id"), TableShape.Text("for_name"), TableShape.Text("delegation_id"), TableShape.Text("roles"), TableShape.Text("note"), TableShape.Text("conditions"), TableShape.Text("decided_on"), TableShape.Long("at"));

    internal static readonly TableShape ConditionRows = new(
        "access_approval_condition",
        TableShape.Text("approval_id"), TableShape.Int("no"), TableShape.Int("round"), TableShape.Int("step"), TableShape.Text("text"), TableShape.Text("set_by"), TableShape.Text("met"), TableShape.Text("confirmed_by"), TableShape.Text("confirmed_name"));
}
