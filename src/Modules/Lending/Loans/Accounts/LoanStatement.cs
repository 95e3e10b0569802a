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

/// <summary>One line of a statement to the borrower; amounts in yuan.</summary>
/// <param name="What">Drawdown, repayment, instalment due, fee and so on.</param>
/// <param name="Out">Paid out or charged to the borrower.</param>
/// <param name="In">Paid by him.</param>
/// <param name="Balance">Principal afterwards.</param>
public sealed record LoanStatementLine(DateOnly Day, string What, string? Out, string? In, string Principal, string Interest, string Penalty, string Fees, string Balance);

/// <summary>对账单: what a borrower is sent.</summary>
/// <param name="Opening">Principal on the eve of the first day.</param>
/// <param name="Closing">Principal at the end of the last.</param>
public sealed record LoanStatementView(string Number, string Borrower, DateOnly From, DateOnly To, string Opening, string Closing, string PaidPrincipal, string PaidInterest, string PaidPenalty, string PaidFees, LoanNow? Now, IReadOnlyList<LoanStatementLine> Lines);

/// <summary>Statement of a loan between two days, from its life as it is known today.</summary>
internal static class LoanStatement
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/loans/{id:guid}/statement", Answer).WithName("loanStatement").WithSummary("A loan's statement between two days").Produces<LoanStatementView>().ProducesProblem(404).ProducesProblem(422).Reads("lending");
        api.MapGet("/loans/{id:guid}/statement.xlsx", Sheet).WithName("exportLoanStatement").WithSummary("A loan's statement as a workbook").Produces<byte[]>(200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").ProducesProblem(404).ProducesProblem(422).Reads("lending");
    }

    private static async Task<IResult> Answer(Guid id, HttpContext context, LoanDesk desk, DateOnly? from, DateOnly? to)
    {
        var made = await Read(id, context, desk, from, to);
        return made.Ok ? Results.Json(made.Value.View, WebJson.Options) : Problems.Of(context, made.Refusals, made.Refusals[0].Code == "WEB-0105" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Result<(LoanStatementView View, IReadOnlyList<IReadOnlyList<object?>> Cells)>> Read(Guid id, HttpContext context, LoanDesk desk, DateOnly? from, DateOnly? to)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<Loan>().SingleOrDefaultAsync(l => l.Id == id, context.RequestAborted) is not { } loan)
        {
            return WebRefusals.NotFound("loans", $"{id}");
        }

        var (first, last) = (from ?? loan.DisbursedOn ?? desk.Today, to ?? desk.Today);
        if (last < first || last > desk.Today || first.Year < 1990)
        {
            return WebRefusals.Query("to", $"{last:yyyy-MM-dd}", Words.Same($"{first:yyyy-MM-dd} … {desk.Today:yyyy-MM-dd}"));
        }

        var events = await read.Set<LoanHappening>().Where(e => e.LoanId == id).OrderBy(e => e.N).ToListAsync(context.RequestAborted);
        return Of(loan, events, first, last, desk, RequestLanguage.Of(context));
    }

    /// <summary>The statement, and its lines as cells.</summary>
    public static (LoanStatementView View, IReadOnlyList<IReadOnlyList<object?>> Cells) Of(Loan loan, IReadOnlyList<LoanHappening> events, DateOnly first, DateOnly last, LoanDesk desk, Language language)
    {
        var (fold, kinds) = (LoanFold.To(loan, events, last, desk), events.ToDictionary(e => $"{e.N}", e => e.Kind));
        var (lines, cells, balance, opening, paid) = (new List<LoanStatementLine>(), new List<IReadOnlyList<object?>>(), 0L, 0L, new long[4]);
        foreach (var group in (fold?.Postings ?? []).Where(p => p.Cause is not (PostingCause.Accrual or PostingCause.Penalty or PostingCause.Compound or PostingCause.Overdue or PostingCause.AccrualStopped or PostingCause.AccrualResumed)).GroupBy(p => (p.Effective, p.Source, Credit: p.Debit == LoanAccountKind.BorrowerCredit)).OrderBy(g => g.Key.Effective))
        {
            var (into, change) = (Parts([.. group]), group.Sum(p => OnPrincipal(p)));
            balance += change;
            if (group.Key.Effective < first)
            {
                opening = balance;
                continue;
            }

            for (var n = 0; n < paid.Length; n++)
            {
                paid[n] += into[n];
            }

            var (got, gave) = (group.Where(p => p.Debit == LoanAccountKind.Cash).Sum(p => p.Amount.Fen), group.Where(p => p.Credit == LoanAccountKind.Cash || (p.Cause == PostingCause.Fee && p.Credit == LoanAccountKind.FeeIncome)).Sum(p => p.Amount.Fen));
            var what = kinds.TryGetValue(group.Key.Source, out var kind) ? EventKinds.Title(kind).In(language) : new Words("溢缴款冲抵", "credit applied").In(language);
            lines.Add(new(group.Key.Effective, what, gave == 0 ? null : Money.FenText(gave), got == 0 ? null : Money.FenText(got), Money.FenText(into[0]), Money.FenText(into[1]), Money.FenText(into[2]), Money.FenText(into[3]), Money.FenText(balance)));
            cells.Add([group.Key.Effective, what, gave == 0 ? null : gave, got == 0 ? null : got, into[0], into[1], into[2], into[3], balance]);
        }

        return (new(loan.Number, loan.Borrower, first, last, Money.FenText(opening), Money.FenText(balance), Money.FenText(paid[0]), Money.FenText(paid[1]), Money.FenText(paid[2]), Money.FenText(paid[3]), fold is null ? null : LoanNow.Of(fold.Account, language), lines), cells);
    }

    /// <summary>What money paid: principal, interest, penalties, fees.</summary>
    private static long[] Parts(IReadOnlyList<LoanPosting> postings)
    {
        long Paid(params ReadOnlySpan<LoanAccountKind> kinds)
        {
            var (sum, wanted) = (0L, kinds.ToArray());
            foreach (var p in postings.Where(p => p.Debit is LoanAccountKind.Cash or LoanAccountKind.BorrowerCredit && wanted.Contains(p.Credit)))
            {
                sum += p.Amount.Fen;
            }

            return sum;
        }

        return [Paid(LoanAccountKind.Performing, LoanAccountKind.Overdue), Paid(LoanAccountKind.InterestReceivable, LoanAccountKind.InterestIncome), Paid(LoanAccountKind.PenaltyReceivable, LoanAccountKind.PenaltyIncome, LoanAccountKind.CompoundIncome), Paid(LoanAccountKind.FeeReceivable, LoanAccountKind.FeeIncome)];
    }

    private static long OnPrincipal(LoanPosting p) => (p.Debit is LoanAccountKind.Performing or LoanAccountKind.Overdue ? p.Amount.Fen : 0) - (p.Credit is LoanAccountKind.Performing or LoanAccountKind.Overdue ? p.Amount.Fen : 0);

    private static async Task<IResult> Sheet(Guid id, HttpContext context, LoanDesk desk, DateOnly? from, DateOnly? to)
    {
        var made = await Read(id, context, desk, from, to);
        if (!made.Ok)
        {
            return Problems.Of(context, made.Refusals, made.Refusals[0].Code == "WEB-0105" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);
        }

        var (view, cells) = made.Value;
        LoanSheet.Column[] columns = [new(new("日期", "Day"), 12), new(new("事项", "What"), 16), new(new("支出（元）", "Out, yuan"), 16, true), new(new("收入（元）", "In, yuan"), 16, true), new(new("还本金（元）", "Principal, yuan"), 16, true), new(new("还利息（元）", "Interest, yuan"), 15, true), new(new("还罚息复利（元）", "Penalties, yuan"), 15, true), new(new("还费用（元）", "Fees, yuan"), 13, true), new(new("本金余额（元）", "Balance, yuan"), 17)];
        var title = new Words("贷款对账单", "Statement of loan");
        return Results.File(LoanSheet.Write(title, $"{view.Number} {view.Borrower} {view.From:yyyy-MM-dd} – {view.To:yyyy-MM-dd}", columns, cells, RequestLanguage.Of(context)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{view.Number}.xlsx");
    }
}
