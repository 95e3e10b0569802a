using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <param name="From">Number of the text the change started from; 0 is the one shipped.</param>
/// <param name="Text"><c>zhirong/rubric/v1</c>; its id is the code, its version one not used yet. It counts from its <c>effective.from</c>, without one from the day it is approved.</param>
public sealed record SaveRubricRequest(int From, string Text, string Reason);

/// <summary>保存评分表: a further text of the organisation's own, approved by a second person, which counts from its first day on; the shipped one stays as it is.</summary>
internal static class SaveRubric
{
    private const int MostCharacters = 400_000;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/rubrics/{code}", Answer).WithName("saveRubric").WithSummary("Keep a text of one's own of a rubric; 409 when another was saved meanwhile").Produces<RubricDetail>(201).ProducesProblem(409).ProducesProblem(422).Act("valuation.rubric.save");

    private static async Task<IResult> Answer(string code, BodyOf<SaveRubricRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (request, language) = (body.Value.Value, RequestLanguage.Of(context));
        var read = Check(code, request);
        if (!read.Ok)
        {
            return Problems.Of(context, read.Refusals);
        }

        var written = await desk.Store.Commits.Once<RubricDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var own = await work.Set<OwnRubric>().SingleOrDefaultAsync(r => r.Code == code && r.OwnerId == work.Viewer.Organisation);
            var stands = own?.Version ?? 0;
            if (request.From != stands)
            {
                return ValuationRefusals.StaleRubric(request.From, stands, own?.ChangedBy ?? "—");
            }

            var (approved, today) = (Approved.By(context), desk.Today);
            if (RubricShelf.Of(work, desk).Any(r => r.Rubric.Name == read.Value.Name))
            {
                return ValuationRefusals.RubricVersion(read.Value.Version);
            }

            // An approval may come after the day it was asked for: the text then counts from the approval on.
            if (approved?.Approval is null && TooLate(read.Value, today) is { } late)
            {
                return late;
            }

            if (own is null)
            {
                own = new() { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Code = code, ChangedAt = 0, ChangedBy = "" };
                work.Add(own);
            }

            (own.Version, own.ChangedAt, own.ChangedBy) = (stands + 1, Instant.Now(desk.Clock), work.Viewer.Person);
            var text = new RubricText { RubricId = own.Id, Number = own.Version, Name = read.Value.Version, Text = request.Text, Hash = RequestText.Hash(request.Text), Parent = stands, Reason = request.Reason.Trim(), SavedAt = own.ChangedAt, SavedBy = own.ChangedBy, EffectiveFrom = read.Value.From > today ? read.Value.From : today, CheckedBy = string.Join("、", approved?.Deciders ?? []), ApprovalId = approved?.Approval };
            work.Add(text);
            await work.SaveChangesAsync();
            var content = new JsonObject { ["checkedBy"] = text.CheckedBy, ["code"] = code, ["effectiveFrom"] = RowValues.Of(text.EffectiveFrom.Value), ["number"] = text.Number, ["parent"] = text.Parent, ["reason"] = text.Reason, ["text"] = $"sha256:{text.Hash}", ["version"] = text.Name };
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, new("RubricSaved", "rubric", RowValues.Of(own.Id), content), desk.Clock)]);
            return OpenRubric.Detail(work, desk, code, text.Number, language)!;
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, ValuationRefusals.StaleRubricCode);
    }

    /// <summary>The same checks as the command line makes of a rubric file.</summary>
    internal static Result<Rubric> Check(string code, SaveRubricRequest request)
    {
        if (request.Reason.Trim().Length is 0 or > 500)
        {
            return ValuationRefusals.NeedsReason();
        }

        if (request.Text.Length > MostCharacters)
        {
            return ValuationRefusals.Text("text", $"{request.Text.Length}", MostCharacters);
        }

        var rubric = RubricReader.Read(Encoding.UTF8.GetBytes(request.Text));
        if (!rubric.Ok || rubric.Value.Id != code)
        {
            return rubric.Ok ? ValuationRefusals.RubricCode(rubric.Value.Id, code) : rubric;
        }

        List<Refusal> wrong = [.. RubricCheck.Of(rubric.Value).Where(f => f.Severity == Severity.Error)];
        return wrong.Count > 0 ? Result<Rubric>.Refused(wrong) : rubric;
    }

    /// <summary>A first day that has passed; null where there is none or it has not.</summary>
    public static Refusal? TooLate(Rubric rubric, DateOnly today) => rubric.From is { } from && from < today ? RubricRoomRefusals.FirstDayPassed(from, today) : null;
}
