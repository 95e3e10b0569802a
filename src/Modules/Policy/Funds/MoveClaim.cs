using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Funds;

/// <param name="From">Version of the claim.</param>
/// <param name="Day">The day it counts from; not after today.</param>
/// <param name="Gross">Yuan recovered in all so far, for a recovery.</param>
/// <param name="Costs">Yuan it cost in all so far.</param>
public sealed record MoveClaimRequest(int From, string Note, DateOnly Day, string? Gross = null, string? Costs = null);

/// <summary>补偿申请的流转: approved within what the fund holds, paid out of its book, refused, and recoveries returned to it.</summary>
internal static class MoveClaim
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/policy/claims/{id:guid}/approve", (Guid id, BodyOf<MoveClaimRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, "approved", body, context, desk)).WithName("approveClaim").WithSummary("Approve a claim with what the fund holds now").Produces<ClaimDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.claim.approve");
        api.MapPost("/policy/claims/{id:guid}/refuse", (Guid id, BodyOf<MoveClaimRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, "refused", body, context, desk)).WithName("refuseClaim").WithSummary("Refuse a claim").Produces<ClaimDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.claim.refuse");
        api.MapPost("/policy/claims/{id:guid}/pay", (Guid id, BodyOf<MoveClaimRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, "paid", body, context, desk)).WithName("payClaim").WithSummary("Pay a claim out of the fund's book").Produces<ClaimDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.claim.pay");
        api.MapPost("/policy/claims/{id:guid}/recover", (Guid id, BodyOf<MoveClaimRequest> body, HttpContext context, PolicyDesk desk) => Answer(id, "recovered", body, context, desk)).WithName("recoverClaim").WithSummary("Note what was recovered in all; the fund's part is returned to its book").Produces<ClaimDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.claim.recover");
    }

    /// <summary>Notes a change with its evidence; the caller saves.</summary>
    public static void Step(ZhirongContext work, PolicyDesk desk, CompensationClaim claim, string state, long? fen, string note, DateOnly day, bool created = false)
    {
        var n = created ? 1 : claim.Version + 1;
        claim.Version = n;
        claim.State = state == "recovered" ? claim.State : state;
        (claim.ChangedAt, claim.ChangedBy) = (Instant.Now(desk.Clock), work.Viewer.Person);
        work.Add(new ClaimStep { ClaimId = claim.Id, N = n, State = state, Fen = fen, Note = note, Day = day, At = claim.ChangedAt, By = claim.ChangedBy });
        desk.Witness(work, Happening(state), "claim", claim.Id, new JsonObject
        {
            ["amount"] = fen is { } known ? Money.FenText(known) : null,
            ["day"] = $"{day:yyyy-MM-dd}",
            ["filing"] = $"{claim.FilingId}",
            ["fund"] = $"{claim.FundId}",
            ["input"] = $"sha256:{claim.InputHash}",
            ["note"] = note,
        });
    }

    private static string Happening(string state) => state switch
    {
        "submitted" => "CompensationClaimed",
        "approved" => "CompensationApproved",
        "paid" => "CompensationPaid",
        "refused" => "CompensationRefused",
        _ => "RecoveryReturned",
    };

    private static async Task<IResult> Answer(Guid id, string state, BodyOf<MoveClaimRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new PolicyForm(), body.Value.Value, RequestLanguage.Of(context));
        form.Text("note", request.Note, 500, required: state == "refused");
        form.Day("day", request.Day, most: desk.Today);
        (long Gross, long Costs) recovery = state == "recovered" ? (form.Fen("gross", request.Gross), form.Fen("costs", request.Costs, orZero: true)) : default;
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<ClaimDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var moved = await Within(work, desk, id, state, request, recovery);
            return moved.Ok ? ClaimDetail.Of(work, moved.Value, language) : Result<ClaimDetail>.Refused(moved.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PolicyRefusals.StaleCode);
    }

    /// <summary>One move on the commit queue: nobody else files with the fund or claims on it meanwhile.</summary>
    internal static async Task<Result<CompensationClaim>> Within(ZhirongContext work, PolicyDesk desk, Guid id, string state, MoveClaimRequest request, (long Gross, long Costs) recovery)
    {
        if (await work.Set<CompensationClaim>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } seen)
        {
            return WebRefusals.NotFound("claims", $"{id}");
        }

        FundClocks.Alone(work, seen.FundId);
        var claim = await work.Set<CompensationClaim>().SingleAsync(c => c.Id == id);
        var faults = await Moved(work, desk, claim, state, request, recovery);
        return faults.Count == 0 ? claim : Result<CompensationClaim>.Refused(faults);
    }

    private static async Task<IReadOnlyList<Refusal>> Moved(ZhirongContext work, PolicyDesk desk, CompensationClaim claim, string state, MoveClaimRequest request, (long Gross, long Costs) recovery)
    {
        if (request.From != claim.Version)
        {
            return [PolicyRefusals.Stale(request.From, claim.Version)];
        }

        var wanted = state switch { "approved" or "refused" => "submitted", "paid" => "approved", _ => "paid" };
        if (claim.State != wanted)
        {
            return [PolicyRefusals.NotNow(claim.State, wanted)];
        }

        var (fund, filing) = (await work.Set<CompensationFund>().SingleAsync(f => f.Id == claim.FundId), await work.Set<FundFiling>().SingleAsync(f => f.Id == claim.FilingId));
        var (faults, fen) = state switch
        {
            "approved" => Approve(work, desk, fund, filing, claim),
            "paid" => Pay(work, desk, fund, claim, request.Day),
            "refused" => ([], Refuse(filing)),
            _ => Recover(work, desk, fund, filing, claim, request.Day, recovery),
        };
        if (faults.Count > 0)
        {
            return faults;
        }

        Step(work, desk, claim, state, fen, request.Note?.Trim() ?? "", request.Day);
        await work.SaveChangesAsync();
        return [];
    }

    /// <summary>What others' approved claims will take is no longer there for this one.</summary>
    private static (IReadOnlyList<Refusal> Faults, long? Fen) Approve(ZhirongContext work, PolicyDesk desk, CompensationFund fund, FundFiling filing, CompensationClaim claim)
    {
        var promised = work.Set<CompensationClaim>().Where(c => c.FundId == fund.Id && c.State == "approved").Select(c => c.FundFen).Sum() ?? 0;
        var made = ClaimCalculation.Of(work, desk, fund, filing, claim, Math.Max(0, FundClocks.Of(work, fund, desk.Today).BalanceFen - promised));
        if (!made.Ok)
        {
            return (made.Refusals, null);
        }

        if (made.Value.State == ShareState.Open)
        {
            return ([PolicyRefusals.StillOpen(string.Join(", ", made.Value.Missing))], null);
        }

        if (ClaimCalculation.Part(made.Value, fund) is not { TotalFen: > 0 } part)
        {
            return ([PolicyRefusals.NotPayable(ShareResult.StateWords[(int)made.Value.State])], null);
        }

        ClaimCalculation.Take(work, desk, fund, claim, made.Value);
        return ([], part.TotalFen);
    }

    private static (IReadOnlyList<Refusal> Faults, long? Fen) Pay(ZhirongContext work, PolicyDesk desk, CompensationFund fund, CompensationClaim claim, DateOnly day)
    {
        var fen = claim.FundFen!.Value;
        if (FundPosting.Post(work, desk, fund, "风险补偿 compensation paid", day, FundClocks.ToRecover, FundClocks.Cash, fen, new("claim", $"{claim.Id}")) is { } fault)
        {
            return ([fault], null);
        }

        var payload = new JsonObject { ["amount"] = Money.FenText(fen), ["claim"] = $"{claim.Id}", ["day"] = $"{day:yyyy-MM-dd}", ["fund"] = $"{fund.Id}", ["filing"] = $"{claim.FilingId}", ["owner"] = $"{claim.OwnerId}" };
        OutboxEvents.Publish(work, "CompensationPaid", "claim", $"{claim.Id}", PolicyDesk.Written(w => payload.WriteTo(w)), desk.Clock);
        return ([], fen);
    }

    /// <summary>A refused claim leaves its loan filed as it was.</summary>
    private static long? Refuse(FundFiling filing)
    {
        (filing.State, filing.Version) = ("live", filing.Version + 1);
        return null;
    }

    /// <summary>Recoveries are stated in all so far: what is returned now is the difference to what was returned before.</summary>
    private static (IReadOnlyList<Refusal> Faults, long? Fen) Recover(ZhirongContext work, PolicyDesk desk, CompensationFund fund, FundFiling filing, CompensationClaim claim, DateOnly day, (long Gross, long Costs) recovery)
    {
        var made = ClaimCalculation.Of(work, desk, fund, filing, claim, recovery: recovery);
        if (!made.Ok)
        {
            return (made.Refusals, null);
        }

        if (ClaimCalculation.Part(made.Value, fund) is not { } part || part.TotalFen != claim.FundFen)
        {
            return ([PolicyRefusals.NotPayable(ShareResult.StateWords[(int)made.Value.State])], null);
        }

        var now = part.ReturnedFen - claim.ReturnedFen;
        if (now <= 0)
        {
            return ([PolicyRefusals.TooMuch("gross", Money.FenText(part.ReturnedFen), $"> {Money.FenText(claim.ReturnedFen)}")], null);
        }

        if (FundPosting.Post(work, desk, fund, "追偿返还 recovery returned", day, FundClocks.Cash, FundClocks.ToRecover, now, new("claim", $"{claim.Id}")) is { } fault)
        {
            return ([fault], null);
        }

        claim.ReturnedFen = part.ReturnedFen;
        claim.ResultZh = PolicyDesk.Written(w => ShareJson.Write(w, made.Value, claim.InputHash, PolicyDesk.Engine, Language.Zh));
        claim.ResultEn = PolicyDesk.Written(w => ShareJson.Write(w, made.Value, claim.InputHash, PolicyDesk.Engine, Language.En));
        return ([], now);
    }
}
