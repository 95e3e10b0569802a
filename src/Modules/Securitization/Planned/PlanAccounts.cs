using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Modules.Securitization.Planned;

/// <summary>Where a deal's money stands in the plan's chart of accounts (<c>data/charts/plan.yaml</c>), and the sub-accounts a deal needs.</summary>
internal sealed class PlanAccounts(DealDefinition deal)
{
    public const string Custody = "100201";
    public const string Pool = "130301";
    public const string Defaulted = "130302";
    public const string PriceDifference = "130303";
    public const string PoolInterest = "601101";
    public const string PoolLoss = "6702";
    public const string WrittenDown = "630102";
    public const string ReserveFunding = "400201";
    private const string Reserve = "100202";
    private const string Residual = "410401";
    private const string FreeSupport = "630101";

    private readonly Dictionary<string, PlannedAccount> opened = [];

    /// <summary>The sub-accounts asked for so far, by code.</summary>
    public IReadOnlyList<PlannedAccount> Opened => [.. opened.Values.OrderBy(a => a.Code, StringComparer.Ordinal)];

    public string Note(TrancheTerms tranche) => Open(Ranked("2502", tranche), tranche.Id, tranche.Name);

    public string Interest(TrancheTerms tranche) => Open(Ranked("6411", tranche), tranche.Id, tranche.Name);

    public string ResidualOf(TrancheTerms tranche) => Open(Residual, tranche.Id, tranche.Name);

    public string ReserveOf(SupportTerms support) => Open(Reserve, support.Id, support.Name);

    /// <summary>Where a provider's draw stands: owed to it, or given without a claim.</summary>
    public string Drawn(SupportTerms support) => support.Claims ? Claim(support) : Open(FreeSupport, support.Id, support.Name);

    public string Claim(SupportTerms support) => Open(support.Kind switch
    {
        SupportKind.Liquidity => "200101",
        SupportKind.Guarantee => "224102",
        _ => "224101",
    }, support.Id, support.Name);

    public string Fee(FeeTerms fee) => Open(fee.Kind switch
    {
        FeeKind.Tax => "640301",
        FeeKind.Rate => "642101",
        FeeKind.Fixed => "642102",
        _ => "642103",
    }, fee.Id, fee.Name);

    public SupportTerms Support(string id) => deal.Supports.First(s => s.Id == id);

    /// <summary>A deal does not say which notes are mezzanine: those that take the residual are subordinated, those named 中间 or 夹层 mezzanine, all others senior.</summary>
    private static string Ranked(string account, TrancheTerms tranche) => account + (tranche.Residual ? "03" : IsMezzanine(tranche.Name) ? "02" : "01");

    private static bool IsMezzanine(Words? name) => name is { } words
        && (words.Zh.Contains("中间", StringComparison.Ordinal) || words.Zh.Contains("夹层", StringComparison.Ordinal) || words.En.Contains("mezz", StringComparison.OrdinalIgnoreCase));

    private string Open(string parent, string id, Words? name)
    {
        var code = $"{parent}.{id}";
        opened.TryAdd(code, new(code, parent, name ?? Words.Same(id)));
        return code;
    }
}
