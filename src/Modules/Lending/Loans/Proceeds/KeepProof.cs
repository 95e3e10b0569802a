using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Proceeds;

/// <param name="Kind">Id of a kind of the plan: <c>invoice</c>, <c>receipt</c>, <c>delivery</c> …</param>
/// <param name="Number">Number on the paper.</param>
/// <param name="On">The day on the paper; not after today.</param>
/// <param name="Amount">What of this payment it shows, in yuan; may be 0 of a kind that proves none.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record KeepProofRequest(string Kind, string Number, DateOnly On, string Amount, string File, string Sha256);

/// <param name="Reason">Why.</param>
public sealed record TakeBackProofRequest(string Reason);

/// <param name="Amount">What of the payment is not used as agreed, in yuan.</param>
/// <param name="What">What was found.</param>
/// <param name="Assigned">Who has to see to it.</param>
/// <param name="DueOn">By when; not before today.</param>
public sealed record FindMisuseOfPayoutRequest(string Amount, string What, string Assigned, DateOnly DueOn);

/// <summary>贷款用途检查: what proves each payment, to the fen, and what was found to be used otherwise.</summary>
internal static class KeepProof
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/loans/{id:guid}/proceeds", Open).WithName("openLoanProceeds").WithSummary("What a loan's payments were for: paid, proved, not proved, with the papers").Produces<ProceedsView>().ProducesProblem(404).Reads("lending");
        api.MapPost("/loans/{id:guid}/proceeds/{n:int}/proofs", (Guid id, int n, BodyOf<KeepProofRequest> body, HttpContext context, LoanDesk desk) => Answer(id, body, context, desk, (viewer, request, key, language) => Keep(desk, viewer, id, n, request, key, language), StatusCodes.Status201Created)).WithName("keepPayoutProof").WithSummary("Keep a paper that shows what a payment was for").Produces<ProceedsView>(201).ProducesProblem(404).ProducesProblem(422).Act("lending.proof.keep");
        api.MapPost("/loans/{id:guid}/proceeds/{n:int}/proofs/{proof:int}/take-back", (Guid id, int n, int proof, BodyOf<TakeBackProofRequest> body, HttpContext context, LoanDesk desk) => Answer(id, body, context, desk, (viewer, request, key, language) => TakeBack(desk, viewer, id, n, proof, request, key, language), StatusCodes.Status200OK)).WithName("takeBackPayoutProof").WithSummary("Take a proof back; it stays on record with the reason").Produces<ProceedsView>().ProducesProblem(404).ProducesProblem(422).Act("lending.proof.withdraw");
        api.MapPost("/loans/{id:guid}/proceeds/{n:int}/misuse", (Guid id, int n, BodyOf<FindMisuseOfPayoutRequest> body, HttpContext context, LoanDesk desk) => Answer(id, body, context, desk, (viewer, request, key, language) => Misuse(desk, viewer, id, n, request, key, language), StatusCodes.Status201Created)).WithName("findMisuseOfPayout").WithSummary("A payment is not used as agreed: a breach with owner and day").Produces<ProceedsView>(201).ProducesProblem(404).ProducesProblem(422).Act("lending.proceeds.misuse");
    }

    private static async Task<IResult> Open(Guid id, HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<Loan>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, context.RequestAborted) is { } loan
            ? Results.Json(ProceedsView.Of(read, loan, desk, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("loans", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Answer<T>(Guid id, BodyOf<T> body, HttpContext context, LoanDesk desk, Func<Viewer, T, WriteKey?, Language, Task<Written<ProceedsView>>> use, int status)
        where T : class => !body.Value.Ok ? Problems.Of(context, body.Value.Refusals) : Answers.Written(context, await use(RequestViewer.Of(context), body.Value.Value, body.Key, RequestLanguage.Of(context)), body.Key, status);

    /// <summary>A paper that is kept beside and proves no amount may show none.</summary>
    private static long Shown(LendingForm form, LoanDesk desk, KeepProofRequest request)
    {
        var beside = desk.Law.Visits.Proofs.Any(k => k.Id == request.Kind && !k.Counts);
        var none = string.IsNullOrWhiteSpace(request.Amount) || (decimal.TryParse(request.Amount.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan == 0);
        return beside && none ? 0 : form.Amount("amount", request.Amount, required: true) ?? 0;
    }

    public static async Task<Written<ProceedsView>> Keep(LoanDesk desk, Viewer viewer, Guid id, int n, KeepProofRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var (kind, number, file, hash, fen) = (form.Word("kind", request.Kind, [.. desk.Law.Visits.Proofs.Select(k => k.Id)]), form.Text("number", request.Number, 100), form.Text("file", request.File, 200), form.Hash("sha256", request.Sha256), Shown(form, desk, request));
        if (hash.Length == 0)
        {
            form.Faults.Add(LendingRefusals.Hash("sha256", "—"));
        }

        if (form.Day("on", request.On) > desk.Today)
        {
            form.Faults.Add(LendingRefusals.Day("on", $"{request.On:yyyy-MM-dd}", Words.Same($"≤ {desk.Today:yyyy-MM-dd}")));
        }

        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await Within(desk, viewer, id, n, key, language, async (work, loan, payout) =>
        {
            var rows = await work.Set<PayoutProof>().Where(p => p.LoanId == id && p.PayoutN == n).OrderBy(p => p.N).ToListAsync();
            var standing = rows.FindAll(p => p.TakenBack is null && p.Kind == kind);
            if (standing.Find(p => p.Sha256 == hash || p.Number == number) is { } there)
            {
                return ProceedsRefusals.Twice(there.N, there.Number);
            }

            if (standing.Sum(p => p.Fen) + fen > payout.Fen)
            {
                return ProceedsRefusals.Above(Money.FenText(fen), Money.FenText(payout.Fen - standing.Sum(p => p.Fen)));
            }

            var proof = new PayoutProof { LoanId = id, PayoutN = n, N = rows.Count + 1, Kind = kind, Counts = desk.Law.Visits.Proofs.First(k => k.Id == kind).Counts ? 1 : 0, Number = number, OnDay = request.On, Fen = fen, File = file, Sha256 = hash, At = Instant.Now(desk.Clock), By = work.Viewer.Person };
            work.Add(proof);
            await work.SaveChangesAsync();
            Said(work, desk, loan, "PayoutProofKept", new() { ["amount"] = Money.FenText(fen), ["file"] = file, ["kind"] = kind, ["n"] = proof.N, ["number"] = number, ["on"] = RowValues.Of(request.On), ["payout"] = n, ["sha256"] = hash });
            return null;
        });
    }

    public static async Task<Written<ProceedsView>> TakeBack(LoanDesk desk, Viewer viewer, Guid id, int n, int proof, TakeBackProofRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var reason = form.Text("reason", request.Reason, 500);
        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await Within(desk, viewer, id, n, key, language, async (work, loan, _) =>
        {
            if (await work.Set<PayoutProof>().SingleOrDefaultAsync(p => p.LoanId == id && p.PayoutN == n && p.N == proof) is not { TakenBack: null } row)
            {
                return ProceedsRefusals.NoProof(proof);
            }

            (row.TakenBack, row.TakenBackBy) = (reason, work.Viewer.Person);
            await work.SaveChangesAsync();
            Said(work, desk, loan, "PayoutProofTakenBack", new() { ["n"] = proof, ["payout"] = n, ["reason"] = reason });
            return null;
        });
    }

    public static async Task<Written<ProceedsView>> Misuse(LoanDesk desk, Viewer viewer, Guid id, int n, FindMisuseOfPayoutRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var (fen, what, assigned, due) = (form.Amount("amount", request.Amount, required: true) ?? 0, form.Text("what", request.What, 500), form.Text("assigned", request.Assigned, 100), form.Day("dueOn", request.DueOn, desk.Today));
        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await Within(desk, viewer, id, n, key, language, async (work, loan, payout) =>
        {
            var about = ProceedsView.About(id, n);
            if (fen > payout.Fen)
            {
                return ProceedsRefusals.Above(Money.FenText(fen), Money.FenText(payout.Fen));
            }

            work.Session.Alone($"covenants {loan.FacilityId}");
            if (await work.Set<CovenantBreach>().AnyAsync(b => b.FacilityId == loan.FacilityId && b.Kind == BreachWords.Misuse && b.About == about && b.Open == 1))
            {
                return ProceedsRefusals.FoundBefore(n);
            }

            var facts = new JsonArray(new JsonObject { ["loan"] = loan.Number, ["payout"] = n, ["what"] = what });
            await CovenantWatch.Found(work, desk, loan.FacilityId, BreachWords.Misuse, about, fen, facts.ToJsonString(LendingJson.Options), assigned, due);
            return null;
        });
    }

    /// <summary>A payment the bank has made, with its loan held.</summary>
    private static async Task<Written<ProceedsView>> Within(LoanDesk desk, Viewer viewer, Guid id, int n, WriteKey? key, Language language, Func<ZhirongContext, Loan, LoanPayout, Task<Refusal?>> use) =>
        await desk.Store.Commits.Once<ProceedsView>(viewer, key, desk.Clock, async work =>
        {
            if (await LoanWriting.Locked(work, id) is not { } loan)
            {
                return OpenLoan.Missing(work, id);
            }

            if (await work.Set<LoanPayout>().AsNoTracking().SingleOrDefaultAsync(p => p.LoanId == id && p.N == n) is not { } payout)
            {
                return ProceedsRefusals.NoPayout(n);
            }

            if (payout.State != PayoutStates.Paid)
            {
                return ProceedsRefusals.NotPaid(payout.State);
            }

            return await use(work, loan, payout) is { } refusal ? refusal : ProceedsView.Of(work, loan, desk, language);
        });

    private static void Said(ZhirongContext work, LoanDesk desk, Loan loan, string name, JsonObject content) =>
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new(name, "loan", RowValues.Of(loan.Id), content), desk.Clock)]);
}
