using System.Text.Json;
using Xunit;
using Zhirong.Engine.Rules.Sharing;
using static Zhirong.Engine.Tests.Rules.Schemes;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>The risk shares of <c>lending.json</c> (R_*) by the schemes that are shipped.</summary>
public sealed class ShareGoldenTests
{
    private static readonly JsonElement Golden = Repo.Golden("lending.json");

    private const string Suzhidai = "loan.term_months: 36\nloan.rate: 0.035\nloan.signed: 2024-03-01\n";

    [Theory]
    [InlineData("8000000", "96000", "a")]
    [InlineData("10000000", "0", "b")]
    [InlineData("10000000.01", "0", "c")]
    [InlineData("20000000", "310000", "d")]
    public void Suzhidai_TheWholeBalanceDecidesTheTier(string balance, string interest, string golden)
    {
        var made = Loss(Share("jiangsu-suzhidai"), $"{Suzhidai}loan.balance: {balance}\nloss.principal: {balance}\nloss.interest: {interest}");
        var (fund, bank) = (made.Parties[0], made.Parties[1]);
        Assert.Equal((G("R_JS", golden, "fund"), G("R_JS", golden, "bankPrincipal"), G("R_JS", golden, "bankInterest")), (Yuan(fund.TotalFen), Yuan(bank.SharedFen), Yuan(bank.OutsideFen)));
        Assert.Equal(made.LossFen, fund.TotalFen + bank.TotalFen);
    }

    [Theory]
    [InlineData("loan.balance: 30000000.00\nloss.principal: 30000000", ShareState.Shared, "fund 15000000.00, bank 15000000.00")]
    [InlineData("loan.balance: 30000000.01\nloss.principal: 30000000.01", ShareState.NotCovered, "fund 0.00, bank 30000000.01")]
    public void Suzhidai_BeyondThirtyMillion_IsNotCovered(string facts, ShareState state, string parts)
    {
        var made = Loss(Share("jiangsu-suzhidai"), Suzhidai + facts);
        Assert.Equal((state, parts), (made.State, Parts(made, p => p.TotalFen)));
    }

    [Theory]
    [InlineData("3000000", "a")]
    [InlineData("1000000.01", "b")]
    [InlineData("0.05", "c")]
    public void Zhongshan_FourParties_TheBankTakesTheResidue(string loss, string golden)
    {
        var made = Loss(Share("zhongshan"), $"loss.principal: {loss}");
        Assert.All(made.Parties, p => Assert.Equal(G("R_ZS", golden, p.Party.Id), Yuan(p.TotalFen)));
    }

    [Fact]
    public void Zhongshan_Recovery_LeavesTheDirectSplitOfWhatRemains()
    {
        var made = Loss(Share("zhongshan"), "loss.principal: 3000000\nrecovery.gross: 450000\nrecovery.costs: 30000");
        Assert.Equal(42_000_000, made.NetRecoveryFen);
        Assert.All(made.Parties, p => Assert.Equal((G("R_REC", "back", p.Party.Id), G("R_REC", "netloss", p.Party.Id)), (Yuan(p.ReturnedFen), Yuan(p.FinalFen))));
        var direct = Loss(Share("zhongshan"), "loss.principal: 2580000");
        Assert.All(direct.Parties, p => Assert.Equal(G("R_REC", "direct", p.Party.Id), Yuan(p.TotalFen)));
    }

    [Fact]
    public void Zhuhai_FortyToSixty()
    {
        var made = Loss(Share("zhuhai"), "loss.principal: 2000000\nfund.balance: 40000000");
        Assert.Equal((Golden.GetProperty("R_ZH").GetProperty("fund").GetString(), Golden.GetProperty("R_ZH").GetProperty("bank").GetString()), (Yuan(made.Parties[1].TotalFen), Yuan(made.Parties[0].TotalFen)));
        // The fund pays what it has and no fen more.
        Assert.Equal("bank 1200000.01, fund 799999.99", Parts(Loss(Share("zhuhai"), "loss.principal: 2000000\nfund.balance: 799999.99"), p => p.TotalFen));
    }

    [Theory]
    [InlineData("special_mention", ShareState.NotDue, "")]
    [InlineData("substandard", ShareState.Shared, "fund 1000000.50, bank 1000000.50")]
    [InlineData("loss", ShareState.Shared, "fund 1000000.50, bank 1000000.50")]
    public void Shenzhen_PaysWhenTheLoanIsBad(string classification, ShareState state, string parts)
    {
        var made = Loss(Share("shenzhen-sme-pool"), $"loss.principal: 2000001\nloan.classification: {classification}");
        Assert.Equal((state, parts), (made.State, Parts(made, p => p.TotalFen)));
        Assert.Equal("1000000.50", Golden.GetProperty("R_SZ1to1").GetProperty("fund").GetString());
    }

    [Fact]
    public void Haikou_OnlyThePartSecuredByIntellectualProperty()
    {
        var made = Loss(Share("haikou"), "loan.ip_pledged: true\nloss.principal: 5000000\nloss.ip_principal: 3000000\nfund.size: 30000000\nfund.balance: 30000000\nfund.portfolio: 300000000");
        Assert.Equal((300_000_000L, Golden.GetProperty("R_HK").GetProperty("leverage").GetString() + ".00", true), (made.BaseFen, Yuan(made.Filing.MostFen), made.Filing.Allowed));
        // The split itself is not published: nobody's part is stated.
        Assert.Equal((ShareState.Open, 0), (made.State, made.Parties.Count));
        Assert.Contains("tiers", made.Missing);
        Assert.False(Loss(Share("haikou"), "loan.ip_pledged: true\nloss.principal: 5000000\nloss.ip_principal: 3000000\nfund.size: 30000000\nfund.balance: 30000000\nfund.portfolio: 300000000.01").Filing.Allowed);
    }

    [Fact]
    public void Shenzhen2016_AQuarter_WithinTenTimesTheFund()
    {
        var made = Loss(Share("shenzhen-ip-fund"), "guarantee.kind: guarantor\nloss.principal: 2000000\nfund.size: 30000000\nfund.portfolio: 2000000");
        Assert.Equal((Golden.GetProperty("R_SZ2016").GetProperty("comp").GetString(), Golden.GetProperty("R_SZ2016").GetProperty("cap").GetString() + ".00"), (Yuan(made.Parties[0].TotalFen), Yuan(made.Filing.MostFen)));
    }

    private static string G(string name, string part, string field) => Golden.GetProperty(name).GetProperty(part).GetProperty(field).GetString()!;
}
