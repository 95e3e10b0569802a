using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <summary>A rubric with its place among its code's texts: 0 is the one shipped with the product.</summary>
internal sealed record ShelvedRubric(int Number, Rubric Rubric, string Text, RubricText? Kept);

/// <summary>The rubrics a viewer may score by: those of the product and his organisation's own, the newest of a code last.</summary>
internal static class RubricShelf
{
    public static IReadOnlyList<ShelvedRubric> Of(ZhirongContext read, ValuationDesk desk)
    {
        var own = (from text in read.Set<RubricText>() join rubric in read.Set<OwnRubric>() on text.RubricId equals rubric.Id orderby rubric.Code, rubric.Id, text.Number select text).AsNoTracking().ToList();
        return [.. desk.Shipped.Select(s => new ShelvedRubric(0, s.Rubric, s.Text, null)), .. own.Select(t => new ShelvedRubric(t.Number, RubricReader.Read(Encoding.UTF8.GetBytes(t.Text)).Value, t.Text, t))];
    }

    public static ShelvedRubric? Find(IReadOnlyList<ShelvedRubric> shelf, string code, int? number) => shelf.LastOrDefault(r => r.Rubric.Id == code && (number is null || r.Number == number));
}
