using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets;

/// <summary>资产登记: which right, whose, in force, encumbered?</summary>
public sealed class AssetsRoom : IRoom
{
    public IRoomModel? Model => null;

    public void Register(IServiceCollection parts)
    {
    }

    public void Map(IEndpointRouteBuilder api)
    {
    }
}
