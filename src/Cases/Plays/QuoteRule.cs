using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Credit;

namespace Zhirong.Cases.Plays;

/// <summary>The ordinary pledge loan a case compares with: LPR in force plus spread, method, its own items.</summary>
internal sealed record QuoteRule
{
    public required decimal Lpr { get; init; }

    public required Traced<decimal> Spread { get; init; }

    public required DayCountConvention DayCount { get; init; }

    public required RepaymentMethod Method { get; init; }

    public required Tenor Every { get; init; }

    public required IReadOnlyList<CostRule> Items { get; init; }

    /// <summary>Method, day count and distance, where they are inputs.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Null when a parameter is at fault.</summary>
    public static QuoteRule? Read(Stage stage, FieldReader quote, List<Refusal> refusals)
    {
        var date = stage.Date(quote, "date", refusals);
        var tenor = quote.OneOf("lpr", LprTable.TenorWords, required: true);
        var spread = stage.Number(quote, "spread_bp", refusals);
        var dayCount = Word(stage, quote, "day_count", [.. DayCounts.KnownNames], refusals);
        var method = Word(stage, quote, "method", OrdinaryLoanTerms.MethodWords, refusals);
        var every = stage.Text(quote, "every", refusals);
        var items = CostRule.Read(stage, quote, refusals);
        quote.Finish();
        if (date is not { } on || tenor is null || spread is not { } bp || dayCount is not { } days || method is not { } how || every is not { } text)
        {
            return null;
        }

        var lpr = stage.References.Lpr.At(on.Value, (LprTenor)LprTable.TenorWords.ToList().IndexOf(tenor));
        var distance = Tenor.Parse(text.Value, quote.Join("every"));
        refusals.AddRange(lpr.Refusals.Concat(distance.Refusals).Select(r => (r with { Path = r.Code.StartsWith("CRED", StringComparison.Ordinal) ? quote.Join("date") : r.Path }).At(quote.Line, quote.Column)));
        if (bp.Value.Scale > 4 || (lpr.Ok && lpr.Value.Rate + (bp.Value / 10_000m) is < 0 or > 1))
        {
            refusals.Add(CaseRefusals.Value(quote.Join("spread_bp"), $"{bp.Value}", new("加点后利率在 0 到 1 之间，至多四位小数", "a rate between 0 and 1 after the spread, at most four decimals"), quote.Line, quote.Column));
        }

        return refusals.Count > 0 || !DayCounts.TryParse(days.Value, out var convention) ? null : new()
        {
            Lpr = lpr.Value.Rate,
            Spread = bp,
            DayCount = convention,
            Method = (RepaymentMethod)OrdinaryLoanTerms.MethodWords.ToList().IndexOf(how.Value),
            Every = distance.Value,
            Items = items,
            From = [.. days.From, .. how.From, .. text.From],
        };
    }

    /// <summary>The quote for a borrower: same principal, from its disbursement to its last repayment.</summary>
    public Traced<OrdinaryLoanQuote> For(CostBorrower borrower)
    {
        var terms = new OrdinaryLoanTerms
        {
            Principal = borrower.Principal,
            Disbursed = borrower.Flows[0].Date,
            Maturity = borrower.Flows[^1].Date,
            Lpr = Lpr,
            SpreadBasisPoints = Spread.Value,
            DayCount = DayCount,
            Method = Method,
            Every = Every,
        };
        var items = borrower.Items(Items);
        return new(OrdinaryLoanQuote.Of(terms, [.. items.Select(i => i.Value)]), [.. Spread.From, .. From, .. items.SelectMany(i => i.From)]);
    }

    private static Traced<string>? Word(Stage stage, FieldReader quote, string key, IReadOnlyList<string> words, List<Refusal> refusals)
    {
        if (stage.Text(quote, key, refusals) is not { } text || words.Contains(text.Value))
        {
            return stage.Text(quote, key, []);
        }

        refusals.Add(FieldRefusals.NotOneOf(quote.Join(key), quote.Node(key)!, text.Value, words) with { Found = text.Value });
        return null;
    }
}
