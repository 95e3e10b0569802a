using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <param name="To">Who may decide in one's place.</param>
/// <param name="Acts">Acts, rooms as <c>ledger.*</c>, or <c>*</c>; 1 to 50.</param>
/// <param name="First">The first day, today at the earliest.</param>
/// <param name="Last">The last day, at most 366 days after the first.</param>
/// <param name="Note">Why, at most 500 characters.</param>
public sealed record GiveDelegationRequest(Guid To, IReadOnlyList<string> Acts, DateOnly First, DateOnly Last, string? Note = null);

/// <summary>A delegation as it is shown.</summary>
/// <param name="State">coming, running, over or ended.</param>
public sealed record DelegationView(Guid Id, Guid FromId, string From, Guid ToId, string To, IReadOnlyList<string> Acts, string First, string Last, string Note, string State, string GivenAt, string? EndedBy);

public sealed record DelegationList(IReadOnlyList<DelegationView> Delegations);

/// <summary>授权委托: lets somebody decide in one's place for some days; ended by who gave it or who got it.</summary>
internal sealed class GiveDelegation(Store store, IEnumerable<IWitness> witnesses, TimeProvider clock)
{
    private static readonly TableShape Rows = new(
        "access_delegation",
        TableShape.Text("id"), TableShape.Text("owner_id"), TableShape.Int("version"), TableShape.Text("from_id"), TableShape.Text("from_name"), TableShape.Text("to_id"), TableShape.Text("to_name"), TableShape.Text("acts"), TableShape.Text("first_on"), TableShape.Text("last_on"), TableShape.Text("note"), TableShape.Long("given_at"), TableShape.Long("ended_at"), TableShape.Text("ended_by"));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/approvals/delegations", (HttpContext context, GiveDelegation door) => door.List(context)).WithName("listDelegations").Reads("approvals").WithSummary("Who may decide in whose place, the newest first").Produces<DelegationList>();
        api.MapPost("/approvals/delegations", (BodyOf<GiveDelegationRequest> body, HttpContext context, GiveDelegation door) => door.Answer(body, context))
            .WithName("giveDelegation").Act("approvals.delegation.give").WithSummary("Let somebody decide in one's place for some days").Produces<DelegationView>(201).ProducesProblem(422);
        api.MapPost("/approvals/delegations/{id:guid}/end", (Guid id, BodyOf<EndRequest> body, HttpContext context, GiveDelegation door) => door.End(id, body, context))
            .WithName("endDelegation").Act("approvals.delegation.end").WithSummary("End a delegation at once").Produces<DelegationView>().ProducesProblem(404).ProducesProblem(422);
    }

    private async Task<IResult> Answer(BodyOf<GiveDelegationRequest> body, HttpContext context)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Give(work, body.Value.Value)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    /// <summary>Gives it in a work on the commit queue; from is always who asks, so that nobody delegates what is another's.</summary>
    public Result<DelegationView> Give(ZhirongContext work, GiveDelegationRequest request)
    {
        var today = Days.Today(clock);
        var staff = StaffReading.Of(work.Session, work.Viewer.Organisation, today);
        var refusal = request.To == work.Viewer.User ? DelegationRefusals.Oneself(work.Viewer.Person)
            : staff.Officers.FirstOrDefault(o => o.User == request.To) is not { } to ? DelegationRefusals.NobodyHere($"{request.To}")
            : request.Acts.Count is 0 or > 50 || request.Acts.FirstOrDefault(a => !Grant.IsAct(a)) is not null ? DelegationRefusals.Acts(request.Acts.FirstOrDefault(a => !Grant.IsAct(a)) ?? $"{request.Acts.Count}")
            : request.First < today || request.Last < request.First || request.Last > request.First.AddDays(366) ? DelegationRefusals.Span(request.First, request.Last, today)
            : (request.Note ?? "").Length > 500 ? DelegationRefusals.Note(request.Note!.Length)
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        var (id, name) = (Guid.CreateVersion7(clock.GetUtcNow()), staff.Officers.First(o => o.User == request.To).Name);
        work.Session.Insert(new RowSet(Rows).Add(
            RowValues.Of(id), RowValues.Of(work.Viewer.Organisation), 1, RowValues.Of(work.Viewer.User), work.Viewer.Person, RowValues.Of(request.To), name, JsonSerializer.Serialize(request.Acts.Distinct(), RouteJson.Options), RowValues.Of(request.First), RowValues.Of(request.Last), (request.Note ?? "").Trim(), Instant.Now(clock), null, null));
        Record(work, "DelegationGiven", id, new JsonObject { ["acts"] = string.Join(", ", request.Acts.Distinct()), ["first"] = RowValues.Of(request.First), ["from"] = RowValues.Of(work.Viewer.User), ["last"] = RowValues.Of(request.Last), ["to"] = RowValues.Of(request.To) });
        return One(work, id)!;
    }

    private async Task<IResult> End(Guid id, BodyOf<EndRequest> body, HttpContext context)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(End(work, id)));
        return Answers.Written(context, written, body.Key);
    }

    private Result<DelegationView> End(ZhirongContext work, Guid id)
    {
        if (One(work, id) is not { } known)
        {
            return WebRefusals.NotFound("delegations", $"{id}");
        }

        if (work.Viewer.User != known.FromId && work.Viewer.User != known.ToId)
        {
            return DelegationRefusals.NotTheirs(work.Viewer.Person);
        }

        if (work.Session.Execute("UPDATE access_delegation SET ended_at = @p0, ended_by = @p1, version = version + 1 WHERE id = @p2 AND ended_at IS NULL", Instant.Now(clock), work.Viewer.Person, RowValues.Of(id)) == 0)
        {
            return DelegationRefusals.Ended(known.State);
        }

        Record(work, "DelegationEnded", id, new JsonObject { ["by"] = RowValues.Of(work.Viewer.User) });
        return One(work, id)!;
    }

    private IResult List(HttpContext context)
    {
        using var read = store.Read(RequestViewer.Of(context));
        return Results.Json(new DelegationList(Some(read, new Conditions(), " ORDER BY given_at DESC, id LIMIT 500")), WebJson.Options);
    }

    private DelegationView? One(ZhirongContext context, Guid id) => Some(context, new Conditions().Given("id", "=", RowValues.Of(id)), "").FirstOrDefault();

    private List<DelegationView> Some(ZhirongContext context, Conditions conditions, string tail)
    {
        var today = Days.Today(clock);
        conditions.Given("owner_id", "=", RowValues.Of(context.Viewer.Organisation));
        return context.Session.List(
            $"SELECT id, from_id, from_name, to_id, to_name, acts, first_on, last_on, note, given_at, ended_at, ended_by FROM access_delegation{conditions.Where}{tail}",
            row => new DelegationView(
                row.Id(0), row.Id(1), row.Text(2), row.Id(3), row.Text(4), StaffReading.Texts(row.Text(5)), row.Text(6), row.Text(7), row.Text(8),
                !row.IsNull(10) ? "ended" : today < row.Date(6) ? "coming" : today > row.Date(7) ? "over" : "running", Instant.Text(row.Long(9)), row.TextOrNull(11)),
            conditions.Values);
    }

    private void Record(ZhirongContext work, string name, Guid id, JsonObject facts)
    {
        foreach (var witness in witnesses)
        {
            witness.Record(work, name, "delegation", RowValues.Of(id), facts);
        }
    }
}

/// <param name="Note">Why; at most 500 characters.</param>
public sealed record EndRequest(string? Note = null);
