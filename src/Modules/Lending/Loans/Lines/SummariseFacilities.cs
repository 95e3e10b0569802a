using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <summary>Lines that began within days, counted.</summary>
/// <param name="Borrowers">Distinct, by unified social credit code, by name where there is none.</param>
/// <param name="Repeated">Borrowers with more than one.</param>
/// <param name="Amount">In yuan.</param>
public sealed record FacilitySummary(DateOnly From, DateOnly To, int Lines, int Borrowers, int Repeated, string Amount);

/// <summary>笔数与户数: what was granted in a period, from the records; a firm with two lines counts once.</summary>
internal static class SummariseFacilities
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/facilities/summary", Answer).WithName("summariseFacilities").WithSummary("Lines that began within days: how many, of how many borrowers, for how much").Produces<FacilitySummary>().ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(HttpContext context, LoanDesk desk, DateOnly? from, DateOnly? to)
    {
        var (first, last) = (from ?? new(desk.Today.Year, 1, 1), to ?? desk.Today);
        if (last < first)
        {
            return Problems.Of(context, WebRefusals.Query("to", $"{last:yyyy-MM-dd}", Words.Same($">= {first:yyyy-MM-dd}")));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var borrowers = await read.Set<Facility>().Where(f => f.FromDay >= first && f.FromDay <= last)
            .GroupBy(f => f.BorrowerCode == "" ? f.Borrower : f.BorrowerCode).Select(g => new { Lines = g.Count(), Fen = g.Sum(f => f.AmountFen) }).ToListAsync(context.RequestAborted);
        return Results.Json(new FacilitySummary(first, last, borrowers.Sum(b => b.Lines), borrowers.Count, borrowers.Count(b => b.Lines > 1), Money.FenText(borrowers.Sum(b => b.Fen))), WebJson.Options);
    }
}
