using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Engine.Proof;

namespace Zhirong.Engine.Tests.Proof;

/// <summary>A small log with keys of its own; the same seed gives the same leaves and the same trees.</summary>
internal sealed class LogSample
{
    private readonly MemoryTiles sha256 = new(), sm3 = new();
    private readonly TileTree sha256Tree, sm3Tree;
    private readonly List<(byte[] Salt, byte[] Content)> kept = [];

    public LogSample(int leaves, int seed = 1)
    {
        (sha256Tree, sm3Tree) = (new(TreeHash.Sha256, sha256), new(TreeHash.Sm3, sm3));
        Signers = [.. SignatureAlgorithms.All.Select(a => new MemorySigner(a, Secret(a, seed)))];
        Log = new(LogIdentity.OriginOf(Id(seed, 0xffff)), [.. Signers.Select(s => s.Key)]);
        for (var i = 0; i < leaves; i++)
        {
            Add(i, seed);
        }

        sha256.Keep(sha256Tree.Append(0, Leaves.Select(l => TreeHash.Sha256.Leaf(l.ToBytes())).ToArray()));
        sm3.Keep(sm3Tree.Append(0, Leaves.Select(l => TreeHash.Sm3.Leaf(l.ToBytes())).ToArray()));
    }

    public LogIdentity Log { get; }

    public IReadOnlyList<ICheckpointSigner> Signers { get; }

    public List<EvidenceLeaf> Leaves { get; } = [];

    private static byte[] Secret(SignatureAlgorithm algorithm, int seed) => Sm3.Hash(Encoding.ASCII.GetBytes($"{algorithm} {seed}")).ToArray() is var key && (key[0] &= 0x7f) >= 0 ? key : [];

    private static Guid Id(int seed, int number) => new(0x019ab000 + seed, (short)number, 0x7000, 0x80, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number);

    private void Add(int i, int seed)
    {
        var content = CanonicalJson.Of(new JsonObject { ["memo"] = $"第 {i} 笔 \"质押\"\n", ["amount"] = $"{i}.00", ["n"] = i, ["lines"] = new JsonArray("借", null, true, -i) }).Value;
        var salt = Sm3.Hash(Encoding.ASCII.GetBytes($"salt {seed} {i}")).ToArray();
        kept.Add((salt, content));
        Leaves.Add(new()
        {
            Id = Id(seed, i),
            Org = Id(seed, 0xfffe),
            At = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero).AddMicroseconds((i * 1000) + 123),
            By = "本机用户",
            Event = "EntryPosted",
            Subject = new("entry", $"E-{i}"),
            Commitment = Commitment.Of(salt, content),
        });
    }

    public SignedCheckpoint Checkpoint(int size) => SignedCheckpoint.Sign(
        new() { At = new DateTimeOffset(2026, 11, 25, 13, 0, size % 60, TimeSpan.Zero), Origin = Log.Origin, Size = size, Roots = new(sha256Tree.Root(size), sm3Tree.Root(size)) }, Signers);

    public BundleItem Item(int index, int size, bool erased = false) => new()
    {
        Leaf = Leaves[index],
        LeafHash = DualDigest.Leaf(Leaves[index].ToBytes()),
        Index = index,
        Inclusion = new(sha256Tree.Inclusion(index, size), sm3Tree.Inclusion(index, size)),
        Content = erased ? null : kept[index].Content,
        Salt = erased ? null : kept[index].Salt,
    };

    public EarlierCheckpoint Earlier(int from, int to) => new(Checkpoint(from), new(sha256Tree.Consistency(from, to), sm3Tree.Consistency(from, to)));

    public EvidenceBundle Bundle(int size, int? earlier, params int[] items) => new()
    {
        Log = Log,
        Signed = Checkpoint(size),
        Items = [.. items.Select(i => Item(i, size))],
        Earlier = earlier is { } from ? Earlier(from, size) : null,
    };
}
