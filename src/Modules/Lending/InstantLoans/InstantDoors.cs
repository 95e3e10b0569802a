using Microsoft.AspNetCore.Routing;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>The endpoints of mandates, instant loans and indices.</summary>
internal static class InstantDoors
{
    public static void Map(IEndpointRouteBuilder api)
    {
        MakeLoanMandate.Map(api);
        OpenLoanMandate.Map(api);
        StopLoanMandate.Map(api);
        AskInstant.Map(api);
        SignInstant.Map(api);
        OpenInstant.Map(api);
        OpenFundFirst.Map(api);
        OpenFirmIndex.Map(api);
        TakeIndices.Map(api);
        OpenIndexFiles.Map(api);
    }
}
