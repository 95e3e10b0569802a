using Xunit;

namespace Zhirong.Modules.Tests.Approvals;

/// <summary>Ballots: quorum, majorities, recusal, veto, the chair. Six members besides the initiator unless said otherwise.</summary>
public sealed class CommitteeTests
{
    private const string People = "ini=maker a=member b=member c=member d=member e=member h=member,head";

    private static string Step(string quorum = "2/3", string votes = "2/3", string recusal = "lowers", string more = "") =>
        $"{{kind: committee, roles: [member], quorum: {quorum}, votes: '{votes}', recusal: {recusal}, conditions_allowed: true{more}}}";

    /// <summary>Two thirds of those who vote: four of six are certain, as is a third against.</summary>
    [Theory]
    [InlineData("a:approve b:approve c:approve", "open")]
    [InlineData("a:approve b:approve c:approve d:approve", "approved")]
    [InlineData("a:refuse b:refuse", "open")]
    [InlineData("a:refuse b:refuse c:refuse", "refused")]
    [InlineData("a:refuse b:refuse c:approve d:approve e:approve", "open")]
    [InlineData("a:refuse b:refuse c:approve d:approve e:approve h:approve", "approved")]
    [InlineData("a:refuse b:abstain c:approve d:approve e:approve h:approve", "approved")]
    [InlineData("a:refuse b:abstain c:abstain", "refused")]
    [InlineData("a:approve a:approve", "APV-0106")]
    [InlineData("ini:approve", "APV-0103")]
    [InlineData("a- a:approve", "APV-0105")]
    [InlineData("a:approve b:conditions=x c:approve d:approve", "conditional")]
    [InlineData("a:return", "returned")]
    public void Ballot_OfTwoThirds_IsDecidedWhenItIsCertain(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Step(), People, "", script));

    /// <summary>More than half is more than half: three of six are not.</summary>
    [Theory]
    [InlineData(">1/2", "a:approve b:approve c:approve d:refuse e:refuse h:refuse", "refused")]
    [InlineData("1/2", "a:approve b:approve c:approve", "open")]
    [InlineData("1/2", "a:approve b:approve c:approve d:abstain", "approved")]
    [InlineData(">1/2", "a:approve b:approve c:approve d:abstain", "open")]
    [InlineData(">1/2", "a:approve b:approve c:approve d:approve", "approved")]
    [InlineData("5", "a:approve b:approve c:approve d:approve", "open")]
    [InlineData("5", "a:approve b:approve c:approve d:approve e:approve", "approved")]
    [InlineData("5", "a:refuse b:refuse", "refused")]
    public void Votes_AtTheEdge_AreCountedExactly(string votes, string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Step(votes: votes), People, "", script));

    /// <summary>Quorum 4/6 of six; after two recuse themselves it is 3 of four where the rule lowers it, still four where it does not.</summary>
    [Theory]
    [InlineData("lowers", "a:recuse b:recuse c:approve d:approve e:approve", "approved")]
    [InlineData("counts", "a:recuse b:recuse c:approve d:approve e:approve", "open")]
    [InlineData("counts", "a:recuse b:recuse c:approve d:approve e:approve h:approve", "approved")]
    [InlineData("counts", "a:recuse b:recuse c:recuse", "refused")]
    [InlineData("lowers", "a:recuse b:recuse c:recuse d:recuse e:recuse", "open")]
    [InlineData("lowers", "a:recuse b:recuse c:recuse d:recuse e:recuse h:approve", "approved")]
    [InlineData("lowers", "a:recuse b:recuse c:recuse d:recuse e:recuse h:recuse", "refused")]
    [InlineData("lowers", "a:recuse a:approve", "APV-0106")]
    public void Recusal_LowersTheBase_AsTheRouteSays(string recusal, string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Step(recusal: recusal), People, "", script));

    /// <summary>An initiator on the committee is recused without a word.</summary>
    [Theory]
    [InlineData("lowers", "a:approve b:approve", "approved")]
    [InlineData("counts", "a:approve", "open")]
    public void Initiator_OnTheCommittee_DoesNotCount(string recusal, string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Step("1", "1/2", recusal), "ini=member a=member b=member c=member", "", script));

    [Theory]
    [InlineData("a:approve b:approve c:approve h:refuse", "refused")]
    [InlineData("h:refuse", "refused")]
    [InlineData("a:refuse", "open")]
    [InlineData("h:abstain a:approve b:approve c:approve d:approve", "approved")]
    public void Veto_OfItsHolder_EndsTheMatter(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Step(more: ", veto: [member]").Replace("veto: [member]", "veto: [head]").Replace("roles: [member]", "roles: [member, head]"), People, "", script));

    [Theory]
    [InlineData("a:close", "APV-0107")]
    [InlineData("h:close", "APV-0110")]
    [InlineData("a:approve b:approve c:approve h:close", "APV-0110")]
    [InlineData("a:approve b:approve c:refuse d:abstain h:close", "refused")]
    [InlineData("a:approve b:approve c:approve d:abstain h:close", "approved")]
    [InlineData("a:approve b:approve c:refuse h:approve h:close", "approved")]
    [InlineData("a:return", "APV-0107")]
    [InlineData("h:return", "returned")]
    public void Chair_WithAQuorum_ClosesTheBallot(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Step(more: ", chair: [head]").Replace("roles: [member]", "roles: [member, head]"), People, "", script));

    /// <summary>Votes counted against all members: an absence is no help.</summary>
    [Theory]
    [InlineData("a:approve b:approve c:approve h:close", "APV-0110")]
    [InlineData("a:approve b:approve c:approve d:refuse h:close", "refused")]
    [InlineData("a:approve b:approve c:approve d:approve", "approved")]
    public void Votes_OfAllMembers_CountTheAbsent(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Step(more: ", votes_of: members, chair: [head]").Replace("roles: [member]", "roles: [member, head]"), People, "", script));

    /// <summary>Who joins after the step began is no member of its committee.</summary>
    [Theory]
    [InlineData("a>x:*@1-5", "x/a:approve b:approve c:approve d:approve", "approved")]
    [InlineData("a>b:*@1-5", "b:approve b/a:approve", "APV-0106")]
    [InlineData("ini>a:*@1-5", "b:approve c:approve d:approve a:approve", "APV-0103")]
    public void Delegate_OnACommittee_VotesOnce(string delegated, string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Step(), People + " x=other", delegated, script));
}
