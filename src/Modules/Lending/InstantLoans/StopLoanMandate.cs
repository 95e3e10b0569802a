using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <param name="Reason">1 to 500 characters.</param>
public sealed record StopMandateRequest(string Reason);

/// <param name="Reason">Why it may go on, 1 to 500 characters.</param>
public sealed record ReopenMandateRequest(string Reason, int BaseVersion);

/// <summary>
/// 熔断: one act of one person stops new decisions and every payout that is not out yet, of one mandate or of all; it asks for no version, so that
/// nothing stands in its way. Opening again takes a second person, and what was stopped stays stopped.
/// </summary>
internal static class StopLoanMandate
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/lending/mandates/stop", (BodyOf<StopMandateRequest> body, HttpContext context, InstantDesk desk) => Answer(null, body, context, desk)).WithName("stopAllLoanMandates").WithSummary("Stop all instant loans at once: new decisions and unpaid payouts").Produces<MandatesStopped>().ProducesProblem(422).Act("lending.mandate.stop");
        api.MapPost("/lending/mandates/{id:guid}/stop", (Guid id, BodyOf<StopMandateRequest> body, HttpContext context, InstantDesk desk) => Answer(id, body, context, desk)).WithName("stopLoanMandate").WithSummary("Stop a mandate at once: new decisions and unpaid payouts").Produces<MandatesStopped>().ProducesProblem(404).ProducesProblem(422).Act("lending.mandate.stop");
        api.MapPost("/lending/mandates/{id:guid}/reopen", Reopened).WithName("reopenLoanMandate").WithSummary("Let a stopped mandate go on; it waits for a second person").Produces<MandateDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.mandate.reopen");
    }

    private static async Task<IResult> Answer(Guid? id, BodyOf<StopMandateRequest> body, HttpContext context, InstantDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Stop(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key);
        return Answers.Written(context, written, body.Key);
    }

    public static async Task<Written<MandatesStopped>> Stop(InstantDesk desk, Viewer viewer, Guid? id, StopMandateRequest request, WriteKey? key)
    {
        var form = new LendingForm();
        var reason = form.Text("reason", request.Reason, 500);
        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<MandatesStopped>(viewer, key, desk.Clock, async work =>
        {
            var found = await work.Set<LoanMandate>().Where(m => id == null ? m.State == InstantStates.Active && m.OwnerId == work.Viewer.Organisation : m.Id == id).OrderBy(m => m.Id).ToListAsync();
            if (id is { } wanted && found.Count == 0)
            {
                return OpenLoanMandate.Missing(work, wanted);
            }

            var (offers, fen, stopped) = (0, 0L, 0);
            foreach (var mandate in found)
            {
                work.Session.Alone(InstantDesk.Lock(mandate.Id));
                stopped += mandate.State == InstantStates.Active ? 1 : 0;
                var done = await One(work, desk, mandate, reason);
                (offers, fen) = (offers + done.Offers, fen + done.Fen);
            }

            return new MandatesStopped(stopped, offers, Money.FenText(fen));
        });
    }

    private static async Task<(int Offers, long Fen)> One(ZhirongContext work, InstantDesk desk, LoanMandate mandate, string reason)
    {
        (mandate.State, mandate.Because, mandate.StoppedBy, mandate.StoppedAt) = (InstantStates.Stopped, reason, work.Viewer.Person, Instant.Now(desk.Clock));
        (mandate.Version, mandate.ChangedAt, mandate.ChangedBy) = (mandate.Version + 1, Instant.Now(desk.Clock), work.Viewer.Person);
        await work.SaveChangesAsync();
        var (offers, fen) = work.Session.First("SELECT count(*), coalesce(sum(amount_fen), 0) FROM len_instant WHERE mandate_id = @p0 AND state = 'offered'", row => (row.Int(0), row.Long(1)), RowValues.Of(mandate.Id));
        work.Session.Execute("UPDATE len_instant SET state = 'stopped', version = version + 1, changed_at = @p0 WHERE mandate_id = @p1 AND state = 'offered'", mandate.ChangedAt, RowValues.Of(mandate.Id));
        var content = new JsonObject { ["amount"] = Money.FenText(fen), ["code"] = mandate.Code, ["offers"] = offers, ["reason"] = reason };
        EvidenceLeaves.Record(work, new("LoanMandateStopped", "mandate", RowValues.Of(mandate.Id), content), desk.Clock);
        OutboxEvents.Publish(work, "LoanMandateStopped", "mandate", RowValues.Of(mandate.Id), content.ToJsonString(), desk.Clock);
        return (offers, fen);
    }

    private static async Task<IResult> Reopened(Guid id, BodyOf<ReopenMandateRequest> body, HttpContext context, InstantDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Reopen(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }

    public static async Task<Written<MandateDetail>> Reopen(InstantDesk desk, Viewer viewer, Guid id, ReopenMandateRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var reason = form.Text("reason", request.Reason, 500);
        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<MandateDetail>(viewer, key, desk.Clock, async work =>
        {
            work.Session.Alone(InstantDesk.Lock(id));
            if (await work.Set<LoanMandate>().SingleOrDefaultAsync(m => m.Id == id) is not { } mandate)
            {
                return OpenLoanMandate.Missing(work, id);
            }

            if (Against(mandate, request) is { } refusal)
            {
                return refusal;
            }

            (mandate.State, mandate.Because, mandate.StoppedBy, mandate.StoppedAt) = (InstantStates.Active, "", "", null);
            (mandate.Version, mandate.ChangedAt, mandate.ChangedBy) = (mandate.Version + 1, Instant.Now(desk.Clock), work.Viewer.Person);
            await work.SaveChangesAsync();
            EvidenceLeaves.Record(work, new("LoanMandateReopened", "mandate", RowValues.Of(id), new JsonObject { ["code"] = mandate.Code, ["reason"] = reason }), desk.Clock);
            return OpenLoanMandate.Detail(work, desk, mandate, language);
        });
    }

    /// <summary>Why a mandate is not opened again.</summary>
    public static Refusal? Against(LoanMandate mandate, ReopenMandateRequest request) =>
        mandate.Version != request.BaseVersion ? LendingRefusals.Stale(request.BaseVersion, mandate.Version)
        : mandate.State != InstantStates.Stopped ? InstantRefusals.MandateState(mandate.State, InstantStates.Stopped)
        : null;
}
