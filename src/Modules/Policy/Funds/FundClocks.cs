using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Funds;

/// <summary>What a fund holds and has filed, from its book and its filings.</summary>
internal sealed record FundClocks(long SizeFen, long BalanceFen, long PortfolioFen, decimal? ClaimRate)
{
    /// <summary>银行存款—资金池专户 of the fund's chart.</summary>
    public const string Cash = "100201";

    /// <summary>应收追偿款.</summary>
    public const string ToRecover = "1201";

    /// <summary>资金池出资—其他.</summary>
    public const string Capital = "400103";

    /// <summary>Lets nobody else file with the fund or claim on it until the transaction ends, on whichever server.</summary>
    public static void Alone(ZhirongContext work, Guid fund) => work.Session.Alone($"policy fund {fund}");

    /// <param name="extraFen">Principal about to be filed.</param>
    public static FundClocks Of(ZhirongContext read, CompensationFund fund, DateOnly day, long extraFen = 0)
    {
        var filings = read.Set<FundFiling>().Where(f => f.FundId == fund.Id).GroupBy(f => f.State).Select(g => new { g.Key, Fen = g.Sum(f => f.PrincipalFen) }).ToDictionary(g => g.Key, g => g.Fen);
        var (live, claimed, all) = (filings.GetValueOrDefault("live"), filings.GetValueOrDefault("claimed"), filings.Values.Sum());
        var balance = BookDoor.Balance(read, fund.BookId, Cash, day) ?? Money.Zero;
        return new(fund.SizeFen, balance.Fen, live + extraFen, all + extraFen == 0 ? null : decimal.Round((decimal)claimed / (all + extraFen), 12, MidpointRounding.ToPositiveInfinity));
    }

    /// <summary>The fund's own figures as facts; nobody else states them.</summary>
    public Dictionary<string, FactValue> Facts(DateOnly day)
    {
        const string Source = "资金账簿与备案 fund's book and filings";
        var facts = new Dictionary<string, FactValue>(StringComparer.Ordinal)
        {
            ["fund.size"] = new(SizeFen, Money.FenText(SizeFen), Source, day),
            ["fund.balance"] = new(BalanceFen, Money.FenText(BalanceFen), Source, day),
            ["fund.portfolio"] = new(PortfolioFen, Money.FenText(PortfolioFen), Source, day),
        };
        if (ClaimRate is { } rate)
        {
            facts["fund.npl_rate"] = new(rate, rate.ToString(CultureInfo.InvariantCulture), Source, day);
        }

        return facts;
    }

    public static FundRow Row(ZhirongContext read, PolicyDesk desk, CompensationFund fund, Language language)
    {
        var clocks = Of(read, fund, desk.Today);
        var scheme = SchemeShelf.Find(read, desk, ShippedScheme.ShareKind, fund.Scheme, fund.SchemeNumber)!.Scheme;
        var claims = read.Set<CompensationClaim>().Where(c => c.FundId == fund.Id && (c.State == "approved" || c.State == "paid")).GroupBy(c => c.State).Select(g => new { g.Key, Fen = g.Sum(c => c.FundFen ?? 0), Returned = g.Sum(c => c.ReturnedFen) }).ToDictionary(g => g.Key);
        string Sum(string state) => Money.FenText(claims.TryGetValue(state, out var sum) ? sum.Fen : 0);
        var filing = FilingCheck.Of(scheme.Share!.Filing, new FactSheet { Facts = clocks.Facts(desk.Today) });
        return new(
            fund.Id, fund.Code, fund.Name, fund.Scheme, fund.SchemeNumber, scheme.Head.Title.In(language), fund.Party, fund.BookId, Money.FenText(fund.SizeFen), Money.FenText(clocks.BalanceFen), Money.FenText(clocks.PortfolioFen),
            filing.MostFen is { } most ? Money.FenText(most) : null, clocks.ClaimRate?.ToString("0.######", CultureInfo.InvariantCulture), scheme.Share.Filing.SuspendAbove?.ToString(CultureInfo.InvariantCulture),
            fund.State, fund.Because, fund.State == "suspended" ? "no" : filing.Allowed switch { false => "no", true => "yes", _ => scheme.Share.Filing is { Leverage: null, SuspendAbove: not null } && clocks.ClaimRate is null ? "yes" : "unknown" }, fund.Version, Instant.Text(fund.ChangedAt), fund.ChangedBy,
            Sum("paid"), Sum("approved"), Money.FenText(claims.TryGetValue("paid", out var paid) ? paid.Returned : 0));
    }
}
