using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;

namespace Zhirong.Platform.Access.Shares;

/// <summary>Shares in the transaction of what they are for, as rooms hand a record to another organisation in their owner's name.</summary>
public sealed class ShareDoor(IPeople people, IWitness witness, TimeProvider clock)
{
    /// <summary>Lets another organisation change a record of the viewer's own from today on; a record shared so already stays as it is.</summary>
    /// <param name="kind">Its table's name without the room's prefix.</param>
    public Result<bool> Write(ZhirongContext work, string kind, Guid root, Guid organisation)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (work.Set<Share>().Any(s => s.Kind == kind && s.RootId == root && s.OrgId == organisation && s.OwnerId == work.Viewer.Organisation && s.MayWrite == 1 && (s.Until == null || s.Until >= work.Today)))
        {
            return true;
        }

        var made = GrantShare.Grant(work, new(kind, root, organisation, "write"), people, witness, clock);
        return made.Ok ? true : Result<bool>.Refused(made.Refusals);
    }
}
