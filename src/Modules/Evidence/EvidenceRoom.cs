using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Modules.Evidence.Log;
using Zhirong.Modules.Evidence.Storage;
using Zhirong.Modules.Evidence.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Evidence;

/// <summary>存证: can it be proved unaltered?</summary>
public sealed class EvidenceRoom : IRoom
{
    public IRoomModel Model { get; } = new EvidenceTables();

    public void Register(IServiceCollection parts) => parts.AddSingleton<Sequencer>().AddHostedService<SequencerLoop>();

    public void Map(IEndpointRouteBuilder api)
    {
        ReadLog.Map(api);
        ListLeaves.Map(api);
        MakeBundle.Map(api);
        EraseContent.Map(api);
        VerifyBundle.Map(api);
    }
}
