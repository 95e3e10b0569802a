using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Platform.Access.Approvals.Interception;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access.Approvals.Storage;

/// <summary>Writes cases, inside works on the commit queue.</summary>
internal static class ApprovalWriting
{
    private static readonly TableShape Rows = new(
        "access_approval",
        TableShape.Text("id"), TableShape.Text("owner_id"), TableShape.Int("version"), TableShape.Text("act"), TableShape.Text("title_zh"), TableShape.Text("title_en"), TableShape.Text("subject_kind"), TableShape.Text("subject_id"), TableShape.Long("amount_fen"), TableShape.Text("initiator_id"), TableShape.Text("initiator"), TableShape.Text("route"), TableShape.Text("route_of"), TableShape.Text("state"), TableShape.Int("round"), TableShape.Int("step"), TableShape.Text("members"), TableShape.Text("decide_by"), TableShape.Text("valid_until"), TableShape.Long("opened_at"), TableShape.Long("changed_at"), TableShape.Int("tries"), TableShape.Long("next_at"), TableShape.Int("status"), TableShape.Text("answer"));

    private static readonly TableShape Changes = new(
        "access_approval",
        TableShape.Text("id"), TableShape.Int("version"), TableShape.Text("state"), TableShape.Int("round"), TableShape.Int("step"), TableShape.Text("members"), TableShape.Text("decide_by"), TableShape.Text("valid_until"), TableShape.Long("changed_at"), TableShape.Long("next_at"));

    private static readonly TableShape Requests = new(
        "access_approval_request",
        TableShape.Text("approval_id"), TableShape.Int("round"), TableShape.Text("endpoint"), TableShape.Text("method"), TableShape.Text("path"), TableShape.Text("query"), TableShape.Text("route_values"), TableShape.Text("content_type"), TableShape.Text("language"), TableShape.Blob("body"), TableShape.Int("is_protected"), TableShape.Text("body_hash"), TableShape.Text("shown"), TableShape.Long("at"));

    /// <summary>A new case; an approval that nobody else could give has no request.</summary>
    public static void Insert(ZhirongContext work, StoredCase begun, StoredRequest? request, TimeProvider clock)
    {
        var now = Instant.Now(clock);
        var state = begun.Case;
        work.Session.Insert(new RowSet(Rows).Add(
            RowValues.Of(begun.Id), RowValues.Of(begun.Organisation), 1, state.Act, begun.Title.Zh, begun.Title.En, begun.SubjectKind, begun.SubjectId, begun.Amount?.Fen, RowValues.Of(state.Initiator), begun.Initiator, RouteJson.Text(state.Route), begun.RouteOf,
            state.State.Word(), state.Round, state.Step, JsonSerializer.Serialize(state.Members), RowValues.Of(state.DecideBy), RowValues.Of(state.ValidUntil), now, now, 0, 0L, null, null));
        if (request is not null)
        {
            AddRequest(work, begun.Id, 1, request, clock);
        }
    }

    public static void AddRequest(ZhirongContext work, Guid id, int round, StoredRequest request, TimeProvider clock) => work.Session.Insert(new RowSet(Requests).Add(
        RowValues.Of(id), round, request.Endpoint, request.Method, request.Path, request.Query, request.RouteValues, request.ContentType, request.Language, request.Body, request.Protected ? 1 : 0, request.BodyHash, request.Shown, Instant.Now(clock)));

    /// <summary>The request of a case's present round.</summary>
    public static StoredRequest? Request(Session session, Guid id, int round) => session.First(
        "SELECT endpoint, method, path, query, route_values, content_type, language, body, is_protected, body_hash, shown FROM access_approval_request WHERE approval_id = @p0 AND round = @p1",
        row => new StoredRequest(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.TextOrNull(5), row.Text(6), row.Blob(7), row.Int(8) == 1, row.Text(9), row.Text(10)),
        RowValues.Of(id),
        round);

    /// <summary>What became of a case; its new decisions and conditions are added, none is changed.</summary>
    public static void Update(ZhirongContext work, StoredCase before, ApprovalCase after, TimeProvider clock)
    {
        var (session, id, now) = (work.Session, RowValues.Of(before.Id), Instant.Now(clock));
        session.Update(new RowSet(Changes).Add(
            id, before.Version + 1, after.State.Word(), after.Round, after.Step, JsonSerializer.Serialize(after.Members), RowValues.Of(after.DecideBy), RowValues.Of(after.ValidUntil), now, 0L));
        var decisions = new RowSet(ApprovalReading.DecisionRows);
        foreach (var (no, d) in after.Decisions.Index().Skip(before.Case.Decisions.Count))
        {
            decisions.Add(
                id, no, d.Round, d.Step, d.Kind.Word(), RowValues.Of(d.Decider.Person.User), d.Decider.Person.Name, RowValues.Of(d.Decider.For?.User), d.Decider.For?.Name, RowValues.Of(d.Decider.Under?.Id), Json(d.Decider.Principal.Roles.Order(StringComparer.Ordinal)), d.Note, Json(d.Conditions), RowValues.Of(d.On), now);
        }

        if (decisions.Count > 0)
        {
            session.Insert(decisions);
        }

        var conditions = new RowSet(ApprovalReading.ConditionRows);
        foreach (var (no, c) in after.Conditions.Index())
        {
            if (no >= before.Case.Conditions.Count)
            {
                conditions.Add(id, no, c.Round, c.Step, c.Text, RowValues.Of(c.SetBy), null, null, null);
            }
            else if (c != before.Case.Conditions[no])
            {
                session.Execute("UPDATE access_approval_condition SET met = @p0, confirmed_by = @p1, confirmed_name = @p2 WHERE approval_id = @p3 AND no = @p4", c.Met, RowValues.Of(c.ConfirmedBy?.User), c.ConfirmedBy?.Name, id, no);
            }
        }

        if (conditions.Count > 0)
        {
            session.Insert(conditions);
        }
    }

    /// <summary>What the evidence of a case states.</summary>
    public static JsonObject Facts(StoredCase about, string bodyHash) => new()
    {
        ["act"] = about.Case.Act,
        ["amount"] = about.Amount?.ToString(),
        ["bodySha256"] = bodyHash,
        ["initiator"] = RowValues.Of(about.Case.Initiator),
        ["round"] = about.Case.Round,
        ["route"] = about.RouteOf,
        ["title"] = about.Title.Zh,
    };

    private static string Json(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, RouteJson.Options);
}
