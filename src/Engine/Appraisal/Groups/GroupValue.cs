using Zhirong.Engine.Appraisal.Concluding;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Simulation;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>A method that gave no value, with the reasons.</summary>
public sealed record OpenMethod(string Id, Method Method, IReadOnlyList<Refusal> Refusals);

/// <summary>A right's part of the total.</summary>
public sealed record RightValue(GroupRight Right, Money Value);

/// <summary>A total held against one figure of the firm; <see cref="Ratio"/> is null where the figure is unknown or not positive.</summary>
public sealed record FirmTest(string Measure, decimal? Figure, decimal? Ratio, decimal? Limit);

/// <summary>A value under one basis, and whether it keeps to that basis' limit.</summary>
public sealed record BasisValue(Basis Basis, Money Value, string By, DateOnly Date, Origin Origin, Money? Limit)
{
    public bool IsWithin => Limit is not { } limit || Value <= limit;
}

/// <summary>What an appraisal of a group says, and everything behind it.</summary>
public sealed record GroupValue
{
    public required GroupCase Case { get; init; }

    public required IReadOnlyList<MethodValue> Methods { get; init; }

    /// <summary>Methods that could not run: 待核实.</summary>
    public required IReadOnlyList<OpenMethod> Open { get; init; }

    /// <summary>Null when nobody asked for a conclusion.</summary>
    public Conclusion? Conclusion { get; init; }

    public IReadOnlyList<RightValue> Rights { get; init; } = [];

    public IReadOnlyList<FirmTest> FirmTests { get; init; } = [];

    /// <summary>Outside, internal and agreed values side by side; the conclusion is the internal one.</summary>
    public IReadOnlyList<BasisValue> Bases { get; init; } = [];

    public PledgeWorth? Pledge { get; init; }

    public SensitivityGrid? Grid { get; init; }

    public IReadOnlyList<TornadoBar> Tornado { get; init; } = [];

    public SimulatedValue? Simulated { get; init; }

    public RolledValue? Rolled { get; init; }

    /// <summary>All warnings of the whole appraisal; those of a method stand with the method.</summary>
    public IReadOnlyList<Refusal> Warnings { get; init; } = [];

    /// <summary>Versions of the parameter files used.</summary>
    public required string Parameters { get; init; }
}
