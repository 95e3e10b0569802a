using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.CreditPolicies;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.InstantLoans;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Closing;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Importing;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Papers;
using Zhirong.Modules.Lending.Papers.Own;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Portal;
using Zhirong.Modules.Lending.Products;
using Zhirong.Modules.Lending.Products.Matching;
using Zhirong.Modules.Lending.Receivables;
using Zhirong.Modules.Lending.Registration;
using Zhirong.Modules.Lending.Registration.Filing;
using Zhirong.Modules.Lending.Registration.Replies;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Lending.Vault;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Lending;

/// <summary>质押融资: may we lend, on what terms, and is it repaid?</summary>
/// <param name="registries">The registries pledges are filed with.</param>
/// <param name="holidays">Days offices do not work.</param>
/// <param name="origination">Products, policies and rates lending decides by.</param>
public sealed class LendingRoom(RegistryShelf registries, HolidayTable holidays, OriginationShelf origination) : IRoom
{
    public IRoomModel Model { get; } = new LendingTables();

    /// <summary>What loans are serviced by.</summary>
    public required LoanLaw Loans { get; init; }

    /// <summary>The documents of loans, as templates.</summary>
    public required LoanDocuments Documents { get; init; }

    public void Register(IServiceCollection parts) => parts.AddSingleton(registries).AddSingleton(services => new LendingDesk(services.GetRequiredService<Store>(), services.GetRequiredService<RightDoor>(), services.GetRequiredService<EncumbranceDoor>(), registries, holidays, services.GetRequiredService<TimeProvider>()))
        .AddSingleton<IChangeShown, CancellationShown>().AddSingleton<IChangeShown, ReplacementShown>().AddSingleton<IChangeShown, IncidentShown>()
        .AddSingleton(origination).AddSingleton<Origination>().AddSingleton<IChangeShown, ProductShown>().AddSingleton<IChangeShown, ResolutionShown>().AddSingleton<IChangeShown, ExceptionShown>().AddSingleton<IChangeShown, PolicyShown>()
        .AddSingleton(Loans).AddSingleton<LoanDesk>().AddSingleton<InstantDesk>().AddSingleton<IChangeShown, LoanMandateShown>().AddSingleton<IJobKind, DayClose>().AddSingleton<IEventHandler, PaymentsHeard>().AddSingleton<IEventHandler, RegisterHeard>().AddSingleton<IEventHandler, ReceivablesHeard>()
        .AddSingleton<IChangeShown, LoanImportShown>().AddSingleton<IChangeShown, LoanEventShown>().AddSingleton<IChangeShown, FacilityStateShown>().AddSingleton<IChangeShown, BreachShown>().AddSingleton<IChangeShown, CertificateReleaseShown>().AddSingleton<IChangeShown, ReceivableReleaseShown>()
        .AddSingleton(Documents).AddSingleton<PaperDesk>().AddSingleton<IChangeShown, TemplateShown>();

    public void Map(IEndpointRouteBuilder api)
    {
        CloseIncident.Map(api);
        OpenPledge.Map(api);
        MakePledge.Map(api);
        ReplaceRights.Map(api);
        PreCheckRights.Map(api);
        OpenRegistration.Map(api);
        MoveRegistration.Map(api);
        StateGround.Map(api);
        MakePackage.Map(api);
        TakeAnswers.Map(api);
        OpenProduct.Map(api);
        SaveLoanProduct.Map(api);
        PreviewProduct.Map(api);
        MatchProducts.Map(api);
        OpenApplication.Map(api);
        OpenIndicators.Map(api);
        DraftApplication.Map(api);
        MoveApplication.Map(api);
        DecideApplication.Map(api);
        GrantException.Map(api);
        ReplayDecisions.Map(api);
        OpenPolicy.Map(api);
        ExaminePolicy.Map(api);
        TryPolicy.Map(api);
        PolicyFiles.Map(api);
        SavePolicy.Map(api);
        LoanDoors.Map(api);
        OpenCertificates.Map(api);
        KeepCertificates.Map(api);
        InstantDoors.Map(api);
        OpenPaper.Map(api);
        OpenObligations.Map(api);
        FitAid.Map(api);
        DraftFirmAid.Map(api);
        MakePaper.Map(api);
        OpenTemplate.Map(api);
        TemplatePlaces.Map(api);
        ExamineTemplate.Map(api);
        PreviewTemplate.Map(api);
        SaveTemplate.Map(api);
        ReceivableDoors.Map(api);
    }
}
