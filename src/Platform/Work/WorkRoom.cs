using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work.Model;
using Zhirong.Platform.Work.Storage;
using Zhirong.Platform.Work.UseCases;
using Zhirong.Platform.Work.Worker;

namespace Zhirong.Platform.Work;

/// <summary>任务: what takes long, how far is it, and what came of it?</summary>
/// <param name="atOnce">Shards this process does at the same time; 0 leaves the work to others.</param>
public sealed class WorkRoom(int atOnce = 0) : IRoom
{
    public IRoomModel Model { get; } = new WorkTables();

    public void Register(IServiceCollection parts)
    {
        parts.AddSingleton<Jobs>().AddSingleton<JobWorker>().AddSingleton<IBacklog, JobsToDo>();
        if (atOnce > 0)
        {
            parts.AddSingleton(new WorkerOptions(atOnce)).AddHostedService<WorkerLoop>();
        }
    }

    public void Map(IEndpointRouteBuilder api)
    {
        ListJobs.Map(api);
        OpenJob.Map(api);
        CancelJob.Map(api);
        RetryJob.Map(api);
    }
}

/// <summary>Jobs that wait or run.</summary>
internal sealed class JobsToDo : IBacklog
{
    public string Left => $"SELECT COUNT(*) FROM work_job WHERE state IN ('{JobStates.Waiting}', '{JobStates.Running}')";
}
