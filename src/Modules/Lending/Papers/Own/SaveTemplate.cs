using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.CreditPolicies;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Papers.Own;

/// <param name="From">Number of the newest version, which the change started from; 0 where none of one's own is there yet.</param>
/// <param name="Text"><c>zhirong/loan-document/v1</c>; its id is the code, its version one not used yet, and it says from when it stands.</param>
public sealed record SaveTemplateRequest(string Code, int From, string Text, string Reason);

/// <summary>保存文件模板版本: a further version of a template, by which documents are made from its first day on; what was made keeps the text it was made by. Who wrote it and who approved it are kept with it.</summary>
internal static class SaveTemplate
{
    public const string Act = "lending.template.save";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/paper-templates", Answer).WithName("savePaperTemplate").WithSummary("Keep a version of a template of documents; 409 when another was saved meanwhile").Produces<TemplateDetail>(201).ProducesProblem(409).ProducesProblem(422).Act(Act);

    private static async Task<IResult> Answer(BodyOf<SaveTemplateRequest> body, HttpContext context, PaperDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Save(desk, RequestViewer.Of(context), body.Value.Value, Approved.By(context), body.Key, RequestLanguage.Of(context));
        return written.Refusals is [{ Code: LendingRefusals.StaleCode }] stale
            ? Problems.Of(context, stale, StatusCodes.Status409Conflict, await Theirs(desk, context, body.Value.Value))
            : Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    /// <summary>What was saved meanwhile, so that nothing of either is lost.</summary>
    public static async Task<StandingTemplate?> Theirs(PaperDesk desk, HttpContext context, SaveTemplateRequest request)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        return Theirs(read, desk, request);
    }

    public static StandingTemplate? Theirs(ZhirongContext read, PaperDesk desk, SaveTemplateRequest request)
    {
        var texts = TemplateShelf.Of(read, desk.Shelf, request.Code);
        var (newest, before) = (texts.Count > 0 ? texts[^1] : null, texts.LastOrDefault(t => t.Number == request.From));
        return newest?.Kept is not { } kept ? null : new(newest.Number, kept.Name, kept.Text, kept.SavedBy, Instant.Text(kept.SavedAt), kept.Reason, before is null ? [] : ExaminePolicy.Changes(before.Shelved.Text, kept.Text));
    }

    public static async Task<Written<TemplateDetail>> Save(PaperDesk desk, Viewer viewer, SaveTemplateRequest request, ApprovedBy? approved, WriteKey? key, Language language)
    {
        var ready = Check(request);
        return !ready.Ok ? new() { Refusals = ready.Refusals } : await desk.Lending.Store.Commits.Once<TemplateDetail>(viewer, key, desk.Lending.Clock, async work =>
        {
            var kept = await Keep(work, desk, request, ready.Value, approved);
            return kept.Ok ? OpenTemplate.Detail(work, desk, request.Code, kept.Value.Number, language)! : Result<TemplateDetail>.Refused(kept.Refusals);
        });
    }

    /// <summary>What can be said of the text before it is kept: the same as the analysis shows while it is written.</summary>
    public static Result<ShelvedTemplate> Check(SaveTemplateRequest request)
    {
        var form = new LendingForm();
        form.Text("code", request.Code, 80);
        form.Text("reason", request.Reason, 500);
        var made = form.Faults.Count > 0 ? Result<ShelvedTemplate>.Refused(form.Faults) : ExamineTemplate.Read(request.Text);
        return made.Ok && made.Value.Template.Id != request.Code ? TemplateRefusals.Code(made.Value.Template.Id, request.Code) : made;
    }

    /// <summary>How a version stands to the others: started from the newest, another version number, of the same kind of record, something changed, a first day that has not passed.</summary>
    public static Refusal? Against(IReadOnlyList<NumberedTemplate> texts, SaveTemplateRequest request, ShelvedTemplate made, DateOnly? today)
    {
        var (template, newest) = (made.Template, texts.Count > 0 ? texts[^1] : null);
        return request.From != (newest?.Number ?? 0) ? LendingRefusals.Stale(request.From, newest?.Number ?? 0)
            : texts.Any(t => t.Shelved.Template.Version == template.Version) ? TemplateRefusals.Version(template.Version)
            : newest is not null && newest.Shelved.Template.About != template.About ? TemplateRefusals.About(template.About, newest.Shelved.Template.About)
            : newest is not null && !ExamineTemplate.Differs(newest.Shelved.Text, made.Text) ? TemplateRefusals.Unchanged(template.Version)
            : template.From is not { } from || from < today ? TemplateRefusals.Start(template.From is { } day ? $"{day:yyyy-MM-dd}" : "—", today ?? default)
            : null;
    }

    private static async Task<Result<TemplateText>> Keep(ZhirongContext work, PaperDesk desk, SaveTemplateRequest request, ShelvedTemplate made, ApprovedBy? approved)
    {
        // An approval may come after the day it was asked for: the version then stands from the approval on, and says so by its date.
        var texts = TemplateShelf.Of(work, desk.Shelf, request.Code);
        if (Against(texts, request, made, approved?.Approval is null ? desk.Lending.Today : null) is { } refusal)
        {
            return refusal;
        }

        var own = await work.Set<OwnTemplate>().SingleOrDefaultAsync(p => p.Code == request.Code && p.OwnerId == work.Viewer.Organisation);
        if (own is null)
        {
            own = new() { Id = desk.Lending.NewId(), OwnerId = work.Viewer.Organisation, Code = request.Code, ChangedAt = 0, ChangedBy = "" };
            work.Add(own);
        }

        var (template, today) = (made.Template, desk.Lending.Today);
        (own.Version, own.ChangedAt, own.ChangedBy) = (own.Version + 1, Instant.Now(desk.Lending.Clock), work.Viewer.Person);
        var text = new TemplateText
        {
            TemplateId = own.Id,
            Number = own.Version,
            Name = template.Version,
            Text = made.Text,
            Hash = made.Hash,
            Parent = request.From,
            ParentHash = texts.Count > 0 ? texts[^1].Shelved.Hash : "",
            EffectiveFrom = template.From!.Value < today ? today : template.From.Value,
            EffectiveTo = template.Until,
            Reason = request.Reason.Trim(),
            SavedAt = own.ChangedAt,
            SavedBy = own.ChangedBy,
            CheckedBy = string.Join("、", approved?.Deciders ?? []),
            ApprovalId = approved?.Approval,
        };
        work.Add(text);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("PaperTemplateSaved", "paper_template", RowValues.Of(own.Id), new JsonObject { ["checkedBy"] = text.CheckedBy, ["code"] = own.Code, ["effectiveFrom"] = RowValues.Of(text.EffectiveFrom), ["number"] = text.Number, ["parent"] = text.ParentHash, ["reason"] = text.Reason, ["template"] = text.Hash, ["version"] = text.Name }), desk.Lending.Clock);
        return text;
    }
}
