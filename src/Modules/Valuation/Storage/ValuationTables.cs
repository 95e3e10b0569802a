using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Storage;

/// <summary>The room's tables.</summary>
internal sealed class ValuationTables : IRoomModel
{
    public string Prefix => "val_";

    public IReadOnlyList<Type> Migrations => [];

    public void Configure(ModelBuilder model)
    {
    }
}
