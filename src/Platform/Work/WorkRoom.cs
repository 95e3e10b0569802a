using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Work;

/// <summary>任务: what takes long, how far is it, and what came of it?</summary>
public sealed class WorkRoom : IRoom
{
    public IRoomModel Model { get; } = new WorkTables();

    public void Register(IServiceCollection parts)
    {
    }

    public void Map(IEndpointRouteBuilder api)
    {
    }
}

/// <summary>The room's tables.</summary>
internal sealed class WorkTables : IRoomModel
{
    public string Prefix => "work_";

    public IReadOnlyList<Type> Migrations => [];

    public void Configure(ModelBuilder model)
    {
    }
}
