using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Credit.Terms;

namespace Zhirong.Engine.Credit.Reading;

/// <summary>Reads <c>zhirong/loan-terms/v1</c> (JSON or YAML): every refusal at once, none of them by exception.</summary>
public static class LoanTermsReader
{
    public const string Schema = "zhirong/loan-terms/v1";

    /// <summary>The most instalments of one loan.</summary>
    public const int MostInstalments = Annuity.MostPeriods;

    /// <summary>The terms, or refusals: <c>DOC</c>, <c>FLD</c>, <c>SCHD-0102</c>, <c>CRED-0201</c> to <c>CRED-0212</c>.</summary>
    public static Result<LoanTerms> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Read(document.Value) : Result<LoanTerms>.Refused(document.Refusals);
    }

    public static Result<LoanTerms> Read(DocNode document)
    {
        var refusals = new List<Refusal>();
        if (FieldReader.Open(document, "", refusals) is not { } root)
        {
            return Result<LoanTerms>.Refused(refusals);
        }

        root.OneOf("schema", [Schema]);
        var terms = Terms(root, refusals);
        root.Finish();
        if (refusals.Count == 0)
        {
            refusals.AddRange(LoanTermsChecks.Of(terms, root));
        }

        return refusals.Count == 0 ? terms : Result<LoanTerms>.Refused([.. refusals.OrderBy(r => r.Line).ThenBy(r => r.Column)]);
    }

    private static LoanTerms Terms(FieldReader root, List<Refusal> refusals)
    {
        root.Text("id");
        var method = (RepaymentMethod)(Index(root, "method", LoanWords.Methods, required: true) ?? 0);
        var custom = method == RepaymentMethod.Custom;
        var convention = (LoanConvention)(Index(root, "convention", LoanWords.Conventions) ?? 0);
        var dayCount = root.OneOf("dayCount", LoanWords.DayCounts) ?? (convention == LoanConvention.Cn ? "ACT/360" : "ACT/ACT");
        var every = Tenor(root, "every", refusals);
        var followsRoll = Index(root, "holidayInterest", LoanWords.RollInterest) is null or 0;
        return new()
        {
            Principal = root.Money("principal", required: true) ?? Money.Zero,
            Rate = Rate(root, refusals),
            DisbursedOn = root.Date("disbursedOn", required: true) ?? default,
            Count = root.Whole("count", 1, MostInstalments, required: !custom) ?? 0,
            Every = every ?? (custom ? null : new Tenor(1, TenorUnit.Month)),
            Method = method,
            DayCount = DayCounts.TryParse(dayCount, out var days) ? days : DayCountConvention.Act360,
            Convention = convention,
            Engine = (FineractEngine)(Index(root, "engine", LoanWords.Engines) ?? 0),
            FirstDueOn = root.Date("firstDueOn"),
            InterestDay = root.Whole("interestDay", 1, 31),
            MonthEnd = (MonthEndRule)(Index(root, "monthEnd", LoanWords.MonthEnds) ?? 0),
            DownPayment = root.Money("downPayment"),
            GraceOnPrincipal = root.Whole("graceOnPrincipal", 0, MostInstalments) ?? 0,
            InstalmentMultiple = root.Money("instalmentMultiple"),
            InterestPeriod = (InterestPeriod)(Index(root, "interestPeriod", LoanWords.InterestPeriods) ?? 0),
            Roll = (RollRule)(Index(root, "holidayRule", LoanWords.Rolls) ?? 0),
            InterestFollowsRoll = followsRoll,
            Plan = Plan(root, refusals, custom),
        };
    }

    private static LoanRate Rate(FieldReader root, List<Refusal> refusals)
    {
        var annual = root.Ratio("annualRate", 0, 1);
        var prime = root.Map("lpr");
        if (root.Has("annualRate") == root.Has("lpr"))
        {
            refusals.Add(CreditRefusals.OneRate(root.Has("lpr") ? root.Node("lpr") : null, root));
        }

        return prime is null ? new FixedLoanRate(annual ?? 0) : Prime(prime, refusals);
    }

    private static PrimeLoanRate Prime(FieldReader prime, List<Refusal> refusals)
    {
        var tenor = Index(prime, "tenor", LprTable.TenorWords, required: true);
        var spread = prime.Ratio("spreadBp", -10_000, 10_000, required: true);
        if (spread is { } points && decimal.Round(points, 4) != points)
        {
            refusals.Add(FieldRefusals.Type(prime.Join("spreadBp"), prime.Node("spreadBp")!, new("至多四位小数的基点", "basis points with at most four decimals")));
        }

        var word = prime.Text("reprice") ?? "none";
        Tenor? every = word is "none" or "newYear" ? null : Tenor(prime, "reprice", refusals);
        var rate = new PrimeLoanRate
        {
            Tenor = (LprTenor)(tenor ?? 0),
            SpreadBasisPoints = spread ?? 0,
            QuotedOn = prime.Date("quotedOn"),
            Repricing = new(every, word == "newYear"),
        };
        prime.Finish();
        return rate;
    }

    private static List<DatedAmount> Plan(FieldReader root, List<Refusal> refusals, bool required)
    {
        var items = root.List("plan", required);
        var plan = new List<DatedAmount>();
        if (items.Count > MostInstalments)
        {
            refusals.Add(FieldRefusals.Type("plan", root.Node("plan")!, new($"至多 {MostInstalments} 项", $"at most {MostInstalments} items")));
            return plan;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (FieldReader.Open(items[i], $"plan.{i}", refusals) is not { } item)
            {
                continue;
            }

            var (due, principal) = (item.Date("dueOn", required: true), item.Money("principal", required: true));
            item.Finish();
            plan.Add(new(due ?? default, principal ?? Money.Zero));
        }

        return plan;
    }

    private static Tenor? Tenor(FieldReader reader, string key, List<Refusal> refusals)
    {
        if (reader.Text(key) is not { } text)
        {
            return null;
        }

        var tenor = Basics.Tenor.Parse(text, reader.Join(key));
        var node = reader.Node(key)!;
        refusals.AddRange(tenor.Refusals.Select(r => r.At(node.Line, node.Column)));
        return tenor.Ok ? tenor.Value : null;
    }

    private static int? Index(FieldReader reader, string key, IReadOnlyList<string> words, bool required = false)
    {
        var word = reader.OneOf(key, words, required);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == word)
            {
                return i;
            }
        }

        return null;
    }
}
