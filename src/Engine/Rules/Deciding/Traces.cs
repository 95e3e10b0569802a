using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Deciding;

/// <summary>One condition and how it stood: needs ≥ 60, has 57, margin -3.</summary>
/// <param name="Title">The column's.</param>
/// <param name="Needs">The cell, parameters by their values.</param>
/// <param name="Has">The value.</param>
/// <param name="Margin">
/// By how much the condition holds (negative: fails) in the value's own unit, days for dates, notches for grades; 0 on the
/// boundary. Null where there is no distance (texts, flags).
/// </param>
/// <param name="Met">Null when not known.</param>
public readonly record struct ConditionTrace(Words Title, string Needs, RuleValue Has, decimal? Margin, bool? Met);

/// <summary>A row with its conditions.</summary>
public sealed record RowTrace(TableRow Row, IReadOnlyList<ConditionTrace> Conditions);

/// <summary>What an indicator brought.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Has">Its value.</param>
/// <param name="Points">Its points; null when nothing was scored.</param>
/// <param name="Lost">Points below its maximum, weighted as in the total.</param>
public sealed record IndicatorTrace(ScoreIndicator Indicator, RuleValue Has, decimal? Points, decimal? Lost);

/// <summary>A named value that a step gave.</summary>
public readonly record struct GivenValue(string Name, Words Title, RuleValue Value);

/// <summary>A step and all that happened in it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Fired">Rows that are met and count.</param>
/// <param name="Doubtful">Rows that would be met or not, depending on what is not known.</param>
/// <param name="Near">The rows next below and above, that fail by one condition alone.</param>
/// <param name="Indicators">Of a scorecard.</param>
/// <param name="Given">What later steps see.</param>
/// <param name="Inner">The decision of another policy.</param>
public sealed record StepTrace(PolicyStep Step, IReadOnlyList<RowTrace> Fired, IReadOnlyList<RowTrace> Doubtful, IReadOnlyList<RowTrace> Near, IReadOnlyList<IndicatorTrace> Indicators, IReadOnlyList<GivenValue> Given, Decision? Inner);

/// <summary>A reason that was given, and by what.</summary>
/// <param name="Code">The policy's code, or one of <see cref="BuiltInReasons"/>.</param>
/// <param name="Sentence">For people.</param>
/// <param name="Outcome">What it says of the application.</param>
/// <param name="Step">The step; with a policy that decided a part, its steps after a slash.</param>
/// <param name="Row">The row; empty without.</param>
/// <param name="Conditions">How the row's conditions stood; none in a decision without explanation.</param>
public sealed record GivenReason(string Code, Words Sentence, Outcome Outcome, string Step, string Row, IReadOnlyList<ConditionTrace> Conditions);

/// <summary>A fact without which nothing can be said.</summary>
public sealed record MissingFact(FactDeclaration Fact, Absence Why);

/// <summary>A figure the policy gives.</summary>
public readonly record struct GivenFigure(Figure Figure, RuleValue Value);

/// <summary>Reasons that no policy declares, because they come of the policy itself.</summary>
public static class BuiltInReasons
{
    public const string MissingFacts = "ZR-MISSING";
    public const string NoRow = "ZR-NO-ROW";
    public const string Conflict = "ZR-CONFLICT";
    public const string Undefined = "ZR-UNDEFINED";

    public static Words Sentence(string code) => code switch
    {
        MissingFacts => new("事实不全，待核实", "Facts are missing; to be verified"),
        NoRow => new("没有适用的规则，待核实", "No rule applies; to be looked at"),
        Conflict => new("规则相互矛盾，待核实", "Rules contradict each other; to be looked at"),
        _ => new("有结果无法算出，待核实", "A figure cannot be computed; to be looked at"),
    };
}
