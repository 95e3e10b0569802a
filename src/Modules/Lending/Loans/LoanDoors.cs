using Microsoft.AspNetCore.Routing;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Checks;
using Zhirong.Modules.Lending.Loans.Closing;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Importing;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Proceeds;
using Zhirong.Modules.Lending.Loans.Promises;

namespace Zhirong.Modules.Lending.Loans;

/// <summary>The endpoints of facilities and loans.</summary>
internal static class LoanDoors
{
    public static void Map(IEndpointRouteBuilder api)
    {
        MakeFacility.Map(api);
        OpenFacility.Map(api);
        SummariseFacilities.Map(api);
        TimeFacility.Map(api);
        ChangeFacility.Map(api);
        TopUp.Map(api);
        DrawLoan.Map(api);
        ListLoans.Map(api);
        OpenLoan.Map(api);
        QuotePrepayment.Map(api);
        RecordEvents.Map(api);
        TryEvent.Map(api);
        SettleDoubt.Map(api);
        Dunning.Map(api);
        ListChecks.Map(api);
        PlanCheck.Map(api);
        AssignCheck.Map(api);
        DoCheck.Map(api);
        KeepProof.Map(api);
        ListPromises.Map(api);
        MeasurePromise.Map(api);
        UndoEvent.Map(api);
        LoanStatement.Map(api);
        StartClose.Map(api);
        ResolveBreach.Map(api);
        KeepLoanMapping.Map(api);
        ReadLoanColumns.Map(api);
        ImportLoans.Map(api);
        TakeLoans.Map(api);
    }
}
