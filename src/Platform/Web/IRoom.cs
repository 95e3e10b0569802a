using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Web;

/// <summary>A business room as the server sees it: its tables, its parts, its endpoints.</summary>
public interface IRoom
{
    /// <summary>Its tables; null for a room that keeps nothing.</summary>
    IRoomModel? Model { get; }

    /// <summary>Registers what the room's use cases need.</summary>
    void Register(IServiceCollection parts);

    /// <summary>Adds the room's endpoints below <c>/api/v1</c>.</summary>
    void Map(IEndpointRouteBuilder api);
}
