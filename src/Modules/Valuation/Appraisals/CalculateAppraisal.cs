using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <param name="Request"><c>zhirong/value-request/v1</c>.</param>
public sealed record CalculateAppraisalRequest(JsonNode Request);

/// <param name="Result"><c>zhirong/value-result/v1</c>, sentences in the reader's language.</param>
/// <param name="Low">As in the list: P5 of the simulation, else the lowest method.</param>
/// <param name="Drawn">The simulated values; null without a simulation.</param>
public sealed record CalculatedAppraisal(JsonElement Result, string? Total, string? Low, string? High, string? RangeBasis, IReadOnlyList<CalculatedPart> Rights, AfterDiligenceView AfterDiligence, DrawnValues? Drawn);

/// <param name="Id">Its id in the request.</param>
public sealed record CalculatedPart(string Id, string? Value, string? Low, string? High);

/// <summary>How often a simulated value fell between two edges, in yuan.</summary>
/// <param name="Outside">Draws beyond the ends.</param>
public sealed record DrawnValues(IReadOnlyList<string> Edges, IReadOnlyList<int> Counts, int Outside)
{
    internal static DrawnValues? Of(GroupValue value) => ValueDistribution.Of(value) is { } drawn ? new([.. drawn.Edges.Select(e => Money.Rounded((decimal)e).ToString())], drawn.Counts, drawn.Outside) : null;
}

/// <summary>Computes a request and keeps nothing.</summary>
internal static class CalculateAppraisal
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/appraisals/calculate", Answer).WithName("calculateAppraisal").WithSummary("Value a request; nothing is kept").Produces<CalculatedAppraisal>().ProducesProblem(422).Reads("valuation");

    private static async Task<IResult> Answer(BodyOf<CalculateAppraisalRequest> body, HttpContext context, ValuationDesk desk)
    {
        var computed = body.Value.Ok ? Computed.Of(body.Value.Value.Request, desk.Parameters) : Result<Computed>.Refused(body.Value.Refusals);
        if (!computed.Ok)
        {
            return Problems.Of(context, computed.Refusals);
        }

        var (of, language) = (computed.Value, RequestLanguage.Of(context));
        List<PartBefore> before = [.. of.Parts.Select(p => new PartBefore(p.Right.Id, Guid.TryParseExact(p.Right.Id, "D", out var id) ? id : null, p.Fen))];
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var factors = RightFactors.Newest(read, [.. before.Select(b => b.Right).OfType<Guid>()], DateOnly.MaxValue, TermWords.Purposes[(int)of.Case.Terms.Purpose]);
        return Results.Json(
            new CalculatedAppraisal(
                RequestText.Element(language == Language.En ? of.ResultEn : of.ResultZh), Yuan.Of(of.Total), Yuan.Of(of.Low), Yuan.Of(of.High), of.RangeBasis, [.. of.Parts.Select(p => new CalculatedPart(p.Right.Id, Yuan.Of(p.Fen), Yuan.Of(p.Low), Yuan.Of(p.High)))], AfterDiligence.Of(factors, before, language), DrawnValues.Of(of.Value)),
            WebJson.Options);
    }
}
