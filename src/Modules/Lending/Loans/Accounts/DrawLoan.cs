using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Posting;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Payments;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <param name="Account">The payee's account number.</param>
/// <param name="ContractNo">Number of the contract the payee is paid under.</param>
/// <param name="Amount">In yuan.</param>
/// <param name="AgentCnaps">12 digits, of the payee's bank.</param>
public sealed record PayoutForm(string Payee, string Account, string Amount, string ContractNo, string? AgentCnaps = null, string? AgentName = null, string? Purpose = null);

/// <param name="Number">借据号, at most 35 characters.</param>
/// <param name="Principal">In yuan.</param>
/// <param name="DisbursedOn">The day the money is to go out; a working day, not in the past.</param>
/// <param name="Purpose">What it is for, at most 60 characters.</param>
/// <param name="Payouts">Who is paid: their amounts sum to the principal.</param>
/// <param name="AccountId">The bank's own account that pays.</param>
/// <param name="Channel">How: a code of the channels.</param>
/// <param name="MemberNo">Who draws under a collective line.</param>
public sealed record DrawLoanRequest(
    string Number, string Principal, DateOnly DisbursedOn, string Purpose, TermsForm Terms, IReadOnlyList<PayoutForm> Payouts, Guid AccountId, string Channel, string? MemberNo = null);

/// <summary>放款申请: a loan under a line, with the payments to its payees. It begins to live when the bank says that it has paid.</summary>
internal static class DrawLoan
{
    private const int MostPayouts = 200;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/facilities/{id:guid}/loans", Answer).WithName("drawLoan").WithSummary("Draw a loan under a line and order the payments to its payees").Produces<LoanDetail>(201).ProducesProblem(404).ProducesProblem(422).Act("lending.loan.draw");

    internal sealed record Asked(long Principal, string Terms, ResolvedLoan Resolved, IReadOnlyList<long> Payouts);

    private static async Task<IResult> Answer(Guid id, BodyOf<DrawLoanRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Draw(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    public static async Task<Written<LoanDetail>> Draw(LoanDesk desk, Viewer viewer, Guid id, DrawLoanRequest request, WriteKey? key, Language language)
    {
        var asked = Read(desk, request);
        return !asked.Ok ? new() { Refusals = asked.Refusals } : await desk.Store.Commits.Once<LoanDetail>(viewer, key, desk.Clock, async work =>
        {
            // Two servers that draw on one line stand in a row here; the guard of the line holds by itself.
            work.Session.Shared($"facility {id}");
            if (await work.Set<Facility>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id) is not { } facility)
            {
                return OpenFacility.Missing(work, id);
            }

            var loan = await Within(work, desk, facility, request, asked.Value);
            return loan.Ok ? OpenLoan.Detail(work, loan.Value, desk, language) : Result<LoanDetail>.Refused(loan.Refusals);
        });
    }

    /// <summary>What can be said of a request without the database.</summary>
    /// <param name="desk">The room.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="faults">What is wrong with the payments; null asks as of a batch that people check.</param>
    internal static Result<Asked> Read(LoanDesk desk, DrawLoanRequest request, Func<MakeBatchRequest, IReadOnlyList<Refusal>>? faults = null)
    {
        var form = new LendingForm();
        form.Text("number", request.Number, 35);
        var principal = form.Amount("principal", request.Principal, required: true) ?? 0;
        form.Day("disbursedOn", request.DisbursedOn, desk.Today);
        form.Text("purpose", request.Purpose, 60);
        form.Count("payouts", request.Payouts?.Count ?? 0, 1, MostPayouts);
        var amounts = new List<long>();
        foreach (var (n, payout) in (request.Payouts ?? []).Index())
        {
            form.Text($"payouts.{n}.contractNo", payout.ContractNo, 100);
            amounts.Add(form.Amount($"payouts.{n}.amount", payout.Amount, required: true) ?? 0);
        }

        if (form.Faults.Count == 0 && amounts.Sum(a => (decimal)a) != principal)
        {
            form.Faults.Add(LoanRefusals.PayoutSum(Money.FenText((long)Math.Min(amounts.Sum(a => (decimal)a), long.MaxValue)), Money.FenText(principal)));
        }

        if (form.Faults.Count > 0)
        {
            return Result<Asked>.Refused(form.Faults);
        }

        var terms = TermsForm.Read(request.Terms, principal, request.DisbursedOn);
        if (!terms.Ok)
        {
            return Result<Asked>.Refused(terms.Refusals);
        }

        var resolved = terms.Value.Terms.Resolve(desk.Calendar, desk.Law.Rates);
        var found = resolved.Ok ? (faults ?? desk.Payouts.Faults)(Batch(request)) : [.. resolved.Refusals.Select(LoanRefusals.TermsFault)];
        return found.Count > 0 ? Result<Asked>.Refused([.. found.Select(f => f.Path.StartsWith("items.", StringComparison.Ordinal) ? f with { Path = $"payouts.{f.Path["items.".Length..]}" } : f)]) : new Asked(principal, terms.Value.Text, resolved.Value, amounts);
    }

    /// <summary>The payments: each carries the loan's number, and in the book the loan itself is the other side.</summary>
    private static MakeBatchRequest Batch(DrawLoanRequest request) => new(
        $"放款 {request.Number.Trim()}", request.AccountId, request.Channel, request.DisbursedOn, request.Purpose.Trim(),
        [.. request.Payouts.Select(p => new NewItem(p.Payee ?? "", p.Account ?? "", p.Amount, AgentName: p.AgentName, AgentCnaps: p.AgentCnaps, Purpose: string.IsNullOrWhiteSpace(p.Purpose) ? null : p.Purpose, Remittance: Remittance(request, p), LoanNo: request.Number.Trim(), CounterAccount: LoanBook.Performing))],
        CounterAccount: LoanBook.Performing);

    private static string Remittance(DrawLoanRequest request, PayoutForm payout) =>
        $"{request.Number.Trim()} {payout.ContractNo?.Trim()}" is { Length: > 140 } text ? text[..140] : $"{request.Number.Trim()} {payout.ContractNo?.Trim()}";

    /// <summary>Draws inside a work on the commit queue.</summary>
    /// <param name="work">The work.</param>
    /// <param name="desk">The room.</param>
    /// <param name="facility">The line.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="asked">The same, read.</param>
    /// <param name="pay">How the payees are paid; null orders a batch that people check and approve.</param>
    internal static async Task<Result<Loan>> Within(ZhirongContext work, LoanDesk desk, Facility facility, DrawLoanRequest request, Asked asked, Func<MakeBatchRequest, Task<Result<PayoutMade>>>? pay = null)
    {
        var number = request.Number.Trim();
        if (await work.Set<Loan>().AnyAsync(l => l.Number == number && l.OwnerId == work.Viewer.Organisation))
        {
            return LoanRefusals.NumberThere("number", number);
        }

        var member = request.MemberNo is { } wanted ? await work.Set<FacilityMember>().AsNoTracking().SingleOrDefaultAsync(m => m.FacilityId == facility.Id && m.MemberNo == wanted.Trim()) : null;
        if (await Against(work, desk, facility, member, request, asked.Principal) is { } refusal)
        {
            return refusal;
        }

        if (LineGuard.Take(work, desk, facility, member, asked.Principal) is { } over)
        {
            return over;
        }

        var made = pay is null ? await desk.Payouts.Make(work, Batch(request)) : await pay(Batch(request));
        return made.Ok ? await Add(work, desk, facility, member, request, asked, made.Value) : Result<Loan>.Refused(made.Refusals);
    }

    /// <summary>Why nothing can be drawn, in the order of the refusals; the line itself is asked last, by the statement that takes of it.</summary>
    private static async Task<Refusal?> Against(ZhirongContext work, LoanDesk desk, Facility facility, FacilityMember? member, DrawLoanRequest request, long principal)
    {
        if (facility.State != FacilityWords.Open)
        {
            return LoanRefusals.NotOpen(facility.State, facility.Because);
        }

        if (request.DisbursedOn < facility.FromDay || request.DisbursedOn > facility.UntilDay)
        {
            return LoanRefusals.OutsideDays(request.DisbursedOn, facility.FromDay, facility.UntilDay);
        }

        if (facility.ResolutionUntil is { } until && until < request.DisbursedOn)
        {
            return LoanRefusals.Resolution(facility.ResolutionNo, request.DisbursedOn);
        }

        if (await work.Set<FacilityCondition>().Where(c => c.FacilityId == facility.Id && c.Met == 0).OrderBy(c => c.N).Select(c => new { c.N, c.Title }).FirstOrDefaultAsync() is { } unmet)
        {
            return LoanRefusals.Unmet(unmet.N, unmet.Title);
        }

        // What the register says on the day of the request, not what it said when the line was granted.
        var used = work.Session.First("SELECT used_fen FROM len_facility WHERE id = @p0", row => row.Long(0), RowValues.Of(facility.Id));
        if (Coverage.Of(work, facility, desk.Today, desk.Lending.Rights).Against(facility, used + principal) is { } uncovered)
        {
            return uncovered;
        }

        if ((facility.Kind == FacilityWords.Collective) != (member is not null))
        {
            return LoanRefusals.NoMember("memberNo", request.MemberNo ?? "—");
        }

        if (facility.Uses.Length > 0 && !facility.Uses.Split('\n').Contains(request.Purpose.Trim(), StringComparer.Ordinal))
        {
            return LoanRefusals.Use(request.Purpose.Trim(), facility.Uses.Replace("\n", " | ", StringComparison.Ordinal));
        }

        return PayoutDoor.BookOf(work, request.AccountId, out _) is { } book && book != facility.BookId ? LoanRefusals.PayerBook($"{book}") : null;
    }

    private static async Task<Loan> Add(ZhirongContext work, LoanDesk desk, Facility facility, FacilityMember? member, DrawLoanRequest request, Asked asked, PayoutMade made)
    {
        var schedule = LoanSchedule.Of(asked.Resolved).Value;
        var loan = new Loan
        {
            Id = desk.NewId(),
            OwnerId = facility.OwnerId,
            Version = 1,
            FacilityId = facility.Id,
            MemberN = member?.N,
            Number = request.Number.Trim(),
            Borrower = member?.Name ?? facility.Borrower,
            Purpose = request.Purpose.Trim(),
            PrincipalFen = asked.Principal,
            Terms = asked.Terms,
            State = LoanStates.Ordered,
            Maturity = asked.Resolved.Maturity,
            Backdated = 0,
            BalanceFen = 0,
            DueFen = 0,
            InterestFen = 0,
            AccruedFen = 0,
            PenaltyFen = 0,
            FeesFen = 0,
            CreditFen = 0,
            WrittenFen = 0,
            PastDue = 0,
            Class = "pass",
            OffBalance = 0,
            NextDue = schedule.Instalments[0].DueOn,
            NextFen = schedule.Instalments[0].Due.Fen,
            Rate = (long)decimal.Round(asked.Resolved.Rates[0].Annual * 1_000_000_000m),
            Events = 0,
            Postings = 0,
            Fault = "",
            Officer = work.Viewer.Person,
            Origin = "drawn",
            ChangedAt = Instant.Now(desk.Clock),
            ChangedBy = work.Viewer.Person,
        };
        work.Add(loan);
        var there = PayoutDoor.BookOf(work, request.AccountId, out _) is not null ? 1 : 0;
        foreach (var (n, payout) in request.Payouts.Index())
        {
            work.Add(new LoanPayout
            {
                LoanId = loan.Id,
                N = n + 1,
                Payee = payout.Payee.Trim(),
                Account = payout.Account.Trim(),
                ContractNo = payout.ContractNo.Trim(),
                Purpose = string.IsNullOrWhiteSpace(payout.Purpose) ? loan.Purpose : payout.Purpose.Trim(),
                Fen = asked.Payouts[n],
                BatchId = made.Batch,
                BatchCode = made.Code,
                PostedThere = there,
                ItemId = made.Items[n],
                State = PayoutStates.Ordered,
            });
        }

        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, Ordered(facility, loan, request, made), desk.Clock)]);
        return loan;
    }

    private static Happening Ordered(Facility facility, Loan loan, DrawLoanRequest request, PayoutMade made) => new("LoanOrdered", "loan", RowValues.Of(loan.Id), new JsonObject
    {
        ["batch"] = made.Code,
        ["borrower"] = loan.Borrower,
        ["facility"] = RowValues.Of(facility.Id),
        ["number"] = loan.Number,
        ["payouts"] = new JsonArray([.. request.Payouts.Select(p => new JsonObject { ["amount"] = p.Amount, ["contractNo"] = p.ContractNo.Trim(), ["payee"] = p.Payee.Trim() })]),
        ["principal"] = Money.FenText(loan.PrincipalFen),
        ["purpose"] = loan.Purpose,
        ["terms"] = loan.Terms,
    });
}
