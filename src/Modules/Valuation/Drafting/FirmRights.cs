using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Drafting;

/// <summary>All rights of a firm.</summary>
internal static class FirmRights
{
    private const int Size = 500;

    /// <summary>Ids in the register's order; no more are read than a group may have, and a page.</summary>
    public static IReadOnlyList<Guid> Of(ZhirongContext read, ValuationDesk desk, Guid firm, DateOnly day)
    {
        var ids = new List<Guid>();
        for (var page = 1; ; page++)
        {
            var found = desk.Rights.Find(read, new(day) { Firm = firm }, page, Size);
            ids.AddRange(found.Items.Select(r => r.Id));
            if (found.Items.Count < Size || ids.Count > ValueRequestReader.MostRights)
            {
                return ids;
            }
        }
    }
}
