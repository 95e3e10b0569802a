using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets;

/// <summary>The register as later rooms read it, in the name of the viewer of their context.</summary>
/// <param name="law">What the register goes by.</param>
/// <param name="clock">Tells today.</param>
public sealed class RightDoor(RegisterLaw law, TimeProvider clock)
{
    /// <summary>One right with all its strands as they were on a day; null where there is none for the viewer.</summary>
    public RightProfile? Profile(ZhirongContext context, Guid right, DateOnly day, Language language = Language.Zh) => ProfileReading.Of(context, right, day, law, language);

    /// <summary>All rights of a list in its order, read a page at a time as they are taken.</summary>
    public IEnumerable<RightRow> All(ZhirongContext context, RightQuery query, Language language = Language.Zh)
    {
        for (var asked = query with { Place = null, Take = PageRequest.Largest }; ;)
        {
            var found = RightSearch.Page(context, asked, law);
            foreach (var row in RightRows.Of(context, found.ConvertAll(f => f.No), query.Day, law, language))
            {
                yield return row;
            }

            if (found.Count < asked.Take)
            {
                yield break;
            }

            asked = asked with { Place = found[^1].Place(back: false) };
        }
    }

    /// <summary>The ids of the first rights of a list, for whoever reads them on a day afterwards.</summary>
    public IReadOnlyList<Guid> Ids(ZhirongContext context, RightQuery query, int most) => [.. RightSearch.Page(context, query with { Place = null, Take = most }, law).Select(f => f.Id)];

    /// <summary>Rights by their ids, in the order asked, with what they are on a day; those the viewer cannot see are left out.</summary>
    public IReadOnlyList<RightRow> Rows(ZhirongContext context, IReadOnlyList<Guid> rights, DateOnly day, Language language = Language.Zh) => RightsByName.Rows(context, rights, day, law, language);

    /// <summary>Rights by numbers as people write them, in the order asked.</summary>
    public static IReadOnlyList<NumberedRights> ByNumber(ZhirongContext context, IReadOnlyList<string> numbers) => RightsByNumber.Find(context, numbers);

    /// <summary>Rights as they are on a day with what may stand in the way of disposing of them, read by sets; in the order asked, those the viewer cannot see left out.</summary>
    public IReadOnlyList<RightOnDay> OnDay(ZhirongContext context, IReadOnlyList<Guid> rights, DateOnly day) => RightsOnDay.Of(context, rights, day, law);

    /// <summary>The technology readiness of rights whose sources state one.</summary>
    public static IReadOnlyDictionary<Guid, int> Readiness(ZhirongContext context, IReadOnlyList<Guid> rights) => RightsByName.Readiness(context, rights);

    /// <summary>Recorded sales and licences with the rights they are of, the newest first.</summary>
    public static IReadOnlyList<RecordedTrade> Trades(ZhirongContext context, TradeQuery query) => TradeSearch.Of(context, query);

    /// <summary>The firm of a unified social credit code; null where there is none for the viewer.</summary>
    public static Guid? FirmOfCode(ZhirongContext context, string code) => context.Set<Firm>().Where(f => f.Code == code).OrderBy(f => f.Id).Select(f => (Guid?)f.Id).FirstOrDefault();

    /// <summary>Firms by unified social credit code, with their names; those the viewer cannot see are left out.</summary>
    public static IReadOnlyDictionary<string, (Guid Id, string Name)> FirmsOfCodes(ZhirongContext context, IReadOnlyCollection<string> codes)
    {
        var found = new Dictionary<string, (Guid Id, string Name)>(StringComparer.Ordinal);
        foreach (var some in codes.Chunk(500))
        {
            foreach (var firm in context.Set<Firm>().Where(f => some.Contains(f.Code)).OrderBy(f => f.Id).Select(f => new { f.Id, f.Code, f.Name }))
            {
                found.TryAdd(firm.Code, (firm.Id, firm.Name));
            }
        }

        return found;
    }

    /// <summary>A firm with statements and products; null where there is none for the viewer.</summary>
    public FirmProfile? Firm(ZhirongContext context, Guid firm, Language language = Language.Zh) => OpenFirm.Of(context, firm, law, DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime), language);
}

/// <summary>Lists of rights.</summary>
public static class RightLists
{
    /// <summary>The place a page of the same list gave; null where the text is none.</summary>
    public static PlaceInList? Place(RightQuery query, string text) => PlaceInList.Read(text, query.Asked, out var foreign) is { } place && !foreign ? place : null;

    /// <summary>The rights of the page a query asks, with what they are on its day.</summary>
    public static PlacedPage<RightRow> Page(ZhirongContext read, RightQuery query, RegisterLaw law, Language language)
    {
        var page = PlacedRows.Of(query.Place, query.Take, (place, take) => RightSearch.Page(read, query with { Place = place, Take = take }, law));
        var rows = RightRows.Of(read, [.. page.Rows.Select(f => f.No)], query.Day, law, language).ToDictionary(r => r.Id);
        return page.As(f => rows[f.Id], f => f.Place(back: false), () => RightSearch.Count(read, query with { Place = null }, law, RightSearch.CountedUpTo), RightSearch.CountedUpTo, query.Asked);
    }
}
