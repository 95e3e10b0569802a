using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <param name="Principal">In yuan; null for all that is not due.</param>
/// <param name="Effect"><c>lower</c> or <c>shorten</c>.</param>
/// <param name="FeeRate">提前还款违约金, a fraction.</param>
public sealed record QuoteRequest(DateOnly Day, string? Principal = null, string Effect = "lower", string? FeeRate = null);

/// <summary>What a prepayment would take and save.</summary>
/// <param name="Cash">Principal, fee and, when everything is repaid, interest to the day.</param>
/// <param name="InterestSaved">Interest of the schedule before, less that of the one after and what is settled now.</param>
/// <param name="NextInstalment">Null when nothing is left.</param>
/// <param name="Instalments">What would be left to pay.</param>
public sealed record PrepaymentTried(DateOnly Day, string Principal, string Cash, string Fee, string InterestPaid, string InterestSaved, string? NextInstalment, DateOnly? Maturity, IReadOnlyList<InstalmentView> Instalments);

/// <summary>提前还款试算: nothing is written.</summary>
internal static class QuotePrepayment
{
    private static readonly string[] Effects = ["lower", "shorten"];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/loans/{id:guid}/quote", Answer).WithName("quotePrepayment").WithSummary("Try a prepayment; nothing is written").Produces<PrepaymentTried>().ProducesProblem(404).ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(Guid id, BodyOf<QuoteRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<Loan>().SingleOrDefaultAsync(l => l.Id == id, context.RequestAborted) is not { } loan)
        {
            return Problems.Of(context, WebRefusals.NotFound("loans", $"{id}"), StatusCodes.Status404NotFound);
        }

        var events = await read.Set<LoanHappening>().Where(e => e.LoanId == id).OrderBy(e => e.N).ToListAsync(context.RequestAborted);
        var tried = Try(loan, events, body.Value.Value, desk);
        return tried.Ok ? Results.Json(tried.Value, WebJson.Options) : Problems.Of(context, tried.Refusals);
    }

    public static Result<PrepaymentTried> Try(Loan loan, IReadOnlyList<LoanHappening> events, QuoteRequest request, LoanDesk desk)
    {
        var form = new LendingForm();
        form.Word("effect", request.Effect, Effects);
        var fee = 0m;
        if (!string.IsNullOrWhiteSpace(request.FeeRate) && (!decimal.TryParse(request.FeeRate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fee) || fee is < 0 or > 1))
        {
            form.Faults.Add(LendingRefusals.Make("LEN-0721", "feeRate", request.FeeRate, Words.Same("0 … 1"), new("利率不能使用", "The rate cannot be used")));
        }

        var principal = form.Amount("principal", request.Principal);
        if (loan.DisbursedOn is not { } from || loan.State != LoanStates.Active)
        {
            form.Faults.Add(LoanRefusals.LoanState(loan.State, LoanStates.Active));
        }
        else if (request.Day <= from || request.Day.DayNumber - desk.Today.DayNumber > 3660)
        {
            form.Faults.Add(LendingRefusals.Day("day", $"{request.Day:yyyy-MM-dd}", Words.Same($"> {from:yyyy-MM-dd}")));
        }

        if (form.Faults.Count > 0)
        {
            return Result<PrepaymentTried>.Refused(form.Faults);
        }

        var before = LoanFold.To(loan, events, request.Day.AddDays(-1), desk)!.Account;
        var asked = new LoanPrepaid
        {
            Id = "principal",
            Effective = request.Day,
            Principal = principal is { } fen ? Money.OfFen(fen) : before.Close(request.Day, []).Account.PrincipalNotDue,
            Effect = request.Effect == "shorten" ? PrepaymentEffect.ShortenTerm : PrepaymentEffect.LowerInstalment,
            FeeRate = fee,
        };
        var quote = PrepaymentQuote.Of(before, asked);
        if (!quote.Ok)
        {
            return Result<PrepaymentTried>.Refused(quote.Refusals);
        }

        var (q, ahead) = (quote.Value, before.Close(request.Day, [asked]).Account.Ahead);
        return new PrepaymentTried(request.Day, $"{asked.Principal}", $"{q.Cash}", $"{q.Fee}", $"{q.InterestPaid}", $"{q.InterestSaved}", q.NextInstalment is { } next ? $"{next}" : null, q.Maturity, [.. ahead.Select(ScheduleView.Row)]);
    }
}
