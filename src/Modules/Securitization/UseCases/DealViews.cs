using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Securitization.UseCases;

/// <summary>A deal as lists show it; figures are those of the head version.</summary>
public record DealRow
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string Market { get; init; }

    public required string Structure { get; init; }

    public required string Size { get; init; }

    public required string PoolBalance { get; init; }

    public required string? SeniorCoupon { get; init; }

    public required int Obligors { get; init; }

    public required string Closing { get; init; }

    public required string ExpectedMaturity { get; init; }

    /// <summary>Number of the head version.</summary>
    public required int Version { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    public required string SavedAt { get; init; }

    public required string SavedBy { get; init; }

    public required string? Shelf { get; init; }

    public required string? CaseId { get; init; }

    internal static DealRow Of(Deal deal) => new()
    {
        Id = deal.Id,
        Code = deal.Code,
        NameZh = deal.NameZh,
        NameEn = deal.NameEn,
        Market = deal.Market,
        Structure = deal.Structure,
        Size = Money.FenText(deal.SizeFen),
        PoolBalance = Money.FenText(deal.PoolFen),
        SeniorCoupon = deal.SeniorCoupon is { } coupon ? (coupon / Rates.Scale).ToString("0.############", CultureInfo.InvariantCulture) : null,
        Obligors = deal.Obligors,
        Closing = Iso(deal.Closing),
        ExpectedMaturity = Iso(deal.ExpectedMaturity),
        Version = deal.Version,
        Errors = deal.Errors,
        Warnings = deal.Warnings,
        SavedAt = Instant.Text(deal.SavedAt),
        SavedBy = deal.SavedBy,
        Shelf = deal.Shelf,
        CaseId = deal.CaseId,
    };

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A saved state of a deal's terms.</summary>
public sealed record VersionView(int Number, string Hash, int? Parent, string Reason, string SavedBy, string SavedAt, int Errors, int Warnings)
{
    internal static VersionView Of(DealVersion version) =>
        new(version.Number, version.Hash, version.Parent, version.Reason, version.SavedBy, Instant.Text(version.SavedAt), version.Errors, version.Warnings);
}

/// <summary>A deal with its head version's text.</summary>
public sealed record DealDetail : DealRow
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private DealDetail(DealRow row, VersionView head, string text)
        : base(row) => (Head, Text) = (head, text);

    public VersionView Head { get; }

    public string Text { get; }

    internal static DealDetail Of(Deal deal, DealVersion head) => new(DealRow.Of(deal), VersionView.Of(head), head.Text);
}

/// <summary>One version with its text.</summary>
public sealed record VersionText(VersionView Version, string Text);

public sealed record VersionList(IReadOnlyList<VersionView> Versions);
