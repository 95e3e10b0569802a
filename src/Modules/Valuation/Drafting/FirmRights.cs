using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Drafting;

/// <summary>All rights of a firm.</summary>
internal static class FirmRights
{
    /// <summary>Ids in the register's order; no more are read than a group may have, and one.</summary>
    public static IReadOnlyList<Guid> Of(ZhirongContext read, ValuationDesk desk, Guid firm, DateOnly day) => desk.Rights.Ids(read, new(day) { Firm = firm }, ValueRequestReader.MostRights + 1);
}
