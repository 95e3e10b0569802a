using System.Text.Json;
using Xunit;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

/// <summary>The vectors of the reference verifier: what it takes we take, what it refuses we refuse.</summary>
public sealed class MerkleProofTests
{
    private static readonly JsonElement Golden = Repo.Golden("merkle-proofs.json");

    private static List<Digest>? Digests(JsonElement list)
    {
        var digests = list.EnumerateArray().Select(Read).ToList();
        return digests.Contains(null) ? null : [.. digests.Select(d => d!.Value)];
    }

    private static Digest? Read(JsonElement hex) => Digest.TryParse(hex.GetString(), out var digest) ? digest : null;

    // Numbers above 2^63 are no index of ours.
    private static long Number(JsonElement row, string name) => row.GetProperty(name).TryGetInt64(out var number) ? number : -1;

    [Fact]
    public void Hashes_OfTheReference_AreOurs()
    {
        var leaves = Golden.GetProperty("leafInputsHex").EnumerateArray().Select(l => TreeHash.Sha256.Leaf(Convert.FromHexString(l.GetString()!))).ToArray();
        var tiles = new MemoryTiles();
        var tree = new TileTree(TreeHash.Sha256, tiles);
        tiles.Keep(tree.Append(0, leaves));
        var roots = Golden.GetProperty("rootsBySize").EnumerateArray().Select(r => r.GetString()!).ToList();

        Assert.Equal(roots, Enumerable.Range(0, roots.Count).Select(size => tree.Root(size).ToString()));
        foreach (var row in Golden.GetProperty("hasher").EnumerateArray().Where(row => row.TryGetProperty("leafHex", out _)))
        {
            Assert.Equal(row.GetProperty("hex").GetString(), TreeHash.Sha256.Leaf(Convert.FromHexString(row.GetProperty("leafHex").GetString()!)).ToString());
        }
    }

    [Fact]
    public void VerifyInclusion_EveryVector_IsJudgedAsTheReferenceDoes()
    {
        foreach (var row in Golden.GetProperty("inclusion").EnumerateArray())
        {
            var good = Read(row.GetProperty("leafHash")) is { } leaf && Read(row.GetProperty("root")) is { } root && Digests(row.GetProperty("proof")) is { } proof
                && MerkleProof.VerifyInclusion(TreeHash.Sha256, Number(row, "leafIdx"), Number(row, "treeSize"), leaf, proof, root);

            Assert.True(good != row.GetProperty("wantErr").GetBoolean(), row.GetProperty("file").GetString());
        }
    }

    [Fact]
    public void VerifyConsistency_EveryVector_IsJudgedAsTheReferenceDoes()
    {
        foreach (var row in Golden.GetProperty("consistency").EnumerateArray())
        {
            var good = Read(row.GetProperty("root1")) is { } from && Read(row.GetProperty("root2")) is { } to && Digests(row.GetProperty("proof")) is { } proof
                && MerkleProof.VerifyConsistency(TreeHash.Sha256, Number(row, "size1"), Number(row, "size2"), proof, from, to);

            Assert.True(good != row.GetProperty("wantErr").GetBoolean(), row.GetProperty("file").GetString());
        }
    }

    [Fact]
    public void Verify_ImpossibleNumbers_AreRefusedWithoutAnError()
    {
        Digest zero = default;
        foreach (var (a, b) in ((long, long)[])[(long.MinValue, long.MaxValue), (long.MaxValue, long.MaxValue), (long.MaxValue - 1, long.MaxValue), (0, 0), (-1, -1), (0, long.MinValue), (5, -5)])
        {
            Assert.False(MerkleProof.VerifyInclusion(TreeHash.Sm3, a, b, zero, [], zero));
            Assert.False(MerkleProof.VerifyConsistency(TreeHash.Sm3, a, b, [zero], zero, zero));
        }
    }

    [Fact]
    public void VerifyConsistency_EmptyTreeFirst_ProvesNothing()
    {
        var leaf = TreeHash.Sm3.Leaf([]);
        Assert.False(MerkleProof.VerifyConsistency(TreeHash.Sm3, 0, 1, [], TreeHash.Sm3.Empty(), leaf));
        Assert.False(MerkleProof.VerifyConsistency(TreeHash.Sm3, 0, 1, [leaf], TreeHash.Sm3.Empty(), leaf));
    }
}
