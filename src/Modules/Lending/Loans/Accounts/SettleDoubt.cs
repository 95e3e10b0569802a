using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <param name="Outcome"><c>same</c>: the statement's receipt takes the place of what was typed in; <c>other</c>: both count.</param>
/// <param name="Note">By what it is told.</param>
public sealed record SettleDoubtRequest(string Outcome, string Note, int BaseVersion);

/// <summary>认定疑似重复还款.</summary>
internal static class SettleDoubt
{
    private static readonly string[] Outcomes = ["same", "other"];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/loans/{id:guid}/doubts/{receipt:guid}", Answer).WithName("settleReceiptDoubt").WithSummary("Say whether a statement's receipt is money typed in before").Produces<LoanDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.receipt.settle");

    private static async Task<IResult> Answer(Guid id, Guid receipt, BodyOf<SettleDoubtRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Settle(desk, RequestViewer.Of(context), id, RowValues.Of(receipt), body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }

    public static async Task<Written<LoanDetail>> Settle(LoanDesk desk, Viewer viewer, Guid id, string receipt, SettleDoubtRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var (outcome, note) = (form.Word("outcome", request.Outcome, Outcomes), form.Text("note", request.Note, 500));
        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<LoanDetail>(viewer, key, desk.Clock, async work =>
        {
            if (await LoanWriting.Locked(work, id) is not { } loan)
            {
                return OpenLoan.Missing(work, id);
            }

            if (request.BaseVersion != loan.Version)
            {
                return LendingRefusals.Stale(request.BaseVersion, loan.Version);
            }

            if (await SameMoney.Doubted(work, loan, receipt) is not { State: "open" } doubt)
            {
                return LoanRefusals.NoDoubt(receipt);
            }

            var events = await LoanWriting.Events(work, id);
            (doubt.State, doubt.SettledBy) = (outcome, viewer.Person);
            foreach (var typed in outcome == "same" ? SameMoney.Together(events, doubt.Twin) : [])
            {
                typed.UndoneOn = desk.Today;
                loan.Backdated = loan.Backdated == 1 || typed.Effective <= loan.ClosedDay ? 1 : 0;
            }

            var draft = new EventDraft(EventKinds.Receipt, OpenLoan.Later(doubt.Day, loan.DisbursedOn), doubt.Fen, [], doubt.Cash, $"receipt-{doubt.ReceiptId}", note, doubt.EntryId);
            if (await LoanWriting.Keep(work, desk, loan, events, [draft]) is { } refusal)
            {
                return refusal;
            }

            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new("ReceiptDoubtSettled", "loan", RowValues.Of(id), new JsonObject { ["note"] = note, ["outcome"] = outcome, ["receipt"] = receipt, ["twin"] = doubt.Twin }), desk.Clock)]);
            return OpenLoan.Detail(work, loan, desk, language);
        });
    }
}
