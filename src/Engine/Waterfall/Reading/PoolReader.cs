using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Reading;

/// <summary>Reads <c>pool</c>: the contract, the obligors with their overrides, limits.</summary>
internal static class PoolReader
{
    private static readonly string[] Amortisations = ["bullet", "level", "equal_principal", "interest_then_bullet", "schedule", "discount"];

    public static PoolTerms Read(FieldReader? reader, DateTerms? dates, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return new() { Obligors = [] };
        }

        var contract = reader.Map("contract", required: true);
        var shared = ReadContract(contract, null, refusals);
        var obligors = Obligors(reader, shared, contract, refusals);
        var limits = reader.Map("limits");
        var terms = new PoolTerms
        {
            AssetKind = reader.Text("asset_kind"),
            Obligors = obligors,
            Limits = new(limits?.Whole("min_obligors", 1, 100_000), limits?.Ratio("max_single_share", 0, 1), limits?.Ratio("max_top5_share", 0, 1)),
            ClosingCollectionsToOriginator = reader.OneOf("closing_collections", ["pool", "originator"]) == "originator",
            IpKinds = DealReader.TextList(reader, "ip_kinds"),
            Eligibility = DealReader.TextList(reader, "eligibility"),
            Appraised = reader.Money("appraised"),
            Revolving = reader.Node("revolving") is not null,
        };
        limits?.Finish();
        reader.Finish();
        return terms;
    }

    private static List<ObligorTerms> Obligors(FieldReader reader, ContractTerms? shared, FieldReader? contract, List<Refusal> refusals)
    {
        var obligors = new List<ObligorTerms>();
        Int128 total = 0;
        foreach (var item in DealReader.Items(reader, "obligors", refusals, required: true))
        {
            var own = item.Map("contract");
            var terms = own is null ? shared : ReadContract(own, shared, refusals);
            var id = DealReader.Id(item, refusals, inExpressions: false);
            var obligor = new ObligorTerms
            {
                Id = id,
                Name = DealReader.Named(item, "name", refusals)?.Zh,
                Principal = item.Money("principal", required: true) ?? Money.Zero,
                Industry = item.Text("industry"),
                Rights = item.Whole("ip", 0, 1_000_000),
                RightsByKind = Kinds(item, refusals),
                Appraised = item.Money("appraised"),
                Contract = terms ?? Neutral,
                FirstLicence = Licence(item.Map("first_licence"), $"{id}-L1", refusals),
                BackLicence = Licence(item.Map("back_licence"), $"{id}-L2", refusals),
            };
            foreach (var paper in (string[])["region", "grade", "rating", "pledge_no", "credit_code", "tags"])
            {
                item.Node(paper);
            }

            item.Finish();
            obligors.Add(obligor);
            total += obligor.Principal.Fen;
        }

        if (total > Money.Limit.Fen)
        {
            refusals.Add(DealRefusals.SumTooLarge(reader.Join("obligors"), reader.Node("obligors")!));
        }

        if (reader.Node("obligors") is DocList { Items.Count: 0 } empty)
        {
            refusals.Add(FieldRefusals.Type(reader.Join("obligors"), empty, new("至少一个债务人", "at least one obligor")));
        }

        return obligors;
    }

    /// <summary>Rights by category, when they are counted; a plain list of categories counts nothing.</summary>
    private static List<KeyValuePair<string, int>> Kinds(FieldReader item, List<Refusal> refusals)
    {
        if (item.Node("ip_kinds") is not DocMap map)
        {
            DealReader.TextList(item, "ip_kinds");
            return [];
        }

        var counts = new FieldReader(map, item.Join("ip_kinds"), refusals);
        return [.. map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Key, counts.Whole(e.Key, 0, 1_000_000) ?? 0))];
    }

    private static ContractTerms Neutral { get; } = new() { Amortisation = ContractAmortisation.Bullet, Rate = 0 };

    private static ContractTerms? ReadContract(FieldReader? reader, ContractTerms? under, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return under;
        }

        var word = reader.OneOf("amort", Amortisations, required: under is null);
        var amort = word is null ? under?.Amortisation ?? ContractAmortisation.Bullet : (ContractAmortisation)Array.IndexOf(Amortisations, word);
        var rate = reader.Ratio("rate", 0, 1, required: under is null);
        var (nominal, actual) = PeriodRate(reader, refusals);
        var dayCount = DayCountOf(reader, "day_count", refusals);
        var interest = reader.OneOf("interest", ["at_maturity", "each_period"]);
        var schedule = Decimals(reader, "schedule");
        if (schedule.Count > 0 && schedule.Sum() == 1m)
        {
            // Written as shares of 1 instead of per 100.
            schedule = [.. schedule.Select(s => s * 100m)];
        }

        var terms = new ContractTerms
        {
            Amortisation = amort,
            Rate = rate ?? under?.Rate ?? 0,
            Every = DateReader.ReadTenor(reader, "every", refusals) ?? under?.Every,
            Periods = reader.Whole("periods", 1, 600) ?? under?.Periods,
            First = reader.Date("first") ?? under?.First,
            Maturity = reader.Date("maturity") ?? under?.Maturity,
            DayCount = dayCount ?? (actual ? DayCountConvention.Act365F : under?.DayCount),
            NominalPeriodsPerYear = actual ? null : nominal ?? (dayCount is null ? under?.NominalPeriodsPerYear : null),
            InterestAtMaturity = interest is null ? under?.InterestAtMaturity ?? true : interest == "at_maturity",
            Schedule = schedule.Count > 0 ? schedule : under?.Schedule ?? [],
            InAdvance = (reader.OneOf("timing", ["arrears", "advance"]) ?? (under?.InAdvance == true ? "advance" : "arrears")) == "advance",
        };
        if (amort == ContractAmortisation.Schedule && terms.Schedule.Count == 0)
        {
            refusals.Add(DealRefusals.NeedsField(reader.Join("schedule"), "schedule", new("每期本金占 100 的份额", "principal per 100 on each date"), reader.Line, reader.Column));
        }

        reader.Finish();
        return terms;
    }

    /// <summary><c>nominal/N</c> (rate divided by N whatever the days) or <c>actual</c> (by days).</summary>
    private static (int? Nominal, bool Actual) PeriodRate(FieldReader reader, List<Refusal> refusals)
    {
        if (reader.Text("period_rate") is not { } text)
        {
            return (null, false);
        }

        if (text == "actual")
        {
            return (null, true);
        }

        if (text.StartsWith("nominal/", StringComparison.Ordinal) && int.TryParse(text.AsSpan(8), out var n) && n is >= 1 and <= 366)
        {
            return (n, false);
        }

        refusals.Add(FieldRefusals.Type(reader.Join("period_rate"), reader.Node("period_rate")!, Words.Same("nominal/N | actual")));
        return (null, false);
    }

    internal static DayCountConvention? DayCountOf(FieldReader reader, string key, List<Refusal> refusals)
    {
        if (reader.Text(key) is not { } text)
        {
            return null;
        }

        // ICMA counts regular coupon periods, which the dates of a deal need not be.
        if (DayCounts.TryParse(text, out var convention) && convention != DayCountConvention.ActActIcma)
        {
            return convention;
        }

        refusals.Add(FieldRefusals.NotOneOf(reader.Join(key), reader.Node(key)!, text, ["ACT/365F", "ACT/360", "ACT/364", "ACT/ACT", "30/360", "30E/360"]));
        return null;
    }

    /// <summary>Parts of a hundred, or rates: from 0 to 1000 with at most twelve decimals, so that every product stays exact.</summary>
    internal static List<decimal> Decimals(FieldReader reader, string key)
    {
        var numbers = new List<decimal>();
        var items = reader.List(key);
        for (var i = 0; i < items.Count; i++)
        {
            if (reader.RatioOf(items[i], $"{reader.Join(key)}.{i}", 0, 1000) is { } number)
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private static LicenceTerms? Licence(FieldReader? reader, string fallbackId, List<Refusal> refusals)
    {
        if (reader is null)
        {
            return null;
        }

        var licence = new LicenceTerms
        {
            Id = reader.Has("id") ? DealReader.Id(reader, refusals, inExpressions: false) : fallbackId,
            Exclusive = reader.OneOf("type", ["exclusive", "sole", "ordinary"]) is null or "exclusive",
            Rights = DealReader.TextList(reader, "rights"),
            Fee = reader.Money("fee"),
            Royalty = reader.Money("royalty"),
            Date = reader.Date("date"),
            Until = reader.Date("until"),
            RecordNumber = reader.Text("record_no"),
        };
        reader.Finish();
        return licence;
    }
}
