using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <param name="Signer">Who signed for the borrower.</param>
/// <param name="Provider">The signing platform.</param>
/// <param name="Reference">The platform's receipt.</param>
/// <param name="Sha256">Of the contract that was signed: the offered one and no other.</param>
/// <param name="SignedAt">ISO instant, after the decision and not in the future.</param>
public sealed record SignInstantRequest(string Signer, string Provider, string Reference, string Sha256, DateTimeOffset SignedAt);

/// <summary>
/// 签约放款: the borrower's signature arrives from whatever platform he signed on, and the loan is made, paid and posted in one transaction inside
/// the mandate. Everything that may have changed since the decision is looked at again: the switch, the caps, the rights, the pledge.
/// </summary>
internal static class SignInstant
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/instant/{id:guid}/sign", Answer).WithName("signInstant").WithSummary("Take in the borrower's signature and pay the loan out inside the mandate; signed again, the same loan").Produces<InstantDetail>().ProducesProblem(404).ProducesProblem(422).Act("lending.instant.sign");

    private static async Task<IResult> Answer(Guid id, BodyOf<SignInstantRequest> body, HttpContext context, InstantDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Sign(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key);
    }

    public static async Task<Written<InstantDetail>> Sign(InstantDesk desk, Viewer viewer, Guid id, SignInstantRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        form.Text("signer", request.Signer, 100);
        form.Text("provider", request.Provider, 100);
        form.Text("reference", request.Reference, 100);
        var hash = form.Hash("sha256", request.Sha256);
        if (form.Faults.Count > 0)
        {
            return new() { Refusals = form.Faults };
        }

        return await desk.Store.Commits.Once<InstantDetail>(viewer, key, desk.Clock, async work =>
        {
            if (await work.Set<InstantDecision>().SingleOrDefaultAsync(d => d.Id == id) is not { } decision)
            {
                return OpenInstant.Missing(work, id);
            }

            if (await Pay(work, desk, decision, request, hash) is { } refusal)
            {
                return refusal;
            }

            return OpenInstant.Detail(work, desk, decision, language);
        });
    }

    private static async Task<Refusal?> Pay(ZhirongContext work, InstantDesk desk, InstantDecision decision, SignInstantRequest request, string hash)
    {
        if (decision.State is InstantStates.Offered or InstantStates.Paid && decision.ContractHash != hash)
        {
            return InstantRefusals.Signature(hash, decision.ContractHash);
        }

        if (decision.State == InstantStates.Paid)
        {
            // A double click: the loan is there.
            return null;
        }

        var (day, mandate) = (desk.Today, await work.Set<LoanMandate>().AsNoTracking().SingleAsync(m => m.Id == decision.MandateId));
        if (AskInstant.Stands(mandate, day) is { } stopped)
        {
            return stopped;
        }

        if (decision.State != InstantStates.Offered)
        {
            return InstantRefusals.DecisionState(decision.State);
        }

        if (decision.OfferEnds <= day)
        {
            return InstantRefusals.OfferOver(decision.OfferEnds!.Value);
        }

        // Answers print milliseconds; a platform may have no finer clock.
        if (Instant.Of(request.SignedAt) < decision.At / 1_000 * 1_000 || request.SignedAt > desk.Clock.GetUtcNow())
        {
            return InstantRefusals.SignedAt($"{request.SignedAt:yyyy-MM-ddTHH:mm:sszzz}");
        }

        // The mandate first, then the decision: a stop takes them in the same order.
        if (MandateGuard.Take(work.Session, mandate, decision.FirmId, decision.AmountFen, day) is { } over)
        {
            return over;
        }

        if (work.Session.Execute("UPDATE len_instant SET state = 'paid' WHERE id = @p0 AND state = 'offered'", RowValues.Of(decision.Id)) == 0)
        {
            return InstantRefusals.DecisionState(InstantStates.Stopped);
        }

        return Changed(work, desk, decision, day) ?? await Lend(work, desk, decision, mandate, request, day);
    }

    /// <summary>The rights the decision went by have to stand as they did.</summary>
    private static Refusal? Changed(ZhirongContext work, InstantDesk desk, InstantDecision decision, DateOnly day)
    {
        List<Guid> ids = [.. JsonNode.Parse(decision.Facts)!["rights"]!.AsArray().Select(r => Guid.Parse($"{r!["id"]}"))];
        var now = desk.Lending.Rights.OnDay(work, ids, day);
        var lost = now.FirstOrDefault(r => !r.State.State.InForce() || r.Encumbrances.Any(e => e.Kind == EncumbranceKind.Freeze && e.Stands(day)));
        return lost is not null
            ? InstantRefusals.RightChanged(lost.Number, lost.State.State.InForce() ? EncumbranceKind.Freeze.Title().Zh : RightStates.Title(lost.State.State).Zh)
            : now.Count < ids.Count ? InstantRefusals.RightChanged($"{ids.Count - now.Count}", RightStates.Title(RightState.Unknown).Zh) : null;
    }

    private static async Task<Refusal?> Lend(ZhirongContext work, InstantDesk desk, InstantDecision decision, LoanMandate mandate, SignInstantRequest request, DateOnly day)
    {
        var pledges = await work.Set<InstantPledge>().Where(p => p.DecisionId == decision.Id).Select(p => p.PledgeId).OrderBy(p => p).ToListAsync();
        var product = desk.Texts.Of(mandate).Product;
        if (await Security(work, decision, mandate, pledges, product.Security.FirstFund?.Fen ?? 0) is { } short_)
        {
            return short_;
        }

        var (number, amount) = (InstantContract.Number(decision.Id, decision.Day), Money.FenText(decision.AmountFen));
        var line = new MakeFacilityRequest(number, FacilityWords.Single, decision.FirmName, amount, day, day, mandate.BookId, pledges, BorrowerCode: decision.FirmCode.Length == 18 ? decision.FirmCode : null);
        var draw = new DrawLoanRequest(number, amount, day, decision.Purpose, InstantContract.Terms(product, decision.Months, decision.Rate!.Value / 1_000_000_000m), [new(decision.FirmName, decision.Account, amount, number, mandate.BankCode)], mandate.AccountId, "");
        var (made, asked) = (MakeFacility.Read(line), DrawLoan.Read(desk.Loans, draw, desk.Loans.Payouts.FaultsInBook));
        if (!made.Ok || !asked.Ok)
        {
            return made.Ok ? asked.Refusals[0] : made.Refusals[0];
        }

        var facility = await MakeFacility.Add(work, desk.Loans, line, made.Value);
        if (!facility.Ok)
        {
            return facility.Refusals[0];
        }

        var loan = await DrawLoan.Within(work, desk.Loans, facility.Value, draw, asked.Value, batch => desk.Loans.Payouts.PayInBook(work, batch, $"授权 {mandate.Code} / mandate", decision.FirmName));
        if (!loan.Ok)
        {
            return loan.Refusals[0];
        }

        await Done(work, desk, decision, mandate, request, facility.Value, loan.Value, pledges, day);
        return null;
    }

    /// <summary>What the pledges secure at most, or what may go out before there is one.</summary>
    private static async Task<Refusal?> Security(ZhirongContext work, InstantDecision decision, LoanMandate mandate, List<Guid> pledges, long first)
    {
        if (pledges.Count == 0)
        {
            var unregistered = await work.Set<FundFirstWatch>().Where(w => w.FirmId == decision.FirmId && w.State != InstantStates.Registered).SumAsync(w => w.Fen);
            return mandate.FirstFund == 1 && unregistered + decision.AmountFen <= first ? null : InstantRefusals.OverFirst(Money.FenText(decision.AmountFen), Money.FenText(Math.Max(0, first - unregistered)));
        }

        var (left, names) = (0L, new List<string>());
        foreach (var id in pledges)
        {
            work.Session.Alone($"pledge exposure {id}");
            var pledge = await work.Set<Pledge>().AsNoTracking().SingleAsync(p => p.Id == id);
            if (pledge.State != PledgeStates.Perfected)
            {
                return InstantRefusals.Pledges("pledges", $"{pledge.ContractNo}: {PledgeStates.Title(pledge.State).Zh}", PledgeStates.Title(PledgeStates.Perfected));
            }

            var used = await work.Set<FacilityPledge>().Where(f => f.PledgeId == id).Join(work.Set<Facility>(), f => f.FacilityId, f => f.Id, (_, f) => f.UsedFen).SumAsync();
            left += Math.Max(0, pledge.SecuredFen - used);
            names.Add(pledge.ContractNo);
        }

        return decision.AmountFen <= left ? null : InstantRefusals.OverPledge(string.Join(' ', names), Money.FenText(decision.AmountFen), Money.FenText(left));
    }

    private static async Task Done(ZhirongContext work, InstantDesk desk, InstantDecision decision, LoanMandate mandate, SignInstantRequest request, Facility facility, Loan loan, List<Guid> pledges, DateOnly day)
    {
        var payout = work.Set<LoanPayout>().Local.Single(p => p.LoanId == loan.Id);
        (decision.State, decision.FacilityId, decision.LoanId, decision.BatchCode, decision.Version, decision.ChangedAt) = (InstantStates.Paid, facility.Id, loan.Id, payout.BatchCode, decision.Version + 1, Instant.Now(desk.Clock));
        decision.Signature = JsonSerializer.Serialize(new ContractSignature(request.Signer.Trim(), request.Provider.Trim(), request.Reference.Trim(), decision.ContractHash, request.SignedAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)), LendingJson.Options);
        if (pledges.Count == 0)
        {
            work.Add(new FundFirstWatch { Id = desk.NewId(), OwnerId = decision.OwnerId, Version = 1, DecisionId = decision.Id, FacilityId = facility.Id, FirmId = decision.FirmId, FirmName = decision.FirmName, Fen = decision.AmountFen, DueOn = desk.Lending.Calendar.Offset(day, mandate.RegisterDays).Date, State = InstantStates.Waiting, ChangedAt = decision.ChangedAt });
        }

        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, decision.OwnerId, new("InstantPaid", "instant", RowValues.Of(decision.Id), new JsonObject { ["amount"] = Money.FenText(decision.AmountFen), ["batch"] = decision.BatchCode, ["contract"] = $"sha256:{decision.ContractHash}", ["loan"] = RowValues.Of(loan.Id), ["mandate"] = mandate.Code, ["number"] = loan.Number, ["reference"] = request.Reference.Trim(), ["signer"] = request.Signer.Trim() }), desk.Clock)]);
    }
}
