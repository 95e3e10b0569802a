using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <param name="Assigned">Who does it from now on.</param>
public sealed record AssignCheckRequest(string Assigned);

/// <summary>改派检查: a planned check goes to somebody else; its day stays.</summary>
internal static class AssignCheck
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/loans/{id:guid}/checks/{n:int}/assign", Answer).WithName("assignLoanCheck").WithSummary("Give a planned check to somebody else").Produces<LoanCheckList>().ProducesProblem(404).ProducesProblem(422).Act("lending.check.assign");

    private static async Task<IResult> Answer(Guid id, int n, BodyOf<AssignCheckRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        return Answers.Written(context, await Assign(desk, RequestViewer.Of(context), id, n, body.Value.Value, body.Key, RequestLanguage.Of(context)), body.Key);
    }

    public static async Task<Written<LoanCheckList>> Assign(LoanDesk desk, Viewer viewer, Guid id, int n, AssignCheckRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var assigned = form.Text("assigned", request.Assigned, 100);
        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<LoanCheckList>(viewer, key, desk.Clock, async work =>
        {
            if (await LoanWriting.Locked(work, id) is not { } loan)
            {
                return OpenLoan.Missing(work, id);
            }

            if (await work.Set<LoanCheck>().SingleOrDefaultAsync(c => c.LoanId == id && c.N == n) is not { } row)
            {
                return CheckRefusals.Missing(n);
            }

            if (row.State != CheckWords.Planned)
            {
                return CheckRefusals.NotPlanned(row.State);
            }

            row.Assigned = assigned;
            await work.SaveChangesAsync();
            CheckPlanning.Said(work, desk, loan, row);
            return LoanCheckList.Of(work, loan, desk, language);
        });
    }
}
