using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.CreditPolicies;

/// <summary>信贷政策: the policies with the version that decides today and the one that waits, and one of them with its versions.</summary>
internal static class OpenPolicy
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/lending/policies", List).WithName("listPolicies").WithSummary("Credit policies with the version in force and the one that goes live next").Produces<PolicyList>().Reads("lending");
        api.MapGet("/lending/policies/{code}", One).WithName("openPolicy").WithSummary("A credit policy with the text asked for, else the newest; 0 is the one shipped").Produces<PolicyDetail>().ProducesProblem(404).Reads("lending");
    }

    public static PolicyDetail? Detail(ZhirongContext read, Origination desk, string code, int? number, Language language)
    {
        var texts = PolicyShelf.Of(read, desk.Shelf, code);
        if (texts.LastOrDefault(t => number is null || t.Number == number) is not { } found)
        {
            return null;
        }

        var (today, deciding) = (desk.Lending.Today, PolicyShelf.Deciding(texts, desk.Lending.Today));
        return new(Row(texts, today, Decided(read).GetValueOrDefault(code), language), found.Number, texts[^1].Number, found.Shipped.Text, found.Shipped.Policy.Source, [.. texts.Reverse().Select(t => PolicyVersionView.Of(t, deciding, today, language))]);
    }

    private static PolicyRow Row(IReadOnlyList<ShelvedPolicy> texts, DateOnly today, int decided, Language language)
    {
        var (now, next) = (PolicyShelf.Deciding(texts, today), texts.Where(t => t.Kept?.EffectiveFrom > today).MinBy(t => t.Kept!.EffectiveFrom));
        var shown = now ?? texts[^1];
        var (policy, kept) = (shown.Shipped.Policy, shown.Kept);
        var tables = policy.Steps.OfType<TableStep>().ToList();
        return new(
            policy.Id, policy.Title.In(language), now?.Number, now is null ? "" : policy.Version, next?.Shipped.Policy.Version, next?.Kept!.EffectiveFrom, texts.Count, kept is not null, policy.Verified, kept?.SavedBy ?? policy.Author?.Name,
            kept is null ? policy.Checker?.Name : kept.CheckedBy.Length > 0 ? kept.CheckedBy : null, kept is null ? null : Instant.Text(kept.SavedAt), tables.Count, tables.Sum(t => t.Rows.Count), decided);
    }

    private static Dictionary<string, int> Decided(ZhirongContext read) =>
        (from a in read.Set<LoanApplication>() join d in read.Set<CreditAssessment>() on new { a.Id, N = a.Assessment } equals new { Id = d.ApplicationId, d.N } group d by d.Policy into g select new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count);

    private static async Task<IResult> List(HttpContext context, Origination desk)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        var (decided, language) = (Decided(read), RequestLanguage.Of(context));
        return Results.Json(new PolicyList([.. PolicyShelf.Of(read, desk.Shelf).GroupBy(p => p.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Row([.. g], desk.Lending.Today, decided.GetValueOrDefault(g.Key), language))]), WebJson.Options);
    }

    private static async Task<IResult> One(string code, int? number, HttpContext context, Origination desk)
    {
        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        return Detail(read, desk, code, number, RequestLanguage.Of(context)) is { } detail
            ? Results.Json(detail, WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("policies", code.Length <= 80 ? code : code[..80]), StatusCodes.Status404NotFound);
    }
}
