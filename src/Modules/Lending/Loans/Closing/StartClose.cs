using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;
using Zhirong.Platform.Work.UseCases;

namespace Zhirong.Modules.Lending.Loans.Closing;

/// <param name="Day">The day to be closed, with every earlier one that is not; not after today.</param>
public sealed record CloseDayRequest(DateOnly Day);

/// <summary>发起日终.</summary>
internal static class StartClose
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/loans/close", Answer).WithName("closeLoanDay").WithSummary("Close a day for every loan that lives, as a job").Produces<JobRow>(202).ProducesProblem(422).Act("lending.day.close");

    private static async Task<IResult> Answer(BodyOf<CloseDayRequest> body, HttpContext context, LoanDesk desk, Jobs jobs)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (viewer, day) = (RequestViewer.Of(context), body.Value.Value.Day);
        var prepared = await Prepare(desk, jobs, viewer, day, context.RequestAborted);
        if (!prepared.Ok)
        {
            return Problems.Of(context, prepared.Refusals);
        }

        var written = await desk.Store.Commits.Once<JobRow>(viewer, body.Key, desk.Clock, async work => await jobs.Start(work, prepared.Value));
        return Answers.Written(context, written, body.Key, StatusCodes.Status202Accepted);
    }

    /// <summary>The loans are cut into ranges as they stand; what is drawn meanwhile belongs to the last range or waits for the next day.</summary>
    public static async Task<Result<PreparedJob>> Prepare(LoanDesk desk, Jobs jobs, Viewer viewer, DateOnly day, CancellationToken cancel = default)
    {
        if (day > desk.Today || day.Year < 1990)
        {
            return LoanRefusals.CloseAhead(day, desk.Today);
        }

        await using var read = desk.Store.Read(viewer);
        var open = DayClose.Open(read, viewer.Organisation, day);
        foreach (var book in await read.Set<Facility>().Where(f => open.Any(l => l.FacilityId == f.Id)).Select(f => f.BookId).Distinct().ToListAsync(cancel))
        {
            if (DayClose.Behind(read, book, day) is { } behind)
            {
                return behind;
            }
        }

        var firsts = await Firsts(open, cancel);
        return firsts.Count == 0 ? LoanRefusals.NothingToClose()
            : jobs.Prepare(new(DayClose.Kind, new($"贷款日终 {day:yyyy-MM-dd}", $"Close of loans, {day:yyyy-MM-dd}"), "loanclose", $"{day:yyyy-MM-dd}", JsonSerializer.Serialize(new CloseOrder(day, firsts), WebJson.Options)));
    }

    private static async Task<List<Guid>> Firsts(IQueryable<Loan> open, CancellationToken cancel)
    {
        var firsts = new List<Guid>();
        for (var n = 0; ; n++)
        {
            if (await open.OrderBy(l => l.Id).Skip(n * DayClose.ShardSize).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(cancel) is not { } id)
            {
                return firsts;
            }

            firsts.Add(id);
        }
    }
}
