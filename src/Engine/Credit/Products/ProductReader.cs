using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules.Reading;

namespace Zhirong.Engine.Credit.Products;

/// <summary>Reads <c>zhirong/product/v1</c> (docs/reference/product-v1.md).</summary>
public static class ProductReader
{
    private static readonly string[] Payers = [CostItem.Borrower, "lender", "government"];
    private static readonly string[] Periods = ["once", "year"];

    public static Result<LoanProduct> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? FileFields.Node(document.Value, LoanProduct.Schema, (root, refusals) => Root(root, refusals, DocumentHash.Of(document.Value))) : Result<LoanProduct>.Refused(document.Refusals);
    }

    private static LoanProduct Root(FieldReader root, List<Refusal> refusals, string hash)
    {
        var id = FileFields.Id(root, refusals);
        var (from, until) = Effective(root, refusals);
        var (terms, security) = (Terms(root, refusals), Security(root, refusals));
        return new()
        {
            Id = id,
            Version = FileFields.Id(root, refusals, "version"),
            Title = FileFields.Title(root, id),
            Lender = Named(root, "lender", required: true),
            Summary = Named(root, "summary"),
            Source = root.Text("source", required: true) ?? "",
            Dated = root.Date("dated", required: true) ?? default,
            Verified = root.Flag("verified") ?? false,
            From = from,
            Until = until,
            Terms = terms,
            Security = security,
            Fees = FileFields.Items(root, "fees", refusals, f => Fee(f, refusals), max: 30),
            Conditions = [.. ImpliedConditions.Of(terms, security), .. FileFields.Items(root, "conditions", refusals, c => Condition(c, refusals), max: 100).OfType<ProductCondition>()],
            Open = FileFields.Items(root, "open", refusals, o => FileFields.Title(o, ""), max: 100, named: "no id"),
            Hash = hash,
        };
    }

    private static (DateOnly? From, DateOnly? Until) Effective(FieldReader root, List<Refusal> refusals)
    {
        if (root.Map("effective") is not { } map)
        {
            return (null, null);
        }

        var (from, until) = (map.Date("from"), map.Date("until"));
        if (until < from)
        {
            refusals.Add(ProductRefusals.Backwards(map.Join("until"), $"{until:yyyy-MM-dd}", $"{from:yyyy-MM-dd}").At(map.Line, map.Column));
        }

        map.Finish();
        return (from, until);
    }

    private static Words Named(FieldReader root, string key, bool required = false)
    {
        if (root.Map(key, required) is not { } map)
        {
            return new("", "");
        }

        var made = FileFields.Title(map, "");
        map.Finish();
        return made;
    }

    private static ProductTerms Terms(FieldReader root, List<Refusal> refusals)
    {
        var nothing = new ProductTerms(Money.Zero, Money.Zero, 1, 1, LprTenor.OneYear, 0, RepaymentMethod.Bullet, new(3, TenorUnit.Month), DayCountConvention.Act360);
        if (root.Map("terms", required: true) is not { } terms)
        {
            return nothing;
        }

        var made = nothing with
        {
            Method = (RepaymentMethod)Math.Max(0, OrdinaryLoanTerms.MethodWords.ToList().IndexOf(terms.OneOf("method", OrdinaryLoanTerms.MethodWords, required: true) ?? "")),
            DayCount = terms.OneOf("day_count", [.. DayCounts.KnownNames]) is { } name && DayCounts.TryParse(name, out var count) ? count : DayCountConvention.Act360,
        };
        if (terms.Map("amount", required: true) is { } amount)
        {
            made = made with { Least = amount.Money("min") ?? Money.OfFen(1), Most = amount.Money("max", required: true) ?? Money.Zero, Multiple = amount.Money("multiple") };
            Ordered(amount, "max", made.Most.Fen, made.Least.Fen, refusals);
            amount.Finish();
        }

        if (terms.Map("months", required: true) is { } months)
        {
            made = made with { LeastMonths = months.Whole("min", 1, 360) ?? 1, MostMonths = months.Whole("max", 1, 360, required: true) ?? 1 };
            Ordered(months, "max", made.MostMonths, made.LeastMonths, refusals);
            months.Finish();
        }

        if (terms.Map("rate", required: true) is { } rate)
        {
            made = made with { Lpr = (LprTenor)Math.Max(0, LprTable.TenorWords.ToList().IndexOf(rate.OneOf("lpr", LprTable.TenorWords, required: true) ?? "")), SpreadBasisPoints = rate.Ratio("spread_bp", -1_000, 10_000, required: true) ?? 0 };
            rate.Finish();
        }

        made = made with { Every = Every(terms, refusals) };
        terms.Finish();
        return made;
    }

    private static Tenor Every(FieldReader terms, List<Refusal> refusals)
    {
        if (terms.Text("every") is not { } text)
        {
            return new(3, TenorUnit.Month);
        }

        if (Tenor.TryParse(text, out var every) && every.Unit is TenorUnit.Month or TenorUnit.Year)
        {
            return every;
        }

        refusals.Add(FieldRefusals.Type(terms.Join("every"), terms.Node("every")!, new("1M、3M、1Y 这样的期限", "a tenor such as 1M, 3M, 1Y")));
        return new(3, TenorUnit.Month);
    }

    private static void Ordered(FieldReader reader, string key, decimal end, decimal start, List<Refusal> refusals)
    {
        if (end < start)
        {
            refusals.Add(ProductRefusals.Backwards(reader.Join(key), end.ToString(CultureInfo.InvariantCulture), start.ToString(CultureInfo.InvariantCulture)).At(reader.Line, reader.Column));
        }
    }

    private static ProductSecurity Security(FieldReader root, List<Refusal> refusals)
    {
        if (root.Map("security", required: true) is not { } security)
        {
            return new("none", [], null, false, null);
        }

        var words = ProductFacts.Find("ip.kinds")!.Values.Select(v => v.Key).ToList();
        var kinds = new List<string>();
        foreach (var (n, node) in security.List("kinds", required: true).Index())
        {
            var path = $"{security.Join("kinds")}.{n}";
            if (security.TextOf(node, path) is { } word)
            {
                if (!words.Contains(word) || kinds.Contains(word))
                {
                    refusals.Add(FieldRefusals.NotOneOf(path, node, word, words));
                }

                kinds.Add(word);
            }
        }

        var made = new ProductSecurity(security.OneOf("guarantee", LoanProduct.Guarantees, required: true) ?? "none", kinds, security.Ratio("pledge_rate", 0.0001m, 10), security.Flag("above_one") ?? false, security.Money("first_fund")) { PledgePolicy = security.Text("pledge_policy") };
        if (made is { PledgeRate: > 1, AboveOne: false })
        {
            refusals.Add(ProductRefusals.AboveOne(security.Join("pledge_rate"), $"{made.PledgeRate}").At(security.Line, security.Column));
        }

        security.Finish();
        return made;
    }

    private static ProductFee Fee(FieldReader item, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        var title = FileFields.Title(item, id);
        var kind = CostKinds.Parse(item.OneOf("kind", [.. CostKinds.Words.Where(w => CostKinds.Parse(w) is { } k && !k.IsReceipt() && k != CostKind.DepositHeld)], required: true) ?? "") ?? CostKind.OtherFee;
        var (rate, amount) = (item.Ratio("rate", 0, 1), item.Money("amount"));
        if (rate is null == amount is null)
        {
            refusals.Add(ProductRefusals.OneOfTwo(item.Path, rate is null ? "—" : "rate, amount").At(item.Line, item.Column));
        }

        return new(id, title, kind, rate, amount, item.OneOf("per", Periods) == "year", item.OneOf("payer", Payers) ?? CostItem.Borrower, item.Text("source") ?? "");
    }

    private static ProductCondition? Condition(FieldReader item, List<Refusal> refusals)
    {
        var id = FileFields.Id(item, refusals);
        var title = FileFields.Title(item, "");
        var (value, test) = (item.Required("is"), item.Required("needs"));
        Words? want = item.Map("want") is { } map ? FileFields.Title(map, "") : null;
        if (value is null || test is null || item.TextOf(value, item.Join("is")) is not { } has || item.TextOf(test, item.Join("needs")) is not { } needs)
        {
            return null;
        }

        var made = ProductConditions.Compile(id, title, has, needs, want);
        if (made.Ok)
        {
            return made.Value;
        }

        refusals.AddRange(made.Refusals.Select(r => (r with { Path = item.Join(r.Path) }).At(test.Line, test.Column)));
        return null;
    }
}
