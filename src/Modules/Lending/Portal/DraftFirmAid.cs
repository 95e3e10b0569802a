using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Policy;
using Zhirong.Platform.Access;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Portal;

/// <param name="LoanId">A loan one sees that was paid out.</param>
/// <param name="Scheme">A scheme of aid in force.</param>
/// <param name="Year">The year applied for.</param>
/// <param name="FirmId">The firm of the register that applies; left out: one's own organisation.</param>
public sealed record DraftFirmAidRequest(Guid LoanId, string Scheme, int Year, Guid? FirmId = null);

/// <param name="Id">Of the application, which the room of policy keeps.</param>
public sealed record FirmAidDrafted(Guid Id);

/// <summary>企业起草补贴申请: a draft of the firm's own, with what its loan and the register know filled in, each with source and day.</summary>
internal static class DraftFirmAid
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/aid", Answer).WithName("draftFirmAid").WithSummary("Draft a firm's own application for aid for a loan it sees, with what is known of it filled in").Produces<FirmAidDrafted>(201).ProducesProblem(422).Act("lending.aid.draft");

    private static async Task<IResult> Answer(BodyOf<DraftFirmAidRequest> body, HttpContext context, LoanDesk desk, Origination origination, AidDraftDoor drafts, IPeople people)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Draft(desk, origination, drafts, people, RequestViewer.Of(context), body.Value.Value, body.Key);
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    public static async Task<Written<FirmAidDrafted>> Draft(LoanDesk desk, Origination origination, AidDraftDoor drafts, IPeople people, Viewer viewer, DraftFirmAidRequest request, WriteKey? key) => request.Year is < 1990 or > 2199
        ? new() { Refusals = [PortalRefusals.Year(request.Year)] }
        : await desk.Store.Commits.Once<FirmAidDrafted>(viewer, key, desk.Clock, async work =>
        {
            // A loan that is shared to be read is not there in a work: it is looked up as the viewer reads it.
            await using var read = desk.Store.Read(viewer);
            if (await read.Set<Loan>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == request.LoanId) is not { DisbursedOn: not null } loan || loan.State is LoanStates.Ordered or LoanStates.Cancelled)
            {
                return PortalRefusals.Loan($"{request.LoanId}");
            }

            if (origination.Aid.Rules(read).All(r => r.Head.Id != request.Scheme))
            {
                return PortalRefusals.Scheme(request.Scheme ?? "—");
            }

            if (FitAid.Firm(read, desk, people, request.FirmId) is not { } firm)
            {
                return PortalRefusals.Firm(request.FirmId is { } named ? $"{named}" : "—");
            }

            var facts = await LoanAidFacts.Of(read, desk, origination, loan, firm.Id, request.Year);
            var made = await drafts.Draft(work, new(request.Scheme!, request.Year, firm.Code, firm.Name, firm.Id, "loan", loan.Number, facts.Facts));
            return made.Ok ? new FirmAidDrafted(made.Value) : Result<FirmAidDrafted>.Refused(made.Refusals);
        });
}
