using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Valuation.Drafting;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <param name="ProductId">The product whose rights and income it is about.</param>
/// <param name="RightIds">The rights, where not those of the product or all of the firm's.</param>
/// <param name="Purpose">pledge, transfer, balance_sheet, securitization.</param>
/// <param name="ValueType">market, investment, in_use, liquidation, residual; left out it stands among what is missing.</param>
/// <param name="WeightsBy">equal (left out) or score.</param>
/// <param name="Growth">Of the forecast, as a fraction; left out it stands among what is missing.</param>
/// <param name="Years">Of the forecast.</param>
public sealed record DraftAppraisalRequest(Guid FirmId, DateOnly BaseDate, string Purpose, Guid? ProductId = null, IReadOnlyList<Guid>? RightIds = null, string? ValueType = null, string? WeightsBy = null, string? Growth = null, int? Years = null);

/// <summary>A figure the register does not know.</summary>
/// <param name="Path">Where it belongs in the request; items of lists by id.</param>
public sealed record MissingView(string Path, string Zh, string En)
{
    internal static MissingView Of(Lack lack) => new(lack.Path, lack.Text.Zh, lack.Text.En);
}

/// <summary>A request as far as the register knows it.</summary>
/// <param name="Request"><c>zhirong/value-request/v1</c>; it does not compute until what is missing is stated or its method is taken out.</param>
/// <param name="History">The product's income of the last three years.</param>
/// <param name="LeftOut">Rights that were over on the base date.</param>
public sealed record AppraisalDraft(JsonObject Request, IReadOnlyList<MissingView> Missing, IReadOnlyList<IncomeView> History, IReadOnlyList<RightRow> Rights, IReadOnlyList<RightRow> LeftOut);

/// <summary>What the register knows of a firm's rights as a request.</summary>
internal static class DraftAppraisal
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/appraisals/draft", Answer).WithName("draftAppraisal").WithSummary("What the register knows as a request, and what is missing; nothing is kept").Produces<AppraisalDraft>().ProducesProblem(422).Reads("valuation");

    private static async Task<IResult> Answer(BodyOf<DraftAppraisalRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new ValuationForm(), body.Value.Value);
        form.Day("baseDate", request.BaseDate);
        form.Word("purpose", request.Purpose, TermWords.Purposes);
        form.Word("valueType", request.ValueType, TermWords.Standards, required: false);
        form.Word("weightsBy", request.WeightsBy, RightWeights.Words, required: false);
        var growth = form.Number("growth", request.Growth, -0.99m, 10);
        if (request.Years is < 1 or > 100)
        {
            form.Faults.Add(ValuationRefusals.Number("years", $"{request.Years}", Words.Same("1 … 100")));
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var drafted = RegisterDraft.Of(read, desk, new(request.FirmId, request.ProductId, request.RightIds, request.BaseDate, request.Purpose) { ValueType = request.ValueType, WeightsBy = request.WeightsBy ?? RightWeights.Equal, Growth = growth, Years = request.Years });
        return drafted.Ok ? Results.Json(View(drafted.Value), WebJson.Options) : Problems.Of(context, drafted.Refusals);
    }

    private static AppraisalDraft View(Drafted drafted) => new(
        drafted.Request, [.. drafted.Missing.Select(MissingView.Of)], [.. (drafted.Product?.Income ?? []).OrderBy(i => i.Year).TakeLast(3)], drafted.Rights, drafted.Over);
}
