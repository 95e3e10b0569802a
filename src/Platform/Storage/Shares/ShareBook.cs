using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Storage.Shares;

/// <summary>Reads and writes shares; who may do so is decided by whoever calls.</summary>
public static class ShareBook
{
    /// <summary>The owner of a root when he is the viewer; null for what he does not own or what is not there.</summary>
    public static bool Owns(ZhirongContext context, string kind, Guid root)
    {
        if (Roots.TableOf(context, kind) is not { } table)
        {
            return false;
        }

        var owner = context.Session.First($"SELECT owner_id FROM {table} WHERE id = @p0", row => row.Id(0), RowValues.Of(root));
        return owner != Guid.Empty && owner == context.Viewer.Organisation;
    }

    /// <summary>Takes the rest of a share away: it ends the day before, or is forgotten when it had not begun.</summary>
    /// <returns>False when it had ended already.</returns>
    public static bool End(ZhirongContext work, Share share) => share.Since >= work.Today
        ? work.Session.Execute("DELETE FROM access_share WHERE id = @p0", RowValues.Of(share.Id)) == 1
        : work.Session.Execute(
            "UPDATE access_share SET until = @p0 WHERE id = @p1 AND (until IS NULL OR until > @p0)", RowValues.Of(work.Today.AddDays(-1)), RowValues.Of(share.Id)) == 1;
}
