using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Access.Shares;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access;

/// <summary>Who may do what, and who must approve it?</summary>
public sealed class AccessRoom : IRoom
{
    public IRoomModel Model { get; } = new AccessTables();

    public void Register(IServiceCollection parts)
    {
    }

    public void Map(IEndpointRouteBuilder api)
    {
        ListShares.Map(api);
        GrantShare.Map(api);
        EndShare.Map(api);
    }
}

/// <summary>The room's tables.</summary>
internal sealed class AccessTables : IRoomModel
{
    public string Prefix => "access_";

    public IReadOnlyList<Type> Migrations => [];

    public void Configure(ModelBuilder model)
    {
    }
}
