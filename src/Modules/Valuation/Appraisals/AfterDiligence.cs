using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <summary>尽调后价值: each right's part times the factor its findings leave, summed.</summary>
/// <param name="Value">Null where no diligence of the rights is there: never silently the value before.</param>
/// <param name="Reason">Why there is none, or what it rests on.</param>
public sealed record AfterDiligenceView(string? Value, string Reason, IReadOnlyList<RightAfterView> Rights);

/// <param name="Id">Its id in the request.</param>
/// <param name="Factor">As a fraction.</param>
public sealed record RightAfterView(string Id, string? Before, string Factor, string? After, string Reason);

/// <summary>Reads an appraisal together with the newest diligence of the same rights.</summary>
internal static class AfterDiligence
{
    public static AfterDiligenceView None(Language language) => new(null, new Words("待核实：没有这些权利的尽职调查", "To be verified: there is no diligence of these rights").In(language), []);
}
