using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments;

/// <summary>收付: did it arrive, for what purpose?</summary>
public sealed class PaymentsRoom : IRoom
{
    public IRoomModel Model { get; } = new PaymentTables();

    public void Register(IServiceCollection parts)
    {
    }

    public void Map(IEndpointRouteBuilder api)
    {
    }
}

/// <summary>The room's tables.</summary>
internal sealed class PaymentTables : IRoomModel
{
    public string Prefix => "pay_";

    public IReadOnlyList<Type> Migrations => [];

    public void Configure(ModelBuilder model)
    {
    }
}
