using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Sharing;

/// <summary>Reads <see cref="ShareRule.Schema"/>; a wrong field is refused with its place, the rest is still read.</summary>
public sealed class ShareRuleReader
{
    private static readonly string[] Modes = ["whole", "marginal"];
    private readonly List<Refusal> refusals;
    private readonly SchemeReader scheme;
    private List<ShareParty> parties = [];
    private string residual = "";

    private ShareRuleReader(FieldReader root, List<Refusal> refusals)
    {
        this.refusals = refusals;
        scheme = new(root, refusals);
    }

    public static Result<ShareRule> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? Read(document.Value) : Result<ShareRule>.Refused(document.Refusals);
    }

    public static Result<ShareRule> Read(DocNode document) =>
        FileFields.Node(document, ShareRule.Schema, (root, refusals) => new ShareRuleReader(root, refusals).Rule(root));

    private ShareRule Rule(FieldReader root)
    {
        parties = FileFields.Items(root, "parties", refusals, item =>
        {
            var id = FileFields.Id(item, refusals);
            return new ShareParty(id, FileFields.Title(item, id));
        }, required: true, max: 50);
        residual = Party(root, "residual", required: true) ?? "";
        var made = Loss(root, Tiers(root, new()
        {
            Head = scheme.Head,
            Vocabulary = scheme.Vocabulary,
            Rates = scheme.Rates,
            Conditions = scheme.Conditions(root, "eligibility"),
            Trigger = scheme.Conditions(root, "trigger"),
            Parties = parties,
            Residual = residual,
            Outside = Party(root, "outside") ?? residual,
            Layers = FileFields.Items(root, "layers", refusals, Layer, max: SchemeReader.MostRows),
            Limits = FileFields.Items(root, "limits", refusals, Limit, max: SchemeReader.MostRows),
            Filing = Filing(root),
        }));
        Agree(root, made);
        return made;
    }

    private static ShareRule Loss(FieldReader root, ShareRule made)
    {
        if (root.Map("loss", required: true) is { } loss)
        {
            made = made with { WithInterest = loss.OneOf("of", ShareRule.LossWords, required: true) == "principal_and_interest", IpPortionOnly = loss.Flag("ip_portion_only") ?? false };
            loss.Finish();
        }

        if (root.Map("recovery") is { } recovery)
        {
            made = made with { CostsFirst = recovery.Flag("costs_first") ?? true };
            recovery.Finish();
        }

        return made;
    }

    private ShareRule Tiers(FieldReader root, ShareRule made)
    {
        if (root.Map("tiers") is not { } map)
        {
            return made;
        }

        var by = (map.Node("by") as DocScalar)?.Text == ShareRule.LossBase ? ShareRule.LossBase : scheme.FactOf(map, "by", FactKind.Money) ?? made.TiersBy;
        made = made with { TiersBy = by, TierMode = map.OneOf("mode", Modes) == "marginal" ? TierMode.Marginal : TierMode.Whole, Tiers = FileFields.Items(map, "rows", refusals, Tier, required: true, max: SchemeReader.MostRows) };
        for (var i = 0; i < made.Tiers.Count; i++)
        {
            var previous = i == 0 ? 0 : made.Tiers[i - 1].UpToFen;
            if (previous is null || made.Tiers[i].UpToFen <= previous)
            {
                scheme.Refuse(SchemeRefusals.NotRising($"{map.Join("rows")}.{made.Tiers[i].Id}.up_to", made.Tiers[i].UpToFen is { } fen ? Money.FenText(fen) : "—"), map.Node("rows"), map);
            }
        }

        if (made.TierMode == TierMode.Marginal && made.Tiers.Any(t => t.Chain.Count > 0))
        {
            scheme.Refuse(SchemeRefusals.OneOfTwo(map.Join("mode"), "marginal, chain", "marginal + shares | whole + chain"), map.Node("mode"), map);
        }

        map.Finish();
        return made;
    }

    private ShareTier Tier(FieldReader item)
    {
        var id = FileFields.Id(item, refusals);
        var (shares, chain) = (item.Has("shares") ? Shares(item) : null, FileFields.Items(item, "chain", refusals, Link, max: 50, named: "party"));
        if (shares is not null && chain.Count > 0)
        {
            scheme.Refuse(SchemeRefusals.OneOfTwo(item.Path, "shares, chain", "shares | chain"), item.Node("chain"), item);
        }

        return new(id, FileFields.Title(item, id), item.Money("up_to")?.Fen, shares, chain) { Source = SchemeReader.Source(item) };
    }

    private ChainLink Link(FieldReader item)
    {
        var party = Party(item, "party", required: true) ?? "";
        if (party.Length > 0 && party == residual)
        {
            scheme.Refuse(SchemeRefusals.UnknownParty(item.Join("party"), party, [.. parties.Select(p => p.Id).Where(p => p != residual)]), item.Node("party"), item);
        }

        return new(party, item.Ratio("share", 0, 1, required: true) ?? 0);
    }

    private ShareLayer Layer(FieldReader item)
    {
        var id = FileFields.Id(item, refusals);
        return new(id, FileFields.Title(item, id), item.Money("from", required: true)?.Fen ?? 0, item.Money("to")?.Fen, Shares(item) ?? new Dictionary<string, decimal>()) { Source = SchemeReader.Source(item) };
    }

    private ShareLimit Limit(FieldReader item)
    {
        var id = FileFields.Id(item, refusals);
        var scope = item.OneOf("scope", ShareLimit.ScopeWords, required: true) is { } word ? (LimitScope)ShareLimit.ScopeWords.ToList().IndexOf(word) : LimitScope.Loan;
        var party = Party(item, "party", required: true) ?? "";
        if (party.Length > 0 && party == residual)
        {
            scheme.Refuse(SchemeRefusals.UnknownParty(item.Join("party"), party, [.. parties.Select(p => p.Id).Where(p => p != residual)]), item.Node("party"), item);
        }

        return new(id, FileFields.Title(item, id), party, scope, scope == LimitScope.FundBalance ? null : item.Money("amount")?.Fen) { Source = SchemeReader.Source(item) };
    }

    private static FilingRule Filing(FieldReader root)
    {
        if (root.Map("filing") is not { } map)
        {
            return new(null, null);
        }

        var made = new FilingRule(map.Ratio("leverage", 0, 1000), map.Ratio("suspend_above", 0, 1)) { Source = SchemeReader.Source(map) };
        map.Finish();
        return made;
    }

    private string? Party(FieldReader reader, string key, bool required = false)
    {
        if (reader.Text(key, required) is not { } id)
        {
            return null;
        }

        if (!parties.Exists(p => p.Id == id))
        {
            scheme.Refuse(SchemeRefusals.UnknownParty(reader.Join(key), id, [.. parties.Select(p => p.Id)]), reader.Node(key), reader);
        }

        return id;
    }

    /// <summary>Shares by party, summing to exactly 1 (SCH-0101).</summary>
    private Dictionary<string, decimal>? Shares(FieldReader item)
    {
        if (item.Map("shares", required: true) is not { } map)
        {
            return null;
        }

        var (shares, whole) = (new Dictionary<string, decimal>(StringComparer.Ordinal), true);
        foreach (var entry in map.Entries)
        {
            if (!parties.Exists(p => p.Id == entry.Key))
            {
                refusals.Add(SchemeRefusals.UnknownParty(map.Join(entry.Key), entry.Key, [.. parties.Select(p => p.Id)]).At(entry.KeyLine, entry.KeyColumn));
            }

            var share = map.RatioOf(entry.Value, map.Join(entry.Key), 0, 1);
            whole &= share is not null;
            shares[entry.Key] = share ?? 0;
        }

        if (whole && shares.Values.Sum() != 1m)
        {
            scheme.Refuse(SchemeRefusals.SharesNotOne(map.Path, shares.Values.Sum()), item.Node("shares"), item);
        }

        return shares;
    }

    private void Agree(FieldReader root, ShareRule made)
    {
        if (made.Tiers.Count > 0 && made.Layers.Count > 0)
        {
            scheme.Refuse(SchemeRefusals.OneOfTwo("layers", "tiers, layers", "tiers | layers"), root.Node("layers"), root);
        }

        if (made.Tiers.Count + made.Layers.Count == 0 && made.Head.Open.Count == 0)
        {
            scheme.Refuse(SchemeRefusals.NothingStated("tiers"), root.Node("tiers"), root);
        }

        long? reached = 0;
        foreach (var layer in made.Layers)
        {
            if (reached != layer.FromFen || layer.ToFen <= layer.FromFen)
            {
                scheme.Refuse(SchemeRefusals.NotRising($"layers.{layer.Id}.from", Money.FenText(layer.FromFen)), root.Node("layers"), root);
            }

            reached = layer.ToFen;
        }

        if (made.Layers.Count > 0 && reached is not null)
        {
            scheme.Refuse(SchemeRefusals.NotRising($"layers.{made.Layers[^1].Id}.to", Money.FenText(reached.Value)), root.Node("layers"), root);
        }
    }
}
