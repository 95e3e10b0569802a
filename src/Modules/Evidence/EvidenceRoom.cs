using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Evidence.Storage;
using Zhirong.Modules.Evidence.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Evidence;

/// <summary>存证: can it be proved unaltered?</summary>
public sealed class EvidenceRoom : IRoom
{
    public IRoomModel Model { get; } = new EvidenceTables();

    public void Register(IServiceCollection parts) => parts.AddSingleton<IWitness, LeafWitness>().AddSingleton<Sequencer>().AddSingleton<IHealth>(all => all.GetRequiredService<Sequencer>()).AddHostedService<SequencerLoop>();

    /// <summary>Checks the log against what lies outside the database.</summary>
    /// <param name="keys">The folder of the log's keys and its last signed checkpoint; null when it is not at hand.</param>
    /// <param name="kept">Files with checkpoints or bundles kept elsewhere.</param>
    public static IEnumerable<StoreCheck> Against(Session session, string? keys, IReadOnlyList<string> kept) => new OutsideCare(session).Verify(keys, kept);

    public void Map(IEndpointRouteBuilder api)
    {
        ReadLog.Map(api);
        ListLeaves.Map(api);
        MakeBundle.Map(api);
        EraseContent.Map(api);
        VerifyBundle.Map(api);
    }
}

/// <summary>Evidence of what the platform itself did.</summary>
internal sealed class LeafWitness(TimeProvider clock) : IWitness
{
    public void Record(ZhirongContext work, string name, string subjectKind, string subjectId, JsonObject content) =>
        EvidenceLeaves.Record(work, new(name, subjectKind, subjectId, content), clock);
}
