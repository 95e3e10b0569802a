using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Diligence;

/// <param name="FirmId">Whose rights; left out where the rights chosen have one holder.</param>
/// <param name="RightIds">Left out for those of the appraisal, else all of the firm's.</param>
/// <param name="Day">Everything is asked as it was on it; not after today.</param>
/// <param name="Purpose">pledge, transfer, balance_sheet, securitization.</param>
/// <param name="AppraisalId">Its newest parts are what findings lower.</param>
public sealed record DiligenceRequest(DateOnly Day, string Purpose, Guid? FirmId = null, IReadOnlyList<Guid>? RightIds = null, Guid? AppraisalId = null);

/// <summary>开展尽职调查: answers the checklist from the register and from people, and keeps it.</summary>
internal static class MakeDiligence
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/diligence/calculate", Calculate).WithName("calculateDiligence").WithSummary("Answer the checklist from what is known; nothing is kept").Produces<DiligenceCalculated>().ProducesProblem(422).Reads("valuation");
        api.MapPost("/diligence", Make).WithName("makeDiligence").WithSummary("Answer the checklist from what is known and keep it").Produces<DiligenceDetail>(201).ProducesProblem(422).Act("valuation.diligence.make");
    }

    private static async Task<IResult> Calculate(BodyOf<DiligenceRequest> body, HttpContext context, DiligenceDesk desk)
    {
        var made = await Answered(body, context, desk);
        return made.Ok
            ? Results.Json(new DiligenceCalculated(RequestText.Element(made.Value.Request), RequestText.Element(RequestLanguage.Of(context) == Language.En ? made.Value.ResultEn : made.Value.ResultZh)), WebJson.Options)
            : Problems.Of(context, made.Refusals);
    }

    private static async Task<IResult> Make(BodyOf<DiligenceRequest> body, HttpContext context, DiligenceDesk desk)
    {
        var made = await Answered(body, context, desk);
        if (!made.Ok)
        {
            return Problems.Of(context, made.Refusals);
        }

        var (id, language) = (desk.Room.NewId(), RequestLanguage.Of(context));
        var written = await desk.Room.Store.Commits.Once<DiligenceDetail>(RequestViewer.Of(context), body.Key, desk.Room.Clock, async work =>
        {
            var file = await Keep(work, id, made.Value, desk.Room.Clock);
            return OpenDiligence.Detail(work, file, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<Result<Examined>> Answered(BodyOf<DiligenceRequest> body, HttpContext context, DiligenceDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Result<Examined>.Refused(body.Value.Refusals);
        }

        var (form, request) = (new ValuationForm(), body.Value.Value);
        form.Day("day", request.Day);
        form.Word("purpose", request.Purpose, DiligenceWords.Purposes);
        if (request.Day > desk.Room.Today)
        {
            form.Faults.Add(DiligenceRoomRefusals.DayAhead(RowValues.Of(request.Day), RowValues.Of(desk.Room.Today)));
        }

        if (request.FirmId is null && request.AppraisalId is null && request.RightIds is not { Count: > 0 })
        {
            form.Faults.Add(DiligenceRoomRefusals.NeedsSubject());
        }

        if (form.Faults.Count > 0)
        {
            return Result<Examined>.Refused(form.Faults);
        }

        await using var read = desk.Room.Store.Read(RequestViewer.Of(context));
        return CaseDraft.Of(read, desk, new(request.FirmId, request.RightIds, request.Day, request.Purpose, request.AppraisalId));
    }

    /// <summary>Writes it with its rights and its evidence.</summary>
    internal static async Task<DiligenceFile> Keep(ZhirongContext work, Guid id, Examined made, TimeProvider clock)
    {
        var (order, tally) = (made.Order, made.Result.Tally);
        var file = new DiligenceFile
        {
            Id = id,
            OwnerId = work.Viewer.Organisation,
            FirmId = made.Firm,
            FirmName = made.FirmName,
            Day = order.Day,
            Purpose = order.Purpose,
            Checklist = made.Result.Checklist.Name,
            Engine = ValuationDesk.Engine,
            PreviousId = made.Firm is null ? null : await work.Set<DiligenceFile>().Where(f => f.FirmId == made.Firm && f.Purpose == order.Purpose && f.OwnerId == work.Viewer.Organisation).OrderByDescending(f => f.MadeAt).ThenByDescending(f => f.Id).Select(f => (Guid?)f.Id).FirstOrDefaultAsync(),
            AppraisalId = order.Appraisal,
            Rights = made.Result.Rights.Count,
            Items = tally.Items,
            Fatal = tally.Fatal,
            Major = tally.Major,
            Minor = tally.Minor,
            Unknown = tally.Unknown,
            Answer = Conclusion.AnswerWords[(int)made.Result.Conclusion.Answer],
            BeforeFen = made.Result.Effects?.Before.Fen,
            AfterFen = made.Result.Effects?.After.Fen,
            Request = made.Request,
            InputHash = made.Hash,
            ResultZh = made.ResultZh,
            ResultEn = made.ResultEn,
            MadeAt = Instant.Now(clock),
            MadeBy = work.Viewer.Person,
        };
        work.Add(file);
        foreach (var (n, (right, counts, conclusion)) in made.Result.Rights.Index())
        {
            work.Add(new DiligenceRight
            {
                DiligenceId = id,
                N = n,
                RightId = Guid.ParseExact(right.Id, "D"),
                RightNumber = right.Number,
                Answer = Conclusion.AnswerWords[(int)conclusion.Answer],
                Factor = (long)Rounding.Decimals(made.Factors.Lines[n].Factor * RightFactors.Scale, 0),
                Fatal = counts.Fatal,
                Major = counts.Major,
                Minor = counts.Minor,
                Unknown = counts.Unknown,
            });
        }

        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, file.OwnerId, Made(file), clock)]);
        return file;
    }

    private static Happening Made(DiligenceFile file) => new("DiligenceMade", "diligence", RowValues.Of(file.Id), new JsonObject
    {
        ["answer"] = file.Answer,
        ["checklist"] = file.Checklist,
        ["day"] = RowValues.Of(file.Day),
        ["fatal"] = file.Fatal,
        ["firm"] = RowValues.Of(file.FirmId),
        ["major"] = file.Major,
        ["minor"] = file.Minor,
        ["previous"] = RowValues.Of(file.PreviousId),
        ["purpose"] = file.Purpose,
        ["request"] = $"sha256:{file.InputHash}",
        ["result"] = $"sha256:{RequestText.Hash(file.ResultZh)}",
        ["rights"] = file.Rights,
        ["unknown"] = file.Unknown,
    });
}
