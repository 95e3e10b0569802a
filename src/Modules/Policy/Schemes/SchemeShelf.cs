using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Policy.Schemes;

/// <summary>A scheme with its place among its code's texts: 0 is the one shipped with the product.</summary>
internal sealed record ShelvedScheme(int Number, ShippedScheme Scheme, SchemeText? Kept)
{
    /// <summary>The first day it counts: the text's own; an own text that names none counts from the day it was kept.</summary>
    public DateOnly? From => Scheme.Head.From ?? (Kept is null ? null : DateOnly.FromDateTime(Instant.Time(Kept.SavedAt).ToOffset(TimeSpan.FromHours(8)).DateTime));
}

/// <summary>The schemes a viewer may compute by: those of the product and his organisation's own, the newest of a code last.</summary>
internal static class SchemeShelf
{
    public static IReadOnlyList<ShelvedScheme> Of(ZhirongContext read, PolicyDesk desk) => Of(read, desk.Shipped);

    public static IReadOnlyList<ShelvedScheme> Of(ZhirongContext read, IReadOnlyList<ShippedScheme> shipped)
    {
        var own = (from text in read.Set<SchemeText>() join scheme in read.Set<OwnScheme>() on text.SchemeId equals scheme.Id orderby scheme.Code, scheme.Id, text.Number select new { text, scheme.Kind }).AsNoTracking().ToList();
        return [.. shipped.Select(s => new ShelvedScheme(0, s, null)), .. own.Select(o => new ShelvedScheme(o.text.Number, ShippedScheme.Read(o.Kind, Encoding.UTF8.GetBytes(o.text.Text)).Value, o.text))];
    }

    /// <summary>Of the texts of a code the one that counts on a day: the latest first day, of two with one day the newer; null where none has begun.</summary>
    public static ShelvedScheme? InForce(ZhirongContext read, PolicyDesk desk, string kind, string code, DateOnly day) => InForce(Of(read, desk).Where(s => s.Scheme.Kind == kind && s.Scheme.Head.Id == code), day);

    /// <summary>The text of a code by which an organisation takes applications on a day: its own, else the shipped one; null where it has none in force.</summary>
    /// <param name="read">Sees all of that organisation's texts.</param>
    public static ShelvedScheme? InForce(ZhirongContext read, PolicyDesk desk, string kind, string code, DateOnly day, Guid owner)
    {
        var own = (from text in read.Set<SchemeText>() join scheme in read.Set<OwnScheme>() on text.SchemeId equals scheme.Id where scheme.Kind == kind && scheme.Code == code && scheme.OwnerId == owner orderby text.Number select text).AsNoTracking().ToList();
        return InForce([.. desk.Shipped.Where(s => s.Kind == kind && s.Head.Id == code).Select(s => new ShelvedScheme(0, s, null)), .. own.Select(t => new ShelvedScheme(t.Number, ShippedScheme.Read(kind, Encoding.UTF8.GetBytes(t.Text)).Value, t))], day);
    }

    /// <summary>A text without a first day counts from the day it is kept. Its last day is the rule's own matter: it may ask for another day than today.</summary>
    public static ShelvedScheme? InForce(IEnumerable<ShelvedScheme> texts, DateOnly day) => texts.Where(s => !(s.From > day)).OrderBy(s => s.From ?? DateOnly.MinValue).ThenBy(s => s.Number).LastOrDefault();

    /// <param name="owner">Among the texts of this organisation alone.</param>
    public static ShelvedScheme? Find(ZhirongContext read, PolicyDesk desk, string kind, string code, int? number = null, Guid? owner = null)
    {
        var kept = (from text in read.Set<SchemeText>() join scheme in read.Set<OwnScheme>() on text.SchemeId equals scheme.Id where scheme.Kind == kind && scheme.Code == code && (owner == null || scheme.OwnerId == owner) && (number == null || text.Number == number) orderby text.Number descending select text).AsNoTracking().FirstOrDefault();
        if (kept is not null)
        {
            return new(kept.Number, ShippedScheme.Read(kind, Encoding.UTF8.GetBytes(kept.Text)).Value, kept);
        }

        return number is null or 0 && desk.Shipped.FirstOrDefault(s => s.Kind == kind && s.Head.Id == code) is { } shipped ? new(0, shipped, null) : null;
    }
}
