using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Access.Conflicts;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Access.Organisations;
using Zhirong.Platform.Access.People;
using Zhirong.Platform.Access.Roles;
using Zhirong.Platform.Access.Shares;
using Zhirong.Platform.Access.SignIn;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Access.Tokens;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access;

/// <summary>Who may do what, and who must approve it?</summary>
public sealed class AccessRoom(AccessSettings settings) : IRoom
{
    public IRoomModel Model { get; } = new AccessTables();

    /// <summary>Makes the demo people where they belong, before the server listens.</summary>
    /// <exception cref="StorageException">The data does not fit what the installation is.</exception>
    public Task Prepare(Store store, TimeProvider clock) => new DemoDoor(settings).Prepare(store, clock);

    public void Register(IServiceCollection parts) => parts
        .AddSingleton(settings).AddSingleton<AccessKeys>().AddSingleton<Passwords>().AddSingleton<AskerReading>()
        .AddSingleton<IPeople, PeopleReading>().AddSingleton<ShareDoor>().AddSingleton<Acting>().AddSingleton<IGate, AccessGate>()
        .AddSingleton<SignIn.SignIn>().AddSingleton<ChangePassword>().AddSingleton<SecondFactors>().AddSingleton<SetUp>().AddSingleton<DemoDoor>()
        .AddSingleton<SaveOrganisation>().AddSingleton<AddPerson>();

    public void Map(IEndpointRouteBuilder api)
    {
        SignIn.SignIn.Map(api);
        SignOut.Map(api);
        WhoAmI.Map(api);
        SwitchOrganisation.Map(api);
        ChangePassword.Map(api);
        SecondFactors.Map(api);
        SetUp.Map(api);
        DemoDoor.Map(api);
        OwnSessions.Map(api);
        MakeToken.Map(api);
        ListPeople.Map(api);
        AddUser.Map(api);
        ChangeUser.Map(api);
        IssuePassword.Map(api);
        Members.Map(api);
        SaveRole.Map(api);
        ListOrganisations.Map(api);
        SaveOrganisation.Map(api);
        AddPerson.Map(api);
        ConflictRegister.Map(api);
        ListShares.Map(api);
        GrantShare.Map(api);
        EndShare.Map(api);
    }
}
