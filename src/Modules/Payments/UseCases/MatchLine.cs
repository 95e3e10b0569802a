using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Accounts;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Differences;
using Zhirong.Modules.Payments.Hearings;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Kind">paid (a payment, with money out), back (its return, with money in) or receipt.</param>
/// <param name="Id">The attempt's or receipt's.</param>
/// <param name="Note">At most 200 characters.</param>
public sealed record MatchLineRequest(string Kind, Guid Id, string? Note = null);

/// <param name="Note">Why, 1 to 200 characters.</param>
public sealed record ExplainLineRequest(string Note);

/// <summary>人工对账: says what a line stands for, takes that back, or explains a line that stands for nothing of ours.</summary>
internal static class MatchLine
{
    private static readonly string[] Kinds = [LineStates.Paid, LineStates.Back, LineStates.Receipt];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/payments/lines/{id:guid}/match", (Guid id, BodyOf<MatchLineRequest> body, HttpContext context, PaymentDesk desk) => Answer(context, desk, body, work => Match(work, id, body.Value.Value, desk)))
            .WithName("matchPayLine").WithSummary("Say which payment or receipt a line stands for").Produces<PayLineView>().ProducesProblem(404).ProducesProblem(422).Act("payments.match.make");
        api.MapPost("/payments/lines/{id:guid}/unmatch", (Guid id, BodyOf<EmptyRequest> body, HttpContext context, PaymentDesk desk) => Answer(context, desk, body, work => Unmatch(work, id, desk)))
            .WithName("unmatchPayLine").WithSummary("Take a match back that settled nothing").Produces<PayLineView>().ProducesProblem(404).ProducesProblem(422).Act("payments.match.undo");
        api.MapPost("/payments/lines/{id:guid}/explain", (Guid id, BodyOf<ExplainLineRequest> body, HttpContext context, PaymentDesk desk) => Answer(context, desk, body, work => Explain(work, id, body.Value.Value, desk)))
            .WithName("explainPayLine").WithSummary("Explain a line that stands for nothing of ours, such as the bank's own fee").Produces<PayLineView>().ProducesProblem(404).ProducesProblem(422).Act("payments.line.explain");
    }

    public static async Task<Result<PayLine>> Match(ZhirongContext work, Guid id, MatchLineRequest request, PaymentDesk desk)
    {
        var found = await Line(work, id);
        if (!found.Ok)
        {
            return Result<PayLine>.Refused(found.Refusals);
        }

        var (line, account) = found.Value;
        if (!Kinds.Contains(request.Kind))
        {
            return PaymentRefusals.Word("kind", request.Kind, Kinds);
        }

        if (line.State is not (LineStates.Open or LineStates.Differing or LineStates.Explained))
        {
            return AccountRefusals.LineState(line.State);
        }

        if (request.Kind == LineStates.Paid == line.Fen > 0)
        {
            return AccountRefusals.MatchSign(request.Kind);
        }

        if (ItemForm.TextFault("note", request.Note, 200, required: false) is { } fault)
        {
            return fault;
        }

        if (await work.Set<PayLine>().AnyAsync(l => l.MatchId == request.Id && l.MatchKind == request.Kind))
        {
            return AccountRefusals.Taken("id", $"{request.Id}");
        }

        var settling = request.Kind == LineStates.Receipt ? await Receipt(work, desk, line, account, request.Id) : await Payment(work, desk, line, account, request);
        if (!settling.Ok)
        {
            return Result<PayLine>.Refused(settling.Refusals);
        }

        (line.State, line.MatchKind, line.MatchId, line.MatchKey, line.Settling) = (LineStates.Matched, request.Kind, request.Id, "hand", settling.Value ? 1 : 0);
        await Decide(work, desk, line, request.Note ?? "", AccountMatching.OfLines);
        EvidenceLeaves.Record(work, new("LineMatched", "payline", RowValues.Of(id), new JsonObject { ["amount"] = Money.FenText(line.Fen), ["id"] = RowValues.Of(request.Id), ["kind"] = request.Kind, ["settles"] = settling.Value }), desk.Clock);
        return line;
    }

    /// <summary>True when the match is what settles or returns the payment.</summary>
    private static async Task<Result<bool>> Payment(ZhirongContext work, PaymentDesk desk, PayLine line, PayAccount account, MatchLineRequest request)
    {
        var hearing = new PaymentHearing(work, desk, null);
        await hearing.Load([request.Id]);
        if (hearing.Of(request.Id) is not { } heard || heard.Batch.AccountId != account.Id)
        {
            return WebRefusals.NotFound("attempts", $"{request.Id}");
        }

        if (heard.Item.Fen != Math.Abs(line.Fen))
        {
            return AccountRefusals.MatchAmount(Money.OfFen(Math.Abs(line.Fen)), Money.OfFen(heard.Item.Fen));
        }

        var back = request.Kind == LineStates.Back;
        if (back && heard.Attempt.State is not ("settled" or "returned"))
        {
            return AccountRefusals.MatchState("id", heard.Attempt.State, "settled | returned");
        }

        if (heard.Attempt.State == "returned" || (!back && heard.Attempt.State == "settled"))
        {
            return false;
        }

        await hearing.Hear(request.Id, AccountMatching.Said(line, back ? AnswerStatus.Returned : AnswerStatus.Settled), trusted: true);
        await hearing.Finish();
        return true;
    }

    private static async Task<Result<bool>> Receipt(ZhirongContext work, PaymentDesk desk, PayLine line, PayAccount account, Guid id)
    {
        if (await work.Set<PayReceipt>().SingleOrDefaultAsync(r => r.Id == id && r.AccountId == account.Id) is not { } receipt)
        {
            return WebRefusals.NotFound("receipts", $"{id}");
        }

        if (receipt.State != "expected")
        {
            return AccountRefusals.MatchState("id", receipt.State, "expected");
        }

        if (receipt.Fen != line.Fen)
        {
            return AccountRefusals.MatchAmount(Money.OfFen(line.Fen), Money.OfFen(receipt.Fen));
        }

        ReceiptPosting.Arrive(work, desk, receipt, line, account);
        return false;
    }

    public static async Task<Result<PayLine>> Unmatch(ZhirongContext work, Guid id, PaymentDesk desk)
    {
        var found = await Line(work, id);
        if (!found.Ok)
        {
            return Result<PayLine>.Refused(found.Refusals);
        }

        var line = found.Value.Line;
        if (line.State != LineStates.Matched)
        {
            return AccountRefusals.MatchState("state", line.State, LineStates.Matched);
        }

        if (line.Settling == 1)
        {
            return AccountRefusals.Settling();
        }

        if (line.MatchKind == LineStates.Receipt && await TakeBack(work, desk, line) is { } refusal)
        {
            return refusal;
        }

        EvidenceLeaves.Record(work, new("LineUnmatched", "payline", RowValues.Of(id), new JsonObject { ["id"] = RowValues.Of(line.MatchId), ["kind"] = line.MatchKind }), desk.Clock);
        (line.State, line.MatchKind, line.MatchId, line.MatchKey) = (LineStates.Open, null, null, null);
        await Decide(work, desk, line, "", []);
        return line;
    }

    private static async Task<Refusal?> TakeBack(ZhirongContext work, PaymentDesk desk, PayLine line)
    {
        if (await work.Set<PaySource>().SingleOrDefaultAsync(s => s.LineId == line.Id) is { } source)
        {
            if (source.UsedFen > 0 || await work.Set<PayUse>().AnyAsync(u => u.SourceId == source.Id))
            {
                return AccountRefusals.SourceUsed(Money.OfFen(source.UsedFen));
            }

            work.Remove(source);
        }

        return ReceiptPosting.Undo(work, desk, await work.Set<PayReceipt>().SingleAsync(r => r.Id == line.MatchId));
    }

    public static async Task<Result<PayLine>> Explain(ZhirongContext work, Guid id, ExplainLineRequest request, PaymentDesk desk)
    {
        var found = await Line(work, id);
        if (!found.Ok)
        {
            return Result<PayLine>.Refused(found.Refusals);
        }

        var (line, account) = found.Value;
        if (ItemForm.TextFault("note", request.Note, 200) is { } fault)
        {
            return fault;
        }

        if (line.State is not (LineStates.Open or LineStates.Differing))
        {
            return AccountRefusals.LineState(line.State);
        }

        if (account.ClosedLoop == 1 && line.Fen < 0)
        {
            return AccountRefusals.ClosedLoopLine();
        }

        line.State = LineStates.Explained;
        await Decide(work, desk, line, request.Note.Trim(), AccountMatching.OfLines);
        EvidenceLeaves.Record(work, new("LineExplained", "payline", RowValues.Of(id), new JsonObject { ["amount"] = Money.FenText(line.Fen), ["note"] = request.Note.Trim() }), desk.Clock);
        return line;
    }

    private static async Task Decide(ZhirongContext work, PaymentDesk desk, PayLine line, string note, IReadOnlyList<string> closed)
    {
        (line.Note, line.DecidedBy, line.DecidedAt) = (note, work.Viewer.Person, Instant.Now(desk.Clock));
        var differences = new DifferenceBook(work, desk);
        await differences.Load([RowValues.Of(line.Id)]);
        differences.Close(RowValues.Of(line.Id), closed);
        await work.SaveChangesAsync();
    }

    private static async Task<Result<(PayLine Line, PayAccount Account)>> Line(ZhirongContext work, Guid id)
    {
        if (await work.Lines().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id) is not { } seen)
        {
            return WebRefusals.NotFound("lines", $"{id}");
        }

        work.LockAccounts([seen.AccountId]);
        var line = await work.Set<PayLine>().SingleAsync(l => l.Id == id);
        return line.State == LineStates.Untrusted ? AccountRefusals.Untrusted() : (line, await work.Set<PayAccount>().AsNoTracking().SingleAsync(a => a.Id == line.AccountId));
    }

    private static async Task<IResult> Answer<T>(HttpContext context, PaymentDesk desk, BodyOf<T> body, Func<ZhirongContext, Task<Result<PayLine>>> change)
        where T : class
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await desk.Store.Commits.Once<PayLineView>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var line = await change(work);
            return line.Ok ? (await ListStatements.Views(work, [line.Value]))[0] : Result<PayLineView>.Refused(line.Refusals);
        });
        return Answers.Written(context, written, body.Key);
    }
}
