using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Reading;

/// <summary>Reads <c>costs</c> (综合融资成本的口径).</summary>
internal static class CostReader
{
    private static readonly IReadOnlyList<string> PerWords = ["firm", "right"];

    public static CostTerms? Read(FieldReader? reader, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var terms = new CostTerms(Items(reader, refusals), Quote(reader.Map("quote"), refusals));
        reader.Finish();
        return terms;
    }

    private static List<CostItemTerms> Items(FieldReader reader, List<Refusal> refusals)
    {
        var items = new List<CostItemTerms>();
        foreach (var item in DealReader.Items(reader, "items", refusals, max: 200))
        {
            items.Add(Item(item, [.. items.Select(i => i.Id)], refusals));
            item.Finish();
        }

        return items;
    }

    private static CostItemTerms Item(FieldReader item, IReadOnlyList<string> earlier, List<Refusal> refusals)
    {
        var id = DealReader.Id(item, refusals, inExpressions: false);
        var kind = item.OneOf("kind", CostKinds.Words, required: true);
        var byRate = item.Has("rate");
        var of = item.OneOf("of", ["principal", "interest", .. earlier], required: byRate);
        var split = item.OneOf("split", IssueCostSplit.RuleWords);
        if (byRate && item.Has("amount"))
        {
            refusals.Add(FieldRefusals.Type(item.Join("amount"), item.Node("amount")!, new("rate 与 amount 只写一个", "either rate or amount")));
        }

        return new()
        {
            Id = id,
            Name = DealReader.Title(item, refusals),
            Kind = kind is null ? CostKind.OtherFee : CostKinds.Parse(kind)!.Value,
            Date = item.Date("date"),
            Rate = item.Ratio("rate", 0, 10),
            Of = of ?? "principal",
            Amount = item.Money("amount", required: !byRate),
            PerRight = item.OneOf("per", PerWords) == "right",
            Split = split is null ? null : (SplitRule)IssueCostSplit.RuleWords.ToList().IndexOf(split),
            Cap = item.Money("cap"),
            Payer = item.Text("payer") ?? CostItem.Borrower,
            Source = item.Text("source") ?? "",
        };
    }

    private static CostQuoteTerms? Quote(FieldReader? quote, List<Refusal> refusals)
    {
        if (quote is null)
        {
            return null;
        }

        var lpr = quote.OneOf("lpr", LprTable.TenorWords, required: true);
        var dayCount = quote.OneOf("day_count", [.. DayCounts.KnownNames]);
        var method = quote.OneOf("method", OrdinaryLoanTerms.MethodWords, required: true);
        var every = quote.Text("every", required: true);
        var distance = every is null ? null : (Result<Tenor>?)Tenor.Parse(every, quote.Join("every"));
        refusals.AddRange((distance?.Refusals ?? []).Select(r => r.At(quote.Line, quote.Column)));
        var spread = quote.Ratio("spread_bp", -10_000, 10_000, required: true);
        var terms = new CostQuoteTerms
        {
            Lpr = lpr is null ? LprTenor.OneYear : (LprTenor)LprTable.TenorWords.ToList().IndexOf(lpr),
            Date = quote.Date("date"),
            SpreadBasisPoints = spread ?? 0,
            DayCount = DayCounts.TryParse(dayCount ?? "ACT/360", out var days) ? days : DayCountConvention.Act360,
            Method = method is null ? RepaymentMethod.Bullet : (RepaymentMethod)OrdinaryLoanTerms.MethodWords.ToList().IndexOf(method),
            Every = distance is { Ok: true } known ? known.Value : default,
            Items = Items(quote, refusals),
        };
        quote.Finish();
        return terms;
    }
}
