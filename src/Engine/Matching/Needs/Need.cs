using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Analysis;

namespace Zhirong.Engine.Matching.Needs;

/// <summary>What a firm looks for, in its own words.</summary>
public sealed record Need
{
    public required string Id { get; init; }

    /// <summary>Who looks.</summary>
    public string Firm { get; init; } = "";

    public string Text { get; init; } = "";

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Symbols given, and those that stand in the text.</summary>
    public IReadOnlyList<IpcSymbol> Ipc { get; init; } = [];

    public NeedConditions Conditions { get; init; } = new();
}

/// <summary>What a listing has to meet whatever it says. A condition nobody made is null or empty; what a listing leaves unknown fails.</summary>
public sealed record NeedConditions
{
    public int? ReadinessFrom { get; init; }

    /// <summary>Inclusive.</summary>
    public int? ReadinessTo { get; init; }

    public IReadOnlyList<string> Kinds { get; init; } = [];

    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>The price may reach it.</summary>
    public Money? PriceCeiling { get; init; }

    /// <summary>Only what is in force.</summary>
    public bool InForce { get; init; }
}
