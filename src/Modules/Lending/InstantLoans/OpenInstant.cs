using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>Instant decisions: the list with counts, one with all it was made by, and made again.</summary>
internal static class OpenInstant
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/lending/instant", List).WithName("listInstant").WithSummary("Instant decisions by mandate, outcome, state and words, with counts").Produces<InstantPage>().ProducesProblem(422).Reads("lending");
        api.MapGet("/lending/instant/{id:guid}", One).WithName("openInstant").WithSummary("An instant decision with facts, reasons, contract and signature").Produces<InstantDetail>().ProducesProblem(404).Reads("lending");
        api.MapGet("/lending/instant/{id:guid}/replay", Again).WithName("replayInstant").WithSummary("Make an instant decision again, and say whether it is the same to the byte").Produces<InstantReplayed>().ProducesProblem(404).Reads("lending");
    }

    public static Refusal Missing(ZhirongContext work, Guid id) => work.Reads("instant", id) ? StorageRefusals.SharedToRead("instant", $"{id}") : WebRefusals.NotFound("instant", $"{id}");

    public static InstantDetail Detail(ZhirongContext read, InstantDesk desk, InstantDecision d, Language language)
    {
        var mandate = read.Set<LoanMandate>().AsNoTracking().FirstOrDefault(m => m.Id == d.MandateId);
        var pledges = read.Set<InstantPledge>().Where(p => p.DecisionId == d.Id).Select(p => p.PledgeId).ToList();
        var watch = d.State == InstantStates.Paid && pledges.Count == 0 ? read.Set<FundFirstWatch>().AsNoTracking().SingleOrDefault(w => w.DecisionId == d.Id) : null;
        return new(
            InstantRow.Of(d, language), mandate?.Code ?? "", d.Purpose, d.Account, pledges, d.Contract.Length == 0 ? null : new(d.Contract, d.ContractHash), d.Signature.Length == 0 ? null : JsonSerializer.Deserialize<ContractSignature>(d.Signature, LendingJson.Options),
            watch is null ? null : FundFirstView.Of(watch, language), d.FactsHash, d.ResultHash, d.Engine, Element(d.Facts), mandate is null ? [] : InstantKnown.Of(d.Facts, desk.Texts.Of(mandate), language), Element(language == Language.Zh ? d.ResultZh : d.ResultEn));
    }

    /// <summary>The decision by the kept facts and the kept texts.</summary>
    public static InstantReplayed Replay(InstantDecision d, MandateTexts texts)
    {
        var again = InstantJudgment.Of(d.Facts, texts, d.Engine).Value;
        return new(again.Zh == d.ResultZh && again.En == d.ResultEn && CanonicalText.Hash(d.Facts) == d.FactsHash, d.ResultHash, again.Hash);
    }

    private static JsonElement Element(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    public static IQueryable<InstantDecision> Found(ZhirongContext read, string? q, Guid? mandate, Guid? firm)
    {
        var words = q?.Trim() ?? "";
        var found = read.Set<InstantDecision>().AsNoTracking();
        found = words.Length == 0 ? found : found.Where(d => d.RequestNo.Contains(words) || d.FirmName.Contains(words) || d.Reasons.Contains(words));
        found = mandate is null ? found : found.Where(d => d.MandateId == mandate);
        return firm is null ? found : found.Where(d => d.FirmId == firm);
    }

    /// <summary>Counts over what is found, each word there even where none is.</summary>
    public static (IReadOnlyList<InstantCount> Outcomes, IReadOnlyList<InstantCount> States) Counts(IQueryable<InstantDecision> found, Language language)
    {
        var counts = found.GroupBy(d => new { d.Outcome, d.State }).Select(g => new { g.Key.Outcome, g.Key.State, Count = g.Count(), Fen = g.Sum(d => d.AmountFen) }).ToList();
        InstantCount Of(string word, Words title, Func<string, string, bool> fits) => new(word, title.In(language), counts.Where(c => fits(c.Outcome, c.State)).Sum(c => c.Count), Money.FenText(counts.Where(c => fits(c.Outcome, c.State)).Sum(c => c.Fen)));
        return ([.. InstantStates.Outcomes.Select(o => Of(o, InstantRow.OutcomeTitleOf(o), (outcome, _) => outcome == o))], [.. InstantStates.Words.Select(s => Of(s, InstantStates.Title(s), (_, state) => state == s))]);
    }

    private static async Task<IResult> List(HttpContext context, InstantDesk desk, string? q, Guid? mandate, Guid? firm, string? outcome, string? state, int? page, int? pageSize)
    {
        foreach (var (name, word, words) in new[] { ("outcome", outcome, InstantStates.Outcomes), ("state", state, InstantStates.Words) })
        {
            if (!string.IsNullOrEmpty(word) && !words.Contains(word))
            {
                return Problems.Of(context, WebRefusals.OneOf(name, word, words));
            }
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, language, found) = (PageRequest.Of(page, pageSize), RequestLanguage.Of(context), Found(read, q, mandate, firm));
        var (outcomes, states) = Counts(found, language);
        found = string.IsNullOrEmpty(outcome) ? found : found.Where(d => d.Outcome == outcome);
        found = string.IsNullOrEmpty(state) ? found : found.Where(d => d.State == state);
        var items = await found.OrderByDescending(d => d.At).ThenBy(d => d.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new InstantPage([.. items.Select(d => InstantRow.Of(d, language))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize, outcomes, states), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, InstantDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<InstantDecision>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, context.RequestAborted) is { } decision
            ? Results.Json(Detail(read, desk, decision, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("instant", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Again(Guid id, HttpContext context, InstantDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<InstantDecision>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, context.RequestAborted) is { } decision && await read.Set<LoanMandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == decision.MandateId, context.RequestAborted) is { } mandate
            ? Results.Json(Replay(decision, MandateTexts.Kept(mandate)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("instant", $"{id}"), StatusCodes.Status404NotFound);
    }
}
