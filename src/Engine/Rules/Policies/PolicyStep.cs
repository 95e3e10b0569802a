using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Policies;

/// <summary>One step of a policy; later steps use what earlier ones give, as <c>step.name</c>.</summary>
public abstract record PolicyStep(string Id, Words Title, Placed Place);

/// <summary>How a table answers when several of its rows are met (DMN 1.3, 8.2.8).</summary>
public enum HitPolicy
{
    /// <summary>U: one row at most; two are a contradiction.</summary>
    Unique,

    /// <summary>F: the first in the table's order.</summary>
    First,

    /// <summary>A: any, when all say the same.</summary>
    Any,

    /// <summary>P: the row whose output stands first in the list of the output's values.</summary>
    Priority,

    /// <summary>R: all, in the table's order.</summary>
    RuleOrder,

    /// <summary>O: all, in the order of the output's values.</summary>
    OutputOrder,

    /// <summary>C: all.</summary>
    Collect,

    /// <summary>C+: the sum.</summary>
    Sum,

    /// <summary>C&lt;: the smallest.</summary>
    Min,

    /// <summary>C&gt;: the largest.</summary>
    Max,

    /// <summary>C#: how many.</summary>
    Count,
}

/// <summary>The letters of hit policies.</summary>
public static class HitPolicies
{
    public static IReadOnlyList<string> Letters { get; } = ["U", "F", "A", "P", "R", "O", "C", "C+", "C<", "C>", "C#"];

    /// <summary>All rows met count, not one of them.</summary>
    public static bool IsMany(this HitPolicy hit) => hit >= HitPolicy.RuleOrder;

    /// <summary>Gives lists.</summary>
    public static bool IsList(this HitPolicy hit) => hit is HitPolicy.RuleOrder or HitPolicy.OutputOrder or HitPolicy.Collect;
}

/// <summary>A decision table.</summary>
public sealed record TableStep(string Id, Words Title, Placed Place, HitPolicy Hit, IReadOnlyList<TableInput> Inputs, IReadOnlyList<TableOutput> Outputs, IReadOnlyList<TableRow> Rows) : PolicyStep(Id, Title, Place);

/// <summary>A column of conditions: an expression, usually a fact's name.</summary>
/// <param name="Id">As rows name it.</param>
/// <param name="Is">The expression.</param>
/// <param name="Title">For people; null takes the fact's.</param>
public sealed record TableInput(string Id, Placed Is, Words? Title);

/// <summary>A column of results.</summary>
/// <param name="Name">Afterwards <c>step.name</c>.</param>
/// <param name="Type">Null: as the first row's.</param>
/// <param name="Default">When no row is met.</param>
/// <param name="Values">Texts it may have, best first for P and O.</param>
public sealed record TableOutput(string Name, RuleType? Type, Placed? Default, IReadOnlyList<string> Values);

/// <summary>A row.</summary>
/// <param name="Id">Unique in its table.</param>
/// <param name="When">A cell for each input; null is met by anything.</param>
/// <param name="Then">An expression for each output; null leaves it open.</param>
/// <param name="Outcome">What the row says of the application; null: nothing.</param>
/// <param name="Reasons">Codes.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Note">A remark for whoever changes the table; it decides nothing.</param>
public sealed record TableRow(string Id, IReadOnlyList<Placed?> When, IReadOnlyList<Placed?> Then, Outcome? Outcome, IReadOnlyList<string> Reasons, Placed Place, string Note = "");

/// <summary>Named expressions, each of which may use those before it.</summary>
public sealed record MapStep(string Id, Words Title, Placed Place, IReadOnlyList<MapValue> Values) : PolicyStep(Id, Title, Place);

public sealed record MapValue(string Name, Placed Is, Words? Title);

/// <summary>Another policy decides a part.</summary>
/// <param name="Id">Afterwards <c>step.outcome</c> and <c>step.figure</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Policy">Its id.</param>
/// <param name="With">Its facts by name; facts of the same name pass by themselves.</param>
/// <param name="Counts">Whether its outcome and reasons count for this policy.</param>
public sealed record DecisionStep(string Id, Words Title, Placed Place, Placed Policy, IReadOnlyList<KeyValuePair<string, Placed>> With, bool Counts) : PolicyStep(Id, Title, Place);

/// <summary>A scorecard: groups of indicators, each 0 to its own maximum.</summary>
/// <param name="Id">Afterwards <c>step.total</c>, <c>step.coverage</c>, <c>step.&lt;group&gt;</c> and, with bands, <c>step.grade</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Additive">Points are added; else weighted means of weighted means.</param>
/// <param name="Offset">Added to the total of an additive card.</param>
/// <param name="Places">Decimal places of totals, half up.</param>
/// <param name="Coverage">Least weight of what is known, of the whole, for a total to be given.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Bands">Grades of the total, best first; none without grades.</param>
public sealed record ScorecardStep(string Id, Words Title, Placed Place, bool Additive, decimal Offset, int Places, decimal Coverage, IReadOnlyList<ScoreGroup> Groups, IReadOnlyList<ScoreBand> Bands) : PolicyStep(Id, Title, Place);

public sealed record ScoreGroup(string Id, Words Title, decimal Weight, IReadOnlyList<ScoreIndicator> Indicators, Placed Place);

/// <summary>One indicator.</summary>
/// <param name="Id">Unique in its card.</param>
/// <param name="Title">For people.</param>
/// <param name="Is">The expression that is scored.</param>
/// <param name="Weight">Within its group; 1 in an additive card.</param>
/// <param name="Min">Fewest points.</param>
/// <param name="Max">Most points.</param>
/// <param name="Line">A straight line from a value with the fewest to a value with the most points; null with bins.</param>
/// <param name="Bins">Cells with points, the first that is met counts.</param>
/// <param name="LeaveOut">Not known: its weight goes to the others of its group. Else nothing is scored and the application is referred.</param>
/// <param name="Reasons">Named when it costs points.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ScoreIndicator(string Id, Words Title, Placed Is, decimal Weight, decimal Min, decimal Max, ScoreLine? Line, IReadOnlyList<ScoreBin> Bins, bool LeaveOut, IReadOnlyList<string> Reasons, Placed Place);

public sealed record ScoreLine(decimal From, decimal To);

public sealed record ScoreBin(Placed When, decimal Points);

public sealed record ScoreBand(string Grade, decimal From);
