using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <param name="DueOn">Not before today.</param>
/// <param name="Cause">Why.</param>
/// <param name="Assigned">Who has to do it; left out, the loan's officer.</param>
public sealed record PlanCheckRequest(DateOnly DueOn, string Cause, string? Assigned = null);

/// <summary>发起专项检查: somebody asks for a look at a borrower; where one is planned already, it takes the cause up and the earlier day.</summary>
internal static class PlanCheck
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/loans/{id:guid}/checks", Answer).WithName("planLoanCheck").WithSummary("Ask for a special check of a loan").Produces<LoanCheckList>(201).ProducesProblem(404).ProducesProblem(422).Act("lending.check.plan");

    private static async Task<IResult> Answer(Guid id, BodyOf<PlanCheckRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Plan(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    public static async Task<Written<LoanCheckList>> Plan(LoanDesk desk, Viewer viewer, Guid id, PlanCheckRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var (due, cause, assigned) = (form.Day("dueOn", request.DueOn, desk.Today), form.Text("cause", request.Cause, 500), form.Text("assigned", request.Assigned, 100, required: false));
        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<LoanCheckList>(viewer, key, desk.Clock, async work =>
        {
            if (await LoanWriting.Locked(work, id) is not { } loan)
            {
                return OpenLoan.Missing(work, id);
            }

            if (!CheckPlanning.Lives(loan))
            {
                return LoanRefusals.LoanState(loan.State, LoanStates.Active);
            }

            await CheckPlanning.Special(work, desk, loan, new($"asked {desk.NewId():N}", cause, cause), due, assigned.Length > 0 ? assigned : loan.Officer);
            return LoanCheckList.Of(work, loan, desk, language);
        });
    }
}
