using Zhirong.Crash.Writer;
using Zhirong.Engine.Proof;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Trouble;

/// <summary>Looks at what a killed process left, without trusting a line of it.</summary>
internal sealed class CrashJudge(string target, int seed)
{
    /// <summary>Failed checks of the whole database; null when it was killed before there was one and nothing had been promised.</summary>
    public List<string>? Verify(bool nothingPromised)
    {
        try
        {
            return [.. StoreCare.Verify(target, CrashWriter.Rooms).Where(c => !c.Holds).Select(c => $"{c.Name}: {string.Join(", ", c.Wrong)}")];
        }
        catch (StorageException refused) when (nothingPromised && refused.Refusal.Code is "STO-0114" or "STO-0115")
        {
            return null;
        }
    }

    public static LogIdentity? Identity(Session session) => new EvidenceLog(session).Identity;

    /// <summary>Every acknowledged entry is there once, with one leaf; nothing that was never sent; debits are credits.</summary>
    public IEnumerable<string> Entries(Session session, IReadOnlySet<int> acknowledged, int sent)
    {
        var counts = Counts(session, "SELECT id, count(*) FROM ldg_entry GROUP BY id");
        var leaves = Counts(session, "SELECT subject_id, count(*) FROM evd_leaf WHERE subject_kind = 'entry' GROUP BY subject_id");
        foreach (var number in acknowledged.Where(n => !counts.ContainsKey(Id(n))))
        {
            yield return $"entry {number} was acknowledged and is lost";
        }

        foreach (var (id, count) in counts.Where(c => c.Value != 1 || leaves.GetValueOrDefault(c.Key) != 1))
        {
            yield return $"entry {id} stands {count} times with {leaves.GetValueOrDefault(id)} leaves";
        }

        foreach (var id in counts.Keys.Except(Enumerable.Range(0, sent).Select(Id)))
        {
            yield return $"entry {id} was never sent";
        }

        var net = session.First("SELECT cast(coalesce(sum(debit) - sum(credit), 0) AS bigint) FROM ldg_account", row => row.Long(0));
        if (net != 0)
        {
            yield return $"debits and credits differ by {net} fen";
        }
    }

    /// <summary>The log today begins with the log of a checkpoint handed out earlier, both signed by the pinned keys.</summary>
    public static IEnumerable<string> Log(Session session, SignedCheckpoint given, LogIdentity pinned)
    {
        var log = new EvidenceLog(session);
        if (log.Latest?.Signed is not { } today || today.Checkpoint.Size < given.Checkpoint.Size)
        {
            yield return $"the log is shorter than the checkpoint handed out ({given.Checkpoint.Size})";
            yield break;
        }

        if (!pinned.Keys.All(given.IsSignedBy) || !pinned.Keys.All(today.IsSignedBy) || today.Checkpoint.Origin != given.Checkpoint.Origin)
        {
            yield return "a checkpoint is not signed by the log's keys";
        }

        var (from, to) = (given.Checkpoint.Size, today.Checkpoint.Size);
        var proof = log.Consistency(from, to);
        if (!MerkleProof.VerifyConsistency(TreeHash.Sha256, from, to, proof.Sha256, given.Checkpoint.Roots.Sha256, today.Checkpoint.Roots.Sha256)
            || !MerkleProof.VerifyConsistency(TreeHash.Sm3, from, to, proof.Sm3, given.Checkpoint.Roots.Sm3, today.Checkpoint.Roots.Sm3))
        {
            yield return $"the log of {to} leaves does not begin with the log of {from} handed out";
        }
    }

    private string Id(int number) => RowValues.Of(SeededEntries.Id(seed, number));

    private static Dictionary<string, long> Counts(Session session, string sql) => session.List(sql, row => (row.Text(0), row.Long(1))).ToDictionary(r => r.Item1, r => r.Item2);
}
