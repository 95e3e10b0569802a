using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Tables;

namespace Zhirong.Modules.Assets.Reading.Firms;

/// <summary>Titles and row labels of firms' statements (<c>data/rights/firm-aliases.csv</c>); a mapping of one's own is laid over them.</summary>
public sealed class FirmAliases
{
    private static readonly string[] About = ["name", "code", "period", "unit", "label", "employees", "product", "product_revenue"];

    private static readonly string[] Amounts =
    [
        "revenue", "cost", "rd_expense", "interest_expense", "operating_profit", "total_profit", "net_profit", "depreciation", "amortisation", "cash", "receivables", "inventory",
        "current_assets", "fixed_assets", "intangible_assets", "total_assets", "short_term_debt", "long_term_debt", "current_liabilities", "total_liabilities", "paid_in_capital",
        "equity", "operating_cash_flow", "tax_paid",
    ];

    private readonly IReadOnlyDictionary<string, string?> words;

    private FirmAliases(IReadOnlyDictionary<string, string?> words) => this.words = words;

    /// <summary>The figures a statement may have, by our words.</summary>
    public static IReadOnlyList<string> Figures => Amounts;

    /// <summary>The titles, or every refusal with its line (IMP-0501 to 0503).</summary>
    public static Result<FirmAliases> Read(ReadOnlySpan<byte> csv)
    {
        var read = TitleMap.Read(csv, [.. About, .. Amounts]);
        return read.Ok ? new FirmAliases(read.Value) : Result<FirmAliases>.Refused(read.Refusals);
    }

    /// <summary>The fields a mapping may name.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. About, .. Amounts];

    /// <summary>As <see cref="Read"/>, of titles and fields given one by one; an empty field leaves the column unread.</summary>
    public static Result<FirmAliases> Of(IReadOnlyDictionary<string, string> columns)
    {
        var read = TitleMap.Of(columns, Fields);
        return read.Ok ? new FirmAliases(read.Value) : Result<FirmAliases>.Refused(read.Refusals);
    }

    public FirmAliases With(FirmAliases over)
    {
        var both = new Dictionary<string, string?>(words, StringComparer.Ordinal);
        foreach (var (title, field) in over.words)
        {
            both[title] = field;
        }

        return new(both);
    }

    /// <summary>The field of a title without its unit; null for none.</summary>
    internal string? Find(string title)
    {
        var (key, _) = FirmText.Titled(title);
        return words.GetValueOrDefault(key) ?? words.GetValueOrDefault(FirmText.Bare(key));
    }
}
