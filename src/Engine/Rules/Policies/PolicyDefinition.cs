using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Policies;

/// <summary>A piece of a policy's text with the place it was read from.</summary>
/// <param name="Text">As written.</param>
/// <param name="Path">Field path as in the file.</param>
/// <param name="Line">One-based.</param>
/// <param name="Column">One-based.</param>
public readonly record struct Placed(string Text, string Path, int Line, int Column)
{
    /// <summary>A refusal of what stands here; the column inside an expression stays in its sentence.</summary>
    public Refusal At(Refusal refusal) => refusal with { Path = Path, Line = Line, Column = Column };
}

/// <summary>What a policy says of an application, by gravity: the gravest of what its rows say holds.</summary>
public enum Outcome
{
    /// <summary>The policy only computes figures.</summary>
    Computed,

    /// <summary>通过.</summary>
    Approve,

    /// <summary>待核实: a person has to look, because a rule says so or because a fact is not known.</summary>
    Refer,

    /// <summary>不通过.</summary>
    Decline,
}

/// <summary>A policy as agreed: what its file says, by id and version; never changed once it is in force.</summary>
public sealed record PolicyDefinition
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required Words Title { get; init; }

    /// <summary>Where the rules come from.</summary>
    public required string Source { get; init; }

    /// <summary>Whether somebody compared the figures with that source.</summary>
    public required bool Verified { get; init; }

    /// <summary>Published: it has a checker who is not its author. Else a draft.</summary>
    public required bool Published { get; init; }

    public required Signature? Author { get; init; }

    public required Signature? Checker { get; init; }

    public required string Change { get; init; }

    /// <summary>First day in force; null is from ever.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Last day in force; null is without end.</summary>
    public required DateOnly? To { get; init; }

    /// <summary>The hash of the version this one follows, <c>sha256:…</c>; empty for the first.</summary>
    public required string Parent { get; init; }

    /// <summary>SHA-256 of the content, key order, comments and quoting aside: <c>sha256:…</c>.</summary>
    public required string Hash { get; init; }

    public required IReadOnlyList<FactDeclaration> Facts { get; init; }

    public required IReadOnlyList<Parameter> Parameters { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    public required IReadOnlyList<PolicyStep> Steps { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<PolicyTest> Tests { get; init; }

    public string Name => $"{Id}/{Version}";
}

/// <summary>Who wrote or checked a policy, and when.</summary>
public sealed record Signature(string Name, DateOnly Date);

/// <summary>A fact the policy asks for.</summary>
/// <param name="Name">As in expressions.</param>
/// <param name="Type">Number, date, flag, grade, text or a list.</param>
/// <param name="Title">For people.</param>
/// <param name="Unit">Such as <c>CNY</c> or 年; empty when it has none.</param>
/// <param name="Source">Where to find it.</param>
/// <param name="Values">The texts it may have; empty when any.</param>
/// <param name="Min">Smallest number; null without.</param>
/// <param name="Max">Largest number; null without.</param>
/// <param name="Places">Most decimal places; null when any. 0 is a whole number.</param>
/// <param name="FreshDays">How old its source may be on the day of decision; older is not known. Null when it does not age.</param>
public sealed record FactDeclaration(string Name, RuleType Type, Words Title, string Unit, string Source, IReadOnlyList<string> Values, decimal? Min, decimal? Max, int? Places, int? FreshDays);

/// <summary>A threshold, weight or tariff by name, so that it stands in one place with its source.</summary>
public sealed record Parameter(string Name, RuleValue Value, Words Title, string Unit, string Source, bool Verified);

/// <summary>A reason by its permanent code, with the sentence an applicant may be given.</summary>
public sealed record Reason(string Code, Words Sentence, Placed Place);

/// <summary>A figure the policy gives.</summary>
/// <param name="Name"><c>limit</c> and <c>rate</c> are named apart in every answer, others stand beside them.</param>
/// <param name="From">The expression.</param>
/// <param name="Title">For people.</param>
/// <param name="Unit">Such as <c>CNY</c>.</param>
/// <param name="Places">Decimal places of a number; null leaves it as it is.</param>
/// <param name="Rounding">How it is rounded to them.</param>
public sealed record Figure(string Name, Placed From, Words Title, string Unit, int? Places, RoundingMode Rounding);

/// <summary>A test inside the policy: facts, and what has to come of them.</summary>
public sealed record PolicyTest(string Id, Words Title, DateOnly Day, IReadOnlyList<KeyValuePair<string, FactEntry>> Facts, Expectation Expected, Placed Place);

/// <summary>What a test expects; null is not asked.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reasons">The codes, in any order, all of them.</param>
/// <param name="Missing">The facts missing, in any order, all of them.</param>
/// <param name="Figures">Figures by name, as text; <c>?</c> is not known.</param>
public sealed record Expectation(Outcome? Outcome, IReadOnlyList<string>? Reasons, IReadOnlyList<string>? Missing, IReadOnlyList<KeyValuePair<string, string>> Figures);
