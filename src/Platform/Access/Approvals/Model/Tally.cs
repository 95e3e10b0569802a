using Zhirong.Platform.Access.Approvals.Routes;

namespace Zhirong.Platform.Access.Approvals.Model;

/// <summary>What a ballot has come to.</summary>
public enum BallotOutcome
{
    Undecided,
    Carried,

    /// <summary>Not enough in favour, whatever the others say.</summary>
    Rejected,

    /// <summary>Too few are left who may vote.</summary>
    NoQuorum,

    Vetoed,
}

/// <summary>The count of a committee's ballot.</summary>
/// <param name="Members">Everybody with a member's role when the step began.</param>
/// <param name="Recused">Members who take no part: whoever began the case, who acts in his place, and who said so.</param>
/// <param name="For">Votes in favour, conditions included.</param>
/// <param name="Against">Votes against.</param>
/// <param name="Abstained">Present without a side.</param>
public readonly record struct Tally(int Members, int Recused, int For, int Against, int Abstained)
{
    public int Present => For + Against + Abstained;

    public int Remaining => Math.Max(0, Members - Recused - Present);

    /// <summary>The number the quorum is counted from.</summary>
    public int QuorumOf(Ballot ballot) => ballot.RecusalLowers ? Members - Recused : Members;

    public bool HasQuorum(Ballot ballot) => ballot.Quorum.Met(Present, QuorumOf(ballot));

    /// <summary>
    /// The outcome as soon as nothing that is still to be voted can change it: carried even if all others vote against, rejected even
    /// if all others vote in favour.
    /// </summary>
    public BallotOutcome Outcome(Ballot ballot, bool closed)
    {
        var remaining = closed ? 0 : Remaining;
        var of = ballot.OfMembers ? QuorumOf(ballot) : Present + remaining;
        return !ballot.Quorum.Met(Present + remaining, QuorumOf(ballot)) ? BallotOutcome.NoQuorum
            : !ballot.Votes.Met(For + remaining, of) ? BallotOutcome.Rejected
            : HasQuorum(ballot) && ballot.Votes.Met(For, of) ? BallotOutcome.Carried
            : BallotOutcome.Undecided;
    }
}
