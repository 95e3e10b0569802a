using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Posting;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <param name="Effective">The day the money came in; an earlier one than today is back-dated: what it changes is posted as differences.</param>
/// <param name="Reference">What names the money at the bank; once for a loan.</param>
/// <param name="Surplus">What is above everything due: <c>keep</c> to the borrower's credit (溢缴款), or <c>prepay</c> principal not due.</param>
/// <param name="Distinct">Whoever enters it says that it is not the money of a like amount a bank statement brought.</param>
public sealed record ReceiptRequest(string Amount, DateOnly Effective, string Reference, int BaseVersion, string Surplus = "keep", string? Note = null, bool Distinct = false);

/// <param name="Principal">Not due yet, in yuan.</param>
/// <param name="Effect"><c>lower</c>: instalments fall; <c>shorten</c>: the loan ends earlier.</param>
/// <param name="FeeRate">提前还款违约金, a fraction of the principal.</param>
public sealed record PrepaymentRequest(string Principal, DateOnly Effective, string Reference, int BaseVersion, string Effect = "lower", string? FeeRate = null, string? Note = null);

/// <param name="Amount">In yuan.</param>
public sealed record FeeRequest(string Amount, DateOnly Effective, string Note, int BaseVersion);

/// <param name="AnnualRate">As a fraction, 0 to 1.</param>
public sealed record RepricingRequest(string AnnualRate, DateOnly Effective, string Note, int BaseVersion);

/// <param name="Terms">The new terms: of an extension from the old disbursement, of a restructuring from the day it counts.</param>
/// <param name="ArrearsDueOn">A restructuring may put arrears off to a day.</param>
public sealed record RescheduleRequest(TermsForm Terms, DateOnly Effective, string Note, int BaseVersion, DateOnly? ArrearsDueOn = null);

/// <param name="Amount">The part misused from now on, in yuan; 0 when it is cured.</param>
public sealed record MisuseRequest(string Amount, DateOnly Effective, string Note, int BaseVersion);

/// <param name="AtBest">A class no better than this; empty takes the judgment back.</param>
public sealed record JudgeRequest(string AtBest, DateOnly Effective, string Note, int BaseVersion);

/// <param name="Note">On what ground.</param>
public sealed record WriteOffRequest(DateOnly Effective, string Note, int BaseVersion);

/// <summary>还款、提前还款、费用、重定价、展期、重组、挪用、分类、核销: what happens to a loan, kept as it counts and posted with the next close.</summary>
internal static class RecordEvents
{
    private static readonly string[] Surpluses = ["keep", "prepay"];
    private static readonly string[] Effects = ["lower", "shorten"];

    private static readonly LoanEventDoor[] Doors =
    [
        Door<ReceiptRequest>("receipts", "lending.loan.receive", Receipt),
        Door<PrepaymentRequest>("prepayments", "lending.loan.prepay", (form, r, _, _, _) => Prepayment(form, r)),
        Door<FeeRequest>("fees", "lending.loan.charge", (form, r, _, _, _) => [new(EventKinds.Fee, Day(form, r.Effective), form.Amount("amount", r.Amount, required: true) ?? 0, [], Note: form.Text("note", r.Note, 500))]),
        Door<RepricingRequest>("repricings", "lending.loan.reprice", (form, r, _, _, _) => [new(EventKinds.Repriced, Day(form, r.Effective), 0, new JsonObject { ["annualRate"] = Rate(form, "annualRate", r.AnnualRate) }, Note: form.Text("note", r.Note, 500))]),
        Door<RescheduleRequest>("extensions", "lending.loan.extend", (form, r, loan, _, desk) => Rescheduled(form, r, loan, EventKinds.Extended, loan.PrincipalFen, loan.DisbursedOn ?? r.Effective, desk)),
        Door<RescheduleRequest>("restructurings", "lending.loan.restructure", (form, r, loan, events, desk) => Rescheduled(form, r, loan, EventKinds.Restructured, Owed(loan, events, r.Effective, desk), r.Effective, desk)),
        Door<MisuseRequest>("misuses", "lending.loan.misuse", (form, r, _, _, _) => [new(EventKinds.Misuse, Day(form, r.Effective), r.Amount?.Trim() is "0" or "0.00" ? 0 : form.Amount("amount", r.Amount, required: true) ?? 0, [], Note: form.Text("note", r.Note, 500))]),
        Door<JudgeRequest>("judgments", "lending.loan.judge", (form, r, _, _, _) => [new(EventKinds.Judged, Day(form, r.Effective), 0, new JsonObject { ["atBest"] = form.Word("atBest", r.AtBest, LoanClasses.Words, required: false) }, Note: form.Text("note", r.Note, 500))]),
        Door<WriteOffRequest>("write-off", "lending.loan.writeoff", (form, r, _, _, _) => [new(EventKinds.WrittenOff, Day(form, r.Effective), 0, [], Note: form.Text("note", r.Note, 500))]),
    ];

    /// <summary>The last part of the paths events are recorded under.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Doors.Select(d => d.Path)];

    public static void Map(IEndpointRouteBuilder api)
    {
        Named(api.MapPost("/loans/{id:guid}/receipts", (Guid id, BodyOf<ReceiptRequest> body, HttpContext context, LoanDesk desk) => Answer("receipts", id, body, context, desk)).Act("lending.loan.receive"), "recordReceipt", "Enter a repayment; it is allocated by the policy");
        Named(api.MapPost("/loans/{id:guid}/prepayments", (Guid id, BodyOf<PrepaymentRequest> body, HttpContext context, LoanDesk desk) => Answer("prepayments", id, body, context, desk)).Act("lending.loan.prepay"), "recordPrepayment", "Repay principal before it is due");
        Named(api.MapPost("/loans/{id:guid}/fees", (Guid id, BodyOf<FeeRequest> body, HttpContext context, LoanDesk desk) => Answer("fees", id, body, context, desk)).Act("lending.loan.charge"), "chargeFee", "Charge a fee or an outlay to the borrower");
        Named(api.MapPost("/loans/{id:guid}/repricings", (Guid id, BodyOf<RepricingRequest> body, HttpContext context, LoanDesk desk) => Answer("repricings", id, body, context, desk)).Act("lending.loan.reprice"), "repriceLoan", "A new rate from a day on");
        Named(api.MapPost("/loans/{id:guid}/extensions", (Guid id, BodyOf<RescheduleRequest> body, HttpContext context, LoanDesk desk) => Answer("extensions", id, body, context, desk)).Act("lending.loan.extend"), "extendLoan", "展期: later due dates, before maturity and with nothing in arrears");
        Named(api.MapPost("/loans/{id:guid}/restructurings", (Guid id, BodyOf<RescheduleRequest> body, HttpContext context, LoanDesk desk) => Answer("restructurings", id, body, context, desk)).Act("lending.loan.restructure"), "restructureLoan", "重组: what is owed is laid out by new terms");
        Named(api.MapPost("/loans/{id:guid}/misuses", (Guid id, BodyOf<MisuseRequest> body, HttpContext context, LoanDesk desk) => Answer("misuses", id, body, context, desk)).Act("lending.loan.misuse"), "findMisuse", "Part of the loan is not used as agreed");
        Named(api.MapPost("/loans/{id:guid}/judgments", (Guid id, BodyOf<JudgeRequest> body, HttpContext context, LoanDesk desk) => Answer("judgments", id, body, context, desk)).Act("lending.loan.judge"), "judgeLoan", "A class no better than this, by a person's judgment");
        Named(api.MapPost("/loans/{id:guid}/write-off", (Guid id, BodyOf<WriteOffRequest> body, HttpContext context, LoanDesk desk) => Answer("write-off", id, body, context, desk)).Act("lending.loan.writeoff"), "writeOffLoan", "核销: everything owed leaves the balance sheet against provisions");
    }

    /// <summary>What a request to a path or an act asks; null where it is none, or its body another shape.</summary>
    public static EventAsked? Asked(string pathOrAct, JsonNode? body) => Doors.FirstOrDefault(d => d.Path == pathOrAct || d.Act == pathOrAct) is { } door && door.Read(body) is { } request ? door.Asks(request) : null;

    /// <summary>The events a request makes of a loan as it stands, or why it makes none.</summary>
    public static Result<IReadOnlyList<EventDraft>> Drafts(EventAsked asked, Loan loan, IReadOnlyList<LoanHappening> events, LoanDesk desk)
    {
        if (asked.BaseVersion != loan.Version)
        {
            return LendingRefusals.Stale(asked.BaseVersion, loan.Version);
        }

        if (loan.DisbursedOn is not { } from || loan.State is LoanStates.Ordered or LoanStates.Cancelled)
        {
            return LoanRefusals.LoanState(loan.State, LoanStates.Active);
        }

        var form = new LendingForm();
        var drafts = asked.Read(form, loan, events, desk);
        foreach (var draft in drafts.Where(d => d.Effective < from || d.Effective > desk.Today).Take(1))
        {
            form.Faults.Add(LendingRefusals.Day("effective", $"{draft.Effective:yyyy-MM-dd}", Words.Same($"{from:yyyy-MM-dd} … {desk.Today:yyyy-MM-dd}")));
        }

        return form.Faults.Count > 0 ? Result<IReadOnlyList<EventDraft>>.Refused(form.Faults) : Result<IReadOnlyList<EventDraft>>.Of(drafts);
    }

    private delegate IReadOnlyList<EventDraft> Reading<T>(LendingForm form, T request, Loan loan, IReadOnlyList<LoanHappening> events, LoanDesk desk);

    private static LoanEventDoor Door<T>(string path, string act, Reading<T> read)
        where T : class => new(path, act, request => new(BaseVersion(request), (form, loan, events, desk) => read(form, (T)request, loan, events, desk)), body => LoanEventDoor.Body<T>(body));

    private static void Named(RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.WithName(name).WithSummary(summary).Produces<LoanDetail>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Answer<T>(string path, Guid id, BodyOf<T> body, HttpContext context, LoanDesk desk)
        where T : class
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (asked, language) = (Doors.First(d => d.Path == path).Asks(body.Value.Value), RequestLanguage.Of(context));
        var written = await desk.Store.Commits.Once<LoanDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await LoanWriting.Locked(work, id) is not { } loan)
            {
                return OpenLoan.Missing(work, id);
            }

            var events = await LoanWriting.Events(work, id);
            var drafts = Drafts(asked, loan, events, desk);
            return !drafts.Ok ? Result<LoanDetail>.Refused(drafts.Refusals)
                : await LoanWriting.Keep(work, desk, loan, events, drafts.Value) is { } refusal ? refusal : OpenLoan.Detail(work, loan, desk, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, LendingRefusals.StaleCode);
    }

    private static int BaseVersion(object request) => request switch
    {
        ReceiptRequest r => r.BaseVersion,
        PrepaymentRequest r => r.BaseVersion,
        FeeRequest r => r.BaseVersion,
        RepricingRequest r => r.BaseVersion,
        RescheduleRequest r => r.BaseVersion,
        MisuseRequest r => r.BaseVersion,
        JudgeRequest r => r.BaseVersion,
        WriteOffRequest r => r.BaseVersion,
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private static DateOnly Day(LendingForm form, DateOnly day) => form.Day("effective", day);

    /// <summary>What is above everything due that day stays to the borrower's credit, or repays principal that is not due.</summary>
    private static IReadOnlyList<EventDraft> Receipt(LendingForm form, ReceiptRequest request, Loan loan, IReadOnlyList<LoanHappening> events, LoanDesk desk)
    {
        var (day, fen, reference) = (Day(form, request.Effective), form.Amount("amount", request.Amount, required: true) ?? 0, form.Text("reference", request.Reference, 100));
        var note = form.Text("note", request.Note, 500, required: false);
        form.Word("surplus", request.Surplus, Surpluses);
        if (!request.Distinct && form.Faults.Count == 0 && SameMoney.OfStatement(events, fen, day, desk) is { } twin)
        {
            form.Faults.Add(LoanRefusals.SameMoney($"{twin.N}: {Money.FenText(twin.Fen)} {twin.Effective:yyyy-MM-dd}"));
        }

        if (form.Faults.Count > 0 || request.Surplus == "keep" || day < loan.DisbursedOn)
        {
            return [new(EventKinds.Receipt, day, fen, [], LoanBook.Cash, reference, note)];
        }

        var surplus = Surplus(loan, events, day, fen, desk);
        List<EventDraft> drafts = fen > surplus ? [new(EventKinds.Receipt, day, fen - surplus, [], LoanBook.Cash, reference, note)] : [];
        if (surplus > 0)
        {
            drafts.Add(new(EventKinds.Prepaid, day, surplus, new JsonObject { ["effect"] = "lower", ["feeRate"] = "0" }, LoanBook.Cash, drafts.Count == 0 ? reference : $"{reference}/2", note));
        }

        return drafts;
    }

    /// <summary>What a receipt leaves once everything due is paid, as far as it repays principal: the last principal is only repaid with its interest.</summary>
    private static long Surplus(Loan loan, IReadOnlyList<LoanHappening> events, DateOnly day, long fen, LoanDesk desk)
    {
        var trial = new LoanHappening { LoanId = loan.Id, N = int.MaxValue, Kind = EventKinds.Receipt, Effective = day, Recorded = day, Fen = fen, Content = "{}", Cash = "", PostedThere = 0, Reference = "", Note = "", At = 0, By = "" };
        var (without, with) = (LoanFold.To(loan, events, day, desk)!.Account, LoanFold.To(loan, [.. events, trial], day, desk)!.Account);
        var surplus = with.Credit.Fen - without.Credit.Fen;
        return surplus < with.PrincipalNotDue.Fen ? Math.Max(0, surplus) : 0;
    }

    private static IReadOnlyList<EventDraft> Prepayment(LendingForm form, PrepaymentRequest r)
    {
        form.Word("effect", r.Effect, Effects);
        return
        [
            new(EventKinds.Prepaid, Day(form, r.Effective), form.Amount("principal", r.Principal, required: true) ?? 0, new JsonObject { ["effect"] = r.Effect, ["feeRate"] = string.IsNullOrWhiteSpace(r.FeeRate) ? "0" : Rate(form, "feeRate", r.FeeRate) }, LoanBook.Cash, form.Text("reference", r.Reference, 100), form.Text("note", r.Note, 500, required: false)),
        ];
    }

    private static string Rate(LendingForm form, string path, string? found)
    {
        if (decimal.TryParse(found?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= 0 and <= 1 && decimal.Round(rate, 9) == rate)
        {
            return rate.ToString(CultureInfo.InvariantCulture);
        }

        form.Faults.Add(LendingRefusals.Make("LEN-0721", path, found ?? "—", new("0 到 1，至多九位小数", "0 to 1, at most nine decimals"), new("利率不能使用", "The rate cannot be used")));
        return "0";
    }

    private static long Owed(Loan loan, IReadOnlyList<LoanHappening> events, DateOnly day, LoanDesk desk) =>
        loan.DisbursedOn is { } from && day >= from && day <= desk.Today ? LoanFold.To(loan, events, day, desk)!.Account.Principal.Fen : loan.BalanceFen;

    private static IReadOnlyList<EventDraft> Rescheduled(LendingForm form, RescheduleRequest r, Loan loan, string kind, long principal, DateOnly from, LoanDesk desk)
    {
        var (day, note) = (Day(form, r.Effective), form.Text("note", r.Note, 500));
        if (principal <= 0)
        {
            form.Faults.Add(LoanRefusals.LoanState(loan.State, LoanStates.Active));
            return [];
        }

        var terms = TermsForm.Read(r.Terms, principal, from);
        var resolved = terms.Ok ? EventKinds.Resolve(terms.Value.Text, desk) : Result<Engine.Credit.Schedules.ResolvedLoan>.Refused(terms.Refusals);
        if (!resolved.Ok)
        {
            form.Faults.AddRange(terms.Ok ? resolved.Refusals.Select(LoanRefusals.TermsFault) : terms.Refusals);
            return [];
        }

        var content = new JsonObject { ["terms"] = terms.Value.Text };
        if (r.ArrearsDueOn is { } later && kind == EventKinds.Restructured)
        {
            content["arrearsDueOn"] = $"{form.Day("arrearsDueOn", later, day):yyyy-MM-dd}";
        }

        return [new(kind, day, 0, content, Note: note)];
    }
}
