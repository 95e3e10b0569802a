using System.Reflection;
using Xunit;
using Zhirong.Engine.Waterfall.Lint;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>A code is permanent and says one thing.</summary>
public sealed class LintCodeTests
{
    [Fact]
    public void Codes_OfAllRules_AreUniqueAndInTheDocument()
    {
        var codes = typeof(LintRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        var document = Repo.Read("docs", "reference", "ipabs-v1.md");
        Assert.All(codes, code => Assert.True(
            document.Contains(code, StringComparison.Ordinal) || document.Contains(code[5..], StringComparison.Ordinal), $"{code} is not in the document"));
    }
}
