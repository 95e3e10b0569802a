using Xunit;

namespace Zhirong.Modules.Tests.Approvals;

/// <summary>What comes of a case, move by move; the initiator is always <c>ini</c>.</summary>
public sealed class ApprovalCaseTests
{
    private const string One = "{kind: person, roles: [checker, head], conditions_allowed: true}";
    private const string Two = "{kind: investigators, roles: [investigator]}";
    private const string Both = "{kind: parallel, seats: [[risk], [approver, risk]]}";
    private const string People = "ini=checker,investigator,risk,member ann=checker bob=checker,head cat=investigator dan=investigator eve=risk fay=approver,risk";

    [Theory]
    [InlineData("ann:approve", "approved")]
    [InlineData("ann:refuse", "refused")]
    [InlineData("ann:return", "returned")]
    [InlineData("ann:recuse", "open")]
    [InlineData("ann:recuse ann:approve", "APV-0106")]
    [InlineData("ann:recuse bob:approve", "approved")]
    [InlineData("ini:approve", "APV-0103")]
    [InlineData("ini:refuse", "APV-0103")]
    [InlineData("cat:approve", "APV-0105")]
    [InlineData("ann- ann:approve", "APV-0105")]
    [InlineData("ann:abstain", "APV-0107")]
    [InlineData("ann:close", "APV-0107")]
    [InlineData("ann:approve bob:approve", "APV-0101")]
    [InlineData("ann:approve=x", "APV-0109")]
    [InlineData("withdraw", "withdrawn")]
    [InlineData("withdraw ann:approve", "APV-0101")]
    [InlineData("ann:approve withdraw", "APV-0101")]
    public void Person_Decides_OnceAndNotHisOwn(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(One, People, "", script));

    [Theory]
    [InlineData("+10 ann:approve", "approved")]
    [InlineData("+11 ann:approve", "APV-0102")]
    [InlineData("+10", "open")]
    [InlineData("+11", "expired")]
    [InlineData("ann:return +11", "expired")]
    [InlineData("ann:return +11 supplement", "APV-0102")]
    [InlineData("ann:return +10 supplement +10 bob:approve", "approved")]
    [InlineData("ann:approve +20", "approved")]
    [InlineData("ann:approve +21", "expired")]
    [InlineData("ann:conditions=a +20", "conditional")]
    [InlineData("ann:conditions=a +21", "expired")]
    [InlineData("ann:conditions=a meet0 +21 ann:confirm0", "APV-0102")]
    public void Days_AtTheirEnd_CloseTheCase(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(One, People, "", script));

    [Theory]
    [InlineData("supplement", "APV-0112")]
    [InlineData("ann:return ann:approve", "APV-0101")]
    [InlineData("ann:return supplement", "open")]
    [InlineData("ann:return supplement ann:approve", "approved")]
    [InlineData("ann:return supplement ini:approve", "APV-0103")]
    [InlineData("ann:return withdraw supplement", "APV-0112")]
    public void Return_ThenSupplement_BeginsAgain(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(One, People, "", script));

    [Theory]
    [InlineData("ann:conditions=a|b", "conditional")]
    [InlineData("ann:conditions=a|b ann:confirm0", "APV-0114")]
    [InlineData("ann:conditions=a|b meet0 meet1 ann:confirm0", "conditional")]
    [InlineData("ann:conditions=a|b meet0 meet1 ann:confirm0 ann:confirm1", "approved")]
    [InlineData("ann:conditions=a|b meet0 meet1 bob:confirm0 ann:confirm1", "approved")]
    [InlineData("ann:conditions=a meet0 ini:confirm0", "APV-0103")]
    [InlineData("ann:conditions=a meet0 cat:confirm0", "APV-0115")]
    [InlineData("ann:conditions=a meet1", "APV-0113")]
    [InlineData("ann:conditions=a meet0 ann:confirm0 ann:confirm0", "APV-0113")]
    [InlineData("ann:conditions", "APV-0109")]
    [InlineData("ann:conditions=", "APV-0109")]
    [InlineData("meet0", "APV-0113")]
    public void Conditions_OnceMetAndConfirmed_Approve(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(One, People, "", script));

    [Theory]
    [InlineData("cat:approve", "open")]
    [InlineData("cat:approve cat:approve", "APV-0106")]
    [InlineData("cat:approve dan:approve", "approved")]
    [InlineData("cat:approve dan:refuse", "refused")]
    [InlineData("cat:approve dan:conditions=x", "APV-0107")]
    [InlineData("cat:approve ini:approve", "APV-0103")]
    [InlineData("cat:recuse dan:approve", "open")]
    public void Investigators_AreTwoDifferentPersons(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Two, People, "", script));

    [Theory]
    [InlineData("eve:approve fay:approve", "approved")]
    [InlineData("fay:approve eve:approve", "approved")]
    [InlineData("fay:approve fay:approve", "APV-0106")]
    [InlineData("eve:approve ann:approve", "APV-0105")]
    [InlineData("eve:refuse fay:approve", "APV-0101")]
    public void Parallel_InAnyOrder_FillsSeats(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Both, People, "", script));

    /// <summary>Who has spoken in an earlier step does not speak in a later one.</summary>
    [Theory]
    [InlineData("ann:approve", "open")]
    [InlineData("ann:approve cat:approve", "APV-0105")]
    [InlineData("ann:approve bob:approve", "approved")]
    [InlineData("bob:approve bob:approve", "APV-0106")]
    [InlineData("ann:approve bob:return supplement bob:approve ann:approve", "approved")]
    public void Steps_InTheirOrder_TakeDifferentPersons(string script, string outcome) => Assert.Equal(outcome, CaseScript.Play($"{One}, {{kind: person, roles: [checker]}}", People, "", script));

    [Theory]
    [InlineData("ann>cat:*@1-5", "cat/ann:approve", "approved")]
    [InlineData("ann>cat:payments.*@1-5", "cat/ann:approve", "approved")]
    [InlineData("ann>cat:ledger.*@1-5", "cat/ann:approve", "APV-0104")]
    [InlineData("ann>cat:payments.batch.approve@1-5", "+4 cat/ann:approve", "approved")]
    [InlineData("ann>cat:*@1-5", "+5 cat/ann:approve", "APV-0104")]
    [InlineData("ann>cat:*@2-5", "cat/ann:approve", "APV-0104")]
    [InlineData("", "cat/ann:approve", "APV-0104")]
    [InlineData("ann>cat:*@1-5", "dan/ann:approve", "APV-0104")]
    [InlineData("ann>cat:*@1-5", "cat:approve", "APV-0105")]
    [InlineData("ann>cat:*@1-5 cat>dan:*@1-5", "dan/cat:approve", "APV-0105")]
    [InlineData("ann>cat:*@1-5 cat>dan:*@1-5", "dan/ann:approve", "APV-0104")]
    [InlineData("ini>ann:*@1-5", "ann:approve", "APV-0103")]
    [InlineData("ini>ann:*@1-5", "ann/ini:approve", "APV-0103")]
    [InlineData("ini>ann:*@1-5", "+5 ann:approve", "approved")]
    [InlineData("ini>ann:ledger.*@1-5", "ann:approve", "approved")]
    [InlineData("ann>ini:*@1-5", "ini/ann:approve", "APV-0103")]
    [InlineData("ann>ini:*@1-5", "ann:approve", "approved")]
    [InlineData("ann>cat:*@1-5", "ann- cat/ann:approve", "APV-0105")]
    public void Delegate_Decides_OnlyInThePlaceOfWhoGaveIt(string delegated, string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(One, People, delegated, script));

    [Theory]
    [InlineData("cat>ann:*@1-5", "cat:approve ann/cat:approve", "APV-0106")]
    [InlineData("cat>dan:*@1-5", "dan:approve dan/cat:approve", "APV-0106")]
    [InlineData("cat>ann:*@1-5", "ann/cat:approve dan:approve", "approved")]
    public void Investigators_ThroughADelegate_AreStillTwoPersons(string delegated, string script, string outcome) => Assert.Equal(outcome, CaseScript.Play(Two, People, delegated, script));
}
