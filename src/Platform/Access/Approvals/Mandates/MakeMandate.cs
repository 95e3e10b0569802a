using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Routes;
using Zhirong.Platform.Access.Approvals.UseCases;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.Mandates;

/// <param name="Act">An act whose rule allows mandates.</param>
/// <param name="Title">1 to 100 characters.</param>
/// <param name="Limit">Largest amount of one act, yuan.</param>
/// <param name="Daily">Most of all acts of one day, yuan; at least the limit.</param>
/// <param name="First">The first day, today at the earliest.</param>
/// <param name="Until">The last day, at most 366 days after the first.</param>
/// <param name="Product">The product it is for; null for all.</param>
/// <param name="Note">Why, at most 500 characters.</param>
public sealed record MakeMandateRequest(string Act, string Title, string Limit, string Daily, DateOnly First, DateOnly Until, string? Product = null, string? Note = null);

/// <summary>A mandate as it is shown.</summary>
/// <param name="Used">Of today's cap.</param>
/// <param name="State">coming, running, over or ended.</param>
/// <param name="Approval">The case in which it was approved; null where nobody else could decide.</param>
public sealed record MandateView(Guid Id, string Act, string Title, string Product, string Limit, string Daily, string Used, int UsesToday, string First, string Until, string Note, string State, Guid? Approval, string MadeAt, string MadeBy, string? EndedBy);

public sealed record MandateList(IReadOnlyList<MandateView> Mandates);

/// <summary>A use as it is shown.</summary>
public sealed record MandateUseView(Guid Id, string SubjectKind, string SubjectId, string On, string Amount, string At, string By);

public sealed record MandateUses(IReadOnlyList<MandateUseView> Uses);

/// <summary>授权额度: makes and ends mandates; the rule of <c>access.mandate.make</c> says which two people approve one.</summary>
internal sealed class MakeMandate(Store store, ApprovalRoutes routes, IEnumerable<IWitness> witnesses, TimeProvider clock)
{
    private static readonly TableShape Rows = new(
        "access_mandate",
        TableShape.Text("id"), TableShape.Text("owner_id"), TableShape.Int("version"), TableShape.Text("act"), TableShape.Text("product"), TableShape.Text("title"), TableShape.Long("limit_fen"), TableShape.Long("daily_fen"), TableShape.Text("first_on"), TableShape.Text("until_on"), TableShape.Text("note"), TableShape.Text("approval_id"), TableShape.Long("made_at"), TableShape.Text("made_by"), TableShape.Long("ended_at"), TableShape.Text("ended_by"));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/approvals/mandates", (HttpContext context, MakeMandate door) => door.List(context)).WithName("listMandates").Reads("approvals").WithSummary("Mandates with what was used today, the newest first").Produces<MandateList>();
        api.MapGet("/approvals/mandates/{id:guid}/uses", (Guid id, HttpContext context, MakeMandate door) => door.Uses(id, context)).WithName("listMandateUses").Reads("approvals").WithSummary("What was done under a mandate, the newest first").Produces<MandateUses>().ProducesProblem(404);
        api.MapPost("/approvals/mandates", (BodyOf<MakeMandateRequest> body, HttpContext context, MakeMandate door) => door.Answer(body, context))
            .WithName("makeMandate").Act("access.mandate.make").WithSummary("Let acts up to a limit and a daily cap run at once").Produces<MandateView>(201).Produces<Interception.ApprovalTicket>(202).ProducesProblem(422);
        api.MapPost("/approvals/mandates/{id:guid}/end", (Guid id, BodyOf<EndRequest> body, HttpContext context, MakeMandate door) => door.End(id, body, context))
            .WithName("endMandate").Act("access.mandate.end").WithSummary("End a mandate at once").Produces<MandateView>().ProducesProblem(404).ProducesProblem(422);
    }

    private async Task<IResult> Answer(BodyOf<MakeMandateRequest> body, HttpContext context)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Make(work, body.Value.Value, Approved.By(context)?.Approval)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    /// <summary>Makes it in a work on the commit queue.</summary>
    public Result<MandateView> Make(ZhirongContext work, MakeMandateRequest request, Guid? approval)
    {
        if (Fault(work, request, approval is not null) is { } refusal)
        {
            return refusal;
        }

        var (id, limit, daily) = (Guid.CreateVersion7(clock.GetUtcNow()), Yuan(request.Limit)!.Value, Yuan(request.Daily)!.Value);
        work.Session.Insert(new RowSet(Rows).Add(
            RowValues.Of(id), RowValues.Of(work.Viewer.Organisation), 1, request.Act, (request.Product ?? "").Trim(), request.Title.Trim(), limit.Fen, daily.Fen, RowValues.Of(request.First), RowValues.Of(request.Until), (request.Note ?? "").Trim(), RowValues.Of(approval), Instant.Now(clock), work.Viewer.Person, null, null));
        Record(work, "MandateMade", id, new JsonObject
        {
            ["act"] = request.Act,
            ["approval"] = RowValues.Of(approval),
            ["daily"] = $"{daily}",
            ["first"] = RowValues.Of(request.First),
            ["limit"] = $"{limit}",
            ["product"] = (request.Product ?? "").Trim(),
            ["until"] = RowValues.Of(request.Until),
        });
        return One(work, id)!;
    }

    /// <summary>Why it cannot be made; null when it can.</summary>
    /// <param name="approved">Its first day may have passed while it waited for approval.</param>
    public Refusal? Fault(ZhirongContext work, MakeMandateRequest request, bool approved)
    {
        var (today, limit, daily) = (Days.Today(clock), Yuan(request.Limit), Yuan(request.Daily));
        return routes.RuleOf(work.Session, work.Viewer.Organisation, request.Act)?.Rule is not { Mandate: true } ? MandateRefusals.Act(request.Act)
            : request.Title.Trim().Length is 0 or > 100 ? MandateRefusals.Text("title", request.Title.Length, 100)
            : limit is null ? MandateRefusals.Amount("limit", request.Limit)
            : daily is null ? MandateRefusals.Amount("daily", request.Daily)
            : daily < limit ? MandateRefusals.Daily(daily.Value, limit.Value)
            : (request.First < today && !approved) || request.Until < today || request.Until < request.First || request.Until > request.First.AddDays(366) ? MandateRefusals.Span(request.First, request.Until, today)
            : (request.Product ?? "").Length > 100 ? MandateRefusals.Text("product", request.Product!.Length, 100)
            : (request.Note ?? "").Length > 500 ? MandateRefusals.Text("note", request.Note!.Length, 500)
            : null;
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

    private Result<MandateView> End(ZhirongContext work, Guid id)
    {
        if (One(work, id) is not { } known)
        {
            return WebRefusals.NotFound("mandates", $"{id}");
        }

        if (work.Session.Execute("UPDATE access_mandate SET ended_at = @p0, ended_by = @p1, version = version + 1 WHERE id = @p2 AND ended_at IS NULL", Instant.Now(clock), work.Viewer.Person, RowValues.Of(id)) == 0)
        {
            return MandateRefusals.Ended(known.State);
        }

        Record(work, "MandateEnded", id, new JsonObject { ["by"] = RowValues.Of(work.Viewer.User) });
        return One(work, id)!;
    }

    private IResult List(HttpContext context)
    {
        using var read = store.Read(RequestViewer.Of(context));
        return Results.Json(new MandateList(Some(read, null, " ORDER BY m.made_at DESC, m.id LIMIT 500")), WebJson.Options);
    }

    private IResult Uses(Guid id, HttpContext context)
    {
        using var read = store.Read(RequestViewer.Of(context));
        return One(read, id) is null
            ? Problems.Of(context, WebRefusals.NotFound("mandates", $"{id}"), StatusCodes.Status404NotFound)
            : Results.Json(
                new MandateUses(read.Session.List(
                    "SELECT id, subject_kind, subject_id, used_on, fen, at, used_by FROM access_mandate_use WHERE mandate_id = @p0 ORDER BY at DESC, id LIMIT 500",
                    row => new MandateUseView(row.Id(0), row.Text(1), row.Text(2), row.Text(3), Money.FenText(row.Long(4)), Instant.Text(row.Long(5)), row.Text(6)),
                    RowValues.Of(id))),
                WebJson.Options);
    }

    private MandateView? One(ZhirongContext context, Guid id) => Some(context, id, "").FirstOrDefault();

    private List<MandateView> Some(ZhirongContext context, Guid? id, string tail)
    {
        var today = Days.Today(clock);
        var conditions = new Conditions();
        var on = conditions.Value(RowValues.Of(today));
        conditions.Given("m.owner_id", "=", RowValues.Of(context.Viewer.Organisation)).Given("m.id", "=", RowValues.Of(id));
        return context.Session.List(
            $"""
            SELECT m.id, m.act, m.title, m.product, m.limit_fen, m.daily_fen, d.fen, d.uses, m.first_on, m.until_on, m.note, m.approval_id, m.made_at, m.made_by, m.ended_at, m.ended_by
            FROM access_mandate m LEFT JOIN access_mandate_day d ON d.mandate_id = m.id AND d.used_on = {on}{conditions.Where}{tail}
            """,
            row => new MandateView(
                row.Id(0), row.Text(1), row.Text(2), row.Text(3), Money.FenText(row.Long(4)), Money.FenText(row.Long(5)), Money.FenText(row.LongOrNull(6) ?? 0), (int)(row.LongOrNull(7) ?? 0), row.Text(8), row.Text(9), row.Text(10),
                !row.IsNull(14) ? "ended" : today < row.Date(8) ? "coming" : today > row.Date(9) ? "over" : "running", row.IdOrNull(11), Instant.Text(row.Long(12)), row.Text(13), row.TextOrNull(15)),
            conditions.Values);
    }

    private void Record(ZhirongContext work, string name, Guid id, JsonObject facts)
    {
        foreach (var witness in witnesses)
        {
            witness.Record(work, name, "mandate", RowValues.Of(id), facts);
        }
    }

    internal static Money? Yuan(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan > 0 && yuan * 100 == decimal.Truncate(yuan * 100) && yuan <= Money.Limit.Yuan ? Money.Cny(yuan) : null;
}
