using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Applications;

/// <param name="Form">What is filled in so far.</param>
public sealed record DraftApplicationRequest(ApplicationForm Form);

/// <param name="BaseVersion">The version the change started from.</param>
public sealed record EditApplicationRequest(int BaseVersion, ApplicationForm Form);

/// <summary>起草与自动保存: begins an application, and keeps what is filled in of one that is open. Of two people who save one version the second is told what the first changed.</summary>
internal static class DraftApplication
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/lending/applications", Begin).WithName("draftApplication").WithSummary("Begin an application").Produces<ApplicationDetail>(201).ProducesProblem(422).Act("lending.application.draft");
        api.MapPut("/lending/applications/{id:guid}", Edit).WithName("editApplication").WithSummary("Keep what is filled in; 409 with the other's form when somebody saved meanwhile").Produces<ApplicationDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.application.edit");
    }

    private static async Task<IResult> Begin(BodyOf<DraftApplicationRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        return Answers.Written(context, await Draft(desk, RequestViewer.Of(context), body.Value.Value.Form, body.Key, RequestLanguage.Of(context)), body.Key, StatusCodes.Status201Created);
    }

    public static async Task<Written<ApplicationDetail>> Draft(Origination desk, Viewer viewer, ApplicationForm? filled, WriteKey? key, Language language)
    {
        var (form, asked) = (new LendingForm(), filled ?? new());
        asked.Drafted(form);
        string firm;
        await using (var read = desk.Lending.Store.Read(viewer))
        {
            firm = Firm(read, desk, asked, form);
        }

        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Lending.Store.Commits.Once<ApplicationDetail>(viewer, key, desk.Lending.Clock, async work =>
        {
            work.Session.Alone($"applications of {work.Viewer.Organisation}");
            var day = $"SQ{desk.Lending.Today:yyyyMMdd}-";
            var application = new LoanApplication
            {
                Id = desk.Lending.NewId(),
                OwnerId = work.Viewer.Organisation,
                Number = $"{day}{await work.Set<LoanApplication>().CountAsync(a => a.OwnerId == work.Viewer.Organisation && a.Number.StartsWith(day)) + 1:0000}",
                FirmName = "",
                Product = "",
                State = ApplicationStates.Draft,
                Waits = ApplicationStates.Waits(ApplicationStates.Draft),
                Form = "",
                Asked = "",
                Snapshot = 0,
                Assessment = 0,
                Outcome = "",
                Resolution = "",
                ChangedAt = 0,
                ChangedBy = "",
            };
            work.Add(application);
            Keep(work, desk, application, asked, firm);
            await work.SaveChangesAsync();
            EvidenceLeaves.Record(work, new("ApplicationDrafted", "loan_application", RowValues.Of(application.Id), new JsonObject { ["firm"] = application.FirmName, ["number"] = application.Number }), desk.Lending.Clock);
            return OpenApplication.Detail(work, application, language);
        });
    }

    private static async Task<IResult> Edit(Guid id, BodyOf<EditApplicationRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Save(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return written.Refusals is [{ Code: LendingRefusals.StaleCode } stale] ? await Conflict(context, desk, id, body.Value.Value.Form, stale) : Answers.Written(context, written, body.Key);
    }

    public static async Task<Written<ApplicationDetail>> Save(Origination desk, Viewer viewer, Guid id, EditApplicationRequest request, WriteKey? key, Language language)
    {
        var (form, asked) = (new LendingForm(), request.Form ?? new());
        asked.Drafted(form);
        string firm;
        await using (var read = desk.Lending.Store.Read(viewer))
        {
            firm = Firm(read, desk, asked, form);
        }

        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Lending.Store.Commits.Once<ApplicationDetail>(viewer, key, desk.Lending.Clock, async work =>
        {
            if (await work.Set<LoanApplication>().SingleOrDefaultAsync(a => a.Id == id) is not { } application)
            {
                return OpenApplication.Missing(work, id);
            }

            if (application.Version != request.BaseVersion)
            {
                return LendingRefusals.Stale(request.BaseVersion, application.Version);
            }

            if (!ApplicationStates.Open(application.State))
            {
                return OriginationRefusals.Step("edit", application.State);
            }

            Keep(work, desk, application, asked, firm);
            await work.SaveChangesAsync();
            return OpenApplication.Detail(work, application, language);
        });
    }

    /// <summary>The firm's name; refused where it is none the viewer may see.</summary>
    private static string Firm(ZhirongContext read, Origination desk, ApplicationForm asked, LendingForm form)
    {
        if (asked.FirmId is not { } id)
        {
            return "";
        }

        if (desk.Lending.Rights.Firm(read, id) is { } firm)
        {
            return firm.Firm.Name;
        }

        form.Faults.Add(OriginationRefusals.Firm($"{id}"));
        return "";
    }

    private static void Keep(ZhirongContext work, Origination desk, LoanApplication application, ApplicationForm asked, string firm)
    {
        (application.Form, application.FirmId, application.FirmName, application.Product) = (asked.Json(), asked.FirmId, firm, asked.Product?.Trim() ?? "");
        (application.AmountFen, application.Months) = (asked.Fen, asked.Months);
        (application.Version, application.ChangedAt, application.ChangedBy) = (application.Version + 1, Instant.Now(desk.Lending.Clock), work.Viewer.Person);
    }

    private static async Task<IResult> Conflict(HttpContext context, Origination desk, Guid id, ApplicationForm? sent, Refusal stale)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        var application = await read.Set<LoanApplication>().AsNoTracking().SingleAsync(a => a.Id == id);
        var (yours, theirs) = (DocReader.Read((sent ?? new()).Json()), DocReader.Read(application.Form));
        IReadOnlyList<FormDifference> differences = yours.Ok && theirs.Ok ? [.. DocChanges.Between(yours.Value, theirs.Value).Select(c => new FormDifference(c.Path, c.Before, c.After))] : [];
        return Problems.Of(context, stale, StatusCodes.Status409Conflict, new StandingApplication(ApplicationRow.Of(application, RequestLanguage.Of(context)), ApplicationForm.Read(application.Form), differences));
    }
}
