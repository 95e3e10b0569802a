using Xunit;
using Zhirong.Cases;

namespace Zhirong.Host.Tests.Cases;

/// <summary>The shipped cases can fail: each variation turns exactly the checks it names.</summary>
public abstract class VariationTests
{
    private protected static void FailsExactlyTheNamedChecks(string id, string name)
    {
        var variation = CaseRun.Read(CaseFiles.Shipped(id)).Case!.Variations.First(v => v.Id == name);

        var failed = CaseFiles.PlayOnDesk(id, null, [.. variation.Set]).Checks.Where(c => c.Status == CheckStatus.Fail).Select(c => c.Check.Id);

        Assert.Equal(variation.MustFail.Order(StringComparer.Ordinal), failed.Order(StringComparer.Ordinal));
        Assert.NotEmpty(variation.MustFail);
    }

    /// <param name="half">0 or 1: cases are dealt to two classes, which run side by side.</param>
    private protected static TheoryData<string, string> Half(int half)
    {
        var data = new TheoryData<string, string>();
        foreach (var id in CaseFiles.Ids.Where((_, i) => i / 2 % 2 == half))
        {
            foreach (var variation in CaseFiles.Some(id, CaseRun.Read(CaseFiles.Shipped(id)).Case!.Variations))
            {
                data.Add(id, variation.Id);
            }
        }

        return data;
    }
}

public sealed class FirstVariationTests : VariationTests
{
    public static TheoryData<string, string> Variations => Half(0);

    [Theory]
    [MemberData(nameof(Variations))]
    public void Play_Variation_FailsExactlyTheNamedChecks(string id, string name) => FailsExactlyTheNamedChecks(id, name);
}

public sealed class SecondVariationTests : VariationTests
{
    public static TheoryData<string, string> Variations => Half(1);

    [Theory]
    [MemberData(nameof(Variations))]
    public void Play_Variation_FailsExactlyTheNamedChecks(string id, string name) => FailsExactlyTheNamedChecks(id, name);
}
