using Microsoft.AspNetCore.Routing;

namespace Zhirong.Modules.Lending.Receivables;

/// <summary>The endpoints of pledged receivables.</summary>
internal static class ReceivableDoors
{
    public static void Map(IEndpointRouteBuilder api)
    {
        OpenReceivable.Map(api);
        EnterReceivable.Map(api);
        KeepReceivablePaper.Map(api);
        ApplyReceivable.Map(api);
        ReleaseReceivable.Map(api);
    }
}
