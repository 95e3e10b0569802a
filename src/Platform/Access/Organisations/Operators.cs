using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access.Organisations;

/// <summary>The organisation that runs the installation.</summary>
internal static class Operators
{
    /// <summary>Whether the viewer acts for it.</summary>
    public static bool IsOne(ZhirongContext work) =>
        work.Session.First("SELECT operator FROM access_org WHERE id = @p0", row => row.Int(0), RowValues.Of(work.Viewer.Organisation)) == 1;
}
