using Xunit;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

public sealed class TamperedBundlesTests
{
    private static readonly byte[] Bundle = File.ReadAllBytes(Path.Combine(Repo.Root, "docs", "reference", "examples", "evidence-bundle.json"));

    private static readonly LogIdentity Log = LogIdentity.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "docs", "reference", "examples", "evidence-log.json"))).Value;

    [Fact]
    public void Said_ToTheExampleAsItIs_IsNothing() => Assert.Empty(TamperedBundles.Said(Bundle, Log));

    [Fact]
    public void Write_ExampleOfTheDocuments_IsTheGoldenSet() =>
        Assert.Equal(Repo.Read("tests", "golden", "tampered-bundles.json"), TamperedBundles.Write(Bundle, Log));

    [Fact]
    public void Said_ToEveryChange_IsSomethingUnlessOnlyTheLastLineEndIsGone()
    {
        var unseen = TamperedBundles.Of(Bundle).Where(change => !TamperedBundles.Said(change.Of(Bundle), Log).Any()).ToList();

        Assert.Equal("}]}"u8.ToArray(), Assert.Single(unseen).Insert);
    }
}
