using Zhirong.Modules.Evidence.Model;
using Zhirong.Modules.Evidence.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Evidence;

/// <summary>What a leaf of one's own says.</summary>
/// <param name="By">Who, by name.</param>
/// <param name="Content">Its content as JSON; null where it was erased.</param>
public sealed record ToldLeaf(Guid Id, string SubjectId, long At, string By, string? Content);

/// <summary>Reading back what was recorded.</summary>
public static partial class EvidenceLeaves
{
    /// <summary>A page of the viewer's organisation's leaves of an event, the newest first, and how many there are.</summary>
    public static (IReadOnlyList<ToldLeaf> Leaves, int Total) Told(ZhirongContext context, string happened, int skip, int take)
    {
        ArgumentNullException.ThrowIfNull(context);
        var conditions = new Conditions().Given("l.owner_id", "=", context.Viewer.EverythingBecause is null ? RowValues.Of(context.Viewer.Organisation) : null).Given("l.event", "=", happened);
        var total = context.Session.First($"SELECT count(*) FROM evd_leaf l{conditions.Where}", row => row.Int(0), conditions.Values);
        var leaves = StoredLeaf.List(context, conditions, $"ORDER BY l.arrival DESC LIMIT {take} OFFSET {skip}");
        return ([.. leaves.Select(l => new ToldLeaf(l.Id, l.SubjectId, l.At, Signer.Name(l.By), l.Content))], total);
    }
}
