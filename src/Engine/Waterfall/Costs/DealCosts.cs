using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Costs;

/// <summary>One borrower's all-in cost beside the ordinary loan for the same amount and term.</summary>
/// <param name="Obligor">The borrower as the deal describes it.</param>
/// <param name="Cost">Gross, net of subsidies received, net if those applied for are granted.</param>
/// <param name="Quote">The ordinary pledge loan; null when the deal compares with none.</param>
/// <param name="Reduction">降幅: 1 − net cost ÷ quote; null without a quote or a single rate.</param>
public sealed record BorrowerCost(ObligorTerms Obligor, AllInCost Cost, OrdinaryLoanQuote? Quote, decimal? Reduction);

/// <summary>综合融资成本 of every borrower of a deal and of the pool, under the deal's own <see cref="CostTerms"/>.</summary>
public sealed record DealCosts
{
    private DealCosts(CostTerms terms, LprQuote? lpr, IReadOnlyList<BorrowerCost> borrowers)
    {
        (Terms, Lpr, Borrowers) = (terms, lpr, borrowers);
        Pool = AllInCost.Pool([.. borrowers.Select(b => b.Cost)]);
    }

    public CostTerms Terms { get; }

    /// <summary>The loan prime rate the quote starts from; null without a quote.</summary>
    public LprQuote? Lpr { get; }

    public IReadOnlyList<BorrowerCost> Borrowers { get; }

    /// <summary>The rate of the summed flows of all borrowers.</summary>
    public AllInCost Pool { get; }

    /// <summary>Computes the table; refused when the LPR of the quote's day is not known (CRED-0102, CRED-0103).</summary>
    public static Result<DealCosts> Of(DealDefinition deal, CostTerms terms, LprTable table)
    {
        var lpr = terms.Quote is { } quote ? table.At(quote.Date ?? deal.Dates.Closing, quote.Lpr) : (Result<LprQuote>?)null;
        if (lpr is { Ok: false } refused)
        {
            return Result<DealCosts>.Refused([.. refused.Refusals.Select(r => r with { Path = "costs.quote.date" })]);
        }

        var parts = Parts(deal, [.. terms.Items, .. terms.Quote?.Items ?? []]);
        var borrowers = deal.Pool.Obligors.Select((obligor, i) => One(deal, terms, lpr?.Value.Rate, obligor, rule => parts[rule][i]));
        return new DealCosts(terms, lpr?.Value, [.. borrowers]);
    }

    /// <summary>Every obligor's part of the costs of the whole issue.</summary>
    private static Dictionary<CostItemTerms, IReadOnlyList<Money>> Parts(DealDefinition deal, IReadOnlyList<CostItemTerms> items)
    {
        var principals = deal.Pool.Obligors.Select(o => o.Principal).ToList();
        return items.Where(i => i is { Split: not null, Amount: not null }).Distinct(ReferenceEqualityComparer.Instance).Cast<CostItemTerms>()
            .ToDictionary(i => i, i => IssueCostSplit.Of(i.Amount!.Value, principals, i.Split!.Value), (IEqualityComparer<CostItemTerms>)ReferenceEqualityComparer.Instance);
    }

    private static BorrowerCost One(DealDefinition deal, CostTerms terms, decimal? lpr, ObligorTerms obligor, Func<CostItemTerms, Money> part)
    {
        var rows = ContractSchedule.Build(obligor.Principal.Fen, obligor.Contract, deal.Dates, deal.Money.Rounding);
        var interest = Money.OfFen(rows.Sum(r => r.Interest));
        List<DatedAmount> flows = [new(deal.Dates.Closing, obligor.Principal), .. rows.Select(r => new DatedAmount(r.DueDate, Money.OfFen(-r.Interest - r.Principal)))];
        var ground = new CostGround(obligor.Principal, interest, obligor.Rights ?? 0, deal.Dates.Closing, part);
        var cost = AllInCost.Of(flows, ground.Items(terms.Items));
        if (terms.Quote is not { } quote || lpr is not { } rate || rows.Length == 0 || rows[^1].DueDate <= deal.Dates.Closing)
        {
            return new(obligor, cost, null, null);
        }

        var ordinary = OrdinaryLoanQuote.Of(
            new()
            {
                Principal = obligor.Principal,
                Disbursed = deal.Dates.Closing,
                Maturity = rows[^1].DueDate,
                Lpr = rate,
                SpreadBasisPoints = quote.SpreadBasisPoints,
                DayCount = quote.DayCount,
                Method = quote.Method,
                Every = quote.Every,
            },
            ground.Items(quote.Items));
        return new(obligor, cost, ordinary, ordinary.ReductionBy(cost.Net));
    }
}
