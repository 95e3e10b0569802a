using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Diligence;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <summary>尽调后价值: each right's part times the factor its findings leave, summed.</summary>
/// <param name="Value">Null where no diligence of the rights is there: never silently the value before.</param>
/// <param name="Reason">Why there is none, or what it rests on.</param>
public sealed record AfterDiligenceView(string? Value, string Reason, IReadOnlyList<RightAfterView> Rights);

/// <param name="Id">Its id in the request.</param>
/// <param name="Factor">As a fraction.</param>
public sealed record RightAfterView(string Id, string? Before, string Factor, string? After, string Reason);

/// <summary>A right's part before diligence.</summary>
/// <param name="Ref">Its id in the request.</param>
/// <param name="Right">The register's right; null where the request names none.</param>
internal sealed record PartBefore(string Ref, Guid? Right, long? Fen);

/// <summary>Reads an appraisal together with the newest diligence of the same rights for the same purpose.</summary>
internal static class AfterDiligence
{
    public static AfterDiligenceView None(Language language) => new(null, new Words("待核实：没有这些权利的尽职调查", "To be verified: there is no diligence of these rights").In(language), []);

    /// <param name="factors">Of <see cref="RightFactors.Newest"/>.</param>
    /// <param name="parts">In the order of the request.</param>
    /// <param name="language">Of the reasons.</param>
    public static AfterDiligenceView Of(IReadOnlyDictionary<Guid, RightFactor> factors, IReadOnlyList<PartBefore> parts, Language language)
    {
        List<(PartBefore Part, RightFactor? Factor)> read = [.. parts.Select(p => (p, p.Right is { } id ? factors.GetValueOrDefault(id) : null))];
        var without = read.Count(r => r.Factor is null);
        if (without == read.Count)
        {
            return None(language);
        }

        var rights = read.Where(r => r.Factor is not null).Select(r => new RightAfterView(
            r.Part.Ref, Yuan.Of(r.Part.Fen), r.Factor!.Factor.ToString("0.############", CultureInfo.InvariantCulture), Yuan.Of(After(r.Part, r.Factor)),
            new Words($"{r.Factor.Day:yyyy-MM-dd} 尽调：致命 {r.Factor.Fatal}、重大 {r.Factor.Major}、一般 {r.Factor.Minor}、待核实 {r.Factor.Unknown}", $"diligence of {r.Factor.Day:yyyy-MM-dd}: {r.Factor.Fatal} fatal, {r.Factor.Major} major, {r.Factor.Minor} minor, {r.Factor.Unknown} to be verified").In(language))).ToList();
        if (without > 0)
        {
            return new(null, new Words($"待核实：{read.Count} 项权利中 {without} 项没有尽职调查", $"To be verified: {without} of {read.Count} rights have no diligence").In(language), rights);
        }

        var total = read.TrueForAll(r => r.Part.Fen is not null) ? read.Sum(r => After(r.Part, r.Factor!)) : null;
        return new(Yuan.Of(total), new Words("各项权利的价值乘以最近一次尽调的系数后相加", "Each right's value times the factor of its newest diligence, summed").In(language), rights);
    }

    /// <summary>The newest diligence among those the parts are read with, when every part has one.</summary>
    public static DiligenceRead? Read(IReadOnlyDictionary<Guid, RightFactor> factors, IReadOnlyList<PartBefore> parts)
    {
        var found = parts.Select(p => p.Right is { } id ? factors.GetValueOrDefault(id) : null).ToList();
        if (found.Count == 0 || found.Exists(f => f is null))
        {
            return null;
        }

        var newest = found.OrderBy(f => f!.Day).ThenBy(f => f!.Diligence).Last()!;
        return new(newest.Diligence, newest.Day, found.Exists(f => f!.Fatal > 0) ? "fatal" : found.Exists(f => f!.Major > 0) ? "major" : found.Exists(f => f!.Minor > 0) ? "minor" : null, found.Sum(f => f!.Fatal + f.Major + f.Minor));
    }

    private static long? After(PartBefore part, RightFactor factor) => part.Fen is { } fen ? Rounding.Whole(fen * factor.Factor) : null;
}
