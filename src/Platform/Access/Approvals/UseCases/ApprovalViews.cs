using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Platform.Access.Approvals.Interception;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Access.Approvals.Routes;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <summary>A case in a list.</summary>
/// <param name="State">A word of the states; lapsed cases say so from their day on.</param>
/// <param name="Step">One-based.</param>
/// <param name="Mine">Whether the reader can decide it now.</param>
public sealed record ApprovalRow(Guid Id, string Act, string TitleZh, string TitleEn, string? SubjectKind, string? SubjectId, string? Amount, string Initiator, string State, int Round, int Step, int Steps, string OpenedAt, string ChangedAt, string DecideBy, bool Mine);

/// <summary>One field of the difference.</summary>
public sealed record ApprovalField(string Name, string LabelZh, string LabelEn, string? Before, string? After);

/// <summary>A step with what was said in it in this round.</summary>
/// <param name="State">done, now or later.</param>
/// <param name="Kind">person, parallel, investigators or committee.</param>
/// <param name="Seats">Roles of each person needed; one list for a committee.</param>
/// <param name="Quorum">Only for a committee, as the route writes it.</param>
/// <param name="Votes">Only for a committee.</param>
/// <param name="May">Those who can decide now.</param>
/// <param name="Tally">The count; null outside a committee whose step is now.</param>
public sealed record ApprovalStep(string State, string Kind, IReadOnlyList<IReadOnlyList<string>> Seats, bool ConditionsAllowed, string? Quorum, string? Votes, IReadOnlyList<string> Veto, IReadOnlyList<string> Chair, IReadOnlyList<ApprovalMay> May, ApprovalTally? Tally);

/// <summary>Somebody who can decide now.</summary>
/// <param name="For">In whose place; null for himself.</param>
public sealed record ApprovalMay(string Name, string? For);

/// <summary>The count of a ballot.</summary>
public sealed record ApprovalTally(int Members, int Recused, int For, int Against, int Abstained);

/// <summary>A decision as it is shown.</summary>
/// <param name="For">In whose place; null for himself.</param>
public sealed record ApprovalSaid(int Round, int Step, string Kind, string By, string? For, string Note, IReadOnlyList<string> Conditions, string On);

/// <summary>A condition as it is shown.</summary>
public sealed record ApprovalConditionView(int No, int Step, string Text, string? Met, string? ConfirmedBy);

/// <summary>One way in which the reader can decide.</summary>
/// <param name="For">The person in whose place; null for himself.</param>
/// <param name="Decisions">The words he can use.</param>
public sealed record ApprovalWay(Guid? For, string? Name, IReadOnlyList<string> Decisions);

/// <summary>A case whole.</summary>
/// <param name="Ways">How the reader can decide now; empty when he cannot.</param>
/// <param name="Body">The request as sent, for its initiator while it waits for a supplement; else null.</param>
/// <param name="Answer">What the act answered; null before.</param>
public sealed record ApprovalView(ApprovalRow Row, string Route, string? ValidUntil, IReadOnlyList<ApprovalField> Fields, IReadOnlyList<ApprovalStep> Steps, IReadOnlyList<ApprovalSaid> History, IReadOnlyList<ApprovalConditionView> Conditions, IReadOnlyList<ApprovalWay> Ways, bool Initiator, string Method, string Path, JsonNode? Body, int? Status, JsonNode? Answer);

/// <summary>Makes views of cases.</summary>
internal static class ApprovalViews
{
    private static readonly DecisionKind[] Kinds = [.. Enum.GetValues<DecisionKind>()];

    public static ApprovalRow Row(StoredCase stored, Guid reader, DateOnly today, Staff staff)
    {
        var now = stored.Case.On(today, stored.Tries > 0);
        return new(
            stored.Id, now.Act, stored.Title.Zh, stored.Title.En, stored.SubjectKind, stored.SubjectId, stored.Amount?.ToString(), stored.Initiator, now.State.Word(), now.Round, now.Step + 1, now.Route.Steps.Count,
            Instant.Text(stored.OpenedAt), Instant.Text(stored.ChangedAt), Date(now.DecideBy), Mine(now, reader, today, staff));
    }

    /// <summary>Whether a person can decide a case now, for himself or for somebody.</summary>
    public static bool Mine(ApprovalCase now, Guid reader, DateOnly today, Staff staff) =>
        now.State == CaseState.Open && staff.Ways(reader, now.Act, today).Any(way => now.Bars(way, DecisionKind.Approve, today, staff) is null);

    public static ApprovalView View(ZhirongContext read, StoredCase stored, RequestKeys keys, DateOnly today)
    {
        var (reader, staff, now) = (read.Viewer.User, StaffReading.Of(read.Session, stored.Organisation, today), stored.Case.On(today, stored.Tries > 0));
        var request = ApprovalWriting.Request(read.Session, stored.Id, now.Round);
        var initiator = reader == now.Initiator;
        return new(
            Row(stored, reader, today, staff),
            stored.RouteOf,
            now.ValidUntil is { } until ? Date(until) : null,
            request is null ? [] : Fields(request.Shown),
            [.. now.Route.Steps.Index().Select(s => Step(now, s.Index, s.Item, today, staff))],
            [.. now.Decisions.Select(d => new ApprovalSaid(d.Round, d.Step + 1, d.Kind.Word(), d.Decider.Person.Name, d.Decider.For?.Name, d.Note, d.Conditions, Date(d.On)))],
            [.. now.Conditions.Index().Where(c => c.Item.Round == now.Round).Select(c => new ApprovalConditionView(c.Index, c.Item.Step + 1, c.Item.Text, c.Item.Met, c.Item.ConfirmedBy?.Name))],
            Ways(now, reader, today, staff),
            initiator,
            request?.Method ?? "",
            request?.Path ?? "",
            initiator && now.State == CaseState.Returned && request is not null ? Json(request.Protected ? keys.Unprotect(request.Body) : request.Body) : null,
            stored.Status,
            keys.Shown(stored.Answer, initiator) is { } answer ? Json(System.Text.Encoding.UTF8.GetBytes(answer)) : null);
    }

    private static List<ApprovalWay> Ways(ApprovalCase now, Guid reader, DateOnly today, Staff staff) => now.State != CaseState.Open ? [] :
    [
        .. staff.Ways(reader, now.Act, today)
            .Select(way => new ApprovalWay(way.For?.User, way.For?.Name, [.. Kinds.Where(kind => now.Bars(way, kind, today, staff) is null).Select(kind => kind.Word())]))
            .Where(way => way.Decisions.Count > 0),
    ];

    private static ApprovalStep Step(ApprovalCase now, int index, RouteStep step, DateOnly today, Staff staff)
    {
        var current = now.State == CaseState.Open && index == now.Step;
        var passed = index < now.Step || (index == now.Step && now.State is CaseState.Approved or CaseState.Conditional or CaseState.Done or CaseState.Failed);
        var may = !current ? [] : staff.Officers
            .SelectMany(o => staff.Ways(o.User, now.Act, today)).Where(way => now.Bars(way, DecisionKind.Approve, today, staff) is null)
            .Select(way => new ApprovalMay(way.Person.Name, way.For?.Name)).Distinct().ToList();
        var tally = current && step.Ballot is not null ? now.Count(today, staff) : default;
        return new(
            passed ? "done" : current ? "now" : "later",
            step.Kind.Word(),
            step.Ballot is { } ballot ? [ballot.Roles] : step.Seats,
            step.ConditionsAllowed,
            step.Ballot?.Quorum.ToString(),
            step.Ballot?.Votes.ToString(),
            step.Ballot?.Veto ?? [],
            step.Ballot?.Chair ?? [],
            may,
            current && step.Ballot is not null ? new(tally.Members, tally.Recused, tally.For, tally.Against, tally.Abstained) : null);
    }

    private static List<ApprovalField> Fields(string shown) =>
        [.. JsonSerializer.Deserialize<List<FieldChange>>(shown, RouteJson.Options)!.Select(f => new ApprovalField(f.Name, f.Label.Zh, f.Label.En, f.Before, f.After))];

    private static JsonNode? Json(byte[] text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
