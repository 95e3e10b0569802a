using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <summary>Lines by pages, what changed last first, and one with what it needs before money is drawn.</summary>
internal static class OpenFacility
{
    private const int MostLoans = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/facilities", List).WithName("listFacilities").WithSummary("Lines of credit by number, borrower and state").Produces<PageOf<FacilityRow>>().ProducesProblem(422).Reads("lending");
        api.MapGet("/facilities/{id:guid}", One).WithName("openFacility").WithSummary("A line with conditions, members, coverage, breaches and loans").Produces<FacilityDetail>().ProducesProblem(404).Reads("lending");
    }

    public static FacilityDetail Detail(ZhirongContext read, Facility facility, LoanDesk desk, Language language)
    {
        var conditions = read.Set<FacilityCondition>().Where(c => c.FacilityId == facility.Id).OrderBy(c => c.N).AsNoTracking().ToList();
        var members = read.Set<FacilityMember>().Where(m => m.FacilityId == facility.Id).OrderBy(m => m.N).AsNoTracking().ToList();
        var pledges = read.Set<Pledge>().Where(p => read.Set<FacilityPledge>().Any(f => f.FacilityId == facility.Id && f.PledgeId == p.Id)).OrderBy(p => p.ContractNo).AsNoTracking().ToList();
        var breaches = read.Set<CovenantBreach>().Where(b => b.FacilityId == facility.Id).OrderByDescending(b => b.Open).ThenByDescending(b => b.At).Take(MostLoans).AsNoTracking().ToList();
        var loans = read.Set<Loan>().Where(l => l.FacilityId == facility.Id).OrderByDescending(l => l.Id).Take(MostLoans).AsNoTracking().ToList();
        return new(
            FacilityRow.Of(facility, conditions.Count(c => c.Met == 0), breaches.Count(b => b.Open == 1), language), facility.ResolutionNo, facility.ResolutionUntil, facility.Uses.Length == 0 ? [] : facility.Uses.Split('\n'), facility.BookId, facility.ApplicationId,
            [.. conditions.Select(c => new ConditionView(c.N, c.Title, c.Met == 1, c.Document, c.Sha256, c.MetOn, c.MetBy))],
            [.. members.Select(m => new LineMemberView(m.N, m.MemberNo, m.Name, m.Kind, Money.FenText(m.CapFen), Money.FenText(m.UsedFen), Money.FenText(m.CapFen - m.UsedFen)))],
            [.. pledges.Select(p => new SecuringPledge(p.Id, p.ContractNo, Money.FenText(p.SecuredFen), p.State, PledgeStates.Title(p.State).In(language)))],
            CoverageView.Of(facility, Coverage.Of(read, facility, desk.Today, desk.Lending.Rights), desk.Today, language),
            [.. breaches.Select(b => BreachView.Of(b, facility.Number, facility.Borrower, desk.Today, language))], [.. loans.Select(l => LoanRow.Of(l, facility.Number, desk.Today, language))]);
    }

    public static Refusal Missing(ZhirongContext work, Guid id) => work.Reads("facility", id) ? StorageRefusals.SharedToRead("facilities", $"{id}") : WebRefusals.NotFound("facilities", $"{id}");

    private static async Task<IResult> List(HttpContext context, LoanDesk desk, string? q, string? state, int? page, int? pageSize)
    {
        if (!string.IsNullOrEmpty(state) && !FacilityWords.States.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, FacilityWords.States));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, words, language) = (PageRequest.Of(page, pageSize), q?.Trim() ?? "", RequestLanguage.Of(context));
        var found = read.Set<Facility>().AsQueryable();
        found = words.Length == 0 ? found : found.Where(f => f.Number.Contains(words) || f.Borrower.Contains(words));
        found = string.IsNullOrEmpty(state) ? found : found.Where(f => f.State == state);
        var rows = await found.OrderByDescending(f => f.ChangedAt).ThenBy(f => f.Id).Skip(wanted.Skip).Take(wanted.PageSize)
            .Select(f => new { Facility = f, Unmet = read.Set<FacilityCondition>().Count(c => c.FacilityId == f.Id && c.Met == 0), Breaches = read.Set<CovenantBreach>().Count(b => b.FacilityId == f.Id && b.Open == 1) }).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<FacilityRow>([.. rows.Select(r => FacilityRow.Of(r.Facility, r.Unmet, r.Breaches, language))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<Facility>().SingleOrDefaultAsync(f => f.Id == id, context.RequestAborted) is { } facility
            ? Results.Json(Detail(read, facility, desk, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("facilities", $"{id}"), StatusCodes.Status404NotFound);
    }
}
