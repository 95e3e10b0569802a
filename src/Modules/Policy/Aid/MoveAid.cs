using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Subsidies;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Aid;

/// <param name="From">Version of the application.</param>
/// <param name="Day">The day it counts from; not after today.</param>
/// <param name="PublicUntil">Last day of publicity, for publicising.</param>
/// <param name="Amount">Yuan, for a clawback.</param>
/// <param name="Office">Whom a firm hands its application in to, the first time; it is shared with that organisation.</param>
public sealed record MoveAidRequest(int From, string Note, DateOnly Day, DateOnly? PublicUntil = null, string? Amount = null, Guid? Office = null);

/// <summary>申请的流转: submitted, reviewed, publicised, approved within budget and caps, paid, clawed back, refused or withdrawn.</summary>
internal static class MoveAid
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/policy/applications/{id:guid}/submit", (Guid id, BodyOf<MoveAidRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, AidStates.Submitted, body, context, desk)).WithName("submitAid").WithSummary("Submit an application").Produces<AidDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.aid.submit");
        api.MapPost("/policy/applications/{id:guid}/review", (Guid id, BodyOf<MoveAidRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, AidStates.Reviewed, body, context, desk)).WithName("reviewAid").WithSummary("Note that an application was reviewed").Produces<AidDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.aid.review");
        api.MapPost("/policy/applications/{id:guid}/return", (Guid id, BodyOf<MoveAidRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, AidStates.Returned, body, context, desk)).WithName("returnAid").WithSummary("Return an application for what is missing, which the note names").Produces<AidDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.aid.return");
        api.MapPost("/policy/applications/{id:guid}/publicise", (Guid id, BodyOf<MoveAidRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, AidStates.Publicised, body, context, desk)).WithName("publiciseAid").WithSummary("Put an application up in public until a day").Produces<AidDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.aid.publicise");
        api.MapPost("/policy/applications/{id:guid}/approve", (Guid id, BodyOf<MoveAidRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, AidStates.Approved, body, context, desk)).WithName("approveAid").WithSummary("Approve an application within the year's budget and caps").Produces<AidDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.aid.approve");
        api.MapPost("/policy/applications/{id:guid}/refuse", (Guid id, BodyOf<MoveAidRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, AidStates.Refused, body, context, desk)).WithName("refuseAid").WithSummary("Refuse an application").Produces<AidDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.aid.refuse");
        api.MapPost("/policy/applications/{id:guid}/withdraw", (Guid id, BodyOf<MoveAidRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, AidStates.Withdrawn, body, context, desk)).WithName("withdrawAid").WithSummary("Take one's own application back before it is decided, or give up a draft").Produces<AidDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.aid.withdraw");
        api.MapPost("/policy/applications/{id:guid}/pay", (Guid id, BodyOf<MoveAidRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, AidStates.Paid, body, context, desk)).WithName("payAid").WithSummary("Pay an aid out of the book of its budget; where it has none, the payment is noted").Produces<AidDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.aid.pay");
        api.MapPost("/policy/applications/{id:guid}/clawback", (Guid id, BodyOf<MoveAidRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, AidStates.Clawback, body, context, desk)).WithName("clawBackAid").WithSummary("Take aid back into the book of its budget; the caps it used are free again by that part").Produces<AidDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.aid.clawback");
    }

    /// <summary>Notes a change of state with its evidence; the caller saves.</summary>
    public static void Step(ZhirongContext work, PolicyDesk desk, AidApplication application, string state, long? fen, string note, DateOnly day, bool created = false)
    {
        var n = created ? 1 : application.Version + 1;
        (application.State, application.Version) = (state, n);
        (application.ChangedAt, application.ChangedBy) = (Instant.Now(desk.Clock), work.Viewer.Person);
        work.Add(new ApplicationStep { ApplicationId = application.Id, N = n, State = state, Fen = fen, Note = note, Day = day, At = application.ChangedAt, By = application.ChangedBy });
        desk.Witness(work, Happening(state), "aid", application.Id, new JsonObject
        {
            ["amount"] = fen is { } known ? Money.FenText(known) : null,
            ["day"] = $"{day:yyyy-MM-dd}",
            ["firm"] = application.FirmCode,
            ["input"] = $"sha256:{application.InputHash}",
            ["note"] = note,
            ["scheme"] = $"{application.Scheme}/{application.SchemeNumber}",
            ["state"] = state,
            ["year"] = application.Year,
        });
    }

    private static string Happening(string state) => state switch
    {
        AidStates.Draft => "AidDrafted",
        AidStates.Submitted => "AidSubmitted",
        AidStates.Reviewed => "AidReviewed",
        AidStates.Publicised => "AidPublicised",
        AidStates.Approved => "AidApproved",
        AidStates.Scaled => "AidScaled",
        AidStates.Paid => "AidPaid",
        AidStates.Clawback => "AidClawedBack",
        AidStates.Returned => "AidReturned",
        AidStates.Withdrawn => "AidWithdrawn",
        _ => "AidRefused",
    };

    private static async Task<IResult> Answer(Guid id, string state, BodyOf<MoveAidRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new PolicyForm(), body.Value.Value, RequestLanguage.Of(context));
        form.Text("note", request.Note, 500, required: state is AidStates.Refused or AidStates.Clawback or AidStates.Returned or AidStates.Withdrawn);
        form.Day("day", request.Day, most: desk.Today);
        if (state == AidStates.Publicised)
        {
            form.Day("publicUntil", request.PublicUntil ?? default, least: request.Day);
        }

        var amount = state == AidStates.Clawback ? form.Fen("amount", request.Amount) : 0;
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<AidDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var moved = await Within(work, desk, id, state, request, amount);
            return moved.Ok ? AidDetail.Of(work, desk, moved.Value, language) : Result<AidDetail>.Refused(moved.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PolicyRefusals.StaleCode);
    }

    /// <summary>One move on the commit queue: nobody else decides under the scheme meanwhile.</summary>
    internal static async Task<Result<AidApplication>> Within(ZhirongContext work, PolicyDesk desk, Guid id, string state, MoveAidRequest request, long amount)
    {
        if (await work.Set<AidApplication>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id) is not { } seen)
        {
            return WebRefusals.NotFound("applications", $"{id}");
        }

        YearLedger.Alone(work, seen.OfficeId ?? request.Office ?? seen.OwnerId, seen.Scheme);
        var application = await work.Set<AidApplication>().SingleAsync(a => a.Id == id);
        var faults = await Moved(work, desk, application, state, request, amount);
        return faults.Count == 0 ? application : Result<AidApplication>.Refused(faults);
    }

    private static async Task<IReadOnlyList<Refusal>> Moved(ZhirongContext work, PolicyDesk desk, AidApplication application, string state, MoveAidRequest request, long amount)
    {
        if (request.From != application.Version)
        {
            return [PolicyRefusals.Stale(request.From, application.Version)];
        }

        if (!AidStates.Next(application.State).Contains(state))
        {
            return [PolicyRefusals.NotNow(application.State, string.Join(" | ", AidStates.Next(application.State)))];
        }

        if (!AidStates.Next(application, work.Viewer.Organisation).Contains(state))
        {
            return [FirmAidRefusals.Whose(application.State)];
        }

        var (faults, fen) = state switch
        {
            AidStates.Submitted => await SubmitAid.Submit(work, desk, application, request),
            AidStates.Publicised => ([], Publicise(application, request)),
            AidStates.Approved => await Approve(work, desk, application, request),
            AidStates.Paid => await Pay(work, desk, application, request.Day),
            AidStates.Clawback => await ClawBack(work, desk, application, amount, request.Day),
            _ => (Array.Empty<Refusal>(), (long?)null),
        };
        if (faults.Count > 0)
        {
            return faults;
        }

        Step(work, desk, application, state, fen, request.Note?.Trim() ?? "", request.Day);
        await work.SaveChangesAsync();
        return [];
    }

    private static long? Publicise(AidApplication application, MoveAidRequest request)
    {
        application.PublicUntil = request.PublicUntil;
        return application.AskedFen;
    }

    /// <summary>Computes anew with what the ledger knows now; what it grants is within every cap and within the budget.</summary>
    private static async Task<(IReadOnlyList<Refusal> Faults, long? Fen)> Approve(ZhirongContext work, PolicyDesk desk, AidApplication application, MoveAidRequest request)
    {
        if (application.PublicUntil is { } until && request.Day <= until)
        {
            return ([PolicyRefusals.StillPublic($"{until:yyyy-MM-dd}")], null);
        }

        var scheme = SchemeShelf.Find(work, desk, ShippedScheme.AidKind, application.Scheme, application.SchemeNumber)!;
        var (budget, computed) = (await Budget(work, application), YearLedger.Computed(work, desk, scheme, application));
        if (!computed.Ok)
        {
            return (computed.Refusals, null);
        }

        var made = computed.Value;
        if (Fault(budget, application, scheme.Scheme.Aid!, made, request.Day) is { } fault)
        {
            return ([fault], null);
        }

        var fen = made.TotalFen!.Value;
        YearLedger.Take(application, made, scheme);
        YearLedger.Book(work, desk, scheme.Scheme.Aid!, made, application);
        application.ApprovedFen = fen;
        // Counted by the budget: an application a firm no longer shares keeps its place.
        application.ApprovedNo = (budget!.LastNo ?? await work.Set<AidApplication>().CountAsync(a => (a.OfficeId ?? a.OwnerId) == budget.OwnerId && a.Scheme == application.Scheme && a.Year == application.Year && a.ApprovedNo != null)) + 1;
        budget.LastNo = application.ApprovedNo;
        (budget.ApprovedFen, budget.Version) = (budget.ApprovedFen + fen, budget.Version + 1);
        return ([], fen);
    }

    private static Refusal? Fault(AidBudget? budget, AidApplication application, SubsidyRule rule, SubsidyResult made, DateOnly day) =>
        budget is null ? PolicyRefusals.NoBudget(application.Scheme, application.Year)
        : budget.State != "open" ? PolicyRefusals.BudgetClosed(budget.State)
        : budget.ClosesOn < day ? PolicyRefusals.BudgetClosed($"{budget.ClosesOn:yyyy-MM-dd}")
        : made.State == AidState.Open ? PolicyRefusals.StillOpen(string.Join(", ", made.Missing))
        : made.TotalFen is null or 0 ? PolicyRefusals.NothingDue()
        : rule.Pool is null && made.TotalFen > budget.LimitFen - budget.ApprovedFen ? PolicyRefusals.BudgetSpent(Money.FenText(made.TotalFen.Value), Money.FenText(budget.LimitFen - budget.ApprovedFen))
        : null;

    /// <summary>Paid out of the budget's book where it has one, in the transaction that says so.</summary>
    private static async Task<(IReadOnlyList<Refusal> Faults, long? Fen)> Pay(ZhirongContext work, PolicyDesk desk, AidApplication application, DateOnly day)
    {
        var rule = SchemeShelf.Find(work, desk, ShippedScheme.AidKind, application.Scheme, application.SchemeNumber)!.Scheme.Aid!;
        if (rule.Pool is not null && application.ScaledFen is null)
        {
            return ([PolicyRefusals.PoolFirst()], null);
        }

        var budget = (await Budget(work, application))!;
        application.PaidFen = application.ScaledFen ?? application.ApprovedFen!.Value;
        if (AidPosting.Paid(work, desk, budget, application.PaidFen, day, application.Id) is { } fault)
        {
            return ([fault], null);
        }

        (budget.PaidFen, budget.Version) = (budget.PaidFen + application.PaidFen, budget.Version + 1);
        return ([], application.PaidFen);
    }

    /// <summary>What is paid back is no longer paid and is in the budget's book again; what was approved stays approved, the caps are freed by the part paid back.</summary>
    private static async Task<(IReadOnlyList<Refusal> Faults, long? Fen)> ClawBack(ZhirongContext work, PolicyDesk desk, AidApplication application, long fen, DateOnly day)
    {
        var most = application.PaidFen - application.ClawedFen;
        if (fen > most)
        {
            return ([PolicyRefusals.TooMuch("amount", Money.FenText(fen), Money.FenText(most))], null);
        }

        var budget = (await Budget(work, application))!;
        if (AidPosting.ClawedBack(work, desk, budget, fen, day, application.Id) is { } fault)
        {
            return ([fault], null);
        }

        application.ClawedFen += fen;
        YearLedger.Free(work, desk, application);
        (budget.PaidFen, budget.Version) = (budget.PaidFen - fen, budget.Version + 1);
        return ([], fen);
    }

    private static Task<AidBudget?> Budget(ZhirongContext work, AidApplication application) =>
        work.Set<AidBudget>().SingleOrDefaultAsync(b => b.OwnerId == (application.OfficeId ?? application.OwnerId) && b.Scheme == application.Scheme && b.Year == application.Year);
}
