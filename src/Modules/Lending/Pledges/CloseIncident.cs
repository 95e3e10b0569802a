using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Pledges;

/// <param name="Note">What was done about it.</param>
public sealed record CloseIncidentRequest(string Note, int BaseVersion);

/// <summary>处置质押事件: incidents that are open, and saying what was done about one.</summary>
internal static class CloseIncident
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/pledges/incidents", List).WithName("listIncidents").WithSummary("Pledges that were lost: open ones first").Produces<PageOf<IncidentView>>().Reads("lending");
        api.MapPost("/pledges/incidents/{incident:guid}/close", Answer).WithName("closeIncident").WithSummary("Say what was done about an incident").Produces<IncidentView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.incident.close");
    }

    private static async Task<IResult> List(HttpContext context, LendingDesk desk, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, language) = (PageRequest.Of(page, pageSize), RequestLanguage.Of(context));
        var rows = await read.Set<PledgeIncident>().OrderByDescending(i => i.Open).ThenByDescending(i => i.At).ThenBy(i => i.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<IncidentView>([.. rows.Select(i => IncidentView.Of(i, language))], await read.Set<PledgeIncident>().CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> Answer(Guid incident, BodyOf<CloseIncidentRequest> body, HttpContext context, LendingDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new LendingForm(), body.Value.Value, RequestLanguage.Of(context));
        var note = form.Text("note", request.Note, 1_000);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<IncidentView>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await work.Set<PledgeIncident>().SingleOrDefaultAsync(i => i.Id == incident) is not { } row)
            {
                return work.Reads("incident", incident) ? StorageRefusals.SharedToRead("incidents", $"{incident}") : WebRefusals.NotFound("incidents", $"{incident}");
            }

            if (row.Version != request.BaseVersion)
            {
                return LendingRefusals.Stale(request.BaseVersion, row.Version);
            }

            (row.Open, row.Note, row.ClosedBy, row.Version) = (0, note, work.Viewer.Person, row.Version + 1);
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, row.OwnerId, new("PledgeIncidentClosed", "pledge", RowValues.Of(row.PledgeId), new JsonObject { ["incident"] = RowValues.Of(row.Id), ["note"] = note }), desk.Clock)]);
            return IncidentView.Of(row, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }
}
