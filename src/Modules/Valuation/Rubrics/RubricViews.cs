using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <summary>A rubric in a list.</summary>
/// <param name="Number">Of the text shown, in a list the one in force; 0 is the one shipped with the product.</param>
/// <param name="Version">As the text names itself.</param>
/// <param name="Shape">Sides, groups and indicators.</param>
/// <param name="Next">The version that counts later; null where none waits.</param>
/// <param name="Newest">Number of the newest text: what a change starts from.</param>
public sealed record RubricRow(string Code, int Number, string Version, string Title, string Shape, string Source, bool Own, string? SavedAt, string? SavedBy, string? Next, DateOnly? NextFrom, int Newest)
{
    internal static RubricRow Of(ShelvedRubric r, IReadOnlyList<ShelvedRubric> texts, DateOnly today, Language language)
    {
        var next = texts.Where(t => t.From > today).OrderBy(t => t.From).ThenBy(t => t.Number).FirstOrDefault();
        return new(
            r.Rubric.Id, r.Number, r.Rubric.Version, r.Rubric.Title.In(language), r.Rubric.Shape, r.Rubric.Source, r.Kept is not null, r.Kept is { } kept ? Instant.Text(kept.SavedAt) : null, r.Kept?.SavedBy,
            next?.Rubric.Version, next?.From, texts.Max(t => t.Number));
    }
}

public sealed record RubricList(IReadOnlyList<RubricRow> Rows);

/// <summary>A text of a rubric.</summary>
/// <param name="State"><c>in_force</c>, <c>scheduled</c>, <c>past</c>.</param>
/// <param name="Hash">SHA-256 of the text; score sheets keep it.</param>
/// <param name="From">Its first day; null for the one shipped.</param>
/// <param name="CheckedBy">Who approved it.</param>
/// <param name="Approval">The case in which it was approved.</param>
public sealed record RubricVersionView(int Number, string Version, string State, string Hash, int? Parent, DateOnly? From, string? Reason, string? SavedAt, string? SavedBy, string? CheckedBy, Guid? Approval)
{
    internal static RubricVersionView Of(ShelvedRubric r, ShelvedRubric? inForce, DateOnly today) => new(
        r.Number, r.Rubric.Version, r == inForce ? "in_force" : r.From > today ? "scheduled" : "past", r.Hash, r.Kept?.Parent, r.Kept?.EffectiveFrom, r.Kept?.Reason, r.Kept is { } kept ? Instant.Text(kept.SavedAt) : null, r.Kept?.SavedBy,
        r.Kept?.CheckedBy is { Length: > 0 } names ? names : null, r.Kept?.ApprovalId);
}

/// <summary>A rubric as it is opened: its text, and what the text says.</summary>
/// <param name="Text"><c>zhirong/rubric/v1</c>.</param>
/// <param name="Statement">What has to stand beside every result.</param>
/// <param name="Coverage">Part of the weights that must be scored for a grade.</param>
public sealed record RubricDetail(
    RubricRow Row, string Text, string Statement, string Coverage, IReadOnlyList<SideView> Sides, IReadOnlyList<RubricScenarioView> Scenarios, IReadOnlyList<VetoView> Vetoes, IReadOnlyList<GradeView> Grades, IReadOnlyList<RubricVersionView> Versions)
{
    internal static RubricDetail Of(ShelvedRubric r, IReadOnlyList<ShelvedRubric> texts, ShelvedRubric? inForce, DateOnly today, Language language)
    {
        var rubric = r.Rubric;
        return new(
            RubricRow.Of(r, texts, today, language), r.Text, rubric.Statement.In(language), Part(rubric.Coverage),
            [.. rubric.Sides.Select(s => new SideView(s.Id, s.Title.In(language), [.. s.Groups.Select(g => new GroupView(g.Id, g.Title.In(language), Part(g.Weight), [.. g.Indicators.Select(i => IndicatorView.Of(i, language))]))]))],
            [.. rubric.Scenarios.Select(s => new RubricScenarioView(s.Id, s.Title.In(language), [.. s.Weights.Select(Part)]))],
            [.. rubric.Vetoes.Select(v => new VetoView(v.Id, v.Title.In(language), v.Fact, v.In, v.Kinds, v.Scenarios, v.Effect.ToString().ToLowerInvariant()))],
            [.. rubric.Grades.Select(g => new GradeView(g.Grade, Part(g.From)))],
            [.. texts.Select(t => RubricVersionView.Of(t, inForce, today))]);
    }

    private static string Part(decimal number) => Drafting.Stated.Number(number);
}

public sealed record SideView(string Id, string Title, IReadOnlyList<GroupView> Groups);

public sealed record GroupView(string Id, string Title, string Weight, IReadOnlyList<IndicatorView> Indicators);

/// <param name="Mode"><c>auto</c> (from a fact alone), <c>expert</c>, <c>either</c>.</param>
/// <param name="Fact">The fact it is scored from.</param>
/// <param name="Low">Where it is scored straight between two ends: the figure of score 0.</param>
public sealed record IndicatorView(string Id, string Title, string Mode, string? Fact, string? Low, string? High, IReadOnlyList<AnchorView> Anchors)
{
    internal static IndicatorView Of(Indicator i, Language language) => new(
        i.Id, i.Title.In(language), i.Mode.ToString().ToLowerInvariant(), i.Fact, i.Scale is { } scale ? Drafting.Stated.Number(scale.Low) : null, i.Scale is { } ends ? Drafting.Stated.Number(ends.High) : null,
        [.. i.Anchors.Select(a => new AnchorView(Drafting.Stated.Number(a.Score), a.Title.In(language), a.From is { } from ? Drafting.Stated.Number(from) : null, a.To is { } to ? Drafting.Stated.Number(to) : null, a.In))]);
}

public sealed record AnchorView(string Score, string Title, string? From, string? To, IReadOnlyList<string> In);

/// <param name="Weights">Of the sides in their order.</param>
public sealed record RubricScenarioView(string Id, string Title, IReadOnlyList<string> Weights);

public sealed record VetoView(string Id, string Title, string Fact, IReadOnlyList<string> In, IReadOnlyList<string> Kinds, IReadOnlyList<string> Scenarios, string Effect);

public sealed record GradeView(string Grade, string From);

/// <summary>What differs between two texts of a rubric.</summary>
public sealed record RubricChanges(int From, int To, IReadOnlyList<Appraisals.AppraisalChange> Changes);
