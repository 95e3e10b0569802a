using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Facts;

/// <summary>What stands behind a figure.</summary>
public enum OriginKind
{
    /// <summary>待核实: somebody said so, nothing shows it.</summary>
    Unverified,

    /// <summary>A document that can be looked at: a register copy, a statement, a receipt.</summary>
    Evidence,

    /// <summary>A contract between named parties.</summary>
    Contract,

    /// <summary>A published source or a parameter file of the product.</summary>
    Published,

    /// <summary>An assumption, said to be one, with its reason.</summary>
    Assumption,

    /// <summary>Computed here from other figures.</summary>
    Computed,
}

/// <summary>Where a figure comes from.</summary>
/// <param name="Kind">What stands behind it.</param>
/// <param name="Source">The document, the parameter file or the formula; empty only when unverified.</param>
/// <param name="Date">The day the source speaks of, where it has one.</param>
public sealed record Origin(OriginKind Kind, string Source, DateOnly? Date = null)
{
    public static IReadOnlyList<string> KindWords { get; } = ["unverified", "evidence", "contract", "published", "assumption", "computed"];

    public static Origin Unverified { get; } = new(OriginKind.Unverified, "");

    public bool IsVerified => Kind != OriginKind.Unverified;

    public static Origin Computed(string formula) => new(OriginKind.Computed, formula);

    public static Words Title(OriginKind kind) => kind switch
    {
        OriginKind.Evidence => new("证据", "evidence"),
        OriginKind.Contract => new("合同", "contract"),
        OriginKind.Published => new("公开来源", "published"),
        OriginKind.Assumption => new("假设", "assumption"),
        OriginKind.Computed => new("计算", "computed"),
        _ => new("待核实", "unverified"),
    };
}

/// <summary>One input of an appraisal as it is shown: its name, its value as text, its origin.</summary>
/// <param name="Name">Path of the input in the request, or the name of a computed step.</param>
/// <param name="Value">A decimal string, a date or a word.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record AppraisalInput(string Name, string Value, Origin Origin);

/// <summary>A figure with its origin.</summary>
/// <param name="Name">Path of the input in the request.</param>
/// <param name="Value">The figure: a fraction, years, yuan or a score, by its name.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record Figure(string Name, decimal Value, Origin Origin)
{
    public AppraisalInput Shown => new(Name, Text(Value), Origin);

    /// <summary>A figure nobody has shown evidence for: it computes, and is listed as 待核实.</summary>
    public static Figure Of(string name, decimal value) => new(name, value, Origin.Unverified);

    /// <summary>Plain decimal text without trailing zeros, at most twelve places.</summary>
    public static string Text(decimal value) => Rounding.Decimals(value, 12).ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}
