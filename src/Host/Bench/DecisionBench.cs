using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;
using Zhirong.Engine.Rules.Writing;

namespace Zhirong.Host.Bench;

/// <summary>Times decisions by a policy of 200 rows read from a file, over 64 applications read from a file.</summary>
internal static class DecisionBench
{
    /// <summary>What was asked of a decision without and with full explanation, microseconds.</summary>
    private const double Plain = 5, Explained = 20;

    public static IEnumerable<BenchLine> Run()
    {
        var policy = PolicyResolution.Of(PolicyReader.Read(File.ReadAllBytes(Path.Combine(Home.Folder, "bench", "policy-200.yaml"))).Value, []).Value;
        var facts = FactsReader.Read(File.ReadAllBytes(Path.Combine(Home.Folder, "bench", "policy-facts.yaml"))).Value.Select(a => FactsReader.Bind(policy.Definition, a).Value).ToArray();
        var plain = PerDecision(facts, f => policy.Decide(f, explain: false).Reasons.Count);
        yield return new("decide.plain", plain.Seconds * 1e6, Plain, "us");
        yield return new("decide.plain.alloc", plain.Bytes, null, "bytes");
        var explained = PerDecision(facts, f => policy.Decide(f).Steps.Count);
        yield return new("decide.explained", explained.Seconds * 1e6, Explained, "us");
        yield return new("decide.explained.alloc", explained.Bytes, null, "bytes");
        using var memory = new MemoryStream();
        var written = PerDecision(facts, f =>
        {
            memory.SetLength(0);
            using var writer = new Utf8JsonWriter(memory);
            DecisionJson.Write(writer, policy.Decide(f), CommandLine.Version, Language.Zh);
            return (int)writer.BytesPending;
        });
        yield return new("decide.written", written.Seconds * 1e6, null, "us");
    }

    private static (double Seconds, double Bytes) PerDecision(FactSet[] facts, Func<FactSet, int> decide)
    {
        const int Rounds = 40;
        var sum = 0L;
        void All()
        {
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var set in facts)
                {
                    sum += decide(set);
                }
            }
        }

        // Processor time: what else the machine does is not the decision's.
        var (seconds, bytes) = (ThreadClock.PerUnit(All, Rounds * facts.Length), Stopwatches.PerUnit(All, Rounds * facts.Length).Bytes);
        GC.KeepAlive(sum);
        return (seconds, bytes);
    }
}
