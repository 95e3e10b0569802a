using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>先放款后登记: money out before its pledge is registered, with its day, what is still missing, what a pledge begins with, and what may still go out first under each mandate.</summary>
internal static class OpenFundFirst
{
    private static readonly IReadOnlyList<string> States = [InstantStates.Waiting, InstantStates.Overdue, InstantStates.Registered];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/lending/instant/watches", Answer).WithName("listFundFirst").WithSummary("Money out before its pledge is registered, by the day it is due, with what is missing, and what may still go out by mandate").Produces<FundFirstPage>().ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(HttpContext context, InstantDesk desk, string? q, Guid? mandate, string? state, bool? late, int? page, int? pageSize)
    {
        if (!string.IsNullOrEmpty(state) && !States.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, States));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, language, today, words) = (PageRequest.Of(page, pageSize), RequestLanguage.Of(context), desk.Today, q?.Trim() ?? "");
        var found = read.Set<FundFirstWatch>().AsNoTracking();
        found = words.Length == 0 ? found : found.Where(w => w.FirmName.Contains(words) || read.Set<Facility>().Any(f => f.Id == w.FacilityId && f.Number.Contains(words)));
        found = mandate is null ? found : found.Where(w => read.Set<InstantDecision>().Any(d => d.Id == w.DecisionId && d.MandateId == mandate));
        var counts = await found.GroupBy(w => w.State).Select(g => new { g.Key, Count = g.Count(), Fen = g.Sum(w => w.Fen) }).ToListAsync(context.RequestAborted);
        found = string.IsNullOrEmpty(state) ? found : found.Where(w => w.State == state);
        found = late == true ? found.Where(w => w.State != InstantStates.Registered && w.DueOn < today) : found;
        var items = await found.OrderBy(w => w.State == InstantStates.Registered ? 1 : 0).ThenBy(w => w.DueOn).ThenBy(w => w.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(
            new FundFirstPage(
                Rows(read, items, today, language), await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize,
                [.. States.Select(s => new InstantCount(s, InstantStates.WatchTitle(s).In(language), counts.Where(c => c.Key == s).Sum(c => c.Count), Money.FenText(counts.Where(c => c.Key == s).Sum(c => c.Fen))))], Caps(read, desk, language)),
            WebJson.Options);
    }

    /// <summary>Of each mandate that permits it, what is out first and what is left of its total; of a firm, what the product permits at once.</summary>
    private static IReadOnlyList<FundFirstCap> Caps(ZhirongContext read, InstantDesk desk, Language language)
    {
        var outs = (from w in read.Set<FundFirstWatch>() join d in read.Set<InstantDecision>() on w.DecisionId equals d.Id where w.State != InstantStates.Registered group w by d.MandateId into g select new { g.Key, Fen = g.Sum(w => w.Fen), Count = g.Count() }).ToDictionary(g => g.Key);
        return [.. read.Set<LoanMandate>().AsNoTracking().Where(m => m.FirstFund == 1).OrderBy(m => m.Code).ToList().Select(m =>
        {
            var first = desk.Texts.Of(m).Product.Security.FirstFund;
            var stands = outs.GetValueOrDefault(m.Id);
            return new FundFirstCap(m.Id, m.Code, m.Title, m.State, InstantStates.MandateTitle(m.State).In(language), Money.FenText(stands?.Fen ?? 0), stands?.Count ?? 0, Money.FenText(m.TotalFen), Money.FenText(m.TotalFen - m.UsedFen), first is null ? null : $"{first}", m.RegisterDays);
        })];
    }

    private static List<FundFirstRow> Rows(ZhirongContext read, List<FundFirstWatch> watches, DateOnly today, Language language)
    {
        var (decisionIds, facilityIds, firms) = (watches.ConvertAll(w => w.DecisionId), watches.ConvertAll(w => w.FacilityId), watches.ConvertAll(w => w.FirmName));
        var decisions = read.Set<InstantDecision>().AsNoTracking().Where(d => decisionIds.Contains(d.Id)).ToDictionary(d => d.Id);
        var mandates = read.Set<LoanMandate>().AsNoTracking().Where(m => decisions.Values.Select(d => d.MandateId).Contains(m.Id)).Select(m => new { m.Id, m.Code }).ToDictionary(m => m.Id, m => m.Code);
        var facilities = read.Set<Facility>().AsNoTracking().Where(f => facilityIds.Contains(f.Id)).ToDictionary(f => f.Id);
        var pledges = read.Set<Pledge>().AsNoTracking().Where(p => firms.Contains(p.Debtor) && p.State != PledgeStates.Released && p.State != PledgeStates.Lost).OrderByDescending(p => p.ChangedAt).ToList();
        var pledgeIds = pledges.ConvertAll(p => p.Id);
        var filings = read.Set<PledgeRegistration>().AsNoTracking().Where(r => pledgeIds.Contains(r.PledgeId)).ToList();
        var breaches = read.Set<CovenantBreach>().AsNoTracking().Where(b => facilityIds.Contains(b.FacilityId) && b.Kind == BreachWords.Unregistered && b.Open == 1).ToList();
        return watches.ConvertAll(w =>
        {
            var (decision, facility) = (decisions.GetValueOrDefault(w.DecisionId), facilities.GetValueOrDefault(w.FacilityId));
            var pledge = w.PledgeId is { } standing ? pledges.Find(p => p.Id == standing) : pledges.Find(p => p.Debtor == w.FirmName && p.OwnerId == w.OwnerId && p.State != PledgeStates.Perfected);
            var own = pledge is null ? [] : filings.FindAll(f => f.PledgeId == pledge.Id);
            var next = own.OrderBy(f => RegistrationWords.State(f.State).Stands()).FirstOrDefault();
            return new FundFirstRow(
                w.Id, w.State, InstantStates.WatchTitle(w.State).In(language), w.FirmName, Money.FenText(w.Fen), w.DueOn, w.DueOn.DayNumber - today.DayNumber, Missing(w, pledge, own), w.DecisionId, decision?.RequestNo ?? "", decision?.MandateId, decision is null ? "" : mandates.GetValueOrDefault(decision.MandateId, ""), w.FacilityId, facility?.Number ?? "", decision?.LoanId,
                pledge?.Id ?? w.PledgeId, pledge?.ContractNo, next?.Id, next is null ? null : RegistrationWords.State(next.State).Title().In(language), breaches.Find(b => b.FacilityId == w.FacilityId)?.Id,
                w.State == InstantStates.Registered || pledge is not null ? null : Start(decision, facility));
        });
    }

    /// <summary>What of pledge contract, filing and certificate is not there yet, in this order.</summary>
    public static IReadOnlyList<string> Missing(FundFirstWatch watch, Pledge? pledge, IReadOnlyCollection<PledgeRegistration> filings) =>
        watch.State == InstantStates.Registered ? []
        : pledge is null ? ["contract", "filing", "certificate"]
        : filings.Count > 0 && filings.All(f => RegistrationWords.State(f.State) is var s && (s.Filed() || s.Stands())) ? ["certificate"] : ["filing", "certificate"];

    /// <summary>What a pledge for it begins with: the rights it was decided by, the line's contract and last day, the amount that went out.</summary>
    private static FundFirstStart? Start(InstantDecision? decision, Facility? facility) => decision is null || facility is null ? null : new(
        [.. JsonNode.Parse(decision.Facts)!["rights"]!.AsArray().Select(r => $"{r!["number"]}")], decision.FirmName, facility.Number, Money.FenText(decision.AmountFen), facility.FromDay, facility.UntilDay);
}
