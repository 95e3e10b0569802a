using Xunit;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

public sealed class TileTreeTests
{
    private static Digest[] Leaves(TreeHash hash, int count, int seed = 6962)
    {
        var luck = new Random(seed);
        var data = new byte[8];
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            luck.NextBytes(data);
            return hash.Leaf(data);
        })];
    }

    private static (TileTree Tree, MemoryTiles Tiles) Grown(TreeHash hash, ReadOnlySpan<Digest> leaves)
    {
        var tiles = new MemoryTiles();
        var tree = new TileTree(hash, tiles);
        tiles.Keep(tree.Append(0, leaves));
        return (tree, tiles);
    }

    [Theory]
    [InlineData(TreeHash.Sha256)]
    [InlineData(TreeHash.Sm3)]
    public void Tree_EverySizeToThreeHundred_AgreesWithTheDefinitions(TreeHash hash)
    {
        const int Most = 300;
        var leaves = Leaves(hash, Most);
        var naive = new NaiveTree(hash, leaves);
        var (tree, _) = Grown(hash, leaves);
        for (var size = 0; size <= Most; size++)
        {
            Assert.Equal(naive.Root(size), tree.Root(size));
            for (var i = 0; i < size; i += size > 40 ? 13 : 1)
            {
                var path = tree.Inclusion(i, size);
                Assert.Equal(naive.Path(i, size), path);
                Assert.True(MerkleProof.VerifyInclusion(hash, i, size, leaves[i], path, naive.Root(size)));
                var proof = tree.Consistency(i + 1, size);
                Assert.Equal(naive.Proof(i + 1, size), proof);
                Assert.True(MerkleProof.VerifyConsistency(hash, i + 1, size, proof, naive.Root(i + 1), naive.Root(size)));
            }
        }
    }

    [Theory]
    [InlineData(TreeHash.Sha256)]
    [InlineData(TreeHash.Sm3)]
    public void Tree_RandomSizesToSeventyThousand_AgreeAndReadFewTiles(TreeHash hash)
    {
        var seed = Repo.Long ? Environment.TickCount : 9162;
        var luck = new Random(seed);
        var leaves = Leaves(hash, 70_000, seed);
        var naive = new NaiveTree(hash, leaves);
        var (tree, tiles) = Grown(hash, leaves);
        int[] sizes = [65_535, 65_536, 65_537, 70_000, .. Enumerable.Range(0, 3).Select(_ => luck.Next(300, 70_000))];
        foreach (var size in sizes)
        {
            var root = naive.Root(size);
            Assert.Equal(root, Counted(tiles, 3, () => tree.Root(size)));
            var index = luck.Next(size);
            Assert.Equal(naive.Path(index, size), Counted(tiles, 6, () => tree.Inclusion(index, size)));
            var from = luck.Next(1, size);
            var proof = Counted(tiles, 6, () => tree.Consistency(from, size));
            Assert.Equal(naive.Proof(from, size), proof);
            Assert.True(MerkleProof.VerifyConsistency(hash, from, size, proof, naive.Root(from), root), $"seed {seed}: {from} to {size}");
        }
    }

    private static T Counted<T>(MemoryTiles tiles, int most, Func<T> ask)
    {
        tiles.Reads = 0;
        var answer = ask();
        Assert.InRange(tiles.Reads, 1, most);
        return answer;
    }

    [Theory]
    [InlineData(TreeHash.Sha256)]
    [InlineData(TreeHash.Sm3)]
    public void Append_AnySplit_GivesTheSameTiles(TreeHash hash)
    {
        const int Seed = 42;
        var leaves = Leaves(hash, 66_000);
        var (whole, wanted) = Grown(hash, leaves);
        var luck = new Random(Seed);
        for (var round = 0; round < 4; round++)
        {
            var tiles = new MemoryTiles();
            var tree = new TileTree(hash, tiles);
            for (var size = 0; size < leaves.Length;)
            {
                var count = Math.Min(leaves.Length - size, round == 0 ? luck.Next(1, 300) : luck.Next(1, 20_000));
                tiles.Reads = 0;
                var growth = tiles.Keep(tree.Append(size, leaves.AsSpan(size, count)));
                size += count;
                Assert.Equal((size, whole.Root(size)), (growth.Size, growth.Root));
                Assert.All(growth.Tiles, tile => Assert.Equal(tile.Id.CountAt(size), tile.Count));
            }

            Assert.Equal(wanted.Stored.Keys.ToHashSet(), tiles.Stored.Keys.ToHashSet());
            Assert.All(wanted.Stored.Values, tile => Assert.True(tile.Hashes.Span.SequenceEqual(tiles.Stored[tile.Id].Hashes.Span)));
        }
    }

    [Fact]
    public void Append_Nothing_ChangesNothing()
    {
        var (tree, _) = Grown(TreeHash.Sm3, Leaves(TreeHash.Sm3, 5));

        var growth = tree.Append(5, []);

        Assert.Equal((5L, tree.Root(5), 0), (growth.Size, growth.Root, growth.Tiles.Count));
        Assert.Equal(TreeHash.Sm3.Empty(), new TileTree(TreeHash.Sm3, new MemoryTiles()).Append(0, []).Root);
    }

    [Theory]
    [InlineData(0, 0, 255, 255)]
    [InlineData(0, 0, 256, 256)]
    [InlineData(0, 1, 256, 0)]
    [InlineData(0, 1, 257, 1)]
    [InlineData(1, 0, 255, 0)]
    [InlineData(1, 0, 65_535, 255)]
    [InlineData(1, 0, 65_536, 256)]
    [InlineData(2, 0, 65_536, 1)]
    public void CountAt_AroundFullTiles_CountsFullSubtreesOnly(int level, long number, long size, int count) =>
        Assert.Equal(count, new TileId(level, number).CountAt(size));

    [Fact]
    public void Tree_OutsideItsLeaves_Throws()
    {
        var (tree, tiles) = Grown(TreeHash.Sha256, Leaves(TreeHash.Sha256, 10));

        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Inclusion(10, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Inclusion(-1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Consistency(0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Consistency(11, 10));
        Assert.Throws<InvalidOperationException>(() => tree.Root(11));
        tiles.Stored[new(0, 0)] = new(new(0, 0), new byte[9 * 32]);
        Assert.Throws<InvalidOperationException>(() => tree.Append(10, [default]));
    }
}
