using System.Security.Cryptography;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Modules.Securitization.Model;

/// <summary>What lists and shelves need of a deal's terms.</summary>
internal sealed record DealTerms
{
    public required string Code { get; init; }

    public required Words Name { get; init; }

    public required string Market { get; init; }

    public required string Structure { get; init; }

    public required Money Size { get; init; }

    public required Money PoolBalance { get; init; }

    public required decimal? SeniorCoupon { get; init; }

    public required int Obligors { get; init; }

    public required DateOnly Closing { get; init; }

    public required DateOnly ExpectedMaturity { get; init; }

    public required string? Shelf { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    /// <summary>
    /// Reads terms to be saved: a text of the wrong shape is refused with every place that is wrong; a deal with lint findings may be
    /// saved, its findings are counted.
    /// </summary>
    public static Result<DealTerms> Read(string text, HolidayTable holidays)
    {
        var prepared = DealPreparation.From(Encoding.UTF8.GetBytes(text), null, holidays);
        return prepared.Definition is { } deal && prepared.ShapeRefusals.Count == 0 ? Of(deal, prepared) : Result<DealTerms>.Refused(prepared.ShapeRefusals);
    }

    /// <summary>SHA-256 of the text's UTF-8 bytes, lower-case hex.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static DealTerms Of(DealDefinition deal, DealPreparation prepared)
    {
        var findings = prepared.Findings.Concat(prepared.Deal?.Warnings ?? []).ToList();
        return new()
        {
            Code = deal.Id,
            Name = deal.Name,
            Market = deal.Market,
            Structure = deal.Structure,
            Size = deal.Size,
            PoolBalance = Money.OfFen(deal.Pool.Obligors.Sum(o => o.Principal.Fen)),
            SeniorCoupon = deal.Tranches.FirstOrDefault(t => !t.Residual)?.Coupon,
            Obligors = deal.Pool.Obligors.Count,
            Closing = deal.Dates.Closing,
            ExpectedMaturity = deal.Dates.ExpectedMaturity,
            Shelf = deal.Shelf?.Id,
            Errors = findings.Count(f => f.Severity == Severity.Error),
            Warnings = findings.Count(f => f.Severity == Severity.Warning),
        };
    }
}
