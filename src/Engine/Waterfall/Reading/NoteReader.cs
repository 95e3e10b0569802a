using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Reading;

/// <summary>Reads tranches, accounts and fees.</summary>
internal static class NoteReader
{
    private static readonly string[] TrancheWords = ["bullet", "unit_schedule", "target_balance", "pass_through", "residual"];
    private static readonly string[] FeeWords = ["tax", "rate", "fixed", "payout_rate"];

    public static IReadOnlyList<TrancheTerms> Tranches(FieldReader root, int payments, List<Refusal> refusals)
    {
        var tranches = new List<TrancheTerms>();
        foreach (var item in DealReader.Items(root, "tranches", refusals, required: true, max: 50))
        {
            tranches.Add(Tranche(item, payments, refusals));
        }

        if (root.Node("tranches") is DocList { Items.Count: 0 } empty)
        {
            refusals.Add(FieldRefusals.Type("tranches", empty, new("至少一档证券", "at least one tranche")));
        }

        return tranches;
    }

    private static TrancheTerms Tranche(FieldReader item, int payments, List<Refusal> refusals)
    {
        var residual = item.Flag("residual") ?? false;
        var word = item.OneOf("amort", TrancheWords);
        var kind = word is null ? residual ? TrancheAmortisation.Residual : TrancheAmortisation.Bullet : (TrancheAmortisation)Array.IndexOf(TrancheWords, word);
        var units = PoolReader.Decimals(item, "unit_principal");
        var targets = Targets(item);
        if (kind == TrancheAmortisation.UnitSchedule)
        {
            Length(item, "unit_principal", units.Count, payments, refusals);
        }
        else if (kind == TrancheAmortisation.TargetBalance)
        {
            Length(item, "target_balance", targets.Count, payments, refusals);
        }

        var tranche = new TrancheTerms
        {
            Id = DealReader.Id(item, refusals, inExpressions: true),
            Name = DealReader.Title(item, refusals),
            Size = item.Money("size", required: true) ?? Money.Zero,
            Coupon = item.Ratio("coupon", 0, 1) ?? 0,
            DayCount = PoolReader.DayCountOf(item, "day_count", refusals) ?? DayCountConvention.Act365F,
            Amortisation = kind,
            UnitPrincipal = units,
            TargetBalances = targets,
            Residual = residual || kind == TrancheAmortisation.Residual,
            ExpectedMaturity = item.Date("expected_maturity"),
            Holder = item.Text("holder"),
            Rating = item.Text("rating"),
        };
        item.Finish();
        return tranche;
    }

    private static List<Money> Targets(FieldReader item)
    {
        var targets = new List<Money>();
        var items = item.List("target_balance");
        for (var i = 0; i < items.Count; i++)
        {
            if (item.MoneyOf(items[i], $"{item.Join("target_balance")}.{i}") is { } target)
            {
                targets.Add(target);
            }
        }

        return targets;
    }

    private static void Length(FieldReader item, string key, int found, int payments, List<Refusal> refusals)
    {
        if (item.Required(key) is { } node && payments > 0 && found != payments)
        {
            refusals.Add(DealRefusals.ScheduleLength(item.Join(key), found, payments, node));
        }
    }

    public static IReadOnlyList<AccountTerms> Accounts(FieldReader root, List<Refusal> refusals)
    {
        var accounts = new List<AccountTerms>();
        foreach (var item in DealReader.Items(root, "accounts", refusals, max: 20))
        {
            accounts.Add(new(DealReader.Id(item, refusals, inExpressions: true), DealReader.TextList(item, "receives")));
            item.Text("zh");
            item.Text("en");
            item.Finish();
        }

        return accounts;
    }

    public static IReadOnlyList<FeeTerms> Fees(FieldReader root, List<Refusal> refusals)
    {
        var fees = new List<FeeTerms>();
        foreach (var item in DealReader.Items(root, "fees", refusals, max: 100))
        {
            fees.Add(Fee(item, refusals));
        }

        return fees;
    }

    private static FeeTerms Fee(FieldReader item, List<Refusal> refusals)
    {
        var word = item.OneOf("kind", FeeWords, required: true);
        var kind = word is null ? FeeKind.Fixed : (FeeKind)Array.IndexOf(FeeWords, word);
        var fee = new FeeTerms
        {
            Id = DealReader.Id(item, refusals, inExpressions: true),
            Name = DealReader.Title(item, refusals),
            Kind = kind,
            Rate = item.Ratio("rate", 0, 1, required: kind is FeeKind.Rate or FeeKind.PayoutRate) ?? 0,
            Amount = item.Money("amount", required: kind == FeeKind.Fixed) ?? Money.Zero,
            Basis = Basis(item, kind),
            Vat = item.Ratio("vat", 0, 1, required: kind == FeeKind.Tax) ?? 0,
            Surcharge = item.Ratio("surcharge", 0, 1) ?? 0,
            Cap = Cap(item.Node("cap"), item.Join("cap"), item, refusals),
            Arrears = item.Flag("fee_arrears") ?? true,
            OnPaid = item.OneOf("on", ["planned", "paid"]) == "paid",
        };
        item.Text("payee");
        item.Finish();
        return fee;
    }

    private static IReadOnlyList<string> Basis(FieldReader item, FeeKind kind)
    {
        var node = item.Node("basis");
        if (node is null)
        {
            return kind switch
            {
                FeeKind.Tax => ["interest_collected"],
                FeeKind.Rate => ["size"],
                _ => [],
            };
        }

        return node is DocList ? DealReader.TextList(item, "basis") : item.TextOf(node, item.Join("basis")) is { } text ? [text] : [];
    }

    /// <summary>A cap written as an amount, or as <c>{amount}</c> or <c>{rate}</c>.</summary>
    internal static CapTerms? Cap(DocNode? node, string path, FieldReader owner, List<Refusal> refusals)
    {
        if (node is null)
        {
            return null;
        }

        if (node is DocScalar)
        {
            return owner.MoneyOf(node, path) is { } plain ? new(plain, null) : null;
        }

        if (FieldReader.Open(node, path, refusals) is not { } reader)
        {
            return null;
        }

        var cap = new CapTerms(reader.Money("amount"), reader.Ratio("rate", 0, 1));
        reader.Finish();
        if (cap is { Amount: null, Rate: null })
        {
            refusals.Add(DealRefusals.NeedsField(path, "amount | rate", new("上限要有金额或费率", "a cap needs an amount or a rate"), node.Line, node.Column));
        }

        return cap;
    }
}
