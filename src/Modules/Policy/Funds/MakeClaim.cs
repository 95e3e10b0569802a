using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Funds;

/// <param name="Facts">By name, each a value or <c>{value, source, date}</c>; the fund's own figures come from its book.</param>
/// <param name="DueOn">The day by which it has to be decided.</param>
public sealed record MakeClaimRequest(Guid FilingId, DateOnly FiledOn, JsonElement Facts, string Note, DateOnly? DueOn = null);

/// <summary>申请补偿: a claim on a fund for a filed loan; and one with its account.</summary>
internal static class MakeClaim
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/policy/funds/{id:guid}/claims", Answer).WithName("makeClaim").WithSummary("Claim on a fund for a filed loan; who bears what is computed").Produces<ClaimDetail>(201).ProducesProblem(404).ProducesProblem(422).Act("policy.claim.make");
        api.MapGet("/policy/claims/{id:guid}", One).WithName("openClaim").WithSummary("A claim with its facts, who bears what, and its history").Produces<ClaimDetail>().ProducesProblem(404).Reads("policy");
    }

    private static async Task<IResult> One(Guid id, HttpContext context, PolicyDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<CompensationClaim>().SingleOrDefaultAsync(c => c.Id == id, context.RequestAborted) is { } found
            ? Results.Json(ClaimDetail.Of(read, found, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("claims", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<MakeClaimRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new PolicyForm(), body.Value.Value, RequestLanguage.Of(context));
        form.Text("note", request.Note, 500, required: false);
        form.Day("filedOn", request.FiledOn, most: desk.Today);
        if (request.DueOn is { } due)
        {
            form.Day("dueOn", due, least: request.FiledOn);
        }

        var facts = StatedFacts.Document(request.Facts);
        form.Faults.AddRange(facts.Refusals);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<ClaimDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            FundClocks.Alone(work, id);
            if (await work.Set<CompensationFund>().SingleOrDefaultAsync(f => f.Id == id) is not { } fund)
            {
                return WebRefusals.NotFound("funds", $"{id}");
            }

            var made = await Make(work, desk, fund, request, facts.Value);
            return made.Ok ? ClaimDetail.Of(work, made.Value, language) : Result<ClaimDetail>.Refused(made.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<Result<CompensationClaim>> Make(ZhirongContext work, PolicyDesk desk, CompensationFund fund, MakeClaimRequest request, string facts)
    {
        if (await work.Set<FundFiling>().SingleOrDefaultAsync(f => f.Id == request.FilingId && f.FundId == fund.Id) is not { } filing)
        {
            return WebRefusals.NotFound("filings", $"{request.FilingId}");
        }

        if (filing.State != "live")
        {
            return PolicyRefusals.NotNow(filing.State, "live");
        }

        var claim = new CompensationClaim { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Version = 1, FundId = fund.Id, FilingId = filing.Id, State = "submitted", Facts = facts, InputHash = "", ResultZh = "", ResultEn = "", ReturnedFen = 0, FiledOn = request.FiledOn, DueOn = request.DueOn, ChangedAt = Instant.Now(desk.Clock), ChangedBy = work.Viewer.Person };
        var shared = ClaimCalculation.Of(work, desk, fund, filing, claim);
        if (!shared.Ok)
        {
            return Result<CompensationClaim>.Refused(shared.Refusals);
        }

        ClaimCalculation.Take(work, desk, fund, claim, shared.Value);
        (filing.State, filing.Version) = ("claimed", filing.Version + 1);
        work.Add(claim);
        MoveClaim.Step(work, desk, claim, "submitted", claim.FundFen, request.Note?.Trim() ?? "", request.FiledOn, created: true);
        await work.SaveChangesAsync();
        return claim;
    }
}

/// <summary>Who bears a claimed loss, with the fund's figures from its book.</summary>
internal static class ClaimCalculation
{
    /// <param name="balanceFen">What the fund may still pay, where that is less than it holds.</param>
    /// <param name="recovery">Gross and costs in fen of a claim that was paid: what the fund paid then bounds its part.</param>
    public static Result<ShareResult> Of(ZhirongContext read, PolicyDesk desk, CompensationFund fund, FundFiling filing, CompensationClaim claim, long? balanceFen = null, (long Gross, long Costs)? recovery = null)
    {
        var rule = SchemeShelf.Find(read, desk, ShippedScheme.ShareKind, fund.Scheme, fund.SchemeNumber)!.Scheme.Share!;
        if (recovery is not null)
        {
            rule = rule with { Limits = [new("paid", new("已付补偿", "paid by the fund"), fund.Party, LimitScope.Loan, claim.FundFen)] };
        }

        var sheet = StatedFacts.Read(claim.Facts, rule.Vocabulary, rule.CountedLimits);
        if (!sheet.Ok)
        {
            return Result<ShareResult>.Refused(sheet.Refusals);
        }

        if (sheet.Value.Facts.Keys.FirstOrDefault(k => k.StartsWith("fund.", StringComparison.Ordinal) || k.StartsWith("recovery.", StringComparison.Ordinal)) is { } stated)
        {
            return PolicyRefusals.FundFact(stated);
        }

        if (sheet.Value.Fen("loss.principal") is { } loss && loss > filing.PrincipalFen)
        {
            return PolicyRefusals.LossBeyond(Money.FenText(loss), Money.FenText(filing.PrincipalFen));
        }

        var clocks = FundClocks.Of(read, fund, desk.Today);
        var facts = (clocks with { BalanceFen = balanceFen ?? clocks.BalanceFen }).Facts(desk.Today);
        if (recovery is { } given)
        {
            facts["recovery.gross"] = new(given.Gross, Money.FenText(given.Gross), "", null);
            facts["recovery.costs"] = new(given.Costs, Money.FenText(given.Costs), "", null);
        }

        foreach (var (name, value) in sheet.Value.Facts)
        {
            facts[name] = value;
        }

        return LossSharing.Of(rule, sheet.Value with { Facts = facts, Used = Used(read, rule, fund, filing, claim) }, desk.Rates);
    }

    public static void Take(ZhirongContext read, PolicyDesk desk, CompensationFund fund, CompensationClaim claim, ShareResult made)
    {
        var scheme = SchemeShelf.Find(read, desk, ShippedScheme.ShareKind, fund.Scheme, fund.SchemeNumber)!.Scheme;
        claim.InputHash = PolicyDesk.Hash(scheme.Text + claim.Facts);
        claim.ResultZh = PolicyDesk.Written(w => ShareJson.Write(w, made, claim.InputHash, PolicyDesk.Engine, Language.Zh));
        claim.ResultEn = PolicyDesk.Written(w => ShareJson.Write(w, made, claim.InputHash, PolicyDesk.Engine, Language.En));
        claim.LossFen = made.LossFen;
        claim.FundFen = Part(made, fund)?.TotalFen;
    }

    public static PartyLoss? Part(ShareResult made, CompensationFund fund) => made.State == ShareState.Shared ? made.Parties.First(p => p.Party.Id == fund.Party) : null;

    /// <summary>What the fund already pays for the firm, and for the bank.</summary>
    private static Dictionary<string, long> Used(ZhirongContext read, ShareRule rule, CompensationFund fund, FundFiling filing, CompensationClaim claim)
    {
        var decided = from c in read.Set<CompensationClaim>() join f in read.Set<FundFiling>() on c.FilingId equals f.Id where c.FundId == fund.Id && c.Id != claim.Id && (c.State == "approved" || c.State == "paid") select new { c.FundFen, c.ReturnedFen, f.FirmCode, f.BankName };
        var used = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var limit in rule.Limits.Where(l => l.Party == fund.Party && l.Scope is LimitScope.Firm or LimitScope.Bank))
        {
            var own = limit.Scope == LimitScope.Firm ? decided.Where(d => d.FirmCode == filing.FirmCode) : decided.Where(d => d.BankName == filing.BankName);
            used[limit.Id] = own.Select(d => d.FundFen - d.ReturnedFen).Sum() ?? 0;
        }

        return used;
    }
}
