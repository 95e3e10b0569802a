using System.Globalization;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Facts;

namespace Zhirong.Engine.Diligence.Judging;

/// <summary>Answers a checklist from facts.</summary>
/// <remarks>
/// A fact without a source, an assumed one and one too old may make a finding and never make an item clear. Where several
/// sources speak, one of them is enough for a finding and all are needed to be clear.
/// </remarks>
public static class Examination
{
    /// <summary>Firm first, then right by right in the order of the case, each in the order of the checklist.</summary>
    public static IReadOnlyList<ItemAnswer> Of(DiligenceCase of, Checklist list)
    {
        var answers = new List<ItemAnswer>();
        var firm = new FactSheet(of.Firm.Answers);
        answers.AddRange(Asked(list, of, firmItems: true).Select(i => Answer(i.Chapter, i.Item, null, firm, of)));
        var items = Asked(list, of, firmItems: false).ToList();
        foreach (var right in of.Rights)
        {
            var sheet = RightFacts.Of(of, right);
            answers.AddRange(items.Where(i => i.Item.Kinds.Count == 0 || i.Item.Kinds.Contains(right.Kind)).Select(i => Answer(i.Chapter, i.Item, right.Id, sheet, of)));
        }

        return answers;
    }

    private static IEnumerable<(Chapter Chapter, ChecklistItem Item)> Asked(Checklist list, DiligenceCase of, bool firmItems) =>
        from chapter in list.Chapters from item in chapter.Items where item.OfFirm == firmItems && (item.Purposes.Count == 0 || item.Purposes.Contains(of.Purpose)) select (chapter, item);

    private static ItemAnswer Answer(Chapter chapter, ChecklistItem item, string? right, FactSheet sheet, DiligenceCase of)
    {
        List<Fact> said = [.. item.Asks.SelectMany(sheet.Of)];
        List<string> missing = [.. item.Asks.Where(name => !sheet.Of(name).Any())];
        if (item.Findings.FirstOrDefault(f => f.When.All(c => sheet.Of(c.Fact).Any(fact => Holds(c, fact)))) is { } found)
        {
            var weight = found.For(of.Purpose);
            return new(chapter, item, right, AnswerState.Finding, said, missing, found, weight.Grade, weight.OwnShare ? OwnShare(sheet) : weight.Factor);
        }

        var resting = item.Clear.SelectMany(c => sheet.Of(c.Fact).Select(fact => (Condition: c, Fact: fact))).ToList();
        UnknownWhy? why = item.Clear.Any(c => !sheet.Of(c.Fact).Any()) ? UnknownWhy.NoFact
            : resting.Exists(r => !Holds(r.Condition, r.Fact)) ? UnknownWhy.Undecided
            : !item.Clear.All(c => sheet.Of(c.Fact).Any(f => f.Sourced)) ? UnknownWhy.NoSource
            : item.FreshDays is { } days && !item.Clear.All(c => sheet.Of(c.Fact).Any(f => f.Sourced && Fresh(f, of.Day, days))) ? UnknownWhy.TooOld
            : null;
        return new(chapter, item, right, why is null ? AnswerState.Clear : AnswerState.Unknown, said, missing, Why: why);
    }

    /// <summary>Of several sources the smallest share; none known lowers nothing.</summary>
    private static decimal? OwnShare(FactSheet sheet) =>
        sheet.Of("own_share").Select(f => Number(f.Value)).OfType<decimal>().Select(s => (decimal?)Math.Clamp(s, 0, 1)).Min();

    private static bool Fresh(Fact fact, DateOnly day, int days) => fact.From.Date is { } at && day.DayNumber - at.DayNumber <= days;

    private static bool Holds(Condition condition, Fact fact)
    {
        if (condition.In.Count > 0)
        {
            return condition.In.Contains(fact.Value);
        }

        return Number(fact.Value) is { } number && (condition.From is null || number >= condition.From) && (condition.To is null || number < condition.To);
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
