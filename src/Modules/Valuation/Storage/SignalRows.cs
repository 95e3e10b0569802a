using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Storage;

/// <summary>技术信号: a dated figure about a right; never changed.</summary>
internal sealed class Signal : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid RightId { get; init; }

    public required string RightNumber { get; init; }

    public required string Kind { get; init; }

    /// <summary>In 10⁻¹².</summary>
    public required long Value { get; init; }

    public required DateOnly AsOf { get; init; }

    public required string Source { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>外部基准: a series somebody else publishes, kept whole.</summary>
internal sealed class BenchmarkSeries : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Provider { get; init; }

    public required DateOnly AsOf { get; init; }

    public required string Source { get; init; }

    public required string Measure { get; init; }

    /// <summary>Its points as JSON.</summary>
    public required string Points { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}
