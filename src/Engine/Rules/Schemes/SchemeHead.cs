using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>What every rule says of itself: where it holds, from which text, since when, and what of that text is not known.</summary>
public sealed record SchemeHead
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required Words Title { get; init; }

    /// <summary><c>CN-3702</c>: the country and the administrative code where the rule holds.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The issuing text, as it calls itself.</summary>
    public string Policy { get; init; } = "";

    /// <summary>Where this version was read.</summary>
    public required string Source { get; init; }

    /// <summary>The day this version of the rule was written down.</summary>
    public required DateOnly Dated { get; init; }

    /// <summary>Somebody compared it with the issuing text.</summary>
    public bool Verified { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>Last day in force.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The date fact that must lie in the time of force.</summary>
    public string ForceBy { get; init; } = "application.filed";

    /// <summary>What the text does not show; a rule without figures is all open.</summary>
    public IReadOnlyList<Words> Open { get; init; } = [];

    public string Name => $"{Id}/{Version}";
}

/// <summary>A condition of a rule: a flag expression of the closed language with the words a person reads.</summary>
public sealed record SchemeCondition(string Id, Words Title, RuleExpression When)
{
    /// <summary>Where this figure was read; empty: where the scheme was.</summary>
    public string Source { get; init; } = "";
}

/// <summary>How a condition came out: true, false, or not known for want of facts.</summary>
/// <param name="Shown">The expression with the value of every name.</param>
/// <param name="Missing">Names of the facts it wants, when not known.</param>
/// <param name="Facts">What it was answered by, for whoever does not read expressions.</param>
public sealed record ConditionAnswer(SchemeCondition Condition, bool? Holds, string Shown, IReadOnlyList<string> Missing, IReadOnlyList<ConditionFact> Facts);

/// <summary>A fact or a published rate a condition read.</summary>
/// <param name="Name">As in the expression; a rate is <c>rate.&lt;id&gt;</c>.</param>
/// <param name="Value">As given, a flag as <c>true</c> or <c>false</c>; null: nobody says.</param>
public sealed record ConditionFact(string Name, Words Title, FactKind Kind, string? Value);

/// <summary>One line of an account of how a figure came about.</summary>
/// <param name="Kind">A permanent word: <c>base</c>, <c>rate</c>, <c>multiplier</c>, <c>rounded</c>, <c>cap</c>, …</param>
/// <param name="Details">Further named figures as text, in order.</param>
public sealed record SchemeStep(string Kind, Words Text, string? Value, IReadOnlyList<KeyValuePair<string, string>> Details)
{
    public static SchemeStep Of(string kind, string zh, string en, string? value, params (string Name, string? Value)[] details) =>
        new(kind, new(zh, en), value, [.. details.Where(d => d.Value is not null).Select(d => KeyValuePair.Create(d.Name, d.Value!))]);
}

/// <summary>A period in which applications are taken, and the year whose events they may name.</summary>
public sealed record FilingWindow(string Id, Words Title, DateOnly Opens, DateOnly Closes, int? EventYear)
{
    /// <summary>Where this figure was read; empty: where the scheme was.</summary>
    public string Source { get; init; } = "";
}
