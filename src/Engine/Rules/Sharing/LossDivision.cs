using System.Numerics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Sharing;

/// <summary>
/// Divides a loss by shares that stay the same whatever the loss: every party but the residual one half up to the fen, the
/// residual party the rest.
/// </summary>
/// <remarks>The order in which parties are declared changes nothing.</remarks>
internal sealed class LossDivision
{
    private readonly ShareRule rule;
    private readonly ShareTier? tier;
    private readonly IReadOnlyDictionary<string, ExactAmount> perFen;

    private LossDivision(ShareRule rule, ShareTier? tier, IReadOnlyDictionary<string, ExactAmount> perFen)
    {
        this.rule = rule;
        this.tier = tier;
        this.perFen = perFen;
    }

    /// <summary>The whole loss by one tier.</summary>
    public static LossDivision Whole(ShareRule rule, ShareTier tier) =>
        new(rule, tier, tier.Shares?.ToDictionary(s => s.Key, s => new ExactAmount(BigInteger.One, BigInteger.One).Times(s.Value), StringComparer.Ordinal) ?? []);

    /// <summary>Shares weighted by the slices of the figure the tiers go by.</summary>
    /// <param name="rule">Its last tier reaches at least to <paramref name="figureFen"/>.</param>
    /// <param name="figureFen">Positive.</param>
    public static LossDivision Marginal(ShareRule rule, long figureFen)
    {
        var (sums, from) = (new Dictionary<string, ExactAmount>(StringComparer.Ordinal), 0L);
        foreach (var tier in rule.Tiers)
        {
            var to = Math.Min(figureFen, tier.UpToFen ?? figureFen);
            if (to <= from)
            {
                break;
            }

            foreach (var (party, share) in tier.Shares!)
            {
                sums[party] = sums.GetValueOrDefault(party, ExactAmount.OfFen(0)).Plus(ExactAmount.OfFen(to - from).Times(share));
            }

            from = to;
        }

        return new(rule, null, sums.ToDictionary(s => s.Key, s => s.Value with { Denominator = s.Value.Denominator * figureFen }, StringComparer.Ordinal));
    }

    /// <summary>Layers from the first fen of loss upwards.</summary>
    public static LossDivision Layered(ShareRule rule) => new(rule, null, new Dictionary<string, ExactAmount>());

    /// <summary>Parts of a loss before what the residual party takes, each within what is left of its limits.</summary>
    /// <param name="fen">Not negative.</param>
    /// <param name="left">What each party may still pay; a party that is not named has no limit.</param>
    public Dictionary<string, long> Of(long fen, IReadOnlyDictionary<string, long> left)
    {
        var parts = tier is { Chain.Count: > 0 } ? Chained(fen, left) : Rounded(fen, left);
        parts[rule.Residual] = fen - parts.Values.Sum();
        return parts;
    }

    /// <summary>What a party would bear of a loss, unrounded.</summary>
    public ExactAmount Exact(string party, long fen)
    {
        if (rule.Layers.Count == 0)
        {
            var per = perFen.GetValueOrDefault(party, ExactAmount.OfFen(0));
            return per with { Numerator = per.Numerator * fen };
        }

        var sum = ExactAmount.OfFen(0);
        foreach (var layer in rule.Layers)
        {
            var slice = Math.Min(fen, layer.ToFen ?? fen) - layer.FromFen;
            if (slice > 0)
            {
                sum = sum.Plus(ExactAmount.OfFen(slice).Times(layer.Shares.GetValueOrDefault(party)));
            }
        }

        return sum;
    }

    private Dictionary<string, long> Chained(long fen, IReadOnlyDictionary<string, long> left)
    {
        var (parts, rest) = (new Dictionary<string, long>(StringComparer.Ordinal), fen);
        foreach (var link in tier!.Chain)
        {
            var part = Math.Min(rest, ExactAmount.OfFen(rest).Times(link.Share).Fen()!.Value);
            part = Math.Min(part, Math.Max(0, left.GetValueOrDefault(link.Party, long.MaxValue) - parts.GetValueOrDefault(link.Party)));
            parts[link.Party] = parts.GetValueOrDefault(link.Party) + part;
            rest -= part;
        }

        return parts;
    }

    private Dictionary<string, long> Rounded(long fen, IReadOnlyDictionary<string, long> left)
    {
        var exact = rule.Parties.Where(p => p.Id != rule.Residual).ToDictionary(p => p.Id, p => Exact(p.Id, fen), StringComparer.Ordinal);
        var parts = exact.ToDictionary(e => e.Key, e => e.Value.Fen()!.Value, StringComparer.Ordinal);
        // A loss of a few fen may be rounded up to more than there is: the least of those rounded up gives way.
        while (parts.Values.Sum() > fen)
        {
            var least = exact.Where(e => ExactAmount.OfFen(parts[e.Key]).MoreThan(e.Value)).Order(Comparer<KeyValuePair<string, ExactAmount>>.Create((a, b) => Remainders(a, b))).First();
            parts[least.Key]--;
        }

        return parts.ToDictionary(p => p.Key, p => Math.Min(p.Value, left.GetValueOrDefault(p.Key, long.MaxValue)), StringComparer.Ordinal);
    }

    private static int Remainders(KeyValuePair<string, ExactAmount> a, KeyValuePair<string, ExactAmount> b)
    {
        var (left, right) = (Remainder(a.Value), Remainder(b.Value));
        var order = (left.Numerator * right.Denominator).CompareTo(right.Numerator * left.Denominator);
        return order != 0 ? order : -string.CompareOrdinal(a.Key, b.Key);
    }

    private static ExactAmount Remainder(ExactAmount amount) => amount with { Numerator = amount.Numerator % amount.Denominator };
}
