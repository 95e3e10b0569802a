using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Papers.Own;

/// <summary>A template with its place among its code's texts: 0 is the one shipped.</summary>
internal sealed record NumberedTemplate(int Number, ShelvedTemplate Shelved, TemplateText? Kept)
{
    public string Code => Shelved.Template.Id;

    /// <summary>Whether documents may be made by it on a day; by the shipped one they may until one of the organisation's own stands in its place.</summary>
    public bool Covers(DateOnly day) => Kept is null || (Kept.EffectiveFrom <= day && !(Kept.EffectiveTo < day));
}

/// <summary>The templates a viewer's organisation makes documents by: those that come with the product, and its own in their place from their day on.</summary>
internal static class TemplateShelf
{
    /// <summary>All texts, the newest of a code last.</summary>
    public static IReadOnlyList<NumberedTemplate> Of(ZhirongContext read, PaperShelf shelf)
    {
        var own = (from text in read.Set<TemplateText>() join template in read.Set<OwnTemplate>() on text.TemplateId equals template.Id where template.OwnerId == read.Viewer.Organisation orderby template.Code, text.Number select text).AsNoTracking().ToList();
        return [.. shelf.All.Select(t => new NumberedTemplate(0, t, null)), .. own.Select(t => new NumberedTemplate(t.Number, PaperReader.Read(Encoding.UTF8.GetBytes(t.Text)).Value, t))];
    }

    /// <summary>The texts of one code, the newest last.</summary>
    public static IReadOnlyList<NumberedTemplate> Of(ZhirongContext read, PaperShelf shelf, string code) => [.. Of(read, shelf).Where(t => t.Code == code)];

    /// <summary>Of each code the text documents are made by on a day.</summary>
    public static IReadOnlyList<ShelvedTemplate> InForce(ZhirongContext read, PaperShelf shelf, string about, DateOnly day) =>
        [.. Of(read, shelf).Where(t => t.Shelved.Template.About == about).GroupBy(t => t.Code).Select(g => Standing([.. g], day)).OfType<NumberedTemplate>().Select(t => t.Shelved)];

    /// <summary>Of one code's texts the one that stands on a day: the one with the latest first day, of two with one day the newer; null where none does.</summary>
    public static NumberedTemplate? Standing(IReadOnlyList<NumberedTemplate> texts, DateOnly day) => texts.Where(t => t.Covers(day)).OrderBy(t => t.Kept?.EffectiveFrom ?? DateOnly.MinValue).ThenBy(t => t.Number).LastOrDefault();
}
