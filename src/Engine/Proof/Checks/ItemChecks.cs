namespace Zhirong.Engine.Proof;

/// <summary>Is each leaf what its hash says, does its content open the commitment, and does it stand in the tree?</summary>
internal static class ItemChecks
{
    public static IReadOnlyList<TreeHash> Hashes { get; } = [TreeHash.Sha256, TreeHash.Sm3];

    public static string Word(TreeHash hash) => hash == TreeHash.Sm3 ? "sm3" : "sha256";

    public static IEnumerable<ProofCheck> Leaf(ExaminedBundle examined) => Each(examined, Leaf);

    public static IEnumerable<ProofCheck> Content(ExaminedBundle examined) => Each(examined, (name, number, item, _) => [Content(name, number, item)]);

    public static IEnumerable<ProofCheck> Inclusion(ExaminedBundle examined) => Each(examined, Inclusion);

    private static IEnumerable<ProofCheck> Each(ExaminedBundle examined, Func<string, int, BundleItem, Checkpoint, IEnumerable<ProofCheck>> judge) =>
        examined.Bundle is { } bundle ? bundle.Items.SelectMany((item, i) => judge($"items[{i}].", i + 1, item, bundle.Signed.Checkpoint)) : [];

    private static IEnumerable<ProofCheck> Leaf(string prefix, int number, BundleItem item, Checkpoint checkpoint)
    {
        var computed = DualDigest.Leaf(item.Leaf.ToBytes());
        foreach (var hash in Hashes)
        {
            var (found, stated) = (computed.Of(hash), item.LeafHash.Of(hash));
            var name = $"{prefix}leaf.{Word(hash)}";
            yield return found == stated
                ? ProofCheck.Passed(name, new($"第 {number} 项：叶子与其散列相符", $"Item {number}: the leaf has the hash that is stated"))
                : ProofCheck.Failed(name, found.ToString(), stated.ToString(), new(
                    $"第 {number} 项：叶子与其散列不符，其一被改动", $"Item {number}: the leaf does not have the hash that is stated; one was changed"));
        }
    }

    private static ProofCheck Content(string prefix, int number, BundleItem item)
    {
        var name = $"{prefix}content";
        if (item.Content is not { } content || item.Salt is not { } salt)
        {
            return ProofCheck.Left(name, new($"第 {number} 项：内容已删除，只证明它存在过", $"Item {number}: the content was erased; only that it existed is proved"));
        }

        var (found, promised) = (Commitment.Of(salt, content), item.Leaf.Commitment);
        return found == promised
            ? ProofCheck.Passed(name, new($"第 {number} 项：内容就是叶子所承诺的", $"Item {number}: the content is what the leaf commits to"))
            : ProofCheck.Failed(name, $"{found.Sha256}, {found.Sm3}", $"{promised.Sha256}, {promised.Sm3}", new(
                $"第 {number} 项：内容打不开叶子里的承诺，内容、随机数或承诺被改动", $"Item {number}: the content does not open the leaf's commitment; content, salt or commitment was changed"));
    }

    private static IEnumerable<ProofCheck> Inclusion(string prefix, int number, BundleItem item, Checkpoint checkpoint)
    {
        foreach (var hash in Hashes)
        {
            var root = checkpoint.Roots.Of(hash);
            var proof = item.Inclusion.Of(hash);
            var reached = MerkleProof.InclusionRoot(hash, item.Index, checkpoint.Size, item.LeafHash.Of(hash), proof);
            var name = $"{prefix}inclusion.{Word(hash)}";
            yield return reached == root
                ? ProofCheck.Passed(name, new($"第 {number} 项：在日志序号 {item.Index} 处（从 0 起，共 {checkpoint.Size} 条）", $"Item {number}: stands at index {item.Index}, from 0, of {checkpoint.Size} leaves"))
                : ProofCheck.Failed(name, reached?.ToString() ?? $"{item.Index}/{checkpoint.Size}, {proof.Count} hashes", root.ToString(), new(
                    $"第 {number} 项：走不到检查点的根，不在这本日志的此处，或证明被改动", $"Item {number}: the path does not reach the checkpoint's root; it does not stand there, or the proof was changed"));
        }
    }
}
