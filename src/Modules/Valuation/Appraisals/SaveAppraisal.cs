using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <param name="FirmId">The register's firm; left out for a group of rights outside the register.</param>
/// <param name="Request"><c>zhirong/value-request/v1</c>; the id of a right is the register's where it has one.</param>
/// <param name="Reason">Why it is kept.</param>
public sealed record CreateAppraisalRequest(string Name, JsonNode Request, string Reason, Guid? FirmId = null);

/// <param name="From">The version the change started from.</param>
/// <param name="Name">Left out to keep the name.</param>
public sealed record ChangeAppraisalRequest(int From, JsonNode Request, string Reason, string? Name = null);

/// <summary>保存价值分析: keeps a request with its result, or a further version of it.</summary>
internal static class SaveAppraisal
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/appraisals", Create).WithName("saveAppraisal").WithSummary("Keep an appraisal with its first version").Produces<AppraisalDetail>(201).ProducesProblem(422).Act("valuation.appraisal.save");
        api.MapPut("/appraisals/{id:guid}", Change).WithName("changeAppraisal").WithSummary("Save a further version; 409 when another was saved meanwhile").Produces<AppraisalDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("valuation.appraisal.change");
    }

    private static async Task<IResult> Create(BodyOf<CreateAppraisalRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, viewer) = (new ValuationForm(), body.Value.Value, RequestViewer.Of(context));
        var name = form.Text("name", request.Name, 200);
        var ready = await Ready(form, request.Request, request.Reason, request.FirmId, viewer, desk);
        if (!ready.Ok)
        {
            return Problems.Of(context, ready.Refusals);
        }

        var language = RequestLanguage.Of(context);
        var written = await desk.Store.Commits.Once<AppraisalDetail>(viewer, body.Key, desk.Clock, async work =>
        {
            var (row, version) = await AppraisalWriting.Open(work, desk.NewId(), name, ready.Value.Computed, ready.Value.Links, request.Reason.Trim(), desk.Clock);
            return OpenAppraisal.Detail(work, row, version, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Change(Guid id, BodyOf<ChangeAppraisalRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, viewer, language) = (new ValuationForm(), body.Value.Value, RequestViewer.Of(context), RequestLanguage.Of(context));
        var name = form.Text("name", request.Name, 200, required: false);
        Guid? firm;
        await using (var read = desk.Store.Read(viewer))
        {
            if (await read.Set<Appraisal>().SingleOrDefaultAsync(a => a.Id == id) is not { } seen)
            {
                return OpenAppraisal.Unknown(context, id);
            }

            firm = seen.FirmId;
        }

        var ready = await Ready(form, request.Request, request.Reason, firm, viewer, desk);
        if (!ready.Ok)
        {
            return Problems.Of(context, ready.Refusals);
        }

        var written = await desk.Store.Commits.Once<AppraisalDetail>(viewer, body.Key, desk.Clock, async work =>
        {
            if (await work.Set<Appraisal>().SingleOrDefaultAsync(a => a.Id == id) is not { } appraisal)
            {
                return OpenAppraisal.Missing(work, id);
            }

            if (appraisal.Version != request.From)
            {
                return ValuationRefusals.Stale(request.From, appraisal.Version, appraisal.ChangedBy);
            }

            appraisal.Name = name.Length == 0 ? appraisal.Name : name;
            var version = await AppraisalWriting.Add(work, appraisal, ready.Value.Computed, ready.Value.Links, request.Reason.Trim(), desk.Clock);
            return OpenAppraisal.Detail(work, appraisal, version, language);
        });
        return written.Refusals is [{ Code: ValuationRefusals.StaleCode } stale] ? await Conflict(context, desk, id, request.From, stale) : Answers.Written(context, written, body.Key);
    }

    private sealed record Prepared(Computed Computed, RegisterLinks Links);

    /// <summary>Everything that can be done before the commit queue: the form, the calculation, the register.</summary>
    private static async Task<Result<Prepared>> Ready(ValuationForm form, JsonNode request, string reason, Guid? firm, Viewer viewer, ValuationDesk desk)
    {
        if (reason.Trim().Length is 0 or > 500)
        {
            form.Faults.Add(ValuationRefusals.NeedsReason());
        }

        if (form.Faults.Count > 0)
        {
            return Result<Prepared>.Refused(form.Faults);
        }

        var computed = Computed.Of(request, desk.Parameters);
        if (!computed.Ok)
        {
            return Result<Prepared>.Refused(computed.Refusals);
        }

        await using var read = desk.Store.Read(viewer);
        var links = RegisterLinks.Read(read, desk, firm, computed.Value);
        return links.Ok ? new Prepared(computed.Value, links.Value) : Result<Prepared>.Refused(links.Refusals);
    }

    /// <summary>The other person's version and what it changed: the caller decides what to do with his own.</summary>
    private static async Task<IResult> Conflict(HttpContext context, ValuationDesk desk, Guid id, int from, Refusal stale)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var head = await read.Set<AppraisalVersion>().Where(v => v.AppraisalId == id).OrderByDescending(v => v.Number).FirstAsync();
        var start = await read.Set<AppraisalVersion>().SingleOrDefaultAsync(v => v.AppraisalId == id && v.Number == from);
        return Problems.Of(context, stale, StatusCodes.Status409Conflict, new StandingAppraisal(AppraisalVersionView.Of(head), RequestText.Element(head.Request), start is null ? [] : Changes(start.Request, head.Request)));
    }

    internal static IReadOnlyList<AppraisalChange> Changes(string before, string after)
    {
        var (old, now) = (DocReader.Read(before), DocReader.Read(after));
        return old.Ok && now.Ok ? [.. DocChanges.Between(old.Value, now.Value).Select(c => new AppraisalChange(c.Path, c.Before, c.After))] : [];
    }
}
