using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <summary>Appraisals by pages, what changed last first.</summary>
internal static class ListAppraisals
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/appraisals", List).WithName("listAppraisals").WithSummary("Appraisals by name, firm, right, batch and state").Produces<PageOf<AppraisalRow>>().ProducesProblem(422).Reads("valuation");

    private static async Task<IResult> List(HttpContext context, ValuationDesk desk, string? q, Guid? firm, Guid? right, Guid? batch, string? state, int? page, int? pageSize)
    {
        if (!string.IsNullOrEmpty(state) && !AppraisalStates.Words.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, AppraisalStates.Words));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, words) = (PageRequest.Of(page, pageSize), q?.Trim() ?? "");
        var found = read.Set<Appraisal>().AsQueryable();
        found = words.Length == 0 ? found : found.Where(a => a.Name.Contains(words) || a.FirmName.Contains(words) || read.Set<AppraisedRight>().Any(r => r.AppraisalId == a.Id && r.Number == a.Version && r.RightNumber.Contains(words)));
        found = firm is null ? found : found.Where(a => a.FirmId == firm);
        found = batch is null ? found : found.Where(a => a.BatchId == batch);
        found = string.IsNullOrEmpty(state) ? found : found.Where(a => a.State == state);
        found = right is null ? found : found.Where(a => read.Set<AppraisedRight>().Any(r => r.AppraisalId == a.Id && r.Number == a.Version && r.RightId == right));
        var items = await found.OrderByDescending(a => a.ChangedAt).ThenBy(a => a.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        var after = After(read, items, RequestLanguage.Of(context));
        return Results.Json(new PageOf<AppraisalRow>([.. items.Select(a => AppraisalRow.Of(a, after.GetValueOrDefault(a.Id)))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    /// <summary>尽调后价值 of each appraisal of a page.</summary>
    private static Dictionary<Guid, string?> After(ZhirongContext read, List<Appraisal> items, Language language)
    {
        var ids = items.ConvertAll(a => a.Id);
        var parts = (from r in read.Set<AppraisedRight>() join a in read.Set<Appraisal>() on new { r.AppraisalId, r.Number } equals new { AppraisalId = a.Id, Number = a.Version } where ids.Contains(a.Id) select new { a.Id, a.Purpose, r.Ref, r.RightId, r.Fen }).ToList();
        var factors = parts.GroupBy(p => p.Purpose).ToDictionary(g => g.Key, g => RightFactors.Newest(read, [.. g.Select(p => p.RightId).OfType<Guid>()], DateOnly.MaxValue, g.Key));
        return parts.GroupBy(p => (p.Id, p.Purpose)).ToDictionary(g => g.Key.Id, g => AfterDiligence.Of(factors[g.Key.Purpose], [.. g.Select(p => new PartBefore(p.Ref, p.RightId, p.Fen))], language).Value);
    }
}
