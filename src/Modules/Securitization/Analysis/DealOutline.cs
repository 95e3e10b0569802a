using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Modules.Securitization.Analysis;

/// <summary>Draws the outline of a deal from its terms.</summary>
internal static class DealOutline
{
    private static readonly string[] SupportWords = ["cash_reserve", "top_up", "guarantee", "liquidity"];

    private static readonly string[] FeeWords = ["tax", "rate", "fixed", "payout_rate"];

    public static OutlineView Of(ResolvedDeal resolved)
    {
        var deal = resolved.Definition;
        var pool = deal.Pool.Obligors.Sum(o => o.Principal.Fen);
        return new()
        {
            Code = deal.Id,
            NameZh = deal.Name.Zh,
            NameEn = deal.Name.En,
            Market = deal.Market,
            Structure = deal.Structure,
            Size = deal.Size.ToString(),
            PoolBalance = Money.FenText(pool),
            Closing = Iso(deal.Dates.Closing),
            ExpectedMaturity = Iso(deal.Dates.ExpectedMaturity),
            LegalMaturity = Iso(deal.Dates.LegalMaturity),
            Spv = Spv(deal),
            Parties = [.. deal.Parties.Select(p => new PartyView(p.Key, p.Value))],
            Obligors = [.. deal.Pool.Obligors.Select(o => new ObligorView(o.Id, o.Name, o.Principal.ToString(), DealAnalysis.Share(o.Principal.Fen, pool), o.Industry, o.Rights))],
            Tranches = [.. deal.Tranches.Select((t, i) => Tranche(deal, t, i))],
            Supports = [.. deal.Supports.Select(Support)],
            Fees = [.. deal.Fees.Select(f => new OutlineFee(f.Id, f.Name?.Zh ?? f.Id, f.Name?.En ?? f.Id, FeeWords[(int)f.Kind]))],
            Triggers = [.. deal.Triggers.Select(t => new TriggerView(t.Id, t.Name?.Zh ?? t.Id, t.Name?.En ?? t.Id, t.When, t.Then?.Word() ?? t.Act ?? ""))],
            Lines = [.. LineTitles.Of(resolved).Select(line => Line(line, deal))],
        };
    }

    private static TrancheView Tranche(DealDefinition deal, TrancheTerms tranche, int index) => new()
    {
        Id = tranche.Id,
        NameZh = tranche.Name?.Zh ?? tranche.Id,
        NameEn = tranche.Name is { } name && name.En != name.Zh ? name.En : tranche.Id,
        Size = tranche.Size.ToString(),
        Share = DealAnalysis.Share(tranche.Size.Fen, deal.Size.Fen),
        Subordination = DealAnalysis.Subordination(deal, index),
        Coupon = tranche.Coupon.ToString("0.############", CultureInfo.InvariantCulture),
        Rating = tranche.Rating,
        Residual = tranche.Residual,
        Holder = tranche.Holder,
    };

    private static SupportView Support(SupportTerms support) => new()
    {
        Id = support.Id,
        NameZh = support.Name?.Zh ?? support.Id,
        NameEn = support.Name is { } name && name.En != name.Zh ? name.En : support.Id,
        Kind = SupportWords[(int)support.Kind],
        Provider = support.Provider,
        Limit = support.Kind == SupportKind.CashReserve ? support.Target.ToString() : support.Limit?.ToString(),
        Covers = support.Covers,
    };

    private static LineView Line(LineTitle line, DealDefinition deal) => new(
        line.Line,
        line.Kind.ToString().ToLowerInvariant(),
        line.Owner,
        line.Title.Zh,
        line.Title.En,
        deal.Tranches.Any(t => t.Id == line.Owner) && line.Kind is LineKind.Interest or LineKind.Principal or LineKind.Residual ? line.Owner : null);

    /// <summary>The vehicles as written; they move no money and are not part of the terms that compute.</summary>
    private static List<SpvView> Spv(DealDefinition deal) =>
        [.. ((deal.Source as DocMap)?["spv"] as DocList)?.Items.OfType<DocMap>().Select(v => new SpvView(Scalar(v, "id"), Scalar(v, "kind"))) ?? []];

    private static string Scalar(DocMap map, string key) => (map[key] as DocScalar)?.Text ?? "";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
