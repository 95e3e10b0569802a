using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Tells other rooms that what the register says of a right has changed: only of rights that a registered pledge stands on, for those alone are somebody's security.</summary>
internal static class PledgedRightTold
{
    /// <summary>The event: its root is the right.</summary>
    public const string Event = "PledgedRightChanged";

    public static void Changed(Session session, long no, TimeProvider clock)
    {
        var right = session.First("SELECT r.id FROM ast_encumbrance e JOIN ast_right r ON r.no = e.right_no WHERE e.right_no = @p0 AND e.origin = 'registration' LIMIT 1", row => row.Text(0), no);
        if (right is not null)
        {
            OutboxEvents.Publish(session, Event, "right", right, "{}", clock);
        }
    }
}
