using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Papers.Own;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Papers;

/// <param name="About"><c>loan_application</c>, <c>facility</c>, <c>pledge</c>, <c>loan</c> or <c>loan_file</c>, the file of a loan.</param>
/// <param name="Id">Of it.</param>
/// <param name="Template">Id of the document.</param>
public sealed record MakePaperRequest(string About, Guid Id, string Template);

/// <summary>生成文件: freezes record and template as the next version of a document; where neither has changed since, the newest version is the answer.</summary>
internal static class MakePaper
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/papers", Answer).WithName("makeLoanPaper").WithSummary("Make a document of an application, a line, a pledge or a loan; the newest version where nothing has changed").Produces<LoanPaperList>(201).ProducesProblem(404).ProducesProblem(422).Act("lending.paper.make");

    private static async Task<IResult> Answer(BodyOf<MakePaperRequest> body, HttpContext context, PaperDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        return Answers.Written(context, await Make(desk, RequestViewer.Of(context), body.Value.Value, body.Key, RequestLanguage.Of(context)), body.Key, StatusCodes.Status201Created);
    }

    public static async Task<Written<LoanPaperList>> Make(PaperDesk desk, Viewer viewer, MakePaperRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        if (form.Word("about", request.About, PaperSubjects.Kinds).Length == 0 || form.Faults.Count > 0)
        {
            return new() { Refusals = form.Faults };
        }

        return await desk.Lending.Store.Commits.Once<LoanPaperList>(viewer, key, desk.Lending.Clock, async work =>
        {
            var templates = TemplateShelf.InForce(work, desk.Shelf, request.About, desk.Lending.Today);
            if (templates.FirstOrDefault(t => t.Template.Id == request.Template) is not { } template)
            {
                return PaperRefusals.Template(request.Template, templates.Select(t => t.Template.Id));
            }

            if (desk.Record(work, request.About, request.Id) is not { } record)
            {
                return PaperDesk.Missing(work, request.About, request.Id);
            }

            if (!record.Ok)
            {
                return Result<LoanPaperList>.Refused(record.Refusals);
            }

            await Keep(work, desk, request, template, CanonicalText.Of(record.Value));
            return OpenPaper.Of(work, desk, request.About, request.Id, language)!.Value;
        });
    }

    private static async Task Keep(ZhirongContext work, PaperDesk desk, MakePaperRequest request, ShelvedTemplate template, string record)
    {
        var newest = await work.Set<LoanPaper>().Where(p => p.AboutId == request.Id && p.Template == request.Template).OrderByDescending(p => p.N).AsNoTracking().FirstOrDefaultAsync();
        var hash = CanonicalText.Hash(record);
        if (newest is not null && newest.RecordHash == hash && newest.TemplateHash == template.Hash)
        {
            return;
        }

        var (id, n) = (desk.Lending.NewId(), (newest?.N ?? 0) + 1);
        var evidence = EvidenceLeaves.Record(work, new("LoanPaperMade", PaperSubjects.Of(request.About).Root, RowValues.Of(request.Id), new JsonObject { ["paper"] = RowValues.Of(id), ["record"] = $"sha256:{hash}", ["template"] = request.Template, ["text"] = $"sha256:{template.Hash}", ["version"] = n }), desk.Lending.Clock);
        work.Add(new LoanPaper
        {
            Id = id,
            OwnerId = work.Viewer.Organisation,
            About = request.About,
            AboutId = request.Id,
            Template = request.Template,
            N = n,
            TemplateVersion = template.Template.Version,
            TemplateText = template.Text,
            TemplateHash = template.Hash,
            Record = record,
            RecordHash = hash,
            AsOf = desk.Lending.Today,
            EvidenceId = evidence,
            At = Instant.Now(desk.Lending.Clock),
            By = work.Viewer.Person,
        });
        await work.SaveChangesAsync();
    }
}
