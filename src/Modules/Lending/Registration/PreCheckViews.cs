using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Registration.Grounds;
using Zhirong.Modules.Lending.Registration.Rules;

namespace Zhirong.Modules.Lending.Registration;

/// <summary>A ground looked at for a right.</summary>
/// <param name="Kind"><c>hard</c>, <c>curable</c>, <c>waivable</c>, <c>manual</c>.</param>
/// <param name="Outcome"><c>passes</c>, <c>needs_declaration</c>, <c>unverified</c>, <c>curable</c>, <c>fails</c>.</param>
/// <param name="Fact">What was found.</param>
/// <param name="Source">Who says so; empty where nobody does.</param>
/// <param name="Law">Where the ground stands.</param>
/// <param name="Verified">The ground's words were read in a source.</param>
public sealed record GroundView(string Code, string Title, string Kind, string Outcome, string OutcomeTitle, string Fact, string Source, DateOnly? AsOf, string Law, bool Verified)
{
    internal static GroundView Of(GroundFinding f, string law, Language language) => new(
        f.Ground.Code, f.Ground.Title.In(language), f.Ground.Kind.Word(), f.Outcome.Word(), f.Outcome.Title().In(language), f.Fact.In(language), f.Source, f.AsOf, $"{law} {f.Ground.Source}", f.Ground.Verified);
}

/// <summary>A number of the list.</summary>
/// <param name="Typed">As it was pasted.</param>
/// <param name="RightId">Null where no right of the register has the number.</param>
/// <param name="Outcome">The gravest of its grounds; <c>unknown</c> without a right, <c>repeated</c> where it stood above already.</param>
/// <param name="Reason">Why there is nothing to look at; empty otherwise.</param>
/// <param name="Set">The list of grounds in force on the day.</param>
public sealed record PreCheckRow(string Typed, Guid? RightId, string Number, string Title, string Kind, string KindTitle, string Registry, string RegistryTitle, string Set, string Outcome, string OutcomeTitle, string Reason, IReadOnlyList<GroundView> Grounds)
{
    internal static PreCheckRow Of(string typed, RightExamined e, RegistryRules rules, Language language)
    {
        var outcome = e.Findings.Gravest();
        return new(
            typed, e.Right.Id, e.Right.Number, e.Right.Title, e.Right.Kind?.Word() ?? "", e.Right.Kind?.Title().In(language) ?? "", rules.Code, rules.Title.In(language), e.Set.Id, outcome.Word(), outcome.Title().In(language), "", [.. e.Findings.Select(f => GroundView.Of(f, e.Set.Law, language))]);
    }

    internal static PreCheckRow Without(string typed, string outcome, Words title, Words reason, Language language, Guid? right = null, string number = "") =>
        new(typed, right, number, "", "", "", "", "", "", outcome, title.In(language), reason.In(language), []);
}

/// <param name="Outcome">A word of the rows.</param>
public sealed record OutcomeCount(string Outcome, string Title, int Count);

/// <summary>前置审查: the numbers of a list with every ground.</summary>
/// <param name="Day">The day of filing the grounds and the register are read for.</param>
public sealed record PreCheckAnswer(DateOnly Day, DateOnly DebtEnd, IReadOnlyList<OutcomeCount> Counts, IReadOnlyList<PreCheckRow> Rows)
{
    internal static PreCheckAnswer Of(DateOnly day, DateOnly debtEnd, IReadOnlyList<PreCheckRow> rows, Language language) =>
        new(day, debtEnd, [.. rows.GroupBy(r => (r.Outcome, r.OutcomeTitle)).OrderBy(g => Order(g.Key.Outcome)).Select(g => new OutcomeCount(g.Key.Outcome, g.Key.OutcomeTitle, g.Count()))], rows);

    private static int Order(string outcome) => GroundOutcomes.Words.ToList().IndexOf(outcome) is var at and >= 0 ? -at : 1;
}
