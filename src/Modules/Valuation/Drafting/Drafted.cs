using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.UseCases;

namespace Zhirong.Modules.Valuation.Drafting;

/// <summary>What a draft is asked for.</summary>
/// <param name="Product">The product whose rights and income it is about.</param>
/// <param name="Rights">The rights, where not those of the product or all of the firm's.</param>
internal sealed record DraftOrder(Guid Firm, Guid? Product, IReadOnlyList<Guid>? Rights, DateOnly BaseDate, string Purpose)
{
    public string? ValueType { get; init; }

    /// <summary><c>equal</c> or <c>score</c>.</summary>
    public string WeightsBy { get; init; } = "equal";

    public decimal? Growth { get; init; }

    public int? Years { get; init; }
}

/// <summary>A figure the register does not know, by its path in the request.</summary>
internal sealed record Lack(string Path, Words Text);

/// <summary>What the register knows as a request, and what it does not.</summary>
internal sealed record Drafted(JsonObject Request, FirmProfile Firm, ProductView? Product, IReadOnlyList<RightRow> Rights, IReadOnlyList<RightRow> Over, IReadOnlyList<Lack> Missing);

/// <summary>Figures and their origins as requests write them.</summary>
internal static class Stated
{
    public static JsonObject Figure(string value, string source, string kind, DateOnly? date) => Origin(new() { ["value"] = value }, source, kind, date);

    public static JsonObject Origin(JsonObject figure, string source, string kind, DateOnly? date)
    {
        (figure["source"], figure["kind"]) = (source, kind);
        if (date is { Year: >= 1990 and <= 2199 } known)
        {
            figure["date"] = Day(known);
        }

        return figure;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
