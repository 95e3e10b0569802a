using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Assets.Reading.Firms;

/// <summary>Gathers figures by firm and period while sheets are read, then checks them: assets against liabilities and equity, products against revenue.</summary>
internal sealed class FirmBook
{
    /// <summary>Most firms of one file.</summary>
    public const int MostFirms = 20_000;

    private readonly List<Firm> firms = [];
    private readonly Dictionary<string, Firm> known = new(StringComparer.Ordinal);

    /// <summary>The firm of a name or code, new where it was not met before.</summary>
    public Firm Of(string name, string code, int line)
    {
        if ((code.Length > 0 && known.TryGetValue(code, out var firm)) || (name.Length > 0 && known.TryGetValue(name, out firm) && (code.Length == 0 || firm.Code is null || firm.Code == code)))
        {
            firm.Name = firm.Name.Length > 0 ? firm.Name : name;
            firm.Code ??= code.Length > 0 ? code : null;
        }
        else
        {
            if (firms.Count == MostFirms)
            {
                throw new ImportRefused(ImportRefusals.TooMany("", MostFirms));
            }

            firms.Add(firm = new(name, code.Length > 0 ? code : null, line));
        }

        foreach (var key in (ReadOnlySpan<string>)[name, code])
        {
            if (key.Length > 0)
            {
                known.TryAdd(key, firm);
            }
        }

        return firm;
    }

    public IEnumerable<FirmItem> Items()
    {
        foreach (var firm in firms)
        {
            var record = firm.Record();
            foreach (var warning in Checks(record))
            {
                yield return new FirmItem.Warned(warning);
            }

            yield return new FirmItem.Taken(record);
        }
    }

    /// <summary>Each amount is rounded once when it is written, so sums may differ by a half of the last place each.</summary>
    private static IEnumerable<Refusal> Checks(FirmRecord record)
    {
        var who = record.Name.Length > 0 ? record.Name : record.Code ?? "";
        if (record.Code is { } code && CreditCode.Check(code).Outcome != CreditCodeOutcome.Valid)
        {
            yield return ImportRefusals.CreditCode(code, record.Place.Line);
        }

        foreach (var statement in record.Statements)
        {
            var figures = statement.Figures;
            if (figures.TryGetValue("total_assets", out var assets) && figures.TryGetValue("total_liabilities", out var owed) && figures.TryGetValue("equity", out var equity)
                && Math.Abs(assets.Fen - owed.Fen - equity.Fen) > Tolerance(2, assets, owed, equity))
            {
                yield return ImportRefusals.Unbalanced($"{who} {statement.Period}", $"{assets} ≠ {owed} + {equity}", record.Place.Line);
            }

            var products = record.Products.Where(p => p.Period == statement.Period).ToList();
            if (products.Count > 0 && figures.TryGetValue("revenue", out var revenue))
            {
                var sum = products.Sum(p => p.Revenue.Fen);
                if (Math.Abs(sum - revenue.Fen) > Tolerance(products.Count, [revenue, .. products.Select(p => p.Revenue)]))
                {
                    yield return ImportRefusals.ProductsUnlike($"{who} {statement.Period}", $"{Money.OfFen(sum)} ≠ {revenue}", record.Place.Line);
                }
            }
        }
    }

    /// <summary>Half the place to which all figures are rounded (at most a hundredth of 万元), for each summand and the sum.</summary>
    private static long Tolerance(int summands, params ReadOnlySpan<Money> figures)
    {
        var place = 1L;
        while (place < 100_00 && AllEnd(figures, place * 10))
        {
            place *= 10;
        }

        return place * (summands + 1) / 2;
    }

    private static bool AllEnd(ReadOnlySpan<Money> figures, long place)
    {
        foreach (var figure in figures)
        {
            if (figure.Fen % place != 0)
            {
                return false;
            }
        }

        return true;
    }

    internal sealed class Firm(string name, string? code, int line)
    {
        private readonly SortedDictionary<FirmPeriod, Dictionary<string, Money>> figures = new(Comparer<FirmPeriod>.Create((a, b) => (a.End, a.Months).CompareTo((b.End, b.Months))));
        private readonly Dictionary<FirmPeriod, int> employees = [];
        private readonly List<ProductRevenue> products = [];

        public string Name { get; set; } = name;

        public string? Code { get; set; } = code;

        public void Figure(FirmPeriod period, string field, Money amount) => Of(period).TryAdd(field, amount);

        public void Employees(FirmPeriod period, int count)
        {
            Of(period);
            employees.TryAdd(period, count);
        }

        public void Product(FirmPeriod period, string product, Money revenue) => products.Add(new(period, product, revenue));

        public FirmRecord Record() => new()
        {
            Place = new(line),
            Name = Name,
            Code = Code,
            Statements = [.. figures.Select(f => new FirmStatement(f.Key, f.Value, employees.TryGetValue(f.Key, out var count) ? count : null))],
            Products = products,
        };

        private Dictionary<string, Money> Of(FirmPeriod period) => figures.TryGetValue(period, out var found) ? found : figures[period] = new(StringComparer.Ordinal);
    }
}
