using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>企业, as the register describes it.</summary>
internal sealed class Firm : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    /// <summary>统一社会信用代码.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>GB/T 2260.</summary>
    public string? Region { get; set; }

    public string? Industry { get; set; }

    /// <summary>Edition of GB/T 4754 the industry is from.</summary>
    public string? IndustryEdition { get; set; }

    /// <summary>专精特新 and the like, one a line.</summary>
    public required string Tags { get; set; }

    public required string Note { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A name a firm has or had.</summary>
internal sealed class FirmName
{
    public required Guid FirmId { get; init; }

    public required string Name { get; init; }
}

/// <summary>The figures of a firm at the end of a period.</summary>
internal sealed class FirmStatement
{
    public required Guid FirmId { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    /// <summary>12 for a year, fewer for what has passed of one.</summary>
    public required int Months { get; set; }

    public required string Source { get; set; }

    public required DateOnly AsOf { get; set; }

    public required int Audited { get; set; }

    /// <summary>Figures by our names, in fen, as JSON.</summary>
    public required string Figures { get; set; }

    /// <summary>What does not balance, as JSON.</summary>
    public required string Findings { get; set; }

    public required long At { get; set; }

    public required string By { get; set; }
}

/// <summary>A product that uses rights and earns.</summary>
internal sealed class Product : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    public required Guid FirmId { get; init; }

    public required string Name { get; set; }

    public required string Note { get; set; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A right a product uses.</summary>
internal sealed class ProductRight
{
    public required Guid ProductId { get; init; }

    public required long RightNo { get; set; }
}

/// <summary>What a product earned in a year.</summary>
internal sealed class ProductIncome
{
    public required Guid ProductId { get; init; }

    public required int Year { get; init; }

    public required long RevenueFen { get; set; }

    public long? ProfitFen { get; set; }

    public required string Source { get; set; }

    public required DateOnly AsOf { get; set; }

    public required long At { get; set; }

    public required string By { get; set; }
}
