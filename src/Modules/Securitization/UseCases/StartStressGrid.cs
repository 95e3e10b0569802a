using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Modules.Securitization.Analysis;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;
using Zhirong.Platform.Work.UseCases;

namespace Zhirong.Modules.Securitization.UseCases;

/// <param name="Version">The version to stress.</param>
/// <param name="Names">Up to how many of the largest names stop paying, from 1.</param>
/// <param name="Recoveries">Shares recovered, 0 to 1, at most 21, each once.</param>
/// <param name="Period">Period from which they stop, from 1.</param>
/// <param name="Lag">Periods until the recovery arrives, 0 to 60.</param>
public sealed record StressGridRequest(int Version, int Names, IReadOnlyList<string> Recoveries, int Period = 1, int Lag = 0);

/// <summary>压力网格: starts a job of exact runs over counts of names and recoveries.</summary>
internal static class StartStressGrid
{
    private const int MostRecoveries = 21, LongestLag = 60;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/deals/{id:guid}/stress-grids", Answer)
        .WithName("startStressGrid").WithSummary("Stress a version: largest names against recoveries, as a job").Produces<JobRow>(201).ProducesProblem(404).ProducesProblem(422).Act("securitization.stress.start");

    private static async Task<IResult> Answer(Guid id, BodyOf<StressGridRequest> body, HttpContext context, Store store, MarketData market, Jobs jobs, TimeProvider clock)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var viewer = RequestViewer.Of(context);
        PreparedJob job;
        await using (var read = store.Read(viewer))
        {
            if (await OpenDeal.Find(read, id, body.Value.Value.Version) is not { } version)
            {
                return OpenDeal.Unknown(context, "versions", $"{body.Value.Value.Version}");
            }

            var prepared = Prepare(version, body.Value.Value, market, jobs);
            if (!prepared.Ok)
            {
                return Problems.Of(context, prepared.Refusals);
            }

            job = prepared.Value;
        }

        var written = await store.Commits.Once<JobRow>(viewer, body.Key, clock, async work => await jobs.Start(work, job));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static Result<PreparedJob> Prepare(DealVersion version, StressGridRequest request, MarketData market, Jobs jobs)
    {
        var deal = DealPreparation.From(Encoding.UTF8.GetBytes(version.Text), null, market.Holidays);
        if (deal.Deal is null)
        {
            return deal.ShapeRefusals.Count > 0 ? Result<PreparedJob>.Refused(deal.ShapeRefusals) : DeskRefusals.CannotRun(deal.Findings.Count);
        }

        return Refuse(request, deal.Deal) is { } refusal ? refusal : jobs.Prepare(Order(version, request, deal.Deal));
    }

    private static Refusal? Refuse(StressGridRequest request, ResolvedDeal deal)
    {
        var obligors = deal.Definition.Pool.Obligors.Count;
        var recoveries = request.Recoveries;
        return request.Names < 1 || request.Names > obligors ? DeskRefusals.GridNumber("names", request.Names, 1, obligors)
            : request.Period < 1 || request.Period > deal.PeriodCount ? DeskRefusals.GridNumber("period", request.Period, 1, deal.PeriodCount)
            : request.Lag is < 0 or > LongestLag ? DeskRefusals.GridNumber("lag", request.Lag, 0, LongestLag)
            : recoveries.Count is 0 or > MostRecoveries ? DeskRefusals.GridNumber("recoveries", recoveries.Count, 1, MostRecoveries)
            : recoveries.Select((text, i) => (text, i)).FirstOrDefault(r => !Share(r.text)) is (not null, _) wrong ? DeskRefusals.GridRecovery(wrong.i, wrong.text)
            : recoveries.Select(Number).Distinct().Count() < recoveries.Count ? DeskRefusals.GridRecovery(recoveries.Count - 1, string.Join(", ", recoveries))
            : null;
    }

    private static JobOrder Order(DealVersion version, StressGridRequest request, ResolvedDeal deal)
    {
        var code = deal.Definition.Id;
        IReadOnlyList<string> recoveries = [.. request.Recoveries.Select(Number).Order().Select(r => r.ToString("0.####", CultureInfo.InvariantCulture))];
        var order = new GridOrder(
            version.DealId, version.Number, code, [.. deal.Definition.Tranches.Select(t => new GridTranche(t.Id, t.Size.ToString()))], deal.Definition.Pool.Obligors.Count, StressGrid.Counts(request.Names), recoveries, request.Period, request.Lag);
        var title = new Words($"压力网格 {code} 第 {version.Number} 版，至多 {request.Names} 户", $"Stress grid {code} version {version.Number}, up to {request.Names} names");
        return new(StressGrid.Kind, title, "deal", $"{version.DealId:D}", JsonSerializer.Serialize(order, WebJson.Options));
    }

    /// <summary>A share with at most four decimals.</summary>
    private static bool Share(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1 && decimal.Round(value, 4) == value;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
