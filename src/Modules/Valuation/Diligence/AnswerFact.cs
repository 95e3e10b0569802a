using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Diligence;

/// <param name="Subject">right or firm.</param>
/// <param name="Fact">A fact of the checklist of that scope.</param>
/// <param name="Value">A word of the fact, a decimal, yes or no.</param>
/// <param name="Source">The document that shows it.</param>
/// <param name="SourceDate">The day the document stands at; not after today.</param>
/// <param name="HappenedOn">The day it happened, where that matters (an infringement): each day is answered for itself.</param>
public sealed record AnswerFactRequest(string Subject, Guid SubjectId, string Fact, string Value, string Source, DateOnly SourceDate, DateOnly? HappenedOn = null, string? Note = null);

/// <summary>答复待核实事项: a person says what the register does not know, with source and date; a later answer stands in its place.</summary>
internal static class AnswerFact
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/diligence/answers", Answer).WithName("answerFact").WithSummary("State a fact of a right or a firm with its source").Produces<FactAnswer>(201).ProducesProblem(422).Act("valuation.diligence.answer");
        api.MapGet("/diligence/answers", List).WithName("listFactAnswers").WithSummary("What people stated of a right or a firm, the newest first").Produces<PageOf<FactAnswer>>().Reads("valuation");
    }

    private static async Task<IResult> Answer(BodyOf<AnswerFactRequest> body, HttpContext context, DiligenceDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, asked) = (new ValuationForm(), body.Value.Value);
        var subject = form.Word("subject", asked.Subject, ["right", "firm"]);
        var (source, note) = (form.Text("source", asked.Source, 200), form.Text("note", asked.Note, 1000, required: false));
        form.Day("sourceDate", asked.SourceDate);
        if (asked.SourceDate > desk.Room.Today || asked.HappenedOn > desk.Room.Today)
        {
            form.Faults.Add(DiligenceRoomRefusals.SourceAhead(RowValues.Of(asked.SourceDate > desk.Room.Today ? asked.SourceDate : asked.HappenedOn!.Value), RowValues.Of(desk.Room.Today)));
        }

        var value = Value(form, desk.List, subject == "firm", asked);
        await using (var read = desk.Room.Store.Read(RequestViewer.Of(context)))
        {
            if (subject == "firm" && desk.Room.Rights.Firm(read, asked.SubjectId) is null)
            {
                form.Faults.Add(ValuationRefusals.Firm("subjectId", $"{asked.SubjectId}"));
            }
            else if (subject == "right" && desk.Room.Rights.Rows(read, [asked.SubjectId], desk.Room.Today).Count == 0)
            {
                form.Faults.Add(ValuationRefusals.Right("subjectId", $"{asked.SubjectId}"));
            }
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var (id, language) = (desk.Room.NewId(), RequestLanguage.Of(context));
        var written = await desk.Room.Store.Commits.Once<FactAnswer>(RequestViewer.Of(context), body.Key, desk.Room.Clock, async work =>
        {
            var answer = new DiligenceAnswer
            {
                Id = id,
                OwnerId = work.Viewer.Organisation,
                Subject = subject!,
                SubjectId = asked.SubjectId,
                Fact = asked.Fact,
                Value = value,
                HappenedOn = asked.HappenedOn,
                Source = source,
                SourceDate = asked.SourceDate,
                Note = note,
                At = Instant.Now(desk.Room.Clock),
                By = work.Viewer.Person,
            };
            work.Add(answer);
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, answer.OwnerId, Said(answer), desk.Room.Clock)]);
            return View(answer, desk.List, stands: true, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static string Value(ValuationForm form, Checklist list, bool ofFirm, AnswerFactRequest asked)
    {
        var names = list.Facts.Where(f => f.OfFirm == ofFirm).Select(f => f.Name).ToList();
        if (list.Fact(asked.Fact ?? "") is not { } fact || fact.OfFirm != ofFirm)
        {
            form.Faults.Add(DiligenceRoomRefusals.UnknownFact(asked.Fact ?? "—", FieldRefusals.Nearest(asked.Fact ?? "", names) ?? string.Join(" | ", names)));
            return "";
        }

        var value = asked.Value?.Trim() ?? "";
        if (fact.Shape == FactShape.Number ? !FieldReader.TryNumber(value, out _) : !fact.Words.Contains(value))
        {
            form.Faults.Add(DiligenceRoomRefusals.Value(value.Length == 0 ? "—" : value, fact.Shape == FactShape.Number ? "0.00" : string.Join(" | ", fact.Words)));
        }

        return value;
    }

    private static async Task<IResult> List(HttpContext context, DiligenceDesk desk, Guid subject, int? page, int? pageSize)
    {
        await using var read = desk.Room.Store.Read(RequestViewer.Of(context));
        var (wanted, language) = (PageRequest.Of(page, pageSize), RequestLanguage.Of(context));
        var found = read.Set<DiligenceAnswer>().Where(a => a.SubjectId == subject);
        var standing = FactAnswers.Standing(read, [subject], DateOnly.MaxValue)[subject].Select(a => a.Id).ToHashSet();
        var items = await found.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<FactAnswer>([.. items.Select(a => View(a, desk.List, standing.Contains(a.Id), language))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static FactAnswer View(DiligenceAnswer a, Checklist list, bool stands, Language language) =>
        new(a.Id, a.Subject, a.SubjectId, a.Fact, list.Fact(a.Fact)?.Title.In(language) ?? a.Fact, a.Value, a.HappenedOn, a.Source, a.SourceDate, a.Note, Instant.Text(a.At), a.By, stands);

    private static Happening Said(DiligenceAnswer answer) => new("FactAnswered", answer.Subject, RowValues.Of(answer.SubjectId), new JsonObject
    {
        ["answer"] = RowValues.Of(answer.Id),
        ["fact"] = answer.Fact,
        ["happenedOn"] = answer.HappenedOn is { } day ? RowValues.Of(day) : null,
        ["source"] = answer.Source,
        ["sourceDate"] = RowValues.Of(answer.SourceDate),
        ["value"] = answer.Value,
    });
}
