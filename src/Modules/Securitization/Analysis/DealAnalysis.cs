using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Waterfall.Costs;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Modules.Securitization.Analysis;

/// <summary>Concentration, names to trigger, limits and borrowers' costs of a deal.</summary>
internal static class DealAnalysis
{
    /// <summary>Slices beyond this many are added up under "…": nobody reads a chart of 20,000 names.</summary>
    private const int MostSlices = 200;

    public static AnalysisView Of(ResolvedDeal deal, MarketData market)
    {
        var definition = deal.Definition;
        var stress = new Stress(deal);
        var bare = Stress.WithoutSupport(definition, market.Holidays) is { } without ? new Stress(without) : null;
        return new()
        {
            Concentration = Concentrated(definition),
            Trips = [.. definition.Triggers.Select(t => Trip(t, stress))],
            Losses = [.. definition.Tranches.Select((t, i) => new LossView(t.Id, Subordination(definition, i), stress.Breaks(t.Id), bare?.Breaks(t.Id)))],
            Limits = Limits(definition),
            Costs = definition.Costs is { } terms && DealCosts.Of(definition, terms, market.Lpr) is { Ok: true } costs ? Costs(costs.Value) : null,
            Origins = [.. definition.Origins.Select(o => new OriginView(o.Path, o.Kind.Word(), o.Source, o.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), o.Note))],
        };
    }

    /// <summary>次级占比 below a tranche: the share of the size that stands behind it in the list of tranches.</summary>
    public static string Subordination(DealDefinition deal, int tranche) =>
        Share(deal.Tranches.Skip(tranche + 1).Sum(t => t.Size.Fen), deal.Tranches.Sum(t => t.Size.Fen));

    public static string Share(long part, long whole) =>
        (whole == 0 ? 0m : Rounding.Decimals((decimal)part / whole, 6)).ToString("0.000000", CultureInfo.InvariantCulture);

    private static ConcentrationView Concentrated(DealDefinition deal)
    {
        var obligors = deal.Pool.Obligors;
        var total = obligors.Sum(o => o.Principal.Fen);
        var figures = total == 0 ? null : Concentration.Of(obligors.Select(o => o.Principal));
        return new()
        {
            LargestShare = Six(figures?.MaxShare(6)),
            TopFiveShare = Six(figures?.TopShare(5, 6)),
            Hhi = Six(figures?.Hhi(6)),
            EffectiveCount = (figures?.EffectiveNumber(2) ?? 0).ToString("0.00", CultureInfo.InvariantCulture),
            ByObligor = Slices(obligors.Select(o => (o.Id, o.Principal.Fen, 1)), total),
            ByIndustry = Slices(obligors.GroupBy(o => o.Industry ?? "—").Select(g => (g.Key, g.Sum(o => o.Principal.Fen), g.Count())), total),
            ByIpKind = ByKind(deal, total),
        };
    }

    /// <summary>
    /// Rights by category, with the debts they stand behind: an obligor's principal falls on its categories in proportion to its
    /// rights, to the fen by largest remainder. Debts whose rights are not counted stand under "—"; a deal that counts none lists
    /// its categories only, unless there is but one.
    /// </summary>
    private static List<Slice> ByKind(DealDefinition deal, long total)
    {
        var sums = new Dictionary<string, (long Fen, int Count)>();
        foreach (var obligor in deal.Pool.Obligors)
        {
            IReadOnlyList<KeyValuePair<string, int>> kinds = obligor.RightsByKind.Any(k => k.Value > 0) ? obligor.RightsByKind : [new("—", 1)];
            var parts = new long[kinds.Count];
            Rounding.Split(obligor.Principal.Fen, [.. kinds.Select(k => (long)k.Value)], parts);
            for (var i = 0; i < parts.Length; i++)
            {
                var (fen, count) = sums.GetValueOrDefault(kinds[i].Key);
                sums[kinds[i].Key] = (fen + parts[i], count + kinds[i].Value);
            }
        }

        return deal.Pool.IpKinds.Count == 1 && sums.Keys.All(k => k == "—") ? [new(deal.Pool.IpKinds[0], Money.FenText(total), null, Share(total, total))]
            : sums.Keys.All(k => k == "—")
            ? [.. deal.Pool.IpKinds.Select(kind => new Slice(kind, null, null, null))]
            : Slices(sums.Select(s => (s.Key, s.Value.Fen, s.Value.Count)), total);
    }

    private static string Six(decimal? value) => (value ?? 0).ToString("0.000000", CultureInfo.InvariantCulture);

    private static List<Slice> Slices(IEnumerable<(string Key, long Fen, int Count)> parts, long total)
    {
        var sorted = parts.OrderByDescending(p => p.Fen).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
        var slices = sorted.Take(MostSlices).Select(p => new Slice(p.Key, Money.FenText(p.Fen), p.Count, Share(p.Fen, total))).ToList();
        if (sorted.Count > MostSlices)
        {
            var rest = sorted.Skip(MostSlices).ToList();
            slices.Add(new("…", Money.FenText(rest.Sum(p => p.Fen)), rest.Sum(p => p.Count), Share(rest.Sum(p => p.Fen), total)));
        }

        return slices;
    }

    private static TripView Trip(TriggerTerms trigger, Stress stress)
    {
        var names = stress.Trips(trigger.Id);
        var steps = stress.Steps;
        var share = names is { } n ? Six(steps.First(s => s.Names == n).Share) : null;
        return new(trigger.Id, trigger.When, names, share, [.. steps.Select(s => new TripStep(s.Names, Six(s.Share), s.Fired.Contains(trigger.Id)))]);
    }

    private static List<LimitView> Limits(DealDefinition deal)
    {
        var limits = new List<LimitView>();
        var obligors = deal.Pool.Obligors;
        if (deal.Pool.Limits.MinObligors is { } least)
        {
            limits.Add(new("pool.limits.min_obligors", $"{least}", $"{obligors.Count}", obligors.Count >= least));
        }

        var total = obligors.Sum(o => o.Principal.Fen);
        if (total > 0)
        {
            var figures = Concentration.Of(obligors.Select(o => o.Principal));
            Most("pool.limits.max_single_share", deal.Pool.Limits.MaxSingleShare, figures.MaxShare(12));
            Most("pool.limits.max_top5_share", deal.Pool.Limits.MaxTop5Share, figures.TopShare(5, 12));
        }

        return limits;

        void Most(string path, decimal? limit, decimal actual)
        {
            if (limit is { } most)
            {
                limits.Add(new(path, Six(most), Six(Rounding.Decimals(actual, 6)), actual <= most));
            }
        }
    }

    private static CostsView Costs(DealCosts costs) => new(
        [.. costs.Terms.Items.Select(i => Item(i))],
        costs.Lpr is { } lpr && costs.Terms.Quote is { } quote
            ? new(Text(lpr.Rate), lpr.Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(quote.SpreadBasisPoints), Text(lpr.Rate + (quote.SpreadBasisPoints / 10_000m)))
            : null,
        [.. costs.Borrowers.Take(1000).Select(Borrower)],
        new(Rate(costs.Pool.Gross), Rate(costs.Pool.Net), Rate(costs.Pool.NetIfGranted)));

    private static CostItemView Item(CostItemTerms item)
    {
        var title = item.Name ?? item.Kind.Title();
        return new(item.Id, title.Zh, title.En, CostKinds.Words[(int)item.Kind]);
    }

    private static BorrowerCostView Borrower(BorrowerCost borrower) => new(
        borrower.Obligor.Id,
        borrower.Obligor.Principal.ToString(),
        Rate(borrower.Cost.Gross),
        Rate(borrower.Cost.Net),
        Rate(borrower.Cost.NetIfGranted),
        borrower.Quote is { } quote ? Rate(quote.Cost.Net) : null,
        borrower.Reduction is { } reduction ? Text(reduction) : null,
        borrower.Cost.Items.ToDictionary(i => i.Id, i => i.Amount.ToString()));

    private static string? Rate(XirrOutcome outcome) => outcome.Status == XirrStatus.One ? Text(outcome.Rate) : null;

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
