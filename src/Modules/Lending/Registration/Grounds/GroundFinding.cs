using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Registration.Rules;

namespace Zhirong.Modules.Lending.Registration.Grounds;

/// <summary>What a ground comes to for a right, the gravest last.</summary>
internal enum GroundOutcome
{
    Passes,

    /// <summary>It goes on only once the party declares so.</summary>
    NeedsDeclaration,

    /// <summary>待核实: the register does not say; a person has to confirm.</summary>
    Unverified,
    Curable,
    Fails,
}

/// <summary>A ground looked at for one right.</summary>
/// <param name="Fact">What was found.</param>
/// <param name="Source">Who says so; empty where nobody does.</param>
/// <param name="AsOf">The day it stands at; null where no day is known.</param>
internal sealed record GroundFinding(Ground Ground, GroundOutcome Outcome, Words Fact, string Source, DateOnly? AsOf);

internal static class GroundOutcomes
{
    private static readonly (string Word, Words Title)[] All =
    [
        ("passes", new("通过", "passes")),
        ("needs_declaration", new("须声明", "needs a declaration")),
        ("unverified", new("待核实", "to be verified")),
        ("curable", new("可补正", "curable")),
        ("fails", new("不予登记", "fails")),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. All.Select(o => o.Word)];

    public static string Word(this GroundOutcome outcome) => All[(int)outcome].Word;

    public static Words Title(this GroundOutcome outcome) => All[(int)outcome].Title;

    /// <summary>The gravest of several; passes where there is none.</summary>
    public static GroundOutcome Gravest(this IEnumerable<GroundFinding> findings) => findings.Select(f => f.Outcome).DefaultIfEmpty(GroundOutcome.Passes).Max();
}
