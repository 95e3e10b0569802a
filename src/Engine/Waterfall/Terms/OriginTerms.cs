namespace Zhirong.Engine.Waterfall.Terms;

/// <summary>Where an input comes from.</summary>
public enum OriginKind
{
    /// <summary>公布: printed in a public document.</summary>
    Published,

    /// <summary>导入: taken over from a file or a register.</summary>
    Imported,

    /// <summary>录入: typed in by somebody.</summary>
    Entered,

    /// <summary>假设: not known; supposed, with a reason.</summary>
    Assumed,

    /// <summary>计算: derived from other inputs.</summary>
    Computed,
}

/// <summary>The origin of a field and of everything below it; the longest path that fits a field holds.</summary>
/// <param name="Path">Path as in findings: <c>pool.obligors.N01.principal</c>; <c>*</c> is the whole deal.</param>
/// <param name="Kind">What kind of origin.</param>
/// <param name="Source">The document, page or person; null when not said.</param>
/// <param name="Date">When the source was seen or signed; null when not said.</param>
/// <param name="Note">The reason of an assumption, or a remark.</param>
public sealed record OriginTerms(string Path, OriginKind Kind, string? Source, DateOnly? Date, string? Note);

/// <summary>The origins' words in files.</summary>
public static class OriginKinds
{
    public static IReadOnlyList<string> Words { get; } = ["published", "imported", "entered", "assumed", "computed"];

    public static string Word(this OriginKind kind) => Words[(int)kind];
}
