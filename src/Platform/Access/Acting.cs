using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Access;

/// <summary>The door for rooms that know an amount only inside a use case: may this viewer do an act up to it?</summary>
public sealed class Acting(IPeople people, TimeProvider clock)
{
    /// <summary>The refusal, or null where the viewer may; jobs and the installation itself, which nobody signed in for, may.</summary>
    /// <param name="work">The transaction or reader whose viewer is asked about.</param>
    /// <param name="act">Such as <c>payments.batch.approve</c>.</param>
    /// <param name="amount">Of this one act.</param>
    public Refusal? Refuses(ZhirongContext work, string act, Money amount)
    {
        if (work.Viewer.User == Guid.Empty)
        {
            return null;
        }

        var grants = people.GrantsOf(work.Session, work.Viewer.User, work.Viewer.Organisation, Days.Today(clock));
        return !grants.Allow(act) ? GateRefusals.NotGranted(act) : grants.Allow(act, amount) ? null : GateRefusals.AboveLimit(act, amount, grants.LimitOf(act)!.Value);
    }
}
