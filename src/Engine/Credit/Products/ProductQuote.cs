using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Subsidies;

namespace Zhirong.Engine.Credit.Products;

/// <summary>What a product costs a firm for the amount and term asked, fees and aid included, if everything is paid when due.</summary>
/// <param name="Lpr">The quote it is priced by.</param>
/// <param name="Rate">LPR and spread, a fraction a year.</param>
/// <param name="Most">The highest amount the product and the value would carry.</param>
/// <param name="Instalments">Interest and principal by day.</param>
/// <param name="Cost">Fees and aid that would be granted among its items.</param>
/// <param name="Aid">Rules of aid that apply where the firm is, each with what came of it.</param>
public sealed record ProductQuote(LprQuote Lpr, decimal Rate, Money Most, IReadOnlyList<LoanInstalment> Instalments, AllInCost Cost, IReadOnlyList<SubsidyResult> Aid)
{
    /// <summary>Cost a year before aid; null where there is no single rate.</summary>
    public decimal? Gross => Rated(Cost.Gross);

    /// <summary>Cost a year after the aid that would be granted; null where there is no single rate.</summary>
    public decimal? AfterAid => Rated(Cost.NetIfGranted);

    /// <summary>What products are ranked by: after aid, before it where that has no single rate.</summary>
    public decimal? Ranked => AfterAid ?? Gross;

    /// <summary>Yuan paid beyond what is received, before aid.</summary>
    public Money GrossTotal => Cost.GrossTotal;

    /// <summary>Aid that would be granted; what is open counts as nothing.</summary>
    public Money Granted => Cost.Sum(CostKind.SubsidyApplied);

    /// <summary>Yuan paid beyond what is received, after aid.</summary>
    public Money RankedTotal => GrossTotal - Granted;

    /// <summary>Null where amount, term or rate are not known or lie outside what can be computed.</summary>
    public static ProductQuote? Of(LoanProduct product, ProductCase asked, ProductMarket market)
    {
        if (asked.Number("loan.amount") is not { } yuan || asked.Number("loan.months") is not { } months || yuan <= 0 || months is < 1 or > 360 || !market.Lpr.TryGetValue(product.Terms.Lpr, out var lpr))
        {
            return null;
        }

        var terms = new OrdinaryLoanTerms
        {
            Principal = Money.Cny(yuan),
            Disbursed = asked.Day,
            Maturity = asked.Day.AddMonths((int)months),
            Lpr = lpr.Rate,
            SpreadBasisPoints = product.Terms.SpreadBasisPoints,
            DayCount = product.Terms.DayCount,
            Method = product.Terms.Method,
            Every = product.Terms.Every,
        };
        var rows = OrdinaryLoanSchedule.Of(terms);
        List<DatedAmount> flows = [new(terms.Disbursed, terms.Principal), .. rows.Select(r => new DatedAmount(r.DueDate, -(r.Interest + r.Principal)))];
        var fees = Fees(product, terms);
        var aid = ProductAid.Of(product, asked, terms, rows, fees, market);
        var items = fees.Concat(aid.Where(a => a.State == AidState.Granted && a.TotalFen > 0).Select(a => new CostItem { Id = $"aid.{a.Rule.Head.Id}", Kind = CostKind.SubsidyApplied, Date = terms.Maturity, Amount = Money.OfFen(a.TotalFen!.Value), Source = a.Rule.Head.Policy })).ToList();
        return new(lpr, terms.Rate, Ceiling(product, asked), rows, AllInCost.Of(flows, items), aid);
    }

    /// <summary>The product's cap, or value × pledge rate where that is lower and known.</summary>
    private static Money Ceiling(LoanProduct product, ProductCase asked)
    {
        if (product.Security.PledgeRate is not { } rate || asked.Number("ip.value") is not { } value)
        {
            return product.Terms.Most;
        }

        var carried = Money.Rounded(value * rate, RoundingMode.Down);
        return carried < product.Terms.Most ? carried : product.Terms.Most;
    }

    private static List<CostItem> Fees(LoanProduct product, OrdinaryLoanTerms terms)
    {
        var items = new List<CostItem>();
        foreach (var fee in product.Fees)
        {
            var amount = fee.Amount ?? Money.Rounded(terms.Principal.Yuan * fee.Rate!.Value);
            for (var (year, day) = (0, terms.Disbursed); year == 0 || (fee.PerYear && day < terms.Maturity); year++, day = terms.Disbursed.AddYears(year))
            {
                if (year == 0 || day < terms.Maturity)
                {
                    items.Add(new() { Id = fee.PerYear ? $"{fee.Id}.{year + 1}" : fee.Id, Kind = fee.Kind, Date = day, Amount = amount, Payer = fee.Payer, Source = fee.Source });
                }
            }
        }

        return items;
    }

    private static decimal? Rated(XirrOutcome cost) => cost.Status == XirrStatus.One ? cost.Rate : null;
}

/// <summary>The aid a loan under a product would get where the firm is.</summary>
internal static class ProductAid
{
    /// <summary>Every rule whose region holds the firm's, computed as if the loan is paid out, kept to and repaid when due.</summary>
    public static IReadOnlyList<SubsidyResult> Of(LoanProduct product, ProductCase asked, OrdinaryLoanTerms terms, IReadOnlyList<LoanInstalment> rows, IReadOnlyList<CostItem> fees, ProductMarket market)
    {
        if (asked.Text("firm.region") is not { Length: > 0 } region)
        {
            return [];
        }

        var made = new List<SubsidyResult>();
        foreach (var rule in market.Aid.Where(r => Covers(r.Head.Jurisdiction, region)))
        {
            var result = SubsidyCalculation.Of(rule, Sheet(rule, product, asked, terms, rows, fees, market.AidUsed), market.Published);
            if (result.Ok)
            {
                made.Add(result.Value);
            }
        }

        return made;
    }

    /// <summary><c>CN-35</c>, <c>CN-330200</c> against a region of GB/T 2260: provinces by two digits, cities by four, districts by six. The whole country is no region.</summary>
    public static bool Covers(string jurisdiction, string region)
    {
        var digits = jurisdiction.StartsWith("CN-", StringComparison.Ordinal) ? jurisdiction[3..] : "";
        while (digits.Length > 2 && digits.EndsWith("00", StringComparison.Ordinal))
        {
            digits = digits[..^2];
        }

        return digits.Length > 0 && region.StartsWith(digits, StringComparison.Ordinal);
    }

    private static FactSheet Sheet(SubsidyRule rule, LoanProduct product, ProductCase asked, OrdinaryLoanTerms terms, IReadOnlyList<LoanInstalment> rows, IReadOnlyList<CostItem> fees, bool? used)
    {
        var facts = new Dictionary<string, FactValue>(StringComparer.Ordinal);
        void Put(string name, decimal? raw, string text)
        {
            if (raw is { } known && rule.Vocabulary.Fact(name) is not null)
            {
                facts[name] = new(known, text, "", null);
            }
        }

        long Paid(CostKind kind) => fees.Where(f => f.Kind == kind && f.Payer == CostItem.Borrower).Sum(f => f.Amount.Fen);
        void Word(string name, string? word)
        {
            var at = word is null ? -1 : (rule.Vocabulary.Fact(name)?.Words ?? []).ToList().IndexOf(word);
            Put(name, at < 0 ? null : at, word ?? "");
        }

        var years = Math.Max(1m, (terms.Maturity.DayNumber - terms.Disbursed.DayNumber) / 365m);
        Word("firm.size", asked.Text("firm.size"));
        Word("guarantee.kind", product.Security.Guarantee);
        Put("firm.revenue", asked.Number("firm.revenue") * 100m, "");
        Put("firm.is_patentee", asked.Number("ip.inventions") is { } patents ? patents > 0 ? 1 : null : null, "");
        Put("loan.principal", terms.Principal.Fen, $"{terms.Principal}");
        Put("loan.rate", terms.Rate, $"{terms.Rate}");
        Put("loan.fee_rate", Rounding.Decimals((Paid(CostKind.Guarantee) + Paid(CostKind.Insurance)) / (decimal)terms.Principal.Fen / years, 10), "");
        Put("loan.term_months", asked.Number("loan.months"), "");
        foreach (var name in (string[])["loan.signed", "loan.drawn"])
        {
            Put(name, terms.Disbursed.DayNumber, $"{terms.Disbursed:yyyy-MM-dd}");
        }

        foreach (var name in (string[])["loan.due", "loan.repaid", "application.filed"])
        {
            Put(name, terms.Maturity.DayNumber, $"{terms.Maturity:yyyy-MM-dd}");
        }

        Put("loan.fully_repaid", 1, "true");
        Put("loan.disbursed", 1, "true");
        Put("loan.ip_pledged", product.Security.Kinds.Count > 0 ? 1 : 0, "");
        Put("aid.other", asked.Facts.TryGetValue("aid.other", out var other) && other.Value.Known ? other.Value.Raw : null, "");
        Put("paid.interest", rows.Sum(r => r.Interest.Fen), "");
        Put("paid.guarantee_fee", Paid(CostKind.Guarantee), "");
        Put("paid.premium", Paid(CostKind.Insurance), "");
        Put("paid.valuation_fee", Paid(CostKind.Appraisal), "");
        return new() { Facts = facts, Used = used == false ? new Dictionary<string, long>(StringComparer.Ordinal) : null };
    }
}
