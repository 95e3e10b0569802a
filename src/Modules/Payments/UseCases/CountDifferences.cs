using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Payments.Differences;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Date">The day to count; not in the future.</param>
public sealed record CountDifferencesRequest(DateOnly Date);

/// <param name="Open">Differences that stand open now.</param>
public sealed record DifferencesCounted(string Date, int Open);

/// <summary>日终清点: finds every difference of a day; as often as one likes.</summary>
internal static class CountDifferences
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/payments/differences/count", Answer)
        .WithName("countDifferences").WithSummary("Compare a day's books with what banks and core systems say").Produces<DifferencesCounted>().ProducesProblem(422).Act("payments.differences.count");

    public static async Task<Result<DifferencesCounted>> Count(ZhirongContext work, CountDifferencesRequest request, PaymentDesk desk)
    {
        if (request.Date > desk.Today)
        {
            return AccountRefusals.Future(request.Date, desk.Today);
        }

        work.Session.Alone($"payment differences {work.Viewer.Organisation}");
        var open = await new DailyCount(work, desk, request.Date).Run();
        EvidenceLeaves.Record(work, new("DifferencesCounted", "payday", RowValues.Of(request.Date), new JsonObject { ["date"] = RowValues.Of(request.Date), ["open"] = open }), desk.Clock);
        return new DifferencesCounted(RowValues.Of(request.Date), open);
    }

    private static async Task<IResult> Answer(BodyOf<CountDifferencesRequest> body, HttpContext context, PaymentDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Count(work, body.Value.Value, desk));
        return Answers.Written(context, written, body.Key);
    }
}
