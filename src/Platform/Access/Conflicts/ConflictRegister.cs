using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Conflicts;

/// <param name="SubjectKind">Kind of record, such as <c>deal</c>.</param>
/// <param name="SubjectId">Its id.</param>
/// <param name="Party">The organisation in several roles, by name.</param>
/// <param name="Roles">At least two, as the deal calls them.</param>
/// <param name="Note">What the conflict is and how it is contained.</param>
public sealed record RaiseConflictRequest(string SubjectKind, string SubjectId, string Party, IReadOnlyList<string> Roles, string Note);

/// <param name="Outcome"><c>approved</c> or <c>refused</c>.</param>
/// <param name="Note">Why.</param>
public sealed record DecideConflictRequest(string Outcome, string Note);

/// <summary>A conflict of interest as the register has it.</summary>
/// <param name="State">open, approved or refused.</param>
/// <param name="Own">Whether the reader reported it himself, and so may not decide on it.</param>
public sealed record ConflictView(
    Guid Id, string SubjectKind, string SubjectId, string Party, IReadOnlyList<string> Roles, string Note, string State, string RaisedBy, string RaisedAt, string? DecidedBy, string? DecidedAt, string? DecisionNote, bool Own, int Version);

/// <summary>利益冲突登记: one organisation in several roles of one subject is reported by one person and decided on by another.</summary>
internal static class ConflictRegister
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/access/conflicts", List).WithName("listConflicts").Reads("access").WithSummary("The conflict register, newest first").Produces<PageOf<ConflictView>>();
        api.MapPost("/access/conflicts", RaiseAnswer).WithName("raiseConflict").Act("access.conflict.raise").WithSummary("Report a conflict of interest").Produces<ConflictView>(201).ProducesProblem(409).ProducesProblem(422);
        api.MapPost("/access/conflicts/{id:guid}/decide", DecideAnswer).WithName("decideConflict").Act("access.conflict.decide").WithSummary("Approve or refuse a reported conflict").Produces<ConflictView>().ProducesProblem(404).ProducesProblem(422);
    }

    private static IResult List(HttpContext context, Store store, string? state, string? subjectKind, string? subjectId, int? page, int? pageSize)
    {
        var wanted = PageRequest.Of(page, pageSize);
        var viewer = RequestViewer.Of(context);
        using var read = store.Read(viewer);
        var all = read.Set<Conflict>().Where(c => (state == null || c.State == state) && (subjectKind == null || c.SubjectKind == subjectKind) && (subjectId == null || c.SubjectId == subjectId));
        var items = all.OrderByDescending(c => c.RaisedAt).ThenBy(c => c.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToList();
        return Results.Json(new PageOf<ConflictView>([.. items.Select(c => View(c, viewer))], all.Count(), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> RaiseAnswer(BodyOf<RaiseConflictRequest> body, HttpContext context, Store store, IWitness witness, TimeProvider clock)
    {
        var refusals = body.Value.Ok ? [.. Faults(body.Value.Value)] : body.Value.Refusals;
        if (refusals.Count > 0)
        {
            return Problems.Of(context, refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Raise(work, body.Value.Value, witness, clock)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, ConflictRefusals.KnownCode);
    }

    private static Result<ConflictView> Raise(ZhirongContext work, RaiseConflictRequest request, IWitness witness, TimeProvider clock)
    {
        var party = request.Party.Trim();
        if (work.Set<Conflict>().Any(c => c.SubjectKind == request.SubjectKind && c.SubjectId == request.SubjectId && c.Party == party && c.State == "open"))
        {
            return ConflictRefusals.Known();
        }

        var conflict = new Conflict
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OwnerId = work.Viewer.Organisation,
            Version = 1,
            SubjectKind = request.SubjectKind,
            SubjectId = request.SubjectId,
            Party = party,
            Roles = JsonSerializer.Serialize(request.Roles.Select(r => r.Trim()), WebJson.Options),
            Note = request.Note.Trim(),
            State = "open",
            RaisedById = work.Viewer.User,
            RaisedBy = work.Viewer.Person,
            RaisedAt = Instant.Now(clock),
        };
        work.Add(conflict);
        work.SaveChanges();
        witness.Record(work, "ConflictRaised", "conflict", RowValues.Of(conflict.Id), Facts(conflict));
        return View(conflict, work.Viewer);
    }

    private static async Task<IResult> DecideAnswer(Guid id, BodyOf<DecideConflictRequest> body, HttpContext context, Store store, IWitness witness, TimeProvider clock)
    {
        var request = body.Value.Ok ? body.Value.Value : null;
        var refusals = request is null ? body.Value.Refusals
            : request.Outcome is not ("approved" or "refused") ? [ConflictRefusals.Outcome(request.Outcome.Length <= 40 ? request.Outcome : request.Outcome[..40])]
            : request.Note.Trim().Length is 0 or > 1000 ? [ConflictRefusals.Text("note", request.Note.Trim().Length, 1000)]
            : [];
        if (refusals.Count > 0)
        {
            return Problems.Of(context, refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Decide(work, id, request!, witness, clock)));
        return Answers.Written(context, written, body.Key);
    }

    private static Result<ConflictView> Decide(ZhirongContext work, Guid id, DecideConflictRequest request, IWitness witness, TimeProvider clock)
    {
        if (work.Set<Conflict>().SingleOrDefault(c => c.Id == id) is not { } conflict)
        {
            return WebRefusals.NotFound("conflicts", $"{id}");
        }

        if (conflict.State != "open")
        {
            return ConflictRefusals.Decided(conflict.State);
        }

        if (conflict.RaisedById == work.Viewer.User)
        {
            return ConflictRefusals.OwnReport();
        }

        (conflict.State, conflict.DecisionNote, conflict.Version) = (request.Outcome, request.Note.Trim(), conflict.Version + 1);
        (conflict.DecidedById, conflict.DecidedBy, conflict.DecidedAt) = (work.Viewer.User, work.Viewer.Person, Instant.Now(clock));
        work.SaveChanges();
        witness.Record(work, "ConflictDecided", "conflict", RowValues.Of(id), Facts(conflict));
        return View(conflict, work.Viewer);
    }

    private static ConflictView View(Conflict c, Viewer viewer) => new(
        c.Id, c.SubjectKind, c.SubjectId, c.Party, Roles(c), c.Note, c.State, c.RaisedBy, Instant.Text(c.RaisedAt), c.DecidedBy, c.DecidedAt is { } at ? Instant.Text(at) : null, c.DecisionNote, c.RaisedById == viewer.User, c.Version);

    private static List<string> Roles(Conflict conflict) => JsonSerializer.Deserialize<List<string>>(conflict.Roles)!;

    private static JsonObject Facts(Conflict c) => new()
    {
        ["decision"] = c.DecisionNote,
        ["note"] = c.Note,
        ["party"] = c.Party,
        ["roles"] = new JsonArray([.. Roles(c).Select(r => JsonValue.Create(r))]),
        ["state"] = c.State,
        ["subject"] = $"{c.SubjectKind} {c.SubjectId}",
    };

    private static IEnumerable<Refusal> Faults(RaiseConflictRequest request)
    {
        foreach (var (path, text, most) in new[] { ("subjectKind", request.SubjectKind, 40), ("subjectId", request.SubjectId, 100), ("party", request.Party, 100), ("note", request.Note, 1000) })
        {
            if (text.Trim().Length == 0 || text.Trim().Length > most)
            {
                yield return ConflictRefusals.Text(path, text.Trim().Length, most);
            }
        }

        if (request.Roles.Count > 20 || request.Roles.Select(r => r.Trim()).Where(r => r.Length is > 0 and <= 60).Distinct(StringComparer.Ordinal).Count() is var distinct && (distinct < 2 || distinct != request.Roles.Count))
        {
            yield return ConflictRefusals.Roles(request.Roles.Count);
        }
    }
}
