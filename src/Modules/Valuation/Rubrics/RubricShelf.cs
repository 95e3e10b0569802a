using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <summary>A rubric with its place among its code's texts: 0 is the one shipped with the product.</summary>
internal sealed record ShelvedRubric(int Number, Rubric Rubric, string Text, RubricText? Kept)
{
    /// <summary>SHA-256 of the text.</summary>
    public string Hash => Kept?.Hash ?? RequestText.Hash(Text);

    /// <summary>Its first day; the shipped one and texts kept before days were written down count from the beginning.</summary>
    public DateOnly From => Kept?.EffectiveFrom ?? DateOnly.MinValue;
}

/// <summary>The rubrics a viewer may score by: those of the product, and his organisation's own in their place from their day on.</summary>
internal static class RubricShelf
{
    /// <summary>All texts, the newest of a code last.</summary>
    public static IReadOnlyList<ShelvedRubric> Of(ZhirongContext read, ValuationDesk desk)
    {
        var own = (from text in read.Set<RubricText>() join rubric in read.Set<OwnRubric>() on text.RubricId equals rubric.Id orderby rubric.Code, rubric.Id, text.Number select text).AsNoTracking().ToList();
        return [.. desk.Shipped.Select(s => new ShelvedRubric(0, s.Rubric, s.Text, null)), .. own.Select(t => new ShelvedRubric(t.Number, RubricReader.Read(Encoding.UTF8.GetBytes(t.Text)).Value, t.Text, t))];
    }

    /// <param name="shelf">All texts.</param>
    /// <param name="code">The rubric.</param>
    /// <param name="number">Of the text; null for the newest.</param>
    public static ShelvedRubric? Find(IReadOnlyList<ShelvedRubric> shelf, string code, int? number) => shelf.LastOrDefault(r => r.Rubric.Id == code && (number is null || r.Number == number));

    /// <summary>The text rights are scored by on a day: the one with the latest first day, of two with one day the newer; null where none has begun.</summary>
    public static ShelvedRubric? InForce(IEnumerable<ShelvedRubric> shelf, string code, DateOnly day) => shelf.Where(r => r.Rubric.Id == code && r.From <= day).OrderBy(r => r.From).ThenBy(r => r.Number).LastOrDefault();

    /// <summary>What a name means: a code the text in force on the day, <c>code/version</c> that version.</summary>
    public static ShelvedRubric? Named(IReadOnlyList<ShelvedRubric> shelf, string name, DateOnly day) => InForce(shelf, name, day) ?? shelf.LastOrDefault(r => r.Rubric.Name == name);
}
