using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Products.Matching;

/// <param name="Amount">In yuan.</param>
/// <param name="Months">1 to 360.</param>
/// <param name="FirmId">A firm of the register; left out, only what is typed counts.</param>
/// <param name="Facts">What is typed, by name, each a value or <c>{value, source, date}</c>; stands in the place of what the register says. Null: not known.</param>
/// <param name="Day">Left out, today.</param>
/// <param name="AidUsed">False: the firm has used no cap of aid before. Left out or true: not known how much is left.</param>
public sealed record MatchProductsRequest(string Amount, int Months, Guid? FirmId = null, JsonElement? Facts = null, DateOnly? Day = null, bool? AidUsed = null);

/// <summary>产品匹配: what a firm can get, by rising all-in cost after aid, and for every other product the condition that fails. It only reads.</summary>
internal static class MatchProducts
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/match", Answer).WithName("matchProducts").WithSummary("What a firm can get: products by all-in cost after aid, and why not the others").Produces<MatchAnswer>().ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(BodyOf<MatchProductsRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Lending.Store.Read(RequestViewer.Of(context));
        var answer = Of(read, desk, body.Value.Value, RequestLanguage.Of(context));
        return answer.Ok ? Results.Json(answer.Value, WebJson.Options) : Problems.Of(context, answer.Refusals);
    }

    public static Result<MatchAnswer> Of(ZhirongContext read, Origination desk, MatchProductsRequest request, Language language)
    {
        var form = new LendingForm();
        var fen = form.Amount("amount", request.Amount, required: true) ?? 0;
        form.Count("months", request.Months, 1, 360);
        var day = form.Day("day", request.Day ?? desk.Lending.Today);
        var typed = new Dictionary<string, ProductFactValue>(StringComparer.Ordinal);
        TypedFacts.Read(request.Facts, form, typed);
        if (form.Faults.Count > 0)
        {
            return Result<MatchAnswer>.Refused(form.Faults);
        }

        FirmFacts? firm = null;
        if (request.FirmId is { } id && (firm = FirmFacts.Of(read, desk, id, day)) is null)
        {
            return OriginationRefusals.Firm($"{id}");
        }

        var facts = Merged(firm?.Facts, request.Facts, typed);
        facts["loan.amount"] = new(RuleValue.Of(fen / 100m), "", day);
        facts["loan.months"] = new(RuleValue.Of((decimal)request.Months), "", day);
        var notes = new List<Words>();
        var market = Market(read, desk, day, request.AidUsed, notes);
        var shelved = ProductShelf.Newest(read, desk.Shelf);
        var answers = ProductMatch.Of([.. shelved.Select(s => s.Shipped.Product)], new(day, facts), market);
        return new MatchAnswer(
            day, request.FirmId, firm?.Firm.Firm.Name, Money.FenText(fen), request.Months, [.. answers.Select(a => MatchedProduct.Of(a, shelved.First(s => s.Shipped.Product.Id == a.Product.Id), language))],
            MatchAnswer.Used(facts, firm?.Facts, language), [.. notes.Select(n => n.In(language))], MatchAnswer.Asked(language));
    }

    /// <summary>The register's facts with those typed in their place; typed as null is not known.</summary>
    public static Dictionary<string, ProductFactValue> Merged(Dictionary<string, ProductFactValue>? register, JsonElement? given, Dictionary<string, ProductFactValue> typed)
    {
        var facts = new Dictionary<string, ProductFactValue>(register ?? [], StringComparer.Ordinal);
        if (given is { ValueKind: JsonValueKind.Object } map)
        {
            foreach (var entry in map.EnumerateObject())
            {
                facts.Remove(entry.Name);
            }
        }

        foreach (var (name, value) in typed)
        {
            facts[name] = value;
        }

        return facts;
    }

    /// <summary>Rates and aid of a day; where the day lies beyond the last published LPR, the last one, with a note.</summary>
    public static ProductMarket Market(ZhirongContext read, Origination desk, DateOnly day, bool? aidUsed, List<Words> notes)
    {
        var quotes = new Dictionary<LprTenor, LprQuote>();
        foreach (var tenor in Enum.GetValues<LprTenor>())
        {
            var quote = desk.Shelf.Lpr.At(day, tenor);
            if (!quote.Ok && desk.Shelf.Lpr.Last is { } last && day > last)
            {
                quote = desk.Shelf.Lpr.At(last, tenor);
                if (tenor == LprTenor.OneYear)
                {
                    notes.Add(new($"LPR 公布值只到 {last:yyyy-MM-dd}，暂按该日报价测算", $"LPR is known up to {last:yyyy-MM-dd}; that quote is taken"));
                }
            }

            if (quote.Ok)
            {
                quotes[tenor] = quote.Value;
            }
        }

        notes.Add(new("补贴按放款后如约使用、到期还清测算，视为到期日到账；待核实的补贴不计入", "Aid is computed as if the loan is kept to and repaid when due, and taken to be paid on the last day; aid that is open counts as nothing"));
        if (aidUsed != false)
        {
            notes.Add(new("未说明已享受的补贴额度，有累计上限的补贴待核实", "How much of caps was used before is not stated: aid under such caps is open"));
        }

        return new(quotes, desk.Aid.Rules(read), desk.Aid.Rates, aidUsed);
    }
}
