using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Deriving;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets;

/// <summary>The register as later rooms read it, in the name of the viewer of their context.</summary>
/// <param name="law">What the register goes by.</param>
/// <param name="clock">Tells today.</param>
public sealed class RightDoor(RegisterLaw law, TimeProvider clock)
{
    /// <summary>One right with all its strands as they were on a day; null where there is none for the viewer.</summary>
    public RightProfile? Profile(ZhirongContext context, Guid right, DateOnly day, Language language = Language.Zh) => ProfileReading.Of(context, right, day, law, language);

    /// <summary>A page of rights.</summary>
    public RightPage Find(ZhirongContext context, RightQuery query, int page = 1, int pageSize = 50, Language language = Language.Zh) => RightLists.Page(context, query with { Skip = (page - 1) * pageSize, Take = pageSize }, law, language);

    /// <summary>The ids of a page of rights, for whoever reads them on a day afterwards.</summary>
    public IReadOnlyList<Guid> Ids(ZhirongContext context, RightQuery query, int page = 1, int pageSize = 50) => RightSearch.Ids(context, query with { Skip = (page - 1) * pageSize, Take = pageSize }, law);

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
    /// <summary>The rights a query skips to, with what they are on its day.</summary>
    public static RightPage Page(ZhirongContext read, RightQuery query, RegisterLaw law, Language language)
    {
        var rows = RightRows.Of(read, RightSearch.Page(read, query, law), query.Day, law, language);
        var most = RightSearch.Counted(query);
        var total = rows.Count < query.Take && (query.Skip == 0 || rows.Count > 0) ? query.Skip + rows.Count : RightSearch.Count(read, query, law, most);
        return new(rows, Math.Min(total, most), total > most, (query.Skip / Math.Max(1, query.Take)) + 1, query.Take);
    }
}
