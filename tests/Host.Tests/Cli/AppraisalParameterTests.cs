using Xunit;

namespace Zhirong.Host.Tests.Cli;

/// <summary>The appraisal takes its annual fees from the register's table: there is one.</summary>
public sealed class AppraisalParameterTests
{
    [Theory]
    [InlineData("cn-invention", 20, "900 1200 2000 4000 6000 8000")]
    [InlineData("cn-utility-model", 10, "600 900 1200 2000")]
    [InlineData("cn-design", 15, "600 900 1200 2000 3000")]
    public void Fees_OfACategory_AreTheRegisters(string id, int years, string amounts)
    {
        var table = Home.Appraisal().Fees.Single(t => t.Id == id);

        Assert.Equal((years, amounts), (table.Fees.Count, string.Join(' ', table.Fees.Distinct().Select(f => $"{f:0}"))));
        Assert.Contains("unverified", table.Source, StringComparison.Ordinal);
    }
}
