using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Securitization.Model;

/// <summary>A deal on the desk: its place in the list. The terms lie in its versions; the head's are repeated here for lists.</summary>
internal sealed class Deal : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>Rises with every saved version; equals the head's number.</summary>
    public int Version { get; set; }

    /// <summary>The deal's own id as its terms state it.</summary>
    public string Code { get; set; } = "";

    public string NameZh { get; set; } = "";

    public string NameEn { get; set; } = "";

    public string Market { get; set; } = "";

    public string Structure { get; set; } = "";

    public long SizeFen { get; set; }

    public long PoolFen { get; set; }

    /// <summary>Coupon of the first tranche that is not residual, in 10⁻¹²; null when there is none.</summary>
    public long? SeniorCoupon { get; set; }

    public int Obligors { get; set; }

    public DateOnly Closing { get; set; }

    public DateOnly ExpectedMaturity { get; set; }

    /// <summary>Id of the shelf the terms name.</summary>
    public string? Shelf { get; set; }

    /// <summary>Number and sort key of the founding case the deal came with.</summary>
    public string? CaseId { get; init; }

    public int Errors { get; set; }

    public int Warnings { get; set; }

    public long SavedAt { get; set; }

    public string SavedBy { get; set; } = "";

    /// <summary>Takes over what a version's terms say.</summary>
    public void Take(DealVersion version, DealTerms terms)
    {
        Version = version.Number;
        Code = terms.Code;
        NameZh = terms.Name.Zh;
        NameEn = terms.Name.En;
        Market = terms.Market;
        Structure = terms.Structure;
        SizeFen = terms.Size.Fen;
        PoolFen = terms.PoolBalance.Fen;
        SeniorCoupon = terms.SeniorCoupon is { } coupon ? (long)(coupon * Rates.Scale) : null;
        Obligors = terms.Obligors;
        Closing = terms.Closing;
        ExpectedMaturity = terms.ExpectedMaturity;
        Shelf = terms.Shelf;
        Errors = version.Errors;
        Warnings = version.Warnings;
        SavedAt = version.SavedAt;
        SavedBy = version.SavedBy;
    }
}

/// <summary>Rates are stored in 10⁻¹²: the twelve places the deal language allows.</summary>
internal static class Rates
{
    public const decimal Scale = 1_000_000_000_000m;
}

/// <summary>One saved state of a deal's terms; never changed.</summary>
internal sealed class DealVersion
{
    public required Guid DealId { get; init; }

    /// <summary>1, 2, 3 … within the deal.</summary>
    public required int Number { get; init; }

    /// <summary>The terms as written, comments included.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text's UTF-8 bytes, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The version it was made from; null for the first.</summary>
    public int? Parent { get; init; }

    /// <summary>Why it was saved.</summary>
    public required string Reason { get; init; }

    public required string SavedBy { get; init; }

    public required long SavedAt { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }
}

/// <summary>A scenario kept with a deal.</summary>
internal sealed class SavedScenario : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid DealId { get; init; }

    public int Version { get; set; }

    public string Name { get; set; } = "";

    /// <summary><c>ipabs-scenario/v1</c> as JSON.</summary>
    public string Content { get; set; } = "";

    public string SavedBy { get; set; } = "";

    public long SavedAt { get; set; }
}

/// <summary>A run kept as it came out, with everything needed to repeat it.</summary>
internal sealed class KeptRun
{
    public required Guid Id { get; init; }

    public required Guid DealId { get; init; }

    public required int DealVersion { get; init; }

    public required string ScenarioName { get; init; }

    /// <summary>The scenario's content at the time; null for the base.</summary>
    public string? Scenario { get; init; }

    public required string Note { get; init; }

    /// <summary>SHA-256 over deal and scenario, as the run states it.</summary>
    public required string InputHash { get; init; }

    /// <summary>The <c>zhirong/deal-run/v1</c> object.</summary>
    public required string Result { get; init; }

    /// <summary>Fen left unpaid to tranches that are not residual.</summary>
    public required long UnpaidFen { get; init; }

    /// <summary>Fen paid to the residual tranches beyond their principal.</summary>
    public required long ResidualFen { get; init; }

    public required string SavedBy { get; init; }

    public required long SavedAt { get; init; }
}
