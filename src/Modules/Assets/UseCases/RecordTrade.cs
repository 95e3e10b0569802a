using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <param name="Kind">transfer, exclusive_licence, sole_licence, ordinary_licence, open_licence, contribution.</param>
/// <param name="Amount">In yuan: price, or what is paid at once.</param>
/// <param name="Royalty">Of sales, as a fraction.</param>
/// <param name="Related">Between related parties.</param>
public sealed record RecordTradeRequest(string Kind, string Grantor, string Taker, DateOnly Signed, DateOnly? From = null, DateOnly? Until = null, string? Amount = null, decimal? Royalty = null, bool Related = false, string? RegistrationNo = null, string? Note = null);

/// <summary>登记交易与许可: a sale, a licence, a contribution in kind, with its price.</summary>
internal static class RecordTrade
{
    private static readonly TableShape Trades = new(
        "ast_trade", TableShape.Text("id"), TableShape.Long("right_no"), TableShape.Text("kind"), TableShape.Text("grantor"), TableShape.Text("taker"), TableShape.Text("signed"), TableShape.Text("from_day"), TableShape.Text("until_day"), TableShape.Long("fen"), TableShape.Long("royalty"), TableShape.Int("related"), TableShape.Text("registration_no"), TableShape.Text("note"), TableShape.Long("at"), TableShape.Text("by"));

    public static IReadOnlyList<string> Kinds { get; } = ["transfer", "exclusive_licence", "sole_licence", "ordinary_licence", "open_licence", "contribution"];

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/rights/{id:guid}/trades", Answer)
        .WithName("recordTrade").WithSummary("Record a sale or a licence with its price").Produces<RightRow>(201).ProducesProblem(404).ProducesProblem(422).Act("assets.trade.record");

    private static async Task<IResult> Answer(Guid id, BodyOf<RecordTradeRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new RegisterForm(), body.Value.Value, RequestLanguage.Of(context));
        var kind = form.Word("kind", request.Kind, Kinds);
        var (grantor, taker, number, note) = (form.Text("grantor", request.Grantor, 500), form.Text("taker", request.Taker, 500), form.Text("registrationNo", request.RegistrationNo, 100, required: false), form.Text("note", request.Note, 1_000, required: false));
        var (fen, royalty) = (form.Amount("amount", request.Amount), form.Share("royalty", request.Royalty));
        form.Order("until", request.From ?? request.Signed, request.Until);
        if (fen < 0)
        {
            form.Faults.Add(RegisterRefusals.Amount("amount", request.Amount!));
        }

        if (request.Signed > desk.Today)
        {
            form.Faults.Add(RegisterRefusals.Days("signed", $"{request.Signed:yyyy-MM-dd}", $"≤ {desk.Today:yyyy-MM-dd}"));
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work =>
        {
            var change = RightChange.Open(work, desk, id);
            if (!change.Ok)
            {
                return Task.FromResult(Result<RightRow>.Refused(change.Refusals));
            }

            work.Session.Insert(new RowSet(Trades).Add(
                RowValues.Of(desk.NewId()), change.Value.No, kind, grantor, taker, RowValues.Of(request.Signed), RowValues.Of(request.From), RowValues.Of(request.Until), fen, royalty, request.Related ? 1 : 0, number ?? "", note ?? "", Instant.Now(desk.Clock), work.Viewer.Person));
            var content = new JsonObject { ["amount"] = fen is { } known ? Money.FenText(known) : null, ["grantor"] = grantor, ["kind"] = kind, ["royaltyMillionths"] = royalty, ["signed"] = RowValues.Of(request.Signed), ["taker"] = taker };
            return Task.FromResult<Result<RightRow>>(change.Value.Done("TradeRecorded", content, language));
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }
}
