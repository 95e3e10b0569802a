using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Checklists;

namespace Zhirong.Engine.Diligence.Judging;

/// <summary>Findings and open items counted.</summary>
/// <param name="MustUnknown">Of the unknown ones, those without which nothing is concluded.</param>
public sealed record Tally(int Items, int Clear, int Unknown, int MustUnknown, int Fatal, int Major, int Minor)
{
    public int Findings => Fatal + Major + Minor;

    public static Tally Of(IReadOnlyCollection<ItemAnswer> answers) => new(
        answers.Count,
        answers.Count(a => a.State == AnswerState.Clear),
        answers.Count(a => a.State == AnswerState.Unknown),
        answers.Count(a => a.State == AnswerState.Unknown && a.Item.Must),
        answers.Count(a => a.Grade == RiskGrade.Fatal),
        answers.Count(a => a.Grade == RiskGrade.Major),
        answers.Count(a => a.Grade == RiskGrade.Minor));
}

/// <summary>What the rules of the checklist conclude.</summary>
public sealed record Conclusion(ConclusionRule Rule, Words Text)
{
    public static IReadOnlyList<string> AnswerWords { get; } = ["no", "open", "conditions", "yes"];

    /// <summary>The counts a rule may ask for.</summary>
    public static IReadOnlyList<string> Counts { get; } = ["fatal", "major", "minor", "unknown", "must_unknown", "excluded"];

    public ConclusionAnswer Answer => Rule.Answer;

    public static Words Title(ConclusionAnswer answer) => answer switch
    {
        ConclusionAnswer.No => new("不可", "no"),
        ConclusionAnswer.Open => new("待核实后再定", "open until verified"),
        ConclusionAnswer.Conditions => new("有条件", "with conditions"),
        _ => new("可以", "yes"),
    };

    /// <param name="rules">The last of them asks for nothing.</param>
    /// <param name="tally">What was counted.</param>
    /// <param name="rights">How many rights were examined.</param>
    /// <param name="excluded">Of these, how many the rules of a single right refuse.</param>
    public static Conclusion Of(IReadOnlyList<ConclusionRule> rules, Tally tally, int rights, int excluded)
    {
        int Count(string name) => name switch { "fatal" => tally.Fatal, "major" => tally.Major, "minor" => tally.Minor, "unknown" => tally.Unknown, "must_unknown" => tally.MustUnknown, _ => excluded };
        var rule = rules.First(r => r.AtLeast.All(c => Count(c.Key) >= c.Value));
        string Fill(string text) => Counts.Append("rights").Append("items").Aggregate(text, (t, name) => t.Replace(
            string.Concat("{", name, "}"), (name == "rights" ? rights : name == "items" ? tally.Items : Count(name)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return new(rule, new(Fill(rule.Text.Zh), Fill(rule.Text.En)));
    }
}
