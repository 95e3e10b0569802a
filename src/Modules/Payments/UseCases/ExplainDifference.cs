using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Differences;
using Zhirong.Modules.Payments.Hearings;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Note">Why it may stand, 1 to 300 characters.</param>
/// <param name="BaseVersion">The version that was looked at.</param>
public sealed record ExplainDifferenceRequest(string Note, int BaseVersion);

/// <summary>
/// 差异说明: a person takes a difference upon himself. Where the bank paid under another name or account, that is when its answer is taken;
/// never by the batch's maker, and never where the amount differs.
/// </summary>
internal static class ExplainDifference
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/differences/{id:guid}/explain", Answer)
        .WithName("explainDifference").WithSummary("Explain a difference; what the bank said of a payment is taken with it").Produces<DifferenceView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("payments.difference.explain");

    public static async Task<Result<PayDifference>> Explain(ZhirongContext work, Guid id, ExplainDifferenceRequest request, PaymentDesk desk)
    {
        if (await work.Set<PayDifference>().SingleOrDefaultAsync(d => d.Id == id) is not { } difference)
        {
            return WebRefusals.NotFound("differences", $"{id}");
        }

        if (ItemForm.TextFault("note", request.Note, 300) is { } fault)
        {
            return fault;
        }

        if (difference.State != DifferenceWords.Open)
        {
            return AccountRefusals.DifferenceState(difference.State);
        }

        if (difference.Version != request.BaseVersion)
        {
            return PaymentRefusals.Stale(request.BaseVersion, difference.Version);
        }

        if (DifferenceWords.OnlyTheBank(difference.Kind))
        {
            return AccountRefusals.OnlyTheBank(difference.Kind);
        }

        (difference.State, difference.Note, difference.DecidedBy, difference.DecidedUser, difference.DecidedAt) = (DifferenceWords.Explained, request.Note.Trim(), work.Viewer.Person, work.Viewer.User, Instant.Now(desk.Clock));
        difference.Version++;
        await work.SaveChangesAsync();
        if (difference.SubjectKind == "attempt" && await Attempt(work, desk, difference) is { } refusal)
        {
            return refusal;
        }

        EvidenceLeaves.Record(work, new("DifferenceExplained", "paydifference", RowValues.Of(id), new JsonObject { ["kind"] = difference.Kind, ["note"] = request.Note.Trim(), ["ours"] = difference.Ours, ["subject"] = difference.Subject, ["theirs"] = difference.Theirs }), desk.Clock);
        return difference;
    }

    /// <summary>Takes what was held, once nothing else about the attempt stands open.</summary>
    private static async Task<Refusal?> Attempt(ZhirongContext work, PaymentDesk desk, PayDifference difference)
    {
        var attempt = Guid.Parse(difference.SubjectId);
        var hearing = new PaymentHearing(work, desk, null);
        await hearing.Load([attempt]);
        if (hearing.Of(attempt) is not { } heard)
        {
            return WebRefusals.NotFound("attempts", difference.SubjectId);
        }

        if (work.Viewer.Is(heard.Batch.MadeUser, heard.Batch.MadeBy))
        {
            return AccountRefusals.Own(work.Viewer.Person);
        }

        work.Step(desk, heard.Batch.Id, StepWords.Explained, $"{difference.Kind}: {difference.Note}", heard.Item.Id);
        var siblings = (await work.Set<PayAttempt>().Where(a => a.ItemId == heard.Item.Id).Select(a => a.Id).ToListAsync()).Select(RowValues.Of).ToList();
        var book = new DifferenceBook(work, desk);
        await book.Load(siblings);
        heard.Item.Differing = book.Forbids(siblings) ? 1 : 0;
        if (difference.Held is { } held && !book.Forbids([difference.SubjectId]))
        {
            await hearing.Hear(attempt, JsonSerializer.Deserialize<Said>(held, WebJson.Options)!, trusted: true);
        }
        else
        {
            heard.Batch.Touch(desk);
        }

        await hearing.Finish();
        return null;
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<ExplainDifferenceRequest> body, HttpContext context, PaymentDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var language = RequestLanguage.Of(context);
        var written = await desk.Store.Commits.Once<DifferenceView>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var difference = await Explain(work, id, body.Value.Value, desk);
            return difference.Ok ? DifferenceView.Of(difference.Value, language) : Result<DifferenceView>.Refused(difference.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PaymentRefusals.StaleCode);
    }
}
