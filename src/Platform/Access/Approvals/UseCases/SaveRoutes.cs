using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Interception;
using Zhirong.Platform.Access.Approvals.Routes;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <param name="Text">The routes as written (<c>zhirong/approvals/v1</c>, YAML); rules for acts not named stay those of the product.</param>
/// <param name="Note">What was changed and why, 1 to 500 characters.</param>
/// <param name="BaseNo">The version it was changed from; 0 for the first.</param>
public sealed record SaveRoutesRequest(string Text, string Note, int BaseNo);

/// <summary>A version in a list.</summary>
public sealed record RouteVersionRow(Guid Id, int No, string Sha256, string Note, string SavedAt, string SavedBy);

/// <summary>An organisation saves its own routes as a new version; the version is itself under approval, by the rule of <c>access.route.save</c>.</summary>
internal sealed class SaveRoutes(Store store, ApprovalRoutes routes, IPeople people, IEnumerable<EndpointDataSource> sources, IEnumerable<IWitness> witnesses, TimeProvider clock)
{
    private static readonly TableShape Rows = new(
        "access_route", TableShape.Text("id"), TableShape.Text("owner_id"), TableShape.Int("no"), TableShape.Text("text"), TableShape.Text("sha256"), TableShape.Text("note"), TableShape.Long("saved_at"), TableShape.Text("saved_by"));

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/approvals/routes", (BodyOf<SaveRoutesRequest> body, HttpContext context, SaveRoutes door) => door.Answer(body, context))
        .WithName("saveApprovalRoutes").Act("access.route.save").WithSummary("Save the organisation's own approval routes as a new version").Produces<RouteVersionRow>(201).Produces<ApprovalTicket>(202).ProducesProblem(409).ProducesProblem(422);

    private async Task<IResult> Answer(BodyOf<SaveRoutesRequest> body, HttpContext context)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await store.Commits.Once(RequestViewer.Of(context), body.Key, clock, work => Task.FromResult(Save(work, body.Value.Value)));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, SaveRefusals.StaleCode);
    }

    /// <summary>Saves it in a work on the commit queue.</summary>
    public Result<RouteVersionRow> Save(ZhirongContext work, SaveRoutesRequest request)
    {
        var faults = Faults(work, request).ToList();
        if (faults.Count > 0)
        {
            return Result<RouteVersionRow>.Refused(faults);
        }

        work.Session.Alone($"routes {work.Viewer.Organisation:D}");
        var newest = work.Session.First("SELECT no FROM access_route WHERE owner_id = @p0 ORDER BY no DESC LIMIT 1", row => row.Int(0), RowValues.Of(work.Viewer.Organisation));
        if (newest != request.BaseNo)
        {
            return SaveRefusals.Stale(request.BaseNo, newest);
        }

        var saved = new RouteVersionRow(
            Guid.CreateVersion7(clock.GetUtcNow()), newest + 1, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Text))), request.Note.Trim(), Instant.Text(Instant.Now(clock)), work.Viewer.Person);
        work.Session.Insert(new RowSet(Rows).Add(RowValues.Of(saved.Id), RowValues.Of(work.Viewer.Organisation), saved.No, request.Text, saved.Sha256, saved.Note, Instant.Now(clock), saved.SavedBy));
        foreach (var witness in witnesses)
        {
            witness.Record(work, "RoutesSaved", "routes", RowValues.Of(saved.Id), new JsonObject { ["no"] = saved.No, ["sha256"] = saved.Sha256 });
        }

        return saved;
    }

    /// <summary>What the file says, then whether its acts and roles exist and what must be approved still is.</summary>
    public IEnumerable<Refusal> Faults(ZhirongContext work, SaveRoutesRequest request)
    {
        if (request.Note.Trim().Length is 0 or > 500)
        {
            yield return SaveRefusals.Note(request.Note.Length);
        }

        var set = RouteReader.Read(Encoding.UTF8.GetBytes(request.Text));
        foreach (var refusal in set.Ok ? Against(work, set.Value) : set.Refusals)
        {
            yield return refusal;
        }
    }

    private IEnumerable<Refusal> Against(ZhirongContext work, RouteSet set)
    {
        var acts = sources.SelectMany(source => source.Endpoints).Select(e => e.Metadata.GetMetadata<ActOf>()).OfType<ActOf>().Where(act => act.Writes).Select(act => act.Code).ToHashSet(StringComparer.Ordinal);
        var floors = routes.Shipped.SelectMany(shipped => shipped.Rules).Where(rule => rule.Floor).Select(rule => rule.Act).ToHashSet(StringComparer.Ordinal);
        return RouteChecks.Against(set, acts, role => people.RoleTitle(work.Session, work.Viewer.Organisation, role) is not null, floors);
    }
}

/// <summary>The numbered refusals of saving routes beyond those of the file.</summary>
internal static class SaveRefusals
{
    public const string StaleCode = "APV-0602";

    public static Refusal Note(int found) => Model.ApprovalRefusals.Make("APV-0601", "note", $"{found}", new("1 到 500 个字符", "1 to 500 characters"), new("请写明改动与理由", "Say what was changed and why"));

    public static Refusal Stale(int given, int stands) => Model.ApprovalRefusals.Make(StaleCode, "baseNo", $"{given}", Words.Same($"{stands}"), new("审批路径已有新版本", "There is a newer version of the routes"));
}
