using System.Text;
using Xunit;
using Zhirong.Engine.Credit.Reading;

namespace Zhirong.Engine.Tests.Credit;

/// <summary>Loans that are wrong in one place: code and path, in the reader's order of precedence.</summary>
public sealed class LoanTermsReaderTests
{
    private const string Good = """{"principal":"10000.00","annualRate":"0.12","disbursedOn":"2023-12-12","count":6,"every":"1M","method":"equalInstalment","dayCount":null,"convention":"cn","engine":null,"firstDueOn":null,"interestDay":null,"monthEnd":"clamp","downPayment":null,"graceOnPrincipal":0,"instalmentMultiple":null,"interestPeriod":"daily"}""";

    [Fact]
    public void Read_EveryKeyOfTheContract_IsTaken() => Assert.Empty(Loans.Refused(Good));

    [Theory]
    [InlineData("\"10000.00\"", "0", "CRED-0201 principal")]
    [InlineData("\"10000.00\"", "-1", "FLD-0102 principal")]
    [InlineData("\"10000.00\"", "1000000000000000", "FLD-0102 principal")]
    [InlineData("\"10000.00\"", "0.001", "FLD-0102 principal")]
    [InlineData("\"10000.00\"", "[]", "FLD-0102 principal")]
    [InlineData("\"10000.00\"", "\"一万元\"", "FLD-0102 principal")]
    [InlineData("\"0.12\"", "-0.01", "FLD-0102 annualRate")]
    [InlineData("\"0.12\"", "4.9", "FLD-0102 annualRate")]
    [InlineData("\"0.12\"", "1.000000000001", "FLD-0102 annualRate")]
    [InlineData("\"0.12\"", "NaN", "FLD-0102 annualRate")]
    [InlineData("\"0.12\"", "null", "CRED-0202 annualRate")]
    [InlineData("\"annualRate\":\"0.12\"", "\"annualRate\":\"0.12\",\"lpr\":{\"tenor\":\"1Y\",\"spreadBp\":5}", "CRED-0202 lpr")]
    [InlineData("\"annualRate\":\"0.12\"", "\"lpr\":{\"tenor\":\"1Y\",\"spreadBp\":-5000}", "CRED-0212 lpr.spreadBp")]
    [InlineData("\"annualRate\":\"0.12\"", "\"lpr\":{\"tenor\":\"1Y\",\"spreadBp\":0.00001}", "FLD-0102 lpr.spreadBp")]
    [InlineData("\"annualRate\":\"0.12\"", "\"lpr\":{\"tenor\":\"1Y\",\"spreadBp\":5,\"quotedOn\":\"2018-01-01\"}", "CRED-0102 lpr.quotedOn")]
    [InlineData("\"annualRate\":\"0.12\"", "\"lpr\":{\"tenor\":\"1Y\",\"spreadBp\":5,\"quotedOn\":\"2099-01-01\"}", "CRED-0103 lpr.quotedOn")]
    [InlineData("\"annualRate\":\"0.12\"", "\"lpr\":{\"tenor\":\"1Y\",\"spreadBp\":5,\"reprice\":\"often\"}", "SCHD-0102 lpr.reprice")]
    [InlineData("2023-12-12", "2023-02-29", "FLD-0102 disbursedOn")]
    [InlineData("\"2023-12-12\"", "null", "FLD-0101 disbursedOn")]
    [InlineData("\"count\":6", "\"count\":0", "FLD-0102 count")]
    [InlineData("\"count\":6", "\"count\":100000", "FLD-0102 count")]
    [InlineData("\"count\":6", "\"count\":2.5", "FLD-0102 count")]
    [InlineData("\"1M\"", "\"0M\"", "SCHD-0102 every")]
    [InlineData("\"1M\"", "\"month\"", "SCHD-0102 every")]
    [InlineData("\"1M\"", "\"9999Y\"", "CRED-0205 count")]
    [InlineData("equalInstalment", "equalInstallment", "FLD-0103 method")]
    [InlineData("\"cn\"", "\"us\"", "FLD-0103 convention")]
    [InlineData("\"dayCount\":null", "\"dayCount\":\"ACT/365\"", "FLD-0103 dayCount")]
    [InlineData("\"firstDueOn\":null", "\"firstDueOn\":\"2023-12-12\"", "CRED-0204 firstDueOn")]
    [InlineData("\"firstDueOn\":null", "\"firstDueOn\":\"2023-12-11\"", "CRED-0204 firstDueOn")]
    [InlineData("\"interestDay\":null", "\"interestDay\":20", "CRED-0203 interestDay")]
    [InlineData("\"interestDay\":null", "\"interestDay\":32", "FLD-0102 interestDay")]
    [InlineData("\"downPayment\":null", "\"downPayment\":10000", "CRED-0207 downPayment")]
    [InlineData("\"graceOnPrincipal\":0", "\"graceOnPrincipal\":6", "CRED-0206 graceOnPrincipal")]
    [InlineData("\"instalmentMultiple\":null", "\"instalmentMultiple\":0", "CRED-0210 instalmentMultiple")]
    [InlineData("\"interestPeriod\"", "\"intrestPeriod\"", "FLD-0104 intrestPeriod")]
    [InlineData("\"count\":6", "\"plan\":[],\"count\":6", "CRED-0203 plan")]
    public void Read_OneFault_IsNamed(string from, string to, string refused)
    {
        Assert.Contains(from, Good, StringComparison.Ordinal);
        Assert.Equal([refused], Loans.Refused(Good.Replace(from, to)));
    }

    [Theory]
    [InlineData("count: 1", "FLD-0101 plan")]
    [InlineData("count: 1\nplan: [{dueOn: 2025-03-01, principal: 100}]", "CRED-0203 count")]
    [InlineData("plan: []", "CRED-0209 plan")]
    [InlineData("plan: [{dueOn: 2025-01-01, principal: 100}]", "CRED-0208 plan.0.dueOn")]
    [InlineData("plan: [{dueOn: 2025-03-01, principal: 40}, {dueOn: 2025-03-01, principal: 60}]", "CRED-0208 plan.1.dueOn")]
    [InlineData("plan: [{dueOn: 2025-03-01, principal: 99.99}]", "CRED-0209 plan")]
    [InlineData("plan: [{dueOn: 2025-03-01, principle: 100}]", "FLD-0101 plan.0.principal", "FLD-0104 plan.0.principle")]
    [InlineData("plan: [7]", "FLD-0102 plan.0")]
    public void Read_CustomPlan_IsHeldAgainstTheLoan(string plan, params string[] refused) =>
        Assert.Equal(refused, Loans.Refused($"principal: 100\nannualRate: 0.05\ndisbursedOn: 2025-01-01\nmethod: custom\n{plan}\n"));

    [Fact]
    public void Read_SeveralFaults_AreAllNamedWithTheirPlaces()
    {
        var refusals = LoanTermsReader.Read(Encoding.UTF8.GetBytes("principal: x\nannualRate: 2\ncount: 0\nmethod: balloon\nrate: 1\n")).Refusals;

        Assert.Equal(
            ["FLD-0101 disbursedOn 1:1", "FLD-0102 principal 1:12", "FLD-0102 annualRate 2:13", "FLD-0102 count 3:8", "FLD-0103 method 4:9", "FLD-0104 rate 5:1"],
            refusals.Select(r => $"{r.Code} {r.Path} {r.Line}:{r.Column}"));
    }

    /// <summary>The largest loan at 100 % for a hundred years owes more than 64 bits hold; a hundredth of it does not.</summary>
    [Theory]
    [InlineData("999999999999999.99", "CRED-0211 principal")]
    [InlineData("9999999999999.99")]
    public void Of_SumsBeyondSixtyFourBits_AreRefused(string principal, params string[] refused) => Assert.Equal(
        refused, Loans.Refused($$"""{"principal":"{{principal}}","annualRate":"1","disbursedOn":"2025-01-01","count":1200,"method":"interestThenBullet"}"""));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{")]
    public void Read_NoMapAtAll_IsRefused(string text) => Assert.NotEmpty(Loans.Refused(text));
}
