using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Vault;

/// <summary>A paper in the vault.</summary>
/// <param name="State"><c>kept</c>, <c>lent</c>, <c>released</c>.</param>
/// <param name="Late">Lent and not back on its day.</param>
public sealed record PaperRow(Guid Id, Guid PledgeId, string ContractNo, string Kind, string KindTitle, string Number, string Title, string State, string StateTitle, string Location, string Holder, DateOnly? DueBack, bool Late, DateOnly LastOn, int Version)
{
    internal static PaperRow Of(VaultPaper p, string contract, DateOnly today, Language language) => new(
        p.Id, p.PledgeId, contract, p.Kind, PaperWords.KindTitle(p.Kind).In(language), p.Number, p.Title, p.State, PaperWords.StateTitle(p.State).In(language), p.Location, p.Holder, p.DueBack, p.State == PaperWords.Lent && p.DueBack < today, p.LastOn, p.Version);
}

/// <summary>A step of a paper.</summary>
public sealed record PaperStepView(int N, string Act, string ActTitle, DateOnly On, string Location, string Holder, DateOnly? DueBack, string Reason, string At, string By);

/// <summary>A paper with its steps, the latest first.</summary>
public sealed record PaperDetail(PaperRow Row, IReadOnlyList<PaperStepView> Steps);

/// <summary>权证库: the papers by pledge, state and day due back, and one with its steps.</summary>
internal static class OpenPapers
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/papers", List).WithName("listPapers").WithSummary("Papers in the vault; what is due back first").Produces<PageOf<PaperRow>>().ProducesProblem(422).Reads("lending");
        api.MapGet("/papers/{id:guid}", One).WithName("openPaper").WithSummary("A paper with its steps").Produces<PaperDetail>().ProducesProblem(404).Reads("lending");
    }

    public static PaperDetail Detail(ZhirongContext read, VaultPaper paper, DateOnly today, Language language)
    {
        var contract = read.Set<Pledge>().AsNoTracking().Where(p => p.Id == paper.PledgeId).Select(p => p.ContractNo).SingleOrDefault() ?? "";
        var steps = read.Set<PaperMove>().AsNoTracking().Where(m => m.PaperId == paper.Id).OrderByDescending(m => m.N).ToList();
        return new(PaperRow.Of(paper, contract, today, language), [.. steps.Select(m => new PaperStepView(m.N, m.Act, PaperWords.ActTitle(m.Act).In(language), m.OnDay, m.Location, m.Holder, m.DueBack, m.Reason, Instant.Text(m.At), m.By))]);
    }

    private static async Task<IResult> List(HttpContext context, LendingDesk desk, string? q, string? state, bool? late, Guid? pledge, int? page, int? pageSize)
    {
        if (!string.IsNullOrEmpty(state) && !PaperWords.States.Contains(state))
        {
            return Problems.Of(context, WebRefusals.Query("state", state, Words.Same(string.Join(" | ", PaperWords.States))));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, words, language, today) = (PageRequest.Of(page, pageSize), q?.Trim() ?? "", RequestLanguage.Of(context), desk.Today);
        var found = from p in read.Set<VaultPaper>().AsNoTracking() join c in read.Set<Pledge>().AsNoTracking() on p.PledgeId equals c.Id select new { Paper = p, Contract = c.ContractNo };
        found = words.Length == 0 ? found : found.Where(p => p.Contract.Contains(words) || p.Paper.Number.Contains(words) || p.Paper.Title.Contains(words) || p.Paper.Holder.Contains(words) || p.Paper.Location.Contains(words));
        found = string.IsNullOrEmpty(state) ? found : found.Where(p => p.Paper.State == state);
        found = late == true ? found.Where(p => p.Paper.State == PaperWords.Lent && p.Paper.DueBack < today) : found;
        found = pledge is { } id ? found.Where(p => p.Paper.PledgeId == id) : found;
        var rows = await found.OrderBy(p => p.Paper.DueBack ?? new DateOnly(9999, 12, 31)).ThenBy(p => p.Contract).ThenBy(p => p.Paper.Kind).ThenBy(p => p.Paper.Number).ThenBy(p => p.Paper.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<PaperRow>([.. rows.Select(r => PaperRow.Of(r.Paper, r.Contract, today, language))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, LendingDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<VaultPaper>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, context.RequestAborted) is { } paper
            ? Results.Json(Detail(read, paper, desk.Today, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("papers", $"{id}"), StatusCodes.Status404NotFound);
    }
}
