using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Posting;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Receivables;

/// <param name="Due">Number of the due date whose money came in.</param>
/// <param name="LoanId">A living loan the pledge secures.</param>
/// <param name="Amount">In yuan, at most what is held of it.</param>
public sealed record ApplyReceivableRequest(int Due, Guid LoanId, string Amount, int BaseVersion);

/// <summary>回款还贷: money of a licensee repays a loan the pledge secures, today, in the order the loan's contract names.</summary>
internal static class ApplyReceivable
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/receivables/{id:guid}/apply", Answer).WithName("applyReceivable").WithSummary("Let money of a licensee repay a loan the pledge secures, in the order of its contract").Produces<ReceivableDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.receivable.apply");

    private static async Task<IResult> Answer(Guid id, BodyOf<ApplyReceivableRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Apply(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }

    public static async Task<Written<ReceivableDetail>> Apply(LoanDesk desk, Viewer viewer, Guid id, ApplyReceivableRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var fen = form.Amount("amount", request.Amount, required: true) ?? 0;
        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<ReceivableDetail>(viewer, key, desk.Clock, async work =>
        {
            var taken = await ReceivableMoney.Take(work, id, request.BaseVersion, request.Due, fen);
            if (!taken.Ok)
            {
                return Result<ReceivableDetail>.Refused(taken.Refusals);
            }

            var row = taken.Value;
            if (await LoanWriting.Locked(work, request.LoanId) is not { State: LoanStates.Active } loan
                || !await work.Set<FacilityPledge>().AnyAsync(f => f.PledgeId == row.PledgeId && f.FacilityId == loan.FacilityId)
                || (row.BookId is { } book && !await work.Set<Facility>().AnyAsync(f => f.Id == loan.FacilityId && f.BookId == book)))
            {
                return ReceivableRefusals.Loan($"{row.ContractNo}: {request.LoanId}");
            }

            var n = await ReceivableMoney.Next(work, id);
            var use = new ReceivableUse { ReceivableId = id, N = n, DueN = request.Due, Kind = ReceivableStates.Applied, Fen = fen, LoanId = loan.Id, Reference = $"receivable-{id:N}-{n}", State = ReceivableStates.Done, OnDay = desk.Today, At = Instant.Now(desk.Clock), By = viewer.Person };
            var events = await LoanWriting.Events(work, loan.Id);
            if (await LoanWriting.Keep(work, desk, loan, events, [new(EventKinds.Receipt, OpenLoan.Later(desk.Today, loan.DisbursedOn), fen, [], row.BookId is null ? LoanBook.Cash : row.Counter, use.Reference)]) is { } refusal)
            {
                return refusal;
            }

            await ReceivableMoney.Keep(work, desk, row, use);
            await CovenantWatch.Look(work, desk, loan.FacilityId);
            return OpenReceivable.Detail(work, row, desk.Lending, language);
        });
    }
}
